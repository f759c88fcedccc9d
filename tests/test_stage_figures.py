"""Charts for the stage: they fit it, and every look and guess is the drawing we would make."""

import copy
from dataclasses import replace

import pytest

from components.charts.chart import PRESENTER, View
from components.charts.controls import default_values, guess_of
from components.charts.themes import SMALL_SIZE, THEMES
from components.data.dataset import load_dataset
from components.presenter import figures
from components.text.story import get_story
from tests.screens import TOPICS

CHARTS = [
    pytest.param(topic, step.number, id=f"{topic}-{step.id}")
    for topic in TOPICS
    for step in get_story(topic).topic("ja").steps
    if step.chart
]


def sizes(value):
    """Give every font size in a figure."""
    for name, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, dict | list):
            if str(name).endswith("font") and isinstance(part, dict) and "size" in part:
                yield part["size"]
            yield from sizes(part)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("topic", "number"), CHARTS)
def test_every_chart_fits_the_stage(topic, number, language):
    """On the stage a chart keeps to the height, in parts if need be, with no small print."""
    step = get_story(topic).topic(language).steps[number - 1]
    drawing = get_story(topic).drawing(step.chart)
    view = View(load_dataset(), language, words=step.words)
    pages = range(figures.drawn(view, drawing, 0)[0].page_count)
    parts = [figures.drawn(view, drawing, page) for page in pages]
    for chart, figure in parts:
        assert chart.height <= PRESENTER.height and chart.rows
        assert not figure["layout"]["title"].get("text"), "the stage has its own source line"
        assert min(sizes(figure)) >= SMALL_SIZE


def put(figure, path, value):
    *names, last = path.split(".")
    for name in names:
        figure = figure[int(name) if isinstance(figure, list) else name]
    figure[int(last) if isinstance(figure, list) else last] = value


@pytest.mark.parametrize(("topic", "number"), CHARTS)
def test_a_look_changes_colours_alone(topic, number):
    """The figure sent, with a look's changes, is the figure drawn in that look."""
    step = get_story(topic).topic("ja").steps[number - 1]
    drawing = get_story(topic).drawing(step.chart)
    _, figure = figures.drawn(View(load_dataset(), "ja", words=step.words), drawing, 0)
    for theme in (each for each in THEMES.values() if each.name in figure["looks"]):
        dressed = copy.deepcopy({"data": figure["data"], "layout": figure["layout"]})
        for path, value in figure["looks"][theme.name]:
            assert str(value).startswith(("#", "rgb")), (path, value)
            put(dressed, path, value)
        seen = View(load_dataset(), "ja", theme, PRESENTER, step.words)
        chart = drawing(seen, **default_values(drawing))
        assert dressed == figures.bare(chart)


def test_two_figures_of_different_build_are_not_taken_for_looks():
    """A drawing that builds itself differently in another look is refused, not half recoloured."""
    with pytest.raises(ValueError, match="differently"):
        figures.differences({"a": [1, 2]}, {"a": [1]})


@pytest.mark.parametrize("topic", TOPICS)
def test_any_guess_stands_where_it_was_made(topic):
    """Between the lowest and the highest guess, what the player moves stands where we draw it."""
    for step in get_story(topic).topic("ja").steps:
        drawing = get_story(topic).drawing(step.chart)
        asked = guess_of(drawing)
        if not asked:
            continue
        name, guess = asked
        seen = View(load_dataset(), "ja", words=step.words)
        figure = figures.guessed(seen, drawing, name, guess)
        middle = (guess.low + guess.high) // 2
        share = (middle - guess.low) / (guess.high - guess.low)
        moved = copy.deepcopy({"data": figure["data"], "layout": figure["layout"]})
        for path, low, high in figure["moves"]:
            put(moved, path, low + (high - low) * share)
        drawn = figures.bare(drawing(replace(seen, canvas=PRESENTER), **{name: middle}))
        for mark, ours in zip(drawn["layout"]["shapes"], moved["layout"]["shapes"], strict=True):
            assert [mark.get(each) for each in ("x0", "y0")] == pytest.approx(
                [ours.get(each) for each in ("x0", "y0")]
            )


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [
            each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_colour_stands_out_in_every_look(theme):
    """Bars and lines hold 3:1 against their ground in each look, whatever is written 4.5:1."""
    assert contrast(theme.context, theme.ground) >= 3
    for colour in (theme.ink, theme.muted, theme.main, theme.accent, *theme.others):
        assert contrast(colour, theme.ground) >= 4.5, colour
    assert contrast(theme.ink, theme.aside) >= 4.5 and contrast(theme.muted, theme.aside) >= 4.5
