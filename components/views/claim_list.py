"""The ledger of claims: their counts by side and state, and each with all that is said of it."""

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
    Write how many claims each side has in each state, as a table.

    number writes one cell from the number, the side and the state.
    """
    dataset, counted = load_dataset(), claims.counts(load_dataset())
    sides = (
        tag("th", dataset.label(f"side_{side}", language), scope="col") for side in claims.SIDES
    )
    head = tag("tr", tag("th", interface("state_filter", language), scope="col"), sides)
    rows = (
        tag(
            "tr",
            tag("th", state_words(state, language), scope="row"),
            (tag("td", number(counted[side, state], side, state)) for side in claims.SIDES),
        )
        for state in (*claims.STATES, claims.UNANSWERED)
    )
    caption = tag("caption", interface("claims_counted", language))
    return tag("table", caption, tag("thead", head), tag("tbody", rows))


def claim_card(
    claim: Claim, on: Medium, *, about: Sequence[str] = (), foot: str = "", opened: str = ""
) -> Markup:
    """
    Write a claim with its stance, its note and its near-duplicates.

    about are words of kind before the stance, foot stands below; opened is the id of a claim whose
    near-duplicates stand open when it is among them.
    """
    stance = on.dataset.label(f"stance_{claim.stance}", on.language)
    kinds = [tag("span", words, class_="kind") for words in (*about, stance)]
    alike = claims.merged(on.dataset).get(claim.id, [])
    below = (_note(claim, on), _alike(alike, on, opened) if alike else "", foot)
    return claim_html(claim, on, about=Markup(" ").join(kinds), foot=joined(below))


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
