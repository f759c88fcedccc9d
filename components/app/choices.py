"""What a reader has chosen on a step's chart: as the link holds it, and as it is told in words."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from components.app import query_params
from components.charts.chart import Chart
from components.charts.controls import (
    Control,
    DateSlider,
    Guess,
    NumberInput,
    Select,
    controls_of,
    default_values,
)
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language, listed
from components.data.records import Figure
from components.text.topics import Step, interface


def link_name(step: Step, name: str, asked: Mapping[str, str]) -> str:
    """Name a choice in the link; where every step is shown, with the step's id before it."""
    return f"{step.id}-{name}" if asked.get("step") == query_params.EVERY_STEP else name


def read(step: Step, drawing: Callable[..., Any], asked: Mapping[str, str]) -> dict[str, Any]:
    """
    Give the choices a link holds, defaults where it names none or nonsense; a guess if it is told.

    read(step, by_prefecture, {"own": "prefecture_13_tokyo"}) has that prefecture and the last date.
    """
    defaults = default_values(drawing)
    found = {
        name: _valid(control, asked.get(link_name(step, name, asked), ""), defaults[name])
        for name, control in controls_of(drawing).items()
    }
    for name, control in controls_of(drawing).items():
        needed = control.only_with if isinstance(control, NumberInput) else None
        if needed and found.get(needed[0]) != needed[1]:
            found[name] = defaults[name]
    return found


def _valid(control: Control, written: str, default: Any) -> Any:
    if isinstance(control, Select | DateSlider):
        return written if written in control.options else default
    if not (written.isascii() and written.isdigit() and len(written) < 12):
        return default
    number = int(written)
    size = control.step if isinstance(control, Guess) else 1
    fits = control.low <= number <= control.high and (number - control.low) % size == 0
    return number if fits else default


def said(
    step: Step, drawing: Callable[..., Any], chosen: Mapping[str, Any], chart: Chart, on: Language
) -> str:
    """
    Tell what a chart shows where it is not what its step's words tell; "" where it is.

    The controls with what they stand at come first; then, where all rows are of one date, which is
    highest and which lowest of the measure that most of them have.
    """
    defaults = default_values(drawing)
    own = {name: chosen.get(name, default) for name, default in defaults.items()}
    controls = {n: each for n, each in controls_of(drawing).items() if not isinstance(each, Guess)}
    if all(own[name] == defaults[name] for name in controls):
        return ""
    told = [
        f"{step.controls.get(name, name)}{'は' if on == 'ja' else ': '}{_words(own[name], on)}"
        for name, each in controls.items()
        if own[name] != defaults[name] or isinstance(each, DateSlider)
    ]
    gap = "" if on == "ja" else " "
    return gap.join([interface("chosen", on, words=listed(told, on)), _ends(chart, on)]).strip()


def _ends(chart: Chart, language: Language) -> str:
    rows = [row for row in chart.rows if isinstance(row, Figure) and row.number is not None]
    measure, count = Counter(row.measure.id for row in rows).most_common(1)[0] if rows else ("", 0)
    if count < 3 or len({row.as_of for row in rows}) > 1:
        return ""
    rows = [row for row in rows if row.measure.id == measure]
    data = load_dataset()
    ordered = sorted(rows, key=lambda row: row.number or 0)
    ends = {"high": ordered[-1], "low": ordered[0]}
    words = {
        name: f"{row.label.to(language)} {data.format_value(row, language)}"
        for name, row in ends.items()
    }
    return interface("chosen_ends", language, **words)


def _words(value: Any, language: Language) -> str:
    return option_words(value, language) if isinstance(value, str) else str(value)


def option_words(code: str, language: Language) -> str:
    """Write an option: a date as a date, a code as its label."""
    return format_date(load_dataset().label(code, language), language)
