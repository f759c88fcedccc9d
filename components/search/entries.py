"""What can be found: each kind of record, one short function, with the words it is found by."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import LANGUAGES, Localized
from components.data.links import Flow, System
from components.data.records import Event, Figure
from components.data.today import outcome_label
from components.search.documents import BODY, LABEL, NOTE, PAGES, TITLE, Document, Part, found_by
from components.search.tokens import Tokenizer
from components.text.prose import render_plain
from components.text.story import find_story
from components.text.topics import Step, load_topic, sections
from components.text.yaml_reader import BrokenText

HIDDEN = ("search",)  # its own words would answer every question about searching


Kind = Callable[[Dataset, Path, Tokenizer], Iterator[Document]]


def steps(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every step of every page in the menu."""
    names = [name for section in sections(data) for name in section.topics if name not in HIDDEN]
    for name in names:
        try:
            both = [load_topic(name, language, data) for language in LANGUAGES]
        except BrokenText:
            continue
        title = Localized(*(topic.title for topic in both))
        for pair in zip(*(topic.steps for topic in both), strict=True):
            parts = [Part(LABEL, title), *_step_parts(pair)]
            at = (name, pair[0].number)
            yield found_by(
                "step", f"{name}/{pair[0].id}", (name,), pair, parts, tokenizer, place=at
            )


def _step_parts(pair: Sequence[Step]) -> Iterator[Part]:
    def words(of: Callable[[Step], Iterable[Any]]) -> Localized:
        return Localized(*("\n".join(map(str, filter(None, of(step)))) for step in pair))

    yield Part(TITLE, words(lambda step: [step.headline]))
    yield Part(LABEL, words(lambda step: [step.chart_name]))
    yield Part(LABEL, words(lambda step: [step.short, step.takeaway]), quoted=True)
    yield Part(BODY, words(lambda step: (*step.body, *step.on_screen)), quoted=True)
    yield Part(BODY, words(lambda step: [each for point in step.points for each in point[:2]]))
    yield Part(NOTE, words(lambda step: step.note))


def claims(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every claim with its answer and what happened since."""
    for claim in dataset.claims.values():
        parts = [
            Part(TITLE, _resolved(claim.text, dataset)),
            Part(BODY, _resolved(claim.answer, dataset), quoted=True),
            Part(BODY, _resolved(claim.since, dataset)),
            Part(LABEL, _labels(dataset, claim.claimant)),
            Part(NOTE, _labels(dataset, claim.answer_by, f"state_{claim.state}")),
            Part(NOTE, _resolved(claim.note, dataset)),
            Part(NOTE, claim.source.title),
        ]
        weight = 0.7 if claim.merged_into else 1  # another row says it better
        yield found_by("claim", claim.id, (claim.topic,), claim, parts, tokenizer, weight=weight)


def figures(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every figure with its value, definition and source."""
    for record in dataset.figures.values():
        parts = [*_number_parts(record, dataset), *_dated(record.as_of), *_sourced(record, dataset)]
        yield found_by("figure", record.id, (record.topic,), record, parts, tokenizer)


def series(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """The longer tables, one entry for the rows that differ in nothing but their date."""
    grouped: dict[tuple[str, Localized], list[Figure]] = {}
    for table, rows in dataset.tables.items():
        for row in rows:
            grouped.setdefault((table, row.label), []).append(row)
    for (table, label), alike in grouped.items():
        parts = [
            Part(TITLE, label),
            Part(BODY, alike[0].measure.definition, quoted=True),
            *(part for end in (alike[0], alike[-1]) for part in _dated(end.as_of)),
            *_sourced(alike[-1], dataset),
        ]
        family = f"{table}.{alike[0].measure.id}"
        name = ".".join((family, *alike[0].dims.values()))
        topics = (alike[0].topic,)
        yield found_by("series", name, topics, tuple(alike), parts, tokenizer, family=family)


def events(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every event with its date and kind."""
    for event in dataset.events.values():
        parts = [
            Part(TITLE, _resolved(event.name, dataset)),
            *_dated(event.date),
            Part(NOTE, _labels(dataset, f"kind_{event.kind}", outcome_label(event))),
            *_sourced(event, dataset),
        ]
        yield found_by("event", event.id, event.topics, event, parts, tokenizer)


def flows(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every data flow: from where, to where, what, under which identifier."""
    for flow in dataset.flows.values():
        parts = [
            Part(TITLE, Localized(flow.data.ja, flow.data.en[:1].upper() + flow.data.en[1:])),
            Part(LABEL, _labels(dataset, flow.start, flow.end, between=" → "), quoted=True),
            Part(BODY, _labels(dataset, flow.identifier, flow.status)),
            Part(BODY, flow.basis),
            *_sourced(flow, dataset),
        ]
        yield found_by("flow", flow.id, (flow.topic,), flow, parts, tokenizer)


def systems(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every system or office: who runs it, what it holds, under which identifier."""
    for system in dataset.systems.values():
        parts = [
            Part(TITLE, _labels(dataset, system.id)),
            Part(LABEL, system.run_by),
            Part(BODY, system.data, quoted=True),
            Part(BODY, system.identifier),
            Part(BODY, system.basis),
            Part(BODY, _resolved(system.since, dataset)),
            *_sourced(system, dataset),
        ]
        yield found_by("system", system.id, (system.topic,), system, parts, tokenizer)


def terms(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every term of the glossary, by any spelling and by its reading."""
    for term in dataset.terms.values():
        parts = [
            Part(TITLE, term.name),
            Part(LABEL, Localized(*("・".join(term.others(each)) for each in LANGUAGES))),
            Part(LABEL, Localized(term.reading, "")),
            Part(BODY, term.plain, quoted=True),
        ]
        yield found_by("term", term.id, term.topics, term, parts, tokenizer)


def projects(dataset: Dataset, data: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Every project of the state that the page of public money can show."""
    page = PAGES["project"]
    for project in dataset.projects.values() if find_story(page) else ():
        parts = [
            Part(TITLE, project.name),
            Part(LABEL, project.ministry, quoted=True),
            Part(NOTE, project.lineage),
        ]
        # Its whole name brings it first anyway (names.py); else the topics know more.
        yield found_by("project", project.id, (page,), project, parts, tokenizer, weight=0.6)


KINDS: tuple[Kind, ...] = (
    steps,
    claims,
    figures,
    events,
    flows,
    terms,
    systems,
    series,
    projects,
)


def _resolved(words: Localized, dataset: Dataset) -> Localized:
    return Localized(*(render_plain(words, dataset, each) for each in LANGUAGES))


def _labels(dataset: Dataset, *codes: str, between: str = "・") -> Localized:
    return Localized(
        *(between.join(dataset.label(code, each) for code in codes if code) for each in LANGUAGES)
    )


def _dated(day: str) -> Iterator[Part]:
    yield Part(BODY, Localized(*(format_date(day, each) for each in LANGUAGES)))


def _number_parts(record: Figure, dataset: Dataset) -> Iterator[Part]:
    yield Part(TITLE, _resolved(record.label, dataset))
    yield Part(LABEL, Localized(*(dataset.format_value(record, each) for each in LANGUAGES)))
    yield Part(BODY, record.measure.definition, quoted=True)
    yield Part(NOTE, record.measure.name)
    yield Part(NOTE, _labels(dataset, record.said_by))


def _sourced(row: Figure | Event | Flow | System, dataset: Dataset) -> Iterator[Part]:
    yield Part(NOTE, _resolved(row.note, dataset))
    yield Part(NOTE, row.source.publisher)
    yield Part(NOTE, row.source.title)
