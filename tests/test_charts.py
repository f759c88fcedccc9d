"""Charts draw the records they are given: true to size, gaps as gaps, nothing mixed."""

from dataclasses import replace

import pytest

from components.charts import bars, chain, flows, gantt, lines, network, panels, parts, spans
from components.charts.looks import DARK, LIGHT
from components.charts.style import wrap
from components.content.languages import Words
from tests.factories import COUNT, SHARE, event, flow, record, texts, view

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("narrow", [False, True])


@BOTH
@ROOMS
def test_bars_begin_at_zero_and_carry_their_values(language, narrow):
    """A bar's length is its value from zero, and the value is written at its end."""
    chart = bars.ranked(view(language, narrow=narrow), [record("10"), record("40")])
    assert tuple(chart.figure.data[0].x) == (10.0, 40.0)
    assert chart.figure.layout.xaxis.range[0] == 0
    assert "10%" in texts(chart) and "40%" in texts(chart)


def test_what_was_only_planned_is_hollow():
    """A planned value is drawn as an outline on the ground colour."""
    chart = bars.ranked(view(), [record("10"), record("40", qualifier="planned")])
    assert chart.figure.data[0].marker.color[1] == LIGHT.ground
    assert chart.figure.data[0].marker.color[0] != LIGHT.ground


def test_bars_refuse_two_measures_that_may_not_be_compared():
    """Two definitions cannot share an axis by accident, only where a measure allows it."""
    other = record("5", measure=replace(SHARE, id="another_share"))
    with pytest.raises(ValueError, match="may not be drawn on one axis"):
        bars.ranked(view(), [record("10"), other])
    friend = replace(other.measure, comparable_with=frozenset({SHARE.id}))
    assert bars.ranked(view(), [record("10"), replace(other, measure=friend)])


def test_bars_refuse_a_gap_and_an_empty_list():
    """A missing value is never drawn as a bar of no length."""
    for rows in ([], [record("", qualifier="not_seen")]):
        with pytest.raises(ValueError):
            bars.ranked(view(), rows)


@BOTH
def test_a_guess_is_drawn_where_it_was_made(language):
    """The reader's guess stands as a line at its value, with a word."""
    chart = bars.ranked(view(language), [record("10")], guess=33)
    assert 33 in {shape.x0 for shape in chart.figure.layout.shapes}
    assert ("予想" if language == "ja" else "guess") in texts(chart)


def test_division_shows_its_arithmetic():
    """An amount per head is the amount divided by the heads, and the sum stands above the bar."""
    yen = replace(COUNT, unit="yen", kind="money")
    chart = bars.divided(view("en"), [record("1000000", measure=yen)], 4)
    assert tuple(chart.figure.data[0].x) == (250000.0,)
    assert "÷ 4" in texts(chart)
    with pytest.raises(ValueError, match="divide"):
        bars.divided(view("en"), [record("1000000", measure=yen)], 0)


@BOTH
@ROOMS
def test_stages_are_apart_and_share_one_range(language, narrow):
    """Each stage is a panel of its own; all panels run over the same range from zero."""
    later = [record("20", "2022-01"), record("10", "2021-01")]
    chart = panels.stages(
        view(language, narrow=narrow), {"first": later, "second": [record("60", "2021-01")]}
    )
    layout = chart.figure.layout
    one, two = (layout.xaxis, layout.xaxis2) if narrow else (layout.yaxis, layout.yaxis2)
    assert one.range == two.range and one.range[0] == 0
    drawn = chart.figure.data[0].x if narrow else chart.figure.data[0].y
    assert tuple(drawn) == (10.0, 20.0), "oldest first"
    assert ("一つめ" if language == "ja" else "First") in texts(chart)


def test_a_panel_refuses_mixed_measures():
    """Inside one panel there is one definition."""
    other = record("5", measure=replace(SHARE, id="another_share"))
    with pytest.raises(ValueError, match="mixes"):
        panels.stages(view(), {"first": [record("10"), other]})


@BOTH
@ROOMS
def test_a_line_breaks_at_a_gap_and_says_so(language, narrow):
    """A month that was not seen breaks the line and is named; nothing is filled in."""
    rows = [record("1", "2023-01"), record("", "2023-02", qualifier="not_seen"),
            record("3", "2023-03")]  # fmt: skip
    chart = lines.over_time(view(language, narrow=narrow), {"first": rows})
    assert tuple(chart.figure.data[0].y) == (1.0, None, 3.0)
    assert chart.figure.data[0].connectgaps is False
    assert ("資料なし" if language == "ja" else "not seen") in texts(chart)
    assert chart.figure.layout.yaxis.range[0] == 0


def test_two_measures_are_two_lines():
    """A change of definition is two separate lines in two styles."""
    other = replace(SHARE, id="another_share")
    series = {"first": [record("1", "2023-01"), record("2", "2023-02")],
              "second": [record("3", "2023-03", measure=other)]}  # fmt: skip
    chart = lines.over_time(view(), series)
    assert len(chart.figure.data) == 2
    assert chart.figure.data[0].line.dash != chart.figure.data[1].line.dash
    with pytest.raises(ValueError, match="mixes"):
        lines.over_time(view(), {"first": [*series["first"], *series["second"]]})


def test_events_stand_at_their_days():
    """An event beside a line is a rule at its own date with its name."""
    rows = [record("1", "2023-01"), record("2", "2024-01")]
    chart = lines.over_time(view("en"), {"first": rows}, marks=[event("2023-05-12")])
    assert "2023-05-12" in {shape.x0 for shape in chart.figure.layout.shapes}
    assert "Something happens" in texts(chart)


def test_parts_lie_end_to_end_and_the_unknown_is_hatched():
    """Known parts and the rest add up along the whole; what is not known has a pattern."""
    whole, known, rest = record("100"), record("30", "2021"), record("70", "2022")
    chart = parts.waterfall(view(), whole, [known], [rest])
    assert tuple(chart.figure.data[0].base) == (0.0, 0.0, 30.0)
    assert tuple(chart.figure.data[0].marker.pattern.shape) == ("", "", "/")


def test_parts_may_not_exceed_their_whole():
    """Parts larger than their whole are refused, not drawn."""
    with pytest.raises(ValueError, match="larger"):
        parts.waterfall(view(), record("100"), [record("101", "2021")])


@BOTH
def test_plans_are_hollow_in_a_chain_and_tell_their_outcome(language):
    """A plan is an open dot with what came of it; what happened is filled. Oldest comes first."""
    plan = event("2023-03-31", is_plan=True, outcome="did_not_happen")
    chart = chain.dated(view(language), [plan, event("2021-10-20")])
    colours = chart.figure.data[0].marker.color
    assert colours[0] != LIGHT.ground and colours[1] == LIGHT.ground
    assert ("実現せず" if language == "ja" else "did not happen") in texts(chart)


@BOTH
@ROOMS
def test_each_status_has_its_line_and_its_word(language, narrow):
    """Colour is never the only sign: a status has a dash of its own and is written out."""
    links = [flow(), flow(id="flow_2", status="status_feared")]
    room = view(language, narrow=narrow)
    for chart in (flows.ledger(room, links),
                  network.network(room, links, columns=[["node_a"], ["node_b"]])):  # fmt: skip
        dashes = {shape.line.dash for shape in chart.figure.layout.shapes if shape.type == "line"}
        assert len(dashes) == 2
        assert ("懸念" if language == "ja" else "feared") in texts(chart)


def test_every_status_has_a_line_style_of_its_own():
    """No two statuses look alike."""
    assert len(set(flows.STYLES.values())) == len(flows.STYLES) == 10


def test_a_network_needs_a_place_for_every_node():
    """A node without a place is an error for the editor, not a link to nowhere."""
    with pytest.raises(ValueError, match="no place"):
        network.network(view(), [flow()], columns=[["node_a"]])


def date_row(value: str, status: str, edge: str):
    """Make a row of a deadline table."""
    dates = replace(SHARE, unit="date", kind="date")
    dims = {"lane": "first", "status": status, "edge": edge}
    return record(value, measure=dates, dims=dims)


def test_plans_are_dashed_and_what_came_is_filled_in_a_gantt():
    """The plan is an outline from the lane's start; the actual period is filled."""
    rows = [date_row("2021-01", "plan_original", "edge_start"),
            date_row("2021-03", "plan_original", "edge_end"),
            date_row("2021-12-31", "actual", "edge_end")]  # fmt: skip
    chart = gantt.deadlines(view(), gantt.periods(rows, lane=("lane",), status="status"))
    (plan,) = chart.figure.layout.shapes
    periods = chart.figure.data[0]
    assert tuple(periods.marker.color) == (LIGHT.ground, LIGHT.main) and plan.line.dash == "dash"
    assert tuple(periods.base) == ("2021-01-01", "2021-01-01")
    assert [each / gantt.DAY for each in periods.x] == [89, 364]
    assert plan.x1 == "2021-03-31", "a month ends on its last day"


def test_a_deadline_without_a_start_is_a_flag():
    """Where only an end is known no bar pretends to know the start."""
    rows = [date_row("2021-03", "actual", "edge_end")]
    chart = gantt.deadlines(view(), gantt.periods(rows, lane=("lane",), status="status"))
    assert chart.figure.layout.shapes[0].x0 == chart.figure.layout.shapes[0].x1


def test_a_span_without_an_end_is_open():
    """What still exists in the year is filled; what has no known end is dashed."""
    known = spans.Span("known", 2010, 2015, record("5"))
    open_ended = spans.Span("open", 2010, None, record("6"))
    chart = spans.lifetimes(view(), [known, open_ended], year=2012)
    bars_drawn = [shape for shape in chart.figure.layout.shapes if shape.type == "rect"]
    assert bars_drawn[0].fillcolor == LIGHT.main and bars_drawn[1].line.dash == "dash"
    gone = spans.lifetimes(view(), [known], year=2020)
    assert gone.figure.layout.shapes[1].fillcolor == LIGHT.ground


@BOTH
def test_every_chart_carries_its_source_line(language):
    """The line with who says it and as of when is part of the figure itself."""
    chart = bars.ranked(view(language), [record("10"), record("20", "2022-01")])
    title = chart.figure.layout.title.text
    assert ("例" if language == "ja" else "Example") in title
    assert ("2021年10月20日〜2022年1月" if language == "ja" else "January 2022") in title


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours as WCAG defines it."""

    def luminance(colour: str) -> float:
        parts_ = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts_]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_colours_stand_out_from_their_ground(look):
    """Text holds 4.5:1 and marks hold 3:1 against the ground in each look."""
    for colour in (look.ink, look.muted, look.main, look.accent):
        assert contrast(colour, look.ground) >= 4.5, colour
    for colour in (look.context, *look.others):
        assert contrast(colour, look.ground) >= 3, colour


def test_labels_wrap_without_losing_anything():
    """Wrapping keeps every character, whole words, and no line that begins with 、。"""
    words = "オンライン資格確認の運用、ABC facilities that began。"
    wrapped = wrap(words, 12)
    assert wrapped.replace("<br>", "").replace(" ", "") == words.replace(" ", "")
    assert not any(line[0] in "、。" for line in wrapped.split("<br>"))
    assert "facilities" in wrapped


def test_hover_names_value_date_and_source():
    """A touched mark says what it is, its value, its date and who says so."""
    chart = bars.ranked(view("en"), [record("10", label=Words("例", "Only example"))])
    tip = chart.figure.data[0].hovertemplate[0]
    assert all(word in tip for word in ("Only example", "10%", "20 October 2021", "ministry"))


@BOTH
def test_two_dates_in_one_month_can_be_told_apart(language):
    """Where a month stands twice under the bars, the days are written too."""
    rows = [record("1", "2021-10-10"), record("2", "2021-10-20"), record("3", "2022-01-23")]
    ticks = panels.stages(view(language), {"first": rows}).figure.layout.xaxis.ticktext
    assert len(set(ticks)) == 3 and "10" in ticks[0] and "20" in ticks[1]
    assert "23" not in ticks[2]
