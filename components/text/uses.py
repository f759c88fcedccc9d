"""Where a record is used: in the sentences, the claims or the chart of which step."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.records import Claim
from components.text.glossary import Explained, explained
from components.text.prose import Reference, RichText, rich_text
from components.text.topics import Step, Topic

Drawn = Mapping[tuple[str, str], Iterable[str]]


class Use(NamedTuple):
    """A step that uses a record."""

    topic: str
    title: str
    step: int


def uses(topics: Iterable[Topic], drawn: Drawn, dataset: Dataset) -> dict[str, tuple[Use, ...]]:
    """
    Map the id of every record, claim, event and term to the steps that use it, in order.

    drawn holds the ids of the rows of each step's chart, by topic and step. A number that only the
    speaker's note mentions is not used on the screen, and does not count.
    """
    found: dict[str, dict[Use, None]] = {}
    for topic in topics:
        for step in topic.steps:
            use = Use(topic.id, topic.title, step.number)
            told, shown = (
                _in_step(step, dataset, topic.language),
                drawn.get((topic.id, step.id), ()),
            )
            for record_id in (*told, *shown):
                found.setdefault(record_id, {})[use] = None
    return {record_id: tuple(steps) for record_id, steps in found.items()}


def _in_step(step: Step, dataset: Dataset, language: Language) -> Iterator[str]:
    for words in passages(step, dataset, language):
        yield from (each.record.id for each in words.mentions if each.record)
    for claim in step.claims:
        yield claim.id
    yield from (term_id for term_id in terms_in(step.body, dataset, language))
    if step.question:
        yield step.question.answer


def passages(
    step: Step, dataset: Dataset, language: Language, *, notes: bool = False
) -> Iterator[RichText]:
    """Give every sentence of a step, its claims included; the speaker's notes where wished."""
    yield from (step.headline, step.short, *step.body, *step.on_screen)
    yield from step.note if notes else ()
    yield from (step.chart_name, step.takeaway, *step.words.values())
    for point in step.points:
        yield from (point.text, point.more)
    if step.question:
        yield from (step.question.text, step.question.why)
    for claim in step.claims:
        yield from claim_passages(claim, dataset, language)


def claim_passages(claim: Claim, dataset: Dataset, language: Language) -> Iterator[RichText]:
    """Give a claim, its answer and what happened since."""
    for words in (claim.text, claim.answer, claim.since):
        yield rich_text(words.to(language), dataset, language)


def terms_in(body: Iterable[RichText], dataset: Dataset, language: Language) -> list[str]:
    """List the terms that the body of a step explains, each once."""
    found: list[str] = []
    for words in body:
        for part in words.parts:
            if not isinstance(part, Reference):
                pieces = explained(part, dataset, language, found)
                found += [piece.term.id for piece in pieces if isinstance(piece, Explained)]
    return found
