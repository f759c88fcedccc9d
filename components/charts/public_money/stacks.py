"""Sums of money below one another on one scale, each cut into its parts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.public_money.marks import LINE, stacked
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.records import Figure
from components.data.spending import number

GAP = 18


class Stack(NamedTuple):
    """A bar: the code of its title, and its parts as look (marks.look), name and record."""

    title: str
    parts: Sequence[tuple[str, str, Figure]]


def stacks(view: View, bars: Sequence[Stack]) -> Chart:
    """
    Draw bars of one scale below one another, the name and amount of each part under them.

    titles are codes of labels.csv. Raises ValueError without bars.

    >>> stacks(view, [Stack("money_paid", [("executed", "2023", record)])])
    """
    totals = [sum((number(each[2]) for each in bar.parts), Decimal(0)) for bar in bars]
    if not bars:
        raise ValueError("no bars to draw")
    drawing = Drawing(view)
    per_pixel = float(max(totals)) / (drawing.width - 4)
    between = "　" if view.language == "ja" else ", "
    for each, total in zip(bars, totals, strict=True):
        words = f"{view.label(each.title)}　{view.format_yen(total)}"
        drawing.paragraph(words, bold=True, line=LINE / LABEL_SIZE)
        stacked(drawing, [(look, record) for look, _, record in each.parts], per_pixel)
        said = [f"{name} {view.format_value(record, bare=True)}" for _, name, record in each.parts]
        colour = view.theme.muted
        drawing.paragraph(between.join(said), SMALL_SIZE, colour, line=LINE / SMALL_SIZE)
        drawing.used += GAP
    return drawing.chart([record for each in bars for _, _, record in each.parts])
