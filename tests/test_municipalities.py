"""Municipalities: every one is found as people write it, and stands where its numbers put it."""

import pytest

from components.data import municipalities
from components.data.dataset import load_dataset
from components.data.processing import processing

LAST = "2022-12-31"


@pytest.mark.parametrize(
    ("words", "language", "first"),
    [
        ("渋谷区", "ja", "131130"),
        ("しぶや", "ja", "131130"),
        ("シブヤク", "ja", "131130"),
        ("shibuya", "en", "131130"),
        ("Shibuya Ward", "en", "131130"),
        ("131130", "ja", "131130"),
        ("東京 府中", "ja", "132063"),
        ("広島県府中市", "ja", "342084"),
        ("ōsaka", "en", "271004"),
        ("Oosaka-shi", "en", "271004"),
        ("青ケ島", "ja", "134023"),
        ("松前町", "ja", "384011"),
        ("北海道 松前", "ja", "013315"),
        ("ﾖｺﾊﾏ", "ja", "141003"),
    ],
)
def test_a_town_is_found_as_it_is_written(words, language, first):
    """Name, reading, romaji, code and prefecture lead to the town meant, best first."""
    assert municipalities.find(load_dataset(), words, language)[0].code == first


@pytest.mark.parametrize("words", ["", " ", "ぬるぽ", "%", "\u0000", "x" * 500])
def test_what_names_no_town_finds_none(words):
    """Words that name no town give an empty list, however strange they are."""
    assert municipalities.find(load_dataset(), words, "ja") == []


def test_every_town_is_found_by_its_reading_and_prefecture():
    """Whoever types reading and prefecture has their town among the first three."""
    dataset = load_dataset()
    for town in dataset.municipalities.values():
        words = f"{town.reading} {dataset.label(town.prefecture, 'ja')}"
        assert town in municipalities.find(dataset, words, "ja")[:3], words


def test_a_rate_is_its_cards_divided_by_its_residents():
    """A rate is a record of its own with its arithmetic, and rounds what the frame holds."""
    dataset = load_dataset()
    figure = dataset.figure(f"issue_rate_by_municipality.131130.{LAST}")
    cards = dataset.figure(f"cards_by_municipality.131130.{LAST}")
    residents = dataset.figure("population_by_municipality.131130.2022-01-01")
    assert figure.calculation == f"{cards.id} / {residents.id} * 100"
    assert float(figure.value) == pytest.approx(cards.number / residents.number * 100, abs=0.05)
    rates = municipalities.issue_rates(dataset)
    assert float(figure.value) == pytest.approx(rates.at["131130", LAST], abs=0.05)
    assert list(rates.columns) == list(dataset.wide("cards_by_municipality").columns)
    written = processing(dataset, figure, "ja")
    assert "13万" in written and "municipality" not in written


def test_ranks_count_who_is_above():
    """First is who nobody is above, last in the country is who stands below all others."""
    dataset = load_dataset()
    rates = municipalities.issue_rates(dataset)[LAST]
    first = municipalities.rank(dataset, rates.idxmax(), LAST)
    assert (first.in_country, first.in_prefecture) == (1, 1)
    assert first.of_country == len(dataset.municipalities)
    last = municipalities.rank(dataset, rates.idxmin(), LAST)
    assert last.in_country == last.of_country and last.in_prefecture == last.of_prefecture


def test_towns_of_like_size_are_near_in_residents():
    """Towns of like size do not name the town itself, and nobody left out is nearer."""
    dataset = load_dataset()
    near = [each.code for each in municipalities.of_like_size(dataset, "131130", 5)]
    residents = dataset.wide("population_by_municipality")["2022-01-01"]
    apart = (residents / residents["131130"]).map(lambda times: max(times, 1 / times))
    assert len(near) == 5 and "131130" not in near
    assert apart[near].max() == sorted(apart.drop("131130"))[4]


@pytest.mark.parametrize(
    "name",
    [
        "cards_by_municipality.131131.2022-12-31",
        "cards_by_municipality.131130.2023-01-31",
        "cards_by_municipality.131130",
        "issue_rate_by_municipality.131130.2016-01-01",
        "issue_rate_by_municipality...",
        "nowhere.131130.2022-12-31",
    ],
)
def test_a_cell_that_is_not_there_is_refused(name):
    """An unknown table, town or date is an error that names it."""
    with pytest.raises(KeyError, match="nearest"):
        load_dataset().figure(name)
