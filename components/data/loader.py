"""
From rows of text to records.

A reader must still get a page when one row or one file is broken, so a row that cannot be
understood is left out and a file that cannot be read counts as empty; both are noted in `broken`.
`components.checks.check` is the strict reader, for editors.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from components.data import link_rows, rows
from components.data.csv_reader import BadTable, read_rows
from components.data.examples import Example, example_of
from components.data.languages import Localized
from components.data.records import Claim, Event, Figure, Flow, Measure, Source, Synonym, System
from components.data.rows import CsvRow
from components.data.term import Term, term_of

T = TypeVar("T")


class Loader:
    """Reads the files of one data folder, collecting what is broken instead of stopping."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.broken: list[Localized] = []

    def _rows(self, name: str) -> list[CsvRow]:
        try:
            return read_rows(self.data / f"{name}.csv")
        except BadTable as trouble:
            self.broken.append(Localized(trouble.text("ja"), trouble.text("en")))
            return []

    def _each(self, name: str, make: Callable[[CsvRow], T]) -> Iterable[T]:
        for number, row in enumerate(self._rows(name), 2):
            try:
                yield make(row)
            except (KeyError, ValueError) as trouble:
                self.broken.append(
                    Localized(
                        f"{name}.csv の{number}行目は読めないため使っていません（{trouble}）。",
                        f"Row {number} of {name}.csv cannot be read and is left out ({trouble}).",
                    )
                )

    def sources(self) -> Mapping[str, Source]:
        return {each.id: each for each in self._each("sources", rows.source_of)}

    def measures(self) -> Mapping[str, Measure]:
        return {each.id: each for each in self._each("measures", rows.measure_of)}

    def labels(self) -> Mapping[str, Localized]:
        return dict(
            self._each("labels", lambda row: (row["code"], Localized(row["ja"], row["en"])))
        )

    def names(self) -> tuple[Localized, ...]:
        return tuple(self._each("names", lambda row: rows.pair(row, "name")))

    def synonyms(self) -> tuple[Synonym, ...]:
        return tuple(self._each("synonyms", rows.synonym_of))

    def corrections(self) -> tuple[CsvRow, ...]:
        return tuple(self._rows("corrections"))

    def figures(
        self, sources: Mapping[str, Source], measures: Mapping[str, Measure]
    ) -> Mapping[str, Figure]:
        made = self._each("figures", lambda row: rows.figure_of(row, sources, measures))
        return {each.id: each for each in made}

    def tables(
        self,
        sources: Mapping[str, Source],
        measures: Mapping[str, Measure],
        labels: Mapping[str, Localized],
        figures: Mapping[str, Figure],
    ) -> Mapping[str, tuple[Figure, ...]]:
        return {
            path.stem: tuple(
                self._each(
                    f"tables/{path.stem}",
                    lambda row, name=path.stem: rows.table_row_of(
                        name, row, sources, measures, labels, figures
                    ),
                )
            )
            for path in sorted((self.data / "tables").glob("*.csv"))
        }

    def claims(self, sources: Mapping[str, Source]) -> Mapping[str, Claim]:
        return {
            each.id: each for each in self._each("claims", lambda row: rows.claim_of(row, sources))
        }

    def events(self, sources: Mapping[str, Source]) -> Mapping[str, Event]:
        return {
            each.id: each for each in self._each("events", lambda row: rows.event_of(row, sources))
        }

    def flows(self, sources: Mapping[str, Source]) -> Mapping[str, Flow]:
        return {
            each.id: each
            for each in self._each("data_flows", lambda row: link_rows.flow_of(row, sources))
        }

    def terms(self, sources: Mapping[str, Source]) -> Mapping[str, Term]:
        made = self._each("glossary", lambda row: term_of(row, sources))
        return {each.id: each for each in made}

    def sides(self) -> Mapping[str, str]:
        return dict(self._each("claimants", lambda row: (row["claimant"], row["side"])))

    def systems(self, sources: Mapping[str, Source]) -> Mapping[str, System]:
        return {
            each.id: each
            for each in self._each("systems", lambda row: link_rows.system_of(row, sources))
        }

    def examples(self, sources: Mapping[str, Source]) -> Mapping[str, Example]:
        made = self._each("invented_people", lambda row: example_of(row, sources))
        return {each.id: each for each in made}
