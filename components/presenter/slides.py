"""A step as a slide: plain JSON values that the player in the browser draws without asking."""

import logging
from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.controls import Asking, Guess, guess_words
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.today import is_old
from components.presenter import Json, figures
from components.presenter.claims import claims_fragment
from components.presenter.fragments import Fragment, fragments
from components.text.cells import Row, cells
from components.text.phrases import phrases
from components.text.prose import Reference, RichText, rich_text
from components.text.story import Story
from components.text.topics import Point, Step, Topic, interface
from components.views.screen import app_address

LOG = logging.getLogger(__name__)
TABLE_ROWS = 8
NUMBERS = ("name", "value", "as_of")
OPTIONS = 5  # what the room may vote for, evenly over the guess's scale


def slide(story: Story, topic: Topic, step: Step) -> Json:
    """
    Give one step as a slide.

    Keys: id (topic/step), topic, step (from 1), kicker (the topic's title), headline (see rich),
    title, short, name (of the chart), takeaway, notes (for the speaker), page (address of the
    step), and fragments, which are shown one after the other. Each fragment has kind, source and
    stale (how many numbers are old, or nothing), and by its kind

    - question: text (see rich), why, guess (low, high, step, form, options, names, figure)
    - figure: figure (see figures.drawn), rows (see table), ids (of the records drawn)
    - claims: claims (see claim_block)
    - words: points, each with text (see rich) and more

    Never fails for a chart: one that cannot be drawn is logged and has None for its figure.
    """
    language = topic.language
    return {
        "id": f"{topic.id}/{step.id}",
        "topic": topic.id,
        "step": step.number,
        "kicker": topic.title,
        "headline": rich(step.headline, language),
        "title": str(step.headline),
        "short": str(step.short),
        "name": str(step.chart_name),
        "takeaway": str(step.takeaway),
        "notes": [*(str(line) for line in step.note), *spoken_answers(step)],
        "page": app_address(topic.id, language, **step.query),
        "fragments": [
            _fragment(each, story, topic, step) for each in fragments(story, topic, step)
        ],
    }


def spoken_answers(step: Step) -> list[str]:
    """List the answers to a step's questions for its speaker: the stage shows the questions."""
    return [f"{point.text} {point.more}" for point in step.points if not point.to]


def rich(words: RichText, language: Language) -> list[list[Any]]:
    """
    Give a rich_text as [text, is it a number] pairs; U+200B stands where a line may break.

    The player makes text nodes and <wbr> of it, so that no markup is ever made of data.
    """
    return [
        [part.text, 1]
        if isinstance(part, Reference)
        else [phrases(part) if language == "ja" else part, 0]
        for part in words.parts
    ]


def _fragment(fragment: Fragment, story: Story, topic: Topic, step: Step) -> Json:
    language = topic.language
    if fragment.asking:
        return _question(fragment.asking, step, language)
    if fragment.kind == "figure":
        return _figure(story, topic, step, fragment.page_index)
    if fragment.kind == "claims":
        return claims_fragment(fragment.claims, language)
    points = [_point(point, language) for point in step.points]
    return {"kind": "words", "points": points, "source": "", "stale": ""}


def _point(point: Point, language: Language) -> Json:
    return {"text": rich(point.text, language), "more": str(point.more)}


def _figure(story: Story, topic: Topic, step: Step, page_index: int) -> Json:
    language = topic.language
    view = View(load_dataset(), language, words=step.words)
    chart, figure = None, None
    drawing = story.drawing_of(step)
    try:
        if drawing is None:
            raise LookupError(f"no chart is called {step.chart}")
        chart, figure = figures.drawn(view, drawing, page_index)
    except Exception:
        LOG.exception("a chart of the stage failed: %s/%s", topic.id, step.id)
    rows = list(chart.rows) if chart else []
    old = [each for each in rows if is_old(each)]
    return {
        "kind": "figure",
        "figure": figure,
        "rows": table(rows, language),
        "ids": list(dict.fromkeys(row.id for row in rows)),
        "source": chart.source_line(language) if chart else "",
        "stale": interface("stage_stale", language, count=str(len(old))) if old else "",
    }


def table(rows: Sequence[Row], language: Language) -> Json:
    """
    Give a chart's rows in words, for whoever cannot see it, or when it fails.

    head names the columns that hold anything, rows are lists of cells, most says how many rows
    stand in place of a chart that failed.
    """
    written = [cells(load_dataset(), row, language) for row in rows]
    names = [*NUMBERS, "start", "end", "data", "status", "outcome"]
    if any("start" in each for each in written):
        names = [name for name in names if name not in NUMBERS]
    names = [name for name in names if any(each.get(name) for each in written)]
    return {
        "head": [interface(f"column_{name}", language) for name in names],
        "rows": [[each.get(name, "") for name in names] for each in written],
        "most": TABLE_ROWS,
    }


def _question(asking: Asking, step: Step, language: Language) -> Json:
    question, drawing, name, guess = asking
    view = View(load_dataset(), language, words=_room_words(step, language))
    try:
        figure = figures.guessed(view, drawing, name, guess)
    except Exception:
        LOG.exception("a guess cannot be drawn: %s", step.id)
        figure = None
    return {
        "kind": "question",
        "text": rich(question.text, language),
        "why": str(question.why),
        "source": "",
        "stale": "",
        "guess": {
            "low": guess.low,
            "high": guess.high,
            "step": guess.step,
            "form": interface(f"slider_{guess.unit}", language),
            "options": options(guess),
            "names": [guess_words(value, guess, language) for value in options(guess)],
            "figure": figure,
        },
    }


def options(guess: Guess) -> list[int]:
    """Give the values the room may vote for: the middle of each fifth of the guess's scale."""
    fifth = (guess.high - guess.low) / OPTIONS
    return [
        guess.low + round(fifth * (place + 0.5) / guess.step) * guess.step
        for place in range(OPTIONS)
    ]


def _room_words(step: Step, language: Language) -> dict[str, RichText]:
    words = rich_text(interface("stage_room_guess", language), load_dataset(), language)
    return dict(step.words) | {"your_guess": words}
