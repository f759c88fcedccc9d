"""Claims in a talk: both sides in equal type, what happened since, and how many fit at once."""

from collections.abc import Sequence
from math import ceil

from components.charts.text_width import text_width
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized, listed
from components.data.records import Claim
from components.presenter import Json
from components.text.prose import render_plain
from components.text.topics import interface

LINE = 12.8  # sizes of type: a line in a claim's column, in the narrowest window
# Hundredths of the window's height: the stage's body, a line of a claim, and what is around it.
BODY, CLAIM_LINE, AROUND = 65.5, 4.2, 18.5


def claims_together(claims: Sequence[Claim], language: Language) -> list[list[Claim]]:
    """Group claims by what is shown at once: two together where both fit."""
    groups: list[list[Claim]] = []
    used = BODY
    for claim in claims:
        columns = claim_block(claim, language)["columns"]
        lines = max(_lines(part["text"]) for part in columns)
        lines += max(_lines(part["who"]) for part in columns) - 1
        height = AROUND + lines * CLAIM_LINE
        if used + height > BODY:
            groups.append([])
            used = 0
        groups[-1].append(claim)
        used += height
    return groups


def claims_fragment(claims: Sequence[Claim], language: Language) -> Json:
    """Give claims that are shown at once as a fragment (see slides.slide)."""
    blocks = [claim_block(claim, language) for claim in claims]
    return {"kind": "claims", "claims": blocks, "source": _sources(blocks, language), "stale": ""}


def claim_block(claim: Claim, language: Language) -> Json:
    """
    Give a claim, the answer and what happened since, each with who and when.

    Keys: id, state (in words), sources (short names), columns: claim, answer and since in this
    order, each with kind, name, text, who. A side that said nothing has words that say so.
    """

    def said(words: Localized) -> str:
        return render_plain(words, load_dataset(), language)

    answered = bool(claim.answer.to(language))
    looked = interface("looked_on", language, day=format_date(claim.answer_looked, language))
    columns = [
        _column(
            "claim",
            said(claim.text),
            load_dataset().who(claim.claimant, claim.as_of, language),
            language,
        ),
        _column(
            "answer",
            said(claim.answer) or interface("no_answer", language),
            load_dataset().who(claim.answer_by, claim.answer_as_of, language)
            if answered
            else looked,
            language,
        ),
        _column(
            "since",
            said(claim.since) or interface("no_since", language),
            format_date(claim.since_as_of, language),
            language,
        ),
    ]
    named = [claim.source, claim.answer_source, claim.since_source]
    state = load_dataset().label(f"state_{claim.state}", language)
    return {
        "id": claim.id,
        "columns": columns,
        "state": interface("claim_state", language, state=state),
        "sources": list(dict.fromkeys(each.short.to(language) for each in named if each)),
    }


def _column(kind: str, text: str, who: str, language: Language) -> Json:
    return {"kind": kind, "name": interface(f"column_{kind}", language), "text": text, "who": who}


def _lines(words: str) -> int:
    return ceil(text_width(words) / LINE)


def _sources(claims: Sequence[Json], language: Language) -> str:
    names = dict.fromkeys(name for claim in claims for name in claim["sources"])
    return interface("stage_source", language, names=listed(names, language))
