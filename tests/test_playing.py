"""A slider of many dates is played: it goes on by itself, stops when told, and rests at its end."""

import pytest

from components.data.dates import format_date
from components.topics.card_adoption import AT_DATES
from tests.screens import charts, open_page, words

KEY = "choice_by_prefecture_when"


def played(language="ja"):
    """Open the map of prefectures and press play."""
    app = open_page("card_adoption", step="by_prefecture", lang=language)
    return app.button(key=f"play_{KEY}").click().run()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_map_is_played_from_its_first_date(language):
    """From the last date playing begins at the first, and each run shows a later one."""
    app = played(language)
    first = AT_DATES.index(app.select_slider(key=KEY).value)
    assert first <= 2
    app.run()
    now = app.select_slider(key=KEY).value
    assert AT_DATES.index(now) == first + 1
    assert charts(app) and not app.exception
    assert format_date(now, language) in words(app)


def test_whoever_stops_stays():
    """Pressing stop keeps the date, run after run; moving the slider stops as well."""
    app = played()
    app.button(key=f"play_{KEY}").click().run()
    here = app.select_slider(key=KEY).value
    assert app.run().select_slider(key=KEY).value == here
    app = played()
    app.select_slider(key=KEY).set_value(AT_DATES[20]).run()
    assert app.run().select_slider(key=KEY).value == AT_DATES[20]


def test_playing_ends_at_the_last_date():
    """At the last date the slider rests."""
    app = played()
    app.session_state[KEY] = AT_DATES[-2]
    app.run()
    app.run()
    assert app.select_slider(key=KEY).value == AT_DATES[-1]
    assert app.run().select_slider(key=KEY).value == AT_DATES[-1]


def test_few_dates_are_not_played():
    """A slider over a handful of dates has no button to play it."""
    app = open_page("health_insurance", step="1")
    assert not [each for each in app.button if (each.key or "").startswith("play_")]
