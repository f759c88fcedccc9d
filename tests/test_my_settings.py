"""My settings: what the records say of people like the reader, and pages that open to match."""

from html import unescape

import pytest

from components.app.my_link import read
from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.text.mine import age_group
from tests.screens import open_page, words

DATA = load_dataset()
TOKYO, SHIBUYA = "prefecture_13_tokyo", "131130"
EVERY = {
    "own": TOKYO,
    "town": SHIBUYA,
    "birth_year": "1994",
    "card": "yes",
    "issued": "2020",
    "registered": "no",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_tells_of_people_like_its_reader(language):
    """Prefecture, age, card and insurance each bring the values of their records."""
    app = open_page("my_settings", lang=language, **EVERY)
    assert not app.exception and "notice trouble" not in words(app)
    for record in (
        "cards_by_prefecture.issue_rate_by_prefecture.prefecture_13_tokyo.2022-12-31",
        "cards_by_age_sex.issue_rate_by_age_sex.age_25_29.sex_women.2022-12-31",
        "held_rate",
        "use_rate",
    ):
        assert DATA.format_value(DATA.figure(record), language) in words(app), record
    assert "2030" in words(app) and "2025" in words(app)


def test_pages_open_to_match():
    """The ways on carry what was chosen, each page what it uses."""
    app = open_page("my_settings", lang="en", **EVERY)
    ways = unescape(words(app).split('class="ways"')[1])
    assert f"/card_adoption?lang=en&step=by_prefecture&own={TOKYO}&issued=2020" in ways
    assert f"/your_town?lang=en&town={SHIBUYA}" in ways
    assert "&step=how_long_kept&birth_year=1994" in ways


def test_choosing_writes_the_link_and_asks_for_what_belongs_to_it():
    """A prefecture brings the field for its towns; having a card, the year it was received."""
    app = open_page("my_settings", lang="ja")
    assert not any(box.key == "town" for box in app.selectbox)
    app.selectbox(key="own").set_value(TOKYO).run()
    assert app.query_params["own"] == TOKYO
    assert SHIBUYA in app.selectbox(key="town").options or app.selectbox(key="town").options
    app.selectbox(key="card").set_value("yes").run()
    assert any(box.key == "issued" for box in app.selectbox)


@pytest.mark.parametrize("written", ["", "x", "prefecture_99", "999999", "1800", "<b>"])
def test_nonsense_counts_as_not_said(written):
    """What no field offers is passed over."""
    mine = read(dict.fromkeys(EVERY, written), DATA)
    assert not any(vars(mine).values()) and not mine.links()
    assert not open_page("my_settings", **dict.fromkeys(EVERY, written)).exception


def test_a_town_belongs_to_its_prefecture():
    """A town names its prefecture, and one of another prefecture is passed over."""
    assert read({"town": SHIBUYA}, DATA).own == TOKYO
    assert read({"town": SHIBUYA, "own": "prefecture_01_hokkaido"}, DATA).town == ""


@pytest.mark.parametrize("age", range(103))
def test_every_age_has_its_group(age):
    """Each age belongs to a group that the records have."""
    assert age_group(age) in DATA.labels
