"""The filters above a list. The link is their only memory, so they can be shared and kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from components.app import query_params, widgets
from components.data.languages import Language
from components.text.topics import interface

AGAIN = ("record", "shown", "step")  # a list chosen anew begins at its top


@dataclass(frozen=True)
class Filter:
    """A choice by its name in the link: its label and its options, {code: words}, "" for all."""

    name: str
    label: str
    options: Mapping[str, str]


def choice(
    name: str, codes: Iterable[str], words: Callable[[str], str], language: Language
) -> Filter:
    """Make a filter of codes; _interface.yml has its words under its name."""
    every = {"": interface(f"every_{name}", language)}
    return Filter(
        name, interface(f"{name}_filter", language), every | {each: words(each) for each in codes}
    )


def render(filters: Sequence[Filter], language: Language) -> dict[str, str]:
    """
    Show filters and a field for words, side by side.

    Gives what the link sets each filter to, by name, and the words to look for as q; nothing where
    a filter is not used.
    """
    chosen = {each.name: query_params.param_option(each.name, each.options) for each in filters}
    words = query_params.param_words()
    with widgets.side_by_side() if filters else nullcontext():  # it costs as much as a field
        for each in filters:
            widgets.selectbox(each.name, each.label, each.options, chosen[each.name], clears=AGAIN)
        widgets.text_input("q", interface("words_filter", language), words, clears=AGAIN)
    return chosen | {"q": words}
