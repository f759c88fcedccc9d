"""The choices a drawing function offers, as controls on the screen."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

import streamlit as st
from markupsafe import Markup

from components.app import playing, widgets
from components.app.escape_markdown import quiet
from components.charts.controls import (
    Control,
    DateSlider,
    Guess,
    NumberInput,
    Select,
    Slider,
    controls_of,
    default_values,
    guess_words,
)
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.text.topics import Step, interface
from components.views.screen import Screen
from components.views.step import question_html


def offers(drawing: Callable[..., Any]) -> bool:
    """Tell whether a drawing leaves the reader something to choose beside a guess."""
    return any(_is_shown(each) for each in controls_of(drawing).values())


def pace(step: Step, drawing: Callable[..., Any]) -> float | None:
    """Say how often a step runs by itself while one of its sliders is played."""
    found = (playing.pace(_key(step, name)) for name in controls_of(drawing))
    return next((each for each in found if each), None)


def _key(step: Step, name: str) -> str:
    return f"choice_{step.id}_{name}"


def choose(step: Step, drawing: Callable[..., Any], language: Language) -> dict[str, Any]:
    """Show a step's controls, if it has any, and give what is chosen."""
    chosen: dict[str, Any] = {}
    defaults = default_values(drawing)
    choices = [(name, each) for name, each in controls_of(drawing).items() if _is_shown(each)]
    # One alone needs no container, which has its price in every rerun.
    several = len(choices) > 1
    with widgets.side_by_side(f"fields_{step.id}") if several else nullcontext():
        for name, choice in choices:
            needed = choice.only_with if isinstance(choice, NumberInput) else None
            if needed and chosen.get(needed[0]) != needed[1]:
                chosen[name] = defaults[name]
            else:
                chosen[name] = _control(name, choice, defaults[name], step, language)
    return chosen


def _is_shown(choice: Control) -> bool:
    return not isinstance(choice, Guess)


def _control(name: str, choice: Control, default: Any, step: Step, language: Language) -> Any:
    label = quiet(step.controls.get(name, name))
    key = _key(step, name)
    match choice:
        case Select(options):
            return st.selectbox(
                label,
                options,
                options.index(default),
                key=key,
                format_func=_options(options, language),
                placeholder=label,  # else "Choose an option", and "No results" for a filter
                filter_mode=None,
            )
        case DateSlider(options) if choice.plays:
            words = _words(options, language)
            return playing.slider(label, words, default, key, language)
        case DateSlider(options):
            return st.select_slider(
                label,
                options,
                default,
                key=key,
                format_func=_options(options, language),
            )
        case Slider(low, high, size):
            return st.slider(label, low, high, default, size, key=key, format="%d")
        case NumberInput(low, high):
            return st.number_input(label, low, high, default, 1, key=key)
    raise TypeError(f"no control for {choice!r}")


def _options(options: Sequence[str], language: Language) -> Callable[[str], str]:
    """Give what writes an option; the platform asks for every option in every run."""
    return _words(options, language).__getitem__


def _words(options: Sequence[str], language: Language) -> dict[str, str]:
    return cached(
        lambda: {code: option_words(code, language) for code in options},
        "options",
        tuple(options),
        language,
    )


def option_words(code: str, language: Language) -> str:
    """Write an option: a date as a date, a code as its label."""
    return quiet(format_date(load_dataset().label(code, language), language))


def guessed(step: Step) -> int | None:
    """Give the reader's guess once it is made, else None. No link holds it: it would tell it."""
    return st.session_state.get(_guess_key(step))


def ask_guess(step: Step, guess: Guess, language: Language) -> None:
    """Show a slider to guess on, and the button that leads to the answer."""
    middle = (guess.low + guess.high) // 2 // guess.step * guess.step
    words = cached(lambda: _guesses(guess, language), "guesses", step.id, language)
    st.select_slider(
        quiet(interface("your_guess", language)),
        list(words),
        middle,
        key=f"scale_{step.id}",
        format_func=words.get,
        on_change="ignore",
    )
    label = quiet(interface("show_answer", language))
    st.button(label, key=f"answer_{step.id}", type="primary", on_click=_keep_guess, args=(step,))


def think_again(step: Step, language: Language) -> None:
    """Offer to take the guess back."""
    label = quiet(interface("guess_again", language))
    key = f"again_{step.id}"
    st.button(label, key=key, type="tertiary", on_click=_forget_guess, args=(step,))


def _guess_key(step: Step) -> str:
    return f"guess_{step.id}"


def _keep_guess(step: Step) -> None:
    st.session_state[_guess_key(step)] = st.session_state[f"scale_{step.id}"]


def _forget_guess(step: Step) -> None:
    st.session_state.pop(_guess_key(step), None)


def _guesses(guess: Guess, language: Language) -> dict[int, str]:
    numbers = range(guess.low, guess.high + 1, guess.step)
    return {each: quiet(guess_words(each, guess, language)) for each in numbers}


def question(step: Step, language: Language) -> Markup:
    """Write what is asked before the chart is shown."""
    on = Screen(language, step.id)
    return cached(
        lambda: question_html(step, on) + on.panels(),
        "question",
        step.id,
        str(step.question.text) if step.question else "",
        language,
    )
