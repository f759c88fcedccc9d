"""The ledger of claims: counted in the open, filtered, each with its answer and its address."""

from collections.abc import Sequence

from components.content import ledger
from components.content.book import book
from components.content.kept import once, once_unless
from components.content.languages import Language
from components.content.records import Claim
from components.content.search import index, narrow
from components.content.story import Story
from components.content.topics import interface
from components.markup.tables import claim_html
from components.ui import filters, frame, link, reference, uses
from components.ui.filters import Filter
from components.ui.markup import Sheet, source_html, tag, text
from components.ui.record import Prose

AT_ONCE = 20


def tell(story: Story) -> None:
    """Show the page: the claim a link names, the counts, the filters and the claims."""
    sheet = Sheet()
    topic = reference.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    above = _asked(language, sheet)
    sheet.add(once(lambda: _counts(language), "claim counts", language))
    offered = once(lambda: _filters(language), "claim filters", language)
    chosen = filters.asked(offered)
    sheet.add(filters.html(topic.id, offered, chosen, language))
    found = once_unless(chosen["q"], lambda: _found(**chosen), "claims found", *chosen.values())
    reference.counted(found, topic.id, language, sheet)
    _pages([claim for claim in found if claim.id != above], (above, chosen), language, sheet)
    sheet.add(reference.method(topic))
    sheet.out()


def _filters(language: Language) -> list[Filter]:
    topics = {claim.topic for claim in book().claims.values()}
    return [
        Filter("topic", reference.topics(topics), lambda code: frame.title_of(code, language)),
        Filter("side", ledger.SIDES, lambda code: book().label(f"side_{code}", language)),
        Filter(
            "state",
            (*ledger.STATES, ledger.UNANSWERED),
            lambda code: _state(code, language),
        ),
    ]


def _state(code: str, language: Language) -> str:
    if code == ledger.UNANSWERED:
        return interface("no_answer", language)
    return book().label(f"state_{code}", language)


def _found(topic: str, side: str, state: str, q: str) -> list[Claim]:
    every = (each for each in index(book()) if each.kind == "claim")
    claims = [each.entry for each in narrow(every, q, book()) if isinstance(each.entry, Claim)]
    return ledger.selected(claims, book(), topic=topic, side=side, state=state)


def _asked(language: Language, sheet: Sheet) -> str:
    """Put down the claim a link names, and give the id of what is shown."""
    asked = reference.asked(book().claims.get, language, sheet)
    if asked is None:
        return ""
    claim = ledger.kept(asked, book())
    heading = tag("h2", text(interface("asked_claim", language)), class_="year")
    sheet.add(heading + _card(claim, language, opened=asked.id))
    return claim.id


def _counts(language: Language) -> str:
    """How many claims each side has in each state; every number leads to its claims."""
    counted = ledger.counts(book())
    head = tag("th", text(interface("state_filter", language)), scope="col") + "".join(
        tag("th", text(book().label(f"side_{side}", language)), scope="col")
        for side in ledger.SIDES
    )
    rows = "".join(
        tag(
            "tr",
            tag("th", text(_state(state, language)), scope="row")
            + "".join(
                tag("td", _count(counted[side, state], side, state, language))
                for side in ledger.SIDES
            ),
        )
        for state in (*ledger.STATES, ledger.UNANSWERED)
    )
    caption = tag("caption", text(interface("claims_counted", language)))
    table = tag("table", caption + tag("thead", tag("tr", head)) + tag("tbody", rows))
    return tag("div", table, class_="counts")


def _count(number: int, side: str, state: str, language: Language) -> str:
    if not number:
        return "0"
    side_words = book().label(f"side_{side}", language)
    return tag(
        "a",
        str(number),
        href=link.href("claims", language, side=side, state=state),
        target="_self",
        aria_label=f"{number} {side_words} {_state(state, language)}",
    )


def _pages(
    found: Sequence[Claim], asked: tuple[str, dict[str, str]], language: Language, sheet: Sheet
) -> None:
    """Put down the first of the claims found; asked (the claim above, the filters) led to them."""
    above, chosen = asked
    count = link.asked_count(AT_ONCE, len(found))
    key = ("claims listed", language, count, above, *chosen.values())
    sheet.add(once_unless(chosen["q"], lambda: _cards(found[:count], language), *key))
    if len(found) > count:
        sheet.add(reference.more(count + AT_ONCE, "claims", language))


def _cards(shown: Sequence[Claim], language: Language) -> str:
    heading = tag("h2", text(interface("claims_listed", language)), class_="year")
    return heading + "".join(_card(claim, language) for claim in shown)


def _card(claim: Claim, language: Language, opened: str = "") -> str:
    return once(lambda: _make(claim, language, opened), "ledger", claim.id, language, opened)


def _make(claim: Claim, language: Language, opened: str) -> str:
    prefix = f"asked-{claim.id}" if opened else f"ledger-{claim.id}"
    prose = Prose(book(), language, prefix)
    topic = tag("span", text(frame.title_of(claim.topic, language)), class_="kind")
    stance = tag("span", text(book().label(f"stance_{claim.stance}", language)), class_="kind")
    note = claim.note.to(language)
    alike = ledger.merged(book()).get(claim.id, [])
    foot = (
        (tag("p", prose.plain(note), class_="why") if note else "")
        + (_alike(alike, prose, opened) if alike else "")
        + uses.html(claim.id, language)
        + reference.address("copy_claim_link", "claims", claim.id, language)
    )
    return claim_html(claim, prose, about=topic + " " + stance, foot=foot) + prose.panels()


def _alike(claims: Sequence[Claim], prose: Prose, opened: str) -> str:
    """The near-duplicates, each with who, when, where, and why it stands here."""
    language = prose.language
    items = ""
    for claim in claims:
        said = book().who(claim.claimant, claim.as_of, language)
        place = claim.place.to(language)
        note = claim.note.to(language)
        items += tag(
            "li",
            tag("p", prose.plain(claim.text.to(language)))
            + tag("p", text(said), class_="who")
            + tag("p", f"{source_html(claim.source, language)}　{text(place)}", class_="from")
            + (tag("p", prose.plain(note), class_="why") if note else ""),
        )
    summary = tag("summary", text(interface("alike", language, count=str(len(claims)))))
    open_now = {"open": ""} if opened in [claim.id for claim in claims] else {}
    return tag("details", summary + tag("ul", items, class_="alike"), **open_now)
