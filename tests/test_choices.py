"""What a reader chooses stands in the link, survives a cold load, and is told with the chart."""

from html import escape

import pytest

from components.app import first
from components.app.choices import option_words, read
from components.charts.controls import (
    DateSlider,
    NumberInput,
    Select,
    asking_of,
    controls_of,
    default_values,
)
from components.data.languages import LANGUAGES
from components.server.streamlit_internals import PAGE_FILE
from components.text.story import get_story, walks
from tests.screens import answer, chart_names, charts, open_page, words

MAP, TOKYO, THEN = "by_prefecture", "prefecture_13_tokyo", "2022-04-01"


def offered():
    """Give every step with controls, and a link that chooses something else with each."""
    for story in walks():
        for step in story.topic("en").steps:
            drawing = story.drawing(step.chart)
            if drawing is None or not controls_of(drawing):
                continue
            link, defaults = {}, default_values(drawing)
            for name, control in controls_of(drawing).items():
                if isinstance(control, Select | DateSlider):
                    link[name] = next(each for each in control.options if each != defaults[name])
                elif not isinstance(control, NumberInput):
                    link[name] = str(control.high)
            yield pytest.param(story, step, link, id=f"{story.topic_id}-{step.id}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("story", "step", "link"), offered())
def test_a_link_brings_back_what_was_chosen(story, step, link, language):
    """A cold link draws the chart with its choices, and says them in place of the takeaway."""
    drawing = story.drawing(step.chart)
    step = story.step(step.id, language)
    plain = charts(answer(open_page(story.topic_id, lang=language, step=str(step.number))))
    app = open_page(story.topic_id, lang=language, step=str(step.number), **link)
    assert not app.exception and charts(app)[0] != plain[0]
    assert dict(app.query_params).items() >= link.items()
    only_guess = len(controls_of(drawing)) == 1 and asking_of(story, step)
    for name in [] if only_guess else link:
        said = link[name] if link[name].isdigit() else option_words(link[name], language)
        assert escape(said) in words(app).split('class="takeaway"')[1], name
        assert said in chart_names(app)[0]


def test_what_is_chosen_goes_into_the_link():
    """Using a control writes the link, its default takes the name out, and another run keeps it."""
    app = open_page("card_adoption", lang="ja", step=MAP)
    box = app.selectbox(key=f"choice_{MAP}_own")
    box.set_value(TOKYO).run()
    assert app.query_params["own"] == TOKYO and app.run().query_params["own"] == TOKYO
    app.selectbox(key=f"choice_{MAP}_own").set_value("prefecture_all").run()
    assert "own" not in app.query_params


def test_a_guess_is_kept_in_the_link_until_it_is_taken_back():
    """Answering writes the guess; thinking again takes it out and asks anew."""
    app = open_page("mynapoint", lang="ja", step="1")
    answer(app, 1500)
    assert app.query_params["guess"] == "1500" and charts(app)
    app.button(key="again_planned_and_applied").click().run()
    assert "guess" not in app.query_params and not charts(app)


@pytest.mark.parametrize("written", ["", "x", "-1", "1e3", "²", "99999999999999999", "7"])
def test_nonsense_in_a_link_leaves_what_stands(written):
    """What no control offers is passed over, without a word or a trace."""
    story = get_story("card_adoption")
    step = story.step("renewal", "ja")
    drawing = story.get_drawing(step.chart)
    assert read(step, drawing, {"issued": written}) == default_values(drawing)
    step = story.step(MAP, "ja")
    asked = {"own": written, "when": written, "guess": written}
    assert read(step, story.get_drawing(MAP), asked) == default_values(story.get_drawing(MAP))


def test_steps_shown_together_keep_their_choices_apart():
    """On the page of all steps a choice is named with its step, so that none moves another."""
    app = open_page("card_adoption", lang="ja", step="all", **{f"{MAP}-when": THEN})
    assert app.select_slider(key=f"choice_{MAP}_when").value == THEN
    assert app.select_slider(key="choice_by_age_when").value != THEN


def test_the_first_sight_shows_what_was_chosen():
    """The page before any script has the chart of the link's choices, and says so."""
    said = option_words(THEN, "ja")
    for query, shown in ((f"step=5&when={THEN}&own={TOKYO}", True), ("step=5", False)):
        scope = {"path": "/card_adoption", "query_string": query.encode(), "headers": []}
        html = first.shell(scope, PAGE_FILE.read_text("utf-8"))
        assert ("最も高いのは" in html) == shown
        assert (said in html.split('class="takeaway"')[1]) == shown
        assert (f"は{option_words(TOKYO, 'ja')}" in html) == shown
