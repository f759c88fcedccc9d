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


def csl(request: ExportRequest, language: Language) -> bytes:
    """Write a list of CSL-JSON items, as reference managers read them."""
    written = json.dumps(items(request, language), ensure_ascii=False, indent=1)
    return f"{written}\n".encode()


def bib(request: ExportRequest, language: Language) -> bytes:
    """Write the same as BibTeX (UTF-8, with the fields of biblatex)."""
    return "\n".join(_entry(item) for item in items(request, language)).encode()


def items(request: ExportRequest, language: Language) -> list[Item]:
    """Give the edition, topics, figures and documents of a request; `note` cites each."""
    topics = {topic.id: topic for _, topic, _ in request.steps_of(language)}
    figures = used.figures(request, language)
    found = [_ours(request, language, "edition", interface("product", language), edition_line)]
    for each in topics.values():
        line, path = partial(topic_line, each.title), f"/{each.id}?lang={language}"
        found.append(_ours(request, language, f"topic:{each.id}", each.title, line, path))
    for row in figures:
        line, path = partial(figure_line, load_dataset(), row), f"/figures?lang={language}&record="
        title = _titled(row, language)
        found.append(_ours(request, language, f"figure:{row.id}", title, line, path + row.id))
    return found + [_document(each, language) for each in used.documents(figures)]


def _ours(
    request: ExportRequest,
    language: Language,
    name: str,
    title: str,
    line: Callable[..., str],
    path: str = "",
) -> Item:
    """Cite what is ours, the whole or what stands at a path: product, edition, the day seen."""
    product = interface("product", language)
    address = request.address and request.address + path
    made = {"date-parts": [[request.made.year, request.made.month, request.made.day]]}
    return {
        "id": name,
        "type": "dataset" if name.startswith("figure:") else "webpage",
        "title": title,
        **({"container-title": product} if path else {}),
        "URL": address,
        "note": line(request.edition, request.made, language, address),
        "author": [{"literal": product}],
        "version": named(request.edition, language),
        "issued": _date(request.edition.date) or made,
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
