"""The page of all data: what a link selects, what may share a chart, what charts lead to."""

import csv
import io
from dataclasses import replace

import pytest

from components.charts import drawn, selected
from components.charts.chart import PAGE, PHONE, View
from components.data import selected as selected_rows
from components.data.breakdown_names import names
from components.data.breakdowns import breakdowns
from components.data.charted import selection_of
from components.data.dataset import load_dataset
from components.data.incomparable import refusal
from components.data.records import Figure
from components.data.selection import FORMS, forms, link, select
from components.export.export_request import export_request
from components.export.sheet import rows_xlsx
from components.text import selecting
from components.text.listing import as_csv
from components.text.selected_table import rows_found
from components.text.story import get_story
from tests.kit_files import workbook
from tests.screens import TOPICS, open_page, words

DATASET = load_dataset()
OF_TOPIC = selecting.measures_by_topic(DATASET)
RATES = ("insurance_use_rate_online", "insurance_use_rate_receipt")


@pytest.mark.parametrize("topic", OF_TOPIC)
def test_every_measure_makes_its_charts_and_table(topic):
    """Each way into each measure gives rows, a chart in every form that fits, and a table."""
    for measure in OF_TOPIC[topic]:
        for way in breakdowns(DATASET)[measure.id]:
            first = select(DATASET, {"measure": measure.id, "by": way.by})
            fit = forms(DATASET, first)
            assert first.mended == () and first.form == fit[0] and set(fit) <= set(FORMS)
            for form in fit:
                chosen = select(DATASET, {"measure": measure.id, "by": way.by, "form": form})
                assert select(DATASET, link(chosen)) == chosen
                if form == "table":
                    table, rows = rows_found(DATASET, chosen, "en")
                    assert len(table) == len(rows) > 0
                else:
                    canvas = PHONE if form == "bar" else PAGE
                    assert selected.draw(View(DATASET, "ja", canvas=canvas), chosen).rows


def test_no_two_codes_have_one_name():
    """Whoever chooses among places or figures can tell them apart."""
    for ways in breakdowns(DATASET).values():
        for way in [each for each in ways if each.by != "payment"]:  # nobody chooses among these
            for language in ("ja", "en"):
                called = names(DATASET, way, language)
                assert len(set(called.values())) == len(called), way.measure


@pytest.mark.parametrize("topic", TOPICS)
def test_every_chart_of_figures_leads_to_its_data(topic):
    """The link of a chart is valid and holds what the chart draws, none of it typed."""
    for step in get_story(topic).topic("ja").steps:
        chart = drawn.chart(topic, step.id, "ja")
        shown = {row.id for row in chart.rows if isinstance(row, Figure)} if chart else set()
        found = selection_of(DATASET, chart.rows) if chart else None
        if found is None:
            continue
        asked = select(DATASET, link(found))
        assert asked == found
        kept = DATASET.figures_of(selected_rows.rows(DATASET, asked))
        values = {(row.measure.id, row.value) for row in kept}
        drawn_values = {
            (row.measure.id, row.value) for row in chart.rows if isinstance(row, Figure)
        }
        assert shown and values & drawn_values, step.id


def test_what_must_not_be_joined_is_refused_with_the_reason():
    """A rule of data/ speaks in the reader's language, and the second measure is not drawn."""
    asked = {"measure": RATES[0], "by": "time", "form": "line", "with": RATES[1]}
    selection = select(DATASET, asked)
    for language, word in (("ja", "分母"), ("en", "denominators")):
        assert word in " ".join(selecting.told(DATASET, selection, language))
    chart = selected.draw(View(DATASET, "ja"), selection)
    assert {row.measure.id for row in chart.rows} == {RATES[0]}
    assert refusal(DATASET, "cards_held", "cards_issued_cumulative").reason == "incomparable"
    assert refusal(DATASET, "issue_rate", "cards_held").reason == "units"
    assert refusal(DATASET, "mynapoint_budget", "giga_budget").reason == "unknown"


def test_what_may_be_compared_shares_a_chart():
    """Two measures that name each other comparable are drawn together, each by its name."""
    asked = {"measure": "issue_rate_by_prefecture", "only": "prefecture_13_tokyo"}
    selection = select(DATASET, {**asked, "form": "line", "with": "issue_rate"})
    chart = selected.draw(View(DATASET, "en"), selection)
    assert {row.measure.id for row in chart.rows} == {"issue_rate_by_prefecture", "issue_rate"}
    assert selecting.told(DATASET, selection, "en") == []


def test_without_its_rule_a_pair_is_refused_as_unknown():
    """What nobody has called comparable is not joined, rule or no rule."""
    free = replace(DATASET, incomparable=())
    assert refusal(free, *RATES).reason == "unknown"


@pytest.mark.parametrize(
    "wish", ["<b>", "９９", "\x00", "nothing", "a" * 500, "%s{x}", "=1+1", ","]
)
def test_nonsense_in_a_link_costs_only_that_part(wish):
    """Whatever a link says a page stands, says what it left out, and shows the rest."""
    parts = dict.fromkeys(("by", "only", "from", "to", "form", "with", "sex", "q"), wish)
    app = open_page("explore", lang="en", measure="issue_rate_by_age_sex", **parts)
    shown = words(app)
    assert not app.exception and "notice trouble" not in shown and "<b>" not in shown
    assert "was left out" in shown and "Issue rate (age and sex)" in shown
    app = open_page("explore", lang="ja", measure=wish)
    assert not app.exception and "名前のデータはありません" in words(app)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_begins_with_questions_and_every_measure(language):
    """Without a choice each question leads to data that is there, and no measure is missing."""
    shown = words(open_page("explore", lang=language))
    for each in DATASET.starting_points:
        asked = {"measure": each.measure.id, "by": each.by, "form": each.form}
        assert select(DATASET, asked).mended == (), each.id
        assert each.question.to(language) in shown
    for measure in breakdowns(DATASET):
        assert f"/explore?lang={language}&amp;measure={measure}" in shown


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "measure", ["issue_rate_by_prefecture", "myna_uses", "court_date", "giga_budget", *RATES]
)
def test_a_measure_is_shown_with_its_source(measure, language):
    """The page names the measure, how it is counted, the sources and the files to take."""
    app = open_page("explore", lang=language, measure=measure)
    shown = words(app)
    assert not app.exception and "notice trouble" not in shown
    assert DATASET.measures[measure].definition.to(language)[:20] in shown.replace("<wbr>", "")
    assert "take=csv" in shown and "take=xlsx" in shown


def test_a_link_restores_all_of_it():
    """Fields and rows stand as the link says on a server that has never seen it."""
    asked = {
        "measure": "issue_rate_by_age_sex",
        "by": "age",
        "sex": "sex_women",
        "only": "age_20_24,age_70_74",
        "form": "table",
        "from": "2021-04-01",
        "to": "2021-04-01",
        "q": "70–74",
    }
    app = open_page("explore", lang="en", **asked)
    boxes = {each.key: each.value for each in app.selectbox}
    assert boxes == {"measure": asked["measure"], "by": "age", "sex": "sex_women"}
    assert app.multiselect(key="only").value == asked["only"].split(",")
    assert app.text_input(key="q").value == "70–74" and len(app.dataframe) == 1
    table = app.dataframe[0].value
    assert list(table["age"]) == ["70–74"] and app.query_params["to"] == "2021-04-01"


def test_fields_write_the_link():
    """Choosing another measure begins anew; places, dates and form are kept in the link."""
    app = open_page("explore", lang="ja", measure="issue_rate_by_prefecture", to="2021-04-01")
    app.multiselect(key="only").set_value(["prefecture_13_tokyo"]).run()
    assert app.query_params["only"] == "prefecture_13_tokyo"
    assert app.query_params["to"] == "2021-04-01"
    app.selectbox(key="measure").set_value("myna_uses").run()
    assert dict(app.query_params) == {"lang": "ja", "measure": "myna_uses"}


@pytest.mark.parametrize("form", ["map", "table"])
def test_files_hold_exactly_what_is_shown(form):
    """CSV and workbook have the rows of the chart or table, with the sources, and no others."""
    asked = {"measure": "issue_rate_by_prefecture", "form": form, "to": "2021-04-01"}
    selection = select(DATASET, asked)
    if form == "map":
        rows = list(selected.draw(View(DATASET, "ja"), selection).rows)
    else:
        rows = rows_found(DATASET, selection, "ja", "東京")[1]
    sheet = io.StringIO(as_csv(rows, DATASET, "ja").decode("utf-8-sig"))
    ids = [row["id"] for row in csv.DictReader(sheet)]
    assert (ids == [row.id for row in rows] and len(ids) == {"map": 47, "table": 1}[form]) or form
    book = workbook(rows_xlsx(export_request(languages=("ja",)), rows, "ja"))
    figures, sources, _ = book.values()
    assert [line[0] for line in figures[1 : len(ids) + 1]] == ids
    assert sources[1][0] == rows[0].source.id
