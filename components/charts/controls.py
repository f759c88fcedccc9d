"""
What a reader can choose on a chart: the annotated arguments of a drawing function.

    def by_age(view: View, when: Annotated[str, DateSlider(DATES)] = DATES[-1]) -> Chart:

The annotation says how the argument is chosen; its default is what the chart first shows.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.numbers import format_value
from components.text.story import Story
from components.text.topics import Question, Step

TEN_THOUSAND = 10_000
PLAYED = 10  # dates from which on nobody wants to move them one by one


@dataclass(frozen=True)
class Select:
    """One of a few codes (labels.csv has their words) or dates."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class DateSlider:
    """One of some dates (2021-04-01), in the order of time; many of them can also be played."""

    options: tuple[str, ...]

    @property
    def plays(self) -> bool:
        """Tell whether a button moves the slider along."""
        return len(self.options) > PLAYED


@dataclass(frozen=True)
class Slider:
    """A whole number on a range."""

    low: int
    high: int
    step: int = 1


@dataclass(frozen=True)
class NumberInput:
    """A whole number the reader types; only_with: another choice and the code that needs it."""

    low: int
    high: int
    only_with: tuple[str, str] | None = None


@dataclass(frozen=True)
class Guess:
    """What the reader thinks before the chart is shown. None until a guess is made."""

    low: int
    high: int
    step: int
    unit: str


Control = Select | DateSlider | Slider | NumberInput | Guess


# Reading a signature takes longer than a rerun should spend on it.
KNOWN: WeakKeyDictionary[Callable[..., Any], Mapping[str, Control]] = WeakKeyDictionary()
DEFAULTS: WeakKeyDictionary[Callable[..., Any], Mapping[str, Any]] = WeakKeyDictionary()


def controls_of(drawing: Callable[..., Any]) -> Mapping[str, Control]:
    """List what a drawing function lets the reader choose, by argument name."""
    if drawing not in KNOWN:
        KNOWN[drawing] = {
            name: control
            for name, parameter in _parameters(drawing)
            for control in getattr(parameter.annotation, "__metadata__", ())
            if isinstance(control, Control)
        }
    return KNOWN[drawing]


def default_values(drawing: Callable[..., Any]) -> dict[str, Any]:
    """Give the choices with which a drawing first shows, before the reader has made any."""
    if drawing not in DEFAULTS:
        offered = controls_of(drawing)
        DEFAULTS[drawing] = {
            name: parameter.default for name, parameter in _parameters(drawing) if name in offered
        }
    return dict(DEFAULTS[drawing])


def _parameters(drawing: Callable[..., Any]) -> Iterable[tuple[str, inspect.Parameter]]:
    return inspect.signature(drawing, eval_str=True).parameters.items()


def guess_of(drawing: Callable[..., Any] | None) -> tuple[str, Guess] | None:
    """Give the argument with which a drawing takes the reader's guess, if it takes one."""
    if drawing is None:
        return None
    found = [(name, each) for name, each in controls_of(drawing).items() if isinstance(each, Guess)]
    return found[0] if found else None


class Asking(NamedTuple):
    """What a step asks before its chart is shown, and the argument that takes the guess."""

    question: Question
    drawing: Callable[..., Any]
    argument: str
    guess: Guess


def asking_of(story: Story, step: Step) -> Asking | None:
    """Give what a step asks; None where it asks nothing, or its drawing takes no guess."""
    drawing = story.drawing_of(step)
    found = guess_of(drawing)
    if drawing is None or found is None or step.question is None:
        return None
    return Asking(step.question, drawing, *found)


def guess_words(value: int, guess: Guess, language: Language) -> str:
    """Write a guess as the records write their values; people are guessed in ten thousands."""
    people = guess.unit == "people"
    return format_value(
        str(value * TEN_THOUSAND if people else value),
        guess.unit,
        language,
        counter=load_dataset().label(f"unit_{guess.unit}", language),
    )
