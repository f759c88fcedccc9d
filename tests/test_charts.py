"""Charts draw the records they are given: true to size, gaps as gaps, nothing mixed."""

from dataclasses import replace

import pytest

from components.charts import bars, lines, panels, parts
from components.charts.text_width import text_width, wrap_text
from components.charts.themes import DARK, LIGHT
from components.data.languages import Localized
from tests.factories import COUNT, SHARE, draw, event, record, texts, view

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("narrow", [False, True])


@BOTH
@ROOMS
def test_bars_begin_at_zero_and_carry_their_values(language, narrow):
    """A bar's length is its value from zero, and the value is written at its end."""
    chart = draw(bars.ranked, view(language, narrow=narrow), [record("10"), record("40")])
    assert tuple(chart.figure.data[0].x) == (10.0, 40.0)
    assert chart.figure.layout.xaxis.range[0] == 0
    assert "10%" in texts(chart) and "40%" in texts(chart)


def test_what_was_only_planned_is_hollow():
    """A planned value is drawn as an outline on the ground colour."""
    chart = draw(bars.ranked, view(), [record("10"), record("40", qualifier="planned")])
    assert chart.figure.data[0].marker.color[1] == LIGHT.ground
    assert chart.figure.data[0].marker.color[0] != LIGHT.ground


def test_bars_refuse_two_measures_that_may_not_be_compared():
    """Two definitions cannot share an axis by accident, only where a measure allows it."""
    other = record("5", measure=replace(SHARE, id="another_share"))
    with pytest.raises(ValueError, match="may not be drawn on one axis"):
        draw(bars.ranked, view(), [record("10"), other])
    friend = replace(other.measure, comparable_with=frozenset({SHARE.id}))
    friendly = replace(other, measure=friend, unit=friend.unit)
    assert draw(bars.ranked, view(), [record("10"), friendly])


def test_bars_refuse_a_gap_and_an_empty_list():
    """A missing value is never drawn as a bar of no length."""
    for rows in ([], [record("", qualifier="not_seen")]):
        with pytest.raises(ValueError):
            draw(bars.ranked, view(), rows)


@BOTH
def test_names_of_bars_and_parts_stay_within_a_phone(language):
    """No line of a name is wider than the drawing, also in Latin letters, which are wider."""
    long = Localized(
        "長い名前の付いた項目の実際に使われた額" * 3, "An item with a rather long name " * 3
    )
    rows = [record("10", label=long), record("40", label=long)]
    canvas = view(language, narrow=True)
    for chart in (draw(bars.ranked, canvas, rows), draw(parts.waterfall, canvas, rows[::-1])):
        for note in chart.figure.layout.annotations:
            for line in note.text.replace("<b>", "").replace("</b>", "").split("<br>"):
                assert text_width(line, note.font.size) <= canvas.canvas.width, line


@BOTH
def test_a_guess_is_drawn_where_it_was_made(language):
    """The reader's guess stands as a line at its value, with a word."""
    chart = draw(bars.ranked, view(language), [record("10")], guess=33)
    assert 33 in {shape.x0 for shape in chart.figure.layout.shapes}
    assert ("予想" if language == "ja" else "guess") in texts(chart)


@ROOMS
def test_a_guess_never_runs_through_a_number(narrow):
    """The line of a guess lies behind names and values, which cover it, and has its word."""
    canvas = view(narrow=narrow)
    rows = [record("10"), record("40", "2022-01")]
    for chart in (
        draw(bars.ranked, canvas, rows, guess=12),
        draw(panels.stages, canvas, {"first": rows}, guess=12, guessed="first"),
    ):
        dashed = [shape for shape in chart.figure.layout.shapes if shape.line.dash == "dash"]
        assert [shape.layer for shape in dashed] == ["below"]
        assert "予想" in texts(chart)
        if narrow:
            assert LIGHT.ground in chart.figure.data[0].textfont.shadow


def test_division_shows_its_arithmetic():
    """An amount per head is the amount divided by the heads, and the sum stands above the bar."""
    yen = replace(COUNT, unit="yen", kind="money")
    chart = draw(bars.divided, view("en"), [record("1000000", measure=yen)], 4)
    assert tuple(chart.figure.data[0].x) == (250000.0,)
    assert "÷ 4" in texts(chart)
    with pytest.raises(ValueError, match="divide"):
        draw(bars.divided, view("en"), [record("1000000", measure=yen)], 0)


@BOTH
@ROOMS
def test_stages_are_apart_and_share_one_range(language, narrow):
    """Each stage is a panel of its own; all panels run over the same range from zero."""
    later = [record("20", "2022-01"), record("10", "2021-01")]
    chart = draw(
        panels.stages,
        view(language, narrow=narrow),
        {"first": later, "second": [record("60", "2021-01")]},
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
        draw(panels.stages, view(), {"first": [record("10"), other]})


@BOTH
@ROOMS
def test_a_line_breaks_at_a_gap_and_says_so(language, narrow):
    """A month that was not seen breaks the line and is named; nothing is filled in."""
    rows = [
        record("1", "2023-01"),
        record("", "2023-02", qualifier="not_seen"),
        record("3", "2023-03"),
    ]
    chart = draw(lines.over_time, view(language, narrow=narrow), {"first": rows})
    assert tuple(chart.figure.data[0].y) == (1.0, None, 3.0)
    assert chart.figure.data[0].connectgaps is False
    assert ("資料なし" if language == "ja" else "not seen") in texts(chart)
    assert chart.figure.layout.yaxis.range[0] == 0


def test_two_measures_are_two_lines():
    """A change of definition is two separate lines in two styles."""
    other = replace(SHARE, id="another_share")
    series = {
        "first": [record("1", "2023-01"), record("2", "2023-02")],
        "second": [record("3", "2023-03", measure=other)],
    }
    chart = draw(lines.over_time, view(), series)
    assert len(chart.figure.data) == 2
    assert chart.figure.data[0].line.dash != chart.figure.data[1].line.dash
    with pytest.raises(ValueError, match="mixes"):
        draw(lines.over_time, view(), {"first": [*series["first"], *series["second"]]})


def test_events_stand_at_their_days():
    """An event beside a line is a rule at its own date with its name."""
    rows = [record("1", "2023-01"), record("2", "2024-01")]
    chart = draw(lines.over_time, view("en"), {"first": rows}, marks=[event("2023-05-12")])
    assert "2023-05-12" in {shape.x0 for shape in chart.figure.layout.shapes}
    assert "Something happens" in texts(chart)


@BOTH
def test_every_chart_carries_its_source_line(language):
    """The line with who says it and as of when is part of the figure itself."""
    chart = draw(bars.ranked, view(language), [record("10"), record("20", "2022-01")])
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


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_colours_stand_out_from_their_ground(theme):
    """Text holds 4.5:1 and marks hold 3:1 against the ground in each look."""
    for colour in (theme.ink, theme.muted, theme.main, theme.accent):
        assert contrast(colour, theme.ground) >= 4.5, colour
    for colour in (theme.context, *theme.others):
        assert contrast(colour, theme.ground) >= 3, colour


def test_labels_wrap_without_losing_anything():
    """Wrapping keeps every character, whole words, and no line that begins with 、。"""
    words = "オンライン資格確認の運用、ABC facilities that began。"
    wrapped = wrap_text(words, 6.24)
    assert wrapped.replace("<br>", "").replace(" ", "") == words.replace(" ", "")
    assert not any(line[0] in "、。" for line in wrapped.split("<br>"))
    assert "facilities" in wrapped


@BOTH
def test_dates_beside_lying_bars_can_be_told_apart(language):
    """On a phone, too, two dates of one month are written with their days."""
    rows = [record("1", "2021-10-10"), record("2", "2021-10-20"), record("3", "2022-01-23")]
    ticks = draw(
        panels.stages, view(language, narrow=True), {"first": rows}
    ).figure.layout.yaxis.ticktext
    assert len(set(ticks)) == 3 and "10" in ticks[0] and "20" in ticks[1]
    assert "23" not in ticks[2]


def test_hover_names_value_date_and_source():
    """A touched mark says what it is, its value, its date and who says so."""
    chart = draw(bars.ranked, view("en"), [record("10", label=Localized("例", "Only example"))])
    tip = chart.figure.data[0].hovertemplate[0]
    assert all(word in tip for word in ("Only example", "10%", "20 October 2021", "ministry"))


@BOTH
def test_two_dates_in_one_month_can_be_told_apart(language):
    """Where a month stands twice under the bars, the days are written too."""
    rows = [record("1", "2021-10-10"), record("2", "2021-10-20"), record("3", "2022-01-23")]
    ticks = draw(panels.stages, view(language), {"first": rows}).figure.layout.xaxis.ticktext
    assert len(set(ticks)) == 3 and "10" in ticks[0] and "20" in ticks[1]
    assert "23" not in ticks[2]
