"""A project's money divided among residents, cards and households, the arithmetic beside it."""

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.public_money.marks import LINE, look
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.records import Figure

BAR, GAP = 22, 14
BASES = ("resident", "card", "household")


def per_person(view: View, project_id: str) -> Chart:
    """
    Draw what a project has paid out so far per resident, per card and per household.

    All closed years are added up and divided by one count of each, named under its bar. Raises
    KeyError for a project that there is not, or that has no closed year of its own.

    >>> per_person(view, "mynapoint_round2")
    """
    rows = [view.dataset.figure(f"project_per_{base}.{project_id}.executed") for base in BASES]
    drawing = Drawing(view)
    longest = max(row.number or 0 for row in rows) or 1
    for row in rows:
        _row(drawing, row, (row.number or 0) / longest * (drawing.width - 4))
    return drawing.chart(rows)


def _row(drawing: Drawing, row: Figure, width: float) -> None:
    view, how = drawing.view, look(drawing.view.theme, "executed")
    words = f"{view.localize(row.measure.name)}　{view.format_value(row, bare=True)}"
    drawing.paragraph(words, bold=True, line=LINE / LABEL_SIZE)
    drawing.bar((1, drawing.used, max(width, 3), BAR), row, fill=how.fill, edge=how.edge)
    drawing.used += BAR + 2
    sums = view.localize(row.note)
    drawing.paragraph(sums, SMALL_SIZE, view.theme.muted, line=LINE / SMALL_SIZE, after=GAP)
