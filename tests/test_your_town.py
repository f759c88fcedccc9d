"""One's own town: found in any spelling, told in its records, restored by its link."""

import re

import pytest

from components.app.town_fields import option_words
from components.app.town_link import MOST, read
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT
from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.data.municipalities import CARDS, RATE, issue_rates
from components.data.standings import newest, standing
from components.text import town
from components.text.prose import Reference
from components.text.story import get_story
from tests.screens import chart_names, charts, follow, open_page, words

SHIBUYA, SAPPORO, TARAMA, TACHIKAWA = "131130", "011002", "473758", "132021"
TOKYO = (SHIBUYA, TACHIKAWA)
DATASET = load_dataset()
STORY = get_story("your_town")


def asking(**link: str):
    return read(lambda name: link.get(name, ""), DATASET)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_opens_a_town_with_its_three_charts(language):
    """A cold link shows headline, sentences and charts of the town, with each number's record."""
    app = open_page("your_town", lang=language, town=SHIBUYA, compare=f"{SAPPORO},{TARAMA}")
    assert not app.exception and len(charts(app)) == 3
    shown = words(app)
    assert str(town.headline(DATASET, SHIBUYA, language)) in re.sub("<[^>]*>", "", shown)
    assert "notice trouble" not in shown
    for code in (SAPPORO, TARAMA):
        name = DATASET.municipalities[code].full_name(DATASET).to(language)
        assert name in shown
    for target in set(re.findall(r'popovertarget="([^"]+)"', shown)):
        assert shown.count(f'id="{target}"') == 1, target


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_town_there_are_ways_to_one(language):
    """Who names no town finds the field, every prefecture, and the largest towns."""
    app = open_page("your_town", lang=language)
    assert not app.exception and not charts(app)
    assert len(app.selectbox(key="town").options) == len(DATASET.municipalities)
    shown = words(app)
    assert len(set(re.findall(r"prefecture=(\d\d)", shown))) == 47
    assert "town=141003" in shown  # Yokohama, the largest
    follow(app, DATASET.label("prefecture_13_tokyo", language))
    listed = words(app)
    tokyo = [code for code in DATASET.municipalities if code.startswith("13")]
    assert all(f"town={code}" in listed for code in tokyo)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "link",
    [
        {"town": "999999"},
        {"town": '"><script>'},
        {"town": SHIBUYA, "compare": "1,2"},
        {"town": SHIBUYA, "compare": ",".join(list(DATASET.municipalities)[:9])},
        {"town": SHIBUYA, "date": "2030-01-01"},
        {"prefecture": "48"},
    ],
)
def test_nonsense_in_the_link_gets_a_sentence(link, language):
    """What no town, date or prefecture is, is said, and the page is shown all the same."""
    app = open_page("your_town", lang=language, **link)
    assert not app.exception
    assert 'class="notice" role="status"' in words(app)
    assert "script&" not in words(app) and "<script" not in words(app)


def test_the_link_is_read_as_far_as_it_is_valid():
    """Codes of five digits count, own town and doubles are left out, and four are compared."""
    asked = asking(town="13113", compare=f"{SHIBUYA},{SAPPORO},{SAPPORO}")
    assert asked.codes == (SHIBUYA, SAPPORO) and not asked.wrong
    many = ",".join(list(DATASET.municipalities)[:9])
    assert len(asking(town=SHIBUYA, compare=many).compare) == MOST


def test_choosing_and_adding_a_town_writes_the_link():
    """The fields write the codes; a press on a town compared takes it out again."""
    app = open_page("your_town", lang="ja")
    app.selectbox(key="town").set_value(SHIBUYA).run()
    follow(app, "add-town")
    app.selectbox(key="add").set_value(SAPPORO).run()
    assert app.query_params["town"] == SHIBUYA and app.query_params["compare"] == SAPPORO
    assert app.selectbox(key="add").value is None
    follow(app, f"without-{SAPPORO}")
    assert "compare" not in app.query_params
    assert app.selectbox(key="town").value == SHIBUYA


def test_the_date_moves_and_plays():
    """The slider writes the date into the link; playing goes on to the next date and stops."""
    app = open_page("your_town", lang="ja", town=SHIBUYA)
    dates = DATASET.wide_tables[CARDS].dates
    app.select_slider(key="date").set_value(dates[-2]).run()
    assert app.query_params["date"] == dates[-2]
    assert str(town.place(DATASET, SHIBUYA, dates[-2], "ja")) in re.sub("<[^>]*>", "", words(app))
    app.button(key="play").click().run()
    assert app.session_state["playing"] and app.session_state["date"] == dates[-2]
    app.button(key="play").click().run()
    assert not app.session_state["playing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_town_is_found_in_every_spelling(language):
    """The words of an option hold name, reading in both kana, Latin letters and prefecture."""
    for code in (SHIBUYA, SAPPORO, TARAMA):
        written = option_words(DATASET.municipalities[code], DATASET, language)
        each = DATASET.municipalities[code]
        assert each.name.ja in written and each.reading in written and each.name.en in written
        assert DATASET.label(each.prefecture, language) in written
    written = option_words(DATASET.municipalities[SHIBUYA], DATASET, language)
    assert "シブヤク" in written and "しぶやく" in written
    seen = [option_words(each, DATASET, language) for each in DATASET.municipalities.values()]
    assert len(set(seen)) == len(seen)


def test_ranks_agree_with_the_rates():
    """A rank is one more than the number of higher rates, in the country and in the prefecture."""
    rates = issue_rates(DATASET)[newest(DATASET)]
    for code in (SHIBUYA, SAPPORO, TARAMA):
        own = [each for each in rates.index if each[:2] == code[:2]]
        found = standing(DATASET, code, newest(DATASET))
        assert int(found.in_country.value) == (rates > rates[code]).sum() + 1
        assert int(found.in_prefecture.value) == (rates[own] > rates[code]).sum() + 1
        assert int(found.of_prefecture.value) == len(own)
        assert found.rate.number == pytest.approx(rates[code], abs=0.05)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_sentences_is_a_record(language):
    """No digit stands in a sentence of a town outside a record, but in names of events."""
    names = [event.name.to(language) for event in DATASET.events.values()]
    said = (town.headline(DATASET, SHIBUYA, language), *town.body(DATASET, SHIBUYA, language))
    for sentence in said:
        plain = "".join(each for each in sentence.parts if isinstance(each, str))
        for name in names:
            plain = plain.replace(name, "")
        assert not re.search(r"\d", plain), plain
        assert all(each.record for each in sentence.parts if isinstance(each, Reference))


@pytest.mark.parametrize("name", ["issue_rate_by_municipality", "issue_rank_in_country"])
def test_a_number_of_a_town_has_its_record_on_a_page(name):
    """A link to a rate or a rank opens its record, though it is made when it is asked for."""
    shown = words(open_page("figures", lang="ja", record=f"{name}.{SHIBUYA}.2022-12-31"))
    assert "渋谷区（東京都）" in shown and DATASET.measures[name].definition.ja in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER])
@pytest.mark.parametrize("draw", STORY.charts, ids=lambda each: each.__name__)
def test_the_charts_are_drawn_for_every_form(draw, canvas, language):
    """Each chart can be drawn for screen, phone and stage, light, few marks, with its source."""
    for theme, date in ((LIGHT, ""), (DARK, "2017-03-08")):
        view = View(DATASET, language, theme, canvas)
        chart = draw(view, town=TARAMA, compare=f"{SHIBUYA},{SAPPORO}", date=date)
        picture = svg(chart, canvas.width, name="x")
        assert len(picture) < 60_000 and chart.rows
        assert canvas.height is None or chart.height <= canvas.height
        assert DATASET.sources["mic_cfj"] in chart.sources


def test_the_strip_holds_the_towns_of_the_prefecture_alone():
    """Below the hill a town of another prefecture has no stroke, and one's own has."""
    draw = STORY.get_drawing("place_among_all")
    chart = draw(View(DATASET, "ja"), town=SHIBUYA, compare=f"{TARAMA},{TACHIKAWA}")
    strokes = [each.x0 for each in chart.figure.layout.shapes if each.y1 < 0]
    rates = [DATASET.figure(f"{RATE}.{code}.{newest(DATASET)}").number for code in TOKYO]
    assert sorted(strokes) == sorted(rates)


def test_a_chart_refuses_a_town_that_is_none():
    """An unknown code raises KeyError and draws nothing."""
    with pytest.raises(KeyError):
        STORY.charts[0](View(DATASET, "ja"), town="999999")


def test_a_chart_is_named_by_where_the_town_stands_then():
    """What a screen reader hears of a town's chart ends with its rate and ranks at that date."""
    app = open_page("your_town", lang="en", town=SHIBUYA, date="2021-04-01")
    then = str(town.place(DATASET, SHIBUYA, "2021-04-01", "en"))
    named = chart_names(app)
    assert any(each.endswith(then) for each in named), named
