"""The ledger of claims: who stands on which side, what was merged into what, how many there are."""

from collections import Counter
from collections.abc import Iterable
from itertools import compress

import pandas as pd

from components.data.dataset import Dataset
from components.data.records import Claim

SIDES = ("critics", "government", "others")
STATES = ("open", "stands", "happened", "overtaken", "did_not_happen")
COUNTED = ("claims", "answered", "followed")  # all, with an answer, with something since
UNANSWERED = "unanswered"  # not a state of its own: a claim of any state may lack an answer


def side_of(claim: Claim, dataset: Dataset) -> str:
    """Give the side of the claimant, as claimants.csv has it; others where it has none."""
    return dataset.sides.get(claim.claimant, "others")


def kept(claim: Claim, dataset: Dataset) -> Claim:
    """Give the claim that stands for this one: itself, or the one it was merged into."""
    seen = {claim.id}
    while claim.merged_into in dataset.claims and claim.merged_into not in seen:
        claim = dataset.claims[claim.merged_into]
        seen.add(claim.id)
    return claim


def merged(dataset: Dataset) -> dict[str, list[Claim]]:
    """List, under the id of each claim that stands for others, the near-duplicates."""
    found: dict[str, list[Claim]] = {}
    for claim in dataset.claims.values():
        if claim.merged_into:
            found.setdefault(kept(claim, dataset).id, []).append(claim)
    return found


def selected(
    claims: Iterable[Claim], dataset: Dataset, *, topic: str = "", side: str = "", state: str = ""
) -> list[Claim]:
    """
    Keep the claims of a topic, side and state, each near-duplicate by the claim it stands under.

    An empty word keeps all; the state may be "unanswered". The order stays; none comes twice.
    """
    heads = {head.id: head for head in (kept(claim, dataset) for claim in claims)}
    return [
        claim
        for claim in heads.values()
        if topic in ("", claim.topic)
        and side in ("", side_of(claim, dataset))
        and state in ("", *states_of(claim))
    ]


def states_of(claim: Claim) -> tuple[str, ...]:
    """Give the state of a claim, and that it has no answer where it has none."""
    return (claim.state,) if claim.answer.ja else (claim.state, UNANSWERED)


def counts(dataset: Dataset) -> Counter[tuple[str, str]]:
    """
    Count the claims of each side, without merged ones.

    Keys: side, and a state, "unanswered", or one of COUNTED (all, with an answer, with a since).
    """
    found: Counter[tuple[str, str]] = Counter()
    for claim in dataset.claims.values():
        if not claim.merged_into:
            told = (True, bool(claim.answer.ja), bool(claim.since.ja))
            codes = (*compress(COUNTED, told), *states_of(claim))
            found.update((side_of(claim, dataset), code) for code in codes)
    return found


def balance(dataset: Dataset) -> pd.DataFrame:
    """Give the same counts as a table: a row a code (COUNTED, STATES), a column a side."""
    counted = counts(dataset)
    rows = {code: [counted[side, code] for side in SIDES] for code in (*COUNTED, *STATES)}
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(SIDES))
