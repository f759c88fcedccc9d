"""A board: a column for each party or case, a line for each question, and what is on record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import sheet
from components.charts.chart import Chart, View
from components.charts.style import BREAK, columns_of, wrap
from components.content.dates import format_date
from components.content.listing import Row
from components.content.prose import passage
from components.content.records import Claim, Event, Record

GAP = 8  # pixels between two cells
PAD = 8  # pixels between a cell's edge and its words

# A mark has a word of its own in labels.csv and its own edge: colour is never the only sign.
EDGES: dict[str, tuple[str, float]] = {
    "mark_yes": ("solid", 2.5),
    "mark_no": ("dash", 2),
    "mark_not_seen": ("dot", 1.5),
}


@dataclass(frozen=True)
class Cell:
    """
    What is on record where a line and a column meet.

    row is what the cell rests on; without one nothing is on record and the mark says so. mark is a
    key of EDGES; words (one of the step's) stand in place of the row's own.
    """

    row: Row | None = None
    mark: str = ""
    words: str = ""


def board(view: View, columns: Sequence[str], lines: Mapping[str, Sequence[Cell]]) -> Chart:
    """
    Draw cells in columns, line by line; on a phone one below the other, with its column's name.

    columns and the keys of lines are label codes or words of the step; every line has a cell for
    each column. A cell shows its mark, the words of its row, and who said them when.
    Raises ValueError without lines, or where a line has another number of cells.
    """
    if not lines or any(len(cells) != len(columns) for cells in lines.values()):
        raise ValueError("every line needs a cell for each column")
    across = 1 if view.narrow else len(columns)
    shapes: list[dict[str, Any]] = []
    notes, used = ([], 0) if view.narrow else _heads(view, columns)
    for name, cells in lines.items():
        band = wrap(_named(view, name), _room(view, 1))
        notes.append(sheet.words(view, f"<b>{band}</b>", 0, used))
        used += sheet.line(view) * (band.count(BREAK) + 1) + 4
        said = [_said(view, cell, head if view.narrow else "", across)
                for cell, head in zip(cells, columns, strict=True)]  # fmt: skip
        for start in range(0, len(cells), across):
            row = said[start : start + across]
            depth = max(_depth(view, words) for words in row)
            for place, words in enumerate(row):
                shapes.append(_edge(view, cells[start + place], place, across, used, depth))
                notes.append(sheet.words(view, words, place / across, used + PAD, inset=PAD))
            used += depth + GAP
    rows = {cell.row.id: cell.row for cells in lines.values() for cell in cells if cell.row}
    return sheet.sheet(view, shapes, notes, rows=list(rows.values()), used=used)


def _heads(view: View, columns: Sequence[str]) -> tuple[list[dict[str, Any]], int]:
    heads = [wrap(_named(view, name), _room(view, len(columns))) for name in columns]
    notes = [
        sheet.words(view, f"<b>{head}</b>", place / len(columns), 0, color=view.look.main)
        for place, head in enumerate(heads)
    ]
    return notes, sheet.line(view) * (max(head.count(BREAK) for head in heads) + 1) + 8


def _named(view: View, name: str) -> str:
    return view.say(name) if name in view.words else view.label(name)


def _room(view: View, across: int) -> int:
    """Half-width columns of words that one of so many cells abreast can hold."""
    return sheet.columns(view, 1 / across, less=GAP + 2 * PAD + 6)


def _said(view: View, cell: Cell, head: str, across: int) -> str:
    """A cell's words with their breaks: column on a phone, mark, what is said, who said it."""
    room = _room(view, across)
    words = view.say(cell.words) if cell.words else _words(view, cell.row)
    parts = [f"<b>{wrap(_named(view, head), room)}</b>"] if head else []
    if cell.mark:
        parts.append(f"<b>{view.label(cell.mark)}</b>")
    if words:
        parts.append(wrap(words, room))
    if isinstance(cell.row, Claim):
        parts.append(f"<i>{_who(view, cell.row, room)}</i>")
    return BREAK.join(parts)


def _words(view: View, row: Row | None) -> str:
    if row is None:
        return ""
    if isinstance(row, Record):
        return view.written(row)
    pair = row.text if isinstance(row, Claim) else row.name if isinstance(row, Event) else row.data
    return str(passage(view.pick(pair), view.book, view.language))


def _who(view: View, claim: Claim, room: int) -> str:
    """Who and when; the date goes to a line of its own rather than being broken."""
    who, day = view.label(claim.claimant), format_date(claim.as_of, view.language)
    if not day or columns_of(who + day) + 2 > room:
        return BREAK.join(filter(None, [wrap(who, room), day]))
    return f"{who}、{day}" if view.language == "ja" else f"{who}, {day}"


def _depth(view: View, words: str) -> int:
    return sheet.line(view) * (words.count(BREAK) + 1) + 2 * PAD


def _edge(view: View, cell: Cell, place: int, across: int, used: int, depth: int) -> dict[str, Any]:
    look = view.look
    dash, thick = EDGES.get(cell.mark, ("solid", 1))
    strong = cell.mark in ("mark_yes", "mark_no")
    edge = {"color": look.main if strong else look.context, "width": thick, "dash": dash}
    width = 1 / across - (GAP / view.room.width if place + 1 < across else 0)
    fill = look.ground if cell.mark == "mark_not_seen" else look.aside
    return sheet.box(place / across, width, used, depth, fill, edge)
