"""The search page: the nearest answers first, then the rest by kind, each with a way to it."""

from collections.abc import Collection, Sequence
from itertools import groupby

from components.content.book import Book, book
from components.content.dates import format_date
from components.content.excerpt import best_line, marked
from components.content.kept import once, recently
from components.content.languages import Language, listed
from components.content.prose import passage
from components.content.records import Claim, Event, Record, System
from components.content.search import cutter_of, families, find, index
from components.content.search_found import Found
from components.content.search_terms import Cutter
from components.content.story import Story
from components.content.topics import Step, Topic, interface
from components.markup import fields
from components.ui import frame, link
from components.ui.markup import Sheet, tag, text
from components.ui.record import Prose

NEAREST, PER_KIND = 5, 6


def tell(story: Story) -> None:
    """Show the field, and what the question in the link finds."""
    topic = frame.opened(story)
    if topic is None:
        return
    language = topic.language
    asked = link.asked_words()
    sheet = Sheet()
    sheet.add(frame.head_html(topic, first=not asked))
    sheet.add(_field(asked, language))
    begin, nothing = topic.steps[:2]
    sheet.add(
        recently(lambda: _results(asked, topic, nothing, language), "search", asked, language)
        if asked
        else once(lambda: _advice(topic, begin, language), "search", begin.id, language)
    )
    sheet.out()


def _field(asked: str, language: Language) -> str:
    """The field to ask in, wide, with the question that stands."""
    words, send = interface("search_all", language), interface("search_send", language)
    return fields.ask(link.href("search", language), words, send, asked, name="asked")


def _advice(topic: Topic, step: Step, language: Language) -> str:
    """What to do where there is nothing to show: words, and questions to try."""
    prose = Prose(book(), language, f"{topic.id}-{step.id}")
    body = "".join(tag("p", prose.html(line)) for line in step.body)
    tries = "".join(
        tag(
            "li", tag("a", text(str(each.text)), href=_to(language, str(each.text)), target="_self")
        )
        for each in step.points
    )
    return tag("h2", prose.headline(step.headline), id=step.id) + body + tag("ul", tries)


def _to(language: Language, question: str) -> str:
    return link.href("search", language, q=question)


def _results(asked: str, topic: Topic, nothing: Step, language: Language) -> str:
    book_ = book()
    found = families(find(index(book_), asked, book_))
    if not found:
        return _advice(topic, nothing, language)
    count = text(interface("search_found", language, asked=asked, count=f"{len(found):,}"))
    parts = [tag("p", count, role="status")]
    parts.append(_list("search_nearest", found[:NEAREST], asked, language, named=True))
    rest = found[NEAREST:]
    order = list(dict.fromkeys(each.kind for each in rest))
    by_kind = groupby(sorted(rest, key=lambda each: order.index(each.kind)), lambda each: each.kind)
    parts += [_list(f"kind_of_{kind}", list(each), asked, language) for kind, each in by_kind]
    return tag("div", "".join(parts), class_="results")


def _list(
    heading: str, found: Sequence[Found], asked: str, language: Language, *, named: bool = False
) -> str:
    """A heading and its answers; those beyond the first few are folded away."""
    written = [_item(each, asked, language, named=named) for each in found]
    items = tag("ol", "".join(written[:PER_KIND]), class_="hits")
    if more := written[PER_KIND:]:
        inner = tag("ol", "".join(more), class_="hits")
        words = interface("search_more", language, count=str(len(more)))
        items += tag("details", tag("summary", text(words)) + inner)
    return tag("h2", text(interface(heading, language))) + items


def _item(found: Found, asked: str, language: Language, *, named: bool) -> str:
    """One answer: topic (and kind), its title as the link, the line that holds the most."""
    book_ = book()
    cutter = cutter_of(book_)
    terms = set(cutter.wanted(asked).terms)
    topics = text(listed((frame.title_of(each, language) for each in found.topics), language))
    kind = tag("span", text(interface(f"kind_of_{found.kind}", language)), class_="kind")
    value = text(_value(found, book_, language))
    title = _marked(found.title.to(language), terms, cutter)
    head = tag("a", title, href=_address(found, language), target="_self")
    line = best_line(found.body.to(language), terms, cutter)
    quoted = _before(found, language) + _marked(line, terms, cutter)
    said = _said(found, book_, language)
    return tag(
        "li",
        tag("p", (f"{kind} {topics}" if named else topics) + said, class_="who")
        + tag("p", (tag("strong", value) + "　" if value else "") + head)
        + (tag("p", quoted, class_="why") if quoted else "")
        + _run_by(found, language)
        + _since(found, book_, language),
    )


def _said(found: Found, book_: Book, language: Language) -> str:
    """Who made a claim and when, and its state today: an old claim must not pass for news."""
    if not isinstance(found.entry, Claim):
        return ""
    claim = found.entry
    state = interface("claim_state", language, state=book_.label(f"state_{claim.state}", language))
    said = (book_.label(claim.claimant, language), format_date(claim.as_of, language), state)
    between = "　" if language == "ja" else " · "
    return text("".join(between + each for each in said))


def _run_by(found: Found, language: Language) -> str:
    """Who runs a system and which identifier it uses: what one asks about it first."""
    if not isinstance(found.entry, System):
        return ""
    told = {"run_by": found.entry.run_by, "identifier": found.entry.identifier}
    mark = "：" if language == "ja" else ": "
    return "".join(
        tag("p", text(f"{interface(f'column_{name}', language)}{mark}{words.to(language)}"),
            class_="why")
        for name, words in told.items() if words.to(language)
    )  # fmt: skip


def _since(found: Found, book_: Book, language: Language) -> str:
    if not isinstance(found.entry, Claim) or not found.entry.since.to(language):
        return ""
    mark = "：" if language == "ja" else ": "
    since = passage(found.entry.since.to(language), book_, language)
    return tag("p", text(f"{interface('column_since', language)}{mark}{since}"), class_="why")


def _before(found: Found, language: Language) -> str:
    """A claim is followed by its answer, and this is said; without one, that is said."""
    if not isinstance(found.entry, Claim):
        return ""
    if not found.entry.answer.to(language):
        return text(interface("no_answer", language)) + "　"
    mark = "：" if language == "ja" else ": "
    return text(interface("column_answer", language) + mark)


def _marked(words: str, terms: Collection[str], cutter: Cutter) -> str:
    bits = marked(words, terms, cutter)
    return "".join(tag("mark", text(bit.words)) if bit.hit else text(bit.words) for bit in bits)


def _value(found: Found, book_: Book, language: Language) -> str:
    if isinstance(found.entry, Record):
        return book_.written(found.entry, language)
    if isinstance(found.entry, Event):
        return format_date(found.entry.date, language)
    return ""


def _address(found: Found, language: Language) -> str:
    """Where an answer stands: its step, or its record on the page for its kind."""
    if found.place:
        page, step = found.place
        return link.href(page, language, step=str(step))
    home = {"claim": "claims", "event": "timeline", "term": "glossary"}.get(found.kind, "figures")
    page = home if home in frame.page_names() else "figures"
    return link.href(page, language, record=found.id)
