"""The page of a listener: the step that is told, the way to the others, and back to the room."""

from dataclasses import dataclass

from components.data.languages import LANGUAGES, Language
from components.presenter.talk import Talk
from components.rooms.page import SIZES, page_html
from components.rooms.step_page import at_beat, step_html
from components.text.story import get_story
from components.text.topics import Step, interface
from components.views.tags import joined, tag, text

# What the page's script says; each stands in the page as data of its body.
SAID = (
    "following",
    "moved",
    "show",
    "own",
    "back",
    "lost",
    "closed",
    "gone",
    "full",
    "hands",
    "count",
    "counted",
    "answered",
    "not_counted",
)


@dataclass(frozen=True)
class Place:
    """Where a room's talk stands; edition marks the state of the words and numbers."""

    code: str
    talk: Talk
    step: int
    beat: int
    is_open: bool
    edition: str


def follow_html(place: Place, language: Language, size: int) -> bytes:
    """Write the page of a listener, showing the step the talk is at."""
    topic_id, step_id = place.talk.steps[place.step - 1]
    here = at_beat(step_html(topic_id, step_id, language), place.beat)
    title = f"{spoken_code(place.code)}　{interface('product', language)}"
    data = {
        "data_room": place.code,
        "data_edition": place.edition,
        "data_step": str(place.step),
        "data_beat": str(place.beat),
        "data_steps": str(len(place.talk.steps)),
    }
    data |= {f"data_{name}": interface(f"live_{name}", language) for name in SAID}
    inner = (
        _head(place.code, language, size)
        + _without_script(place, language)
        + tag("main", here, id="step", tabindex="-1")
        + _bar(place, language)
        + tag("p", "", id="heard", class_="heard", aria_live="polite")
    )
    return page_html(title, language, size, inner, script="follow.js", body=data)


def spoken_code(code: str) -> str:
    """Write a room's code in two halves, as it is read aloud."""
    return f"{code[:3]}-{code[3:]}"


def _head(code: str, language: Language, size: int) -> str:
    """The code, the other language and the size of type; both choices live in the link."""
    other = next(each for each in LANGUAGES if each != language)
    bigger = size % SIZES + 1
    words = interface("live_larger" if bigger > 1 else "live_normal", language)
    name = tag(
        "p",
        tag("b", text(spoken_code(code))) + " " + tag("span", text(interface("product", language))),
    )
    links = tag(
        "a",
        text(LANGUAGES[other]),
        href=f"?lang={other}&size={size}",
        lang=other,
        hreflang=other,
        id="other-language",
        data_swap="",
    )
    links += tag(
        "a", text(words), href=f"?lang={language}&size={bigger}", id="other-size", data_swap=""
    )
    return tag("header", name + tag("p", links))


def _without_script(place: Place, language: Language) -> str:
    again = tag("a", text(interface("live_reload", language)), href=f"?lang={language}")
    said = "" if place.is_open else tag("p", text(interface("live_closed", language)))
    words = tag("p", text(interface("live_no_script", language)) + " " + again)
    return tag("noscript", said + words)


def _bar(place: Place, language: Language) -> str:
    """The way through the steps; it waits for the script."""

    def button(name: str, words: str, **more: str) -> str:
        return tag("button", words, type="button", id=name, **more)

    where = interface(
        "stage_position", language, step=str(place.step), steps=str(len(place.talk.steps))
    )
    summary = tag(
        "summary",
        text(interface("live_list", language)) + " " + tag("span", text(where), id="where"),
    )
    steps = tag("details", summary + tag("ol", _titles(place.talk, language)), id="list")
    previous = interface("live_previous", language)
    following = interface("live_next", language)
    row = (
        button("previous", "‹", aria_label=previous)
        + steps
        + button("next", "›", aria_label=following)
    )
    state = tag(
        "p",
        tag("span", "", id="state", role="status")
        + button("back", text(interface("live_back", language)), hidden=""),
        class_="state",
    )
    return tag(
        "nav",
        state + tag("div", row, class_="row"),
        hidden="",
        id="bar",
        aria_label=interface("live_list", language),
    )


def _titles(talk: Talk, language: Language) -> str:
    items = []
    for place, (topic_id, step_id) in enumerate(talk.steps, 1):
        topic = get_story(topic_id).topic(language)
        step = next(each for each in topic.steps if each.id == step_id)
        link = tag(
            "a",
            text(_title(step)),
            href=f"/{topic_id}?lang={language}&step={step.number}",
            data_to=str(place),
        )
        items.append(tag("li", link))
    return joined(items)


def _title(step: Step) -> str:
    """Name a step without telling the answer of its question."""
    return str(step.chart_name if step.question and step.chart_name else step.headline)
