"""One row in words, by name of column: numbers, events, data flows, systems, claims, examples."""

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized, aside, listed
from components.data.links import INVENTED, Example, Flow, System
from components.data.records import Claim, Event, Figure, Source
from components.data.today import outcome_label
from components.text.prose import render_plain
from components.text.topics import interface

Row = Figure | Event | Flow | System | Claim | Example
NUMBER_COLUMNS = tuple("name value as_of measure source place note".split())
COLUMNS = {
    Event: tuple("as_of name outcome source place note".split()),
    Flow: tuple("start end data identifier status basis source place note".split()),
    System: tuple("name run_by identifier data basis status as_of since source place note".split()),
    Claim: tuple("claim said_by as_of answer since source place".split()),
}
CODES = "start end identifier status said_by claimant answer_by".split()  # fields with a label


def columns_for(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say which columns fit these rows; each kind has its own, a mixture those of numbers."""
    kinds = {type(row) for row in rows}
    return COLUMNS.get(kinds.pop(), NUMBER_COLUMNS) if len(kinds) == 1 else NUMBER_COLUMNS


def cells(dataset: Dataset, row: Row, language: Language) -> dict[str, str]:
    """Write a row's cells by name of column; which there are depends on its kind (columns_for)."""
    write = RecordWriter(dataset, language)
    own = own_cells(row, write)
    names = {*columns_for([row]), "source", "place", "note"} - {*own, "as_of"}
    day = row.date if isinstance(row, Event) else row.as_of
    return own | {name: write.field(row, name) for name in names} | {"as_of": write.day(day)}


class RecordWriter:
    """Writes fields of records as words of one language."""

    def __init__(self, dataset: Dataset, language: Language) -> None:
        self.dataset = dataset
        self.language = language

    def field(self, row: Any, name: str) -> str:
        """Write a field: words with their references resolved, documents and codes by name."""
        value = getattr(row, name)
        if isinstance(value, Localized):
            return render_plain(value, self.dataset, self.language)
        if isinstance(value, Source):
            return value.named(self.language)
        return self.label(value) if name in CODES else value or ""

    def label(self, code: str) -> str:
        """Give the words of a code; nothing where there is none."""
        return self.dataset.label(code, self.language) if code else ""

    def value(self, row: Figure) -> str:
        """Write a value, or that it was not seen."""
        return self.dataset.format_value(row, self.language) or self.label("qualifier_not_seen")

    def day(self, written: str) -> str:
        """Write a date."""
        return format_date(written, self.language)


@singledispatch
def own_cells(row: object, write: RecordWriter) -> dict[str, str]:
    """Write the cells that a kind of row writes in its own way."""
    raise TypeError(f"no cells for a {type(row).__name__}")


@own_cells.register
def _figure(row: Figure, write: RecordWriter) -> dict[str, str]:
    documents = [each.named(write.language) for each in (row.origin, row.source) if each]
    return {
        "name": write.field(row, "label"),
        "value": write.value(row),
        "measure": row.measure.definition.to(write.language),
        "said_by": write.field(row, "said_by"),
        "source": " ← ".join(documents),
    }


@own_cells.register
def _event(row: Event, write: RecordWriter) -> dict[str, str]:
    outcome = write.label(outcome_label(row))
    plan = write.label("event_plan") if row.is_plan else ""
    said = (write.label(f"kind_{row.kind}"), plan, outcome)
    return {"outcome": outcome, "status": " / ".join(filter(None, said))}


@own_cells.register
def _flow(row: Flow, write: RecordWriter) -> dict[str, str]:
    return {"name": write.field(row, "data")}


@own_cells.register
def _system(row: System, write: RecordWriter) -> dict[str, str]:
    """What came later has its own day and document: those of the row are earlier ones."""
    since = write.field(row, "since")
    known = (write.day(row.since_as_of), write.field(row, "since_source"))
    later = listed([each for each in known if each not in since], write.language, english="; ")
    return {"name": write.label(row.id), "since": since and aside(since, later, write.language)}


@own_cells.register
def _claim(row: Claim, write: RecordWriter) -> dict[str, str]:
    words = write.field(row, "text")
    answer = write.field(row, "answer") or interface("no_answer", write.language)
    said_by = write.label(row.claimant)
    return {"name": words, "claim": words, "said_by": said_by, "answer": answer}


@own_cells.register
def _example(row: Example, write: RecordWriter) -> dict[str, str]:
    """An invented entry says so in every column that could be read by itself."""
    said, japanese = INVENTED.to(write.language), write.language == "ja"
    whose = ", ".join(write.label(code) for code in (row.leak, row.person))
    data = aside(write.field(row, "data"), said if japanese else said.lower(), write.language)
    name = f"{said}{'：' if japanese else ': '}{whose}"
    return {"name": name, "value": data, "measure": said, "status": said}
