"""The ledger of claims: their counts by side and state, and each with all that is said of it."""

from collections import Counter
from collections.abc import Callable, Sequence

from markupsafe import Markup

from components.data import claims
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Claim
from components.text.topics import interface
from components.views.claim import claim_html
from components.views.medium import Medium
from components.views.tags import joined, tag


def state_words(state: str, language: Language) -> str:
    """Name a state of a claim, or that it has no answer."""
    if state == claims.UNANSWERED:
        return interface("no_answer", language)
    return load_dataset().label(f"state_{state}", language)


def counts_html(language: Language, number: Callable[[int, str, str], str]) -> Markup:
    """
    Write how many claims each side has, and in which state, with the rule for each state.

    number writes one count of a state from the number, the side and the state.
    """
    dataset, counted = load_dataset(), claims.counts(load_dataset())
    sides = (
        tag("th", dataset.label(f"side_{side}", language), scope="col") for side in claims.SIDES
    )
    head = tag("tr", tag("th", interface("state_filter", language), scope="col"), sides)

    def row(words: str, rule: str, code: str, write: Callable[[int, str, str], str]) -> Markup:
        name = tag("th", words, tag("small", rule) if rule else "", scope="row")
        cells = (
            (write(counted[side, code], side, code), counted[side, code], side)
            for side in claims.SIDES
        )
        return tag("tr", name, (_count(*cell, counted, code) for cell in cells))

    rows = [
        row(interface(f"count_{code}", language), "", code, lambda count, *_: str(count))
        for code in claims.COUNTED
    ]
    for state in claims.STATES:
        rule = dataset.label(f"rule_{state}", language)
        rows.append(row(state_words(state, language), rule, state, number))
    rows.append(row(state_words(claims.UNANSWERED, language), "", claims.UNANSWERED, number))
    caption = tag("caption", interface("claims_counted", language))
    return tag("table", caption, tag("thead", head), tag("tbody", rows))


def _count(
    written: str, number: int, side: str, counted: Counter[tuple[str, str]], code: str
) -> Markup:
    """Write one count, with its share of all claims of the side as a bar."""
    whole = counted[side, "claims"]
    if code == "claims":
        return tag("td", written)
    share = tag("small", f"{number / whole:.0%}" if whole else "")
    bar = tag("progress", value=str(number), max=str(max(whole, 1)), aria_hidden="true")
    return tag("td", written, " ", share, bar)


def claim_card(
    claim: Claim, on: Medium, *, about: Sequence[str] = (), foot: str = "", opened: str = ""
) -> Markup:
    """
    Write a claim with its stance, its note and its near-duplicates.

    about are words of kind before the stance, foot stands below; opened is the id of the claim that
    was asked for: it stands open, and so do the near-duplicates when it is among them.
    """
    stance = on.dataset.label(f"stance_{claim.stance}", on.language)
    kinds = [tag("span", words, class_="kind") for words in (*about, stance)]
    alike = claims.merged(on.dataset).get(claim.id, [])
    below = (_note(claim, on), _alike(alike, on, opened) if alike else "", foot)
    return claim_html(
        claim, on, about=Markup(" ").join(kinds), foot=joined(below), opened=bool(opened)
    )


def _note(claim: Claim, on: Medium) -> Markup:
    note = claim.note.to(on.language)
    return tag("p", on.plain(note), class_="why") if note else Markup()


def _alike(near: Sequence[Claim], on: Medium, opened: str) -> Markup:
    """The near-duplicates, each with who, when, where, and why it stands here."""
    items = (
        tag(
            "li",
            tag("p", on.plain(claim.text.to(on.language))),
            tag("p", on.dataset.who(claim.claimant, claim.as_of, on.language), class_="who"),
            tag("p", on.document(claim.source), f"　{claim.place.to(on.language)}", class_="from"),
            _note(claim, on),
            id=on.anchor(f"claim-{claim.id}"),
        )
        for claim in near
    )
    summary = tag("summary", interface("alike", on.language, count=str(len(near))))
    here = opened in [claim.id for claim in near]
    return tag("details", summary, tag("ul", items, class_="alike"), open=here)
