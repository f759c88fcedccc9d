"""A step as a phone shows it: HTML that is the same for every listener and made once."""

import logging
import re
from typing import ClassVar

from markupsafe import Markup

from components.charts import drawn
from components.charts.chart import PHONE, Chart
from components.charts.controls import Guess, guess_words
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT, Theme, tokens
from components.data.cache import cached, cached_recent
from components.data.languages import Language
from components.presenter.fragments import Fragment, fragments
from components.presenter.slides import options
from components.text.prose import Reference
from components.text.story import get_story
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.medium import Medium
from components.views.screen import app_address
from components.views.step import figure_html, picture_name, points_html, question_html, words_html
from components.views.tags import tag
from components.views.under import under_html

COLOUR = re.compile(r'(?:fill|stroke)="(#[^"]+)"')


def still_html(topic_id: str, step_id: str, language: Language, name: str) -> tuple[Markup, Chart]:
    """
    Draw a step's chart for a phone, and give the chart as well.

    The stylesheet turns the colours of the light look into those of the dark one. A drawing with
    shades of its own comes twice, and the stylesheet shows one of the two. The source line stands
    below it as text. Raises whatever the drawing raises.
    """
    chart = _chart(topic_id, step_id, language, LIGHT)
    by_day = Markup(svg(chart, PHONE.width, name=name, source=False))
    if set(COLOUR.findall(by_day)) <= set(tokens(LIGHT)):
        return by_day, chart
    dark = _chart(topic_id, step_id, language, DARK)
    by_night = Markup(svg(dark, PHONE.width, name=name, source=False))
    both = tag("div", by_day, class_="by-day") + tag("div", by_night, class_="by-night")
    return both, chart


def _chart(topic_id: str, step_id: str, language: Language, theme: Theme) -> Chart:
    chart = drawn.chart(topic_id, step_id, language, PHONE, theme=theme)
    if chart is None:
        raise KeyError(f"{topic_id}/{step_id} has no chart")
    return chart


def recolouring() -> str:
    """Write the rules that turn the light look of a drawing into the dark one."""
    rules = []
    for light, dark in zip(tokens(LIGHT), tokens(DARK), strict=True):
        for part in ("fill", "stroke"):
            rules.append(f'figure svg [{part}="{light}"]{{{part}:{dark}}}')
    return "".join(rules)


LOG = logging.getLogger(__name__)


class Phone(Medium):
    """Writes for the phones that follow a talk: numbers stand out, and links leave the talk be."""

    heading = "h1"
    moves = False
    points = (("ol", "points"), ("ol", "points"))
    link: ClassVar = {"target": "_blank"}

    def number(self, reference: Reference) -> Markup:
        """Write a number in bold."""
        return tag("b", self.marked(reference), class_="number")

    def href(self, page: str, **query: str) -> str:
        """Give the address of a view inside the app."""
        return app_address(page, self.language, **query)

    def anchor(self, name: str) -> None:
        """Name no places: a phone changes them while it follows."""

    def body(self, step: Step) -> Markup:
        """Write a step's short form."""
        return tag("p", self.html(step.short), class_="short") if step.short else Markup()

    def chart(self, topic: Topic, step: Step) -> Markup:
        """Write a step's chart as one still, with the place of its votes."""
        votes = tag("div", class_="votes")
        try:
            drawing, chart = still_html(topic.id, step.id, self.language, picture_name(step))
        except Exception:
            LOG.exception("a chart of the light page failed: %s/%s", topic.id, step.id)
            return tag("p", interface("chart_failed", self.language), class_="stale") + votes
        line = chart.source_line(self.language)
        return figure_html(drawing, step, self) + votes + under_html(chart, self, line)


def step_html(topic_id: str, step_id: str, language: Language) -> str:
    """
    Write a step with all its fragments; whoever shows it picks the fragment.

    An element with data-first and data-last belongs to the fragments from the one to the other.
    Raises KeyError for a step there is not, BrokenText where its words cannot be read.
    """
    keep = cached_recent if get_story(topic_id).records else cached
    return keep(lambda: _written(topic_id, step_id, language), "light", topic_id, step_id, language)


def at_fragment(written: str, fragment: int) -> str:
    """Write a step at a fragment, for a phone that runs no script: the rest is hidden."""
    pieces = str(written).split('<div data-first="')
    shown = [pieces[0]]
    for piece in pieces[1:]:
        first, last = (int(each) for each in piece.split('"', 3)[0:3:2])
        hidden = "" if first <= fragment <= last else "hidden "
        shown.append(f'<div {hidden}data-first="{piece}')
    return Markup("").join(map(Markup, shown))


def _written(topic_id: str, step_id: str, language: Language) -> Markup:
    story = get_story(topic_id)
    topic, step = story.topic(language), story.step(step_id, language)
    on = Phone(language)
    shown = fragments(story, topic, step)
    asked, answers = Markup(), Markup()
    for place, fragment in enumerate(shown, 1):
        if fragment.asking:
            asked += _shown_from(place, place, _question(fragment.asking.guess, topic, step, on))
        elif fragment.page_index == 0:  # a phone shows the pages of a chart as one
            more = sum(each.page_index > 0 for each in shown) if fragment.kind == "figure" else 0
            answers += _shown_from(place, place + more, _part(fragment, topic, step, on))
    opening = 2 if asked else 1
    there = on.href(topic.id, **step.query)
    whole = tag("a", interface("live_whole", language), href=there, **on.link)
    answer = words_html(step, on) + answers + tag("p", whole, class_="whole")
    return tag(
        "article",
        tag("p", topic.title, class_="kicker"),
        asked,
        _shown_from(opening, len(shown), answer),
        lang=language,
        data_fragments=str(len(shown)),
        data_opening=str(opening),
        data_title=str(step.headline),
    )


def _shown_from(first: int, last: int, inner: Markup) -> Markup:
    return tag("div", inner, data_first=str(first), data_last=str(last))


def _part(fragment: Fragment, topic: Topic, step: Step, on: Phone) -> Markup:
    if fragment.kind == "figure":
        return on.chart(topic, step)
    if fragment.kind == "claims":
        heading = tag("h2", interface("paper_claims", topic.language))
        return heading + claims_html(fragment.claims, on)
    return points_html(step, on)


def _question(guess: Guess, topic: Topic, step: Step, on: Phone) -> Markup:
    """Write the question and its ballot; the ballot waits for the script that sends a vote."""
    language = on.language
    form = tag(
        "form",
        tag(
            "fieldset",
            tag("legend", interface("live_guess", language)),
            tag("p", interface("live_votes_plain", language), class_="why"),
            (_option(each, guess_words(each, guess, language)) for each in options(guess)),
            tag("button", interface("live_send", language), type="submit"),
            tag("p", class_="said", role="status"),
        ),
        class_="ballot",
        hidden="",
        data_question=f"{topic.id}/{step.id}",
    )
    return question_html(step, on, interface("stage_options_why", language)) + form


def _option(value: int, name: str) -> Markup:
    field = tag("input", type="radio", name_="vote", required=True, value=str(value))
    return tag("label", field, tag("span", name), class_="option")
