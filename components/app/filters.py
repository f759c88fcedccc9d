"""The filters above a list. The link is their only memory, so they can be shared and kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.app import link
from components.data.cache import cached_unless_query
from components.data.languages import Language
from components.text.topics import interface
from components.views import fields

AGAIN = {"record": "", "shown": "", "step": ""}  # a list chosen anew begins at its top


@dataclass(frozen=True)
class Filter:
    """A choice among codes, or none of them; name is its name in the link and _interface.yml."""

    name: str
    options: Sequence[str]
    words: Callable[[str], str]


def asked(filters: Sequence[Filter]) -> dict[str, str]:
    """Give what the link sets each filter to, by name, and the words to look for as q."""
    return {each.name: link.param_option(each.name, each.options) for each in filters} | {
        "q": link.param_words()
    }


def html(page: str, filters: Sequence[Filter], chosen: dict[str, str], language: Language) -> str:
    """Write the filters of a page and a box for words, set as they are chosen."""
    key = ("filters", page, language, *chosen.values())
    return cached_unless_query(chosen["q"], lambda: _html(page, filters, chosen, language), *key)


def _html(page: str, filters: Sequence[Filter], chosen: dict[str, str], language: Language) -> str:
    boxes = [
        fields.select(
            each.name,
            interface(f"{each.name}_filter", language),
            _labels(each, language),
            chosen[each.name],
        )
        for each in filters
    ]
    words = fields.line("q", interface("words_filter", language), chosen["q"])
    return fields.fields(link.href(page, language, **AGAIN), *boxes, words)


def _labels(each: Filter, language: Language) -> dict[str, str]:
    every = {"": interface(f"every_{each.name}", language)}
    return every | {code: each.words(code) for code in each.options}
