"""What changed since an edition, in words: for the page, the plain site and the sheets."""

from collections.abc import Sequence
from typing import NamedTuple

from components.data.cells import by_id
from components.data.dataset import Dataset
from components.data.dates import format_date, format_span
from components.data.editions import Changes, Frozen
from components.data.languages import Language
from components.data.numbers import format_value
from components.data.words import Correction
from components.text.prose import render_plain
from components.text.topics import interface

MANY = 20  # new values of a measure that are told one by one
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

    def row(record_id: str, was: str, now: str, why: str = "") -> ChangeRow:
        return ChangeRow(record_id, _name(record_id, dataset, language), was, now, why)

    def state(each: Frozen) -> str:
        return _state(each, dataset, language)

    def why(each: Correction) -> str:
        day = format_date(each.corrected_on, language)
        return interface("change_why", language, day=day, why=each.why.to(language))

    return {
        "corrected": [
            row(each.record_id, each.was.to(language), each.now.to(language), why(each))
            for each in found.corrections
        ],
        "changed": [row(now.record_id, state(then), state(now)) for then, now in found.changed],
        "new": [
            row(each[0].record_id, "", state(each[0]))
            if len(each) == 1
            else _many(each, dataset, language)
            for each in _gathered(found.new)
        ],
        "withdrawn": [row(each.record_id, state(each), "") for each in found.withdrawn],
    }


def _name(record_id: str, dataset: Dataset, language: Language) -> str:
    """Name a record in words: a figure, a claim, a link, a row; one that is no more says so."""
    if figure := by_id(dataset).get(record_id):
        return render_plain(figure.label, dataset, language)
    if claim := dataset.claims.get(record_id):
        return render_plain(claim.text, dataset, language)
    if flow := dataset.flows.get(record_id):
        ends = (dataset.label(each, language) for each in (flow.start, flow.end))
        return f"{flow.data.to(language)} ({' → '.join(ends)})"
    measure = dataset.measures.get(".".join(record_id.split(".")[1:2]))
    return measure.name.to(language) if measure else interface("record_gone", language)


def _gathered(found: Sequence[Frozen]) -> list[list[Frozen]]:
    """Take the values of a table together where it brought many of one measure at once."""
    groups: dict[str, list[Frozen]] = {}
    for each in found:
        groups.setdefault(".".join(each.record_id.split(".")[:2]), []).append(each)
    return [
        part
        for group in groups.values()
        for part in ([group] if len(group) > MANY else [[each] for each in group])
    ]


def _many(found: Sequence[Frozen], dataset: Dataset, language: Language) -> ChangeRow:
    """Write many new values of one measure as one row: how many, of which dates."""
    name, measure = found[0].record_id.split(".")[:2]
    span = format_span([each.as_of for each in found], language)
    count = interface("change_many", language, count=f"{len(found):,}", date=span)
    return ChangeRow(f"{name}.{measure}", dataset.measures[measure].name.to(language), "", count)


def _state(each: Frozen, dataset: Dataset, language: Language) -> str:
    """Write value, date and document, so that whatever changed can be seen."""
    counter = dataset.label(f"unit_{each.unit}", language)
    value = format_value(
        each.value, each.unit, language, qualifier=each.qualifier, counter=counter
    ) or dataset.label("qualifier_not_seen", language)
    source = dataset.sources.get(each.source_id)
    document = source.short.to(language) if source else interface("source_gone", language)
    date = format_date(each.as_of, language)
    return interface("change_state", language, value=value, date=date, source=document)
