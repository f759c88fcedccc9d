"""CSV files as rows of text: the one reader for the whole product."""

import csv
import io
from pathlib import Path

from components.content.languages import Language
from components.content.messages import message


class BadTable(Exception):
    """A CSV file that cannot be read as rows; says where and how to mend it."""

    def __init__(self, path: Path, row: int, key: str, **values: str) -> None:
        super().__init__(f"{path.name}:{row}: {key}")
        self.path, self.row, self.key, self.values = path, row, key, values

    def text(self, language: Language) -> str:
        """Say it in one language: file, what is wrong, what to do."""
        return f"{self.path.name}: {message(self.key, language, **self.values)}"


def read_text_of(path: Path) -> str:
    """Read a file as UTF-8, with or without BOM. Raises BadTable for other encodings."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        raise BadTable(path, 0, "file_missing") from trouble
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise BadTable(path, 0, "not_utf8") from trouble
    if not text.strip():
        raise BadTable(path, 0, "file_empty")
    return text


def read_rows(path: Path) -> list[dict[str, str]]:
    """
    Read a CSV file into one mapping a row, keyed by the header; line ends may be LF or CRLF.

    Raises BadTable when the file is missing, empty or not UTF-8, when a column stands twice, or
    when a row has more or fewer cells than the header: a shifted row must never pass for data.
    """
    rows = list(csv.reader(io.StringIO(read_text_of(path), newline="")))
    header, body = rows[0], rows[1:]
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise BadTable(path, 1, "column_twice", name=", ".join(twice))
    for number, row in enumerate(body, 2):
        if row and len(row) != len(header):
            raise BadTable(
                path,
                number,
                "row_length",
                has=str(len(row)),
                needs=str(len(header)),
            )
    return [dict(zip(header, row, strict=True)) for row in body if row]
