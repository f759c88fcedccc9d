"""Parity: every number read back out of the kit's files is the record's, not one different."""

import csv
import io
import json
import re
from html import unescape

import pytest

from components.charts.series import Bars
from components.charts.static import still
from components.charts.static.marks import Text
from components.data.dataset import load_dataset
from components.data.dates import first_day, format_date
from components.data.records import Figure
from components.data.today import today
from components.export import deck, handout, native, sheet, slides_chart, used
from components.export.native import CHART
from components.export.slides_page import ACROSS
from components.text.topics import interface
from components.text.uses import claim_passages
from tests.kit_files import (
    LANGUAGES,
    close,
    csv_file,
    day_of,
    records,
    slides_of,
    texts,
    told,
    whole,
    workbook,
    xlsx_file,
)

SPACE = {"c": CHART, "a": native.DRAWING}


def numbers(series, name: str) -> dict[int, float]:
    """Read a series' values from its XML, by point."""
    points = series._element.findall(f"c:{name}//c:pt", SPACE)
    return {int(pt.get("idx")): float(pt.findtext("c:v", namespaces=SPACE)) for pt in points}


def known(row_id: str, chart) -> Figure:
    """Give the dataset's record; what a chart calculates is taken from its rows."""
    found = records().get(row_id)
    return found or next(row for row in chart.rows if row.id == row_id)


def frames(shapes) -> list:
    return [shape for shape in shapes if getattr(shape, "has_chart", False)]


def matches(record: Figure, category: str, value: float, base: float, language: str) -> bool:
    """Tell whether a bar of a native chart is this record: its name, and its value or its end."""
    label = record.label.to(language)
    day = format_date(record.as_of, language)
    if close(category) not in {close(each) for each in (label, day, f"{label}{day}")}:
        return False
    if record.unit == "date":
        return day_of(base + value).isoformat().startswith(record.value)
    return value == float(record.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_native_charts_hold_the_values_of_the_records(language):
    """Each point of each native chart is one record by name and value, and none is missing."""
    seen = 0
    for topic, step, charts in told(language):
        pages = slides_of(language, f"{topic.id}/{step.id}")
        for chart, slide in zip(charts, pages, strict=False):
            natives = slides_chart.native_series(chart)
            for trace in chart.figure.data:
                if trace.type == "bar" and trace.ids is None:  # drawn to the pixel, not native
                    assert tells(trace, chart, language), (topic.id, step.id)
            found = frames(slide.shapes)
            assert len(found) == len(natives), (topic.id, step.id)
            for together, frame in zip(natives, found, strict=True):
                rows = [known(row.id, chart) for series in together for row in series.rows]
                check = bars if isinstance(together[0], Bars) else lines
                check(frame.chart, [row for row in rows if row.value], language)
                seen += len(rows)
    assert seen > 150


def tells(trace, chart, language) -> bool:
    """Tell whether each part of a drawn bar that tells anything tells a record's value."""
    written = {close(load_dataset().format_value(row, language)) for row in chart.rows}
    said = [close(each.replace("<br>", "")) for each in trace.hovertemplate]
    return all(not each or any(value in each for value in written) for each in said)


def bars(chart, rows, language) -> None:
    plot = chart.plots[0]
    values = numbers(plot.series[-1], "val")
    bases = numbers(plot.series[0], "val") if len(plot.series) > 1 else {}
    left = list(rows)
    for point, value in values.items():
        name = plot.categories[point].label
        one = next(
            each for each in left if matches(each, name, value, bases.get(point, 0), language)
        )
        label(plot.series[-1], point, one, language)
        left.remove(one)
    assert not left


def label(series, point: int, row: Figure, language: str) -> None:
    """What is written on a bar is the record's value as written."""
    rich = series._element.findall(f"c:dLbls/c:dLbl/c:idx[@val='{point}']/../c:tx", SPACE)
    for each in rich:
        said = close(spelled(each))
        options = [
            load_dataset().format_value(row, language, bare=bare, short=short)
            for bare in (True, False)
            for short in (True, False)
        ]
        allowed = {close(option) for option in options}
        assert said in allowed | {option.removesuffix("%") for option in allowed}


def spelled(element) -> str:
    """Give the words of runs only."""
    return "".join(str(each.text) for each in element.findall(".//a:t", SPACE))


def lines(chart, rows, language) -> None:
    points = [
        (x, ys[point])
        for series in chart.plots[0].series
        for ys in [numbers(series, "yVal")]
        for point, x in numbers(series, "xVal").items()
    ]
    left = list(rows)
    for x, y in points:
        dated = x > 10000  # a day, not one of two posts
        one = next(
            row
            for row in left
            if float(row.value) == y and (not dated or first_day(row.as_of) == day_of(x))
        )
        left.remove(one)
    assert not left


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_say_what_the_records_say(language):
    """Headline, notes and every word of a drawing stand on the slides as the records give them."""
    for topic, step, charts in told(language):
        pages = slides_of(language, f"{topic.id}/{step.id}")
        assert pages, (topic.id, step.id)
        for slide in pages:
            old_mark = interface("old_mark", language)
            title = re.sub(r"　\d+/\d+$", "", slide.shapes.title.text_frame.text)
            assert title.replace(old_mark, "") == str(step.headline).replace(old_mark, "")
            notes = slide.notes_slide.notes_text_frame.text
            for words in (
                *step.note,
                *(
                    each
                    for claim in step.claims
                    for each in claim_passages(claim, load_dataset(), language)
                ),
            ):
                assert str(words) in notes
                for mention in words.mentions:
                    written(mention, language)
        for chart, slide in zip(charts, pages, strict=False):
            shown = close("".join(texts(slide.shapes)))
            natives = close(
                "".join(spelled(frame.chart._chartSpace) for frame in frames(slide.shapes))
            )
            for mark in still.marks(chart, ACROSS, source=False):
                if isinstance(mark, Text):
                    assert close(mark.text) in shown + natives, (topic.id, step.id, mark.text)


def written(mention, language) -> None:
    """What a sentence says of a figure is that figure's value or date, written anew here."""
    row = mention.record
    if not isinstance(row, Figure):
        return
    record = records()[row.id]
    forms = {
        load_dataset().format_value(record, language),
        load_dataset().format_value(record, language, bare=True),
        load_dataset().format_value(record, language, short=True),
        format_date(record.as_of, language),
    }
    assert mention.text.lower() in {each.lower() for each in forms}


def every_figure(language) -> dict[str, Figure]:
    """Give each record that a step shows in its chart or mentions."""
    found = {}
    for _, topic, step in whole().steps_of(language):
        found |= {row.id: row for row in used.rows(topic, step) if isinstance(row, Figure)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_hold_the_records(language):
    """CSV and workbook hold every figure of every step, value, date and writing as recorded."""
    place = {name: number for number, name in enumerate(sheet.FIGURES)}
    lines = list(csv.reader(io.StringIO(csv_file(language).decode("utf-8-sig"), newline="")))[1:]
    pages = workbook(xlsx_file(language))
    cells = pages[interface("sheet_figures", language)][1:]
    cells = [row for row in cells if len(row) == len(place)]
    wanted = every_figure(language)
    for rows in (lines, cells):
        assert len(rows) == len({row[0] for row in rows})
        by_id = {row[0]: row for row in rows}
        assert set(wanted) <= set(by_id)
        for row_id, row in by_id.items():
            record = records().get(row_id) or wanted[row_id]
            value = row[place["value"]]
            same = value == (float(record.value) if isinstance(value, float) else record.value)
            assert same, row_id
            assert row[place["as_of"]] == record.as_of
            assert row[place["written"]].lstrip("'") == load_dataset().format_value(
                record, language
            )
            assert row[place["definition"]] == record.measure.definition.to(language)
            assert row[place["url"]] == record.source.url
            assert bool(row[place["stale"]]) == record.is_stale(today())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deck_holds_the_values_of_the_records(language):
    """Each point of each figure of the deck is its record's value."""
    raw = deck.deck(whole(), language).decode()
    seen = 0
    for each in LANGUAGES:
        found = re.search(rf'id="deck-play-{each}">(.*?)</script>', raw, re.S)
        rows = {
            row.id: row for _, _, charts in told(each) for chart in charts for row in chart.rows
        }
        for slide in json.loads(found[1])["slides"]:
            for fragment in slide["fragments"]:
                for trace in ((fragment.get("figure") or {}).get("data")) or ():
                    seen += same_trace(trace, rows)
    assert seen > 300


def same_trace(trace, rows) -> int:
    """Compare a trace that names its records with them; give how many there are."""
    ids = trace.get("ids") or ()
    along = trace["x"] if trace.get("orientation") == "h" else trace["y"]
    for row_id, value in zip(ids, along, strict=True) if ids else ():
        record = records().get(row_id) or rows[row_id]
        if record.unit != "date":
            assert value == record.number, row_id
    return len(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handout_says_what_the_records_say(language):
    """Every number of headline, body, takeaway and rows of a step stands on paper as recorded."""
    raw = handout.handout_html(whole(), language).decode()
    paper = close(unescape(re.sub(r"<(style|script)\b.*?</\1>", "", raw, flags=re.S)))
    for topic, step, charts in told(language):
        for words in (step.headline, *step.body, step.takeaway if charts else step.headline):
            for mention in words.mentions:
                written(mention, language)
                assert close(mention.text) in paper, (topic.id, step.id, mention.text)
        for row in (row for chart in charts for row in chart.rows if isinstance(row, Figure)):
            record = records().get(row.id) or row
            assert close(load_dataset().format_value(record, language)) in paper, (
                topic.id,
                step.id,
                row.id,
            )
