"""The money of the projects: what the charts and the page say is what the sheets print."""

import pytest

from components.charts import public_money
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.static.still import marks
from components.charts.themes import LIGHT
from components.data.dataset import load_dataset
from components.data.indicators import indicators
from components.data.recipients import blocks, paid_years
from components.data.spending import number, years

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
