"""The search script of deck and site: it finds in a browser what the app finds."""

import csv
from pathlib import Path

from playwright.sync_api import Browser

from components.data.dataset import load_dataset
from components.search import portable
from components.search.named import answers, names
from components.search.search import index, tokenizer_of

QUESTIONS = Path(__file__).parents[1] / "search_questions.csv"
MORE = (
    "保険証 廃止",
    "<b>zzzyx</b>",
    "は",
    "カードの予算はいくらですか",
    "MynaPoint budgets",
    "ＪＰＫＩ",
    "東京　府中",
    "kyoto kyoto",
    "茅ケ崎",
    "Ōtsu",
    "平成元年",
    "Reiwa 5",
    "last year",
)


def test_the_script_finds_what_the_app_finds(browser: Browser):
    """Every question has the same answers in the same order, in the app and in find.js."""
    dataset = load_dataset()
    named = names(dataset)
    documents = portable.with_named(index(dataset), named)
    data = portable.index_data(index(dataset), tokenizer_of(dataset), named)
    towns = list(dataset.municipalities.values())[::40]
    spelt = [words for each in towns for words in (*each.name, each.reading, f"{each.name.ja}は？")]
    asked = [row["question"] for row in csv.DictReader(QUESTIONS.read_text("utf-8").splitlines())]
    page = browser.new_page()
    page.add_script_tag(content=portable.script() + "window.makeFind = makeFind;")
    found = page.evaluate(
        "([data, asked]) => { const find = makeFind(data); return asked.map(find); }",
        [data, [*asked, *MORE, *spelt]],
    )
    page.close()
    for question, numbers in zip([*asked, *MORE, *spelt], found, strict=True):
        ours = [each.id for each in answers(question, dataset)]
        assert [documents[number].id for number in numbers] == ours, question
