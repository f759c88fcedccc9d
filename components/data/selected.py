"""The rows of a selection, as frames of figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from components.data.breakdowns import FIGURES, OVER_TIME, Breakdown, breakdowns, rows_of
from components.data.dates import first_day
from components.data.selection import Selection, forms, whole_of
from components.data.wide import TOWN

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

LINES = 8  # lines that one chart can tell apart
FULL = 0.8  # the share of the groups that a date must have, to be shown without being asked for
UNORDERED = (
    "prefecture",
    TOWN,
    "project",
    "payment",
    "budget_item",
)  # whose codes have no order of their own


def rows(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """
    Give the rows that a selection shows, in the order drawn (columns: frames.to_frame).

    The column named by the breakdown tells the groups apart. A form of one date gives the rows of
    that date, of single figures the newest up to it; lines and tables give all from start to end.
    Rows without a value stand in tables, and break lines.
    """
    breakdown = selection.breakdown
    only = selection.only
    if breakdown.by == TOWN and selection.form == "line" and not only:
        only = _high_middle_low(rows_of(dataset, breakdown).set_index(TOWN)["number"].dropna())
    found = rows_of(dataset, breakdown, only, selection.end)
    for name, code in selection.where.items():
        found = found[found[name] == code]
    if selection.only and selection.form != "map":
        found = found[found[breakdown.by].isin(selection.only)]
    found = _between(found, selection).sort_values("start", kind="stable")
    if selection.form == "line":
        found = _lines(found, selection)
    elif selection.form != "table":
        found = found[found["number"].notna()]
        if breakdown.by != OVER_TIME:
            found = _at_one_date(found, breakdown, selection.end)
    return found.reset_index(drop=True)


def beside(dataset: Dataset, selection: Selection) -> Selection:
    """Give the selection of the measure compared with: the same places, dates and form."""
    ways = breakdowns(dataset)[selection.beside]
    alike = [each for each in ways if each.by == selection.breakdown.by]
    breakdown = (alike or ways)[0]
    where = {
        name: code if (code := selection.where.get(name, "")) in codes else whole_of(codes)
        for name, codes in breakdown.others.items()
    }
    only = tuple(code for code in selection.only if code in breakdown.codes)
    found = replace(selection, breakdown=breakdown, where=where, only=only, beside="")
    fit = forms(dataset, found)
    return found if found.form in fit else replace(found, form=fit[0])


def _between(found: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Keep what lies between the dates asked for; without any, rows without a date as well."""
    import pandas as pd

    if selection.start and selection.form in ("line", "table"):
        found = found[found["start"] >= pd.Timestamp(first_day(selection.start))]
    if selection.end:
        found = found[found["start"] <= pd.Timestamp(first_day(selection.end))]
    return found


def _lines(found: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """
    Keep what makes lines: groups with two dates at least, and no more than LINES of them.

    Of many that nobody chose, those that end highest, in the middle and lowest.
    """
    by = selection.breakdown.by
    found = found[found["as_of"] != ""].drop_duplicates([by, "as_of"], keep="last")
    seen = found[found["number"].notna()].groupby(by, sort=False)["number"]
    last, counts = seen.last(), seen.size()
    names = [code for code in last.index if counts[code] > 1] or list(last.index)
    if len(names) > LINES and not selection.only:
        full = [code for code in names if counts[code] >= counts.max() * FULL]
        names = list(_high_middle_low(last[full if len(full) > 2 else names]))
    order = {code: place for place, code in enumerate(names[:LINES])}
    found = found[found[by].isin(order)]
    return found.sort_values(by, key=lambda column: column.map(order), kind="stable")


def _high_middle_low(numbers: pd.Series) -> tuple[str, ...]:
    ranked = numbers.sort_values(ascending=False, kind="stable").index
    return ranked[0], ranked[len(ranked) // 2], ranked[-1]


def _at_one_date(found: pd.DataFrame, breakdown: Breakdown, end: str) -> pd.DataFrame:
    """Give each group's value at a date, without one the newest that most of the groups have."""
    by = breakdown.by
    if breakdown.table == FIGURES:
        return found.drop_duplicates(by, keep="last").sort_index()
    counts = found.groupby("as_of").size()
    if end not in counts.index:
        full = counts[counts >= counts.max() * FULL].index
        end = max(full, key=first_day, default="")
    found = found[found["as_of"] == end].drop_duplicates(by, keep="last").sort_index()
    if by in UNORDERED:
        found = found.sort_values("number", ascending=False, kind="stable")
    return found
