"""Are the words in order? Both languages, same references, no typed numbers, right characters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from components.checks.characters import characters
from components.checks.tables import Table
from components.data.problems import Problem, problem
from components.text.prose import REFERENCE

JAPANESE = re.compile(r"[々〆〇぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ\U00020000-\U0003134f]+")
QUOTED = re.compile(r"「[^」]*」")
DIGITS = re.compile(r"[0-9０-９][0-9０-９.,，．]*")
BRACE = re.compile(r"[{}][^{}\s、。]{0,40}")
ASPECTS = {
    "": "figures",
    "as_of": "figures",
    "bare": "figures",
    "short": "figures",
    "date": "events",
}
# Columns that are prose: no digits, same references. Others are names, where digits may stand.
PROSE = ("claim", "answer", "since", "note", "data", "basis", "why", "name", "plain")
# Other spellings may be known in one language only, and so may names of firms.
ONE_SIDED = ("also", "recipient")
NAMES_FREE = {"measures.csv", "sources.csv", "names.csv"}
Tables = Mapping[str, Table]


@dataclass(frozen=True)
class LocatedText:
    """Words in one language with the cell or line they stand in."""

    language: str
    words: str
    row: int
    field: str

    def problem(self, file: str, key: str, /, **values: object) -> Problem:
        """Say what is wrong with these words."""
        return problem(file, self.row, self.field, key, **values)


class Rules:
    """What words must hold to: alone, and as a pair of Japanese and English."""

    def __init__(self, tables: Tables) -> None:
        self.known = {
            "figures": figure_names(tables),
            "events": ids(tables, "events", "event_id"),
        }
        self.claims = ids(tables, "claims", "claim_id")
        self.terms = ids(tables, "glossary", "term_id")
        side = {row.get("claimant", ""): row.get("side", "") for row in tables["claimants"].rows}
        self.sides = {
            row.get("claim_id", ""): side.get(row.get("claimant", ""))
            for row in tables["claims"].rows
        }
        names = tables["names"]
        self.unread_names = names.unread
        both = {row.get(key, "") for row in names.rows for key in ("name_ja", "name_en")}
        self.names = sorted(filter(None, both), key=len, reverse=True)

    def pair(
        self, file: str, ja: LocatedText, en: LocatedText, *, needed: bool = False
    ) -> Iterator[Problem]:
        """Check two texts as a pair, and each by itself."""
        yield from both_there(file, ja, en, needed=needed)
        used = {each.language: referred(each.words) for each in (ja, en)}
        only = {
            "ja": sorted(map(_written, used["ja"] - used["en"])),
            "en": sorted(map(_written, used["en"] - used["ja"])),
        }
        if (only["ja"] or only["en"]) and ja.words.strip() and en.words.strip():
            yield en.problem(file, "references_differ", **only)
        yield from english(file, en)
        for text in (ja, en):
            yield from self.references(file, text)
            yield from self.digits(file, text)

    def references(self, file: str, text: LocatedText) -> Iterator[Problem]:
        """Every reference leads to a record, and every brace belongs to a reference."""
        for name, aspect in REFERENCE.findall(text.words):
            known = self.known.get(ASPECTS.get(aspect, ""), set())
            if known is not None and name not in known:
                yield self.unknown(file, text.row, text.field, name, _written((name, aspect)))
        if match := BRACE.search(REFERENCE.sub("", text.words)):
            yield text.problem(file, "brace", value=match[0])

    def unknown(self, file: str, row: int, field: str, name: str, written: str = "") -> Problem:
        """Say that there is no record of a name, and which are nearest."""
        known = set().union(*(each or () for each in (*self.known.values(), self.claims)))
        near = get_close_matches(name, known, cutoff=0.5)
        return problem(file, row, field, "reference_unknown", value=written or name, near=near)

    def digits(self, file: str, text: LocatedText) -> Iterator[Problem]:
        """No number is typed into prose."""
        left = REFERENCE.sub("", text.words)
        for name in self.names:
            left = left.replace(name, "")
        if (match := DIGITS.search(left)) and not self.unread_names:
            yield text.problem(file, "digit", value=match[0])


def problems(tables: Tables, rules: Rules) -> list[Problem]:
    """List what is wrong with the words of every CSV file."""
    found: list[Problem] = []
    for table in tables.values():
        found += [*_table(table, rules), *_characters(table)]
    return found


def ids(tables: Tables, table: str, key: str) -> set[str] | None:
    """Give the ids of a table; None when it cannot be read, so that nothing is said to lack."""
    if tables[table].unread:
        return None
    return {row.get(key, "") for row in tables[table].rows}


def figure_names(tables: Tables) -> set[str] | None:
    """Give what may stand for a figure: ids, series, and series with the date of a value."""
    known = ids(tables, "figures", "figure_id")
    if known is None:
        return None
    members = [row for row in tables["figures"].rows if row.get("series") and row.get("value")]
    dated = {f"{row['series']}@{row.get('as_of', '')}" for row in members}
    return known | dated | {row["series"] for row in members}


def both_there(
    file: str, ja: LocatedText, en: LocatedText, *, needed: bool = False
) -> Iterator[Problem]:
    """Where one language speaks, or words are needed, both speak."""
    for text in (ja, en):
        if not text.words.strip() and (needed or (ja.words + en.words).strip()):
            yield text.problem(file, "language_missing", which=text.language)


def english(file: str, en: LocatedText) -> Iterator[Problem]:
    """English holds Japanese only inside 「」."""
    if match := JAPANESE.search(QUOTED.sub("", en.words)):
        yield en.problem(file, "japanese_in_english", value=match[0])


def referred(words: str) -> set[tuple[str, str]]:
    """Give the references of a text; with or without 約 (.bare) is the same number."""
    return {
        (name, aspect.replace("bare", "").replace("short", ""))
        for name, aspect in REFERENCE.findall(words)
    }


def _written(reference: tuple[str, str]) -> str:
    return "{" + ".".join(filter(None, reference)) + "}"


def _table(table: Table, rules: Rules) -> Iterator[Problem]:
    names = {field["name"] for field in table.schema["fields"]}
    for stem in sorted(name[:-3] for name in names if name.endswith("_ja")):
        is_prose = stem.removeprefix("answer_") in PROSE and table.file not in NAMES_FREE
        for number, row in table.lines():
            ja, en = (
                LocatedText(
                    language, row.get(f"{stem}_{language}", ""), number, f"{stem}_{language}"
                )
                for language in ("ja", "en")
            )
            if is_prose:
                yield from rules.pair(table.file, ja, en)
            else:
                if stem not in ONE_SIDED:
                    yield from both_there(table.file, ja, en)
                yield from english(table.file, en)
    for number, row in table.lines():
        yield from english(table.file, LocatedText("en", row.get("en", ""), number, "en"))


def _characters(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for name, value in row.items():
            for key, found in characters(value):
                yield table.problem(number, name, key, **found)
