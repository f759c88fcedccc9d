"""What a ministry promised of a project, and what it reported: targets beside results."""

from collections.abc import Mapping
from decimal import Decimal

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.public_money.marks import LINE, key, look
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.indicators import Indicator, indicators
from components.data.money_figures import UNITS
from components.data.numbers import format_value
from components.data.records import Figure
from components.data.spending import number

BAR, INSET, GAP = 14, 4, 12
MOST, NARROW_MOST = 6, 4  # indicators that are drawn; the table has all


def promised(view: View, project_id: str) -> Chart:
    """
    Draw a project's indicators year by year: the target as an outline, the result solid in it.

    Each indicator has a scale of its own, since their units differ. Those with a target come
    first, and the first few are drawn. On a stage they come on pages. Raises KeyError for a
    project that there is not, ValueError for one without indicators.

    >>> promised(view, "mynapoint_round1")
    """
    found = indicators(view.dataset, project_id)[: NARROW_MOST if view.narrow else MOST]
    if not found:
        raise ValueError(f"{project_id} prints no indicators")
    drawing = Drawing(view)
    key(drawing, ("actual", "target"))
    room = view.canvas.height and view.canvas.height - drawing.used - 8
    parts = pages([_height(view, each) for each in found], room)
    shown = found[wanted(view, parts)]
    for each in shown:
        _indicator(drawing, each)
    rows = [figure for each in shown for figure in each.figures]
    return drawing.chart(rows, page_count=len(parts))


def _height(view: View, indicator: Indicator) -> float:
    name = wrap_text(view.localize(indicator.name), view.canvas.width - 8, LABEL_SIZE, bold=True)
    lines = (line_count(_words(view, indicator, *year)) for year in indicator.years.items())
    rows = sum(LINE * each + BAR + 4 for each in lines)
    return LINE * line_count(name) + rows + GAP


def _indicator(drawing: Drawing, indicator: Indicator) -> None:
    view = drawing.view
    name = wrap_text(view.localize(indicator.name), drawing.width - 8, LABEL_SIZE, bold=True)
    drawing.text(name, 0, drawing.used, bold=True)
    drawing.used += LINE * line_count(name)
    longest = max((number(each) for each in indicator.figures), default=Decimal(0)) or 1
    for year, printed in indicator.years.items():
        words = _words(view, indicator, year, printed)
        drawing.text(words, 0, drawing.used + 2, SMALL_SIZE)
        drawing.used += LINE * line_count(words)
        for part in ("target", "actual"):
            if part in printed:
                share = float(number(printed[part]) / longest)
                _bar(drawing, part, printed[part], share * (drawing.width - 4))
        drawing.used += BAR + 4
    drawing.used += GAP


def _bar(drawing: Drawing, part: str, record: Figure, width: float) -> None:
    """Draw the target as an outline, and the result narrower in it."""
    how, inset = look(drawing.view.theme, part), INSET if part == "actual" else 0
    place = (1, drawing.used + inset, max(width, 3), BAR - 2 * inset)
    drawing.bar(place, record, fill=how.fill, edge=how.edge)


def _words(view: View, indicator: Indicator, year: int, printed: Mapping[str, Figure]) -> str:
    said = [
        f"{view.label(f'money_{part}')} {_amount(view, indicator, printed[part])}"
        if part in printed
        else view.label(f"money_no_{part}")
        for part in ("target", "actual")
    ]
    day = format_date(f"FY{year}", view.language)
    return wrap_text(f"{day}　{' → '.join(said)}", view.canvas.width - 8, SMALL_SIZE)


def _amount(view: View, indicator: Indicator, record: Figure) -> str:
    """Write an amount with the record's unit, or with the one printed where it has none."""
    if indicator.unit.en in UNITS:
        return view.format_value(record, bare=True)
    amount = format_value(record.value, "items", view.language, short=True).strip()
    between = "" if view.language == "ja" else " "
    return f"{amount}{between}{view.localize(indicator.unit)}".strip()
