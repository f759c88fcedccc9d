"""What changed since an edition that a link names, or since the latest."""

from functools import partial

from components.app import lookup_page, notices, query_params, widgets
from components.app.html_buffer import HtmlBuffer
from components.data import editions
from components.data.cache import cached
from components.data.editions import Edition
from components.data.languages import Language
from components.text.story import Story
from components.text.topics import interface
from components.views.changes import changes_html, edition_words
from components.views.screen import Screen


def render(story: Story) -> None:
    """Show the page: the edition a link names, or the latest, and how the figures differ now."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    since = _since(language, sheet)
    if since:
        make = partial(changes_html, since, Screen(language, "changes"))
        written = cached(make, "changes", since.name, language)
        unreadable = interface("edition_unreadable", language, name=since.name)
        sheet.add(notices.said(unreadable, trouble=True) if written is None else written)
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _since(language: Language, sheet: HtmlBuffer) -> Edition | None:
    known = cached(lambda: {each.name: each for each in editions.editions()}, "editions")
    if not known:
        sheet.add(notices.said(interface("no_editions", language)))
        return None
    asked = query_params.param_option("since", known)
    if not asked and query_params.param_words("since"):
        sheet.add(notices.said(interface("unknown_edition", language)))
    since = known[asked or next(iter(known))]
    sheet.out()
    named = partial(_named, known, language)
    names = cached(named, "editions named", language)
    with widgets.side_by_side():
        widgets.selectbox("since", interface("since_edition", language), names, since.name)
    return since


def _named(known: dict[str, Edition], language: Language) -> dict[str, str]:
    return {name: edition_words(each, language) for name, each in known.items()}
