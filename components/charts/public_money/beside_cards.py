"""Money by fiscal year below the line of cards, over the same months."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.public_money.marks import LINE, look
from components.charts.text_width import wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.traces import hover as told
from components.charts.traces import points
from components.data.dates import first_day, format_date, last_day
from components.data.records import Figure

NARROW = 110  # pixels of words at the line on a phone
UPPER, LOWER, LEFT = 130, 84, 4  # pixels of the two plots, and left of them


def beside_cards(view: View, cards: Sequence[Figure], paid: Sequence[Figure]) -> Chart:
    """
    Draw counts of cards as a line, and below it what was paid out in each fiscal year.

    Both stand over the same months: a bar is as wide as its year. Records of one year stand on each
    other. Raises ValueError without cards or money.
    """
    drawing = Drawing(view)
    first, last = (
        min(first_day(each.as_of) for each in paid),
        max(last_day(each.as_of) for each in paid),
    )
    shown = [each for each in cards if first <= each.day <= last and each.value]
    day = (drawing.width - 2 * LEFT) / (last - first).days
    _title(drawing, shown[-1].measure.name.to(view.language))
    _line(drawing, shown, first=first, day=day)
    _title(drawing, view.label("money_paid_by_year"))
    _bars(drawing, paid, first=first, day=day)
    return drawing.chart([*shown, *paid])


def _title(drawing: Drawing, words: str) -> None:
    drawing.paragraph(words, bold=True, line=LINE / LABEL_SIZE)
    drawing.used += 30 if drawing.view.narrow else 14


def _line(drawing: Drawing, cards: Sequence[Figure], *, first: date, day: float) -> None:
    view, top = drawing.view, drawing.used + 12
    most = max(each.number or 0 for each in cards)
    x = [LEFT + (each.day - first).days * day for each in cards]
    y = [-(top + UPPER * (1 - (each.number or 0) / most)) for each in cards]
    drawing.rule(top + UPPER, view.theme.ink)
    colour = view.theme.accent
    line = {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip"}
    drawing.traces.append(line | {"line": {"color": colour, "width": 3}})
    dots = {"size": 5, "color": colour}
    drawing.traces.append(points(x, y, dots, *(told(view, each) for each in cards)))
    for where, at, lift in ((0, "bottom left", 18), (-1, "bottom right", 4)):
        when = format_date(cards[where].as_of, view.language)
        words = f"{when} {view.format_value(cards[where], bare=True)}"
        if view.narrow and where == 0:  # clear of the line, which rises
            words = wrap_text(words, NARROW, SMALL_SIZE)
        drawing.text(words, x[where], -y[where] - lift, SMALL_SIZE, colour, at=at)
    drawing.used = top + UPPER + 14


def _bars(drawing: Drawing, paid: Sequence[Figure], *, first: date, day: float) -> None:
    view, theme, top = drawing.view, drawing.view.theme, drawing.used + 6
    years: dict[str, list[Figure]] = {}
    for each in paid:
        years.setdefault(each.as_of, []).append(each)
    sums = {year: sum(each.number or 0 for each in rows) for year, rows in years.items()}
    most, base = max(sums.values()), top + LOWER
    for year, rows in years.items():
        left = LEFT + (first_day(year) - first).days * day
        width = (last_day(year) - first_day(year)).days * day - 2
        foot = base
        for each in rows:
            height = max((each.number or 0) / most * LOWER, 1)
            how = look(theme, "named")
            box = (left, foot - height, width, height)
            drawing.bar(box, each, fill=how.fill, edge=how.edge, hatch=how.hatch)
            foot -= height
        middle = left + width / 2
        size = SMALL_SIZE - 1 if view.narrow else SMALL_SIZE
        drawing.text(
            wrap_text(view.format_yen(Decimal(int(sums[year]))), width, size),
            middle,
            foot - 3,
            size,
            at="bottom center",
        )
        drawing.text(
            format_date(year, view.language), middle, base + 4, size, theme.muted, at="top center"
        )
    drawing.rule(base, theme.ink)
    drawing.used = base + 26
