"""The fields of the page of a town: one's own town, and those to compare it with."""

from collections.abc import Mapping

import streamlit as st

from components.app import query_params, widgets
from components.app.town_link import Asked
from components.data.cache import cached
from components.data.dataset import Dataset, load_dataset
from components.data.languages import LANGUAGES, Language
from components.data.municipalities import Municipality
from components.text.topics import interface

PAGE = "your_town"
KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def render(asked: Asked, language: Language) -> None:
    """Show the field to find a town in, and one to add others where the link asks for it."""
    found, label = options(language), interface("town_field", language)
    with widgets.side_by_side():
        widgets.find_box("town", label, found, asked.town, clears=("prefecture",))
        if asked.adds:
            widgets.find_box("add", interface("town_add", language), found, "", write=_add)


def _add() -> None:
    """Put the town chosen among those compared, and empty the field for the next."""
    code, says = st.session_state["add"], st.query_params.to_dict()
    st.session_state["add"] = None
    if code and code != says.get("town"):
        others = [each for each in says.get("compare", "").split(",") if each]
        query_params.write({"compare": ",".join(dict.fromkeys([*others, code]))})


def options(language: Language) -> Mapping[str, str]:
    """Give every town as an option, by its code; made once a language."""
    return cached(lambda: _options(load_dataset(), language), "town options", language)


def _options(dataset: Dataset, language: Language) -> Mapping[str, str]:
    return {
        code: option_words(town, dataset, language) for code, town in dataset.municipalities.items()
    }


def option_words(town: Municipality, dataset: Dataset, language: Language) -> str:
    """
    Write a town as an option of a field: what is read, and behind a tab what else it is found by.

    渋谷区 しぶやく 東京都, then シブヤク Shibuya-ku Tokyo. A field shows no more than has room;
    page.css sets a tab so wide that what follows it stands outside.
    """
    home = {each: dataset.label(town.prefecture, each) for each in LANGUAGES}
    katakana = town.reading.translate(KATAKANA)
    japanese = f"{town.name.ja} {town.reading} {home['ja']}"
    if language == "ja":
        return f"{japanese}\t {katakana} {town.name.en} {home['en']}"
    return f"{town.name.en}, {home['en']}\t {japanese} {katakana}"
