"""Invented lists that share a number, and the one row they make when they are joined."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.text_width import BREAK, line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import INVENTED, Example, Flow

GAP = 0.03  # of the width, between two lists
HEAD = 26  # pixels for the word that this is invented
Entries = Mapping[tuple[str, str], Example]


def joined_tables(
    view: View, rows: Sequence[Example], scenario: Flow, *, joined: int, person: str
) -> Chart:
    """
    Draw each list of invented entries, and below them what the joined ones say of one person.

    The first `joined` lists are drawn as joined, the others grey; person is whose row it is. Under
    the row stands how many of the people on the lists it fits: the arithmetic of the invented
    rows, not a number about the world. scenario is the flow the example plays out.
    Raises ValueError where a person is missing from a list.

    >>> joined_tables(view, rows, view.dataset.flows["e60"], joined=2, person="person_a")
    """
    leaks = list(dict.fromkeys(row.leak for row in rows))
    people = list(dict.fromkeys(row.person for row in rows))
    entries = {(row.leak, row.person): row for row in rows}
    if len(entries) != len(leaks) * len(people):
        raise ValueError("a person is missing from a list")
    drawing, theme = Drawing(view), view.theme
    size = SMALL_SIZE if view.for_presenter else LABEL_SIZE
    line, across = size + 5, 1 if view.narrow else len(leaks)
    step = line + (2 if view.for_presenter else 6)
    depth = step * (len(people) + 1) + 14
    said = f"{INVENTED.to(view.language)}　{view.step_text('not_real')}"
    drawing.text(said, 0, 0, size, theme.accent, bold=True)
    for place, leak in enumerate(leaks):
        x, top = drawing.width * (place % across) / across, HEAD + place // across * depth
        colour = theme.muted if place >= joined else ""
        drawing.text(view.label(leak), x, top, size, colour, bold=True)
        for number, who in enumerate(people, 1):
            y, width = top + step * number, drawing.width * (1 / across - GAP)
            chosen = who == person and place < joined
            drawing.box(x, y - 3, width, step - 3, **_edge(view, chosen=chosen))
            said = f"{view.label(who)}　{view.localize(entries[leak, who].data)}"
            drawing.text(said, x + 8, y, size, colour)
    drawing.used = HEAD + depth * (len(leaks) if view.narrow else 1)
    room = (drawing.width - 30) / size
    result = _result(view, entries, leaks[:joined], people, person, room)
    height = line * line_count(result) + 20
    drawing.box(0, drawing.used, drawing.width, height, **_edge(view, chosen=True))
    drawing.text(result, 10, drawing.used + 10, size)
    drawing.used += height + 2
    return drawing.chart([*rows, scenario])


def _result(
    view: View,
    entries: Entries,
    leaks: Sequence[str],
    people: Sequence[str],
    person: str,
    room: float,
) -> str:
    """The joined row in words, and how many of the invented people it fits."""
    known = [entries[leak, person].data for leak in leaks]
    alike = [who for who in people if [entries[leak, who].data for leak in leaks] == known]
    added = " ＋ " if view.language == "ja" else " + "
    row = f"{view.label(person)}　{added.join(view.localize(data) for data in known)}"
    fits = f"{view.step_text('fits')} {len(alike)}\u00a0/\u00a0{len(people)}"
    return f"<b>{wrap_text(row, room)}</b>{BREAK}{wrap_text(fits, room)}"


def _edge(view: View, *, chosen: bool) -> dict[str, Any]:
    if not chosen:
        return {"edge_width": 0}
    return {"edge": view.theme.accent, "edge_width": 2}
