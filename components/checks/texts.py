"""Are the files in data/text/ in order? Shape, both languages, characters, the menu."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from components.checks import steps, yaml_signs
from components.checks.characters import characters
from components.checks.people import contact
from components.checks.placed_texts import inside, leaves, line_of, read
from components.checks.words import DIGITS, LocatedText, Rules, both_there, english
from components.data.csv_reader import read_text_of
from components.data.languages import LANGUAGES
from components.data.paths import files_in
from components.data.problems import Problem, problem

MARKUP = re.compile(r"[\[\]<>`*_$#~\\|!@{}]|://")
SLOT = re.compile(r"\{[a-z_]*\}|%d")
COMMAND = "python3 run.py"
# Where words stand: each of these holds ja and en side by side, or (GROUPS) names that do.
WORDS = (
    "title lede headline short body on_screen note chart_name takeaway question why text more "
    "number"
).split()
GROUPS = ("controls", "words")


def problems(data: Path, rules: Rules) -> list[Problem]:
    """List what is wrong with the words of every YAML file, and with the menu."""
    found: list[Problem] = []
    paths = files_in(data / "text", "*.yml")
    for path in paths:
        found += _file(path, rules)
    topics = {path.stem for path in paths if not path.name.startswith("_")}
    for name in ("_contents", "_interface"):
        if not (data / "text" / f"{name}.yml").is_file():
            found.append(problem(f"text/{name}.yml", 0, "", "file_missing"))
    return [*found, *_menu(data / "text/_contents.yml", topics)]


def _file(path: Path, rules: Rules) -> list[Problem]:
    file = f"text/{path.name}"
    raw, found = read(path, file)
    if found or raw is None:
        return found
    if found := list(yaml_signs.silent(file, read_text_of(path))):
        return found  # what follows from them is no fault of its own
    if not isinstance(raw, list if path.stem == "_contents" else dict):
        return [problem(file, line_of(raw), "", "shape", name=path.stem)]
    for place, node in leaves(raw, ""):
        for key, values in characters(node):
            found.append(problem(file, line_of(node), place, key, **values))
        if value := contact(node):
            found.append(problem(file, line_of(node), place, "personal", value=value))
    for place, pair in _pairs(raw, "", everything=path.stem == "_interface"):
        found += _pair(file, place, pair, rules)
    if isinstance(raw, dict) and not path.stem.startswith("_"):
        found += steps.problems(file, raw, rules)
    return found


def _pairs(node: Any, place: str, *, everything: bool) -> Iterator[tuple[str, Any]]:
    """Walk to everything that should be ja and en side by side, with the path that leads to it."""
    for name, child in inside(node):
        here = f"{place} › {name}".removeprefix(" › ")
        is_words = isinstance(node, dict) and (everything or name in WORDS)
        if is_words or (isinstance(child, dict) and set(child) & set(LANGUAGES)):
            yield here, child
        else:
            yield from _pairs(child, here, everything=isinstance(node, dict) and name in GROUPS)


def _pair(file: str, place: str, pair: Any, rules: Rules) -> Iterator[Problem]:
    if not isinstance(pair, dict) or not all(isinstance(each, str) for each in pair.values()):
        yield problem(file, line_of(pair), place, "not_a_pair")
        return
    for language in pair:
        if language not in LANGUAGES:
            yield problem(file, line_of(language), place, "language_extra", which=language)
    ja, en = (
        LocatedText(language, words, line_of(words) or line_of(pair), f"{place} › {language}")
        for language in LANGUAGES
        for words in [pair.get(language, "")]
    )
    if file == "text/_interface.yml":
        yield from _interface(file, ja, en)
        return
    yield from rules.pair(file, ja, en, needed=True)
    if place.endswith("title") or " › controls › " in place:
        for text in (ja, en):
            if match := MARKUP.search(text.words):
                yield text.problem(file, "markup", value=match[0])


def _interface(file: str, ja: LocatedText, en: LocatedText) -> Iterator[Problem]:
    """{count} and the like are filled in by the screen, and are not references to records."""
    yield from both_there(file, ja, en, needed=True)
    yield from english(file, en)
    slots = {each.language: set(SLOT.findall(each.words)) for each in (ja, en)}
    if slots["ja"] != slots["en"]:
        yield en.problem(
            file, "references_differ", ja=slots["ja"] - slots["en"], en=slots["en"] - slots["ja"]
        )
    for text in (ja, en):
        # Counted in 万, a slot has its unit in zeros in English: {value}万人, {value}0,000 people.
        left = re.sub(f"(?:{SLOT.pattern})(?:0,000)?", "", text.words)
        if match := re.search(r"[{}]", left):
            yield text.problem(file, "brace", value=match[0])
        if match := DIGITS.search(left.replace(COMMAND, "")):
            yield text.problem(file, "digit_interface", value=match[0])


def _menu(path: Path, topics: set[str]) -> Iterator[Problem]:
    file = f"text/{path.name}"
    raw, _ = read(path, file)
    if not isinstance(raw, list):
        return
    listed: set[str] = set()
    for section in raw:
        names = section.get("topics") if isinstance(section, dict) else None
        if not isinstance(names, list):
            line = line_of(names) or line_of(section)
            yield problem(file, line, "topics", "not_a_list", name="topics")
            continue
        listed |= set(names)
        for name in names:
            if name not in topics:
                yield problem(file, line_of(name), "topics", "topic_unknown", value=name)
    for name in sorted(topics - listed):
        yield problem(file, 0, "topics", "topic_unlisted", value=name)
