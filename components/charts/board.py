"""A board: one line a subject, one column a question, a few words or a date in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.chart import Chart, Row, View
from components.charts.sheet import EDGE, marks
from components.charts.style import BREAK, LEFT, columns_of, half_width, note, wrap
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Claim
from components.text.listing import cells

NAME = 0.265  # of the width, for the subjects' names
# Size of the words and pixels between two lines: the first that fits a room of a given height.
SETTINGS = ((LABEL_SIZE, 22), (LABEL_SIZE, 13), (SMALL_SIZE, 12), (SMALL_SIZE, 7))
GAP, CLOSE = 28, 8  # pixels kept free beside words; the second where dates stand abreast on a phone
SHORT = 12  # half-width columns: cells as short as a date stand abreast on a phone


@dataclass(frozen=True)
class TableRow:
    """A subject with its cells, one a column; marked holds the columns that stand out."""

    name: str
    cells: Sequence[str]
    marked: Sequence[int] = ()


def dated(view: View, claim: Claim) -> str:
    """Write a claim with its date behind it."""
    return view.aside(view.localize(claim.text), format_date(claim.as_of, view.language))


def board(
    view: View, heads: Sequence[str], lines: Sequence[TableRow], *, rows: Sequence[Row]
) -> Chart:
    """
    Write lines of words under the heads of their columns; on a phone under each subject's name.

    An empty cell shows a dash. rows are the records or claims that the words rest on. What a stage
    is too low for comes in parts; with one row a line, each part has its own rows. Raises
    ValueError without lines, or where a line has more or fewer cells than there are heads.
    """
    if not lines:
        raise ValueError("no lines to write")
    for line in lines:
        if len(line.cells) != len(heads):
            raise ValueError(f"{line.name} has {len(line.cells)} cells for {len(heads)} heads")
    size, parts = _share(view, heads, lines)
    part = slice(
        min(view.page_index, parts - 1) * size, (min(view.page_index, parts - 1) + 1) * size
    )
    rows = rows[part] if len(rows) == len(lines) else rows
    pen = _written(view, heads, lines[part])
    return marks(
        view,
        pen.rules,
        pen.notes,
        across=(0, view.canvas.width),
        down=(-pen.used, 0),
        rows=rows,
        height=pen.used + 2,
        margin=EDGE | {"b": 0},
        page_count=parts,
    )


def _share(view: View, heads: Sequence[str], lines: Sequence[TableRow]) -> tuple[int, int]:
    """Give how many lines stand on a part, and in how many parts all of them fit the room."""
    for parts in range(1, len(lines) + 1):
        size = -(-len(lines) // parts)
        pieces = [lines[start : start + size] for start in range(0, len(lines), size)]
        deepest = max(_written(view, heads, piece).used for piece in pieces)
        if deepest + 2 <= (view.canvas.height or deepest + 2):
            return size, len(pieces)
    return 1, len(lines)


def of_records(view: View, rows: Sequence[Row], columns: Sequence[str]) -> Chart:
    """
    Write records line by line, the first column as their names.

    columns are names of listing.cells, each with its head among the step's words. Raises ValueError
    without rows.
    """
    written = [cells(view.dataset, row, view.language) for row in rows]
    first, *others = columns
    lines = [TableRow(each[first], [each.get(name, "") for name in others]) for each in written]
    return board(view, [view.step_text(name) for name in others], lines, rows=rows)


def _written(view: View, heads: Sequence[str], lines: Sequence[TableRow]) -> "_Pen":
    """Write with the first setting that fits; without a height there is one for each room."""
    settings = SETTINGS if view.canvas.height else SETTINGS[2:3] if view.narrow else SETTINGS[1:2]
    longest = max(columns_of(cell) for line in lines for cell in line.cells)
    for size, pad in settings:
        pen = _Pen(view, size, pad)
        if not view.narrow:
            _abreast(pen, heads, lines, NAME * view.canvas.width)
        elif longest <= SHORT:
            _abreast(pen, heads, lines, 0)
        else:
            _stacked(pen, heads, lines)
        if not view.canvas.height or pen.used + 2 <= view.canvas.height:
            break
    return pen


class _Pen:
    """Writes from the top down and knows how many pixels are used."""

    def __init__(self, view: View, size: int, pad: int) -> None:
        self.view, self.size, self.pad = view, size, pad
        self.notes: list[dict[str, Any]] = []
        self.rules: list[dict[str, Any]] = []
        self.used = 0

    def fit(self, words: str, width: float, gap: int = GAP) -> str:
        """Break words so that they stay within a width in pixels, less the gap."""
        return wrap(words, int((width - gap) / (self.size * half_width(self.view.language))))

    def tall(self, words: Sequence[str]) -> int:
        """The height in pixels of the tallest of several words."""
        return int(max(each.count(BREAK) + 1 for each in words) * self.size * 1.32)

    def write(self, words: str, x: float, colour: str, *, bold: bool = False) -> None:
        self.notes.append(
            note(
                f"<b>{words}</b>" if bold else words,
                x,
                -self.used,
                self.size,
                colour,
                yanchor="top",
                **LEFT,
            )
        )

    def rule(self) -> None:
        line = {"color": self.view.theme.rule, "width": 1}
        y = -self.used + self.pad / 3
        self.rules.append(
            {"type": "line", "x0": 0, "x1": self.view.canvas.width, "y0": y, "y1": y, "line": line}
        )


def _abreast(pen: _Pen, heads: Sequence[str], lines: Sequence[TableRow], names: float) -> None:
    theme, width = pen.view.theme, (pen.view.canvas.width - names) / len(heads)
    places = [names + width * place for place in range(len(heads))]
    gap = GAP if names else CLOSE
    written = [pen.fit(head, width, gap) for head in heads]
    for head, x in zip(written, places, strict=True):
        pen.write(head, x, theme.muted)
    pen.used += pen.tall(written) + pen.pad
    for line in lines:
        pen.rule()
        name = pen.fit(line.name, names or pen.view.canvas.width)
        cells = [pen.fit(cell or "—", width, gap) for cell in line.cells]
        pen.write(name, 0, theme.ink, bold=True)
        if not names:
            pen.used += pen.tall([name]) + pen.pad // 3
        for place, (cell, x) in enumerate(zip(cells, places, strict=True)):
            marked = place in line.marked
            pen.write(cell, x, theme.accent if marked else theme.ink, bold=marked)
        pen.used += pen.tall([*cells, name] if names else cells) + pen.pad


def _stacked(pen: _Pen, heads: Sequence[str], lines: Sequence[TableRow]) -> None:
    theme, width = pen.view.theme, pen.view.canvas.width
    for line in lines:
        name = pen.fit(line.name, width)
        pen.rule()
        pen.write(name, 0, theme.ink, bold=True)
        pen.used += pen.tall([name]) + pen.pad // 3
        for place, (head, cell) in enumerate(zip(heads, line.cells, strict=True)):
            marked = place in line.marked
            pen.write(pen.fit(head, width), 0, theme.muted)
            pen.used += pen.tall([pen.fit(head, width)])
            words = pen.fit(cell or "—", width - 12)
            pen.write(words, 12, theme.accent if marked else theme.ink, bold=marked)
            pen.used += pen.tall([words]) + pen.pad // 3
        pen.used += pen.pad // 2
