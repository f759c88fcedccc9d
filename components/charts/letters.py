"""How many half-width columns, as wrap counts them, fit into a width."""

from components.charts.chart import View
from components.charts.style import half_width


def letters(view: View, width: float, size: int) -> int:
    """Give the columns of a type size (pixels) that fit a width in the view's language."""
    return max(4, int(width / (size * half_width(view.language))))
