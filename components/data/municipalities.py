"""The municipalities: what they are called, where they stand, how to find one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar

from components.data import columns
from components.data.columns import Code
from components.data.languages import Language, Localized, aside
from components.data.municipality_names import COUNTY, fit, plain, spellings
from components.data.records import Figure, Source
from components.data.schema import Rule

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

CARDS, RESIDENTS = "cards_by_municipality", "population_by_municipality"
RATE = "issue_rate_by_municipality"
# From which count on the ministry divides by the residents of a day, as printed in its tables.
BASES = {
    "2017-03-08": "2016-01-01",
    "2017-08-31": "2017-01-01",
    "2018-07-01": "2018-01-01",
    "2019-09-16": "2019-01-01",
    "2020-09-01": "2020-01-01",
    "2021-08-01": "2021-01-01",
    "2022-08-31": "2022-01-01",
}
ENGLISH_KINDS = ("city", "ward", "town", "village", "prefecture")  # Fuchu City is 府中市


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """A city, a ward of Tokyo, a town or a village; a town's Japanese name begins with its county.

    The English name is made from the reading and is not an official spelling.
    """

    TABLE: ClassVar = "municipalities"
    code: Annotated[
        str, Rule("^[0-9]{6}$", example="131130"), "団体コード", "Six digits, check digit included"
    ]
    prefecture: Annotated[Code, "都道府県", "Its prefecture (prefecture_…)"]
    name: columns.Name
    reading: Annotated[columns.Hiragana, "読み（ひらがな）", "Its reading without the county"]
    kind: Annotated[Code, "種類", "City, ward, town or village (municipality_…)"]
    source: Annotated[Source, "出典のID", "The document of name and reading"]

    @property
    def short_name(self) -> Localized:
        """Give its name without the county: 多良間村, not 宮古郡多良間村."""
        return Localized(COUNTY.sub("", self.name.ja), self.name.en)

    def full_name(self, dataset: Dataset) -> Localized:
        """Give its name with its prefecture: 府中市（東京都） / Fuchu-shi (Tokyo)."""
        return Localized(
            aside(self.name.ja, dataset.label(self.prefecture, "ja"), "ja"),
            aside(self.name.en, dataset.label(self.prefecture, "en"), "en"),
        )


def base_date(as_of: str) -> str:
    """
    Say which residents the cards of a date are divided by: those on the register of that day.

    base_date("2022-12-31") is 2022-01-01. Raises ValueError for a date before the first count.
    """
    known = [base for first, base in BASES.items() if first <= as_of]
    if not known:
        raise ValueError(f"no residents are known for {as_of}")
    return known[-1]


def issue_rates(dataset: Dataset) -> pd.DataFrame:
    """
    Give cards issued per resident, in percent and not rounded.

    Index: municipality code. Columns: the dates of the cards (ISO). Shared: its numbers cannot be
    changed. issue_rates(dataset)["2022-12-31"].rank(ascending=False) ranks the country.
    """
    return _issue_rates(dataset).copy(deep=False)


@lru_cache(maxsize=4)
def _issue_rates(dataset: Dataset) -> pd.DataFrame:
    cards, residents = dataset.wide(CARDS), dataset.wide(RESIDENTS)
    bases = [base_date(date) for date in dataset.wide_tables[CARDS].dates]
    base = residents.reindex(cards.index)[bases]
    rates = cards.to_numpy() / base.to_numpy() * 100
    rates.flags.writeable = False
    return type(cards)(rates, cards.index, cards.columns, copy=False)


def issue_rate(dataset: Dataset, name: str) -> Figure:
    """
    Give one rate as a calculated record: issue_rate_by_municipality.131130.2022-12-31.

    Rounded to one decimal, as the ministry prints rates. Raises KeyError where cards or residents
    of that municipality and date are not known.
    """
    _, code, date = name.split(".") if name.count(".") == 2 else ("", name, "")
    cards = dataset.figure(f"{CARDS}.{code}.{date}")
    residents = dataset.figure(f"{RESIDENTS}.{code}.{base_date(date)}")
    if not (cards.value and residents.value):
        raise KeyError(f"{name} (a gap)")
    measure, town = dataset.measures[RATE], dataset.municipalities[code].full_name(dataset)
    rate = Decimal(cards.value) * 100 / Decimal(residents.value)
    return replace(
        cards,
        id=name,
        measure=measure,
        label=Localized(f"{measure.name.ja}・{town.ja}", f"{measure.name.en}, {town.en}"),
        value=str(rate.quantize(Decimal("0.1"), ROUND_HALF_UP)),
        unit=measure.unit,
        processing="calculated",
        calculation=f"{cards.id} / {residents.id} * 100",
    )


@dataclass(frozen=True)
class Rank:
    """Where a municipality stands by its issue rate, the highest being 1; equal rates share one."""

    in_country: int
    of_country: int
    in_prefecture: int
    of_prefecture: int


def rank(dataset: Dataset, code: str, as_of: str) -> Rank:
    """Rank a municipality at a date. Raises KeyError for one that is not there, or a date."""
    rates = _issue_rates(dataset)[as_of].dropna()
    own, home = rates[code], dataset.municipalities[code].prefecture
    near = rates.reindex([each.code for each in by_prefecture(dataset)[home]]).dropna()
    return Rank(int((rates > own).sum()) + 1, len(rates), int((near > own).sum()) + 1, len(near))


def of_like_size(dataset: Dataset, code: str, count: int = 8) -> list[Municipality]:
    """
    List the municipalities whose number of residents is nearest in proportion, nearest first.

    Counted at the newest date of the register. Raises KeyError for an unknown code.
    """
    import numpy as np

    residents = dataset.wide(RESIDENTS).iloc[:, -1].dropna()
    apart = np.log(residents / residents[code]).abs().drop(code)
    return [dataset.municipalities[each] for each in apart.nsmallest(count).index]


@lru_cache(maxsize=2)  # the data in use, and what it has just taken the place of
def by_prefecture(dataset: Dataset) -> Mapping[str, Sequence[Municipality]]:
    """Give the municipalities of each prefecture, by its code, in the order of their codes."""
    found: dict[str, list[Municipality]] = {}
    for each in dataset.municipalities.values():
        found.setdefault(each.prefecture, []).append(each)
    return found


def find(
    dataset: Dataset, words: str, language: Language = "ja", count: int = 20
) -> list[Municipality]:
    """
    Find municipalities by name, reading in hiragana or katakana, romaji, prefecture or code.

    find(dataset, "ふちゅう", "ja") gives both cities of that reading; "東京 府中" the one in Tokyo.
    Best first: the whole name, then names that begin with the words, then names that hold them; of
    equals the one with more residents. Words that name nothing give an empty list; so do none.
    """
    left_out = ENGLISH_KINDS if language == "en" else ()
    pieces = [plain(each) for each in words.split() if each.casefold() not in left_out]
    if not any(pieces):
        return []
    fits = []
    for names in spellings(dataset, RESIDENTS):
        marks = [fit(piece, names) for piece in pieces if piece]
        if all(marks):
            fits.append((-sum(marks), -names.residents, names.code))
    return [dataset.municipalities[code] for *_, code in sorted(fits)[:count]]
