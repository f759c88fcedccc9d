"""A step as HTML, made once for all readers: words, chart with what stands under it, claims."""

import json

from markupsafe import Markup

from components.app import charts, query_params
from components.charts.chart import Canvas, Chart
from components.data import selection as selections
from components.data.charted import selection_of
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.listing import as_csv
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.screen import Screen
from components.views.step import body_html, lead_html, picture_name
from components.views.tags import data, tag
from components.views.under import under_html


def lead(topic: Topic, step: Step) -> Markup:
    """Write what stands above a step's chart."""
    on = Screen(topic.language, f"{topic.id}-{step.id}")
    return lead_html(step, on) + on.panels()


def body(topic: Topic, step: Step) -> Markup:
    """Write what stands below a step's chart."""
    on = Screen(topic.language, f"{topic.id}-{step.id}-body")
    return body_html(step, on) + on.panels()


def claims(topic: Topic, step: Step) -> Markup:
    """Write what is claimed about a step, and what was answered."""
    return claims_html(step.claims, Screen(topic.language, f"{topic.id}-{step.id}-claims"))


def drawn(chart: Chart, topic: Topic, step: Step, canvas: Canvas, said: str = "") -> Markup:
    """Write a step's chart and all that stands under it; said tells what the reader has chosen."""
    key = f"chart_{topic.id}_{step.id}"
    return (
        charts.figure_html(chart, canvas, key=key, name=name_of(step, said))
        + under_chart(chart, topic, step, said)
        + _tools(chart, topic, step, key)
    )


def name_of(step: Step, said: str) -> str:
    """Give what a screen reader says of a step's chart, and of what was chosen on it."""
    return f"{step.chart_name}　{said}" if said else picture_name(step)


def under_chart(chart: Chart, topic: Topic, step: Step, said: str = "") -> Markup:
    """Write takeaway (or what is said of a choice), as-of dates, documents and the rows."""
    on = Screen(topic.language, f"{topic.id}-{step.id}-takeaway")
    takeaway = tag("p", said or on.html(step.takeaway), class_="takeaway")
    return takeaway + on.panels() + under_html(chart, on)


def _tools(chart: Chart, topic: Topic, step: Step, key: str) -> Markup:
    rows = as_csv(chart.rows, load_dataset(), topic.language)
    link = query_params.href(topic.id, topic.language, step=str(step.number))
    named = f"{topic.id}_{step.id}"
    more = see_data_html(chart, topic.language)
    return tools_html(key, named, str(step.headline), link, rows, topic.language, more)


def tools_html(
    key: str,
    named: str,
    headline: str,
    link: str,
    rows: bytes,
    language: Language,
    more: str = "",
) -> Markup:
    """
    Write what a reader may do with a chart, all of it in the browser.

    key is the chart's id, named how its files begin, link the way back to it, rows its CSV, more
    what else may be done.
    """
    picture = tag(
        "button",
        interface("save_picture", language),
        type="button",
        class_="tool",
        data_chart=key,
        data_name=named,
        data_headline=headline,
    )
    address = tag(
        "a",
        interface("copy_link", language),
        class_="tool",
        href=link,
        data_keep="",
        data_copied=interface("copied", language),
    )
    table = tag(
        "button",
        interface("download_rows", language),
        type="button",
        class_="tool",
        data_rows=f"rows_{key}",
        data_name=f"{named}.csv",
    )
    # As text of JSON: behaviour.js reads it so.
    written = data(json.dumps(rows.decode("utf-8"), ensure_ascii=False))
    kept = tag("div", written, id=f"rows_{key}", hidden="", translate="no")
    return tag("div", picture + address + table + more, class_="tools") + kept


def see_data_html(chart: Chart, language: Language) -> Markup:
    """Lead to the data a chart draws, to choose more of it; nothing where it draws no figures."""
    selection = selection_of(load_dataset(), chart.rows)
    if selection is None:
        return Markup()
    there = query_params.href("explore", language, **selections.link(selection))
    return tag("a", interface("see_data", language), class_="tool", href=there, target="_self")
