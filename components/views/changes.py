"""What changed since an edition: corrections first, then figures changed, new and withdrawn."""

from collections.abc import Sequence

from markupsafe import Markup

from components.data import editions
from components.data.csv_reader import BadTable
from components.data.dates import format_date
from components.data.editions import Edition
from components.data.languages import Language
from components.text.change_rows import ChangeRow, sections
from components.text.topics import interface
from components.views.medium import Medium
from components.views.tags import joined, tag

AT_ONCE = 20  # rows of a section that stand open; more are folded away


def edition_words(edition: Edition, language: Language) -> str:
    """Name an edition with its day."""
    day = format_date(edition.date, language)
    return interface("edition_of", language, name=edition.name, date=day)


def changes_html(since: Edition, on: Medium, *, heading: str = "h2") -> Markup | None:
    """Write what changed since an edition, section by section; None for one not to be read."""
    try:
        found = editions.changes(since)
    except (BadTable, KeyError):
        return None
    note = since.note.to(on.language)
    opening = tag("p", note) if note else Markup()
    if not found:
        nothing = interface("nothing_changed", on.language)
        return opening + tag("p", nothing, class_="takeaway")
    parts = sections(found, on.dataset, on.language).items()
    return opening + joined(_section(name, rows, on, heading) for name, rows in parts)


def _section(name: str, rows: Sequence[ChangeRow], on: Medium, heading: str) -> Markup:
    title = interface(f"changes_{name}", on.language)
    count = tag("small", interface("change_count", on.language, count=f"{len(rows):,}"))
    items = [_item(row, on, withdrawn=name == "withdrawn") for row in rows]
    listed = tag("ul", items[:AT_ONCE], class_="changes") if items else ""
    if rest := items[AT_ONCE:]:
        more = interface("more_rows", on.language, count=f"{len(rest):,}")
        listed += on.fold(more, tag("ul", rest, class_="changes"))
    return tag(heading, f"{title} ", count, id=on.anchor(name)) + listed


def _item(row: ChangeRow, on: Medium, *, withdrawn: bool) -> Markup:
    there = None if withdrawn else on.href("figures", record=row.record_id)
    name = tag("a", row.name, href=there, **on.link) if there else row.name
    states = f"{row.was}{' → ' if row.was and row.now else ''}{row.now}"
    why = tag("p", row.why, class_="source") if row.why else ""
    return tag("li", tag("p", tag("b", name)), tag("p", states), why)
