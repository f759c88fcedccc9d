"""Search by name: a town by its name, reading or romaji leads first to its page."""

import pytest

from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.search.named import answers, names
from tests.screens import open_page, words

pytest.importorskip("components.topics.your_town")


def named(question: str) -> list[str]:
    """Give the ids of what a question names."""
    return [each.id for each in names(load_dataset()).find(question)]


def test_every_town_is_found_by_each_of_its_names():
    """Name, reading in hiragana, romaji and the name after its prefecture each find the town."""
    dataset = load_dataset()
    assert len(dataset.municipalities) > 1700
    for town in dataset.municipalities.values():
        home = dataset.label(town.prefecture, "ja")
        for asked in (town.name.ja, town.reading, town.name.en, f"{home}{town.name.ja}"):
            assert town.code in named(asked), asked


@pytest.mark.parametrize(
    "asked",
    ["千代田区", "ちよだく", "チヨダク", "chiyoda-ku", "Chiyoda, Tokyo", "千代田区の交付率は？"],
)
def test_a_town_stands_before_all_other_answers(asked):
    """Its page is the first answer, whatever else the question holds."""
    assert answers(asked, load_dataset())[0].id == "131016"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("府中市", ["132063", "342084"]),  # the larger first
        ("東京 府中", ["132063"]),
        ("Fuchu Hiroshima", ["343021", "342084"]),
        ("当別町", ["013030"]),  # without its county
        ("茅ケ崎市", ["142077"]),  # spelt with a small ヶ
        ("kyoto kyoto", ["261009"]),
        ("Ōtsu", ["252018"]),
    ],
)
def test_a_name_is_met_however_it_is_spelt(asked, found):
    """A prefecture beside a name chooses, spellings meet, and larger towns come first."""
    assert named(asked) == found


@pytest.mark.parametrize(
    "asked", ["", "は", "埼玉県", "カードは義務なの", "issue date", "津波の町"]
)
def test_what_names_nothing_finds_no_town(asked):
    """A prefecture alone, a short name inside a question and words of other things name no town."""
    assert named(asked) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_page_leads_to_the_town(language):
    """The first hit is the town's page, in the reader's language, with its newest rate."""
    shown = words(open_page("search", lang=language, q="ちよだく"))
    first = shown.split('class="hits"', 1)[1].split("<li", 1)[1].split("</li>", 1)[0]
    assert f"/your_town?lang={language}&amp;town=131016" in first and "%" in first
