"""A count that was revised, as steps through time; beside it other counts that are not added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from components.charts import lines
from components.charts.chart import Chart, View
from components.charts.style import line, note
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

SHARE, GAP = 0.3, 28  # of the width for the other counts, and the pixels before them
LARGE, STAGE_LARGE = 20, 16  # size of their values, and on a stage
BETWEEN = 14  # pixels between two
Marks = list[dict[str, Any]]


def revised_counts(
    view: View, rows: pd.DataFrame, others: pd.DataFrame, *, by: str, named: Sequence[str] = ()
) -> Chart:
    """
    Draw the reports of one count as a line in steps, and the newest of each other count as words.

    - rows: a frame of figures of one measure; others: of any, told by their number alone, since
      they share no scale
    - by: the column whose codes name the others; named: ids of rows whose values are written

    The step's word `apart` heads the others, which stand to the right, on a phone below. Raises
    ValueError without rows.

    >>> revised_counts(view, insurance, others, by="subject", named=["misregistrations@2022-11"])
    """
    newest = {name: each[-1] for name, each in view.groups(others, by).items()}
    wide = view.canvas.width * (1 if view.narrow else SHARE) - (0 if view.narrow else GAP)
    words, high = _words(view, newest, wide)
    room = (lines.RIGHT, high + 16) if view.narrow else (int(wide) + GAP, 0)
    series = {str(rows["measure_id"].iloc[0]): view.figures(rows)}
    rule = line((1, 1), (0, 1), view.theme.rule, xref="paper", yref="paper", layer="below")
    return lines.draw(
        view,
        series,
        named=named,
        words=words,
        levels=[] if view.narrow else [rule],
        beside=[*newest.values()],
        steps=True,
        room=room,
    )


def _words(view: View, counts: dict[str, Figure], wide: float) -> tuple[Marks, int]:
    """Write what each count is, its number and its date under each other; and their height."""
    theme, used, found = view.theme, 0.0, []
    large = STAGE_LARGE if view.for_presenter else LARGE
    head = wrap_text(view.step_text("apart"), wide, SMALL_SIZE)
    told: list[tuple[str, int, str]] = [(head, SMALL_SIZE, theme.muted)]
    for name, row in counts.items():
        told.append((view.label(name), LABEL_SIZE, theme.ink))
        told.append((f"<b>{view.format_value(row)}</b>", large, theme.muted))
        told.append((format_date(row.as_of, view.language), SMALL_SIZE, theme.muted))
    # On a phone they stand below the years of the axis.
    place = {"x": 0, "y": 0, "down": 44} if view.narrow else {"x": 1, "y": 1, "down": 0}
    shift = {"xshift": 0 if view.narrow else GAP - 8, "xanchor": "left", "align": "left"}
    for number, (words, size, colour) in enumerate(told):
        down = {"yshift": -(place["down"] + used), "yanchor": "top"}
        refs = {"xref": "paper", "yref": "paper"}
        found.append(note(words, place["x"], place["y"], size, colour, **shift, **down, **refs))
        used += line_count(words) * size * 1.3 + (BETWEEN if number % 3 == 0 else 2)
    return found, int(used)
