"""Records that are words: labels of codes, names, synonyms, terms; sides; corrections."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from components.data import columns
from components.data.columns import Code, Day, Id
from components.data.languages import NO_WORDS, Language, Localized
from components.data.records import Measure, Source

Side = Literal["critics", "government", "others"]
Preferred = Literal["", "figure", "event", "claim", "step", "flow", "term", "system"]


@dataclass(frozen=True, kw_only=True)
class Label:
    """What readers see for a code of another table; in English singular|plural for units."""

    code: Annotated[Id, "コード", "The code that other tables use"]
    group: Annotated[str, "まとまり", "What the code belongs to; its prefix"]
    words: Annotated[Localized, "", "ことば", "What readers see"]


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name that holds a digit and may stand in a sentence."""

    words: Annotated[Localized, "name", "名前", "A name with a digit that a sentence may hold"]


@dataclass(frozen=True, kw_only=True)
class Synonym:
    """Words that count as one; prefers is the kind of record that a question with them wants."""

    concept: Annotated[Id, "意味", "A name for what the words have in common"]
    words: Annotated[Localized, "", "ことば", "Words of one meaning, parted by vertical bars"]
    prefers: Annotated[Preferred, "ほしい種類", "The kind of record such a question wants"] = ""


@dataclass(frozen=True, kw_only=True)
class Claimant:
    """The side a claimant speaks from."""

    claimant: Annotated[Code, "主張した者", "Who claims (said_…)"]
    side: Annotated[
        Side, "立場", "critics raise concerns, government runs the system, others do neither"
    ]


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a published record said before, and why it says something else now."""

    KEY: ClassVar = ()
    corrected_on: Annotated[Day, "訂正した日", "The day of the correction"]
    table: Annotated[str, "表", "The table that was corrected, like figures"]
    record_id: Annotated[str, "記録のID", "The id of the corrected record"]
    field: Annotated[str, "項目", "The corrected column"]
    was: Annotated[Localized, "訂正前", "What it said before"]
    now: Annotated[Localized, "is", "訂正後", "What it says now"]
    why: Annotated[Localized, "理由", "Why"]


@dataclass(frozen=True, kw_only=True)
class StartingPoint:
    """A question with which to begin looking at the data, and the selection that answers it."""

    id: Annotated[Id, "point_id", "はじめの問いのID", "The id of the question"]
    measure: Annotated[Measure, "定義のID", "What is shown"]
    by: Annotated[str, "分け方", "A dimension of its table; item for single figures, time for none"]
    form: Annotated[Literal["line", "bar", "map", "table"], "見せ方", "How it is shown first"]
    question: Annotated[Localized, "問い", "The question, in everyday words"]


@dataclass(frozen=True, kw_only=True)
class Term:
    """
    A word readers may not know, with a plain explanation.

    also holds other spellings, separated by |. The source is there where the explanation rests on
    a document.
    """

    id: Annotated[Id, "term_id", "用語のID", "The id of the term"]
    name: Annotated[Localized, "term", "用語", "The term as a sentence writes it"]
    reading: Annotated[columns.Hiragana, "読み（ひらがな）", "It sets the order of the list"]
    plain: Annotated[Localized, "やさしい説明", "What it means, numbers by reference"]
    also: Annotated[Localized, "ほかの書き方", "Other spellings, by vertical bars"] = NO_WORDS
    topics: columns.Topics
    source: Annotated[
        Source | None, "出典のID", "The document the explanation rests on, if it rests on one"
    ] = None
    place: columns.Place = NO_WORDS
    checked: columns.Checked

    def others(self, language: Language) -> list[str]:
        """Give the other spellings in a language."""
        return [each.strip() for each in self.also.to(language).split("|") if each.strip()]

    def spellings(self, language: Language) -> list[str]:
        """Give every way the term is written in a language."""
        return [self.name.to(language), *self.others(language)]
