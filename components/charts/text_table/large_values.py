"""Records as large numbers, one a line, where nothing may be compared by length or added."""

from collections.abc import Callable, Mapping, Sequence

from components.charts.chart import PAGE, Chart, View
from components.charts.drawing import Drawing
from components.charts.text_table.cells import Cell, Column, write_row
from components.charts.text_width import BREAK, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

LARGE, PRESENTER_LARGE = 24, 20
LINE = 20  # pixels of a line of text
ROOMY, TIGHT = 62, 52  # pixels of one record where each has one line
NAME, VALUE, LABEL = 0.0, 0.15, 0.4  # where the columns begin, as shares of the width
CLOSE_LABEL = 0.5  # and where a large value takes half the width: on a stage, and on paper
NARROW = (8, 28, 58)  # pixels down to heading, value and label on a phone
NARROW_HEIGHT = 84


def large_values(view: View, groups: Mapping[str, Sequence[Figure]], *, apart: str = "") -> Chart:
    """
    Write each record's value large, with its name and date beside it (on a phone, below it).

    groups maps a heading (a code of labels.csv) to the records under it; they may be of any measure
    and unit, since nothing is drawn to scale. Two records of one group count different things: a
    dashed line and the word apart stand between them. Raises ValueError without records.

    >>> large_values(view, {"five_cards": [issued, held]}, apart="another count")
    """
    drawing = Drawing(view)
    drawn: list[Figure] = []
    for heading, records in groups.items():
        for place, row in enumerate(records):
            if drawn:
                _divide(drawing, "" if place == 0 else apart, solid=place == 0)
            _write(drawing, view.label(heading) if place == 0 else "", row)
            drawn.append(row)
    if not drawn:
        raise ValueError("no records to list")
    return drawing.chart(drawn)


def _write(drawing: Drawing, heading: str, row: Figure) -> None:
    view, theme = drawing.view, drawing.view.theme
    size = PRESENTER_LARGE if view.for_presenter else LARGE
    close = not view.narrow and drawing.width < PAGE.width
    label = CLOSE_LABEL if close else LABEL
    words = view.aside(view.render_plain(row.label), format_date(row.as_of, view.language))
    room = drawing.width * (1 if view.narrow else 1 - label) - 8
    cells = [
        Cell(heading, LABEL_SIZE, theme.muted, bold=True),
        Cell(view.format_value(row), size, theme.main, bold=True),
        Cell(wrap_text(words, room, LABEL_SIZE)),
    ]
    lines = line_count(cells[2].words)
    if view.narrow:
        for cell, down in zip(cells, NARROW, strict=True):
            if cell.words:
                y = drawing.used + down
                drawing.text(cell.words, 0, y, cell.size, cell.colour, bold=cell.bold)
        drawing.used += NARROW_HEIGHT + LINE * (lines - 1)
        return
    places: list[Column] = [(drawing.width * each, 0) for each in (NAME, VALUE, label)]
    height = (TIGHT if view.for_presenter else ROOMY) + LINE * max(lines - 2, 0)
    write_row(drawing, cells, places, height, down="middle")


def _divide(drawing: Drawing, apart: str, *, solid: bool) -> None:
    """Draw the line between two records, with a word on the ground's colour, which covers it."""
    theme, y = drawing.view.theme, drawing.used
    if solid:
        drawing.rule(y)
        return
    start = 0 if drawing.view.narrow else VALUE * drawing.width
    drawing.line((start, y), (drawing.width, y), theme.accent, 1.5, "dash")
    if apart:
        drawing.text(
            apart,
            drawing.width,
            y,
            LABEL_SIZE,
            theme.accent,
            at="middle right",
            bgcolor=theme.ground,
            borderpad=3,
        )


def values_with_definitions(
    view: View, rows: Sequence[Figure], *, name: Callable[[Figure], str] | None = None
) -> Chart:
    """
    Write records one below the other, in the order given: value, name, date and definition.

    For counts of different things; the definition keeps two from being taken for one, and there is
    no total. name gives a record's name where its own label will not do. Raises ValueError without
    rows, or for a gap.

    >>> values_with_definitions(view, rows, name=lambda row: view.step_text(row.id))
    """
    if not rows:
        raise ValueError("no rows to draw")
    if any(row.number is None for row in rows):
        raise ValueError("a count without a value")
    size = SMALL_SIZE if view.for_presenter else LABEL_SIZE
    large = size + (6 if view.for_presenter else 10)
    longest = max(text_width(view.format_value(row), large) for row in rows) + 32
    x, below = (0, large + 10) if view.narrow else (longest, 0)
    drawing, room = Drawing(view), view.canvas.width - x - 12
    for place, row in enumerate(rows):
        if place:
            drawing.rule(drawing.used - 8)
        named = view.localize(row.label) if name is None else name(row)
        day = format_date(row.as_of, view.language).replace(" ", "\u00a0")
        head = wrap_text(f"{named}　{day}", room, size)
        definition = wrap_text(view.localize(row.measure.definition), room, size)
        words = f"<b>{head}</b>{BREAK}{definition}"
        drawing.text(view.format_value(row), 0, drawing.used, large, bold=True)
        drawing.text(words, x, drawing.used + below, size)
        drawing.hover(drawing.width * 0.06, drawing.used + large / 2, row)
        depth = (size + 5) * line_count(words) + below
        drawing.used += max(depth, large + 10) + (12 if view.for_presenter else 20)
    return drawing.chart(rows)
