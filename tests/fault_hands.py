"""How an editor's slip gets into a copy of data/: one function a kind of slip."""

import csv
import io
from pathlib import Path

FIGURES, TEXT = "figures.csv", "text/mynapoint.yml"
ONE = "oqs_operating_share_2021_10_20"


def set_cell(column: str, value: str, *, file: str = FIGURES, key: str = ONE):
    """Give a fault: one cell of the row whose first column is key."""

    def plant(data: Path) -> None:
        path = data / file
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        first = next(iter(rows[0]))
        next(row for row in rows if row[first] == key or not key)[column] = value
        with path.open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    return plant


def swap(old: str, new: str, *, file: str = TEXT):
    """Give a fault: the first place of one text replaced by another."""

    def plant(data: Path) -> None:
        words = (data / file).read_text("utf-8")
        assert old in words
        (data / file).write_text(words.replace(old, new, 1), "utf-8")

    return plant


def recode(encoding: str, *, file: str = FIGURES):
    """Give a fault: the file saved in another encoding."""

    def plant(data: Path) -> None:
        words = (data / file).read_text("utf-8")
        (data / file).write_bytes(words.encode(encoding, errors="replace"))

    return plant


def twice(data: Path) -> None:
    """A row given twice."""
    words = (data / FIGURES).read_text("utf-8")
    line = next(line for line in words.splitlines() if ONE in line)
    (data / FIGURES).write_text(f"{words}{line}\n", "utf-8")
