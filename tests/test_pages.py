"""Every page opens, step by step, in both languages, also as the first link ever opened."""

import re
from html import escape

import pytest

from components.charts.controls import (
    DateSlider,
    Guess,
    NumberInput,
    Select,
    Slider,
    controls_of,
    default_values,
)
from components.data.dataset import load_dataset
from components.text.story import get_story
from tests.screens import PAGES, TOPICS, answer, charts, follow, open_page, words

LANGUAGES = ("ja", "en")
STEPS = [(topic, step.number) for topic in TOPICS for step in get_story(topic).topic("ja").steps]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_link_opens_the_page_it_names(page, language):
    """A shared link opens its page in its language, with its title and without an error."""
    app = open_page(page, lang=language)
    assert not app.exception
    assert f">{escape(get_story(page).topic(language).title)}</h1>" in words(app).replace(
        "<wbr>", ""
    )
    assert "notice trouble" not in words(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("topic", "number"), STEPS)
def test_a_link_opens_the_step_it_names(topic, number, language):
    """A step's link shows it, with its chart (or question first) and each number's record."""
    step = get_story(topic).topic(language).steps[number - 1]
    app = open_page(topic, lang=language, step=str(number))
    assert not app.exception
    if step.question:
        asked = words(app)
        assert str(step.question.text) in re.sub("<[^>]*>", "", asked)
        for target in re.findall(r'popovertarget="([^"]+)"', asked):
            assert f'id="{target}"' in asked, target
        assert charts(app) == []
        answer(app)
    shown = words(app)
    assert f'id="{step.id}"' in shown
    assert len(charts(app)) == bool(step.chart)
    assert "notice trouble" not in shown
    assert "（記録なし）" not in shown and "(no record)" not in shown
    for target in set(re.findall(r'popovertarget="([^"]+)"', shown)):
        assert shown.count(f'id="{target}"') == 1, target


@pytest.mark.parametrize("topic", TOPICS)
def test_all_steps_can_be_read_in_one_piece(topic):
    """step=all shows every step that asks no question first."""
    app = open_page(topic, lang="ja", step="all")
    assert not app.exception
    for step in get_story(topic).topic("ja").steps:
        assert step.question or f'id="{step.id}"' in words(app)


@pytest.mark.parametrize(
    ("asked", "number"),
    [("0", 1), ("-3", 1), ("999", -1), ("１", 1), ("²", 1), ("1e309", 1), ("<b>", 1)],
)
def test_a_step_that_does_not_exist_gives_the_nearest(asked, number):
    """Whatever a link asks for, a valid step is shown, and a plain sentence says so."""
    steps = get_story("health_insurance").topic("en").steps
    app = open_page("health_insurance", lang="en", step=asked)
    assert not app.exception
    expected = steps[number - 1] if number > 0 else steps[number]
    assert app.query_params["step"] == str(expected.number)
    assert "There is no step of that number" in words(app)
    assert asked not in words(app) or asked.isdigit()


def test_a_language_that_does_not_exist_gives_japanese():
    """An unknown language is answered in Japanese, and says so; en-GB counts as English."""
    app = open_page("overview", lang="fr")
    assert app.query_params["lang"] == "ja"
    assert "このことばの画面はない" in words(app)
    assert open_page("overview", lang="en-GB").query_params["lang"] == "en"


def test_the_language_control_changes_the_words_and_the_link():
    """Choosing a language changes the page and the link, and keeps the step."""
    app = open_page("health_insurance", lang="ja", step="2")
    follow(app, "English")
    assert app.query_params["lang"] == "en"
    assert app.query_params["step"] == "2"
    assert get_story("health_insurance").topic("en").title in words(app)


def test_a_run_the_browser_asks_for_leaves_the_link_alone():
    """What the browser says in a run is not taken out by a new link, which would undo its moves."""
    link = {"lang": "en", "step": "2", "view": "present", "tell": "again"}
    assert dict(open_page("mynapoint", **link).query_params) == link
    app = open_page("mynapoint", lang="en", tell="wide")
    assert dict(app.query_params) == {"lang": "en", "step": "1"}


def test_next_and_previous_walk_the_steps():
    """The ways below a step lead on and back, and the link follows."""
    app = open_page("health_insurance", lang="ja")
    follow(app, "next")
    assert app.query_params["step"] == "2"
    follow(app, "previous")
    assert app.query_params["step"] == "1"


def controls():
    """List every choice a reader has, over all topics."""
    for topic in TOPICS:
        for step in get_story(topic).topic("ja").steps:
            drawing = get_story(topic).drawing(step.chart)
            for name, choice in controls_of(drawing).items() if drawing else ():
                default = default_values(drawing)[name]
                yield pytest.param(
                    topic, step, name, choice, default, id=f"{topic}-{step.id}-{name}"
                )


@pytest.mark.parametrize(
    ("language", "written"), [("ja", "3,000万人"), ("en", "30 million people")]
)
def test_a_guess_of_people_is_written_as_the_text_writes_people(language, written):
    """The slider of a guess names a number of people in the words of the reader's language."""
    app = open_page("mynapoint", lang=language, step="1")
    (scale,) = app.select_slider
    assert scale.value == 3000 and written in scale.options


@pytest.mark.parametrize(("topic", "step", "name", "choice", "default"), list(controls()))
def test_each_control_changes_what_is_seen(topic, step, name, choice, default):
    """Moving a control draws another chart; a guess is drawn into it."""
    app = open_page(topic, lang="ja", step=str(step.number))
    if isinstance(choice, Guess):
        low = charts(answer(app, choice.low))[0]
        assert charts(app.button(key=f"again_{step.id}").click().run()) == []
        assert low != charts(answer(app, choice.high))[0]
        return
    answer(app)
    if isinstance(choice, NumberInput) and choice.only_with:
        other, code = choice.only_with
        app.selectbox(key=f"choice_{step.id}_{other}").set_value(code).run()
    before = charts(app)[0]
    key = f"choice_{step.id}_{name}"
    match choice:
        case Select(options):
            app.selectbox(key=key).set_value(next(each for each in options if each != default))
        case DateSlider(options):
            other = next(each for each in options if each != default)
            app.select_slider(key=key).set_value(other)
        case Slider(low, high):
            app.slider(key=key).set_value(high if default != high else low)
        case NumberInput(_, high):
            app.number_input(key=key).set_value(min(high, default * 2))
    app.run()
    assert not app.exception
    assert before != charts(app)[0]
    assert step.controls.get(name), "the control has no words"


def test_every_guess_answers_with_a_record():
    """A question's answer is a figure of the dataset."""
    for topic in TOPICS:
        for step in get_story(topic).topic("ja").steps:
            assert not step.question or step.question.answer in load_dataset().figures


def test_every_chart_told_is_drawn_and_every_drawing_told():
    """A page draws exactly the charts its words name."""
    for topic in PAGES:
        steps = get_story(topic).topic("ja").steps
        told = {step.chart for step in steps if step.chart}
        told |= {point.picture for step in steps for point in step.points if point.picture}
        assert told == {draw.__name__ for draw in get_story(topic).charts}, topic
