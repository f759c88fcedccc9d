"""CSV files as rows of text: the one reader for the whole product."""

import csv
import io
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
    """A CSV file as read: its columns, its rows, and the number of each row in the file."""

    header: list[str]
    rows: list[dict[str, str]]
    numbers: list[int]


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

    Raises BadTable when the file is missing, empty or not UTF-8, when a quotation mark is not
    closed, when a column stands twice, or when a row has more or fewer cells than the header: a
    shifted row must never pass for data.
    """
    lines: list[list[str]] = []
    try:
        for line in csv.reader(io.StringIO(read_text_of(path), newline=""), strict=True):
            lines.append(line)
    except csv.Error as trouble:
        raise BadTable(path, len(lines) + 1, "csv_broken") from trouble
    header = lines[0]
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise BadTable(path, 1, "column_twice", name=", ".join(twice))
    numbers = [number for number, line in enumerate(lines, 1) if number > 1 and line]
    for number in numbers:
        if (has := len(lines[number - 1])) != len(header):
            raise BadTable(path, number, "row_length", has=str(has), needs=str(len(header)))
    rows = [dict(zip(header, lines[number - 1], strict=True)) for number in numbers]
    return CsvTable(header, rows, numbers)


def read_rows(path: Path) -> list[dict[str, str]]:
    """
    Read a CSV file into one mapping a row, keyed by the header; line ends may be LF or CRLF.

    Empty lines are left out. Raises BadTable as read_sheet does.
    """
    return read_sheet(path).rows
