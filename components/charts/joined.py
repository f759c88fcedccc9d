"""Invented lists that share a number, and the one row they make when they are joined."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts import sheet
from components.charts.chart import Chart, View
from components.charts.style import BREAK, wrap
from components.data.links import INVENTED, Example, Flow

GAP = 0.03  # of the width, between two lists
HEAD = 26  # pixels for the word that this is invented
Entries = Mapping[tuple[str, str], Example]


def lists(
    view: View, rows: Sequence[Example], scenario: Flow, *, joined: int, person: str
) -> Chart:
    """
    Draw each list of invented entries, and below them what the joined ones say of one person.

    The first `joined` lists are drawn as joined, the others grey; person is whose row it is. Under
    the row stands how many of the people on the lists it fits: the arithmetic of the invented
    rows, not a number about the world. scenario is the flow the example plays out.
    Raises ValueError where a person is missing from a list.
    """
    leaks = list(dict.fromkeys(row.leak for row in rows))
    people = list(dict.fromkeys(row.person for row in rows))
    entries = {(row.leak, row.person): row for row in rows}
    if len(entries) != len(leaks) * len(people):
        raise ValueError("a person is missing from a list")
    step = sheet.line(view) + (2 if view.canvas.height else 6)
    across = 1 if view.narrow else len(leaks)
    depth = step * (len(people) + 1) + 14
    notes, shapes = [_tag(view)], []
    for place, leak in enumerate(leaks):
        x, top = place % across / across, HEAD + place // across * depth
        faint = {"color": view.theme.muted} if place >= joined else {}
        notes.append(sheet.words(view, f"<b>{view.label(leak)}</b>", x, top, **faint))
        for number, who in enumerate(people, 1):
            y = top + step * number
            said = f"{view.label(who)}　{view.localize(entries[leak, who].data)}"
            notes.append(sheet.words(view, said, x, y, inset=8, **faint))
            edge = _edge(view, chosen=who == person and place < joined)
            shapes.append(sheet.box(x, 1 / across - GAP, y - 3, step - 3, view.theme.aside, edge))
    used = HEAD + depth * (len(leaks) if view.narrow else 1)
    result = _result(view, entries, leaks[:joined], people, person)
    size = sheet.line(view) * (result.count(BREAK) + 1) + 20
    shapes.append(sheet.box(0, 1, used, size, view.theme.aside, _edge(view, chosen=True)))
    notes.append(sheet.words(view, result, 0, used + 10, inset=10))
    return sheet.sheet(view, shapes, notes, rows=[*rows, scenario], used=used + size + 2)


def _result(
    view: View, entries: Entries, leaks: Sequence[str], people: Sequence[str], person: str
) -> str:
    """The joined row in words, and how many of the invented people it fits."""
    known = [entries[leak, person].data for leak in leaks]
    alike = [who for who in people if [entries[leak, who].data for leak in leaks] == known]
    added = " ＋ " if view.language == "ja" else " + "
    row = f"{view.label(person)}　{added.join(view.localize(data) for data in known)}"
    fits = f"{view.step_text('fits')} {sheet.whole(f'{len(alike)} / {len(people)}')}"
    canvas = sheet.columns(view, less=30)
    return f"<b>{wrap(row, canvas)}</b>{BREAK}{wrap(fits, canvas)}"


def _tag(view: View) -> dict[str, Any]:
    """The word that this is invented, in the chart itself."""
    said = f"<b>{INVENTED.to(view.language)}　{view.step_text('not_real')}</b>"
    return sheet.words(view, said, 0, 0, color=view.theme.accent)


def _edge(view: View, *, chosen: bool) -> dict[str, Any]:
    return {"color": view.theme.accent, "width": 2} if chosen else {"width": 0}
