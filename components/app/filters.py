"""The filters above a list. The link is their only memory, so they can be shared and kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from components.app import query_params, widgets
from components.data.cache import cached
from components.data.languages import Language
from components.text.topics import interface

AGAIN = ("record", "shown", "step")  # a list chosen anew begins at its top


@dataclass(frozen=True)
class Filter:
    """A choice among codes, or none of them; name is its name in the link and _interface.yml."""

    name: str
    options: Sequence[str]
    words: Callable[[str], str]


def render(page: str, filters: Sequence[Filter], language: Language) -> dict[str, str]:
    """
    Show the filters of a page and a field for words, side by side.

    Gives what the link sets each filter to, by name, and the words to look for as q; nothing where
    a filter is not used.
    """
    chosen = {each.name: query_params.param_option(each.name, each.options) for each in filters}
    with widgets.side_by_side():
        for each in filters:
            make = partial(_options, each, language)
            options = cached(make, "filter", page, each.name, language)
            label = interface(f"{each.name}_filter", language)
            widgets.selectbox(each.name, label, options, chosen[each.name], clears=AGAIN)
        words = query_params.param_words()
        widgets.text_input("q", interface("words_filter", language), words, clears=AGAIN)
    return chosen | {"q": words}


def _options(each: Filter, language: Language) -> dict[str, str]:
    every = {"": interface(f"every_{each.name}", language)}
    return every | {code: each.words(code) for code in each.options}
