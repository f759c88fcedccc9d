"""Every chart as a picture without a browser: whole, well-formed, and lettered as the figure is."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.charts import columns, gantt
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.controls import default_values
from components.charts.static import lettering, still
from components.charts.static.marks import Box, Text
from components.data.dataset import load_dataset
from components.text.story import get_story
from tests.factories import SHARE, draw, record, view
from tests.screens import TOPICS

LANGUAGES = ("ja", "en")
SVG = "{http://www.w3.org/2000/svg}"


def close(text: str) -> str:
    """Take out markup and spaces, which a picture sets its own way."""
    return re.sub(r"\s+", "", re.sub(r"</?[a-z]+ ?/?>", "", text))


def wanted(chart) -> list[str]:
    """Give the words of every annotation, bar and label of a figure."""
    notes = [note.text for note in chart.figure.layout.annotations]
    bars = [text for trace in chart.figure.data if "text" in trace for text in trace.text or ()]
    labels = [shape.label.text for shape in chart.figure.layout.shapes]
    return [close(str(each)) for each in (*notes, *bars, *labels) if each]


@pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_chart_becomes_a_picture_with_all_its_words(topic, language, canvas):
    """In each room and language: well-formed SVG, named, holding every word of the figure."""
    story = get_story(topic)
    for step in story.topic(language).steps:
        drawing = story.drawing(step.chart)
        if drawing is None:
            continue
        here = View(load_dataset(), language, canvas=canvas, words=step.words)
        first = drawing(here, **default_values(drawing))
        rest = (
            drawing(replace(here, page_index=part), **default_values(drawing))
            for part in range(1, first.page_count)
        )
        for chart in (first, *rest):
            drawn = still.svg(chart, canvas.width, name='"a" & <b>')
            tree = ElementTree.fromstring(drawn)
            assert tree.get("aria-label") == '"a" & <b>'
            shown = close("\n".join("".join(each.itertext()) for each in tree.iter(f"{SVG}text")))
            for words in wanted(chart):
                assert words in shown, (step.id, words)
            assert not re.search(r'="(?:[^"]*[ ,])?-?(?:nan|inf)[" ,]', drawn)


def test_columns_on_a_time_axis_stand_where_they_do_on_the_screen():
    """A column as wide as its month, between the days it covers."""
    rows = [record("5", "2021-01-01/2021-02-01"), record("10", "2021-02-01/2021-03-01")]
    chart = draw(columns.over_time, view(), rows)
    boxes = [mark for mark in still.marks(chart, 912) if isinstance(mark, Box)]
    first, second = (box for box in boxes if box.fill and box.fill != "#FFFFFF")
    assert 200 < first.width < 500 and 0.98 < second.height / first.height / 2 < 1.02
    assert first.left + first.width < second.left


def test_periods_begin_and_end_on_their_days():
    """A bar of a Gantt chart runs from its first day to its last."""
    dates = replace(SHARE, unit="date", kind="date")

    def row(value, edge):
        dims = {"lane": "first", "status": "actual", "edge": edge}
        return record(value, measure=dates, dims=dims)

    rows = [row("2021-01-01", "edge_start"), row("2021-12-31", "edge_end")]
    chart = draw(gantt.deadlines, view(), rows, lane=("lane",), status="status")
    marks = still.marks(chart, 912)
    bar = next(mark for mark in marks if isinstance(mark, Box))
    year = [mark for mark in marks if isinstance(mark, Text) and mark.text in ("2021年", "2022年")]
    assert abs(bar.left - year[0].x) < 1
    assert chart.figure.layout.xaxis.tickvals[0] == "2021-01-01"


def test_a_kind_of_trace_we_never_use_is_refused():
    """A pie is no chart of ours, and is not left out in silence."""
    chart = draw(columns.over_time, view(), [record("5", "2021-01-01/2021-02-01")])
    figure = chart.figure.to_plotly_json()
    chart = replace(
        chart,
        figure=type(chart.figure)(
            {"data": [{"type": "pie", "values": [1]}], "layout": figure["layout"]}
        ),
    )
    with pytest.raises(ValueError, match="pie"):
        still.marks(chart, 912)


def test_words_on_a_line_stand_on_a_ground_of_their_own():
    """Between two words of a label the line behind them is not seen, as in the live chart."""
    words = lettering.words(
        "to <b>join</b>",
        50,
        40,
        {"size": 10, "color": "#000"},
        across="center",
        down="middle",
        ground="#fff",
    )
    patch = lettering.patch(words)
    assert patch.left < 40 and patch.left + patch.width > 60
    assert words.top < patch.top < patch.top + patch.height < words.top + words.height
    assert still.written(words).startswith('<rect x="')
