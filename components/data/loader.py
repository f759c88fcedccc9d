"""
From rows of text to records.

A reader must still get a page when one row or one file is broken, so a row that cannot be
understood is left out and a file that cannot be read counts as empty; both are noted in `broken`.
`components.checks.check` is the strict reader, for editors.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from components.data import (
    incomparable,
    links,
    money_records,
    municipalities,
    records,
    wide,
    wide_reader,
    words,
)
from components.data.csv_reader import BadTable, CsvTable, read_sheet
from components.data.languages import Localized
from components.data.paths import files_in
from components.data.records import Figure
from components.data.schema import CsvRow, fields_of, from_row
from components.data.tables import figure_of

# The files of data/ and what their rows are; a file stands below those it refers to.
RECORDS: dict[str, type] = {
    "sources": records.Source,
    "measures": records.Measure,
    "incomparable": incomparable.Incomparable,
    "figures": records.Figure,
    "claims": records.Claim,
    "events": records.Event,
    "data_flows": links.Flow,
    "systems": links.System,
    "invented_people": links.Example,
    "labels": words.Label,
    "names": words.Name,
    "corrections": words.Correction,
    "synonyms": words.Synonym,
    "starting_points": words.StartingPoint,
    "glossary": words.Term,
    "claimants": words.Claimant,
    "municipalities": municipalities.Municipality,
    "projects": money_records.Project,
    "cell_notes": wide_reader.CellNote,
}
NOT_NUMBERS = ("date", "year", "fiscal_year")


class Loader:
    """Reads the files of one data folder, collecting what is broken instead of stopping."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.broken: list[Localized] = []
        self.known: dict[str, dict[str, Any]] = {}
        for table, record in RECORDS.items():
            made = self._made(table, partial(from_row, record, known=self.known))
            key = fields_of(record)[0].name
            keyed = table != "corrections"  # one record may be corrected twice on a day
            self.known[table] = {
                getattr(each, key) if keyed else str(number): each
                for number, each in enumerate(made)
            }
        self.labels = {code: label.words for code, label in self.known["labels"].items()}

    def fields(self) -> dict[str, Any]:
        """Read what a Dataset holds, by the names of its fields."""
        known = self.known
        tables, wide_tables = self.tables()
        return {
            "sources": known["sources"],
            "measures": known["measures"],
            "figures": known["figures"],
            "tables": tables,
            "claims": known["claims"],
            "events": known["events"],
            "flows": known["data_flows"],
            "systems": known["systems"],
            "labels": self.labels,
            "names": tuple(each.words for each in known["names"].values()),
            "corrections": tuple(known["corrections"].values()),
            "synonyms": tuple(known["synonyms"].values()),
            "terms": known["glossary"],
            "sides": {name: each.side for name, each in known["claimants"].items()},
            "examples": known["invented_people"],
            "incomparable": tuple(known["incomparable"].values()),
            "starting_points": tuple(known["starting_points"].values()),
            "municipalities": known["municipalities"],
            "wide_tables": wide_tables,
            "projects": known["projects"],
            "folder": self.data,
            "broken": tuple(self.broken),
        }

    def tables(self) -> tuple[dict[str, tuple[Figure, ...]], dict[str, wide.WideTable]]:
        """Read the longer tables by name: records, and those of municipalities."""
        records: dict[str, tuple[Figure, ...]] = {}
        towns: dict[str, wide.WideTable] = {}
        notes = wide_reader.notes_by_cell(self.known["cell_notes"].values())
        for path in files_in(self.data / "tables", "*.csv"):
            if path.stem in money_records.RECORD_TABLES:
                continue
            sheet = self._sheet(f"tables/{path.stem}")
            if not wide_reader.is_wide(sheet.header):
                make = partial(figure_of, path.stem, known=self.known, labels=self.labels)
                records[path.stem] = tuple(self._records(f"tables/{path.stem}", sheet, make))
                continue
            read = partial(wide_reader.series_of, known=self.known, shared={})
            rows = self._records(f"tables/{path.stem}", sheet, read)
            if wide_reader.TOWN in sheet.header:
                codes = {each.dims[wide_reader.TOWN]: each for each in rows}
                dates = tuple(wide_reader.date_columns(sheet.header))
                towns[path.stem] = wide.WideTable(path.stem, dates, codes, notes)
            else:
                records[path.stem] = tuple(wide.figures_of(path.stem, rows, self.labels, notes))
        return records, towns

    def _made(self, name: str, make: Callable[[CsvRow], Any]) -> list[Any]:
        return self._records(name, self._sheet(name), make)

    def _sheet(self, name: str) -> CsvTable:
        try:
            sheet = read_sheet(self.data / f"{name}.csv")
        except BadTable as trouble:
            self.broken.append(Localized(trouble.text("ja"), trouble.text("en")))
            return CsvTable([], [], [])
        self.broken += [Localized(each.text("ja"), each.text("en")) for each in sheet.left_out]
        return sheet

    def _records(self, name: str, sheet: CsvTable, make: Callable[[CsvRow], Any]) -> list[Any]:
        made = []
        for number, row in zip(sheet.numbers, sheet.rows, strict=True):
            try:
                made.append(_must_be_a_number(make(row)))
            except (KeyError, ValueError) as trouble:
                self.broken.append(
                    Localized(
                        f"{name}.csv の{number}行目は読めないため使っていません（{trouble}）。",
                        f"Row {number} of {name}.csv cannot be read and is left out ({trouble}).",
                    )
                )
        return made


def _must_be_a_number(record: Any) -> Any:
    if isinstance(record, Figure) and record.value and record.unit not in NOT_NUMBERS:
        float(record.value)
    return record
