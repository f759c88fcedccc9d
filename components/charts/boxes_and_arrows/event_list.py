"""Dated events one below the other, in the order of time."""

from collections.abc import Sequence

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.text_width import BREAK, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE
from components.data.dates import first_day, format_date
from components.data.records import Event
from components.data.today import outcome_label

LINE = 21  # pixels of a line of text
AIR = 1.2  # of the type size: five small spaces in 2021 年 10 月 20 日
LARGER = (18, 16, LABEL_SIZE)  # type on a stage: the largest that leaves the row on one page
DOT, BESIDE = 16, 18  # pixels from the left to the dots, and from there to the words
NAMES = 0.77  # of a page, for the names of events


def event_list(view: View, events: Sequence[Event], *, highlight: Sequence[str] = ()) -> Chart:
    """
    Draw events as dots on a vertical line: filled for what happened, hollow for what was planned.

    The outcome of a plan stands behind its name as a word. highlight are ids of events in the
    accent colour. On a stage dates stand before the names, and a long row comes on pages. Raises
    ValueError without events.

    >>> event_list(view, view.dataset.get_events("ev_mandate"), highlight=["ev_mandate"])
    """
    if not events:
        raise ValueError("no events to draw")
    ordered = sorted(events, key=lambda event: first_day(event.date))
    presenter, height = view.for_presenter, view.canvas.height and view.canvas.height - 18
    for size in LARGER if presenter else LARGER[-1:]:
        line = LINE * size / LABEL_SIZE
        before = _room_of_dates(view, ordered, size) if presenter else BESIDE
        room = view.canvas.width * (1 if presenter or view.narrow else NAMES) - DOT - before
        names = [wrap_text(_name(view, event), room, size) for event in ordered]
        heights = [line * line_count(name) + (10 if presenter else LINE + 18) for name in names]
        parts = pages(heights, height)
        if len(parts) == 1:
            break
    part, drawing, tops = wanted(view, parts), Drawing(view, used=10), []
    for event, name, deep in zip(ordered[part], names[part], heights[part], strict=True):
        tops.append(drawing.used)
        day = f"<b>{_day(view, event)}</b>"
        if presenter:
            drawing.text(day, DOT, drawing.used, size, xshift=14)
        else:
            name = f"{day}{BREAK}{name}"
        drawing.text(name, DOT, drawing.used, size, xshift=before)
        drawing.used += deep
    _draw_dots(drawing, ordered[part], tops, highlight)
    return drawing.chart(ordered[part], page_count=len(parts))


def _room_of_dates(view: View, ordered: Sequence[Event], size: int) -> float:
    """The pixels before the names; a slide's program may set air between figures and 年, 月, 日."""
    longest = max(text_width(_day(view, event), size, bold=True) for event in ordered)
    return 26 + longest + (AIR * size if view.language == "ja" else 0)


def _draw_dots(
    drawing: Drawing, events: Sequence[Event], tops: Sequence[float], highlight: Sequence[str]
) -> None:
    theme = drawing.view.theme
    drawing.line((DOT, tops[0] + 10), (DOT, tops[-1] + 10), theme.context, 2)
    colours = [theme.accent if event.id in highlight else theme.main for event in events]
    fills = [
        theme.ground if event.is_plan else colour
        for event, colour in zip(events, colours, strict=True)
    ]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [DOT] * len(events),
        "y": [-top - 10 for top in tops],
        "marker": {"size": 13, "color": fills, "line": {"width": 2.5, "color": colours}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    drawing.traces.append(trace)


def _day(view: View, event: Event) -> str:
    return format_date(event.date, view.language)


def _name(view: View, event: Event) -> str:
    name = view.render_plain(event.name)
    if not event.is_plan:
        return name
    return view.aside(name, view.label(outcome_label(event)))
