"""The ledger of claims: counted in the open, filtered, each with its answer and its address."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from components.app import filters, layout, lookup_page, query_params, uses
from components.app.filters import Filter
from components.app.html_buffer import HtmlBuffer
from components.data import claims
from components.data.cache import cached, cached_unless_query
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Claim
from components.search.search import index, narrow
from components.text.story import Story
from components.text.topics import interface
from components.views.claim_list import claim_card, counts_html, state_words
from components.views.screen import Screen
from components.views.tags import joined, tag

AT_ONCE = 20


def render(story: Story) -> None:
    """Show the page: the claim a link names, the counts, the filters and the claims."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    above = _asked(language, sheet)
    sheet.add(cached(lambda: _counts(language), "claim counts", language))
    offered = cached(lambda: _filters(language), "claim filters", language)
    sheet.out()
    chosen = filters.render(offered, language)
    found = cached_unless_query(
        chosen["q"], lambda: _found(**chosen), "claims found", *chosen.values()
    )
    lookup_page.counted(found, topic.id, language, sheet)
    below = [claim for claim in found if claim.id != above]
    write, key = partial(_cards, language=language), (topic.id, above, *chosen.values())
    lookup_page.portion(below, AT_ONCE, write, sheet, language, *key, words=chosen["q"])
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _filters(language: Language) -> list[Filter]:
    topics = {claim.topic for claim in load_dataset().claims.values()}
    label, states = load_dataset().label, (*claims.STATES, claims.UNANSWERED)
    return [
        lookup_page.topic_filter(topics, language),
        filters.choice(
            "side", claims.SIDES, lambda code: label(f"side_{code}", language), language
        ),
        filters.choice("state", states, lambda code: state_words(code, language), language),
    ]


def _found(topic: str, side: str, state: str, q: str) -> list[Claim]:
    every = (each for each in index(load_dataset()) if each.kind == "claim")
    fitting = [
        each.entry for each in narrow(every, q, load_dataset()) if isinstance(each.entry, Claim)
    ]
    return claims.selected(fitting, load_dataset(), topic=topic, side=side, state=state)


def _asked(language: Language, sheet: HtmlBuffer) -> str:
    """Put down the claim a link names, and give the id of what is shown."""
    asked = lookup_page.asked(load_dataset().claims.get, language, sheet)
    if asked is None:
        return ""
    claim = claims.kept(asked, load_dataset())
    heading = tag("h2", interface("asked_claim", language), class_="year")
    sheet.add(heading + _card(claim, language, opened=asked.id))
    return claim.id


def _counts(language: Language) -> str:
    """How many claims each side has in each state; every number leads to its claims."""
    table = counts_html(language, lambda number, side, state: _count(number, side, state, language))
    return tag("div", table, class_="counts")


def _count(number: int, side: str, state: str, language: Language) -> str:
    if not number:
        return "0"
    side_words = load_dataset().label(f"side_{side}", language)
    return tag(
        "a",
        str(number),
        href=query_params.href("claims", language, side=side, state=state),
        target="_self",
        aria_label=f"{number} {side_words} {state_words(state, language)}",
    )


def _cards(shown: Sequence[Claim], *, language: Language) -> Markup:
    heading = tag("h2", interface("claims_listed", language), class_="year")
    return heading + joined(_card(claim, language) for claim in shown)


def _card(claim: Claim, language: Language, opened: str = "") -> str:
    return cached(lambda: _make(claim, language, opened), "ledger", claim.id, language, opened)


def _make(claim: Claim, language: Language, opened: str) -> str:
    on = Screen(language, f"asked-{claim.id}" if opened else f"ledger-{claim.id}")
    foot = uses.html(claim.id, language)
    foot += lookup_page.address("copy_claim_link", "claims", claim.id, language)
    about = (layout.title_of(claim.topic, language),)
    return claim_card(claim, on, about=about, foot=foot, opened=opened) + on.panels()
