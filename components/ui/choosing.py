"""The choices a drawing function offers, as controls on the screen."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.charts.choices import (
    Amount,
    Choice,
    Dates,
    Guess,
    Pick,
    Slide,
    choices_of,
    guess_words,
)
from components.content.book import book
from components.content.dates import format_date
from components.content.kept import once
from components.content.languages import Language
from components.content.topics import Step, interface
from components.ui.markup import put, tag, text
from components.ui.quiet import quiet
from components.ui.record import Prose


def offers(drawing: Callable[..., Any]) -> bool:
    """Tell whether a drawing leaves the reader something to choose beside a guess."""
    return any(not isinstance(each, Guess) for each in choices_of(drawing).values())


def choose(step: Step, drawing: Callable[..., Any], language: Language) -> dict[str, Any]:
    """Show a step's controls, if it has any, and give what is chosen."""
    chosen: dict[str, Any] = {}
    for name, choice in choices_of(drawing).items():
        if isinstance(choice, Guess):
            continue
        needed = getattr(choice, "only_with", None)
        if needed and chosen.get(needed[0]) != needed[1]:
            chosen[name] = choice.default
        else:
            chosen[name] = _control(name, choice, step, language)
    return chosen


def _control(name: str, choice: Choice, step: Step, language: Language) -> Any:
    label = quiet(step.controls.get(name, name))
    key = f"choice_{step.id}_{name}"
    match choice:
        case Pick(options, default):
            return st.selectbox(
                label,
                options,
                options.index(default),
                key=key,
                format_func=_options(options, language),
            )
        case Dates(options, default):
            return st.select_slider(
                label,
                options,
                default,
                key=key,
                format_func=_options(options, language),
            )
        case Slide(low, high, default, size):
            return st.slider(label, low, high, default, size, key=key, format="%d")
        case Amount(low, high, default):
            return st.number_input(label, low, high, default, 1, key=key)
    raise TypeError(f"no control for {choice!r}")


def _options(options: Sequence[str], language: Language) -> Callable[[str], str]:
    """Give what writes an option; the platform asks for every option in every run."""
    write = once(
        lambda: {code: option_words(code, language) for code in options},
        *("options", tuple(options), language),
    )
    return write.get


def option_words(code: str, language: Language) -> str:
    """Write an option: a date as a date, a code as its label."""
    return quiet(format_date(book().label(code, language), language))


def ask(step: Step, guess: Guess, language: Language) -> int | None:
    """Ask before showing: the reader's guess once it is made, else None."""
    key = f"guess_{step.id}"
    if key in st.session_state:
        return st.session_state[key]
    put(
        once(
            lambda: _question(step, language),
            "question",
            step.id,
            str(step.question.text),
            language,
        )
    )
    numbers = range(guess.low, guess.high + 1, guess.step)
    words = once(
        lambda: {each: guess_words(each, guess, language) for each in numbers},
        *("guesses", guess, language),
    )
    middle = (guess.low + guess.high) // 2 // guess.step * guess.step
    value = st.select_slider(
        interface("your_guess", language),
        numbers,
        middle,
        key=f"slider_{step.id}",
        format_func=words.get,
    )
    st.button(
        interface("show_answer", language),
        key=f"answer_{step.id}",
        type="primary",
        on_click=st.session_state.__setitem__,
        args=(key, value),
    )
    return st.session_state.get(key)


def _question(step: Step, language: Language) -> str:
    why = tag("p", text(str(step.question.why)), class_="why") if step.question.why else ""
    words = Prose(book(), language, step.id).headline(step.question.text)
    return tag("h2", words, id=step.id) + why


def think_again(step: Step, language: Language) -> None:
    """Offer to take the guess back."""
    st.button(
        interface("guess_again", language),
        key=f"again_{step.id}",
        type="tertiary",
        on_click=st.session_state.pop,
        args=(f"guess_{step.id}", None),
    )
