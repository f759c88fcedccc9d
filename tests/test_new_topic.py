"""Adding a topic is four files: story, page, words, a line of the menu; then its own records."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import copy_to

TOPIC = '''"""An invented topic, to see that four files make one."""

from components.charts import bars
from components.charts.chart import Chart, View
from components.text.story import Story


def invented(view: View) -> Chart:
    return bars.ranked(view, view.dataset.frame("example_figure"))


STORY = Story("example_topic", (invented,))
'''
PAGE = '''"""An invented page."""

from components.app import topic_page
from components.topics import example_topic

topic_page.render(example_topic.STORY)
'''
WORDS = """title:
  ja: 例の話題
  en: An example topic
lede:
  ja: 例です。
  en: An example.
steps:
  - id: invented_step
    headline:
      ja: ウサギの耳は{example_figure}
      en: 'Rabbit ears: {example_figure}'
    body:
      ja: '{event_example.date}のウサギの耳の例です。'
      en: 'An example of rabbit ears on {event_example.date}.'
    note:
      ja: 例です。
      en: An example.
    chart: invented
    name: {ja: 例, en: Example}
    chart_name:
      ja: 例の図
      en: An example chart
    takeaway:
      ja: 例です。
      en: An example.
"""
MENU = "- title:\n    ja: 例\n    en: Example\n  topics:\n    - example_topic\n"
# Asked inside the copy, in a process of its own, so that nothing of this one is taken for it.
ASK = """
import sys
from components import topics
from components.text import story

story.register(topics.STORIES)
from tests.screens import charts, open_page, words
from components.data.dataset import load_dataset
from components.checks.check import problems
from components.search.search import find, index

wrong = [each.text("en") for each in problems()]
assert wrong == [], wrong
ASKED = (("ja", "例の話題", "ウサギの耳"), ("en", "An example", "rabbit ears"))
for language, title, question in ASKED:
    page = open_page("example_topic", lang=language, step="1")
    assert not page.exception and charts(page)
    assert title in words(page).replace("<wbr>", "")
    found = find(index(load_dataset()), question, load_dataset())
    assert found[0].id == "example_topic/invented_step", [each.id for each in found[:3]]
    shown = words(open_page("search", lang=language, q=question))
    assert f"/example_topic?lang={language}&amp;step=1" in shown
    menu = words(open_page("overview", lang=language)).partition("</nav>")[0]
    assert f'href="/example_topic?lang={language}"' in menu and title in menu
    line = words(open_page("timeline", lang=language, topic="example_topic"))
    assert "event_example" in line and f"/example_topic?lang={language}" in line
print("as promised")
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the repository with the four files of a new topic and rows of its own."""
    folder = copy_to(tmp_path_factory.mktemp("copy"))
    (folder / "pages/example_topic.py").write_text(PAGE, "utf-8")
    (folder / "components/topics/example_topic.py").write_text(TOPIC, "utf-8")
    (folder / "data/text/example_topic.yml").write_text(WORDS, "utf-8")
    contents = folder / "data/text/_contents.yml"
    contents.write_text(contents.read_text("utf-8") + MENU, "utf-8")
    _add_rows(folder)
    return folder


def _add_rows(folder: Path) -> None:
    common = {
        "topic": "example_topic",
        "topics": "example_topic",
        "place_ja": "例",
        "place_en": "Example",
        "checked": "2026-11-25",
        "confidence": "high",
    }
    _add(
        folder,
        "figures",
        common
        | {
            "figure_id": "example_figure",
            "label_ja": "ウサギの耳",
            "label_en": "Rabbit ears",
            "value": "20",
            "measure_id": "oqs_operating_share",
            "unit": "percent",
            "qualifier": "exact",
            "as_of": "2021",
            "processing": "as_published",
        },
    )
    _add(
        folder,
        "events",
        common
        | {
            "event_id": "event_example",
            "date": "2021-10-20",
            "kind": "law",
            "is_plan": "no",
            "name_ja": "ウサギの日",
            "name_en": "Day of the rabbit",
        },
    )


def _add(folder: Path, table: str, row: dict[str, str]) -> None:
    """Write one more row, with the source of the first row."""
    package = json.loads((folder / "data/datapackage.json").read_text("utf-8"))
    schema = next(each["schema"] for each in package["resources"] if each["name"] == table)
    path = folder / f"data/{table}.csv"
    first = next(csv.DictReader(path.read_text("utf-8").splitlines()))
    names = [field["name"] for field in schema["fields"]]
    with path.open("a", encoding="utf-8", newline="") as sheet:
        writer = csv.DictWriter(
            sheet, names, restval="", extrasaction="ignore", lineterminator="\n"
        )
        writer.writerow({"source_id": first["source_id"]} | row)


def test_a_new_topic_is_four_files(copy):
    """It opens with its chart, stands in the menu, is found, and its event leads to it."""
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=copy, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0 and "as promised" in run.stdout, run.stderr[-3000:]
