"""How wide words are: the columns that fit into a width, and the pixels of a text."""

from components.charts.chart import View
from components.charts.style import BREAK, half_width


def letters(view: View, width: float, size: int) -> int:
    """Give the columns of a type size (pixels) that fit a width in the view's language."""
    return max(4, int(width / (size * half_width(view.language))))


def pixels(text: str, size: int) -> float:
    """Give the width of the longest line of a text in a type size, both in pixels."""
    lines = text.replace("<b>", "").replace("</b>", "").split(BREAK)
    return max(sum(1 if each > "\u2e7f" else 0.64 for each in line) for line in lines) * size
