"""A chart as marks, and marks as one SVG picture: vector, no browser, source line inside."""

from collections.abc import Iterator, Sequence
from html import escape

from components.charts.chart import Chart
from components.charts.static import layout_marks, lettering, trace_marks
from components.charts.static.marks import LINE, Box, Dot, Line, Mark, Text
from components.charts.static.space import Space
from components.charts.themes import FONT

IN_ADDRESS = str.maketrans({" ": "%20", "%": "%25", "#": "%23", "<": "%3C", ">": "%3E"})


def marks(chart: Chart, width: float, *, source: bool = True) -> list[Mark]:
    """
    Give all marks of a chart drawn `width` pixels wide, from the lowest to the topmost.

    source leaves out the source line where what surrounds the picture already says it.
    Raises ValueError for a kind of trace that no chart of ours uses.
    """
    plain = chart.figure.to_plotly_json()
    space = Space(plain["layout"], width)
    found = [
        *below(space),
        *trace_marks.traces(space, plain["data"]),
        *above(space),
    ]
    return [*found, *layout_marks.source_line(space)] if source else found


def below(space: Space) -> Iterator[Mark]:
    """Give what lies under the traces: axes with their grid, and shapes of the lower layer."""
    yield from layout_marks.axes(space)
    yield from layout_marks.shapes(space, below=True)


def above(space: Space) -> Iterator[Mark]:
    """Give what lies over the traces: other shapes, and labels."""
    yield from layout_marks.shapes(space, below=False)
    yield from layout_marks.annotations(space)


def svg(chart: Chart, width: float, *, name: str, source: bool = True) -> str:
    """Write a chart as an SVG element; name is what a screen reader says, none if it may not."""
    drawn = "".join(written(mark) for mark in marks(chart, width, source=source))
    ground = chart.figure.layout.paper_bgcolor
    said = f'role="img" aria-label="{escape(name, quote=True)}"' if name else 'aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {chart.height:g}" '
        f'{said} font-family="{escape(FONT)}">'
        f'<rect width="100%" height="100%" fill="{ground}"/>{drawn}</svg>'
    )


def address(picture: str) -> str:
    """Write an SVG element as an address, so that an <img> shows it without asking anybody."""
    # Our SVG holds double quotes around attributes only; single ones need no escape in HTML.
    return "data:image/svg+xml," + picture.replace('"', "'").translate(IN_ADDRESS)


def written(mark: Mark) -> str:
    """Write one mark as SVG."""
    match mark:
        case Line():
            return _line(mark)
        case Box():
            return _box(mark)
        case Dot():
            return _dot(mark)
        case Text():
            return _words(mark)


def _line(line: Line) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in line.points)
    drawn = (
        f'<polyline points="{path}" fill="{line.fill or "none"}" stroke="{line.colour}" '
        f'stroke-width="{line.width:g}"{_dashed(line.dash)}/>'
    )
    return drawn + _head(line) if line.arrow else drawn


def _head(line: Line) -> str:
    """A filled triangle at the end of an arrow."""
    tip, wings = line.points[-1], arrow_wings(line)
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in (tip, *wings))
    return f'<polygon points="{corners}" fill="{line.colour}"/>'


def arrow_wings(line: Line) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the two back corners of an arrow's head."""
    (x0, y0), (x1, y1) = line.points[-2:]
    far = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1
    ux, uy = (x1 - x0) / far, (y1 - y0) / far
    long, half = 6 * line.width, 3 * line.width  # as Plotly draws arrowhead 2 at arrowsize 1.2
    return (
        (x1 - ux * long - uy * half, y1 - uy * long + ux * half),
        (x1 - ux * long + uy * half, y1 - uy * long - ux * half),
    )


def _box(box: Box) -> str:
    edge = f' stroke="{box.edge}" stroke-width="{box.edge_width:g}"' if box.edge else ""
    place = (
        f'x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    )
    fill = box.fill or "none"
    drawn = f'<rect {place} fill="{fill}"{edge}{_dashed(box.dash)}/>'
    return drawn + "".join(_line(each) for each in hatching(box))


def hatching(box: Box, gap: float = 8) -> Iterator[Line]:
    """Give the diagonal lines of a hatched box, cut at its edges."""
    if not box.hatch:
        return
    reach = gap
    while reach < box.width + box.height:
        low = (box.left + min(reach, box.width), box.top + max(0.0, reach - box.width))
        high = (box.left + max(0.0, reach - box.height), box.top + min(reach, box.height))
        yield Line((low, high), box.hatch, 1)
        reach += gap


def _dot(dot: Dot) -> str:
    edge = f' stroke="{dot.edge}" stroke-width="{dot.edge_width:g}"' if dot.edge else ""
    half = dot.size / 2
    if dot.symbol == "circle":
        shape = f'<circle cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="{half:g}"'
    else:
        turn = f' transform="rotate(45 {dot.x:.1f} {dot.y:.1f})"' if dot.symbol == "diamond" else ""
        shape = (
            f'<rect x="{dot.x - half:.1f}" y="{dot.y - half:.1f}" '
            f'width="{dot.size:g}" height="{dot.size:g}"{turn}'
        )
    return f'{shape} fill="{dot.fill or "none"}"{edge}/>'


def _words(words: Text) -> str:
    # The edge makes up for faces whose letters are wider than the patch under them.
    edge = f' stroke="{words.ground}" stroke-width="4" paint-order="stroke"' if words.ground else ""
    patch = _box(lettering.patch(words)) if words.ground else ""
    lines = []
    for place, line in enumerate(words.lines):
        base = words.top + words.size * (LINE * place + 1)
        runs = "".join(
            f'<tspan font-weight="700">{escape(run.text)}</tspan>' if run.bold else escape(run.text)
            for run in line
        )
        lines.append(f'<tspan x="{words.x:.1f}" y="{base:.1f}">{runs}</tspan>')
    return patch + (
        f'<text font-size="{words.size:g}" fill="{words.colour}" '
        f'text-anchor="{words.anchor}"{edge}>{"".join(lines)}</text>'
    )


def _dashed(dash: Sequence[float]) -> str:
    return f' stroke-dasharray="{",".join(f"{each:g}" for each in dash)}"' if dash else ""
