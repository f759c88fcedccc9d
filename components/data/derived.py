"""What is calculated here from series, such as increases: frames in, frames out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from components.data.records import Measure

if TYPE_CHECKING:
    import pandas as pd

Apart = tuple[int, int]
A_MONTH = (27, 32)  # days between two counts that may be called a month
A_YEAR = (350, 400)  # and a year


def increase(counts: pd.DataFrame, measure: Measure, apart: Apart = A_MONTH) -> pd.DataFrame:
    """
    Subtract each count of a running total from the next, where a month (or a year) lies between.

    Gives rows of `measure` (unit and name are its own), each as of the span between its two counts,
    with processing "calculated" and the arithmetic in calculation and note; document, place and
    confidence are those of the later count. Gaps are passed over, and counts not so far `apart`
    give no row: no month is made up. Raises ValueError for counts of several measures, for a
    measure that is not cumulative, and for a total that falls.
    """
    import pandas as pd

    _must_be_one_running_total(counts)
    known = counts[counts["number"].notna()].sort_values("start", kind="stable")
    after, before = known[1:].reset_index(drop=True), known[:-1].reset_index(drop=True)
    near = (after["start"] - before["start"]).dt.days.between(*apart)
    after, before = after[near], before[near]
    pairs = [
        (Decimal(now), Decimal(then))
        for now, then in zip(after["value"], before["value"], strict=True)
    ]
    grown = after["number"] - before["number"]
    if (grown < 0).any():
        raise ValueError(f"{after['id'][grown < 0].iloc[0]} is smaller than the count before")
    values = pd.Series([str(now - then) for now, then in pairs], after.index, "str")
    sums = pd.Series([f"{now:,} − {then:,}" for now, then in pairs], after.index, "str")
    return after.assign(
        id=measure.id + "." + after["as_of"],
        measure_id=measure.id,
        label_ja=measure.name.ja,
        label_en=measure.name.en,
        value=values,
        number=grown,
        unit=measure.unit,
        kind=measure.kind,
        qualifier="exact",
        as_of=before["as_of"] + "/" + after["as_of"],
        start=before["start"],
        processing="calculated",
        calculation=after["value"] + " - " + before["value"],
        checked=after["checked"].where(after["checked"] < before["checked"], before["checked"]),
        note_ja="本資料で計算：" + sums,
        note_en="Calculated here: " + sums,
    ).reset_index(drop=True)


def _must_be_one_running_total(counts: pd.DataFrame) -> None:
    if counts["measure_id"].nunique() > 1:
        raise ValueError("counts of several measures")
    if (counts["kind"] != "cumulative").any():
        raise ValueError("not a running total")
