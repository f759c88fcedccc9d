"""Are the words in order? Both languages, same references, no typed numbers, right characters."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from components.content.check_tables import Table
from components.content.languages import LANGUAGES
from components.content.problems import Problem
from components.content.prose import REFERENCE
from components.content.texts import PlainText

JAPANESE = re.compile(r"[぀-ヿ㐀-鿿ｦ-ﾟ]+")
QUOTED = re.compile(r"「[^」]*」")
RADICAL = re.compile(r"[⺀-⿟]")
HALF_KANA = re.compile(r"[ｦ-ﾟ]+")
DIGITS = re.compile(r"[0-9０-９][0-9０-９.,，．]*")
MARKUP = re.compile(r"[\[\]<>`*_$#~\\|!@{}]|://")
# Columns that are prose: no digits, same references. Others are names, where digits may stand.
PROSE = ("claim", "answer", "since", "note", "data", "basis", "why", "name")
NAMES_FREE = {"measures.csv", "sources.csv", "names.csv"}
LABELS = ("label", "publisher", "short", "title", "definition", "defined_by", "place")
STEP_NEEDS = ("id", "headline", "body", "note")
Tables = Mapping[str, Table]


def problems(data: Path, tables: Tables) -> list[Problem]:
    """List what is wrong with the words of every CSV and YAML file."""
    rules = _Rules(tables)
    found: list[Problem] = []
    for table in tables.values():
        found += [*_table(table, rules), *_characters(table)]
    for path in sorted((data / "text").glob("*.yml")):
        found += _file(path, rules)
    return found


class _Rules:
    """What a pair of texts must hold to."""

    def __init__(self, tables: Tables) -> None:
        def ids(table: str, key: str) -> set[str]:
            return {row.get(key, "") for row in tables[table].rows} if table in tables else set()

        self.figures = ids("figures", "figure_id")
        self.events = ids("events", "event_id")
        self.claims = ids("claims", "claim_id")
        names = tables["names"].rows if "names" in tables else []
        both = {row.get(key, "") for row in names for key in ("name_ja", "name_en")}
        self.names = sorted(filter(None, both), key=len, reverse=True)

    def pair(self, file: str, row: int, field: str, ja: str, en: str) -> Iterator[Problem]:
        """Check two texts as a pair, and each by itself."""
        for language, words in (("ja", ja), ("en", en)):
            if not words.strip() and (ja + en).strip():
                yield Problem(file, row, field, "language_missing", {"which": language})
        used = {"ja": referred(ja), "en": referred(en)}
        only = {"ja": used["ja"] - used["en"], "en": used["en"] - used["ja"]}
        if (only["ja"] or only["en"]) and ja.strip() and en.strip():
            values = {key: ", ".join(sorted(each[0] for each in only[key])) or "–" for key in only}
            yield Problem(file, row, field, "references_differ", values)
        yield from self.english(file, row, field, en)
        for words in (ja, en):
            yield from self.references(file, row, field, words)
            yield from self.digits(file, row, field, words)

    def english(self, file: str, row: int, field: str, en: str) -> Iterator[Problem]:
        """English holds Japanese only inside 「」."""
        if match := JAPANESE.search(QUOTED.sub("", en)):
            yield Problem(file, row, field, "japanese_in_english", {"value": match[0]})

    def references(self, file: str, row: int, field: str, words: str) -> Iterator[Problem]:
        """Every reference leads to a record."""
        for name, aspect in REFERENCE.findall(words):
            known = name in self.events if aspect == "date" else name in self.figures
            if not known or aspect not in ("", "as_of", "bare", "date"):
                yield Problem(file, row, field, "reference_unknown", {"value": f"{{{name}}}"})

    def digits(self, file: str, row: int, field: str, words: str) -> Iterator[Problem]:
        """No number is typed into prose."""
        left = REFERENCE.sub("", words)
        for name in self.names:
            left = left.replace(name, "")
        if match := DIGITS.search(left):
            yield Problem(file, row, field, "digit", {"value": match[0]})


def referred(words: str) -> set[tuple[str, str]]:
    """Give the references of a text; with or without 約 (.bare) is the same number."""
    return {(name, aspect.replace("bare", "")) for name, aspect in REFERENCE.findall(words)}


def _table(table: Table, rules: _Rules) -> Iterator[Problem]:
    names = {field["name"] for field in table.schema["fields"]}
    for stem in sorted(name[:-3] for name in names if name.endswith("_ja")):
        is_prose = stem.removeprefix("answer_") in PROSE and table.file not in NAMES_FREE
        for number, row in table.lines():
            ja, en = row.get(f"{stem}_ja", ""), row.get(f"{stem}_en", "")
            if is_prose:
                yield from rules.pair(table.file, number, stem, ja, en)
                continue
            if bool(ja.strip()) != bool(en.strip()):
                missing = "en" if ja.strip() else "ja"
                yield Problem(table.file, number, stem, "language_missing", {"which": missing})
            yield from rules.english(table.file, number, stem, en)
    if {"ja", "en"} <= names:
        for number, row in table.lines():
            yield from rules.english(table.file, number, "en", row.get("en", ""))


def _characters(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for name, value in row.items():
            for key, pattern in (("radical", RADICAL), ("half_kana", HALF_KANA)):
                if match := pattern.search(value):
                    yield Problem(table.file, number, name, key, {"value": match[0]})


def _file(path: Path, rules: _Rules) -> list[Problem]:
    file = f"text/{path.name}"
    try:
        words = path.read_text("utf-8-sig")
        raw = yaml.load(words, Loader=PlainText)
    except UnicodeDecodeError:
        return [Problem(file, 0, "", "not_utf8")]
    except yaml.MarkedYAMLError as trouble:
        line = str(trouble.problem_mark.line + 1) if trouble.problem_mark else "?"
        twice = (trouble.problem or "").partition("key given twice: ")[2]
        key = "key_twice" if twice else "yaml_broken"
        return [Problem(file, 0, "", key, {"line": line} | ({"name": twice} if twice else {}))]
    if not raw:
        return [Problem(file, 0, "", "file_empty")]
    found = [
        Problem(file, 0, "", key, {"value": match[0]})
        for key, pattern in (("radical", RADICAL), ("half_kana", HALF_KANA))
        if (match := pattern.search(words))
    ]
    for place, pair in _pairs(raw, ""):
        found += _pair(file, place, pair, rules)
    if not path.name.startswith("_"):
        found += _topic(file, raw, rules)
    return found


def _pairs(node: Any, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Walk to every {ja: …, en: …}, with the path that leads to it."""
    if isinstance(node, dict):
        leaves = node and all(isinstance(each, str) for each in node.values())
        if set(node) & set(LANGUAGES) and leaves:
            yield place, node
            return
        for key, child in node.items():
            yield from _pairs(child, f"{place} › {key}".removeprefix(" › "))
    elif isinstance(node, list):
        for number, child in enumerate(node, 1):
            name = child.get("id", number) if isinstance(child, dict) else number
            yield from _pairs(child, f"{place} › {name}".removeprefix(" › "))


def _pair(file: str, place: str, pair: dict[str, str], rules: _Rules) -> Iterator[Problem]:
    for language in pair:
        if language not in LANGUAGES:
            yield Problem(file, 0, place, "language_extra", {"which": language})
    if file == "text/_interface.yml":
        # {count} and the like are filled in by the screen, and are not references to records.
        for language in LANGUAGES:
            if not pair.get(language, "").strip():
                yield Problem(file, 0, place, "language_missing", {"which": language})
        yield from rules.english(file, 0, place, pair.get("en", ""))
        return
    yield from rules.pair(file, 0, place, pair.get("ja", ""), pair.get("en", ""))
    if place == "title" or " › controls › " in place:
        for words in pair.values():
            if match := MARKUP.search(words):
                yield Problem(file, 0, place, "markup", {"value": match[0]})


def _topic(file: str, raw: Mapping[str, Any], rules: _Rules) -> Iterator[Problem]:
    for name in ("title", "steps"):
        if not raw.get(name):
            yield Problem(file, 0, name, "key_missing", {"name": name})
    for step in raw.get("steps") or []:
        place = str(step.get("id", "?"))
        for name in STEP_NEEDS:
            if not step.get(name):
                yield Problem(file, 0, place, "key_missing", {"name": name})
        for name in ("chart_name", "takeaway"):
            if step.get("chart") and not step.get(name):
                yield Problem(file, 0, place, "chart_words", {"name": name})
        for claim in step.get("claims") or []:
            if claim not in rules.claims:
                yield Problem(file, 0, place, "reference_unknown", {"value": claim})
        answer = (step.get("guess") or {}).get("answer")
        if answer and answer not in rules.figures:
            yield Problem(file, 0, place, "reference_unknown", {"value": answer})
