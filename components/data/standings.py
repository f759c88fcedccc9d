"""Where a municipality stands among the others by its issue rate, as records that can be cited."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from components.data.languages import Localized
from components.data.municipalities import CARDS, RATE, rank
from components.data.records import Figure

if TYPE_CHECKING:
    from components.data.dataset import Dataset


RANKS = (
    "issue_rank_in_prefecture",
    "issue_rank_of_prefecture",
    "issue_rank_in_country",
    "issue_rank_of_country",
)


class Standing(NamedTuple):
    """A municipality's rate at a date, its rank (the highest rate is 1), and among how many."""

    rate: Figure
    in_prefecture: Figure
    of_prefecture: Figure
    in_country: Figure
    of_country: Figure


def newest(dataset: Dataset) -> str:
    """Give the last date that municipalities have a rate for."""
    return dataset.wide_tables[CARDS].dates[-1]


def country(dataset: Dataset, as_of: str) -> Figure:
    """Give the issue rate of the whole country at a date. Raises LookupError without one."""
    return _by_date(dataset)[as_of]


@lru_cache(maxsize=4)
def _by_date(dataset: Dataset) -> dict[str, Figure]:
    rows = dataset.rows("cards_by_date")
    return {row.as_of: row for row in rows if row.measure.id == "issue_rate"}


@lru_cache(maxsize=64)
def prefecture(dataset: Dataset, code: str) -> tuple[Figure, ...]:
    """Give the issue rates of a prefecture (prefecture_13_tokyo), in the order of their dates."""
    rows = dataset.rows("cards_by_prefecture", prefecture=code)
    return tuple(row for row in rows if row.measure.id == "issue_rate_by_prefecture")


@lru_cache(maxsize=2048)
def standing(dataset: Dataset, code: str, as_of: str) -> Standing:
    """
    Give where a municipality stands at a date. Raises KeyError for one not there, or a date.

    standing(load_dataset(), "131130", "2022-12-31").in_prefecture.value
    """
    rate, place = dataset.figure(f"{RATE}.{code}.{as_of}"), rank(dataset, code, as_of)
    counts = (place.in_prefecture, place.of_prefecture, place.in_country, place.of_country)
    counted = (
        _counted(dataset, name, value, rate) for name, value in zip(RANKS, counts, strict=True)
    )
    return Standing(rate, *counted)


def ranked(dataset: Dataset, name: str) -> Figure:
    """Give a rank by its id: issue_rank_in_country.131130.2022-12-31. Raises KeyError."""
    measure_id, code, as_of = name.split(".")
    return next(row for row in standing(dataset, code, as_of) if row.measure.id == measure_id)


def _counted(dataset: Dataset, measure_id: str, value: int, rate: Figure) -> Figure:
    """Make a record of what was counted among the rates of a date; its source is that of them."""
    measure, code = dataset.measures[measure_id], rate.id.split(".")[1]
    town = dataset.municipalities[code].full_name(dataset)
    return Figure(
        id=f"{measure_id}.{code}.{rate.as_of}",
        topic=measure.topic,
        measure=measure,
        label=Localized(f"{measure.name.ja}・{town.ja}", f"{measure.name.en}, {town.en}"),
        value=str(value),
        unit=measure.unit,
        qualifier="exact",
        as_of=rate.as_of,
        source=rate.source,
        place=rate.place,
        processing="calculated",
        confidence=rate.confidence,
        checked=rate.checked,
    )
