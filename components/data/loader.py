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

from components.data import incomparable, links, records, words
from components.data.csv_reader import BadTable, read_sheet
from components.data.languages import Localized
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
    "glossary": words.Term,
    "claimants": words.Claimant,
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

    def tables(self) -> dict[str, tuple[Figure, ...]]:
        """Read the longer tables, by name."""
        return {
            path.stem: tuple(
                self._made(
                    f"tables/{path.stem}",
                    partial(figure_of, path.stem, known=self.known, labels=self.labels),
                )
            )
            for path in sorted((self.data / "tables").glob("*.csv"))
        }

    def _made(self, name: str, make: Callable[[CsvRow], Any]) -> list[Any]:
        made = []
        try:
            sheet = read_sheet(self.data / f"{name}.csv")
        except BadTable as trouble:
            self.broken.append(Localized(trouble.text("ja"), trouble.text("en")))
            return []
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
