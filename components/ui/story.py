"""Tell a story on the screen, one step at a time: words, chart, source line, rows, claims."""

from typing import Any

import streamlit as st

from components.charts.chart import Chart
from components.charts.choices import guess_of
from components.content.book import book
from components.content.kept import once
from components.content.listing import as_csv
from components.content.story import Story
from components.content.topics import Step, Topic, interface
from components.markup.tables import claim_html
from components.markup.under import under_html
from components.ui import charts, choosing, frame, link, present, steps, take_away
from components.ui.markup import put, tag, text
from components.ui.record import Prose


def tell(story: Story) -> None:
    """Show a topic: the step the link asks for, or all of them."""
    topic = frame.opened(story)
    if topic is None:
        return
    language = topic.language
    if link.is_staged():
        present.tell(story, language)
        return
    shown = steps.asked(topic)
    frame.head(topic, first=shown in ("1", link.EVERY_STEP))
    steps.choose(topic, shown)
    for step in topic.steps if shown == link.EVERY_STEP else [topic.steps[int(shown) - 1]]:
        tell_step(story, topic, step)
    steps.turn(topic, shown)
    take_away.topic(topic.id, language)


@st.fragment
def tell_step(story: Story, topic: Topic, step: Step) -> None:
    """Show one step. It runs again by itself when one of its own controls is used."""
    with frame.guarded(topic.language, "page_failed"):
        _tell(story, topic, step)


def _tell(story: Story, topic: Topic, step: Step) -> None:
    language = topic.language
    prose = Prose(book(), language, f"{topic.id}-{step.id}")
    drawing = story.drawing(step.chart)
    asking = guess_of(drawing) if step.question else None
    choices: dict[str, Any] = {}
    if asking:
        name, guess = asking
        choices[name] = choosing.ask(step, guess, language)
        if choices[name] is None:
            return
    put(once(lambda: _words(step, prose), "words", topic.id, step.id, language))
    if drawing is not None:
        _drawn_part(story, topic, step, choices)
        if asking:
            choosing.think_again(step, language)
    if step.claims:
        put(once(lambda: _claims(topic, step), "claims", topic.id, step.id, language))


def _words(step: Step, prose: Prose) -> str:
    body = "".join(tag("p", prose.explaining(line)) for line in step.body)
    headline = tag("h2", prose.headline(step.headline), id=step.id)
    points = _points(step, prose) if step.points else ""
    return headline + body + points + prose.panels()


def _claims(topic: Topic, step: Step) -> str:
    written = []
    for claim in step.claims:
        prose = Prose(book(), topic.language, f"{topic.id}-{step.id}-{claim.id}")
        written.append(claim_html(claim, prose) + prose.panels())
    return "".join(written)


def _points(step: Step, prose: Prose) -> str:
    """A list of questions, or of ways into other pages."""
    items = []
    for point in step.points:
        words = prose.html(point.text)
        if point.to:
            words = tag("a", words, href=link.href(point.to, prose.language), target="_self")
        more = tag("p", prose.html(point.more), class_="why") if point.more else ""
        items.append(tag("li", tag("p", words) + more))
    leads_on = any(point.to for point in step.points)
    name, look = ("ul", "ways") if leads_on else ("ol", "checklist")
    return tag(name, "".join(items), class_=look)


def _drawn_part(story: Story, topic: Topic, step: Step, choices: dict[str, Any]) -> None:
    language = topic.language
    drawing = story.drawing(step.chart)
    choices |= choosing.choose(step, drawing, language)
    with frame.guarded(language, "chart_failed"):
        chart = charts.draw(topic.id, step, drawing, language, choices)
        key = f"chart_{topic.id}_{step.id}"
        charts.show(chart, key=key, name=f"{step.chart_name}　{step.takeaway}")
        _under(chart, topic, step, key)


def _under(chart: Chart, topic: Topic, step: Step, key: str) -> None:
    """What stands under every chart: takeaway, documents, rows, downloads, link."""
    language = topic.language
    key_of_rows = (topic.id, step.id, language, tuple(row.id for row in chart.rows))
    put(once(lambda: _about_rows(chart, topic, step), "rows", *key_of_rows))
    with st.container(horizontal=True, key=f"tools_{step.id}", gap="medium"):
        put(_tools(chart, topic, step, key), width="content")
        st.download_button(
            interface("download_rows", language),
            lambda: as_csv(chart.rows, book(), language),
            file_name=f"{topic.id}_{step.id}.csv",
            mime="text/csv",
            key=f"csv_{step.id}",
            on_click="ignore",
            type="tertiary",
        )


def _about_rows(chart: Chart, topic: Topic, step: Step) -> str:
    """Takeaway, as-of dates, documents and the rows as a table."""
    language = topic.language
    prose = Prose(book(), language, f"{topic.id}-{step.id}-takeaway")
    takeaway = tag("p", prose.html(step.takeaway), class_="takeaway") + prose.panels()
    return takeaway + under_html(chart, language)


def _tools(chart: Chart, topic: Topic, step: Step, key: str) -> str:
    language = topic.language
    picture = tag(
        "button",
        text(interface("save_picture", language)),
        type="button",
        class_="tool",
        data_chart=key,
        data_name=f"{topic.id}_{step.id}",
        data_headline=str(step.headline),
    )
    address = tag(
        "a",
        text(interface("copy_link", language)),
        class_="tool",
        href=link.href(topic.id, language, step=str(step.number)),
        data_copied=interface("copied", language),
    )
    return tag("div", picture + address, class_="tools")
