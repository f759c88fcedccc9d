"""What a cell of a docket says and how it is framed."""

from dataclasses import dataclass
from typing import Any

from components.charts.chart import View
from components.charts.style import BREAK, LEFT, note, wrap
from components.data.dates import format_date, format_day
from components.data.languages import Localized
from components.data.records import Figure

GAP = 4  # pixels between two cells
STAR = Localized("＊", "†")  # the narrower one where dates are long
MARKS = {"settled": "●\u00a0", "planned": "○\u00a0", "muted": ""}  # the space does not break


@dataclass(frozen=True)
class Grid:
    """
    How rows are laid out: the names of the dimensions for line, column and state.

    muted holds states that say nothing is known: they get no frame and no mark. highlight holds
    states in the accent colour.
    """

    line: str
    column: str
    state: str
    muted: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()

    def kind(self, row: Figure) -> str:
        """Tell how a cell is drawn: muted, planned or settled."""
        if row.dims[self.state] in self.muted:
            return "muted"
        return "planned" if row.qualifier == "planned" else "settled"


def words_of(view: View, row: Figure, grid: Grid, width: int) -> str:
    """Write a cell: mark and state in words, below it the date, or that there is none."""
    kind = grid.kind(row)
    word = wrap(MARKS[kind] + view.label(row.dims[grid.state]), width)
    if kind == "muted":
        return word
    star = STAR.to(view.language) if row.confidence == "low" and row.value else ""
    day = _day(view, row.value) + star if row.value else view.step_text("no_date")
    return f"<b>{word}</b>{BREAK}{wrap(day, width + 4)}"


def _day(view: View, written: str) -> str:
    """Write a date; on a stage English months are short."""
    if view.staged and view.language == "en" and len(written) == len("2021-10-20"):
        return f"{format_day(written, 'en')} {written[:4]}"
    return format_date(written, view.language)


def frame(
    view: View, row: Figure, grid: Grid, x: tuple[float, float], y: tuple[float, float]
) -> dict[str, Any]:
    """Frame a cell: solid for what is settled, dashed for plans, accent for what is pointed at."""
    theme = view.theme
    strong = row.dims[grid.state] in grid.highlight
    planned = grid.kind(row) == "planned"
    return {
        "type": "rect",
        "x0": x[0] + 0.004,
        "x1": x[1] - 0.002,
        "y0": y[0] - GAP / 2,
        "y1": y[1] + GAP / 2,
        "fillcolor": theme.ground if planned else theme.aside,
        "line": {
            "color": theme.accent if strong else theme.context,
            "width": 2.5 if strong else 1.5,
            "dash": "dash" if planned else "solid",
        },
        "layer": "below",
    }


def cell_note(
    view: View, words: str, x: float, y: float, size: int, anchor: str, *, muted: bool = False
) -> dict[str, Any]:
    """Set words with their left edge at x."""
    return note(
        words, x, y, size, view.theme.muted if muted else view.theme.ink, yanchor=anchor, **LEFT
    )
