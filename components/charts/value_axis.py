"""An axis of amounts from zero, with a few round numbers written to its left."""

from decimal import Decimal
from typing import Any

from components.charts.chart import View
from components.charts.style import axis
from components.charts.text_width import text_width
from components.charts.themes import SMALL_SIZE
from components.data.numbers import format_number

STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10", "20")))
GAP = 10  # pixels beside a number


def round_numbers(top: float, most: int = 5) -> list[Decimal]:
    """Give at most that many round numbers up to the top, at even distances; none for zero."""
    if top <= 0:
        return []
    size = Decimal(10) ** (Decimal(str(top)).adjusted() - 1)
    step = next(size * step for step in STEPS if top / float(size * step) < most + 1)
    return [step * count for count in range(1, int(top / float(step)) + 1)]


def words(view: View, top: float, unit: str = "") -> dict[Decimal, str]:
    """Write the round numbers up to the top as the language does, in percent with its sign."""
    sign = "%" if unit == "percent" else ""
    return {
        each: format_number(each if each % 1 else Decimal(int(each)), view.language) + sign
        for each in round_numbers(top)
        if not sign or each <= 100
    }


def width(scale: dict[Decimal, str]) -> int:
    """Give the pixels that the numbers take beside the plot."""
    return int(GAP + max((text_width(each, SMALL_SIZE) for each in scale.values()), default=0))


def amounts(view: View, top: float, scale: dict[Decimal, str], **settings: Any) -> dict[str, Any]:
    """Give the axis: its numbers, and a thin line at each."""
    places, written = [float(each) for each in scale], list(scale.values())
    ticks = {"tickvals": places, "ticktext": written, "showgrid": True}
    return axis(view.theme, range=[0, top], **(ticks | settings))
