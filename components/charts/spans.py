"""How long something is kept: spans on an axis of years, with a line at the year looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.chart import Chart, View
from components.charts.drawing import NOTHING
from components.charts.fitting import row_height
from components.charts.style import axis, finish, line, note, rect
from components.charts.text_width import columns_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.languages import Localized
from components.data.links import Flow
from components.data.records import Figure
from components.text.topics import interface

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

    A span without an end is dashed and open to the right. Each rests on a record, whose source the
    chart names. Raises ValueError without spans.

    lifetimes(view, [Span("10 years", 2016, 2026, record)], year=2025)
    """
    if not spans:
        raise ValueError("no spans to draw")
    first = min(span.start for span in spans)
    last = max([span.end or 0 for span in spans] + [year]) + 4
    room = int(row_height(view, NARROW_ROW if view.narrow else ROW, len(spans), around=36))
    accent = view.theme.accent
    said = interface("span_year", view.language, year=format_date(str(year), view.language))
    shapes = [line((year, year), (0, 1), accent, 2, yref="paper")]
    notes = [note(f"<b>{said}</b>", year, 1, LABEL_SIZE, accent, yref="paper", yanchor="bottom")]
    for place, span in enumerate(spans):
        top = -place * room
        shapes.append(_bar(view, span, top, last, year))
        notes += _labels(view, span, top)
    rows = list({span.row.id: span.row for span in spans}.values())
    layout = {
        "margin": {"l": 8, "r": 8, "t": 30, "b": 8},
        "xaxis": axis(view.theme, range=[first - 1, last]),
        "yaxis": axis(view.theme, range=[-room * len(spans) + 14, 6]),
        "shapes": shapes,
        "annotations": notes,
    }
    return finish(view, [NOTHING], layout, rows=rows, height=room * len(spans) + 36)


def _bar(view: View, span: Span, top: int, last: int, year: int) -> dict[str, Any]:
    theme, name = view.theme, 20 if view.narrow else 0  # pixels more for the name
    alive = span.start <= year and (span.end is None or year <= span.end)
    colour, dash = (theme.main, "solid") if span.end else (theme.context, "dash")
    ends, sides = (span.start, span.end or last), (top - 30 - name, top - 52 - name)
    fill = colour if alive and span.end else theme.ground
    return rect(ends, sides, fill, colour, 2, dash=dash, layer="below")


def _labels(view: View, span: Span, top: int) -> list[dict[str, Any]]:
    theme, more = view.theme, 20 if view.narrow else 0
    # The year's line passes behind words.
    plain = {"bgcolor": theme.ground, "borderpad": 0, "xanchor": "left"}
    name = wrap_text(span.label, columns_width(42 if view.narrow else 90, view.language))
    above = {"xref": "paper", "yanchor": "bottom", "align": "left"}
    end = format_date(str(span.end), view.language) if span.end else "…"
    years = TO.to(view.language).join([format_date(str(span.start), view.language), end])
    down, look = top - 54 - more, (SMALL_SIZE, theme.muted)
    return [
        note(name, 0, top - 28 - more, LABEL_SIZE, theme.ink, **plain, **above),
        note(years, span.start, down, *look, yanchor="top", **plain),
    ]
