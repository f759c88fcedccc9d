"""A project's money by fiscal year: where it came from, and what became of it."""

from collections.abc import Mapping

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.public_money.marks import BAR, LINE, key, stacked
from components.charts.text_width import line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE
from components.data.dates import format_date
from components.data.records import Figure
from components.data.spending import SOURCES, USES, Year, number, years

GAP = 16  # pixels between two years


def by_year(view: View, project_id: str) -> Chart:
    """
    Draw each fiscal year as two bars of one scale: what could be spent, and what became of it.

    The first bar is initial and supplementary budget, what was carried in and reserves; the second
    what was paid out, carried on, left over or moved away. Years whose accounts are not closed
    have the first bar alone, hollow; a sheet that prints no budget has the second alone. On a
    stage the years come on pages. Raises KeyError for a project that there is not,
    ValueError for one whose money stands on another's sheets alone.

    >>> by_year(view, "mynapoint_round2")
    """
    every = years(view.dataset, project_id)
    if not every:
        raise ValueError(f"{project_id} has no years of its own")
    drawing = Drawing(view)
    names = _names(every)
    key(drawing, names)
    heights = [_height(view, year) for year in every]
    room = view.canvas.height and view.canvas.height - drawing.used - 8
    parts = pages(heights, room)
    shown = every[wanted(view, parts)]
    per_pixel = max(_longest(year) for year in every) / (drawing.width - 4) or 1
    for year in shown:
        _year(drawing, year, per_pixel)
    rows = [figure for year in shown for figure in year.figures]
    return drawing.chart(rows, page_count=len(parts))


def _names(every: list[Year]) -> list[str]:
    """List the looks that are drawn, for the key."""
    names = [name for name in SOURCES if any(name in year.come for year in every if year.gone)]
    names += [name for name in USES if any(name in year.gone for year in every)]
    open_years = any(not year.gone for year in every)
    return [*names, *(["open"] if open_years else [])]


def _longest(year: Year) -> float:
    asked = number(year.requested) if year.requested else 0
    return float(max(year.available, sum(abs(number(each)) for each in year.gone.values()), asked))


def _height(view: View, year: Year) -> float:
    bars = bool(year.come or year.requested) + bool(year.gone)
    return _words_height(view, year) + bars * (BAR + 2) + GAP


def _words_height(view: View, year: Year) -> float:
    room = view.canvas.width - _beside(view) - 4
    return LINE * line_count(wrap_text(_words(view, year), room, LABEL_SIZE))


def _beside(view: View) -> float:
    """Give the pixels that a year's name takes."""
    return text_width(format_date("FY2022", view.language), LABEL_SIZE, bold=True) + 10


def _words(view: View, year: Year) -> str:
    """Say in a line what the year's bars show."""
    said = []
    if year.requested:
        said.append(
            f"{view.label('money_requested')} {view.format_value(year.requested, bare=True)}"
        )
    if year.come:
        said.append(f"{view.label('money_available')} {view.format_yen(year.available)}")
    elif year.gone:
        said.append(view.label("money_no_budget"))
    if "executed" in year.gone:
        said.append(
            f"{view.label('money_executed')} {view.format_value(year.gone['executed'], bare=True)}"
        )
    words = (" → " if year.come else "　").join(said)
    return view.aside(words, view.label("money_incomplete") if year.unexplained else "")


def _year(drawing: Drawing, year: Year, per_pixel: float) -> None:
    day = format_date(f"FY{year.fiscal_year}", drawing.view.language)
    drawing.text(day, 0, drawing.used, bold=True)
    words, beside = _words(drawing.view, year), _beside(drawing.view)
    drawing.paragraph(words, LABEL_SIZE, x=beside, line=LINE / LABEL_SIZE)
    if not year.gone:
        open_part = [year.requested] if year.requested else list(year.come.values())
        stacked(drawing, [("open", each) for each in open_part], per_pixel)
    else:
        if year.come:
            stacked(drawing, list(year.come.items()), per_pixel)
            drawing.used += 2
        stacked(drawing, _ordered(year.gone), per_pixel)
    drawing.used += GAP + 2


def _ordered(gone: Mapping[str, Figure]) -> list[tuple[str, Figure]]:
    return [(name, gone[name]) for name in USES if name in gone]
