"""What a record is: one number (or date) with everything a checker asks about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from components.data.dates import first_day
from components.data.languages import Language, Localized


@dataclass(frozen=True)
class Source:
    """One document. kind: primary, second_hand, archive, or cited (named by another, not seen)."""

    id: str
    publisher: Localized
    short: Localized
    title: Localized
    url: str
    published: str
    checked: str
    kind: str
    note: Localized

    def named(self, language: Language) -> str:
        """Give publisher and title."""
        return f"{self.publisher.to(language)} {self.title.to(language)}".strip()


@dataclass(frozen=True)
class Measure:
    """What exactly is counted. Figures of two measures share an axis only if comparable."""

    id: str
    topic: str
    name: Localized
    definition: Localized
    unit: str
    kind: str
    defined_by: Localized
    comparable_with: frozenset[str]


@dataclass(frozen=True)
class Figure:
    """
    One value of one measure at one date: a row of figures.csv or of data/tables/.

    value is written as in the file: a plain number in the measure's unit, an ISO date where the
    unit is date, or empty where the value was looked for and not seen (qualifier not_seen).
    """

    id: str
    topic: str
    measure: Measure
    label: Localized
    value: str
    qualifier: str
    as_of: str
    said_by: str
    source: Source
    place: Localized
    origin: Source | None
    processing: str
    calculation: str
    published: str
    checked: str
    confidence: str
    superseded_by: str
    review_after: str
    note: Localized
    dims: Mapping[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        return self.measure.unit

    @property
    def number(self) -> float | None:
        """The value as a number; None for a gap. Raises ValueError for a date."""
        return float(self.value) if self.value else None

    @property
    def day(self) -> date:
        """The first day of the as-of date, for time axes. Raises ValueError without one."""
        return first_day(self.as_of)

    def is_stale(self, today: date) -> bool:
        """Tell whether a newer value is known or the day for another look has passed."""
        overdue = bool(self.review_after) and first_day(self.review_after) < today
        return bool(self.superseded_by) or overdue


@dataclass(frozen=True)
class Claim:
    """Who claims what and when; what the other side answers; what happened since."""

    id: str
    topic: str
    text: Localized
    claimant: str
    stance: str
    as_of: str
    source: Source
    place: Localized
    answer: Localized
    answer_by: str
    answer_as_of: str
    answer_source: Source | None
    answer_place: Localized
    answer_looked: str
    since: Localized
    since_as_of: str
    since_source: Source | None
    state: str
    merged_into: str
    note: Localized


@dataclass(frozen=True)
class Event:
    """Something dated that happened, or was planned (and what came of the plan)."""

    id: str
    date: str
    kind: str
    topics: tuple[str, ...]
    name: Localized
    source: Source
    place: Localized
    is_plan: bool
    outcome: str
    outcome_event: str
    confidence: str
    note: Localized


@dataclass(frozen=True)
class Flow:
    """Data going from one node to another, under which identifier, and in what status."""

    id: str
    topic: str
    start: str
    end: str
    data: Localized
    identifier: str
    status: str
    basis: Localized
    source: Source
    place: Localized
    as_of: str
    confidence: str
    note: Localized


@dataclass(frozen=True)
class System:
    """
    A system or office the links pass through: who runs it, which identifier it uses, on what basis.

    id is its node code; the words of the node are its name. status is how it stood when the source
    was written, since what is known of it later.
    """

    id: str
    topic: str
    field: str
    run_by: Localized
    identifier: Localized
    data: Localized
    basis: Localized
    status: str
    source: Source
    place: Localized
    as_of: str
    since: Localized
    since_as_of: str
    since_source: Source | None
    confidence: str
    note: Localized


class Synonym(NamedTuple):
    """Words that count as one; prefers is the kind of record that a question with them wants."""

    concept: str
    words: Localized
    prefers: str
