"""Editions: what every figure was on the day an edition was recorded, and what changed since."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from components.data.csv_reader import BadTable, read_rows
from components.data.dataset import Dataset, load_dataset
from components.data.languages import NO_WORDS, Localized
from components.data.paths import DATA
from components.data.records import Figure

FOLDER = "editions"


@dataclass(frozen=True)
class Edition:
    """
    A named state of the records. name and date are empty before the first edition.

    moved_on says that the figures are no longer those of the edition, so that nobody takes
    today's output for it.
    """

    name: str
    date: str
    note: Localized = NO_WORDS
    moved_on: bool = False


@dataclass(frozen=True)
class Frozen:
    """What an edition keeps of one record."""

    record_id: str
    value: str
    unit: str
    as_of: str
    source_id: str
    qualifier: str


COLUMNS = tuple(each.name for each in fields(Frozen))


@dataclass(frozen=True)
class Changes:
    """What differs between an edition and now, each in the order of the records."""

    changed: tuple[tuple[Frozen, Frozen], ...] = ()
    new: tuple[Frozen, ...] = ()
    withdrawn: tuple[Frozen, ...] = ()
    corrections: tuple[Mapping[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.withdrawn or self.corrections)


def editions(data: Path = DATA) -> tuple[Edition, ...]:
    """List the editions, the latest first; none where the list cannot be read."""
    try:
        rows = read_rows(data / "editions.csv")
        found = [
            Edition(row["edition"], row["date"], Localized(row["note_ja"], row["note_en"]))
            for row in rows
        ]
    except (BadTable, KeyError):
        return ()
    return tuple(sorted(found, key=lambda each: (each.date, each.name), reverse=True))


def current(data: Path = DATA) -> Edition:
    """Give the latest edition, and whether the figures have moved on since."""
    known = editions(data)
    if not known:
        return Edition("", "")
    latest = known[0]
    moved_on = bool(changes(latest, data))
    return Edition(latest.name, latest.date, latest.note, moved_on)


def frozen(records: Dataset) -> dict[str, Frozen]:
    """Give what an edition would keep: every figure and every row of the longer tables."""
    rows = [*records.figures.values(), *(row for table in records.tables.values() for row in table)]
    return {row.id: _freeze(row) for row in rows}


def _freeze(row: Figure) -> Frozen:
    return Frozen(row.id, row.value, row.unit, row.as_of, row.source.id, row.qualifier)


def snapshot_path(name: str, data: Path = DATA) -> Path:
    """Say where an edition keeps its figures."""
    return data / FOLDER / f"{name}.csv"


def snapshot(name: str, data: Path = DATA) -> dict[str, Frozen]:
    """Read what an edition kept. Raises BadTable, and KeyError where a column is missing."""
    rows = read_rows(snapshot_path(name, data))
    return {row["record_id"]: Frozen(**{name: row[name] for name in COLUMNS}) for row in rows}


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
        tuple(each for each in records.corrections if each["corrected_on"] > since.date),
    )


def differing(one: Frozen, other: Frozen) -> tuple[str, ...]:
    """Name the columns in which two states of one record differ."""
    then, now = asdict(one), asdict(other)
    return tuple(name for name in COLUMNS if then[name] != now[name])
