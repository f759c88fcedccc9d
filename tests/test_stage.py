"""What the stage is sent: talks from any link, slides that fit, looks and guesses that agree."""

import copy
import json
from dataclasses import replace

import pytest

from components.charts import bars, chain, flows, panels
from components.charts.chart import STAGE, View
from components.charts.choices import Guess, choices_of, guess_of
from components.charts.fitting import pages, part_of
from components.charts.looks import DARK, LOOKS, SMALL_SIZE
from components.content.book import book
from components.stage import figures, play
from components.stage.slides import options, slide
from components.stage.talk import LONGEST, MOST, Talk, read_talk, whole
from tests.factories import event, flow, record, texts, view
from tests.screens import TOPICS, story

LANGUAGES = ("ja", "en")
CHARTS = [
    pytest.param(topic, step.number, id=f"{topic}-{step.id}")
    for topic in TOPICS
    for step in story(topic).topic("ja").steps
    if step.chart
]


def staged(language="ja", **changes):
    return replace(view(language), room=STAGE, **changes)


def test_a_talk_survives_its_link():
    """A talk written into a link is the same talk when it is read."""
    talk = Talk((("mynapoint", "deadlines_moved"), ("overview", "five_numbers"),
                 ("mynapoint", "which_system")), 45)  # fmt: skip
    assert read_talk(talk.written(), "education") == talk
    assert read_talk(whole("overview").written(), "education") == whole("overview")


@pytest.mark.parametrize(
    "written",
    ["", "~", "999999", "-5~x", "<b>", "20~nothing.here", "~~..~.", "²~３", "overview",
     "20~overview", "\x00", "a" * 9000, "20~../etc.passwd", "1e309~mynapoint.0.-1.999"],
)  # fmt: skip
def test_any_text_is_a_talk(written):
    """Whatever a link says, there is a talk: known steps of it, or the whole topic."""
    talk = read_talk(written, "mynapoint")
    assert talk.steps == whole("mynapoint").steps
    assert 1 <= talk.minutes <= MOST


def test_a_talk_keeps_what_it_knows():
    """Unknown steps are left out, numbers stand for steps, and a talk has an end."""
    talk = read_talk("0~mynapoint.2.nonsense.which_system~nowhere.x~overview.1", "education")
    assert [step for _, step in talk.steps] == ["deadlines_moved", "which_system", "what_is_what"]
    assert talk.minutes == 1
    assert len(read_talk("20~mynapoint" + ".1" * 300, "mynapoint").steps) == LONGEST


def sizes(value):
    """Give every font size in a figure."""
    for name, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, dict | list):
            if str(name).endswith("font") and isinstance(part, dict) and "size" in part:
                yield part["size"]
            yield from sizes(part)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("topic", "number"), CHARTS)
def test_every_chart_fits_the_stage(topic, number, language):
    """On the stage a chart keeps to the height, in parts if need be, with no small print."""
    step = story(topic).topic(language).steps[number - 1]
    drawing = story(topic).drawing(step.chart)
    parts = figures.drawn(View(book(), language, words=step.words), drawing)
    assert len(parts) == parts[0][0].parts
    for chart, figure in parts:
        assert chart.height <= STAGE.height and chart.rows
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
    step = story(topic).topic("ja").steps[number - 1]
    drawing = story(topic).drawing(step.chart)
    _, figure = figures.drawn(View(book(), "ja", words=step.words), drawing)[0]
    for look in (each for each in LOOKS.values() if each.name in figure["looks"]):
        dressed = copy.deepcopy({"data": figure["data"], "layout": figure["layout"]})
        for path, value in figure["looks"][look.name]:
            assert str(value).startswith(("#", "rgb")), (path, value)
            put(dressed, path, value)
        defaults = {name: each.default for name, each in choices_of(drawing).items()}
        chart = drawing(View(book(), "ja", look, STAGE, step.words), **defaults)
        assert dressed == figures.bare(chart)


def test_two_figures_of_different_build_are_not_taken_for_looks():
    """A drawing that builds itself differently in another look is refused, not half recoloured."""
    with pytest.raises(ValueError, match="differently"):
        figures.differences({"a": [1, 2]}, {"a": [1]})


@pytest.mark.parametrize("topic", TOPICS)
def test_any_guess_stands_where_it_was_made(topic):
    """Between the lowest and the highest guess, what the player moves stands where we draw it."""
    for step in story(topic).topic("ja").steps:
        drawing = story(topic).drawing(step.chart)
        asked = guess_of(drawing)
        if not asked:
            continue
        name, guess = asked
        seen = View(book(), "ja", words=step.words)
        figure = figures.guessed(seen, drawing, name, guess)
        middle = (guess.low + guess.high) // 2
        share = (middle - guess.low) / (guess.high - guess.low)
        moved = copy.deepcopy({"data": figure["data"], "layout": figure["layout"]})
        for path, low, high in figure["moves"]:
            put(moved, path, low + (high - low) * share)
        drawn = figures.bare(drawing(replace(seen, room=STAGE), **{name: middle}))
        for mark, ours in zip(drawn["layout"]["shapes"], moved["layout"]["shapes"], strict=True):
            assert [mark.get(each) for each in ("x0", "y0")] == pytest.approx(
                [ours.get(each) for each in ("x0", "y0")]
            )


def test_the_room_votes_on_the_whole_scale():
    """The options lie evenly inside the scale, on its steps."""
    assert options(Guess(0, 6000, 100, "people")) == [600, 1800, 3000, 4200, 5400]
    assert options(Guess(0, 100, 1, "percent")) == [10, 30, 50, 70, 90]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_slide_tells_its_step(topic, language):
    """A slide is plain JSON with the step's words; the question stands before the finding."""
    told = story(topic)
    for step in told.topic(language).steps:
        made = json.loads(json.dumps(slide(told, told.topic(language), step)))
        headline = "".join(text for text, _ in made["headline"]).replace("\u200b", "")
        assert headline == str(step.headline)
        kinds = [beat["kind"] for beat in made["beats"]]
        assert kinds[0] == ("question" if step.question else kinds[0]) and kinds
        assert ("figure" in kinds) == bool(step.chart)
        for beat in made["beats"]:
            if beat["kind"] == "figure":
                assert beat["figure"] and beat["source"] and beat["rows"]["rows"]


@pytest.mark.parametrize("topic", TOPICS)
def test_what_happened_since_is_told_with_both_sides(topic):
    """Every claim that later events bear on has a beat, with claim, answer and what came."""
    told = story(topic)
    for step in told.topic("ja").steps:
        made = slide(told, told.topic("ja"), step)
        shown = {claim["id"]: claim for beat in made["beats"] for claim in beat.get("claims", ())}
        for claim in step.claims:
            if claim.since.ja:
                columns = shown[claim.id]["columns"]
                assert [each["kind"] for each in columns] == ["claim", "answer", "since"]
                assert all(each["text"] for each in columns)


def test_a_chart_that_fails_leaves_its_step(monkeypatch):
    """A drawing that breaks leaves the headline, the short form and an empty figure."""
    told = story("mynapoint")

    def broken(*_args, **_more):
        raise ValueError("broken")

    monkeypatch.setattr(figures, "drawn", broken)
    made = slide(told, told.topic("ja"), told.topic("ja").steps[1])
    assert made["headline"] and made["short"]
    assert [beat["figure"] for beat in made["beats"] if beat["kind"] == "figure"] == [None]


def test_questions_find_steps_figures_claims_and_words():
    """The index holds every step, figure, claim and term, with what to answer and its source."""
    for language in LANGUAGES:
        entries = play.answers(language)
        kinds = {entry["kind"] for entry in entries}
        assert kinds == {"step", "figure", "claim", "word"}
        assert {entry["id"] for entry in entries if entry["kind"] == "figure"} == set(
            book().figures
        )
        assert all(entry["source"] for entry in entries if entry["kind"] in ("figure", "claim"))


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4
                  for each in parts]  # fmt: skip
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_every_colour_stands_out_in_every_look(look):
    """Bars and lines hold 3:1 against their ground in each look, whatever is written 4.5:1."""
    assert contrast(look.context, look.ground) >= 3
    for colour in (look.ink, look.muted, look.main, look.accent, *look.others):
        assert contrast(colour, look.ground) >= 4.5, colour
    assert contrast(look.ink, look.aside) >= 4.5 and contrast(look.muted, look.aside) >= 4.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_row_of_events_comes_in_parts(language):
    """What a stage is too low for is shown in parts, and together they hold every row once."""
    events = [event(f"20{number:02}-01-01", id=f"e{number}") for number in range(1, 31)]
    links = [flow(id=f"f{number}") for number in range(9)]
    counts = [record(str(number), id=f"r{number}") for number in range(1, 31)]
    for draw, rows in ((chain.dated, events), (flows.ledger, links), (bars.ranked, counts)):
        first = draw(staged(language), rows)
        assert first.parts > 1
        shown = [row.id for part in range(first.parts)
                 for row in draw(staged(language, part=part), rows).rows]  # fmt: skip
        assert sorted(shown) == sorted(row.id for row in rows)
        assert draw(view(language), rows).parts == 1


def test_parts_are_even():
    """Items are shared out evenly over as few parts as hold them."""
    assert pages([10] * 9, 60) == [slice(0, 5), slice(5, 9)]
    assert pages([], 60) == [slice(0, 0)]
    assert pages([100, 10], 60) == [slice(0, 1), slice(1, 2)]
    assert part_of(staged(part=1), list(range(15)), 14) == (list(range(8, 15)), 2)


def test_many_bars_have_their_names_before_them():
    """On a stage many bars are low, each with its name and its value."""
    rows = [record(str(number), id=f"r{number}") for number in range(10, 22)]
    chart = bars.ranked(staged(look=DARK), rows)
    assert chart.height <= STAGE.height
    assert texts(chart).count("例の割合") == 12 and "21%" in texts(chart)


def test_dates_under_close_bars_are_short():
    """On a stage a bar has its month, its day where a month stands twice, and each year once."""
    days = ("2021-10-10", "2021-10-20", "2022-01")
    rows = [record("10", day) for day in days]
    for language, written in (
        ("ja", ("10月<br>10日<br>2021", "10月<br>20日<br>", "1月<br><br>2022")),
        ("en", ("Oct<br>10<br>2021", "Oct<br>20<br>", "Jan<br><br>2022")),
    ):
        chart = panels.stages(staged(language), {"first": rows})
        assert tuple(chart.figure.layout.xaxis.ticktext) == written
