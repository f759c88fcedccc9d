"""Plotly's small markup (<b>, <br>) as lines of words, set where anchors say."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from components.charts.static.marks import LINE, Box, Run, Text
from components.charts.text_width import text_width

ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def lines_of(text: str) -> tuple[tuple[Run, ...], ...]:
    """Cut a label into lines and each line into words of one weight."""
    lines: list[tuple[Run, ...]] = []
    bold = False
    for line in re.split(r"<br ?/?>", text):
        runs: list[Run] = []
        for piece in re.split(r"(</?[a-z]+>)", line):
            if re.fullmatch(r"</?[a-z]+>", piece):
                bold = piece == "<b>" if piece in ("<b>", "</b>") else bold
            elif piece:
                runs.append(Run(unescape(piece), bold))
        lines.append(tuple(runs))
    return tuple(lines)


def words(
    text: str,
    x: float,
    y: float,
    font: Mapping[str, Any],
    *,
    across: str,
    down: str,
    ground: str = "",
) -> Text | None:
    """Set a label at a point: across is left, center or right, down is top, middle or bottom."""
    if not text or not text.strip():
        return None
    lines = lines_of(text)
    size = float(font["size"])
    tall = LINE * size * len(lines)
    top = y - {"top": 0.0, "middle": tall / 2, "bottom": tall}[down]
    return Text(x, top, lines, size, str(font["color"]), ANCHORS[across], ground)


def patch(words: Text) -> Box:
    """Give the ground under words that stand on a line, as wide as they are in most faces."""
    wide = text_width(words.text, words.size, typical=True)
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return Box(words.x - shift, words.top + 2, wide, words.height - 4, words.ground)


def third(share: float, names: tuple[str, str, str]) -> str:
    """Choose an anchor as Plotly does on paper: by the third of the paper a label stands in."""
    return names[0] if share < 1 / 3 else names[2] if share > 2 / 3 else names[1]
