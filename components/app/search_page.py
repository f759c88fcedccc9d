"""The search page: the nearest answers first, then the rest by kind, each with a way to it."""

from collections.abc import Sequence, Set
from itertools import groupby

import streamlit as st
from markupsafe import Markup, escape

from components.app import layout, query_params
from components.app.escape_markdown import quiet
from components.app.html_buffer import HtmlBuffer
from components.app.streamlit_internals import show_as
from components.data.cache import cached, cached_recent
from components.data.dataset import Dataset, load_dataset
from components.data.dates import format_date
from components.data.languages import Language, listed
from components.data.links import System
from components.data.records import Claim
from components.search.documents import PAGES, Document
from components.search.excerpt import best_line, marked
from components.search.named import answers
from components.search.search import tokenizer_of
from components.search.tokens import Tokenizer
from components.text.prose import rich_text
from components.text.story import Story
from components.text.topics import Step, Topic, interface
from components.views.record import value_words
from components.views.screen import Screen
from components.views.tags import joined, tag

NEAREST, PER_KIND = 5, 6


def render(story: Story) -> None:
    """Show the field, and what the question in the link finds."""
    topic = layout.opened(story)
    if topic is None:
        return
    language = topic.language
    asked = query_params.param_words()
    sheet = HtmlBuffer()
    sheet.add(layout.head_html(topic, first=not asked))
    sheet.out()
    _field(asked, language)
    begin, nothing = topic.steps[:2]
    sheet.add(
        cached_recent(lambda: _results(asked, topic, nothing, language), "search", asked, language)
        if asked
        else cached(lambda: _advice(topic, begin, language), "search", begin.id, language)
    )
    sheet.out()


def _field(asked: str, language: Language) -> None:
    """The field to ask in, wide, with the question that stands; Enter or the button sends it."""
    show_as("asked", asked)
    words, send = interface("search_all", language), interface("search_send", language)
    with st.form("ask", border=False):
        st.text_input(
            quiet(words),
            asked,
            key="asked",
            max_chars=query_params.LONGEST,
            autocomplete="off",
            placeholder=send,
            label_visibility="collapsed",
        )
        st.form_submit_button(quiet(send), on_click=_ask)


def _ask() -> None:
    if asked := st.session_state["asked"].strip():
        query_params.write({"q": asked})


def _advice(topic: Topic, step: Step, language: Language) -> Markup:
    """What to do where there is nothing to show: words, and questions to try."""
    prose = Screen(language, f"{topic.id}-{step.id}")
    body = joined(tag("p", prose.html(line)) for line in step.body)
    questions = [str(each.text) for each in step.points]
    links = ((words, query_params.href("search", language, q=words)) for words in questions)
    tries = (tag("li", tag("a", words, href=href, target="_self")) for words, href in links)
    return tag("h2", prose.headline(step.headline), id=step.id) + body + tag("ul", tries)


def _results(asked: str, topic: Topic, nothing: Step, language: Language) -> Markup:
    dataset = load_dataset()
    found = answers(asked, dataset)
    if not found:
        return _advice(topic, nothing, language)
    count = escape(interface("search_found", language, asked=asked, count=f"{len(found):,}"))
    parts = [tag("p", count, role="status")]
    parts.append(_list("search_nearest", found[:NEAREST], asked, language, named=True))
    rest = found[NEAREST:]
    order = list(dict.fromkeys(each.kind for each in rest))
    by_kind = groupby(sorted(rest, key=lambda each: order.index(each.kind)), lambda each: each.kind)
    parts += [_list(f"kind_of_{kind}", list(each), asked, language) for kind, each in by_kind]
    return tag("div", joined(parts), class_="results")


def _list(
    heading: str, found: Sequence[Document], asked: str, language: Language, *, named: bool = False
) -> Markup:
    """A heading and its answers; those beyond the first few are folded away."""
    written = [_item(each, asked, language, named=named) for each in found]
    items = tag("ol", joined(written[:PER_KIND]), class_="hits")
    if more := written[PER_KIND:]:
        inner = tag("ol", joined(more), class_="hits")
        words = interface("search_more", language, count=str(len(more)))
        items += tag("details", tag("summary", words) + inner)
    return tag("h2", interface(heading, language)) + items


def _item(found: Document, asked: str, language: Language, *, named: bool) -> Markup:
    """One answer: topic (and kind), its title as the link, the line that holds the most."""
    dataset = load_dataset()
    tokenizer = tokenizer_of(dataset)
    terms = set(tokenizer.wanted(asked).terms)
    topics = escape(listed((layout.title_of(each, language) for each in found.topics), language))
    kind = tag("span", interface(f"kind_of_{found.kind}", language), class_="kind")
    value = escape(value_words(dataset, found.entry, language))
    title = _marked(found.title.to(language), terms, tokenizer)
    head = tag("a", title, href=_address(found, language), target="_self")
    line = best_line(found.body.to(language), terms, tokenizer)
    quoted = _before(found, language) + _marked(line, terms, tokenizer)
    said = _said(found, dataset, language)
    return tag(
        "li",
        tag("p", *((kind, " ") if named else ()), topics, said, class_="who")
        + tag("p", (tag("strong", value) + "　" if value else "") + head)
        + (tag("p", quoted, class_="why") if quoted else "")
        + _run_by(found, language)
        + _since(found, dataset, language),
    )


def _said(found: Document, dataset: Dataset, language: Language) -> Markup:
    """Who made a claim and when, and its state today: an old claim must not pass for news."""
    if not isinstance(found.entry, Claim):
        return Markup()
    claim = found.entry
    state = dataset.label(f"state_{claim.state}", language)
    state = interface("claim_state", language, state=state)
    said = (dataset.label(claim.claimant, language), format_date(claim.as_of, language), state)
    between = "　" if language == "ja" else " · "
    return escape("".join(between + each for each in said))


def _run_by(found: Document, language: Language) -> Markup:
    """Who runs a system and which identifier it uses: what one asks about it first."""
    if not isinstance(found.entry, System):
        return Markup()
    told = {"run_by": found.entry.run_by, "identifier": found.entry.identifier}
    return joined(
        tag("p", _named(name, language), words.to(language), class_="why")
        for name, words in told.items()
        if words.to(language)
    )


def _named(column: str, language: Language) -> str:
    return interface(f"column_{column}", language) + ("：" if language == "ja" else ": ")


def _since(found: Document, dataset: Dataset, language: Language) -> Markup:
    if not isinstance(found.entry, Claim) or not found.entry.since.to(language):
        return Markup()
    since = rich_text(found.entry.since.to(language), dataset, language)
    return tag("p", _named("since", language), str(since), class_="why")


def _before(found: Document, language: Language) -> Markup:
    """A claim is followed by its answer, and this is said; without one, that is said."""
    if not isinstance(found.entry, Claim):
        return Markup()
    if not found.entry.answer.to(language):
        return escape(interface("no_answer", language)) + "　"
    return escape(_named("answer", language))


def _marked(words: str, terms: Set[str], tokenizer: Tokenizer) -> Markup:
    bits = marked(words, terms, tokenizer)
    return joined(tag("mark", bit.words) if bit.hit else bit.words for bit in bits)


def _address(found: Document, language: Language) -> str:
    """Where an answer stands: its step, or its record on the page for its kind."""
    if found.place:
        page, step = found.place
        return query_params.href(page, language, step=str(step))
    if found.kind in PAGES:
        return query_params.href(PAGES[found.kind], language, **{found.kind: found.id})
    home = {"claim": "claims", "event": "timeline", "term": "glossary"}.get(found.kind, "figures")
    page = home if home in layout.page_names() else "figures"
    return query_params.href(page, language, record=found.id)
