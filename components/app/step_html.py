"""A step as HTML, made once for all readers: words, chart with what stands under it, claims."""

import json

from components.app import charts, link
from components.app.html_buffer import tag, text
from components.app.screen_prose import ScreenProse
from components.charts.chart import Canvas, Chart
from components.data.dataset import load_dataset
from components.text.listing import as_csv
from components.text.topics import Step, Topic, interface
from components.views.tables import claim_html
from components.views.tags import data, joined
from components.views.under import under_html


def words(topic: Topic, step: Step) -> str:
    """Write a step's headline and text."""
    prose = ScreenProse(load_dataset(), topic.language, f"{topic.id}-{step.id}")
    body = joined(tag("p", prose.explaining(line)) for line in step.body)
    headline = tag("h2", prose.headline(step.headline), id=step.id)
    points = _points(step, prose) if step.points else ""
    return headline + body + points + prose.panels()


def claims(topic: Topic, step: Step) -> str:
    """Write what is claimed about a step, and what was answered."""
    written = []
    for claim in step.claims:
        prose = ScreenProse(load_dataset(), topic.language, f"{topic.id}-{step.id}-{claim.id}")
        written.append(claim_html(claim, prose) + prose.panels())
    return joined(written)


def _points(step: Step, prose: ScreenProse) -> str:
    """A list of questions, or of ways into other pages."""
    items = []
    for point in step.points:
        name = prose.html(point.text)
        if point.to:
            name = tag("a", name, href=link.href(point.to, prose.language), target="_self")
        more = tag("p", prose.html(point.more), class_="why") if point.more else ""
        items.append(tag("li", tag("p", name) + more))
    leads_on = any(point.to for point in step.points)
    kind, look = ("ul", "ways") if leads_on else ("ol", "checklist")
    return tag(kind, joined(items), class_=look)


def drawn(chart: Chart, topic: Topic, step: Step, canvas: Canvas) -> str:
    """Write a step's chart and all that stands under it."""
    key = f"chart_{topic.id}_{step.id}"
    name = f"{step.chart_name}　{step.takeaway}"
    return (
        charts.figure_html(chart, canvas, key=key, name=name)
        + under_chart(chart, topic, step)
        + _tools(chart, topic, step, key)
    )


def under_chart(chart: Chart, topic: Topic, step: Step) -> str:
    """Write takeaway, as-of dates, documents and the rows as a table."""
    language = topic.language
    prose = ScreenProse(load_dataset(), language, f"{topic.id}-{step.id}-takeaway")
    takeaway = tag("p", prose.html(step.takeaway), class_="takeaway") + prose.panels()
    return takeaway + under_html(chart, language)


def _tools(chart: Chart, topic: Topic, step: Step, key: str) -> str:
    """What a reader may do with a chart, all of it in the browser."""
    language = topic.language
    rows = json.dumps(
        as_csv(chart.rows, load_dataset(), language).decode("utf-8"), ensure_ascii=False
    )
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
    table = tag(
        "button",
        text(interface("download_rows", language)),
        type="button",
        class_="tool",
        data_rows=f"rows_{key}",
        data_name=f"{topic.id}_{step.id}.csv",
    )
    written = tag("div", data(rows), id=f"rows_{key}", hidden="")
    return tag("div", picture + address + table, class_="tools") + written
