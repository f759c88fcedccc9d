"""What a link asks for, made valid: any text in; a page's language, step and record out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar
from urllib.parse import quote

import streamlit as st

from components.app.streamlit_internals import RUN
from components.data.languages import DEFAULT, LANGUAGES, Language
from components.presenter import talk as talks
from components.presenter.talk import FRAGMENT_KEY, Talk, read_steps, read_talk, whole
from components.text.story import get_story

T = TypeVar("T", bound=str)
EVERY_STEP = "all"
LONGEST = 80  # letters of words to look for
PRESENTER_VIEWS = ("present", "notes")
RECORD_ID = re.compile(r"[a-z][A-Za-z0-9_.-]{0,200}", re.ASCII)


@dataclass(frozen=True)
class Param(Generic[T]):
    """A value taken from a link: what is shown, and whether the link asked for something else."""

    value: T
    mended: bool = False


def begin() -> None:
    """
    Read the link once for this run, and set aside what the browser says for this run alone.

    The browser has taken it out of its address by itself (behaviour.js). Taking it out here as well
    would send the whole link back, and undo what a presenter did to it while the page ran.
    """
    asked = st.query_params.to_dict()
    RUN.reported = asked.pop("tell", "")
    RUN.asked = asked


def _says(name: str) -> str:
    return (st.query_params if RUN.asked is None else RUN.asked).get(name, "")


def asked() -> Mapping[str, str]:
    """Give all that the link says, as it says it: nothing of it may be shown."""
    return st.query_params.to_dict() if RUN.asked is None else RUN.asked


def write(changes: Mapping[str, str]) -> None:
    """Change the link, in one message to the browser; an empty value takes its name out."""
    says = st.query_params.to_dict()
    wanted = {
        name: value for name, value in {**says, **changes}.items() if value and name != "tell"
    }
    if wanted != says:
        st.query_params.from_dict(wanted)
    RUN.asked = wanted


def param_language() -> Param[Language]:
    """Read ?lang= of the link."""
    return language_of(_says("lang"))


def language_of(written: str) -> Param[Language]:
    """Take a language; en-GB counts as en; anything else falls back to Japanese."""
    written = written.strip().lower()
    if not written:
        return Param(DEFAULT)
    short = written[:2]
    return Param(short if short in LANGUAGES else DEFAULT, mended=written not in LANGUAGES)


def param_step(step_ids: list[str]) -> Param[str]:
    """Read ?step= of the link."""
    return step_of(_says("step"), step_ids)


def step_of(written: str, step_ids: list[str]) -> Param[str]:
    """
    Take a step: a number from 1, a step's id, or all.

    A number out of range gives the nearest step, anything else the first; never an error.
    """
    written = written.strip().lower()
    if not written or written == EVERY_STEP:
        return Param(written or "1")
    if written in step_ids:
        return Param(str(step_ids.index(written) + 1))
    if re.fullmatch(r"-?[0-9]{1,9}", written, re.ASCII):
        number = min(max(int(written), 1), len(step_ids))
        return Param(str(number), mended=number != int(written))
    near = get_close_matches(written[:60], step_ids, n=1)
    return Param(str(step_ids.index(near[0]) + 1) if near else "1", mended=True)


def reported() -> str:
    """Give what the browser says for this one run (behaviour.js); it is no part of a link."""
    return RUN.reported


def plain_step() -> str:
    """Give ?step= only where it is a plain number or all; nothing a link says is ever echoed."""
    written = _says("step")
    return written if re.fullmatch(r"[1-9][0-9]?|all", written, re.ASCII) else ""


def is_presenter_view() -> bool:
    """Tell whether the link asks for the present view or the presenter's notes."""
    return _says("view") in PRESENTER_VIEWS


def param_talk(topic_id: str) -> Talk:
    """Read ?talk=; without one, the talk walks through the topic, or tells the record asked for."""
    records = get_story(topic_id).records
    asked = _says(records.parameter) if records else ""
    own = f"{topic_id}.{asked}" if asked else ""
    if written := _says("talk") or own:
        return read_talk(written, topic_id)
    return whole(topic_id)


def param_steps() -> Talk:
    """Read ?talk= as it is being built: a talk that may have no steps."""
    written = _says("talk")
    return read_steps(written) if written else Talk(())


def unknown_steps() -> list[str]:
    """List what ?talk= names that is no step of ours."""
    return talks.unknown_steps(_says("talk"))


def talk_address(topic_id: str, language: Language) -> str:
    """Give the way back into the talk the link keeps, to the place where it was left."""
    left = re.fullmatch(r"([0-9]{1,3})\.([0-9]{1,2})", _says("at"), re.ASCII)
    step, fragment = left.groups() if left else ("1", "1")
    place = {"step": step, FRAGMENT_KEY: fragment}
    return href(topic_id, language, **place, view="present")


def param_record() -> str:
    """Read ?record=: an id as the records write it, or nothing."""
    written = _says("record")
    return written if RECORD_ID.fullmatch(written) else ""


def keep(language: Language, step: str | None = None) -> None:
    """
    Write language and step back into the link.

    Changing page clears a link's parameters, so this runs on every page; it writes only what
    differs, because each write is a message to the browser.
    """
    wanted = {"lang": language} | ({} if step is None else {"step": step})
    if any(_says(name) != value for name, value in wanted.items()):
        write(wanted)


def href(page: str, language: Language, **more: str) -> str:
    """Give the address of a view inside the product."""
    return f"/{page}?lang={language}" + "".join(
        f"&{name}={quote(value)}" for name, value in more.items()
    )


def param_option(name: str, options: Collection[str]) -> str:
    """Read a filter such as ?topic=: one of the options, or nothing for anything else."""
    written = _says(name).strip().lower()
    return written if written in options else ""


def param_words(name: str = "q") -> str:
    """Read words to look for: what can be printed of them, in one line, at most LONGEST letters."""
    written = _says(name)[:LONGEST]
    return "".join(letter if letter.isprintable() else " " for letter in written).strip()


def param_count(at_once: int, found: int) -> int:
    """Read ?shown=, how much of a list is shown: whole portions, no more than it takes for all."""
    written = _says("shown")
    wanted = int(written) if re.fullmatch(r"[0-9]{1,5}", written, re.ASCII) else at_once
    portions = min(-(-wanted // at_once), -(-found // at_once))
    return max(portions, 1) * at_once


def param_minutes() -> int | None:
    """Read ?minutes=, a length for the talk that is being built."""
    written = _says("minutes")
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written, re.ASCII) else None


def keep_talk(talk: Talk) -> None:
    """Write a talk that is being built into the link; its length stands in it."""
    write({"talk": talk.written(), "minutes": ""})
