"""A walk through links, one after another: where it stands now is large, the rest is named."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.flows import STYLES, data_of
from components.charts.sheet import EDGE, marks
from components.charts.style import BREAK, note, wrap
from components.charts.text_width import letters
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 16  # pixels of a line of small text
BOX = 66  # pixels of a box's height


def walk(view: View, flows: Sequence[Flow], *, at: int) -> Chart:
    """
    Draw a walk: a dot for each flow in order, and the flow at place `at` (from 1) as two boxes.

    Between the boxes stand the identifier they meet under and the status, on a line of its style.
    Raises ValueError without flows, or for a place that is not in the walk.
    """
    if not 1 <= at <= len(flows):
        raise ValueError(f"the walk has no place {at}")
    shapes, notes, used = _dots(view, flows, at)
    draw = _down if view.narrow else _across
    more, words, used = draw(view, flows[at - 1], used)
    return marks(
        view,
        shapes + more,
        notes + words,
        across=(0, view.canvas.width),
        down=(-used, 0),
        rows=list(flows),
        height=int(used) + 4,
        margin=EDGE | {"b": 2},
    )


def _dots(view: View, flows: Sequence[Flow], at: int) -> tuple[list, list, float]:
    """The stops in a row, each with identifier and data; on a phone the number alone."""
    wide = view.canvas.width / len(flows)
    fits = letters(view, wide - 10, SMALL_SIZE)
    names = [
        wrap(view.label(flow.identifier), fits) + BREAK + wrap(data_of(view, flow), fits)
        for flow in flows
    ]
    rule = {"color": view.theme.context, "width": 2}
    ends = {"x0": wide / 2, "x1": view.canvas.width - wide / 2, "y0": -16, "y1": -16}
    shapes = [{"type": "line", "layer": "below", "line": rule} | ends]
    notes = []
    for place, name in enumerate(names, 1):
        here = place == at
        x = wide * (place - 0.5)
        shapes.append(_dot(view, x, here=here))
        colour = view.theme.ground if here else view.theme.ink
        notes.append(_note(f"<b>{place}</b>", x, -16, LABEL_SIZE, colour))
        if not view.narrow:
            colour = view.theme.ink if here else view.theme.muted
            words = f"<b>{name}</b>" if here else name
            notes.append(_note(words, x, -36, SMALL_SIZE, colour, yanchor="top"))
    if view.narrow:
        return shapes, notes, 44
    return shapes, notes, 36 + LINE * max(name.count(BREAK) + 1 for name in names) + 20


def _across(view: View, flow: Flow, used: float) -> tuple[list, list, float]:
    wide = view.canvas.width * 0.27
    left, right = 4, view.canvas.width - wide - 4
    middle = -used - 46 - BOX / 2
    dash, width = STYLES.get(flow.status, ("solid", 2))
    shapes = [_box(view, x, x + wide, middle + BOX / 2) for x in (left, right)]
    shapes.append(_shaft(view, (left + wide + 4, middle), (right - 14, middle), dash, width))
    fits = letters(view, wide - 8, LABEL_SIZE)
    notes = [
        _note(wrap(view.label(code), fits), x + wide / 2, middle, LABEL_SIZE, view.theme.ink)
        for code, x in ((flow.start, left), (flow.end, right))
    ]
    notes.append(_head(view, (right - 2, middle), (right - 26, middle), width))
    centre, fits = view.canvas.width / 2, letters(view, view.canvas.width * 0.42, LABEL_SIZE)
    above = wrap(view.label(flow.identifier), fits)
    below = f"<b>{view.label(flow.status)}</b>{BREAK}{wrap(data_of(view, flow), fits)}"
    notes += [
        _note(
            f"<b>{above}</b>", centre, middle + 8, LABEL_SIZE, view.theme.accent, yanchor="bottom"
        ),
        _note(below, centre, middle - 8, SMALL_SIZE, view.theme.ink, yanchor="top"),
    ]
    return shapes, notes, used + 46 + BOX + LINE * max(0, below.count(BREAK) - 1) + 8


def _down(view: View, flow: Flow, used: float) -> tuple[list, list, float]:
    left, right = 4, view.canvas.width - 4
    dash, width = STYLES.get(flow.status, ("solid", 2))
    fits, small = (letters(view, right - 52, size) for size in (LABEL_SIZE, SMALL_SIZE))
    words = [
        f"<b>{wrap(view.label(flow.identifier), fits)}</b>",
        f"{view.label(flow.status)}{BREAK}{wrap(data_of(view, flow), small)}",
    ]
    gap = LINE * (sum(each.count(BREAK) + 1 for each in words) + 1) + 18
    tall = BOX - 16
    top, bottom = -used, -used - tall - gap
    shapes = [_box(view, left, right, y, tall) for y in (top, bottom)]
    notes = [
        _note(
            wrap(view.label(code), fits),
            view.canvas.width / 2,
            y - tall / 2,
            LABEL_SIZE,
            view.theme.ink,
        )
        for code, y in ((flow.start, top), (flow.end, bottom))
    ]
    shapes.append(_shaft(view, (28, top - tall - 4), (28, bottom + 14), dash, width))
    notes.append(_head(view, (28, bottom + 2), (28, bottom + 26), width))
    text = top - tall - 8
    notes.append(
        _note(words[0], 48, text, LABEL_SIZE, view.theme.accent, yanchor="top", xanchor="left")
    )
    text -= LINE * (words[0].count(BREAK) + 1) + 8
    notes.append(
        _note(words[1], 48, text, SMALL_SIZE, view.theme.ink, yanchor="top", xanchor="left")
    )
    return shapes, notes, used + 2 * tall + gap + 6


def _dot(view: View, x: float, *, here: bool) -> dict[str, Any]:
    """The stop one stands at is filled; the others are rings."""
    theme = view.theme
    place = {"x0": x - 13, "x1": x + 13, "y0": -29, "y1": -3}
    line = {"color": theme.accent if here else theme.context, "width": 2}
    return {
        "type": "circle",
        "fillcolor": theme.accent if here else theme.ground,
        "line": line,
        "layer": "below",
    } | place


def _box(view: View, left: float, right: float, top: float, tall: float = BOX) -> dict[str, Any]:
    line = {"color": view.theme.ink, "width": 1.5}
    place = {"x0": left, "x1": right, "y0": top, "y1": top - tall}
    return {"type": "rect", "fillcolor": view.theme.aside, "line": line, "layer": "below"} | place


def _shaft(
    view: View, start: tuple[float, float], end: tuple[float, float], dash: str, width: float
) -> dict[str, Any]:
    line = {"color": view.theme.accent, "width": width, "dash": dash}
    place = {"x0": start[0], "y0": start[1], "x1": end[0], "y1": end[1]}
    return {"type": "line", "line": line} | place


def _head(
    view: View, tip: tuple[float, float], back: tuple[float, float], width: float
) -> dict[str, Any]:
    return {
        "text": "",
        "x": tip[0],
        "y": tip[1],
        "ax": back[0],
        "ay": back[1],
        "xref": "x",
        "yref": "y",
        "axref": "x",
        "ayref": "y",
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 1.2,
        "arrowwidth": width,
        "arrowcolor": view.theme.accent,
    }


def _note(
    words: str,
    x: float,
    y: float,
    size: int,
    colour: str,
    *,
    yanchor: str = "middle",
    xanchor: str = "center",
) -> dict[str, Any]:
    return note(words, x, y, size, colour, xanchor=xanchor, yanchor=yanchor, align=xanchor)
