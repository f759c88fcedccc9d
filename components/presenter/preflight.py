"""Before a talk: what each step shows, and what the room may trip over in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language, aside
from components.data.records import Claim, Figure
from components.presenter.talk import Talk
from components.text.cells import Row
from components.text.prose import RichText, render_plain, rich_text
from components.text.story import get_story
from components.text.topics import Step

# In the order of how much they would embarrass a presenter.
KINDS = (
    "broken",
    "superseded",
    "overdue",
    "overtaken",
    "low",
    "no_notes",
    "parts",
    "archive_only",
    "second_hand",
)
OVERTAKEN = ("overtaken", "did_not_happen")


@dataclass(frozen=True)
class Shown:
    """What the room meets at one step; place is the step's place in the talk, from 1."""

    place: int
    title: str
    page: str
    rows: tuple[Row, ...]
    notes: bool
    fragments: int
    parts: int = 1
    drawn: bool = True


@dataclass(frozen=True)
class Worry:
    """One thing to know before it is asked: which kind, at which step, about which record."""

    kind: str
    place: int
    row: Row | None = None
    more: str = ""


def shown(
    talk: Talk, slides: Sequence[Mapping[str, Any]], dataset: Dataset, language: Language
) -> list[Shown]:
    """Say what each step of a talk shows and says; slides are those of the talk, in its order."""
    rows = _rows(dataset)
    found = []
    for place, ((topic_id, step_id), slide) in enumerate(zip(talk.steps, slides, strict=True), 1):
        step = get_story(topic_id).step(step_id, language)
        fragments = slide["fragments"]
        figures = [each for each in fragments if each["kind"] == "figure"]
        ids = [id for each in figures for id in each["ids"]] + [*_told(step, dataset, language)]
        found.append(
            Shown(
                place=place,
                title=slide["title"],
                page=slide["page"],
                rows=tuple(rows[each] for each in dict.fromkeys(ids) if each in rows),
                notes=any(line.strip() for line in slide["notes"]),
                fragments=_unasked(fragments, talk.claims_of(topic_id, step_id)),
                parts=max(len(figures), 1),
                drawn=all(each["figure"] for each in figures),
            )
        )
    return found


def _unasked(fragments: Sequence[Mapping[str, Any]], told: str) -> int:
    """Count what comes by itself: claims only as far as the talk says, but never nothing."""
    claims = sum(each["kind"] == "claims" for each in fragments)
    return max(1, len(fragments) - claims + min(claims, {"none": 0, "one": 1}.get(told, claims)))


def worries(steps: Iterable[Shown], dataset: Dataset, language: Language, day: date) -> list[Worry]:
    """List what the room may trip over on a day, the gravest kind first, then in talk order."""
    found = [worry for step in steps for worry in _at(step, dataset, language, day)]
    return sorted(found, key=lambda each: (KINDS.index(each.kind), each.place))


def _at(step: Shown, dataset: Dataset, language: Language, day: date) -> Iterator[Worry]:
    if not step.drawn:
        yield Worry("broken", step.place)
    if not step.notes:
        yield Worry("no_notes", step.place)
    if step.parts > 1:
        yield Worry("parts", step.place, more=str(step.parts))
    for row in step.rows:
        for kind, more in _about(row, dataset, language, day):
            yield Worry(kind, step.place, row, more)


def _about(row: Row, dataset: Dataset, language: Language, day: date) -> Iterator[tuple[str, str]]:
    """Say what is to be known about one record."""
    if isinstance(row, Claim):
        if row.state in OVERTAKEN:
            yield "overtaken", render_plain(row.since, dataset, language)
        return
    if isinstance(row, Figure):
        if row.superseded_by:
            yield "superseded", _newer(row, dataset, language)
        elif row.is_stale(day):
            yield "overdue", format_date(row.review_after, language)
    if getattr(row, "confidence", "") == "low":
        yield "low", row.source.short.to(language)
    origin = row.origin if isinstance(row, Figure) else None
    if row.source.kind == "archive" and origin is None:
        yield "archive_only", row.source.short.to(language)
    elif row.source.kind in ("archive", "second_hand"):
        named = [origin, row.source] if origin else [row.source]
        yield "second_hand", " ← ".join(each.short.to(language) for each in named)


def _newer(row: Figure, dataset: Dataset, language: Language) -> str:
    """Write the newest value known, with its date; values may be superseded several times."""
    seen = {row.id}
    rows = _rows(dataset)
    while isinstance(newer := rows.get(row.superseded_by), Figure) and newer.id not in seen:
        row = newer
        seen.add(row.id)
    return aside(dataset.format_value(row, language), format_date(row.as_of, language), language)


def _told(step: Step, dataset: Dataset, language: Language) -> Iterator[str]:
    """Name the records in the words a step shows, in what its speaker is told, and its claims."""
    words: list[RichText] = [step.headline, *step.words.values(), step.takeaway, *step.note]
    words += [each for point in step.points for each in (point.text, point.more)]
    if step.question:
        yield step.question.answer
        words += [step.question.text, step.question.why]
    for claim in step.claims:
        yield claim.id
        said = (claim.text, claim.answer, claim.since)
        words += [rich_text(each.to(language), dataset, language) for each in said]
    for each in words:
        yield from (mention.record.id for mention in each.mentions if mention.record)


@lru_cache(maxsize=2)
def _rows(dataset: Dataset) -> dict[str, Row]:
    kinds = (
        dataset.events,
        dataset.flows,
        dataset.systems,
        dataset.claims,
        dataset.examples,
        dataset.figures,
    )
    found: dict[str, Row] = {row.id: row for table in dataset.tables.values() for row in table}
    for kind in kinds:
        found.update(kind)
    return found


@dataclass(frozen=True)
class Pace:
    """A talk's length shared out evenly, in seconds: nothing but a division."""

    steps: int
    fragments: int
    a_step: float
    a_fragment: float


def pace(talk: Talk, steps: Sequence[Shown]) -> Pace:
    """Share the length out over steps and fragments. Raises ValueError without steps."""
    if not steps:
        raise ValueError("a talk without steps has no pace")
    seconds = talk.minutes * 60
    fragments = sum(step.fragments for step in steps)
    return Pace(len(steps), fragments, seconds / len(steps), seconds / fragments)
