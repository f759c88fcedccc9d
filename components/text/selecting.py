"""What a selection of the data is called, and what a reader is told of it, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from components.data import selected
from components.data.breakdowns import ITEM, OVER_TIME, Breakdown, breakdowns
from components.data.dataset import Dataset
from components.data.dates import first_day, last_day
from components.data.incomparable import refusal
from components.data.languages import Language, aside, listed
from components.data.records import Measure
from components.data.selection import BARS, Selection
from components.data.tables import DIMENSIONS
from components.text import selected_table
from components.text.story import walks
from components.text.topics import interface

PARTS = ("by", "only", "from", "to", "form", "with")


def measures_by_topic(dataset: Dataset) -> dict[str, list[Measure]]:
    """List the measures that have rows, by topic in the order of the menu, most rows first."""
    order = [story.topic_id for story in walks()]
    known = breakdowns(dataset)
    found = [each for name, each in dataset.measures.items() if name in known]
    found.sort(key=lambda each: order.index(each.topic) if each.topic in order else len(order))
    return {topic: list(group) for topic, group in groupby(found, lambda each: each.topic)}


def measure_words(dataset: Dataset, measure: Measure, language: Language) -> str:
    """Name a measure with its unit and how far its values reach: 交付率（％、2017〜2023）."""
    dates = [day for each in breakdowns(dataset)[measure.id] for day in each.dates]
    span = span_words(dates, language)
    name, unit = measure.name.to(language), unit_words(dataset, measure.unit, language)
    return aside(name, listed([unit, span], language), language)


def span_words(dates: list[str], language: Language) -> str:
    """Write the years that dates reach over."""
    if not dates:
        return ""
    first, last = min(map(first_day, dates)).year, max(map(last_day, dates)).year
    joined = "〜" if language == "ja" else "–"
    return f"{first}{joined}{last}" if first < last else str(first)


def unit_words(dataset: Dataset, unit: str, language: Language) -> str:
    """Name a unit, in English in the plural."""
    return dataset.label(f"unit_{unit}", language).rpartition("|")[2]


def by_words(breakdown: Breakdown, language: Language) -> str:
    """Say what tells the rows of a breakdown apart."""
    return dimension_words(breakdown.by, language)


def dimension_words(name: str, language: Language) -> str:
    """Name a dimension."""
    if name in DIMENSIONS:
        return DIMENSIONS[name][language == "en"]
    return interface(f"explore_by_{name}", language)


def title(dataset: Dataset, selection: Selection, language: Language) -> str:
    """Name a selection: the measure, and what it is broken down by where its name does not say."""
    breakdown = selection.breakdown
    name = dataset.measures[breakdown.measure].name.to(language)
    apart = "" if breakdown.by in (ITEM, OVER_TIME) else by_words(breakdown, language)
    said = any(word in name.casefold() for word in apart.casefold().split())
    return name if said else aside(name, apart, language)


def told(dataset: Dataset, selection: Selection, language: Language) -> list[str]:
    """Say, a sentence each, what of the link could not be had and what the chart leaves out."""
    said = []
    if selection.mended:
        parts = dict.fromkeys(each if each in PARTS else "where" for each in selection.mended)
        words = [interface(f"explore_part_{each}", language) for each in parts]
        said.append(interface("explore_mended", language, parts=listed(words, language)))
    if selection.beside and (why := refused(dataset, selection, language)):
        said.append(why)
    return [*said, *_left_out(dataset, selection, language)]


def refused(dataset: Dataset, selection: Selection, language: Language) -> str:
    """Say why the measure beside cannot share the chart; nothing where it can."""
    one, other = (
        dataset.measures[each] for each in (selection.breakdown.measure, selection.beside)
    )
    found = refusal(dataset, one.id, other.id)
    if found is None:
        return ""
    pairs: Mapping[str, tuple[str, str]] = {
        "units": (
            unit_words(dataset, one.unit, language),
            unit_words(dataset, other.unit, language),
        ),
        "unknown": (one.definition.to(language), other.definition.to(language)),
    }
    why = found.why.to(language)
    if found.reason in pairs:
        first, second = pairs[found.reason]
        why = interface(f"explore_refused_{found.reason}", language, one=first, other=second)
    names = {"one": one.name.to(language), "other": other.name.to(language)}
    return interface("explore_refused", language, **names, why=why)


def offered_beside(dataset: Dataset, selection: Selection) -> list[Measure]:
    """
    List what a selection may be asked to be compared with: measures of its unit.

    Those a rule speaks of, for or against, come first, then those of its topic.
    """
    one = dataset.measures[selection.breakdown.measure]
    reasons = {}
    for name in breakdowns(dataset):
        other = dataset.measures[name]
        if other.id != one.id and other.unit == one.unit:
            why = refusal(dataset, one.id, other.id)
            spoken = why is None or why.reason == "incomparable"
            if spoken or other.topic == one.topic or name == selection.beside:
                reasons[name] = not spoken
    return [dataset.measures[name] for name in sorted(reasons, key=lambda each: reasons[each])]


def is_empty(dataset: Dataset, selection: Selection) -> bool:
    """Tell whether a selection leaves no row."""
    return selected.rows(dataset, selection).empty


def day_shown(dataset: Dataset, selection: Selection) -> str:
    """Give the date of a form of one date: the one asked for, or the one shown without asking."""
    found = selected.rows(dataset, selection)
    return found["as_of"].iloc[0] if len(found) else selection.end or selection.breakdown.dates[-1]


def column_words(name: str, language: Language, unit: str) -> str:
    """Name a column of the table of a selection."""
    if name == "value":
        return aside(interface("column_value", language), unit, language)
    if name == "written":
        return interface("explore_written", language)
    if name in selected_table.SHOWN:
        return interface(f"column_{name}", language)
    return interface("column_name", language) if name == ITEM else dimension_words(name, language)


def _left_out(dataset: Dataset, selection: Selection, language: Language) -> list[str]:
    breakdown = selection.breakdown
    if not breakdown.is_amount:
        return [interface("explore_dates_only", language)]
    if selection.form == "line" and len(breakdown.codes) > selected.LINES:
        drawn = selected.rows(dataset, selection)[breakdown.by].nunique()
        if not selection.only and drawn == 3:
            return [interface("explore_three_lines", language)]
        if len(selection.only) > selected.LINES:
            return [interface("explore_cut_lines", language, count=str(selected.LINES))]
    if selection.form == "bar" and len(selected.rows(dataset, selection)) > BARS:
        return [interface("explore_cut_bars", language, count=str(BARS))]
    return []
