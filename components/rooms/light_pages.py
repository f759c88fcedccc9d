"""The light pages as HTML: what each has around it, the form for a code, the listener's page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from components.data.languages import LANGUAGES, Language
from components.presenter.talk import Talk
from components.rooms.assets import address_of
from components.rooms.step_page import at_fragment, step_html
from components.text.story import get_story
from components.text.topics import Step, interface
from components.views.page import Shell, fill, page
from components.views.screen import app_address
from components.views.tags import tag

LETTERS = 6  # of a room's code
SIZES = 3  # of type: as the phone has it, a quarter larger, half as large again


def page_html(
    title: str,
    language: Language,
    size: int,
    inner: Markup,
    *,
    script: str = "",
    body: Mapping[str, str] | None = None,
) -> bytes:
    """Write a whole page; style and script are files of their own, constant for all."""
    head = (
        tag("meta", name_="color-scheme", content="light dark")
        + tag("link", rel="stylesheet", href=address_of("light.css"))
        + tag("link", rel="icon", href="data:,")
    )
    if script:
        head += tag("script", src=address_of(script), defer=True)
    shell = Shell(language, head=head, root={"class_": f"size{size}"}, body=body or {})
    return page(title, inner, shell)


def code_html(language: Language, size: int, *, said: str = "", written: str = "") -> bytes:
    """Ask for a room's code; said is what to tell first, written what the reader had typed."""
    other = next(each for each in LANGUAGES if each != language)
    inner = fill(
        "rooms/code.html",
        language=language,
        other=other,
        names=LANGUAGES,
        letters=LETTERS,
        said=said,
        written=written,
    )
    return page_html(interface("live_title", language), language, size, inner)


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
        step = get_story(topic_id).step(step_id, language)
        yield app_address(topic_id, language, **step.query), _title(step)


def _title(step: Step) -> str:
    """Name a step without telling the answer of its question."""
    return str(step.chart_name if step.question and step.chart_name else step.headline)
