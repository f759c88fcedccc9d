"""The page of a listener: the step that is told, the way to the others, and back to the room."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.data.languages import LANGUAGES, Language
from components.presenter.talk import Talk
from components.rooms.page import SIZES, page_html
from components.rooms.step_page import at_fragment, step_html
from components.text.story import get_story
from components.text.topics import Step, interface
from components.views.page import fill
from components.views.screen import app_address

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
    inner = fill(
        "rooms/follow.html",
        language=language,
        place=place,
        code=spoken_code(place.code),
        here=here,
        other=next(each for each in LANGUAGES if each != language),
        names=LANGUAGES,
        size=size,
        bigger=size % SIZES + 1,
        steps=_titles(place.talk, language),
    )
    return page_html(title, language, size, inner, script="follow.js", body=data)


def spoken_code(code: str) -> str:
    """Write a room's code in two halves, as it is read aloud."""
    return f"{code[:3]}-{code[3:]}"


def _titles(talk: Talk, language: Language) -> Iterator[tuple[str, str]]:
    """Give address and title of each step."""
    for topic_id, step_id in talk.steps:
        topic = get_story(topic_id).topic(language)
        step = next(each for each in topic.steps if each.id == step_id)
        yield app_address(topic_id, language, step=str(step.number)), _title(step)


def _title(step: Step) -> str:
    """Name a step without telling the answer of its question."""
    return str(step.chart_name if step.question and step.chart_name else step.headline)
