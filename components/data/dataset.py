"""The dataset: every record and label of data/, read once per change of the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from components.data import cells, frames, wide
from components.data.dates import format_date
from components.data.incomparable import Incomparable
from components.data.languages import Language, Localized, listed
from components.data.links import Example, Flow, System
from components.data.loader import Loader
from components.data.money_records import Project
from components.data.municipalities import Municipality
from components.data.numbers import format_value
from components.data.paths import DATA
from components.data.reach import ends_on, is_told, known_from
from components.data.records import Claim, Event, Figure, Measure, Source
from components.data.state import DataState, data_state
from components.data.words import Correction, StartingPoint, Synonym, Term

if TYPE_CHECKING:
    import pandas as pd

R = TypeVar("R")


@dataclass(frozen=True, eq=False)  # one dataset, one identity: it is a key of caches
class Dataset:
    """All records, by id. `broken` says which files could not be read, and why."""

    sources: Mapping[str, Source]
    measures: Mapping[str, Measure]
    figures: Mapping[str, Figure]
    tables: Mapping[str, tuple[Figure, ...]]
    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    flows: Mapping[str, Flow]
    systems: Mapping[str, System]
    labels: Mapping[str, Localized]
    names: tuple[Localized, ...]
    corrections: tuple[Correction, ...]
    broken: tuple[Localized, ...]
    synonyms: tuple[Synonym, ...] = ()
    terms: Mapping[str, Term] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, Example] = field(default_factory=dict)
    incomparable: tuple[Incomparable, ...] = ()
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    wide_tables: Mapping[str, wide.WideTable] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    folder: Path = DATA  # of the tables that are read when asked for
    starting_points: tuple[StartingPoint, ...] = ()

    def label(self, code: str, language: Language) -> str:
        """Give the words for a code or a municipality; the code itself if nothing knows it."""
        if code in self.municipalities:
            return self.municipalities[code].name.to(language)
        return self.labels[code].to(language) if code in self.labels else code

    def format_value(
        self, record: Figure, language: Language, *, bare: bool = False, short: bool = False
    ) -> str:
        """Write a record's value; bare leaves out 約 and the like, short rounds it for speech."""
        qualifier = "exact" if bare else record.qualifier
        counter = self.label(f"unit_{record.unit}", language)
        how = {"qualifier": qualifier, "counter": counter}
        return format_value(record.value, record.unit, language, short=short, **how)

    def who(self, code: str, as_of: str, language: Language) -> str:
        """Write who said something, and when."""
        return listed([self.label(code, language), format_date(as_of, language)], language)

    def rows(self, table: str, **dims: str | tuple[str, ...]) -> list[Figure]:
        """
        Give a table's records whose dimensions match, in the order of the file.

        facility="facility_all" keeps one facility; a tuple keeps several. Raises KeyError for a
        table that is not in data/tables/.
        """
        wanted = {name: (each,) if isinstance(each, str) else each for name, each in dims.items()}
        return [
            row
            for row in self.tables[table]
            if all(row.dims.get(name) in options for name, options in wanted.items())
        ]

    def frame(self, *figure_ids: str) -> "pd.DataFrame":
        """Give figures, named as in figure(), as a DataFrame in that order (frames.to_frame)."""
        return frames.frame(self, figure_ids)

    def series(self, table: str, **where: str | tuple[str, ...]) -> "pd.DataFrame":
        """
        Give a table's rows as a DataFrame, in the order of the file (columns: frames.to_frame).

        series("online_eligibility_by_stage", facility="facility_all") keeps one facility; a tuple
        keeps several; any column may be named. Raises KeyError for an unknown table or column.
        """
        return frames.series(self, table, **where)

    def wide(self, table: str) -> "pd.DataFrame":
        """
        Give a table of municipalities: a row each, a column a date, NaN for a gap.

        Index: municipality code. Columns: ISO dates. float64, in the unit of the table's measure;
        shared, so its numbers cannot be changed. Raises KeyError for another table.
        wide("cards_by_municipality").at["131130", "2022-12-31"]
        """
        return wide.frame(self, table)

    def figures_of(self, rows: "pd.DataFrame") -> list[Figure]:
        """Give the records that a frame's rows stand for: with sources, for hover and links."""
        return frames.figures_of(self, rows)

    def figure(self, name: str) -> Figure:
        """
        Give a figure by its id, the newest one of a series, a series' value at a date, or a cell.

        figure("use_rate"), figure("use_rate@2023-12"), as in data/text/; the id of a table's row;
        figure("cards_by_municipality.131130.2022-12-31"), made when it is asked for. Raises
        KeyError, naming the nearest name.
        """
        known = self.figures.get(name) or cells.figure(self, name)
        return known or _each({**self.figures, **self.members}, [name])[0]

    def latest(self, series: str, **where: str | tuple[str, ...]) -> Figure:
        """
        Give the newest value of a series of figures.csv, or of a table's rows kept as rows() does.

        latest("use_rate_fukui"); latest("insurance_use_by_month", basis="basis_receipt"). Gaps are
        passed over. Raises KeyError for an unknown name, naming the nearest, and without a value.
        """
        if series not in self.tables:
            return _each(self.members, [series])[0]
        if rows := [row for row in self.rows(series, **where) if row.value]:
            return max(rows, key=ends_on)
        raise KeyError(f"no value in {series} where {where}")

    def newest(self, topic: str = "") -> Figure | None:
        """
        Give the figure of a topic, or of all, with the latest as-of date; None without figures.

        Plans, forecasts, gaps and dates do not count.
        """
        every = [*self.figures.values(), *(row for rows in self.tables.values() for row in rows)]
        told = [each for each in every if each.value and topic in ("", each.topic)]
        return max(filter(is_told, told), key=known_from, default=None)

    @cached_property
    def members(self) -> Mapping[str, Figure]:
        """The values of every series as series@as_of, and the newest as the series itself."""
        rows = [row for row in self.figures.values() if row.series and row.value]
        found: dict[str, Figure] = {}
        for row in sorted(rows, key=ends_on):
            found |= {f"{row.series}@{row.as_of}": row, row.series: row}
        return found

    def get_figures(self, *names: str) -> list[Figure]:
        """Give figures, named as figure() takes them, in the order asked for."""
        return [self.figure(name) for name in names]

    def get_events(self, *event_ids: str) -> list[Event]:
        """Give events in the order asked for. Raises KeyError naming the nearest ids."""
        return _each(self.events, event_ids)

    def get_flows(self, *flow_ids: str) -> list[Flow]:
        """Give data flows in the order asked for. Raises KeyError naming the nearest ids."""
        return _each(self.flows, flow_ids)


def _each(records: Mapping[str, R], names: Sequence[str]) -> list[R]:
    for name in names:
        if name not in records:
            near = ", ".join(get_close_matches(name, records)) or "nothing like it"
            raise KeyError(f"{name} (nearest: {near})")
    return [records[name] for name in names]


def load(folder: Path = DATA) -> Dataset:
    """
    Read a data folder and give its records.

    load(Path("data")).figure("use_rate").value is the newest use rate. Nothing is raised for a
    file or a row that cannot be read: it is left out, and said in `broken`.
    """
    return Dataset(**Loader(folder).fields())


def load_dataset(data: Path = DATA) -> Dataset:
    """As load, for the files as they stand now; the same object while they do not change."""
    return _loaded(data, data_state(data))


@lru_cache(maxsize=4)
def _loaded(data: Path, _state: DataState) -> Dataset:
    return load(data)
