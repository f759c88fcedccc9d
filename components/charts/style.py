"""What every figure shares: fonts, ground, hover, and the source line at its foot."""

import re
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.chart import Chart, View
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
NOTHING_YET = go.Figure()  # made once: a figure is checked by Plotly whenever one is made
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
    traces: Sequence[dict[str, Any]],
    layout: dict[str, Any],
    *,
    rows: Sequence[Row],
    height: int,
    page_count: int = 1,
) -> Chart:
    """
    Give the figure the shared look and its source line, and bind it to its rows.

    layout may set margins (without the foot, which is added), axes, shapes and annotations;
    axes that it does not name are not drawn. On a stage the source stands outside the figure, and
    a low figure is stretched towards the stage's height, where the room is read from afar.
    """
    theme = view.theme
    margin = {"l": 8, "r": 8, "t": 12, "b": 8, "pad": 0} | layout.get("margin", {})
    title = source_title(view, Chart(NOTHING_YET, rows, height, page_count))
    if view.canvas.height:
        height = max(height, min(view.canvas.height, int(height * STRETCH)))
    else:
        foot = SOURCE_ROOM + SOURCE_LINE * title["text"].count(BREAK)
        margin["b"] += foot
        height += foot
    shared = {
        "height": height,
        "font": {"family": FONT, "size": LABEL_SIZE, "color": theme.ink},
        "paper_bgcolor": theme.ground,
        "plot_bgcolor": theme.ground,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": theme.aside,
            "bordercolor": theme.rule,
            "font": {"family": FONT, "size": LABEL_SIZE, "color": theme.ink},
            "align": "left",
        },
        "title": {"text": ""} if view.staged else title,
        "xaxis": axis(theme, visible=False),
        "yaxis": axis(theme, visible=False),
    }
    figure = go.Figure({"data": list(traces), "layout": shared | layout | {"margin": margin}})
    return Chart(figure, rows, height, page_count)


def source_title(view: View, chart: Chart) -> dict[str, Any]:
    """
    The source line as the figure's title, set at its foot.

    A title is placed against the whole image, so the line stays put whatever the axes need,
    on screen and in a saved picture alike. On a phone it may take two lines.
    """
    line = chart.source_line(view.language)
    text = line
    if view.narrow and columns_of(line) > LINE_COLUMNS:  # a break replaces the stroke
        text = BREAK.join(wrap(each, LINE_COLUMNS) for each in STROKE.split(line))
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
