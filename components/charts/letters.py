"""How many letters fit: a column is half a full-width character, as wrap counts them."""

from components.charts.chart import View

WIDE, LATIN = 0.525, 0.59  # of the type size: a half-width column, and an average Latin letter


def letters(view: View, width: float, size: int) -> int:
    """Give the columns of a type size (pixels) that fit a width in the view's language."""
    return max(4, int(width / (size * (WIDE if view.language == "ja" else LATIN))))
