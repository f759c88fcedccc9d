"""Charts of links: every link is drawn, its status stands as a word, a stage's height is kept."""

from dataclasses import replace
from datetime import date

import pytest

from components.charts import status_lines, text_table, time_axis
from components.charts.chart import PAGE, PHONE, PRESENTER
from components.charts.decision import Branch, decision
from components.charts.link_frames import Looks
from components.charts.link_rows import link_rows
from components.charts.object_cards import object_cards
from components.charts.text_width import text_width
from components.charts.themes import LABEL_SIZE
from components.data.languages import Localized
from components.data.links import System
from components.text.cells import cells, columns_for
from tests.factories import NONE, SOURCE, flow, record, texts, view

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
USED = {"ja": "使用中", "en": "in use"}
FEARED = {"ja": "懸念", "en": "feared"}


def look(language, canvas):
    return replace(view(language), canvas=canvas)


def system(**changes) -> System:
    plain = System(
        id="node_a",
        topic="example",
        field="first",
        run_by=Localized("例の省", "Example ministry"),
        identifier=Localized("番号", "a number"),
        data=Localized("記録", "records"),
        status="status_in_use",
        source=SOURCE,
        place=NONE,
        as_of="2021",
        confidence="high",
        checked="2021-02-01",
    )
    return replace(plain, **changes)


@LANGUAGES
@ROOMS
def test_a_cell_shows_the_strongest_status_once(language, canvas):
    """What is in use hides what is feared; a field without links shows no status."""
    links = [flow(), flow(id="flow_2", status="status_feared")]
    cells_ = {"identifier_x": {"first": links, "second": []}}
    chart = text_table.status_matrix(look(language, canvas), cells_, fields=("first", "second"))
    assert texts(chart).count(USED[language]) == 1
    assert FEARED[language] not in texts(chart)
    assert {row.id for row in chart.rows} == {"flow_1", "flow_2"}


@ROOMS
def test_a_chip_wears_the_look_of_its_status_or_stands_out(canvas):
    """Used and feared differ in colour and in line; the link of the headline has the accent."""
    flows = flow(), flow(id="flow_2", status="status_feared"), flow(id="flow_3")
    cells_ = {f"row_{each.id}": {"first": [each]} for each in flows}
    drawn = look("ja", canvas)
    chart = text_table.status_matrix(drawn, cells_, fields=("first",), highlight=["flow_3"])
    chips = [each.line for each in chart.figure.layout.shapes if each.type == "rect"]
    assert len({each.color for each in chips}) == 3
    assert [each.dash for each in chips] == ["solid", "2px,4px", "solid"]
    assert chips[2].color == drawn.theme.accent


def test_what_exists_is_stronger_than_what_is_planned_or_feared():
    """The order of statuses goes from what is there to what is only spoken of."""
    order = ["status_feared", "status_planned", "status_in_use", "status_criticised"]
    links = [flow(status=status) for status in order]
    assert status_lines.strongest(links) == "status_in_use"
    assert status_lines.strongest([links[0], links[1]]) == "status_planned"
    assert status_lines.strongest([links[0], links[3]]) == "status_criticised"
    with pytest.raises(ValueError):
        status_lines.strongest([])


def test_a_matrix_without_links_is_refused():
    """An empty frame is never drawn."""
    with pytest.raises(ValueError, match="no flows"):
        text_table.status_matrix(view(), {"identifier_x": {"first": []}}, fields=("first",))


@LANGUAGES
@ROOMS
def test_cards_say_who_runs_a_system(language, canvas):
    """Each record's words stand on its card; on a stage, too, none that is kept is left out."""
    columns, drawn = ("name", "run_by", "identifier"), look(language, canvas)
    things = [("server", system(id=f"node_{place}")) for place in range(9)]
    first = object_cards(drawn, things, columns, keep=2)
    pages = [
        object_cards(replace(drawn, page_index=place), things, columns, keep=2)
        for place in range(first.page_count)
    ]
    assert [row.id for each in pages for row in each.rows] == [row.id for _, row in things]
    for said in ("例の省", "番号") if language == "ja" else ("Example ministry", "a number"):
        assert sum(texts(each).replace("<br>", " ").count(said) for each in pages) == len(things)
    with pytest.raises(ValueError, match="nothing to draw"):
        object_cards(drawn, [], columns)


@LANGUAGES
def test_a_system_is_listed_with_its_runner_and_identifier(language):
    """The table and the CSV of a system say who runs it, its identifier and its status."""
    written = cells(view(language).dataset, system(), language)
    assert set(columns_for([system()])) <= set(written)
    assert written["status"] == USED[language]
    assert written["identifier"] == ("番号" if language == "ja" else "a number")


def test_a_link_without_a_named_identifier_tells_what_passes():
    """That no identifier is named is no news: beside such a link stands its data alone."""
    silent, named = flow(identifier="identifier_not_stated"), flow()
    assert not status_lines.names_identifier(silent) and status_lines.names_identifier(named)
    for canvas in (PAGE, PHONE, PRESENTER):
        chart = link_rows(replace(view(), canvas=canvas), [silent])
        assert "記録" in texts(chart) and "〔" not in texts(chart)


def test_values_left_of_their_points_stay_inside_a_phone():
    """Before the first day there is room for the longest value written left of its point."""
    rows = [record("1", "2021-01-01"), record("64088852", "2021-02-01"), record("9", "2024-01-01")]
    axis = time_axis.axis_for(view(narrow=True), {"first": rows}, ["2021-02-01"], margin=8)
    low, high = map(date.fromisoformat, axis["range"])
    at = (rows[1].day - low) / (high - low) * (PHONE.width - 8)
    assert at >= text_width(time_axis.value(view(narrow=True), rows[1]), LABEL_SIZE)


def boxes(chart, edge: str) -> list:
    return [
        each
        for each in chart.figure.layout.shapes
        if each.type == "rect" and each.line.color == edge
    ]


@ROOMS
def test_neighbours_with_one_end_share_its_frame_and_answers_return(canvas):
    """A question and its answer stand between the same two frames, with arrows both ways."""
    asked, told = flow(), flow(id="flow_2", start="node_b", end="node_a")
    drawn = look("ja", canvas)
    chart = link_rows(drawn, [asked, told])
    assert len(boxes(chart, drawn.theme.ink)) == 2
    heads = [each for each in chart.figure.layout.annotations if each.showarrow]
    assert heads[0].x > drawn.canvas.width / 2 > heads[1].x


@ROOMS
def test_a_group_frames_its_nodes_under_its_name(canvas):
    """Nodes in one hand stand in one frame, each named beside its link."""
    flows = flow(), flow(id="flow_2", start="node_c", end="node_c")
    looks = Looks(groups={"node_a": "hand", "node_c": "hand"}, locked=["flow_1"])
    drawn = look("ja", canvas)
    chart = link_rows(drawn, flows, looks)
    assert "hand" in texts(chart) and "node_c" in texts(chart)
    assert any(each.type == "circle" for each in chart.figure.layout.shapes)


def test_links_out_of_focus_are_grey_and_the_one_of_the_headline_stands_out():
    """Who takes a view keeps its links in colour; the others keep their words."""
    flows = flow(), flow(id="flow_2", end="node_c")
    theme = view().theme
    chart = link_rows(view(), flows, Looks(focus=["node_c"], highlight=["flow_2"]))
    lines = [each.line.color for each in chart.figure.layout.shapes if each.type == "line"]
    assert lines == [theme.rule, theme.accent]
    with pytest.raises(ValueError, match="no flows"):
        link_rows(view(), [])


@LANGUAGES
@ROOMS
def test_a_question_shows_every_answer_and_what_is_open(language, canvas):
    """Each answer has its arrow and its box; what nobody knows is dashed in the accent."""
    drawn = look(language, canvas)
    branches = [
        Branch("yes", "a danger", feared=[flow(status="status_feared")]),
        Branch("who knows", "not established", is_open=True),
    ]
    chart = decision(drawn, "stays?", branches, rows=[flow()])
    for words in ("stays?", "yes", "a danger", "who knows", "not established"):
        assert words in texts(chart)
    assert [each.line.dash for each in boxes(chart, drawn.theme.accent)] == ["6px,4px"]
    assert sum(each.showarrow is True for each in chart.figure.layout.annotations) == 2
    with pytest.raises(ValueError, match="no answers"):
        decision(drawn, "stays?", [], rows=[])


@ROOMS
def test_a_touch_on_a_link_tells_who_says_so(canvas):
    """Rows and chips answer a touch with status, ends, what passes, and the publisher."""
    drawn, one = look("en", canvas), flow()
    matrix = text_table.status_matrix(drawn, {"row": {"first": [one]}}, fields=("first",))
    for chart in (link_rows(drawn, [one]), matrix):
        (words,) = chart.figure.data[0].hovertemplate
        for said in ("in use", "Node A", "records", one.source.publisher.en):
            assert said in words
