"""One row in words, by column name: numbers, events, data flows, systems, claims, examples."""

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized
from components.data.links import INVENTED, Example, Flow, System
from components.data.records import Claim, Event, Figure
from components.text.prose import render_plain
from components.text.topics import interface

Row = Figure | Event | Flow | System | Claim | Example
Cells = dict[str, str]


def cells(dataset: Dataset, row: Row, language: Language) -> Cells:
    """Write a row's cells; which there are depends on its kind (listing.columns_for)."""
    writer = _Writer(dataset, language)
    kinds = (
        (Figure, writer.record),
        (Event, writer.event),
        (Flow, writer.flow),
        (System, writer.system),
        (Claim, writer.claim),
        (Example, writer.example),
    )
    own = next(write for kind, write in kinds if isinstance(row, kind))
    shared = {
        "place": writer.words(row.place),
        "note": writer.words(row.note),
        "source": _document(row, language),
    }
    return shared | own(row)


class _Writer:
    def __init__(self, dataset: Dataset, language: Language) -> None:
        self.dataset = dataset
        self.language = language

    def words(self, pair: Localized) -> str:
        return render_plain(pair, self.dataset, self.language)

    def label(self, code: str) -> str:
        return self.dataset.label(code, self.language) if code else ""

    def day(self, written: str) -> str:
        return format_date(written, self.language)

    def record(self, row: Figure) -> Cells:
        return {
            "name": self.words(row.label),
            "value": self.dataset.format_value(row, self.language)
            or self.label("qualifier_not_seen"),
            "as_of": self.day(row.as_of),
            "measure": row.measure.definition.to(self.language),
        }

    def event(self, row: Event) -> Cells:
        codes = [f"kind_{row.kind}"]
        codes += ["event_plan"] if row.is_plan else []
        codes += [f"outcome_{row.outcome}"] if row.outcome else []
        return {
            "name": self.words(row.name),
            "as_of": self.day(row.date),
            "outcome": self.label(f"outcome_{row.outcome}") if row.outcome else "",
            "status": " / ".join(self.label(code) for code in codes),
        }

    def flow(self, row: Flow) -> Cells:
        return {
            "name": self.words(row.data),
            "start": self.label(row.start),
            "end": self.label(row.end),
            "data": self.words(row.data),
            "identifier": self.label(row.identifier),
            "status": self.label(row.status),
            "basis": self.words(row.basis),
            "as_of": self.day(row.as_of),
        }

    def system(self, row: System) -> Cells:
        return {
            "name": self.label(row.id),
            "run_by": row.run_by.to(self.language),
            "identifier": row.identifier.to(self.language),
            "data": self.words(row.data),
            "basis": self.words(row.basis),
            "status": self.label(row.status),
            "since": self.since(row),
            "as_of": self.day(row.as_of),
        }

    def since(self, row: System) -> str:
        """What came later, with its day and its document: these are not those of the row."""
        words, day = self.words(row.since), self.day(row.since_as_of)
        named = row.since_source.named(self.language) if row.since_source else ""
        beside = [each for each in (day, named) if each and each not in words]
        if not words or not beside:
            return words
        joined = ("、" if self.language == "ja" else "; ").join(beside)
        return f"{words}（{joined}）" if self.language == "ja" else f"{words} ({joined})"

    def claim(self, row: Claim) -> Cells:
        return {
            "name": self.words(row.text),
            "claim": self.words(row.text),
            "said_by": self.label(row.claimant),
            "as_of": self.day(row.as_of),
            "answer": self.words(row.answer) or interface("no_answer", self.language),
            "since": self.words(row.since),
        }

    def example(self, row: Example) -> Cells:
        """An invented entry says so in every column that could be read by itself."""
        said = INVENTED.to(self.language)
        whose = ", ".join(self.label(code) for code in (row.leak, row.person))
        data = row.data.to(self.language)
        japanese = self.language == "ja"
        return {
            "name": f"{said}：{whose}" if japanese else f"{said}: {whose}",
            "value": f"{data}（{said}）" if japanese else f"{data} ({said.lower()})",
            "as_of": "",
            "measure": said,
            "status": said,
        }


def _document(row: Row, language: Language) -> str:
    origin = row.origin if isinstance(row, Figure) else None
    named = [each for each in (origin, row.source) if each]
    return " ← ".join(each.named(language) for each in named)
