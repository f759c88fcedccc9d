"""Many series as one grey trace behind the few that are named: a ground of thin lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from components.charts.chart import View

if TYPE_CHECKING:
    import pandas as pd


def thin(view: View, rows: pd.DataFrame, *, by: str) -> dict[str, Any]:
    """
    Draw the rows of every series as a thin line, parted by gaps; they tell nothing when touched.

    rows is a frame of figures in the order of their dates; by is the column that tells them apart.
    """
    x: list[str | None] = []
    y: list[float | None] = []
    for _, series in rows.groupby(by, sort=False):
        x += [*series["start"].dt.strftime("%Y-%m-%d"), series["as_of"].iloc[-1]]
        y += [*series["number"], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": view.theme.context, "width": 1},
        "opacity": 0.5,
        "connectgaps": False,
        "hoverinfo": "skip",
    }
