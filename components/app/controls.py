"""The choices a drawing function offers, as controls on the screen."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.app import link
from components.app.escape_markdown import quiet
from components.app.html_buffer import tag, text
from components.app.screen_prose import ScreenProse
from components.charts.controls import (
    Control,
    DateSlider,
    Guess,
    NumberInput,
    Select,
    Slider,
    controls_of,
    guess_words,
)
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.text.topics import Step, interface
from components.views import fields


def offers(drawing: Callable[..., Any]) -> bool:
    """Tell whether a drawing leaves the reader something to choose beside a guess."""
    return any(not isinstance(each, Guess) for each in controls_of(drawing).values())


def choose(step: Step, drawing: Callable[..., Any], language: Language) -> dict[str, Any]:
    """Show a step's controls, if it has any, and give what is chosen."""
    chosen: dict[str, Any] = {}
    for name, choice in controls_of(drawing).items():
        if isinstance(choice, Guess):
            continue
        needed = getattr(choice, "only_with", None)
        if needed and chosen.get(needed[0]) != needed[1]:
            chosen[name] = choice.default
        else:
            chosen[name] = _control(name, choice, step, language)
    return chosen


def _control(name: str, choice: Control, step: Step, language: Language) -> Any:
    label = quiet(step.controls.get(name, name))
    key = f"choice_{step.id}_{name}"
    match choice:
        case Select(options, default):
            return st.selectbox(
                label,
                options,
                options.index(default),
                key=key,
                format_func=_options(options, language),
            )
        case DateSlider(options, default):
            return st.select_slider(
                label,
                options,
                default,
                key=key,
                format_func=_options(options, language),
            )
        case Slider(low, high, default, size):
            return st.slider(label, low, high, default, size, key=key, format="%d")
        case NumberInput(low, high, default):
            return st.number_input(label, low, high, default, 1, key=key)
    raise TypeError(f"no control for {choice!r}")


def _options(options: Sequence[str], language: Language) -> Callable[[str], str]:
    """Give what writes an option; the platform asks for every option in every run."""
    write = cached(
        lambda: {code: option_words(code, language) for code in options},
        "options",
        tuple(options),
        language,
    )
    return write.get


def option_words(code: str, language: Language) -> str:
    """Write an option: a date as a date, a code as its label."""
    return quiet(format_date(load_dataset().label(code, language), language))


def guessed(step: Step, guess: Guess) -> int | None:
    """Give the reader's guess once it is made, else None; fields.js tells of it in one run."""
    key = f"guess_{step.id}"
    match link.reported().split("."):
        case ["guess", step_id, value] if step_id == step.id and re.fullmatch("[0-9]{1,9}", value):
            inside = min(max(int(value), guess.low), guess.high)
            st.session_state[key] = inside - (inside - guess.low) % guess.step
        case ["again", step_id] if step_id == step.id:
            st.session_state.pop(key, None)
    return st.session_state.get(key)


def question(step: Step, guess: Guess, language: Language) -> str:
    """Ask before showing: the question, a scale to guess on, and the way to the answer."""
    key = ("question", step.id, str(step.question.text), language)
    return cached(lambda: asked(step, language) + _scale(step, guess, language), *key)


def asked(step: Step, language: Language) -> str:
    """Write what a step asks."""
    why = tag("p", text(str(step.question.why)), class_="why") if step.question.why else ""
    words = ScreenProse(load_dataset(), language, step.id).headline(step.question.text)
    return tag("h2", words, id=step.id) + why


def _scale(step: Step, guess: Guess, language: Language) -> str:
    numbers = range(guess.low, guess.high + 1, guess.step)
    middle = (guess.low + guess.high) // 2 // guess.step * guess.step
    return fields.scale(
        f"guess.{step.id}",
        interface("your_guess", language),
        {each: guess_words(each, guess, language) for each in numbers},
        middle,
        interface("show_answer", language),
    )


def think_again(step: Step, language: Language) -> str:
    """Offer to take the guess back."""
    return fields.teller(f"again.{step.id}", interface("guess_again", language))
