"""What changed since an edition, in words: for the page, the plain site and the sheets."""

from typing import NamedTuple

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.editions import Changes, Frozen
from components.data.languages import Language
from components.data.numbers import format_value
from components.data.records import Figure
from components.data.words import Correction
from components.text.prose import rich_text
from components.text.topics import interface

SECTIONS = ("corrected", "changed", "new", "withdrawn")


class ChangeRow(NamedTuple):
    """One figure that changed: what it said and what it says; empty where nothing."""

    record_id: str
    name: str
    was: str
    now: str
    why: str = ""


def sections(found: Changes, dataset: Dataset, language: Language) -> dict[str, list[ChangeRow]]:
    """Give the rows of each section, in the order a reader needs them; a section may be empty."""
    write = _Writer(dataset, language)
    return {
        "corrected": [write.correction(each) for each in found.corrections],
        "changed": [write.row(then, now) for then, now in found.changed],
        "new": [write.row(None, each) for each in found.new],
        "withdrawn": [write.row(each, None) for each in found.withdrawn],
    }


class _Writer:
    def __init__(self, dataset: Dataset, language: Language) -> None:
        self.dataset = dataset
        self.language = language
        rows = (row for table in dataset.tables.values() for row in table)
        self.known: dict[str, Figure] = {row.id: row for row in rows} | dict(dataset.figures)

    def row(self, then: Frozen | None, now: Frozen | None) -> ChangeRow:
        name = (now or then).record_id
        return ChangeRow(name, self.name(name), self.state(then), self.state(now))

    def name(self, record_id: str) -> str:
        if record_id not in self.known:
            return record_id
        label = self.known[record_id].label.to(self.language)
        return str(rich_text(label, self.dataset, self.language))

    def state(self, each: Frozen | None) -> str:
        """Write value, date and document, so that whatever changed can be seen."""
        if each is None:
            return ""
        value = format_value(
            each.value,
            each.unit,
            self.language,
            qualifier=each.qualifier,
            counter=self.dataset.label(f"unit_{each.unit}", self.language),
        )
        value = value or self.dataset.label("qualifier_not_seen", self.language)
        source = self.dataset.sources.get(each.source_id)
        document = source.short.to(self.language) if source else each.source_id
        date = format_date(each.as_of, self.language)
        return interface("change_state", self.language, value=value, date=date, source=document)

    def correction(self, each: Correction) -> ChangeRow:
        day = format_date(each.corrected_on, self.language)
        why = interface("change_why", self.language, day=day, why=each.why.to(self.language))
        name = self.name(each.record_id)
        return ChangeRow(each.record_id, name, each.was, each.now, why)
