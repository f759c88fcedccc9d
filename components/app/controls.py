"""The choices a drawing function offers, as controls on the screen."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any, NamedTuple

import streamlit as st
from markupsafe import Markup

from components.app import choices, playing, query_params, widgets
from components.app.escape_markdown import quiet
from components.app.streamlit_internals import show_as
from components.charts.controls import (
    Control,
    DateSlider,
    Guess,
    NumberInput,
    Select,
    Slider,
    controls_of,
    default_values,
    guess_of,
    guess_words,
)
from components.data.cache import cached
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
    """Show a step's controls, if it has any, and give what is chosen. The link holds it."""
    asked = query_params.asked()
    linked, chosen = choices.read(step, drawing, asked), default_values(drawing)
    shown = [(name, each) for name, each in controls_of(drawing).items() if _is_shown(each)]
    # One alone needs no container, which has its price in every rerun.
    with widgets.side_by_side(f"fields_{step.id}") if len(shown) > 1 else nullcontext():
        for name, choice in shown:
            needed = choice.only_with if isinstance(choice, NumberInput) else None
            if not needed or chosen.get(needed[0]) == needed[1]:
                bound = _Bound(_key(step, name), choices.link_name(step, name, asked), chosen[name])
                chosen[name] = _control(name, choice, linked[name], bound, step, language)
    return {name: chosen[name] for name, _ in shown}


class _Bound(NamedTuple):
    """A control's key, its name in the link, and what it stands at where the link names nothing."""

    key: str
    name: str
    default: Any

    def write(self) -> None:
        """Put into the link what the control stands at."""
        value = st.session_state[self.key]
        query_params.write({self.name: "" if value == self.default else str(value)})


def _is_shown(choice: Control) -> bool:
    return not isinstance(choice, Guess)


def _control(
    name: str, choice: Control, value: Any, bound: _Bound, step: Step, language: Language
) -> Any:
    label = quiet(step.controls.get(name, name))
    if isinstance(choice, DateSlider) and choice.plays:
        words = _words(choice.options, language)
        if not playing.plays(bound.key):
            show_as(bound.key, value)
        return playing.slider(label, words, value, bound.key, language, bound.write)
    show_as(bound.key, value)
    told: dict[str, Any] = {"key": bound.key, "on_change": bound.write}
    match choice:
        case Select(options):
            return st.selectbox(
                label,
                options,
                options.index(value),
                format_func=_options(options, language),
                placeholder=label,  # else "Choose an option", and "No results" for a filter
                filter_mode=None,
                **told,
            )
        case DateSlider(options):
            words_of = _options(options, language)
            return st.select_slider(label, options, value, format_func=words_of, **told)
        case Slider(low, high, size):
            return st.slider(label, low, high, value, size, format="%d", **told)
        case NumberInput(low, high):
            return st.number_input(label, low, high, value, 1, **told)
    raise TypeError(f"no control for {choice!r}")


def _options(options: Sequence[str], language: Language) -> Callable[[str], str]:
    """Give what writes an option; the platform asks for every option in every run."""
    return _words(options, language).__getitem__


def _words(options: Sequence[str], language: Language) -> dict[str, str]:
    return cached(
        lambda: {code: quiet(choices.option_words(code, language)) for code in options},
        "options",
        tuple(options),
        language,
    )


def guessed(step: Step, drawing: Callable[..., Any]) -> int | None:
    """Give the reader's guess once it is made, else None; the link holds it."""
    argument, _ = guess_of(drawing) or ("", None)
    return choices.read(step, drawing, query_params.asked()).get(argument)


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


def _keep_guess(step: Step) -> None:
    name = choices.link_name(step, "guess", query_params.asked())
    query_params.write({name: str(st.session_state[f"scale_{step.id}"])})


def _forget_guess(step: Step) -> None:
    query_params.write({choices.link_name(step, "guess", query_params.asked()): ""})


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
