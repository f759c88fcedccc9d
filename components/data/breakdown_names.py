"""What a reader calls the codes of a breakdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from components.data import large_tables
from components.data.breakdowns import ITEM, OVER_TIME, Breakdown, rows_of
from components.data.languages import Language

if TYPE_CHECKING:
    from components.data.dataset import Dataset


def names(dataset: Dataset, breakdown: Breakdown, language: Language) -> dict[str, str]:
    """
    Give what a reader calls each code of a breakdown; no two have the same name.

    A series of figures is called by the label most of its figures have.
    """
    if breakdown.by == OVER_TIME:
        return {breakdown.measure: dataset.measures[breakdown.measure].name.to(language)}
    if breakdown.by != ITEM:
        found = {code: code_words(dataset, breakdown, code, language) for code in breakdown.codes}
        places = {code: ".".join(code.split(".")[-2:]) for code in found if "." in code}
        return _unlike(found, places)  # of payments: block and rank in their sheet
    rows = rows_of(dataset, breakdown)
    labels: dict[str, Counter[str]] = {code: Counter() for code in breakdown.codes}
    for code, label in zip(rows[ITEM], rows[f"label_{language}"], strict=True):
        labels[code][label] += 1
    found = {code: counted.most_common(1)[0][0] for code, counted in labels.items()}
    return _unlike(found, dict(zip(rows[ITEM], rows["as_of"], strict=True)))


def _unlike(found: dict[str, str], beside: Mapping[str, str] | None = None) -> dict[str, str]:
    """Tell codes of one name apart by what stands beside them, else by the code itself."""
    twice = {name for name, count in Counter(found.values()).items() if count > 1}
    return {
        code: f"{name} ({(beside or {}).get(code) or code})" if name in twice else name
        for code, name in found.items()
    }


def code_words(dataset: Dataset, breakdown: Breakdown, code: str, language: Language) -> str:
    """Name a code of a breakdown, or of one of its further dimensions."""
    if code in dataset.municipalities:
        return dataset.municipalities[code].full_name(dataset).to(language)
    if breakdown.table in large_tables.MONEY_TABLES:
        known = large_tables.money_names(dataset, breakdown.table)
        if code in known:
            return known[code].to(language)
        if code in dataset.projects:
            return dataset.projects[code].name.to(language)
        return dataset.label(f"budget_type_{code}", language)
    return dataset.label(code, language)
