"""What changed since an edition: corrections first, then figures changed, new and withdrawn."""

from markupsafe import escape

from components.app import lookup_page, notices, query_params, widgets
from components.app.html_buffer import HtmlBuffer
from components.data import editions
from components.data.cache import cached
from components.data.csv_reader import BadTable
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.editions import Edition
from components.data.languages import Language
from components.text import change_rows
from components.text.change_rows import ChangeRow
from components.text.story import Story
from components.text.topics import interface
from components.views.tags import joined, tag

AT_ONCE = 20


def render(story: Story) -> None:
    """Show the page: the edition a link names, or the latest, and how the figures differ now."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    since = _since(language, sheet)
    if since:
        try:
            sheet.add(cached(lambda: _all(since, language), "changes", since.name, language))
        except (BadTable, KeyError):
            words = interface("edition_unreadable", language, name=since.name)
            sheet.add(notices.said(words, trouble=True))
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
    names = cached(lambda: _editions(known, language), "editions named", language)
    with widgets.side_by_side():
        widgets.selectbox("since", interface("since_edition", language), names, since.name)
    return since


def _editions(known: dict[str, Edition], language: Language) -> dict[str, str]:
    return {
        name: interface("edition_of", language, name=name, date=format_date(each.date, language))
        for name, each in known.items()
    }


def _all(since: Edition, language: Language) -> str:
    found = editions.changes(since)
    note = since.note.to(language)
    opening = tag("p", note) if note else ""
    if not found:
        return opening + tag("p", interface("nothing_changed", language), class_="takeaway")
    parts = change_rows.sections(found, load_dataset(), language)
    return opening + joined(_section(name, rows, language) for name, rows in parts.items())


def _section(name: str, rows: list[ChangeRow], language: Language) -> str:
    title = interface(f"changes_{name}", language)
    count = tag("small", interface("change_count", language, count=f"{len(rows):,}"))
    items = [_row(name, each, language) for each in rows]
    listed = tag("ul", joined(items[:AT_ONCE]), class_="changes") if items else ""
    if rest := items[AT_ONCE:]:
        summary = tag("summary", interface("more_rows", language, count=f"{len(rest):,}"))
        listed += tag("details", summary + tag("ul", joined(rest), class_="changes"))
    return tag("h2", f"{title} ", count, id=name) + listed


def _row(section: str, each: ChangeRow, language: Language) -> str:
    name = escape(each.name)
    if section != "withdrawn":
        address = query_params.href("figures", language, record=each.record_id)
        name = tag("a", name, href=address, target="_self")
    arrow = " → " if each.was and each.now else ""
    states = tag("p", f"{each.was}{arrow}{each.now}")
    why = tag("p", each.why, class_="source") if each.why else ""
    return tag("li", tag("p", tag("b", name)) + states + why)
