"""The page of a listener: the step that is told, the way to the others, and back to the room."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from components.data.languages import LANGUAGES, Language
from components.presenter.talk import Talk
from components.rooms.page import SIZES, page_html
from components.rooms.step_page import at_fragment, step_html
from components.text.story import get_story
from components.text.topics import Step, interface
from components.views.screen import app_address
from components.views.tags import tag

# What the page's script says; each stands in the page as data of its body.
SAID = """
    following moved show own back lost closed gone full votes count counted answered not_counted
""".split()


@dataclass(frozen=True)
class Place:
    """Where a room's talk stands; edition marks the state of the words and numbers."""

    code: str
    talk: Talk
    step: int
    fragment: int
    is_open: bool
    edition: str


def follow_html(place: Place, language: Language, size: int) -> bytes:
    """Write the page of a listener, showing the step the talk is at."""
    topic_id, step_id = place.talk.steps[place.step - 1]
    here = at_fragment(step_html(topic_id, step_id, language), place.fragment)
    title = f"{spoken_code(place.code)}　{interface('product', language)}"
    data = {
        "data_room": place.code,
        "data_edition": place.edition,
        "data_step": str(place.step),
        "data_fragment": str(place.fragment),
        "data_steps": str(len(place.talk.steps)),
    }
    data |= {f"data_{name}": interface(f"live_{name}", language) for name in SAID}
    inner = (
        _head(place.code, language, size)
        + _without_script(place, language)
        + tag("main", here, id="step", tabindex="-1")
        + _bar(place, language)
        + tag("p", id="heard", class_="heard", aria_live="polite")
    )
    return page_html(title, language, size, inner, script="follow.js", body=data)


def spoken_code(code: str) -> str:
    """Write a room's code in two halves, as it is read aloud."""
    return f"{code[:3]}-{code[3:]}"


def _head(code: str, language: Language, size: int) -> Markup:
    """The code, the other language and the size of type; both choices live in the link."""
    other = next(each for each in LANGUAGES if each != language)
    bigger = size % SIZES + 1
    name = tag("b", spoken_code(code)) + " " + tag("span", interface("product", language))
    links = (
        tag(
            "a",
            LANGUAGES[other],
            href=f"?lang={other}&size={size}",
            lang=other,
            hreflang=other,
            id="other-language",
            data_swap="",
        ),
        tag(
            "a",
            interface("live_larger" if bigger > 1 else "live_normal", language),
            href=f"?lang={language}&size={bigger}",
            id="other-size",
            data_swap="",
        ),
    )
    return tag("header", tag("p", name), tag("p", links))


def _without_script(place: Place, language: Language) -> Markup:
    again = tag("a", interface("live_reload", language), href=f"?lang={language}")
    said = "" if place.is_open else tag("p", interface("live_closed", language))
    return tag("noscript", said, tag("p", interface("live_no_script", language), " ", again))


def _bar(place: Place, language: Language) -> Markup:
    """The way through the steps; it waits for the script."""

    def button(name: str, words: str, **more: str) -> Markup:
        return tag("button", words, type="button", id=name, **more)

    where = interface(
        "stage_position", language, step=str(place.step), steps=str(len(place.talk.steps))
    )
    summary = tag("summary", interface("live_list", language), " ", tag("span", where, id="where"))
    row = (
        button("previous", "‹", aria_label=interface("live_previous", language)),
        tag("details", summary, tag("ol", _titles(place.talk, language)), id="list"),
        button("next", "›", aria_label=interface("live_next", language)),
    )
    state = tag(
        "p",
        tag("span", id="state", role="status"),
        button("back", interface("live_back", language), hidden=""),
        class_="state",
    )
    return tag(
        "nav",
        state,
        tag("div", row, class_="row"),
        hidden="",
        id="bar",
        aria_label=interface("live_list", language),
    )


def _titles(talk: Talk, language: Language) -> Iterator[Markup]:
    for place, (topic_id, step_id) in enumerate(talk.steps, 1):
        topic = get_story(topic_id).topic(language)
        step = next(each for each in topic.steps if each.id == step_id)
        address = app_address(topic_id, language, step=str(step.number))
        yield tag("li", tag("a", _title(step), href=address, data_to=str(place)))


def _title(step: Step) -> str:
    """Name a step without telling the answer of its question."""
    return str(step.chart_name if step.question and step.chart_name else step.headline)
