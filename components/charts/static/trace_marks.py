"""Marks of a figure's traces: bars with their values, lines with their points."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.charts.static.layout_marks import dashes
from components.charts.static.lettering import words
from components.charts.static.marks import Box, Dot, Line, Mark
from components.charts.static.space import Space, number

Trace = Mapping[str, Any]


def traces(space: Space, data: Sequence[Trace]) -> Iterator[Mark]:
    """Draw bars and scatters. Raises ValueError for a kind of trace that no chart of ours uses."""
    for trace in data:
        if trace.get("visible") is False or trace.get("opacity") == 0:
            continue
        if trace["type"] == "bar":
            yield from _bars(space, trace)
        elif trace["type"] == "scatter":
            yield from _scatter(space, trace)
        else:
            raise ValueError(f"a still cannot draw {trace['type']}")


def each(value: Any, place: int, otherwise: Any = None) -> Any:
    """Give the setting of one point: of a list its item, else the setting itself."""
    if isinstance(value, (list, tuple)):
        return value[place] if place < len(value) else otherwise
    return otherwise if value is None else value


def _bars(space: Space, trace: Trace) -> Iterator[Mark]:
    flat = trace.get("orientation") == "h"
    along, across = (trace["x"], trace["y"]) if flat else (trace["y"], trace["x"])
    refs = (trace.get("xaxis") or "x", trace.get("yaxis") or "y")
    far, near = refs if flat else refs[::-1]
    marker = trace.get("marker") or {}
    edge = marker.get("line") or {}
    pattern = marker.get("pattern") or {}
    for place, (size, where) in enumerate(zip(along, across, strict=True)):
        if size is None:
            continue
        base = number(each(trace.get("base"), place, 0))
        half = space.size(near, each(trace.get("width"), place, 0.8)) / 2
        first = number(where) - half
        ends = sorted((space.at(far, base), space.at(far, base + space.size(far, size))))
        sides = sorted((space.at(near, first), space.at(near, first + 2 * half)))
        (left, right), (top, bottom) = (ends, sides) if flat else (sides, ends)
        yield Box(
            left,
            top,
            right - left,
            bottom - top,
            fill=each(marker.get("color"), place, ""),
            edge=each(edge.get("color"), place, ""),
            edge_width=each(edge.get("width"), place, 0),
            hatch=(pattern.get("fgcolor") or "") if each(pattern.get("shape"), place, "") else "",
        )
        # On an axis that runs backwards a bar's end is at its other side.
        back = space.at(far, base + space.size(far, size)) < space.at(far, base)
        yield from _value(trace, place, (left, top, right, bottom), flat=flat, back=back)


def _value(trace: Trace, place: int, bar: tuple, *, flat: bool, back: bool) -> Iterator[Mark]:
    """The number beside (or inside the end of) a bar."""
    left, top, right, bottom = bar
    text = str(each(trace.get("text"), place, "") or "")
    font = trace.get("textfont") or {}
    inside = each(trace.get("textposition"), place, "outside") == "inside"
    gap = (-1 if inside else 1) * (3 if flat else 1)
    if flat:
        end = left - gap if back else right + gap
        across = "right" if back != inside else "left"
        at, down = (end, (top + bottom) / 2), "middle"
    else:
        at, across = ((left + right) / 2, top - gap), "center"
        down = "top" if inside else "bottom"
    font = {"size": font.get("size", 12), "color": each(font.get("color"), place, "")}
    if mark := words(text, *at, font, across=across, down=down):
        yield mark


def _scatter(space: Space, trace: Trace) -> Iterator[Mark]:
    refs = (trace.get("xaxis") or "x", trace.get("yaxis") or "y")
    points = [
        None if x is None or y is None else (space.at(refs[0], x), space.at(refs[1], y))
        for x, y in zip(trace.get("x") or (), trace.get("y") or (), strict=True)
    ]
    mode = trace.get("mode") or "lines"
    if "lines" in mode:
        yield from _strokes(trace, points)
    marker = trace.get("marker") or {}
    if "markers" in mode and each(marker.get("opacity"), 0, 1):
        for place, point in enumerate(points):
            if point:
                yield _marker(marker, place, point)
    if "text" in mode:
        yield from _labels(trace, points)


def _marker(marker: Mapping[str, Any], place: int, point: tuple[float, float]) -> Mark:
    """A point of a series; line-ns is an upright stroke as high as the marker."""
    edge = marker.get("line") or {}
    size = each(marker.get("size"), place, 6)
    colour, width = each(edge.get("color"), place, ""), each(edge.get("width"), place, 0)
    symbol = each(marker.get("symbol"), place, "circle").removesuffix("-open")
    if symbol == "line-ns":
        (x, y), half = point, size / 2
        return Line(((x, y - half), (x, y + half)), colour, width)
    fill = each(marker.get("color"), place, "")
    return Dot(*point, size, fill, colour, width, symbol)


def _strokes(trace: Trace, points: Sequence[tuple[float, float] | None]) -> Iterator[Mark]:
    """One stroke for each run without a gap."""
    line = trace.get("line") or {}
    width = float(line.get("width", 2))
    run: list[tuple[float, float]] = []
    for point in [*points, None]:
        if point:
            if run and line.get("shape") == "hv":
                run.append((point[0], run[-1][1]))
            run.append(point)
            continue
        if len(run) > 1:
            fill = trace.get("fillcolor") or "" if trace.get("fill") == "toself" else ""
            dash = dashes(line.get("dash"), width)
            yield Line(tuple(run), line.get("color", ""), width, dash, fill=fill)
        run = []


def _labels(trace: Trace, points: Sequence[tuple[float, float] | None]) -> Iterator[Mark]:
    for place, point in enumerate(points):
        where = each(trace.get("textposition"), place, "middle center").split()
        down = {"top": "bottom", "bottom": "top"}.get(where[0], "middle")
        across = {"left": "right", "right": "left"}.get(where[-1], "center")
        text = str(each(trace.get("text"), place, "") or "")
        font = trace.get("textfont") or {}
        font = {"size": each(font.get("size"), place, 12), "color": each(font.get("color"), place)}
        if point and (mark := words(text, *point, font, across=across, down=down)):
            yield mark
