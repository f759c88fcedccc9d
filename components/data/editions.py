"""Editions: what every figure was on the day an edition was recorded, and what changed since."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

from components.data.columns import Day
from components.data.csv_reader import BadTable, read_rows
from components.data.dataset import Dataset, load_dataset
from components.data.languages import NO_WORDS, Localized
from components.data.paths import DATA
from components.data.records import Figure
from components.data.schema import Rule, from_row
from components.data.words import Correction

FOLDER = "editions"
EditionName = Annotated[str, Rule("^[0-9]{4}-[0-9]{2}([.][0-9]{1,3})?$", example="2026-11")]


@dataclass(frozen=True)
class Edition:
    """
    A named state of the records. name and date are empty before the first edition.

    moved_on says that the figures are no longer those of the edition, so that nobody takes
    today's output for it.
    """

    name: Annotated[EditionName, "edition", "版", "The name of the edition, a year and month"]
    date: Annotated[Day, "記録した日", "The day its figures were kept"]
    note: Annotated[Localized, "説明", "What the edition brings"] = NO_WORDS
    moved_on: bool = False


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """What an edition keeps of one record."""

    record_id: Annotated[str, "記録のID", "The id of the figure or row"]
    value: Annotated[str, "値", "The value on the day of the edition; empty if not seen"] = ""
    unit: Annotated[str, "単位", "The unit of the value"]
    as_of: Annotated[str, "時点", "The date the value was of"] = ""
    source_id: Annotated[str, "出典のID", "The document the value was read in"]
    qualifier: Annotated[str, "性質", "How exact the value was"]


COLUMNS = tuple(each.name for each in fields(Frozen))


@dataclass(frozen=True)
class Changes:
    """What differs between an edition and now, each in the order of the records."""

    changed: tuple[tuple[Frozen, Frozen], ...] = ()
    new: tuple[Frozen, ...] = ()
    withdrawn: tuple[Frozen, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.withdrawn or self.corrections)


def editions(data: Path = DATA) -> tuple[Edition, ...]:
    """List the editions, the latest first; none where the list cannot be read."""
    try:
        found = [from_row(Edition, row, {}) for row in read_rows(data / "editions.csv")]
    except (BadTable, KeyError):
        return ()
    return tuple(sorted(found, key=lambda each: (each.date, each.name), reverse=True))


def current(data: Path = DATA) -> Edition:
    """
    Give the latest edition, and whether the figures have moved on since; nameless before the first.

    Raises BadTable where its figures cannot be read, and KeyError where a column is missing.
    """
    known = editions(data)
    if not known:
        return Edition("", "")
    latest = known[0]
    moved_on = bool(changes(latest, data))
    return Edition(latest.name, latest.date, latest.note, moved_on)


def frozen(records: Dataset) -> dict[str, Frozen]:
    """Give by id what an edition would keep: every figure, every row of the longer tables."""
    rows = [*records.figures.values(), *(row for table in records.tables.values() for row in table)]
    return {row.id: _freeze(row) for row in rows}


def _freeze(row: Figure) -> Frozen:
    return Frozen(
        record_id=row.id,
        value=row.value,
        unit=row.unit,
        as_of=row.as_of,
        source_id=row.source.id,
        qualifier=row.qualifier,
    )


def snapshot_path(name: str, data: Path = DATA) -> Path:
    """Say where an edition keeps its figures."""
    return data / FOLDER / f"{name}.csv"


def snapshot(name: str, data: Path = DATA) -> dict[str, Frozen]:
    """Read what an edition kept. Raises BadTable, and KeyError where a column is missing."""
    rows = read_rows(snapshot_path(name, data))
    return {row["record_id"]: from_row(Frozen, row, {}) for row in rows}


def changes(since: Edition, data: Path = DATA) -> Changes:
    """
    Compare an edition with the records as they are now.

    A correction counts from the day of the edition on. Raises BadTable where the edition's figures
    cannot be read.
    """
    records = load_dataset(data)
    then, now = snapshot(since.name, data), frozen(records)
    changed = [(then[each], now[each]) for each in now if each in then and then[each] != now[each]]
    return Changes(
        tuple(changed),
        tuple(now[each] for each in now if each not in then),
        tuple(then[each] for each in then if each not in now),
        tuple(each for each in records.corrections if each.corrected_on > since.date),
    )
