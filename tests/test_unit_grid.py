"""A square for each of many: exact in number, few in marks, whole on a stage."""

from dataclasses import replace

import pytest

from components.charts import unit_grid
from components.charts.chart import PAGE, PHONE, PRESENTER
from tests.factories import flow, record, texts, view


def area(chart, colour: str) -> float:
    """Add up what boxes of a colour cover."""
    boxes = [each for each in chart.figure.layout.shapes if each.fillcolor == colour]
    return sum(abs((each.x1 - each.x0) * (each.y1 - each.y0)) for each in boxes)


@pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_as_many_squares_are_filled_as_are_counted(canvas, language):
    """The filled part is to all squares as the part is to the whole, with less than 150 marks."""
    drawn = replace(view(language), canvas=canvas)
    some, whole = record("32"), record("1741", id="whole")
    chart = unit_grid.some_of(drawn, some, whole, [flow(), flow(id="flow_2", start="node_c")])
    shapes = chart.figure.layout.shapes
    filled = area(chart, drawn.theme.accent)
    grey = {each.fillcolor for each in shapes if each.type == "rect"} - {drawn.theme.accent}
    assert any(filled / area(chart, colour) == pytest.approx(32 / 1741) for colour in grey)
    assert len(shapes) < 150
    assert (
        "node_c" in texts(chart)
        and texts(chart).count("使用中" if language == "ja" else "in use") == 2
    )
    assert chart.height <= (canvas.height or 9999)


def test_more_than_the_whole_or_a_gap_is_refused():
    """A part that is larger than its whole, or nothing at all, is not drawn."""
    for some, whole in (("33", "32"), ("", "32"), ("3", "")):
        with pytest.raises(ValueError, match="not a part"):
            unit_grid.some_of(view(), record(some), record(whole, id="whole"))
