"""What a record is: one number (or date) with everything a checker asks about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, ClassVar, Literal

from components.data import columns
from components.data.columns import Code, Date, Day, Id
from components.data.dates import first_day
from components.data.languages import NO_WORDS, Language, Localized
from components.data.schema import Rule

Kind = Literal["primary", "second_hand", "archive", "cited"]
Counted = Literal["share", "count", "cumulative", "money", "rate", "date", "duration", "other"]
Processing = Literal["as_published", "unit_converted", "calculated", "rounded_by_source"]
Stance = Literal["concern", "benefit", "procedure", "fact_of_law"]
State = Literal["stands", "overtaken", "happened", "did_not_happen", "open"]
Happening = Literal[
    "law", "court", "budget", "rollout", "error", "statement", "publication", "rally"
]
Outcome = Literal["", "happened", "happened_late", "changed", "did_not_happen", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Source:
    """One document: by who made the number, quoting it, a post, or named and not seen by us."""

    TABLE: ClassVar = "sources"
    id: Annotated[Id, "source_id", "出典のID", "The id of the document"]
    publisher: Annotated[Localized, "発行者", "Who published the document"]
    short: Annotated[Localized, "図の中に書く短い名", "The shortest usable name of the publisher"]
    title: Annotated[Localized, "文書の題", "Title of the document (ours where it has none)"]
    url: Annotated[
        str, Rule("^https?://.+$"), "リンク", "Empty only for kinds archive and cited"
    ] = ""
    published: columns.Published = ""
    checked: columns.Checked
    kind: Annotated[
        Kind,
        "種類",
        "primary: by who made the number; second_hand: quoting it; archive: one of the posts; "
        "cited: named elsewhere and not seen by us",
    ]
    note: columns.Note = NO_WORDS

    def __post_init__(self) -> None:
        if not self.url.startswith(("https://", "http://")):
            object.__setattr__(self, "url", "")  # a link leads to a document or nowhere

    def named(self, language: Language) -> str:
        """Give publisher and title."""
        return f"{self.publisher.to(language)} {self.title.to(language)}".strip()


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What exactly is counted. Figures of two measures share an axis only if comparable."""

    TABLE: ClassVar = "measures"
    id: Annotated[Id, "measure_id", "定義のID", "The id of the definition"]
    topic: columns.Topic
    name: columns.Name
    definition: Annotated[
        Localized, "何を数えるか", "Exactly what is counted, of what, by when, and what it is not"
    ]
    unit: columns.Unit
    kind: Annotated[Counted, "種類", "What kind of number; a cumulative one never falls"]
    defined_by: Annotated[Localized, "定義した者", "Who made the definition"] = NO_WORDS
    comparable_with: Annotated[
        frozenset[str], "同じ軸に置ける定義", "Measures that may share an axis, by spaces"
    ] = frozenset()


SourceOf = Annotated[Source, "出典のID", "The document this was read in"]
SinceSource = Annotated[Source | None, "その後の出典", "The document that says so"]
MeasureOf = Annotated[Measure, "定義のID", "What exactly is counted"]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """
    One value of one measure at one date: a row of figures.csv or of data/tables/.

    value is written as in the file: a plain number in the measure's unit, an ISO date where the
    unit is date, or empty where the value was looked for and not seen (qualifier not_seen). dims
    tells the rows of a longer table apart: {"prefecture": "prefecture_18_fukui"}.
    """

    id: Annotated[Id, "figure_id", "数字のID", "The id of the figure"]
    topic: columns.Topic
    measure: MeasureOf
    label: Annotated[Localized, "数字の名", "What this number is called"]
    value: columns.Value = ""
    unit: columns.Unit
    qualifier: columns.Qualifier
    as_of: columns.AsOf = ""
    said_by: Annotated[Code, "だれの数字か", "Whose number it is (said_…)"] = ""
    source: SourceOf
    place: columns.Place
    origin: Annotated[Source | None, "引用された文書", "The document our source quotes"] = None
    processing: Annotated[Processing, "加工", "What was done to the number"]
    calculation: Annotated[
        str, "計算式", "Of a calculated value: + - * / ( ) over figure ids and numbers: a / b * 100"
    ] = ""
    part_of: Annotated[
        str, Rule(references="figures"), "全体の数字", "The whole it is a part of (same unit)"
    ] = ""
    series: columns.Series = ""
    published: columns.Published = ""
    checked: columns.Checked
    confidence: columns.Confidence
    superseded_by: Annotated[
        str, Rule(references="figures"), "新しい値の数字", "The newer value of the same thing"
    ] = ""
    review_after: Annotated[Day, "見直す日", "The day from which to look at it again"] = ""
    note: columns.Note = NO_WORDS
    dims: Mapping[str, str] = field(default_factory=dict)
    link: str = ""  # to the very page of a source of many, where it is known

    @property
    def document(self) -> Source:
        """The source, with the link of the very page where it is known."""
        return replace(self.source, url=self.link) if self.link else self.source

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


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Who claims what and when; what the other side answers; what happened since."""

    id: Annotated[Id, "claim_id", "主張のID", "The id of the claim"]
    topic: columns.Topic
    text: Annotated[Localized, "claim", "主張", "The claim in one fair sentence"]
    claimant: Annotated[
        str, Rule(references="labels claimants"), "主張した者", "Who claims it (said_…)"
    ]
    stance: Annotated[Stance, "主張の種類", "What kind of claim it is"]
    as_of: columns.AsOf = ""
    source: SourceOf
    place: columns.Place
    answer: Annotated[Localized, "これに対する説明", "The strongest answer on record"] = NO_WORDS
    answer_by: Annotated[Code, "説明した者", "Who answers (said_…)"] = ""
    answer_as_of: Annotated[Date, "説明の時点", "When the answer was given"] = ""
    answer_source: Annotated[Source | None, "説明の出典", "The document of the answer"] = None
    answer_place: Annotated[Localized, "説明の場所", "Where in that document"] = NO_WORDS
    answer_looked: Annotated[
        Day, "説明を探した日", "The day we looked for an answer; needed where there is none"
    ] = ""
    since: columns.Since = NO_WORDS
    since_as_of: columns.SinceAsOf = ""
    since_source: SinceSource = None
    since_bearing: columns.Bearing = ""
    state: Annotated[State, "今の状態", "How the claim stands today"]
    merged_into: Annotated[
        str, Rule(references="claims"), "まとめ先の主張", "The claim kept in place of this one"
    ] = ""
    note: columns.Note = NO_WORDS
    checked: columns.Checked


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something dated that happened, or was planned (and what came of the plan)."""

    id: Annotated[Id, "event_id", "できごとのID", "The id of the event"]
    date: Annotated[Date, "日付", "When it happened, or is planned to"]
    kind: Annotated[Happening, "種類", "What kind of event it is"]
    topics: columns.Topics
    name: columns.Name
    source: SourceOf
    place: columns.Place
    is_plan: Annotated[bool, "予定か", "yes for something announced, no for what happened"]
    outcome: Annotated[Outcome, "予定のその後", "What came of a plan"] = ""
    outcome_event: Annotated[
        str,
        Rule(references="events"),
        "outcome_event_id",
        "実現したできごと",
        "The event in which the plan came about",
    ] = ""
    confidence: columns.Confidence
    note: columns.Note = NO_WORDS
    checked: columns.Checked
