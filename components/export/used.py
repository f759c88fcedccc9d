"""What a step uses: its records in order, its claims, and the documents they come from."""

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

from components.charts import drawn
from components.charts.chart import PAGE, Canvas, Chart
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Claim, Figure, Source
from components.data.today import is_old
from components.export.export_request import ExportRequest
from components.text.cells import Row
from components.text.topics import Step, Topic
from components.text.uses import passages

NAME = re.compile(r"[a-z][a-z0-9_]*")


def charts(topic: Topic, step: Step, canvas: Canvas = PAGE) -> list[Chart]:
    """Give the parts of a step's chart; none for a step without. Raises what the drawing raises."""
    first = drawn.chart(topic.id, step.id, topic.language, canvas)
    if first is None:
        return []
    rest = [
        drawn.chart(topic.id, step.id, topic.language, canvas, page_index)
        for page_index in range(1, first.page_count)
    ]
    return [first, *(each for each in rest if each)]


def rows(topic: Topic, step: Step) -> list[Row]:
    """Give all a step tells of: rows of its chart, what its sentences mention, its claims."""
    found: list[Row] = [row for chart in charts(topic, step) for row in chart.rows]
    for words in passages(step, load_dataset(), topic.language, notes=True):
        found += [each.record for each in words.mentions if each.record]
    if step.question and step.question.answer in load_dataset().figures:
        found.append(load_dataset().figures[step.question.answer])
    return _once([*found, *step.claims])


def figures(request: ExportRequest, language: Language) -> list[Figure]:
    """
    Give every figure of a request once, in the order told.

    A calculated one is followed by the figures it is calculated from, so that it can be checked.
    """
    found: list[Figure] = []
    for _, topic, step in request.steps_of(language):
        for row in rows(topic, step):
            if isinstance(row, Figure):
                found += [row, *inputs(row)]
    return _once(found)


def claims(request: ExportRequest, language: Language) -> list[Claim]:
    """Give every claim of a request once, in the order told."""
    return _once([each for _, _, step in request.steps_of(language) for each in step.claims])


def inputs(row: Figure) -> list[Figure]:
    """Give the figures that a calculated one names in its arithmetic."""
    known = load_dataset().figures
    return [known[name] for name in NAME.findall(row.calculation) if name in known]


def documents(found: Iterable[Row]) -> list[Source]:
    """Give the documents rows come from, each once: the quoted one before the one quoting it."""
    named: list[Source | None] = []
    for row in found:
        named += [row.origin] if isinstance(row, Figure) else []
        named.append(row.source)
        if isinstance(row, Claim):
            named += [row.answer_source, row.since_source]
    return _once([each for each in named if each])


def old(found: Iterable[Row]) -> list[Figure]:
    """Give the records for which a newer value is known, or that are due for another look."""
    return [row for row in found if is_old(row)]


class HasId(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """Give the id, unique within a kind."""


T = TypeVar("T", bound=HasId)


def _once(found: Iterable[T]) -> list[T]:
    """Leave out what stands there already; ids are unique within a kind."""
    kept: dict[tuple[type[T], str], T] = {}
    for each in found:
        kept.setdefault((type(each), each.id), each)
    return list(kept.values())
