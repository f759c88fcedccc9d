"""The words of each topic, read from data/text/ and resolved in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from components.data.dataset import Dataset, load_dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized
from components.data.paths import DATA
from components.data.records import Claim
from components.data.state import data_state
from components.text.prose import Reference, RichText, paragraphs, rich_text
from components.text.yaml_reader import BrokenText, read_text


class Section(NamedTuple):
    """A group of topics in the menu."""

    title: Localized
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What the reader is asked before the chart shows the answer."""

    text: RichText
    answer: str
    why: RichText


class Point(NamedTuple):
    """A question to ask, or a way into a page; a card's picture is a drawing of its story."""

    text: RichText
    more: RichText
    to: str
    number: RichText
    picture: str


@dataclass(frozen=True)
class Step:
    """
    One finding: headline, body, one chart, note; the same in every form the product takes.

    A record's step has the number 0, arguments for the chart's function, and in asked what a link
    asks its page for: {"town": "131130"}.
    """

    id: str
    number: int
    name: str  # a few words, for lists and buttons
    headline: RichText
    short: RichText
    body: tuple[RichText, ...]
    on_screen: tuple[RichText, ...]  # what a reader can do there; left out where nothing moves
    note: tuple[RichText, ...]
    chart: str
    chart_name: RichText
    takeaway: RichText
    question: Question | None
    controls: Mapping[str, str]
    words: Mapping[str, RichText]
    points: tuple[Point, ...]
    claims: tuple[Claim, ...]
    arguments: Mapping[str, Any] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def query(self) -> Mapping[str, str]:
        """What a link to its page says to show this step."""
        return self.asked or {"step": str(self.number)}


@dataclass(frozen=True)
class Topic:
    """A walk of steps, in one language."""

    id: str
    title: str
    lede: tuple[RichText, ...]
    steps: tuple[Step, ...]
    language: Language


def sections(data: Path = DATA) -> tuple[Section, ...]:
    """List the menu: groups of topics in the order data/text/_contents.yml gives."""
    return tuple(
        Section(Localized(**each["title"]), tuple(each["topics"]))
        for each in read_text("_contents", data)
    )


def interface(key: str, language: Language, **values: str) -> str:
    """Give a word of the frame (buttons, labels) from data/text/_interface.yml."""
    words = _interface(data_state())[key][language]
    return words.format(**values) if values else words


@lru_cache(maxsize=2)
def _interface(_state: object) -> dict[str, dict[str, str]]:
    return {
        key: {language: words.strip() for language, words in pair.items()}
        for key, pair in read_text("_interface").items()
    }


def load_topic(topic_id: str, language: Language, data: Path = DATA) -> Topic:
    """
    Give a topic with every reference resolved; the same object while data/ does not change.

    Raises BrokenText when its file cannot be read or lacks a key.
    """
    return _topic(topic_id, language, data, data_state(data))


@lru_cache(maxsize=64)
def _topic(topic_id: str, language: Language, data: Path, _state: object) -> Topic:
    raw = read_text(topic_id, data)
    reader = _Reader(load_dataset(data), language)
    try:
        return Topic(
            id=topic_id,
            title=raw["title"][language],
            lede=(*reader.many(raw.get("lede")), *reader.known_until(topic_id)),
            steps=tuple(reader.step(number, step) for number, step in enumerate(raw["steps"], 1)),
            language=language,
        )
    except (KeyError, TypeError, AttributeError) as trouble:
        raise BrokenText(
            Localized(
                f"data/text/{topic_id}.yml に必要な項目がありません（{trouble}）。",
                f"data/text/{topic_id}.yml lacks something it needs ({trouble}).",
            )
        ) from trouble


class _Reader:
    """Turns the raw mappings of one file into values, in one language."""

    def __init__(self, dataset: Dataset, language: Language) -> None:
        self.dataset = dataset
        self.language = language

    def one(self, words: Mapping[str, str] | None, *, short: bool = False) -> RichText:
        text = (words or {}).get(self.language, "")
        return rich_text(text.strip(), self.dataset, self.language, short=short)

    def many(self, words: Mapping[str, str] | None, *, short: bool = False) -> tuple[RichText, ...]:
        written = (words or {}).get(self.language, "")
        return paragraphs(written, self.dataset, self.language, short=short)

    def known_until(self, topic_id: str) -> tuple[RichText, ...]:
        """Say of what date the topic's newest number is; nothing for a page without numbers."""
        if (newest := self.dataset.newest(topic_id)) is None:
            return ()
        before, _, after = interface("known_until", self.language).partition("{day}")
        day = Reference(format_date(newest.as_of.rpartition("/")[2], self.language), newest)
        return (RichText((before, day, after)),)

    def question(self, raw: Mapping[str, Any] | None) -> Question | None:
        if not raw:
            return None
        newest = self.dataset.members.get(raw["answer"])
        answer = newest.id if newest else raw["answer"]
        return Question(self.one(raw["question"]), answer, self.one(raw.get("why")))

    def point(self, raw: Mapping[str, Any]) -> Point:
        return Point(
            self.one(raw["text"]),
            self.one(raw.get("more")),
            raw.get("to", ""),
            self.one(raw.get("number"), short=True),
            raw.get("picture", ""),
        )

    def step(self, number: int, raw: Mapping[str, Any]) -> Step:
        known = self.dataset.claims
        return Step(
            id=raw["id"],
            number=number,
            name=(raw.get("name") or raw["headline"])[self.language].strip(),
            headline=self.one(raw["headline"], short=True),
            short=self.one(raw.get("short")),
            body=self.many(raw["body"]),
            on_screen=self.many(raw.get("on_screen")),
            note=self.many(raw.get("note"), short=True),
            chart=raw.get("chart", ""),
            chart_name=self.one(raw.get("chart_name")),
            takeaway=self.one(raw.get("takeaway")),
            question=self.question(raw.get("guess")),
            controls={k: each[self.language] for k, each in (raw.get("controls") or {}).items()},
            words={key: self.one(each) for key, each in (raw.get("words") or {}).items()},
            points=tuple(self.point(each) for each in raw.get("points") or ()),
            claims=tuple(known[each] for each in raw.get("claims") or () if each in known),
        )
