"""Counts that must not be added stand apart: a revised one in steps, and voices side by side."""

from dataclasses import replace

import pytest

from components.charts import by_source
from components.charts.by_source import Voice
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.revised import revised_counts
from components.charts.static.still import marks
from components.charts.static.trace_marks import Line
from components.data.frames import to_frame
from tests.factories import BOOK, COUNT, record

ROOMS = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
REPORTS = [
    record("70", "2023-05-12", measure=COUNT),
    record("84", "2023-08-08", measure=COUNT),
    record("92", "2024-05-15", measure=COUNT),
]
OTHERS = [record("9000", "2023-12-12", measure=replace(COUNT, id="other_count"))]


def view(canvas, *rows) -> View:
    """Make a view on a dataset that knows some records."""
    return View(replace(BOOK, figures={row.id: row for row in rows}), "ja", canvas=canvas)


def words(chart) -> str:
    """Join what a figure says."""
    return " ".join(note.text for note in chart.figure.layout.annotations)


@ROOMS
def test_a_revised_count_is_a_line_in_steps_and_no_other_count_shares_its_scale(canvas):
    """Between two reports the line stays level; another count is told, and never drawn to scale."""
    others = to_frame(OTHERS).assign(by="first")
    on = view(canvas, *REPORTS, *OTHERS)
    chart = revised_counts(on, to_frame(REPORTS), others, by="by")
    assert [row.value for line in chart.series for row in line.rows] == ["70", "84", "92"]
    assert chart.figure.layout.yaxis.range[1] < 9000
    assert "9,000件" in words(chart) and "一つめ" in words(chart)
    assert {row.id for row in chart.rows} == {row.id for row in [*REPORTS, *OTHERS]}
    path = max(
        (mark for mark in marks(chart, canvas.width) if isinstance(mark, Line)),
        key=lambda mark: len(mark.points),
    )
    ways = zip(path.points, path.points[1:], strict=False)
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in ways), "the still draws slopes"


@ROOMS
def test_voices_have_bars_on_one_scale_and_parts_end_to_end(canvas):
    """What two voices counted is as long as it is large, and the parts of a whole fill it."""
    whole, one, two = (record(value, "2022", measure=COUNT) for value in ("100", "40", "60"))
    other = record("50", "2021", measure=replace(COUNT, id="other_count"))
    voices = {
        Voice("first", parts_of=whole.id): to_frame([whole, one, two]),
        Voice("second"): to_frame([other]),
    }
    chart = by_source.side_by_side(view(canvas, whole, one, two, other), voices)
    (bars,) = (trace for trace in chart.figure.data if trace.type == "bar")
    lengths = [length / bars.x[0] for length in bars.x]
    assert lengths == pytest.approx([1, 0.4, 0.6, 0.5])
    assert bars.base[2] == pytest.approx(bars.base[1] + bars.x[1])
    assert "一つめ" in words(chart) and "二つめ" in words(chart)


def test_voices_in_different_units_are_refused():
    """Yen and people have no common scale."""
    rows = [record("1"), record("2", measure=COUNT)]
    voices = {Voice("first"): to_frame(rows)}
    with pytest.raises(ValueError, match="different units"):
        by_source.side_by_side(view(PAGE, *rows), voices)
