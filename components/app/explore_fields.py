"""The fields that choose what is explored; the link is their only memory."""

from collections.abc import Mapping
from functools import partial

from components.app import widgets
from components.app.escape_markdown import quiet
from components.data.breakdown_names import code_words, names
from components.data.breakdowns import ITEM, breakdowns
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.selection import Selection, forms, key
from components.data.tables import DIMENSIONS
from components.text import selecting
from components.text.topics import interface

Options = Mapping[str, str]
PARTS = ("only", "from", "to", "form", "q", "record", "step", "take")
MONEY = ("project", "indicator", "budget_type")  # dimensions of public money
UNNAMED = "payment"  # whose names are those of one project and year alone: not to choose among
NARROWER = (*DIMENSIONS, *MONEY, *PARTS)  # what another measure or breakdown makes meaningless
SPANS = ("line", "table")  # forms that show more than one date


def measure(chosen: str, language: Language) -> None:
    """Show the list of measures, by topic, to type into."""
    options = cached(lambda: _measures(language), "explore measures", language)
    label = interface("explore_measure", language)
    widgets.find_box("measure", label, options, chosen, clears=("by", "with", *NARROWER))


def render(selection: Selection, language: Language) -> None:
    """Show the fields of a selection: only those that leave something to choose."""
    breakdown = selection.breakdown
    measure(breakdown.measure, language)
    with widgets.side_by_side():
        ways = breakdowns(load_dataset())[breakdown.measure]
        if len(ways) > 1:
            options = {each.by: quiet(selecting.by_words(each, language)) for each in ways}
            label = interface("explore_by", language)
            widgets.selectbox("by", label, options, breakdown.by, clears=NARROWER)
        for name, code in selection.where.items():
            which = ("explore where", breakdown.measure, breakdown.by, name, language)
            codes = cached(partial(_where, selection, name, language), *which)
            widgets.selectbox(name, selecting.dimension_words(name, language), codes, code)
        _only(selection, language)
        _beside(selection, language)
    with widgets.side_by_side("shown"):
        _forms(selection, language)
        _dates(selection, language)


def count(selection: Selection) -> int:
    """Count the fields between the measure and the form."""
    ways = breakdowns(load_dataset())[selection.breakdown.measure]
    beside = _may_compare(selection) and bool(_offered(selection, "ja"))
    return (len(ways) > 1) + len(selection.where) + _has_codes(selection) + beside


def _has_codes(selection: Selection) -> bool:
    return len(selection.breakdown.codes) > 1 and selection.breakdown.by != UNNAMED


def _may_compare(selection: Selection) -> bool:
    return selection.breakdown.is_amount and selection.form in ("line", "bar")


def _only(selection: Selection, language: Language) -> None:
    breakdown = selection.breakdown
    if not _has_codes(selection):
        return
    which = ("explore codes", breakdown.measure, breakdown.by, language)
    options = cached(lambda: _codes(selection, language), *which)
    words = interface("explore_only", language)
    label = selecting.by_words(breakdown, language)
    widgets.multiselect("only", label, options, selection.only, words)


def _codes(selection: Selection, language: Language) -> Options:
    called = names(load_dataset(), selection.breakdown, language)
    return {code: quiet(words) for code, words in called.items()}


def _where(selection: Selection, name: str, language: Language) -> Options:
    breakdown = selection.breakdown
    return {
        code: quiet(code_words(load_dataset(), breakdown, code, language))
        for code in breakdown.others[name]
    }


def _beside(selection: Selection, language: Language) -> None:
    if _may_compare(selection) and (options := _offered(selection, language)):
        label = interface("explore_with", language)
        widgets.find_box("with", label, options, selection.beside)


def _offered(selection: Selection, language: Language) -> Options:
    def make() -> Options:
        found = selecting.offered_beside(load_dataset(), selection)
        return {each.id: quiet(each.name.to(language)) for each in found}

    which = ("explore beside", selection.breakdown.measure, selection.beside, language)
    return cached(make, *which)


def _forms(selection: Selection, language: Language) -> None:
    fit = cached_recent(lambda: forms(load_dataset(), selection), "forms", *key(selection))
    if len(fit) > 1:
        options = {each: interface(f"explore_form_{each}", language) for each in fit}
        label = interface("explore_form", language)
        widgets.segmented_control("form", label, options, selection.form, clears=("q", "take"))


def _dates(selection: Selection, language: Language) -> None:
    """Show the dates: both ends of a span, or the one date of a map and of bars."""
    breakdown = selection.breakdown
    if len(breakdown.dates) < 2 or (breakdown.by == ITEM and selection.form == "bar"):
        return
    which = ("explore dates", breakdown.measure, breakdown.by, language)
    options = cached(
        lambda: {day: quiet(format_date(day, language)) for day in breakdown.dates}, *which
    )
    first, last = breakdown.dates[0], breakdown.dates[-1]
    if selection.form in SPANS or not breakdown.codes:
        ends = (selection.start or first, selection.end or last)
        label = interface("explore_span", language)
        widgets.select_slider(("from", "to"), label, options, ends)
    else:
        day = cached_recent(
            lambda: selecting.day_shown(load_dataset(), selection), "day shown", *key(selection)
        )
        widgets.select_slider(("to",), interface("explore_day", language), options, (day,))


def _measures(language: Language) -> Options:
    from components.app.layout import title_of

    dataset = load_dataset()
    return {
        each.id: quiet(f"{title_of(topic, language)} › {words}")
        for topic, measures in selecting.measures_by_topic(dataset).items()
        for each in measures
        for words in (selecting.measure_words(dataset, each, language),)
    }
