"""The chart of whatever a reader selected: lines, bars, or the tiles of the prefectures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from components.charts import bars, lines, tiles
from components.charts.chart import Chart, View
from components.data import selected
from components.data.breakdown_names import names
from components.data.breakdowns import OVER_TIME, records_of, rows_of
from components.data.dates import format_date
from components.data.incomparable import refusal
from components.data.records import Figure
from components.data.selection import BARS, WHOLE, Selection

if TYPE_CHECKING:
    import pandas as pd


def draw(view: View, selection: Selection) -> Chart:
    """
    Draw a selection in its form; a measure beside it only where the two may share a chart.

    Of bars the largest are drawn, no more than BARS. Raises ValueError for the form of a table and
    where nothing is left to draw.

    draw(view, select(view.dataset, {"measure": "issue_rate_by_prefecture", "form": "map"}))
    """
    found = selected.rows(view.dataset, selection)
    if selection.form == "bar":
        found = found.head(BARS)
    if found.empty:
        raise ValueError("nothing is selected")
    if selection.form == "map":
        return _map(view, selection, found)
    groups = _groups(view, selection, found)
    if joined(view, selection):
        groups = _both(view, selection, groups)
    if selection.form == "line":
        return lines.draw(view, groups)
    if selection.form == "bar":
        return _bars(view, groups)
    raise ValueError("a table is not drawn")


def joined(view: View, selection: Selection) -> bool:
    """Tell whether a measure stands beside the first and may share its chart."""
    one, other = selection.breakdown.measure, selection.beside
    return bool(other) and refusal(view.dataset, one, other) is None


def _groups(view: View, selection: Selection, found: pd.DataFrame) -> dict[str, list[Figure]]:
    """Give the records by the name of their group, in the order of the rows."""
    breakdown = selection.breakdown
    called = names(view.dataset, breakdown, view.language)
    groups: dict[str, list[Figure]] = {}
    for code, figure in zip(found[breakdown.by], records_of(view.dataset, found), strict=True):
        name = called.get(code, code)
        if selection.form == "bar" and breakdown.by == OVER_TIME:
            name = format_date(figure.as_of, view.language)
        groups.setdefault(name, []).append(figure)
    return groups


def _both(
    view: View, selection: Selection, groups: Mapping[str, list[Figure]]
) -> dict[str, list[Figure]]:
    """Set the groups of the measure compared with beside the first, each with its measure named."""
    other = selected.beside(view.dataset, selection)
    more = _groups(view, other, selected.rows(view.dataset, other))
    named: dict[str, list[Figure]] = {}
    for each, found in ((selection, groups), (other, more)):
        measure = view.localize(view.dataset.measures[each.breakdown.measure].name)
        for name, rows in found.items():
            named[measure if name == measure else view.aside(measure, name)] = rows
    return named


def _bars(view: View, groups: Mapping[str, list[Figure]]) -> Chart:
    named = [(row, name) for name, rows in groups.items() for row in rows][:BARS]
    figures, words = [row for row, _ in named], [name for _, name in named]
    limit = 100 if figures[0].unit == "percent" else 0
    return bars.draw(view, figures, words, limit=limit)


def _map(view: View, selection: Selection, found: pd.DataFrame) -> Chart:
    """Draw every prefecture, and the country beside; one that was chosen alone is outlined."""
    every, by = rows_of(view.dataset, selection.breakdown), selection.breakdown.by
    own = selection.only[0] if len(selection.only) == 1 else ""
    whole = view.figures(found[found[by].str.endswith(WHOLE)])
    places = found[~found[by].str.endswith(WHOLE)]
    return tiles.prefectures(view, places, scale=every, own=own, whole=next(iter(whole), None))
