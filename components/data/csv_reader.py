"""CSV files as rows of text: the one reader for the whole product."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from components.data.languages import Language
from components.data.messages import message


class BadTable(Exception):
    """A CSV file that cannot be read as rows; says where and how to mend it."""

    def __init__(self, path: Path, row: int, key: str, **values: str) -> None:
        super().__init__(f"{path.name}:{row}: {key}")
        self.path, self.row, self.key, self.values = path, row, key, values

    def text(self, language: Language) -> str:
        """Say it in one language: file, what is wrong, what to do."""
        return f"{self.path.name}: {message(self.key, language, **self.values)}"


@dataclass(frozen=True)
class CsvTable:
    """
    A CSV file as read: its columns, its rows, and the number of each row in the file.

    left_out says of each row that could not be read what is wrong with it; the others stand.
    """

    header: list[str]
    rows: list[dict[str, str]]
    numbers: list[int]
    left_out: Sequence[BadTable] = ()


def read_text_of(path: Path) -> str:
    """Read a file as UTF-8, with or without BOM. Raises BadTable for other encodings."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        raise BadTable(path, 0, "file_missing") from trouble
    # Without its mark, UTF-16 of plain letters is valid UTF-8 with a NUL beside every letter.
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw.count(b"\x00") * 4 > len(raw):
        raise BadTable(path, 0, "not_utf8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise BadTable(path, 0, "not_utf8") from trouble
    if not text.strip():
        raise BadTable(path, 0, "file_empty")
    return text


def read_sheet(path: Path) -> CsvTable:
    """
    Read a CSV file with its columns and row numbers, the header being row 1.

    Columns and rows without anything in them are no rows and columns: spreadsheets leave them
    behind. A row with more or fewer cells than the header is left out, since a shifted row must
    never pass for data. Raises BadTable when the file is missing, empty or not UTF-8, when a
    quotation mark is not closed, when it is not parted by commas, when the header is not in the
    first row, when a column stands twice or has no name, or when most rows have not its length.
    """
    lines: list[list[str]] = []
    try:
        for line in csv.reader(io.StringIO(read_text_of(path), newline=""), strict=True):
            lines.append(line)
    except csv.Error as trouble:
        raise BadTable(path, len(lines) + 1, "csv_broken") from trouble
    header = _header(path, lines)
    numbers = [
        number for number, line in enumerate(lines, 1) if number > 1 and any(map(str.strip, line))
    ]
    wrong = [each for each in numbers if len(lines[each - 1]) != len(lines[0])]
    bad = [
        BadTable(path, each, "row_length", has=str(len(lines[each - 1])), needs=str(len(header)))
        for each in wrong
    ]
    if len(bad) * 2 > len(numbers):
        raise bad[0]
    kept = [number for number in numbers if number not in set(wrong)]
    rows = [
        {name: cell for name, cell in zip(lines[0], lines[number - 1], strict=True) if name}
        for number in kept
    ]
    return CsvTable(header, rows, kept, bad)


def _header(path: Path, lines: Sequence[Sequence[str]]) -> list[str]:
    """Give the names of the columns that have one; say first what makes all others wrong."""
    first = lines[0]
    if re.fullmatch(r"sep=.?", first[0].strip(), re.IGNORECASE):
        raise BadTable(path, 1, "separator_line")
    if len(first) == 1 and (found := re.search(r"[;\t]", first[0])):
        raise BadTable(path, 1, "separator", sign="Tab" if found[0] == "\t" else found[0])
    if all(re.fullmatch(r"(Column|列|フィールド)\s*\d+", name.strip()) for name in first):
        raise BadTable(path, 1, "header_numbered")
    for place, name in enumerate(first):
        if not name.strip() and any(line[place : place + 1] not in ([], [""]) for line in lines):
            raise BadTable(path, 1, "column_nameless", place=column_letters(place))
    header = [name for name in first if name.strip()]
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise BadTable(path, 1, "column_twice", name=", ".join(twice))
    return header


def column_letters(place: int) -> str:
    """Name a column by its place from 0, as spreadsheets do: column_letters(25) is Z, 26 AA."""
    letters, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_rows(path: Path) -> list[dict[str, str]]:
    """
    Read a CSV file into one mapping a row, keyed by the header; line ends may be LF or CRLF.

    Empty lines are left out. Raises BadTable as read_sheet does.
    """
    return read_sheet(path).rows
