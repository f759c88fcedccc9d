"""What every figure shares: fonts, ground, hover, and the source line at its foot."""

import re
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.chart import Chart, View, source_line
from components.charts.series import Lines, Series
from components.charts.themes import FONT, LABEL_SIZE, SMALL_SIZE, Theme
from components.data.dates import format_date
from components.data.languages import Language
from components.data.records import Figure
from components.text.cells import Row
from components.text.phrases import PHRASE_END, phrases

SOURCE_ROOM = 30  # pixels kept at the foot for the source line
SOURCE_LINE = 15  # and for each further line of it
STRETCH = 1.9  # how much higher than it needs a figure may become on a stage
BREAK = "<br>"
LEFT = {"xanchor": "left", "align": "left"}
STROKE = re.compile(r"\s*[｜|]\s*")  # between publisher and dates
LINE_COLUMNS = 46  # of the source line on a phone
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
# A word with the space after it, a space, or one full-width character.
PIECE = re.compile(r"[\u0000-\u001f\u0021-\u2e7f]+ ?| |[^\u0000-\u2e7f]")
# Where a long compound may break: where the script changes, and before words that end many.
SEAM = re.compile(
    r"(?<=[\u4e00-\u9fff々])(?=[ァ-ヴ])|(?<=[ァ-ヴー])(?=[\u4e00-\u9fff])"
    r"|(?<=[ァ-ヴー])(?=システム|プラットフォーム|データベース|ポータル|カード|ロードマップ)"
)


def finish(
    view: View,
    traces: Sequence[Series | dict[str, Any]],
    layout: dict[str, Any],
    *,
    rows: Sequence[Row],
    height: int,
    page_count: int = 1,
) -> Chart:
    """
    Give the figure the shared look and its source line, and bind it to its rows.

    traces are series of records, or traces as Plotly knows them. layout may set margins (without
    the foot, which is added), axes, shapes and annotations; axes that it does not name are not
    drawn. On a stage the source stands outside the figure, and a low figure is stretched towards
    the stage's height, where the room is read from afar.
    """
    theme = view.theme
    margin = {"l": 8, "r": 8, "t": 12, "b": 8, "pad": 0} | layout.get("margin", {})
    title = _source_title(view, rows)
    if view.canvas.height:
        height = max(height, min(view.canvas.height, int(height * STRETCH)))
    else:
        foot = SOURCE_ROOM + SOURCE_LINE * title["text"].count(BREAK)
        margin["b"] += foot
        height += foot
    font = {"family": FONT, "size": LABEL_SIZE, "color": theme.ink}
    hoverlabel = {"bgcolor": theme.aside, "bordercolor": theme.rule, "font": font, "align": "left"}
    shared = {
        "height": height,
        "font": font,
        "paper_bgcolor": theme.ground,
        "plot_bgcolor": theme.ground,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": hoverlabel,
        "title": {"text": ""} if view.staged else title,
        "xaxis": axis(theme, visible=False),
        "yaxis": axis(theme, visible=False),
    }
    drawn = [each if isinstance(each, dict) else trace(view, each) for each in traces]
    figure = go.Figure({"data": drawn, "layout": shared | layout | {"margin": margin}})
    series = [each for each in traces if not isinstance(each, dict)]
    return Chart(figure, rows, height, page_count, series)


def trace(view: View, series: Series) -> dict[str, Any]:
    """Write a series as Plotly's trace, its records named and told of when they are touched."""
    drawn = {
        "ids": [row.id for row in series.rows],
        "hovertemplate": [hover(view, row) for row in series.rows],
        "cliponaxis": False,
    }
    if isinstance(series, Lines):
        ring = {"line": {"color": series.colour, "width": 1.5}} if series.ring else {}
        return (
            drawn
            | {
                "type": "scatter",
                "mode": "lines+markers",
                "x": series.x,
                "y": series.y,
                "connectgaps": False,
                "line": {"color": series.colour, "width": 3, "dash": series.dash},
                "marker": {"size": series.size, "color": series.fill} | ring,
            }
            | ({"name": series.label} if series.label else {})
        )
    along, across = ("x", "y") if series.lying else ("y", "x")
    marker: dict[str, Any] = {"color": series.fill}
    if series.edge:
        marker["line"] = {"color": series.edge, "width": series.edge_width}
    if any(series.hatch):
        shapes = ["/" if each else "" for each in series.hatch]
        colour = max(series.hatch)
        marker["pattern"] = {"shape": shapes, "fillmode": "overlay", "fgcolor": colour, "size": 8}
    drawn |= {
        "type": "bar",
        "orientation": "h" if series.lying else "v",
        along: series.values,
        across: series.places,
        "xaxis": series.axes[0],
        "yaxis": series.axes[1],
        "marker": marker,
    }
    if series.width is not None:
        drawn["width"] = series.width
    if series.starts:
        drawn["base"] = series.starts
    if series.written:
        outside = {"textposition": "outside", "textangle": 0, "constraintext": "none"}
        drawn |= outside | {"text": series.written, "textfont": series.font}
    return drawn


def points(
    x: Sequence[Any], y: Sequence[Any], marker: dict[str, Any], *hovers: str
) -> dict[str, Any]:
    """Mark places; without a hover text for each they tell nothing when they are touched."""
    told = {"hovertemplate": list(hovers)} if hovers else {"hoverinfo": "skip"}
    place = {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker}
    return place | told | {"cliponaxis": False}


def line(
    x: tuple[Any, Any], y: tuple[Any, Any], colour: str, width: float = 1, **more: Any
) -> dict[str, Any]:
    """Draw a line between two places; more adds its dash, and what Plotly's shapes know."""
    stroke = {"color": colour, "width": width} | (
        {"dash": more.pop("dash")} if "dash" in more else {}
    )
    ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
    return {"type": "line", "line": stroke} | ends | more


def rect(
    x: tuple[Any, Any], y: tuple[Any, Any], fill: str, colour: str, width: float = 1, **more: Any
) -> dict[str, Any]:
    """Draw a box between two corners, as line does; without a fill it is an outline."""
    return (
        line(x, y, colour, width, **more) | {"type": "rect"} | ({"fillcolor": fill} if fill else {})
    )


def guess_line(view: View, x: tuple[Any, Any], y: tuple[Any, Any], **refs: str) -> dict[str, Any]:
    """Draw the reader's own number; on a page it runs behind the words it meets."""
    layer = "above" if view.staged else "below"
    return line(x, y, view.theme.accent, 2, dash="dash", layer=layer, **refs)


def _source_title(view: View, rows: Sequence[Row]) -> dict[str, Any]:
    """
    The source line as the figure's title, set at its foot.

    A title is placed against the whole image, so the line stays put whatever the axes need,
    on screen and in a saved picture alike. On a phone it may take two lines.
    """
    text = source_line(rows, view.language)
    if view.narrow and columns_of(text) > LINE_COLUMNS:  # a break replaces the stroke
        text = BREAK.join(wrap(each, LINE_COLUMNS) for each in STROKE.split(text))
    return {
        "text": text,
        "font": {"size": SMALL_SIZE, "color": view.theme.muted},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 0,
        "yref": "container",
        "yanchor": "bottom",
        "pad": {"l": 4, "b": 7 + SOURCE_LINE * text.count(BREAK)},
    }


def axis(theme: Theme, **settings: Any) -> dict[str, Any]:
    """An axis without grid, line or ticks, labels in muted; settings add what a chart needs."""
    return {
        "visible": any(name in settings for name in ("tickvals", "showgrid", "tickfont")),
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": False,
        "gridcolor": theme.rule,
        "linecolor": theme.ink,
        "zerolinecolor": theme.ink,
        "tickfont": {"color": theme.muted, "size": SMALL_SIZE},
    } | settings


def note(text: str, x: Any, y: Any, size: int, colour: str, **more: Any) -> dict[str, Any]:
    """Set words at a place of a drawing; more adds anchors, shifts and a ground."""
    font = {"size": size, "color": colour}
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font} | more


def wrap(text: str, width: int) -> str:
    """
    Break a label into lines of at most `width` half-width columns, joined by <br>.

    Full-width characters count as two columns. Words are kept whole where there are spaces;
    Japanese breaks between phrases, inside one only where it is longer than a line (first between
    the words of a compound), and never before 、。」）〕ー.
    """
    lines, line, columns = [], "", 0
    for piece in _pieces(text, width):
        size = columns_of(piece)
        if line and columns + size > width and piece[0] not in "、。」）〕・ー,.)":
            lines.append(line.rstrip())
            line, columns = "", 0
            piece = piece.lstrip()
            size = columns_of(piece)
        line, columns = line + piece, columns + size
    return BREAK.join([*lines, line.rstrip()])


def half_width(language: Language) -> float:
    """The width of a half-width column as a share of the font size; Latin letters are wider."""
    return 0.52 if language == "ja" else 0.64


def columns_of(text: str) -> int:
    """Count half-width columns: 2 for a full-width character, 1 for others."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def longest_word(text: str) -> int:
    """Count the columns of the longest piece that a line break should not cut."""
    if not JAPANESE.search(text):
        return max(map(columns_of, text.split()), default=0)
    parts = (part for phrase in phrases(text).split(PHRASE_END) for part in SEAM.split(phrase))
    return max(map(columns_of, parts), default=0)


def _pieces(text: str, width: int) -> list[str]:
    """Cut a text where a line may break: at spaces and phrases, else around each character."""
    if not JAPANESE.search(text):
        return PIECE.findall(text)
    pieces = []
    for phrase in phrases(text).split(PHRASE_END):
        fits = columns_of(phrase) <= width
        for part in [phrase] if fits else SEAM.split(phrase):
            whole = " " not in part and columns_of(part) <= width
            pieces += [part] if whole else PIECE.findall(part)
    return pieces


def hover(view: View, record: Figure) -> str:
    """One hover text for every chart: name, value with qualifier, date, source."""
    lines = [
        wrap(view.localize(record.label), 44),
        f"<b>{view.format_value(record)}</b>　{format_date(record.as_of, view.language)}",
        wrap(view.localize((record.origin or record.source).publisher), 44),
    ]
    return BREAK.join(lines) + "<extra></extra>"
