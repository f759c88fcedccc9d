"""Marks as a slide's own shapes: boxes, strokes, dots and words that can be moved and edited."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.charts.static.lettering import patch
from components.charts.static.marks import LINE, Box, Dot, Line, Mark, Text
from components.charts.text_width import text_width
from components.charts.themes import FONT

TYPEFACE = FONT.split(",", 1)[0]
ALIGN = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
SYMBOLS = {"circle": MSO_SHAPE.OVAL, "diamond": MSO_SHAPE.DIAMOND}


def colour(written: str) -> RGBColor:
    """Read #RRGGBB or rgb(r, g, b)."""
    if written.startswith("#"):
        return RGBColor.from_string(written[1:].upper())
    parts = written[written.index("(") + 1 : written.index(")")].split(",")
    return RGBColor(*(int(float(each)) for each in parts[:3]))


def add(shapes: Any, mark: Mark, left: float, top: float) -> list[Any]:
    """Draw one mark among a slide's shapes, moved right and down by points; give what was drawn."""
    drawn = _drawn(shapes, mark, left, top)
    for shape in drawn:
        for style in shape._element.findall(qn("p:style")):  # the theme's own shadow and edge
            shape._element.remove(style)
    return drawn


def _drawn(shapes: Any, mark: Mark, left: float, top: float) -> list[Any]:
    match mark:
        case Box():
            return [_box(shapes, mark, left, top)]
        case Dot():
            return [_dot(shapes, mark, left, top)]
        case Line():
            return [_line(shapes, mark, left, top)]
        case Text():
            ground = [_box(shapes, patch(mark), left, top)] if mark.ground else []
            return [*ground, _words(shapes, mark, left, top)]


def paint(shape: Any, fill: str, edge: str, width: float, hatch: str = "") -> None:
    """Give a shape its ground and its edge; without a colour it has none."""
    if hatch:
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb = colour(hatch)
        shape.fill.back_color.rgb = colour(fill or "#FFFFFF")
    elif fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
    else:
        shape.fill.background()
    if edge and width:
        shape.line.color.rgb = colour(edge)
        shape.line.width = Pt(width)
    else:
        shape.line.fill.background()


def _box(shapes: Any, box: Box, left: float, top: float) -> Any:
    size = (Pt(max(box.width, 0.5)), Pt(max(box.height, 0.5)))
    drawn = shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left + box.left), Pt(top + box.top), *size)
    drawn.shadow.inherit = False
    paint(drawn, box.fill, box.edge, box.edge_width, box.hatch)
    dashed(drawn.line, box.dash)
    return drawn


def _dot(shapes: Any, dot: Dot, left: float, top: float) -> Any:
    kind = SYMBOLS.get(dot.symbol, MSO_SHAPE.RECTANGLE)
    half = dot.size / 2
    drawn = shapes.add_shape(
        kind, Pt(left + dot.x - half), Pt(top + dot.y - half), Pt(dot.size), Pt(dot.size)
    )
    drawn.shadow.inherit = False
    paint(drawn, dot.fill, dot.edge, dot.edge_width)
    return drawn


def _line(shapes: Any, line: Line, left: float, top: float) -> Any:
    points = [(left + x, top + y) for x, y in line.points]
    if len(points) > 2:
        builder = shapes.build_freeform(*(round(each * 100) for each in points[0]), scale=127)
        builder.add_line_segments(
            [(round(x * 100), round(y * 100)) for x, y in points[1:]], close=bool(line.fill)
        )
        drawn = builder.convert_to_shape()
        drawn.shadow.inherit = False
        paint(drawn, line.fill, line.colour, line.width)
    else:
        ends = [Pt(each) for point in points for each in point]
        drawn = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        drawn.line.color.rgb = colour(line.colour)
        drawn.line.width = Pt(line.width)
    dashed(drawn.line, line.dash)
    if line.arrow:
        head = drawn.line._get_or_add_ln().makeelement(qn("a:tailEnd"), {"type": "triangle"})
        drawn.line._get_or_add_ln().append(head)
    return drawn


def dashed(line: Any, dash: tuple[float, ...]) -> None:
    """Choose the nearest of PowerPoint's own dashes."""
    if not dash:
        return
    styles = MSO_LINE_DASH_STYLE
    if len(dash) > 2:
        long = dash[0] > 12
        line.dash_style = styles.LONG_DASH_DOT if long else styles.DASH_DOT
    else:
        kinds = ((4, styles.ROUND_DOT), (8, styles.SQUARE_DOT), (12, styles.DASH))
        line.dash_style = next((kind for end, kind in kinds if dash[0] < end), styles.LONG_DASH)


def _words(shapes: Any, words: Text, left: float, top: float) -> Any:
    # Roomier than the words in any face: a box that wraps or grows would move them.
    wide = text_width(words.text, words.size) * 1.35 + 12
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    # A fixed height of line sets its letters lower than a browser does.
    place = (left + words.x - shift, top + words.top - words.size * 0.1, wide, words.height)
    box = shapes.add_textbox(*(Pt(each) for each in place))
    frame = plain_frame(box)
    for number, line in enumerate(words.lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGN[words.anchor]
        paragraph.line_spacing = Pt(words.size * LINE)
        for part in line:
            run = paragraph.add_run()
            run.text = part.text
            letters(run.font, words.size, words.colour, bold=part.bold)
    return box


def plain_frame(box: Any) -> Any:
    """Take the margins from a text box, so that words stand where they were set."""
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    return frame


def letters(font: Any, size: float, ink: str, *, bold: bool = False) -> None:
    """Set a run's face for Latin and for East Asian text alike, its size and colour."""
    font.name, font.size, font.bold = TYPEFACE, Pt(size), bold
    font.color.rgb = colour(ink)
    east_asian(font._rPr)


def east_asian(properties: Any) -> None:
    """Name the face for East Asian text; the library itself sets only the Latin one."""
    for each in properties.findall(qn("a:ea")):
        properties.remove(each)
    latin = properties.find(qn("a:latin"))
    face = properties.makeelement(qn("a:ea"), {"typeface": TYPEFACE})
    latin.addnext(face)
