"""`run.py check` names what nothing uses, codes without words, and ways that lead nowhere."""

import re
from pathlib import Path
from time import process_time

import pytest

from components.checks import use
from components.checks.check import problems
from components.data.paths import ROOT
from components.text.yaml_reader import read_text
from tests.example_package import EXAMPLE, MEASURE, SOURCE, YAML, build, write
from tests.test_check_example import said

LABEL = {"group": "g", "ja": "例", "en": "Example"}
MORE = {  # a row that nothing uses, by table
    "sources": SOURCE | {"source_id": "orphan", "kind": "cited"},
    "measures": MEASURE | {"measure_id": "orphan", "unit": "people", "kind": "count"},
    "labels": LABEL | {"code": "orphan"},
    "names": {"name_ja": "第9回", "name_en": "ninth"},
}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A small valid package of invented rows."""
    return build(tmp_path)


@pytest.mark.parametrize("table", MORE)
def test_a_row_that_nothing_uses_is_named(example, table):
    """A source, measure, label or name that is left over is named with its row."""
    write(example, table, [*EXAMPLE[table], MORE[table]])
    assert said(example) == [(f"{table}.csv", len(EXAMPLE[table]) + 2, "", "unused")]


@pytest.mark.parametrize("code", ["unit_people", "qualifier_exact", "state_open"])
def test_a_code_without_words_is_named(example, code):
    """A unit, qualifier or state in use that labels.csv does not know is named once."""
    write(example, "labels", [each for each in EXAMPLE["labels"] if each["code"] != code])
    found = [each for each in problems(example) if each.key == "label_missing"]
    assert [each.values["value"] for each in found] == [code]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("figures", "topic"),
        ("claims", "topic"),
        ("events", "topics"),
        ("data_flows", "topic"),
        ("measures", "topic"),
    ],
)
def test_a_topic_the_menu_does_not_know_is_named(example, table, column):
    """Whatever belongs to a topic belongs to one of the menu."""
    rows = [dict(each) for each in EXAMPLE[table]]
    rows[0][column] = "exampel"
    write(example, table, rows)
    assert said(example) == [(f"{table}.csv", 2, column, "topic_not_in_menu")]


def test_words_of_the_screen_that_nothing_shows_are_named(example):
    """A key of _interface.yml that no code asks for is named with its line."""
    path = example / "text/_interface.yml"
    path.write_text(YAML["_interface"] + "orphan:\n  ja: 例\n  en: Example\n", "utf-8")
    assert said(example) == [("text/_interface.yml", 4, "", "unused")]


def test_a_way_that_leads_nowhere_is_named(example):
    """A point of a step may lead to a page of the menu only."""
    way = "    points:\n      - text:\n          ja: 例\n          en: Example\n        to: {}\n"
    for name, expected in (("example", []), ("exampel", ["way_unknown"])):
        written = YAML["example"].replace("short_form:", way.format(name) + "short_form:")
        (example / "text/example.yml").write_text(written, "utf-8")
        assert [place[3] for place in said(example)] == expected


def test_nothing_is_said_to_be_unused_where_something_cannot_be_read(example):
    """A broken file is one problem, and not a hundred."""
    (example / "figures.csv").write_bytes("例".encode("cp932"))
    assert [each.key for each in problems(example)] == ["not_utf8"]


def test_every_word_the_code_asks_for_is_there():
    """Each key that code names has its words in _interface.yml."""
    asked = set(re.findall(r'interface\(\s*"([a-z_]+)"', use._source()))
    assert asked and asked <= set(read_text("_interface"))


def test_the_check_takes_under_three_seconds():
    """An editor does not wait: the whole check of data/, the best of two."""
    took = []
    for _ in range(2):
        began = process_time()
        problems(ROOT / "data")
        took.append(process_time() - began)
    assert min(took) < 3
