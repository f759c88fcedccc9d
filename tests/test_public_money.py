"""The money of the projects: what the charts and the page say is what the sheets print."""

import re
from html import unescape

import pytest

from components.charts import public_money
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.static.still import marks
from components.charts.themes import LIGHT
from components.data.dataset import load_dataset
from components.data.indicators import indicators
from components.data.recipients import blocks, paid_years
from components.data.spending import number, years
from components.text.story import get_story
from components.text.topics import interface
from tests.screens import charts, open_page, words

DATASET = load_dataset()
PROJECTS = sorted(DATASET.projects)
# Years whose sheets lost what was carried on when they were copied; their notes say so.
INCOMPLETE = {
    ("card_issuing", 2012),
    ("card_issuing", 2013),
    ("card_promotion_study", 2013),
    ("number_it_cabinet", 2012),
    ("number_it_cabinet", 2013),
    ("number_local_systems", 2012),
    ("number_local_systems", 2013),
}


def test_what_could_be_spent_went_somewhere():
    """Of every closed year, paid out, carried on, left over and moved away make the whole."""
    found = {
        (project, year.fiscal_year)
        for project in PROJECTS
        for year in years(DATASET, project)
        if year.unexplained
    }
    assert found == INCOMPLETE


def test_the_years_of_round_two():
    """Round 2 had 1,823,550 million yen in fiscal 2022 and paid out 973,932 of them."""
    year = years(DATASET, "mynapoint_round2")[1]
    assert year.available == 1_823_550_000_000
    assert number(year.gone["executed"]) == 973_932_000_000
    assert number(year.gone["left_over"]) == 170_298_000_000


def test_zero_printed_is_not_nothing():
    """Recipients printed with 0 stand together, each once, before those with an amount."""
    first, *others = [
        each for each in blocks(DATASET, "mynapoint_round2", 2022) if each.level == "subcontract"
    ]
    assert not first.total and len(first.payments) == 10
    assert all(each.total for each in others)


def test_direct_payments_of_round_two_meet_what_was_paid_out():
    """What the state paid in fiscal 2023 is what its recipients got, and most of it has no name."""
    found = blocks(DATASET, "mynapoint_round2", 2023)
    direct = sum(each.total for each in found if each.level == "direct")
    assert direct == 496_744_391_000
    passed_on = next(each for each in found if each.level == "subcontract")
    assert passed_on.unnamed == passed_on.total == 485_523_146_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("canvas", "language"), ((PAGE, "ja"), (PHONE, "en"), (PHONE, "ja"), (PRESENTER, "en"))
)
def test_every_project_can_be_drawn(canvas, language):
    """Each chart of each project is drawn as a still, and no mark leaves the picture."""
    view = View(DATASET, language, LIGHT, canvas)
    for project in PROJECTS:
        there = {
            public_money.by_year: years(DATASET, project),
            public_money.paid_to: paid_years(DATASET, project),
            public_money.promised: indicators(DATASET, project),
        }
        for draw in (each for each, printed in there.items() if printed):
            chart = draw(view, project)
            assert chart.rows
            for mark in marks(chart, canvas.width):
                left = getattr(mark, "left", getattr(mark, "x", 0))
                assert -6 <= left <= canvas.width + 6, (project, mark)


def test_a_project_that_is_not_there_is_refused():
    """No chart makes up a project."""
    view = View(DATASET, "ja")
    for draw in (public_money.by_year, public_money.paid_to, public_money.promised):
        with pytest.raises(KeyError):
            draw(view, "nonsense")


@pytest.mark.parametrize("language", ("ja", "en"))
def test_the_page_shows_who_was_paid_with_sheet_and_link(language):
    """A link to a project opens its payments: name, number of the sheet, link, caveats, CSV."""
    app = open_page("public_money", lang=language, project="mynapoint_round2", year="2022")
    shown = words(app)
    assert not app.exception and len(charts(app)) == 1 and "notice trouble" not in shown
    name = {"ja": "キャッシュレス推進協議会", "en": "Payments Japan Association"}[language]
    assert name in shown and "2023-総務-22-0042" in shown and "https://github.com/judgit" in shown
    step = get_story("public_money").topic(language).steps[1]
    assert str(step.body[0]) in unescape(shown) and "data-rows" in shown


@pytest.mark.parametrize("language", ("ja", "en"))
def test_all_projects_stand_largest_first_and_are_never_added(language):
    """Without a project all are listed as links, largest first, with why they have no sum."""
    shown = words(open_page("public_money", lang=language))
    found = re.findall(r'href="/public_money\?[^"]*project=([a-z0-9_]+)"', shown)
    assert found[0] == "mynapoint_round2" and len(found) == len(set(found)) == len(PROJECTS) - 1
    assert 'class="bulk"' in shown and 'class="other"' in shown


@pytest.mark.parametrize("language", ("ja", "en"))
@pytest.mark.parametrize(
    ("link", "key"),
    (
        ({"project": "<b>nonsense"}, "unknown_project"),
        ({"project": "card_issuing", "view": "nonsense"}, "unknown_money_view"),
        ({"project": "mynapoint_round2", "year": "1850"}, "unknown_paid_year"),
    ),
)
def test_nonsense_in_a_link_gets_a_sentence(link, key, language):
    """What a link asks for and is not there is said, and something that is there is shown."""
    app = open_page("public_money", lang=language, **link)
    assert not app.exception
    assert interface(key, language) in unescape(words(app)) and "<b>nonsense" not in words(app)


def test_the_view_and_the_year_stand_in_the_link():
    """Choosing a view or a year writes it into the link, so that the link restores it."""
    app = open_page("public_money", lang="ja", project="mynapoint_round2")
    app.button_group(key="year").set_value("2021").run()
    assert app.query_params["year"] == "2021"
    app.button_group(key="view").set_value("by_year").run()
    assert app.query_params["view"] == "by_year" and not app.exception
    assert "FY2021.supplementary" in words(app)
