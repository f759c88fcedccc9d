"""Marks of a figure's layout: axes with their ticks, shapes, annotations, the source line."""

from collections.abc import Iterator, Mapping
from typing import Any

from components.charts.static.lettering import third, words
from components.charts.static.marks import LINE, Box, Dot, Line, Mark
from components.charts.static.space import Space
from components.charts.text_width import text_width

Settings = Mapping[str, Any]
# What Plotly keeps around a label, and the length of its ticks, in pixels.
BORDER = {"left": 2, "center": 0, "right": -2}
LOWER, TICK, UNDER, FOOT = 0.6, 5, 3.6, 3
ACROSS, DOWN = ("left", "center", "right"), ("bottom", "middle", "top")
# The lengths of Plotly's named dashes, in stroke widths (of three pixels at least).
DASHES = {
    "dot": (1, 1),
    "dash": (3, 3),
    "longdash": (5, 5),
    "dashdot": (3, 1, 1, 1),
    "longdashdot": (5, 2, 1, 2),
}


def dashes(name: str | None, width: float) -> tuple[float, ...]:
    """Give the lengths of a dash by Plotly's name or in its own writing (2px,9px)."""
    if not name or name == "solid":
        return ()
    if name in DASHES:
        return tuple(each * max(width, 3) for each in DASHES[name])
    return tuple(float(each.removesuffix("px")) for each in name.split(","))


def axes(space: Space) -> Iterator[Mark]:
    """Grid lines, the axis line and the labels of an axis; only ticks that are set by hand."""
    for name, axis in space.layout.items():
        if not name[1:].startswith("axis") or axis.get("visible") is False:
            continue
        ref = name[0] + name[5:]
        start, end = space.span(ref)
        other = space.span(axis.get("anchor") or ("y" if ref[0] == "x" else "x"))
        side = other[0]
        for value, label in zip(
            axis.get("tickvals") or (), axis.get("ticktext") or (), strict=False
        ):
            place = space.at(ref, value)
            if not min(start, end) - 1 <= place <= max(start, end) + 1:
                continue
            if axis.get("showgrid"):
                yield _along(ref, (place, other[0]), (place, other[1]), axis["gridcolor"])
            if axis.get("ticks"):
                away = TICK if ref[0] == "x" else -TICK
                yield _along(ref, (place, side), (place, side + away), axis["tickcolor"])
            if axis.get("showticklabels") is not False:
                yield from _tick(space, ref, place, side, str(label), axis)
        if axis.get("showline"):
            yield _along(ref, (start, side), (end, side), axis["linecolor"])


def _along(ref: str, start: tuple, end: tuple, colour: str) -> Line:
    """A thin line given in the axis's own order: along it first, across it second."""
    turn = (lambda point: point) if ref[0] == "x" else (lambda point: point[::-1])
    return Line((turn(start), turn(end)), colour, 1)


def _tick(
    space: Space, ref: str, place: float, side: float, label: str, axis: Settings
) -> Iterator[Mark]:
    """The label of a tick; Plotly leaves out one that would stick out of the picture."""
    font = axis["tickfont"]
    half = text_width(label, float(font["size"])) / 2 + 2
    if ref[0] == "x" and not half <= place <= space.width - half:
        return
    gap = TICK + 3.4 if axis.get("ticks") else 1
    at = (place, side + gap) if ref[0] == "x" else (side - gap, place)
    across, down = ("center", "top") if ref[0] == "x" else ("right", "middle")
    if mark := words(label, *at, font, across=across, down=down):
        yield mark


def shapes(space: Space, *, below: bool) -> Iterator[Mark]:
    """Lines and rectangles that stand below or above the traces."""
    for shape in space.layout.get("shapes") or ():
        if (shape.get("layer") == "below") != below:
            continue
        xref, yref = shape.get("xref") or "x", shape.get("yref") or "y"
        x0, x1 = (space.at(xref, shape[each]) for each in ("x0", "x1"))
        if shape.get("ysizemode") == "pixel":  # counted upwards from an anchor
            anchor = space.at(yref, shape["yanchor"], "y")
            y0, y1 = anchor - shape["y0"], anchor - shape["y1"]
        else:
            y0, y1 = (space.at(yref, shape[each], "y") for each in ("y0", "y1"))
        line = shape.get("line") or {}
        width = float(line.get("width", 2))
        dash = dashes(line.get("dash"), width)
        colour = line.get("color", "") if width else ""
        left, top, wide, tall = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
        fill = _seen(shape.get("fillcolor"))
        if shape["type"] == "rect":
            yield Box(left, top, wide, tall, fill, colour, width, dash)
        elif shape["type"] == "circle":
            yield Dot(left + wide / 2, top + tall / 2, max(wide, tall), fill, colour, width)
        else:
            yield Line(((x0, y0), (x1, y1)), colour, width, dash)
        yield from _label(shape.get("label") or {}, (x0 + x1) / 2, (y0 + y1) / 2)


def _label(label: Settings, x: float, y: float) -> Iterator[Mark]:
    down = label.get("yanchor") or "middle"
    y += {"bottom": -1, "top": 1}.get(down, 0) * float(label.get("padding") or 3)
    y += FOOT if down == "bottom" else 0
    if mark := words(
        label.get("text") or "", x, y, label.get("font") or {}, across="center", down=down
    ):
        yield mark


def _seen(colour: str | None) -> str:
    return "" if not colour or colour.replace(" ", "").endswith(",0)") else colour


def annotations(space: Space) -> Iterator[Mark]:
    """Labels, and the heads of arrows."""
    for note in space.layout.get("annotations") or ():
        xref, yref = note.get("xref") or "x", note.get("yref") or "y"
        x = space.at(xref, note["x"]) + (note.get("xshift") or 0)
        y = space.at(yref, note["y"], "y") - (note.get("yshift") or 0)
        if note.get("showarrow") and note.get("axref", "pixel") != "pixel":
            back = (space.at(note["axref"], note["ax"]), space.at(note["ayref"], note["ay"], "y"))
            width = float(note.get("arrowwidth") or 1)
            yield Line((back, (x, y)), note["arrowcolor"], width, arrow=True)
            continue
        paper = (xref == "paper" or "domain" in xref, yref == "paper" or "domain" in yref)
        across, down = note.get("xanchor") or "auto", note.get("yanchor") or "auto"
        if across == "auto":
            across = third(note["x"], ACROSS) if paper[0] else "center"
        if down == "auto":
            down = third(note["y"], DOWN) if paper[1] else "middle"
        x, y = x + BORDER[across], y + LOWER
        ground = _seen(note.get("bgcolor"))
        font = note.get("font") or space.layout["font"]
        if mark := words(
            note.get("text") or "", x, y, font, across=across, down=down, ground=ground
        ):
            yield mark


def source_line(space: Space) -> Iterator[Mark]:
    """The figure's title, which is its source line at the foot."""
    title = space.layout.get("title") or {}
    pad = title.get("pad") or {}
    # Plotly sets the first line at the bottom; the others hang below it.
    more = title.get("text", "").count("<br>") * LINE * (title.get("font") or {}).get("size", 12)
    at = (pad.get("l") or 0, space.height - (pad.get("b") or 0) + more + UNDER)
    if mark := words(
        title.get("text") or "",
        *at,
        title.get("font") or space.layout["font"],
        across="left",
        down="bottom",
    ):
        yield mark
