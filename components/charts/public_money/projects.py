"""All projects by what they paid out, largest first."""

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.public_money.marks import LINE, THIN, key, look
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure
from components.data.spending import kind_of, number, project_of, totals

BAR, GAP = 10, 8
MOST = 20  # projects that are drawn where nothing limits the height


def projects(view: View, topic: str = "") -> Chart:
    """
    Draw what projects paid out over their closed years, largest first; those of a topic, or all.

    Budgets that hold other projects are hatched, projects that are not of My Number outlined, so
    that nobody adds up the list. The first of many are drawn; on a stage they come on pages.
    Raises ValueError for a topic without projects.

    >>> projects(view, "mynapoint")
    """
    rows = totals(view.dataset, topic)[:MOST]
    if not rows:
        raise ValueError(f"no project belongs to {topic}")
    drawing = Drawing(view)
    key(drawing, sorted({kind_of(row) for row in rows}, key=("executed", "bulk", "other").index))
    room = view.canvas.height and view.canvas.height - drawing.used - 8
    parts = pages([_height(view, row) for row in rows], room)
    shown, longest = rows[wanted(view, parts)], float(number(rows[0])) or 1
    for row in shown:
        _row(drawing, row, (row.number or 0) / longest * (drawing.width - 4))
    return drawing.chart(shown, page_count=len(parts))


def _words(view: View, row: Figure) -> str:
    name = view.localize(view.dataset.projects[project_of(row)].name)
    words = f"{name}　{view.format_value(row, bare=True)}"
    return wrap_text(words, view.canvas.width - 8, LABEL_SIZE)


def _height(view: View, row: Figure) -> float:
    return LINE * line_count(_words(view, row)) + BAR + GAP


def _row(drawing: Drawing, row: Figure, width: float) -> None:
    words, how = _words(drawing.view, row), look(drawing.view.theme, kind_of(row))
    drawing.text(words, 0, drawing.used)
    drawing.used += LINE * line_count(words)
    place = (1, drawing.used, max(width, THIN), BAR)
    drawing.bar(place, row, fill=how.fill, edge=how.edge, hatch=how.hatch)
    drawing.used += BAR + GAP
