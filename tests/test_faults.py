"""What is broken says so in one plain sentence, in the reader's language, and the rest stands."""

from dataclasses import replace

import pytest

from components.charts import lines
from components.data import cache, loader
from components.data import dataset as books
from components.data.csv_reader import BadTable
from components.data.languages import Localized
from components.data.paths import DATA
from components.text import topics
from components.text.phrases import PHRASE_END, phrases
from components.text.topics import interface
from components.text.yaml_reader import BrokenText
from tests.screens import charts, open_page, words

SAYS = {
    "chart": {"ja": "この図は描けませんでした", "en": "This chart could not be drawn"},
    "file": {"ja": "UTF-8ではありません", "en": "not UTF-8"},
    "words": {"ja": "読めません", "en": "cannot be read"},
}


@pytest.fixture
def change(monkeypatch):
    """Change what is read for one test, which begins and ends without anything kept of data/."""
    forget_everything()
    yield monkeypatch
    monkeypatch.undo()
    forget_everything()


def forget_everything():
    """Empty every cache that holds something made from data/."""
    cache.clear_cache()
    for each in (books._loaded, topics._topic, topics._interface):
        each.cache_clear()


def alter_rows(change, alter):
    """Let the loader read every row altered."""
    sound = loader.read_sheet

    def read(path):
        sheet = sound(path)
        return replace(sheet, rows=[alter(row) for row in sheet.rows])

    change.setattr(loader, "read_sheet", read)


def fail(*_, **__):
    """Fail as no drawing should."""
    raise RuntimeError("a secret detail")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_chart_that_fails_leaves_the_page_standing(change, language):
    """Headline, text and claims of the step are there; the chart's place holds one sentence."""
    change.setattr(lines, "over_time", fail)
    app = open_page("health_insurance", lang=language, step="by_provider")
    shown = words(app)
    assert not app.exception and charts(app) == []
    assert SAYS["chart"][language] in shown and 'id="by_provider"' in shown
    assert 'class="claim"' in shown and "secret" not in shown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_file_in_the_wrong_encoding_is_named(change, language):
    """Events saved as Shift_JIS are named with the cure; pages that need other files still work."""
    sound = loader.read_sheet

    def read(path):
        if path.name == "events.csv":
            raise BadTable(path, 0, "not_utf8")
        return sound(path)

    change.setattr(loader, "read_sheet", read)
    app = open_page("digital_agency", lang=language, step="1")
    assert not app.exception and len(charts(app)) == 1
    assert "events.csv" in words(app) and SAYS["file"][language] in words(app)


def test_a_broken_row_is_left_out_and_named(change):
    """One row that cannot be understood costs that row only."""
    spoilt = {"value": "５.１"}
    alter_rows(
        change, lambda row: row | (spoilt if row.get("figure_id") == "oqs_fund_size" else {})
    )
    dataset = books.load_dataset()
    assert "oqs_ready_share_2021_10_20" in dataset.figures
    assert "oqs_fund_size" in dataset.figures or any(
        "figures.csv" in each.ja for each in dataset.broken
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_that_cannot_be_read_are_said_to_be(change, language):
    """A topic whose YAML is broken says which file; the menu and the other pages stand."""
    sound = topics.read_text

    def read(name, data=DATA):
        if name == "mynapoint":
            raise BrokenText(
                Localized("mynapoint.yml が読めません。", "mynapoint.yml cannot be read.")
            )
        return sound(name, data)

    change.setattr(topics, "read_text", read)
    app = open_page("mynapoint", lang=language)
    assert not app.exception and SAYS["words"][language] in words(app)
    other = open_page("education", lang=language)
    assert not other.exception and "notice trouble" not in words(other)


def test_what_is_due_for_another_look_is_marked(change):
    """Past its review date or superseded, a number is marked under its chart; before, it is not."""
    change.setenv("MIERU_TODAY", "2026-01-01")
    fresh = words(open_page("card_adoption", lang="ja", step="1"))
    assert 'class="stale"' not in fresh and "81.2%※" not in fresh
    change.setenv("MIERU_TODAY", "2031-01-01")
    late = words(open_page("card_adoption", lang="ja", step="1"))
    assert 'class="stale"' in late and "81.2%※" in late


HOSTILE = "![x](http://third.invalid/p.png) <img src=x onerror=alert(1)> [a](javascript:alert(1))"


def test_text_from_data_is_never_markup(change):
    """Whatever stands in a row reaches the screen as escaped text, never as Markdown or HTML."""
    hostile = {"claim_ja": HOSTILE, "claim_en": HOSTILE}
    alter_rows(change, lambda row: row | (hostile if "claim_id" in row else {}))
    app = open_page("health_insurance", lang="en", step="3")
    assert "<img" not in words(app) and "&lt;img src=x" in words(app)
    assert not [each for each in app.markdown if "third.invalid" in each.value]


def test_a_record_has_an_address():
    """A link to a record opens it; an unknown one is answered in a sentence."""
    app = open_page("figures", lang="en", record="oqs_operating_share_2021_10_20")
    assert "5.1%" in words(app) and "20 October 2021" in words(app)
    app = open_page("figures", lang="en", record="nothing_of_the_kind")
    assert "There is no such record" in words(app) and not app.exception
    app = open_page("figures", lang="en", record="<script>")
    assert "<script>" not in words(app)


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        ("ja", "補正予算 第2弾", "1兆8,134億円"),
        ("en", "supplementary budget", "¥1,813.4 billion"),
        ("en", "保険証", "registrations"),
    ],
)
def test_records_are_found_in_either_language(language, query, expected):
    """A search finds a record by its words in either language, whatever the page's."""
    app = open_page("figures", lang=language)
    app.text_input(key="q").set_value(query).run()
    assert expected in words(app)


def test_the_list_can_be_narrowed_to_a_topic():
    """Choosing a topic leaves only its records."""
    app = open_page("figures", lang="en")
    every = words(app)
    app.selectbox(key="topic").set_value("education").run()
    assert words(app) != every and "GIGA" in words(app)


@pytest.mark.parametrize(
    "shelf", ["series", "claim", "event", "flow", "source", "correction", "about"]
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_shelf_opens(shelf, language):
    """Each kind of record has its list, and the page tells how it was made."""
    app = open_page("figures", lang=language)
    shelves = app.segmented_control(key="shelf")
    assert shelves.label == interface("shelf", language)
    shelves.set_value(shelf).run()
    assert app.query_params["shelf"] == shelf
    assert not app.exception and "notice trouble" not in words(app)
    assert len(words(app)) > 400


def test_a_japanese_headline_breaks_between_phrases():
    """A headline may break where a phrase ends, and nothing of it is lost."""
    words = "期限は二つの回のどちらでも延びた"
    assert phrases(words).split(PHRASE_END)[0] == "期限は"
    assert phrases(words).replace(PHRASE_END, "") == words


def test_brackets_and_marks_stay_with_their_number():
    """No line ends in an opening bracket or begins with a full stop beside a number."""
    shown = words(open_page("health_insurance", lang="ja", step="all"))
    assert '<span class="together">（<button' in shown
    assert "（</p>" not in shown and "計算（<button" not in shown
    assert "（（" not in shown and "））" not in shown
