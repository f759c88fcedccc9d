"""Any measure of the product: what a link or the fields above choose, as a chart and a table."""

from components.app import (
    charts,
    explore_fields,
    explore_table,
    layout,
    lookup_page,
    notices,
    query_params,
)
from components.app.html_buffer import HtmlBuffer
from components.charts import selected
from components.charts.chart import View
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.selection import Selection, key, select
from components.text import selecting
from components.text.story import Story
from components.text.topics import interface
from components.views.screen import Screen
from components.views.selecting import about_html, headline_html, start_html
from components.views.under import under_html


def render(story: Story) -> None:
    """Show what the link selects, or the ways to begin where it selects nothing."""
    topic = layout.opened(story)
    if topic is None:
        return
    language, asked = topic.language, query_params.asked()
    says = tuple(sorted(asked.items()))
    selection = cached_recent(lambda: select(load_dataset(), asked), "selection", *says)
    sheet = HtmlBuffer()
    sheet.add(layout.head_html(topic, first=selection is None))
    if selection is None:
        if asked.get("measure"):
            sheet.add(notices.said(interface("explore_unknown", language)))
        sheet.out()
        explore_fields.measure("", language)
        sheet.add(cached(lambda: start_html(Screen(language, "explore")), "explore", language))
    else:
        _selected(selection, language, sheet)
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _selected(selection: Selection, language: Language, sheet: HtmlBuffer) -> None:
    dataset = load_dataset()
    sheet.add(headline_html(selection, Screen(language, "explore-title")))
    sheet.out()
    explore_fields.render(selection, language)
    for words in cached_recent(
        lambda: selecting.told(dataset, selection, language), "told", language, *key(selection)
    ):
        sheet.add(notices.said(words))
    if selection.form == "table":
        explore_table.render(selection, language, sheet)
    elif cached_recent(lambda: selecting.is_empty(dataset, selection), "empty", *key(selection)):
        sheet.add(notices.said(interface("explore_no_rows", language)))
    else:
        view = View(dataset, language, charts.theme(), charts.canvas())
        sheet.add(_drawn(view, selection))
        explore_table.offer(lambda: selected.draw(view, selection).rows, selection, language, sheet)
    sheet.add(about_html(selection, Screen(language, "explore-about")))


def _drawn(view: View, selection: Selection) -> str:
    """Write the chart and what stands under it; a sentence where it fails."""
    language = view.language

    def make() -> str:
        chart = selected.draw(view, selection)
        name = selecting.title(view.dataset, selection, language)
        drawn = charts.figure_html(chart, view.canvas, key="chart_explore", name=name)
        return drawn + under_html(chart, Screen(language, "explore-under"))

    kept = (language, view.theme.name, view.canvas, *key(selection))
    return notices.attempted(
        lambda: cached_recent(make, "explored", *kept), language, "chart_failed"
    )
