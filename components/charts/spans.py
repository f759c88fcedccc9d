"""How long something is kept: spans on an axis of years, with a line at the year looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.chart import Chart, View
from components.charts.fitting import row_height
from components.charts.sheet import marks
from components.charts.style import note, wrap
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.languages import Localized
from components.data.links import Flow
from components.data.records import Figure

ROW, NARROW_ROW = 74, 100
TO = Localized("〜", "–")


@dataclass(frozen=True)
class Span:
    """A span of years that rests on a row; without an end it goes on as far as is known."""

    label: str
    start: int
    end: int | None
    row: Figure | Flow


def lifetimes(view: View, spans: Sequence[Span], *, year: int) -> Chart:
    """
    Draw spans of years, with a vertical line at `year`; what still exists then is filled.

    A span without an end is dashed and open to the right. Raises ValueError without spans.
    """
    if not spans:
        raise ValueError("no spans to draw")
    first = min(span.start for span in spans)
    last = max([span.end or 0 for span in spans] + [year]) + 4
    room = int(row_height(view, NARROW_ROW if view.narrow else ROW, len(spans), around=36))
    shapes: list[dict[str, Any]] = [_marker(view, year)]
    notes = [_year_note(view, year)]
    for place, span in enumerate(spans):
        top = -place * room
        shapes.append(_bar(view, span, top, last, year))
        notes += _labels(view, span, top, last)
    rows = list({span.row.id: span.row for span in spans}.values())
    return marks(
        view,
        shapes,
        notes,
        across=(first - 1, last),
        down=(-room * len(spans) + 14, 6),
        rows=rows,
        height=room * len(spans) + 36,
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
    )


def _bar(view: View, span: Span, top: int, last: int, year: int) -> dict[str, Any]:
    theme = view.theme
    alive = span.start <= year and (span.end is None or year <= span.end)
    colour = theme.main if span.end else theme.context
    return {
        "type": "rect",
        "x0": span.start,
        "x1": span.end or last,
        "y0": top - (50 if view.narrow else 30),
        "y1": top - (72 if view.narrow else 52),
        "fillcolor": colour if alive and span.end else theme.ground,
        "line": {"color": colour, "width": 2, "dash": "solid" if span.end else "dash"},
        "layer": "below",
    }


def _labels(view: View, span: Span, top: int, last: int) -> list[dict[str, Any]]:
    shared = {
        "showarrow": False,
        "font": {"size": LABEL_SIZE, "color": view.theme.ink},
        "bgcolor": view.theme.ground,
        "borderpad": 0,
    }  # the year's line passes behind words
    name = {
        "text": wrap(span.label, 42 if view.narrow else 90),
        "x": 0,
        "xref": "paper",
        "y": top - (48 if view.narrow else 28),
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
    }
    years = [format_date(str(span.start), view.language)]
    years.append(format_date(str(span.end), view.language) if span.end else "…")
    ends = {
        "text": TO.to(view.language).join(years),
        "x": span.start,
        "y": top - (74 if view.narrow else 54),
        "xanchor": "left",
        "yanchor": "top",
        "font": {"size": SMALL_SIZE, "color": view.theme.muted},
    }
    return [shared | name, shared | ends]


def _marker(view: View, year: int) -> dict[str, Any]:
    line = {"color": view.theme.accent, "width": 2}
    return {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def _year_note(view: View, year: int) -> dict[str, Any]:
    return note(
        f"<b>{format_date(str(year), view.language)}</b>",
        year,
        1,
        LABEL_SIZE,
        view.theme.accent,
        yref="paper",
        yanchor="bottom",
    )
