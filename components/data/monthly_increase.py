"""How much a running total grew from one count to the next."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from components.data.languages import Localized
from components.data.records import Figure, Measure

A_MONTH = range(27, 33)  # days between two counts that may be called a month


def by_month(counts: Sequence[Figure], measure: Measure) -> list[Figure]:
    """
    Subtract each count of a running total from the next, where a month lies between them.

    Gives records of `measure`, each as of the span between its two counts, with the arithmetic in
    calculation and note. Counts further apart or closer together than a month give nothing: no
    month is made up. Raises ValueError for counts of several measures, for a measure that is not
    cumulative, and for a total that falls.
    """
    if len({each.measure.id for each in counts}) > 1:
        raise ValueError("counts of several measures")
    if any(each.measure.kind != "cumulative" for each in counts):
        raise ValueError("not a running total")
    known = sorted((each for each in counts if each.value), key=lambda each: each.day)
    return [
        _difference(before, after, measure)
        for before, after in pairwise(known)
        if (after.day - before.day).days in A_MONTH
    ]


def _difference(before: Figure, after: Figure, measure: Measure) -> Figure:
    grown = Decimal(after.value) - Decimal(before.value)
    if grown < 0:
        raise ValueError(f"{after.id} is smaller than {before.id}")
    sum_ = f"{Decimal(after.value):,} − {Decimal(before.value):,}"
    return replace(
        after,
        id=f"{measure.id}.{after.as_of}",
        topic=measure.topic,
        measure=measure,
        label=measure.name,
        value=str(grown),
        unit=measure.unit,
        qualifier="exact",
        as_of=f"{before.as_of}/{after.as_of}",
        said_by="",
        processing="calculated",
        calculation=f"{after.value} - {before.value}",
        published="",
        checked=min(before.checked, after.checked),
        superseded_by="",
        review_after="",
        note=Localized(f"本資料で計算：{sum_}", f"Calculated here: {sum_}"),
    )
