"""Citations for reference managers: the edition, its topics, its figures and every document."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from components.data.dataset import load_dataset
from components.data.dates import FORM
from components.data.languages import Language
from components.data.records import Figure, Source
from components.export import used
from components.export.export_request import ExportRequest
from components.text.citing import edition_line, figure_line, named, topic_line
from components.text.prose import render_plain
from components.text.topics import interface

Item = dict[str, Any]
SPECIAL = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}


def csl(wish: ExportRequest, language: Language) -> bytes:
    """Write a list of CSL-JSON items, as reference managers read them."""
    written = json.dumps(items(wish, language), ensure_ascii=False, indent=1)
    return f"{written}\n".encode()


def bib(wish: ExportRequest, language: Language) -> bytes:
    """Write the same as BibTeX (UTF-8, with the fields of biblatex)."""
    return "\n".join(_entry(item) for item in items(wish, language)).encode()


def items(wish: ExportRequest, language: Language) -> list[Item]:
    """Give the edition, topics, figures and documents of a wish; `note` is the line to cite by."""
    topics = {topic.id: topic for _, topic, _ in wish.steps_of(language)}
    figures = used.figures(wish, language)
    found = [_ours(wish, language, "edition", interface("product", language), edition_line)]
    for each in topics.values():
        line, path = partial(topic_line, each.title), f"/{each.id}?lang={language}"
        found.append(_ours(wish, language, f"topic:{each.id}", each.title, line, path))
    for row in figures:
        line, path = partial(figure_line, load_dataset(), row), f"/figures?lang={language}&record="
        title = _titled(row, language)
        found.append(_ours(wish, language, f"figure:{row.id}", title, line, path + row.id))
    return found + [_document(each, language) for each in used.documents(figures)]


def _ours(
    wish: ExportRequest,
    language: Language,
    name: str,
    title: str,
    line: Callable[..., str],
    path: str = "",
) -> Item:
    """Cite what is ours, the whole or what stands at a path: product, edition, the day seen."""
    product = interface("product", language)
    address = wish.address and wish.address + path
    made = {"date-parts": [[wish.made.year, wish.made.month, wish.made.day]]}
    return {
        "id": name,
        "type": "dataset" if name.startswith("figure:") else "webpage",
        "title": title,
        **({"container-title": product} if path else {}),
        "URL": address,
        "note": line(wish.edition, wish.made, language, address),
        "author": [{"literal": product}],
        "version": named(wish.edition, language),
        "issued": _date(wish.edition.date) or made,
        "accessed": made,
        "language": language,
    }


def _titled(row: Figure, language: Language) -> str:
    label = render_plain(row.label, load_dataset(), language)
    value = load_dataset().format_value(row, language)
    return f"{label}：{value}" if language == "ja" else f"{label}: {value}"


def _document(source: Source, language: Language) -> Item:
    found = {
        "id": source.id,
        "type": "webpage" if source.url else "document",
        "title": source.title.to(language),
        "author": [{"literal": source.publisher.to(language)}],
        "publisher": source.publisher.to(language),
        "issued": _date(source.published),
        "accessed": _date(source.checked) if source.url else None,
        "URL": source.url,
        "language": language,
        "note": source.note.to(language),
    }
    return {name: value for name, value in found.items() if value}


def _date(written: str) -> dict[str, Any] | None:
    """Give a written date as CSL's parts; a fiscal year or a span as it is written."""
    match = FORM.fullmatch(written)
    if not match or match[1]:
        return {"literal": written} if written else None
    return {"date-parts": [[int(part) for part in match.groups()[1:] if part]]}


def _entry(item: Item) -> str:
    fields = "\n".join(f"  {name} = {{{value}}}," for name, value in _fields(item) if value)
    return f"@{'online' if item.get('URL') else 'misc'}{{{item['id']},\n{fields}\n}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "author", f"{{{_safe(item['author'][0]['literal'])}}}"
    yield "title", f"{{{_safe(item['title'])}}}"
    yield "date", _iso(item.get("issued"))
    yield "organization", _safe(item.get("container-title", ""))
    yield "version", _safe(item.get("version", ""))
    yield "url", re.sub(r"[{}\\]", "", item.get("URL", ""))
    yield "urldate", _iso(item.get("accessed"))
    yield "langid", {"ja": "japanese", "en": "english"}[item["language"]]
    yield "note", _safe(item.get("note", ""))


def _iso(written: dict[str, Any] | None) -> str:
    parts = (written or {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02}" for part in parts)


def _safe(text: str) -> str:
    """Write a text so that TeX reads it as words."""
    plain = re.sub(r"[\\~^]", lambda sign: SPECIAL[sign[0]], re.sub(r"[{}]", "", text))
    return re.sub(r"(?<!\\)([&%$#_])", r"\\\1", plain)
