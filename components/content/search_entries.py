"""What can be found: each kind of record, one short function, with the words it is found by."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from components.content.book import Book
from components.content.dates import format_date
from components.content.languages import LANGUAGES, Words
from components.content.prose import spoken
from components.content.records import Event, Flow, Record, System
from components.content.search_found import BODY, LABEL, NOTE, TITLE, Found, Part, found_by
from components.content.search_terms import Cutter
from components.content.texts import BrokenText
from components.content.topics import Step, load_topic, sections

HIDDEN = ("search",)  # its own words would answer every question about searching


Kind = Callable[[Book, Path, Cutter], Iterator[Found]]


def steps(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every step of every page in the menu."""
    names = [name for section in sections(data) for name in section.topics if name not in HIDDEN]
    for name in names:
        try:
            both = [load_topic(name, language, data) for language in LANGUAGES]
        except BrokenText:
            continue
        title = Words(*(topic.title for topic in both))
        for pair in zip(*(topic.steps for topic in both), strict=True):
            parts = [Part(LABEL, title), *_step_parts(pair)]
            at = (name, pair[0].number)
            yield found_by("step", f"{name}/{pair[0].id}", (name,), pair, parts, cutter, place=at)


def _step_parts(pair: Sequence[Step]) -> Iterator[Part]:
    def words(of: Callable[[Step], Iterable[Any]]) -> Words:
        return Words(*("\n".join(map(str, filter(None, of(step)))) for step in pair))

    yield Part(TITLE, words(lambda step: [step.headline]))
    yield Part(LABEL, words(lambda step: [step.chart_name]))
    yield Part(LABEL, words(lambda step: [step.short, step.takeaway]), quoted=True)
    yield Part(BODY, words(lambda step: step.body), quoted=True)
    yield Part(BODY, words(lambda step: [each for point in step.points for each in point[:2]]))
    yield Part(NOTE, words(lambda step: step.note))


def claims(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every claim with its answer and what happened since."""
    for claim in book.claims.values():
        parts = [
            Part(TITLE, _resolved(claim.text, book)),
            Part(BODY, _resolved(claim.answer, book), quoted=True),
            Part(BODY, _resolved(claim.since, book)),
            Part(LABEL, _labels(book, claim.claimant)),
            Part(NOTE, _labels(book, claim.answer_by, f"state_{claim.state}")),
            Part(NOTE, _resolved(claim.note, book)),
            Part(NOTE, claim.source.title),
        ]
        weight = 0.7 if claim.merged_into else 1  # another row says it better
        yield found_by("claim", claim.id, (claim.topic,), claim, parts, cutter, weight=weight)


def figures(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every figure with its value, definition and source."""
    for record in book.figures.values():
        parts = [*_number_parts(record, book), *_dated(record.as_of), *_sourced(record, book)]
        yield found_by("figure", record.id, (record.topic,), record, parts, cutter)


def series(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """The longer tables, one entry for the rows that differ in nothing but their date."""
    grouped: dict[tuple[str, Words], list[Record]] = {}
    for table, rows in book.tables.items():
        for row in rows:
            grouped.setdefault((table, row.label), []).append(row)
    for (table, label), rows in grouped.items():
        parts = [
            Part(TITLE, label),
            Part(BODY, rows[0].measure.definition, quoted=True),
            *(part for end in (rows[0], rows[-1]) for part in _dated(end.as_of)),
            *_sourced(rows[-1], book),
        ]
        family = f"{table}.{rows[0].measure.id}"
        name = ".".join((family, *rows[0].dims.values()))
        topics = (rows[0].topic,)
        yield found_by("series", name, topics, tuple(rows), parts, cutter, family=family)


def events(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every event with its date and kind."""
    for event in book.events.values():
        outcome = f"outcome_{event.outcome}" if event.outcome else ""
        parts = [
            Part(TITLE, _resolved(event.name, book)),
            *_dated(event.date),
            Part(NOTE, _labels(book, f"kind_{event.kind}", outcome)),
            *_sourced(event, book),
        ]
        yield found_by("event", event.id, event.topics, event, parts, cutter)


def flows(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every data flow: from where, to where, what, under which identifier."""
    for flow in book.flows.values():
        parts = [
            Part(TITLE, Words(flow.data.ja, flow.data.en[:1].upper() + flow.data.en[1:])),
            Part(LABEL, _labels(book, flow.start, flow.end, between=" → "), quoted=True),
            Part(BODY, _labels(book, flow.identifier, flow.status)),
            Part(BODY, flow.basis),
            *_sourced(flow, book),
        ]
        yield found_by("flow", flow.id, (flow.topic,), flow, parts, cutter)


def systems(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every system or office: who runs it, what it holds, under which identifier."""
    for system in book.systems.values():
        parts = [
            Part(TITLE, _labels(book, system.id)),
            Part(LABEL, system.run_by),
            Part(BODY, system.data, quoted=True),
            Part(BODY, system.identifier),
            Part(BODY, system.basis),
            Part(BODY, _resolved(system.since, book)),
            *_sourced(system, book),
        ]
        yield found_by("system", system.id, (system.topic,), system, parts, cutter)


def terms(book: Book, data: Path, cutter: Cutter) -> Iterator[Found]:
    """Every term of the glossary, by any spelling and by its reading."""
    for term in book.terms.values():
        parts = [
            Part(TITLE, term.name),
            Part(LABEL, Words(*("・".join(term.others(each)) for each in LANGUAGES))),
            Part(LABEL, Words(term.reading, "")),
            Part(BODY, term.plain, quoted=True),
        ]
        yield found_by("term", term.id, term.topics, term, parts, cutter)


KINDS: tuple[Kind, ...] = (steps, claims, figures, events, flows, terms, systems, series)


def _resolved(words: Words, book: Book) -> Words:
    return Words(*(spoken(words, book, each) for each in LANGUAGES))


def _labels(book: Book, *codes: str, between: str = "・") -> Words:
    return Words(
        *(between.join(book.label(code, each) for code in codes if code) for each in LANGUAGES)
    )


def _dated(day: str) -> Iterator[Part]:
    yield Part(BODY, Words(*(format_date(day, each) for each in LANGUAGES)))


def _number_parts(record: Record, book: Book) -> Iterator[Part]:
    yield Part(TITLE, _resolved(record.label, book))
    yield Part(LABEL, Words(*(book.written(record, each) for each in LANGUAGES)))
    yield Part(BODY, record.measure.definition, quoted=True)
    yield Part(NOTE, record.measure.name)
    yield Part(NOTE, _labels(book, record.said_by))


def _sourced(row: Record | Event | Flow | System, book: Book) -> Iterator[Part]:
    yield Part(NOTE, _resolved(row.note, book))
    yield Part(NOTE, row.source.publisher)
    yield Part(NOTE, row.source.title)
