"""The rows behind a chart as an HTML table, and claims as three columns."""

from collections.abc import Sequence
from typing import Protocol

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized
from components.data.records import Claim, Source
from components.text.listing import Row, to_table
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.tags import joined, tag, text


class ProseWriter(Protocol):
    """Writes texts with their references, each in the way of its own pages."""

    dataset: Dataset
    language: Language

    def plain(self, words: str) -> str:
        """Write a text that may hold references, as in claims.csv."""
        ...

    def document(self, source: Source) -> str:
        """Name a document."""
        ...


def table_html(rows: Sequence[Row], dataset: Dataset, language: Language) -> str:
    """Write rows as a table scrolling in its own frame; empty columns are left out."""
    return tag(
        "div",
        rows_html(rows, dataset, language),
        class_="frame",
        tabindex="0",
        role="region",
        aria_label=interface("show_table", language),
    )


def rows_html(
    rows: Sequence[Row], dataset: Dataset, language: Language, *, leave_out: Sequence[str] = ()
) -> str:
    """Write rows as a table; columns that are empty, or that leave_out names, are left out."""
    table = to_table(rows, dataset, language)
    if leave_out:
        table = table[[name for name in table if name not in leave_out]]
    heads = (tag("th", interface(f"column_{name}", language), scope="col") for name in table)
    body = (tag("tr", (tag("td", cell) for cell in row)) for row in table.to_numpy().tolist())
    return tag("table", tag("thead", tag("tr", heads)), tag("tbody", body))


def claim_html(
    claim: Claim, prose: ProseWriter, *, about: str = "", foot: str = "", name: str | None = None
) -> str:
    """
    Write a claim, the other side's answer and what happened since, in equal type.

    about and foot are HTML that stands above and below. name is the element's id, claim-… unless
    another is given; an empty one leaves it out, where a claim may stand twice.
    """
    language, dataset = prose.language, prose.dataset
    columns = [
        _column(
            "claim",
            prose.plain(claim.text.to(language)),
            dataset.who(claim.claimant, claim.as_of, language),
            claim.source,
            claim.place,
            prose,
        ),
        _answer(claim, prose),
        _column(
            "since",
            prose.plain(claim.since.to(language)) or text(interface("no_since", language)),
            format_date(claim.since_as_of, language),
            claim.since_source,
            Localized("", ""),
            prose,
        ),
    ]
    words = interface(
        "claim_state", language, state=dataset.label(f"state_{claim.state}", language)
    )
    state = tag("p", *((about, " ") if about else ()), words, class_=f"state {claim.state}")
    place = f"claim-{claim.id}" if name is None else name
    return tag(
        "section",
        state + tag("div", joined(columns), class_="columns") + foot,
        class_="claim",
        aria_label=render_plain(claim.text, dataset, language),
        id=place or None,
    )


def _answer(claim: Claim, prose: ProseWriter) -> str:
    """Write the answer on record; where there is none, that, and the day it was looked for."""
    language = prose.language
    words = claim.answer.to(language)
    if words:
        written = prose.plain(words)
        who = prose.dataset.who(claim.answer_by, claim.answer_as_of, language)
    else:
        written = text(interface("no_answer", language))
        who = interface("looked_on", language, day=format_date(claim.answer_looked, language))
    return _column("answer", written, who, claim.answer_source, claim.answer_place, prose)


def _column(
    kind: str, words: str, who: str, source: Source | None, place: Localized, prose: ProseWriter
) -> str:
    language = prose.language
    foot = tag("p", text(who), class_="who") if who else ""
    if source:
        where = f"　{place.to(language)}" if place.to(language) else ""
        foot += tag("p", prose.document(source), where, class_="from")
    return tag(
        "div",
        tag("h3", text(interface(f"column_{kind}", language))) + tag("p", words) + foot,
        class_=f"column {kind}",
    )
