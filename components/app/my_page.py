"""My settings: a few fields, what the numbers say of people like the reader, and ways on."""

import json
from collections.abc import Iterator

from markupsafe import Markup

from components.app import layout, lookup_page, my_link, query_params, widgets
from components.app.html_buffer import HtmlBuffer
from components.app.my_link import Mine
from components.data.cache import cached, cached_recent
from components.data.dataset import Dataset, load_dataset
from components.data.languages import Language
from components.data.municipalities import by_prefecture
from components.text import mine
from components.text.prose import RichText
from components.text.story import Story
from components.text.topics import interface
from components.views.screen import Screen
from components.views.tags import tag

# Pages that open as the reader needs them, and the step that shows it.
WAYS = (
    ("card_adoption", "by_prefecture"),
    ("card_adoption", "by_age"),
    ("card_adoption", "renewal"),
    ("education", "how_long_kept"),
    ("your_town", ""),
    ("public_money", ""),
)


def render(story: Story) -> None:
    """Show the fields, then what they lead to."""
    sheet = HtmlBuffer()
    topic = layout.opened(story)
    if topic is None:
        return
    language = topic.language
    sheet.add(layout.head_html(topic, first=True))
    sheet.out()
    asked = my_link.read(query_params.asked(), load_dataset())
    _fields(asked, language)
    sheet.add(cached_recent(lambda: told_html(asked, language), "mine", asked, language))
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _fields(asked: Mine, language: Language) -> None:
    data = load_dataset()
    none = {"": interface("mine_not_said", language)}
    with widgets.side_by_side():
        _choose("own", none | _prefectures(language), asked.own, language, clears=("town",))
        if asked.own:
            towns = by_prefecture(data)[asked.own]
            named = {each.code: each.name.to(language) for each in towns}
            _choose("town", none | named, asked.town, language)
        born = {str(year): str(year) for year in reversed(my_link.BORN)}
        _choose("birth_year", none | born, asked.birth_year, language)
    answers = {each: interface(f"mine_{each}", language) for each in my_link.ANSWERS}
    with widgets.side_by_side("fields_mine"):
        _choose("card", none | answers, asked.card, language, clears=("issued",))
        if asked.card == "yes":
            years = {str(year): str(year) for year in my_link.ISSUED}
            _choose("issued", none | years, asked.issued, language)
        _choose("registered", none | answers, asked.registered, language)


def _choose(
    name: str,
    options: dict[str, str],
    chosen: str,
    language: Language,
    clears: tuple[str, ...] = (),
) -> None:
    widgets.selectbox(name, interface(f"mine_{name}", language), options, chosen, clears=clears)


def _prefectures(language: Language) -> dict[str, str]:
    data = load_dataset()
    return cached(
        lambda: {code: data.label(code, language) for code in by_prefecture(data)},
        "prefectures",
        language,
    )


def told_html(asked: Mine, language: Language) -> Markup:
    """Write what the records say of a reader, the pages that open to match, and the two buttons."""
    on, data = Screen(language, "mine"), load_dataset()
    said = list(_said(asked, data, language))
    if not said:
        return tag("p", interface("mine_nothing", language), class_="lead")
    lines = tag("ul", [tag("li", on.html(each)) for each in said], class_="mine")
    heading = tag("h2", interface("mine_ways", language))
    return lines + on.panels() + _keeping(asked, language) + heading + _ways(asked, on)


def _said(asked: Mine, data: Dataset, language: Language) -> Iterator[RichText]:
    if asked.town:
        yield mine.of_town(data, asked.town, language)
    if asked.own:
        yield mine.of_prefecture(data, asked.own, language)
    if asked.birth_year:
        yield mine.of_age(data, int(asked.birth_year), language)
    if asked.card:
        yield from mine.of_card(data, asked.issued, language)
    if asked.registered:
        yield mine.of_insurance(data, asked.registered, language)


def _ways(asked: Mine, on: Screen) -> Markup:
    links = asked.links()
    written = []
    for page, step_id in WAYS:
        step = {"step": step_id} if step_id else {}
        there = on.href(page, **step, **links.get(page, {}))
        written.append(tag("li", tag("a", _name(page, step_id, on.language), href=there)))
    return tag("ul", written, class_="ways")


def _name(page: str, step_id: str, language: Language) -> str:
    if not step_id:
        return layout.title_of(page, language)
    return layout.get_story(page).step(step_id, language).name


def _keeping(asked: Mine, language: Language) -> Markup:
    """Write the buttons with which the browser keeps the settings, or forgets them."""
    kept = json.dumps({f"/{page}": more for page, more in asked.links().items()})
    buttons = (
        tag(
            "button",
            interface(name, language),
            type="button",
            class_="press",
            data_mine=value,
            data_done=interface(done, language),
        )
        for name, done, value in (
            ("mine_keep", "mine_keep_done", kept),
            ("mine_forget", "mine_forget_done", ""),
        )
    )
    return tag("p", list(buttons), class_="keeping")
