"""The page of one's own town: find it, see how it moved, and where it stands among all."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from components.app import (
    charts,
    downloads,
    layout,
    lookup_page,
    notices,
    present,
    query_params,
    steps,
    town_doors,
    town_fields,
    town_html,
    town_link,
)
from components.app.escape_markdown import quiet
from components.app.html_buffer import HtmlBuffer
from components.app.streamlit_internals import show_as
from components.app.town_link import Asked
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.municipalities import CARDS
from components.text.listing import as_csv
from components.text.story import Story
from components.text.topics import Step, Topic, interface

PACE = 0.5  # seconds between two dates that are played


def render(story: Story) -> None:
    """Show the page: the fields, and the town in the link, or the ways to one."""
    topic = layout.opened(story)
    if topic is None:
        return
    if present.wanted(story):
        present.render(story, topic.language)
        return
    asked, sheet = town_link.read(query_params.param_words, load_dataset()), HtmlBuffer()
    sheet.add(layout.head_html(topic, first=not asked.town))
    sheet.out()
    town_fields.render(asked, topic.language)
    for key in asked.wrong:
        sheet.add(notices.said(interface(key, topic.language)))
    if asked.town:
        _town(story, topic, asked, sheet)
    else:
        sheet.add(town_doors.doors(asked, topic.language))
    sheet.add(cached(lambda: town_html.until(topic), "until", topic.language))
    sheet.add(lookup_page.method(replace(topic, steps=topic.steps[-1:])))
    if asked.town:
        sheet.add(steps.record_turn_html(topic, {"town": asked.town}))
        sheet.add(downloads.record_html(topic.id, topic.language))
    sheet.out()
    if asked.town:
        downloads.record(topic.id, asked.town, topic.language)
    if asked.town and query_params.param_option("take", (town_html.TAKE,)):
        _take(story, topic, asked)


def _take(story: Story, topic: Topic, asked: Asked) -> None:
    """Give the rates of the towns through time as a file."""
    language, step = topic.language, topic.steps[0]

    def file() -> bytes:
        chart = town_html.drawn(story, charts.view(topic, step), step, asked, asked.date)
        return as_csv(chart.rows, load_dataset(), language)

    words, name = interface("download_rows", language), f"mieru_{asked.town}.csv"
    downloads.button(town_html.TAKE, words, file, name, "text/csv")


def _town(story: Story, topic: Topic, asked: Asked, sheet: HtmlBuffer) -> None:
    language = topic.language
    line, place, size = (each for each in topic.steps if each.chart)
    words = _kept("headline", lambda: town_html.headline(asked, language), asked, topic, asked.adds)
    sheet.add(words)
    sheet.add(_chart(story, topic, line, asked, asked.date))
    sheet.add(_kept("body", lambda: town_html.body(asked, line, language), asked, topic))
    sheet.add(cached(lambda: town_html.section(topic, place), "town", place.id, language))
    sheet.out()
    # Who has left the page meanwhile has no date any more, and begins anew.
    playing = bool(st.session_state.get("playing") and "date" in st.session_state)
    if not playing:
        st.session_state["playing"] = False
        show_as("date", asked.date)
    st.session_state.update({"date moved": False, "date stands": True})  # for this run of the page
    st.fragment(_place, run_every=PACE if playing else None)(story, topic, place, asked)
    sheet.add(cached(lambda: town_html.section(topic, size), "town", size.id, language))
    sheet.add(_chart(story, topic, size, asked, asked.date))
    sheet.add(_kept("like size", lambda: town_html.like_size(asked, language), asked, topic))


def _chart(story: Story, topic: Topic, step: Step, asked: Asked, date: str) -> str:
    view = charts.view(topic, step)

    shown = replace(asked, date=date)

    def make() -> Markup:
        chart = town_html.drawn(story, view, step, asked, date)
        return town_html.chart_html(chart, view, step, shown) + town_html.under(
            chart, topic, step, shown
        )

    key = (step.id, date, view.theme.name, view.canvas)
    return notices.attempted(
        lambda: _kept("chart", make, asked, topic, *key), topic.language, "chart_failed"
    )


def _kept(
    name: str, make: Callable[[], Markup], asked: Asked, topic: Topic, *key: Hashable
) -> Markup:
    """Keep what was made for the towns asked for last."""
    return cached_recent(make, name, asked.codes, topic.language, *key)


def _place(story: Story, topic: Topic, step: Step, asked: Asked) -> None:
    """Show where the town stands at a date, with the date to move, and to play."""
    language, dates = topic.language, load_dataset().wide_tables[CARDS].dates
    if st.session_state.pop("date moved", False):
        st.rerun()  # the whole page, whose other parts say the date too
    stands = st.session_state.pop("date stands", False)
    if st.session_state.get("playing") and not stands:
        _next(dates)
    with st.container(key="moving"):
        words = cached(lambda: _words(dates, language), "town dates", language)
        date = st.select_slider(
            quiet(step.controls["date"]),
            dates,
            asked.date,
            key="date",
            format_func=words.__getitem__,
            on_change=_stop,
        )
        playing = bool(st.session_state.get("playing"))
        label = quiet(interface("stop" if playing else "play", language))
        st.button(label, key="play", on_click=_stop if playing else _start, args=(dates,))
    sheet = HtmlBuffer()
    said = _kept("words", lambda: town_html.place_words(asked, date, language), asked, topic, date)
    sheet.add(said)
    sheet.add(_chart(story, topic, step, asked, date))
    sheet.out()


def _words(dates: Sequence[str], language: Language) -> dict[str, str]:
    return {date: quiet(format_date(date, language)) for date in dates}


def _start(dates: Sequence[str]) -> None:
    """Play from the date that stands; from the first where it is the last."""
    st.session_state.update({"playing": True, "date moved": True})
    if st.session_state["date"] == dates[-1]:
        st.session_state["date"] = dates[0]


def _stop(*_: object) -> None:
    st.session_state.update({"playing": False, "date moved": True})
    query_params.write({"date": st.session_state["date"]})


def _next(dates: Sequence[str]) -> None:
    """Go on to the next date; stop at the last. The link is written once, at the end."""
    place = dates.index(st.session_state["date"]) + 1
    if place < len(dates):
        st.session_state["date"] = dates[place]
        return
    _stop()
    st.rerun()
