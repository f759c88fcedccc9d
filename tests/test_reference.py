"""The pages to look things up in: filters in the link, addresses of records, their uses."""

import csv
import io
import re
from dataclasses import replace

import pytest

from components.app import uses
from components.app.claims_page import AT_ONCE
from components.charts import drawn
from components.data import claims, loader
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Localized
from components.text.listing import as_csv, cells, columns_for
from components.text.story import get_story
from tests.screens import TOPICS, follow, open_page, words
from tests.test_faults import forget_everything

LISTS = ("timeline", "claims", "glossary")


@pytest.fixture
def changed_rows(monkeypatch):
    """Read one file with its rows changed; nothing of it is kept afterwards."""
    sound = loader.read_sheet

    def change(name, alter):
        def read(path):
            sheet = sound(path)
            rows = [alter(row) for row in sheet.rows] if path.stem == name else sheet.rows
            return replace(sheet, rows=rows)

        monkeypatch.setattr(loader, "read_sheet", read)
        forget_everything()

    yield change
    monkeypatch.undo()
    forget_everything()


def count(app) -> int:
    """Read how many were found."""
    return int(re.search(r'role="status">([0-9,]+)', words(app))[1].replace(",", ""))


def test_the_timeline_holds_every_event_in_order_of_time():
    """Unfiltered, each event stands once, under its year, with an anchor."""
    shown = words(open_page("timeline", lang="ja"))
    ids = re.findall(r'<li id="(ev_\w+)"', shown)
    assert sorted(ids) == sorted(load_dataset().events)
    years = re.findall(r'<h2 id="y(\d+)"', shown)
    assert years == sorted(years) and all(f'href="#y{year}"' in shown for year in years)


def test_the_timeline_is_filtered_by_what_the_link_says():
    """Topic, kind and words narrow the list together."""
    events = load_dataset().events.values()
    app = open_page("timeline", lang="en", topic="mynapoint", kind="budget")
    fit = [each for each in events if "mynapoint" in each.topics and each.kind == "budget"]
    assert count(app) == len(fit) > 0
    narrower = open_page("timeline", lang="en", topic="mynapoint", kind="budget", q="audit")
    assert 0 < count(narrower) < count(app)
    assert count(open_page("timeline", lang="en", q="zzzzqqq")) == 0


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("wish", ["<b>", "９９", "\x00", "nothing", "a" * 500, "%s{x}", "=1+1"])
def test_whatever_a_filter_says_the_page_stands(page, wish):
    """Any value gives a whole page: codes that are none are as if not there, words are escaped."""
    app = open_page(page, lang="ja", topic=wish, kind=wish, side=wish, state=wish, q=wish)
    assert not app.exception and "notice trouble" not in words(app)
    assert "<b>" not in words(app)
    app = open_page(page, lang="en", record=wish)
    assert not app.exception and "notice trouble" not in words(app)


def test_a_filter_is_written_into_the_link_and_outlives_the_language():
    """Choosing writes the link; a change of language keeps every filter."""
    app = open_page("timeline", lang="ja")
    app.selectbox(key="topic").set_value("mynapoint").run()
    app.selectbox(key="kind").set_value("budget").run()
    app.text_input(key="q").set_value("会計検査院").run()
    assert {name: app.query_params[name] for name in ("topic", "kind", "q")} == {
        "topic": "mynapoint",
        "kind": "budget",
        "q": "会計検査院",
    }
    found = count(app)
    follow(app, "English")
    assert app.query_params["q"] == "会計検査院" and app.query_params["topic"] == "mynapoint"
    chosen = {each.key: each.value for each in (*app.selectbox, *app.text_input)}
    assert chosen == {"topic": "mynapoint", "kind": "budget", "q": "会計検査院"}
    assert count(app) == found == 1
    app.selectbox(key="topic").set_value("").run()
    assert "topic" not in app.query_params


@pytest.mark.parametrize(("language", "word"), [("ja", "予定どおり"), ("en", "as planned")])
def test_a_plan_says_what_came_of_it(language, word):
    """A plan has its own mark and word, its outcome, and a link to the event that fulfilled it."""
    shown = words(open_page("timeline", lang=language))
    row = re.search(r'<li id="ev_full_start_planned" class="plan">.*?</li>', shown, re.S)[0]
    assert load_dataset().label("event_plan", language) in row and word in row
    assert 'href="#ev_full_start"' in row
    alone = words(open_page("timeline", lang=language, q="本格運用の開始予定"))
    assert f"/timeline?lang={language}&amp;record=ev_full_start" in alone


def test_an_event_leads_to_the_steps_that_use_it():
    """In a sentence or in a chart: the step is named and linked."""
    where = {(each.topic, each.step) for each in uses.of("ev_mandate", "ja")}
    assert ("health_insurance", 4) in where  # in a sentence
    drawn = {(each.topic, each.step) for each in uses.of("ev_dx_roadmap", "ja")}
    assert ("education", 1) in drawn  # a row of its chart
    shown = words(open_page("timeline", lang="en", record="ev_mandate"))
    assert "/health_insurance?lang=en&amp;step=4" in shown


def test_uses_hold_every_claim_and_chart_row():
    """Whatever a step shows is found again from its record."""
    for topic in TOPICS:
        for step in get_story(topic).topic("en").steps:
            here = (topic, step.number)
            for claim in step.claims:
                assert here in {use[::2] for use in uses.of(claim.id, "en")}
            for line in step.body:
                for mention in line.mentions:
                    assert here in {use[::2] for use in uses.of(mention.record.id, "en")}
    drawn_rows = drawn.rows(get_story(topic).topic("ja") for topic in TOPICS)
    assert drawn_rows
    for (topic, step_id), rows in drawn_rows.items():
        number = next(s.number for s in get_story(topic).topic("en").steps if s.id == step_id)
        for row in rows:
            assert (topic, number) in {use[::2] for use in uses.of(row, "en")}, row


def test_the_claims_are_counted_in_the_open():
    """The table's numbers are those of the rows, and each leads to just these claims."""
    counted = claims.counts(load_dataset())
    kept = [each for each in load_dataset().claims.values() if not each.merged_into]
    states = sum(number for (_, state), number in counted.items() if state in claims.STATES)
    assert states == len(kept)
    shown = words(open_page("claims", lang="ja"))
    side, state = "government", "stands"
    link = f"/claims?lang=ja&amp;side={side}&amp;state={state}"
    assert re.search(f'href="{re.escape(link)}"[^>]*>{counted[side, state]}<', shown)
    assert count(open_page("claims", lang="ja", side=side, state=state)) == counted[side, state]
    unanswered = sum(counted[each, "unanswered"] for each in claims.SIDES)
    assert count(open_page("claims", lang="en", state="unanswered")) == unanswered


def test_a_claim_has_an_address():
    """A link to a claim shows it first, with the steps that use it; an unknown one is answered."""
    claim = next(reversed(load_dataset().claims.values()))
    shown = words(open_page("claims", lang="en", record=claim.id))
    assert shown.index(f'id="claim-{claim.id}"') < shown.index('class="counts"')
    assert "There is no such record" in words(open_page("claims", lang="en", record="nothing_here"))
    used = words(open_page("claims", lang="en", record="points_effect_temporary"))
    assert "/mynapoint?lang=en&amp;step=" in used


def test_a_near_duplicate_stands_under_the_claim_it_was_merged_into(changed_rows):
    """Merged claims are not counted or listed alone, but shown below with their note."""
    merged, head = "counter_confusion", "points_effect_temporary"
    changed_rows(
        "claims",
        lambda row: (
            row | {"merged_into": head, "note_ja": "同じ趣旨。", "note_en": "The same."}
            if row["claim_id"] == merged
            else row
        ),
    )
    assert merged not in {
        each.id for each in claims.selected(load_dataset().claims.values(), load_dataset())
    }
    shown = words(open_page("claims", lang="ja", record=merged))
    card = shown[: shown.index('class="counts"')]
    assert f'id="claim-{head}"' in card and "<details open" in card and "同じ趣旨。" in card


def test_a_claim_opens_from_its_state_itself_and_its_answer():
    """Folded, a claim shows state, words and answer; only the one asked for stands open."""
    claim = load_dataset().claims["points_effect_temporary"]
    shown = words(open_page("claims", lang="en", record=claim.id))
    asked = shown.split(f'id="claim-{claim.id}"')[1].split("</summary>")[0]
    assert claim.text.en in asked and claim.answer.en in asked and 'class="chip open"' in asked
    assert shown.count("<details open") == 1


def test_more_claims_come_when_asked_for():
    """The ledger begins with a part, and shows more at a press; a filter begins anew."""
    app = open_page("claims", lang="en")
    first = words(app).count('<section class="claim"')
    follow(app, "more")
    assert words(app).count('<section class="claim"') == 2 * first
    app.selectbox(key="side").set_value("critics").run()
    assert words(app).count('<section class="claim"') == first
    assert dict(app.query_params) == {"lang": "en", "side": "critics"}


@pytest.mark.parametrize("wish", ["99999", "-1", "1e9", "<b>", "21"])
def test_a_list_is_shown_in_whole_portions(wish):
    """However much a link asks for, a list is cut between portions and kept no more than whole."""
    app = open_page("claims", lang="en", shown=wish)
    shown = words(app).count('<section class="claim"')
    assert not app.exception and (shown == count(app) or shown % AT_ONCE == 0)


def test_claims_are_exported_whole_and_harmless():
    """The CSV names claim, who, when, answer, since, state, sources and links; no cell is a sum."""
    claim = load_dataset().claims["points_effect_temporary"]
    evil = replace(claim, text=Localized("=1+1", "=1+1"), since=Localized("-2", "-2"))
    raw = as_csv([claim, evil], load_dataset(), "en")
    assert raw.startswith(b"\xef\xbb\xbf")
    one, other = csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))
    assert one["id"] == claim.id and one["date"] == claim.as_of and one["state"] == "open"
    assert one["side"] == "those raising concerns" and "contributed greatly" in one["answer"]
    assert "75.56 million" in one["since"] and one["since_url"] == claim.since_source.url
    assert one["source"] and one["place"] and one["answer_source"] and one["answer_by"]
    assert other["claim"] == "'=1+1" and other["since"] == "'-2"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_kind_of_record_can_be_taken_along(language):
    """Each record has a row with as many cells as there are columns; what is missing is empty."""
    dataset = load_dataset()
    for known in (dataset.events, dataset.flows, dataset.systems, dataset.examples):
        lines = as_csv(list(known.values()), dataset, language).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(lines, newline="")))
        assert [row["id"] for row in rows] == list(known)
        assert not {"nan", "None", None} & {cell for row in rows for cell in row.values()}
        assert all(
            row["name"] and row["source"] and row["url"] == known[row["id"]].source.url
            for row in rows
        )


@pytest.mark.parametrize(
    ("language", "query"), [("ja", "はっこうばんごう"), ("ja", "シリアル番号"), ("en", "serial")]
)
def test_a_term_is_found_by_reading_and_spelling(language, query):
    """The box finds a term by any spelling or its reading."""
    shown = words(open_page("glossary", lang=language, q=query))
    assert 'id="term-certificate_serial"' in shown
    assert shown.count('class="entry"') < len(load_dataset().terms)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_system_says_of_when_it_is_and_when_something_came_later(language):
    """Status and what came since are of two days and documents, and both are said."""
    system = next(each for each in load_dataset().systems.values() if each.since_source)
    assert {"status", "as_of", "since"} <= set(columns_for([system]))
    written = cells(load_dataset(), system, language)
    assert written["as_of"] == format_date(system.as_of, language)
    assert format_date(system.since_as_of, language) in written["since"]
    assert system.since_source.named(language) in written["since"]
    silent = replace(system, since=Localized("", ""))
    assert cells(load_dataset(), silent, language)["since"] == ""


def test_the_glossary_is_in_the_order_of_the_language():
    """Rows of kana with readings in Japanese, letters in English."""
    shown = words(open_page("glossary", lang="ja"))
    assert shown.count('class="entry"') == len(load_dataset().terms)
    assert "<ruby>番号法<rp>（</rp><rt>ばんごうほう</rt><rp>）</rp></ruby>" in shown
    assert shown.index("あ行") < shown.index("か行") < shown.index("ま行")
    english = words(open_page("glossary", lang="en"))
    names = re.findall(r"<h3>([^<]+) <span", english)
    assert names == sorted(names, key=str.casefold) and "「番号法」" in english


def test_a_term_has_an_address():
    """A link to a term shows it first, with the steps that explain it."""
    shown = words(open_page("glossary", lang="ja", record="certificate_serial"))
    assert shown.index('class="notice entry"') < shown.index("あ行")
    assert "/health_insurance?lang=ja&amp;step=1" in shown
    assert "ありません" not in shown[: shown.index('class="notice entry"')]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_terms_open_once_in_a_step_and_never_in_a_headline(topic, language):
    """Each term is a button at most once, its panel is there, and headlines have none."""
    for step in get_story(topic).topic(language).steps:
        if step.question:
            continue
        shown = words(open_page(topic, lang=language, step=str(step.number)))
        opened = re.findall(r'class="term" popovertarget="([^"]+)"', shown)
        assert len(opened) == len(set(opened))
        for target in opened:
            assert shown.count(f'id="{target}"') == 1
        for headline in re.findall(r"<h[12].*?</h[12]>", shown, re.S):
            assert 'class="term"' not in headline


def test_a_broken_row_of_the_glossary_costs_that_row_only(changed_rows):
    """A term whose source is unknown is named and left out; steps and the other terms stand."""
    broken = "certificate_serial"
    changed_rows(
        "glossary", lambda row: row | ({"source_id": "nobody"} if row["term_id"] == broken else {})
    )
    assert broken not in load_dataset().terms and "my_number" in load_dataset().terms
    app = open_page("health_insurance", lang="ja", step="1")
    assert not app.exception and "glossary.csv" in words(app)
    assert 'id="at_the_reader"' in words(app) and f"term-{broken}" not in words(app)
    assert "保険者</button>" in words(app)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_system_leads_to_its_links_and_to_what_is_said_of_it(language):
    """A system's record lists every link that begins or ends there; its shelf stands open below."""
    app = open_page("figures", lang=language, record="node_oqs")
    shown = words(app)
    opened = re.search(r'<section class="notice">.*?</section>', shown, re.DOTALL)[0]
    ends = {
        each.id for each in load_dataset().flows.values() if "node_oqs" in (each.start, each.end)
    }
    assert ends and ends == set(re.findall(r"record=(e\d+)", opened))
    assert f"/search?lang={language}&amp;q=" in opened
    assert app.segmented_control(key="shelf").value == "system"


def test_the_record_of_a_link_says_its_day():
    """A link between systems has a day as every record has: the day its source was written."""
    flow = load_dataset().flows["e02"]
    opened = words(open_page("figures", lang="en", record=flow.id)).split("</section>")[0]
    assert f"<dd>{format_date(flow.as_of, 'en')}</dd>" in opened
