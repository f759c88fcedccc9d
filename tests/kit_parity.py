"""What every form of the kit must say of a step, read from the records."""

import re

from components.charts import drawn
from components.charts.chart import Chart
from components.data.dataset import load_dataset
from components.data.records import Figure
from components.text.cells import cells, columns_for
from components.text.prose import rich_text
from components.text.story import get_story
from components.text.topics import Step
from tests.screens import TOPICS

LANGUAGES = ("ja", "en")
STEPS = [(topic, step.number) for topic in TOPICS for step in get_story(topic).topic("ja").steps]
SPACES = re.compile(r"[\s\u200b\u00a0\u00ad]+")


def flat(words: str) -> str:
    """Leave out spaces and marks of age: a browser, a PDF or a text browser sets its own."""
    return SPACES.sub("", words).replace("※", "")


def expected(topic: str, step: Step, language: str) -> list[str]:
    """List the headline, numbers, claims and row values of a step, as a reader must find them."""
    said = [str(step.headline)]
    texts = [step.headline, *step.body]
    chart = drawn.chart(topic, step.id, language)
    if chart:
        texts.append(step.takeaway)
        said += values(chart, language)
    said += [mention.text for words in texts for mention in words.mentions]
    for claim in step.claims:
        for pair in (claim.text, claim.answer, claim.since):
            said.append(str(rich_text(pair.to(language), load_dataset(), language)))
    return [flat(words) for words in said if words]


def values(chart: Chart, language: str) -> list[str]:
    """Give the values of a chart's rows in words: of a number its value, of others their cells."""
    found = []
    for row in chart.rows:
        written = cells(load_dataset(), row, language)
        shown = columns_for(chart.rows)
        names = ("value", "as_of") if isinstance(row, Figure) else ("name", "start", "end", "data")
        found += [written[name] for name in names if name in shown and written.get(name)]
    return found
