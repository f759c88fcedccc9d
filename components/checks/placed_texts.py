"""The files of words as the check reads them: every word knows its line, nothing raises."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from components.checks import yaml_signs
from components.data.csv_reader import BadTable, read_text_of
from components.data.problems import Problem, problem
from components.text.yaml_reader import PlainText


class Written(str):
    """Words with the line of the file they begin in."""

    line = 0


class PlacedText(PlainText):
    """PlainText that remembers lines, so that an editor is led to the words."""

    def construct_scalar(self, node: yaml.ScalarNode) -> str:
        words = Written(super().construct_scalar(node))
        words.line = node.start_mark.line + 1
        return words


def line_of(node: Any) -> int:
    """Give the line a value begins in, as far as it is known."""
    if isinstance(node, Mapping):
        return next((line_of(key) for key in node), 0)
    if isinstance(node, list):
        return next((line_of(each) for each in node), 0)
    return getattr(node, "line", 0)


def read(path: Path, file: str) -> tuple[Any, list[Problem]]:
    """Read a YAML file; what cannot be read is None, with the problem that says why."""
    try:
        return yaml.load(read_text_of(path), Loader=PlacedText) or {}, []
    except BadTable as bad:
        return None, [problem(file, 0, "", bad.key)]
    except (yaml.YAMLError, TypeError, ValueError, RecursionError) as trouble:
        mark = getattr(trouble, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        twice = (getattr(trouble, "problem", "") or "").partition("key given twice: ")[2]
        if twice:
            return None, [problem(file, line, "", "key_twice", name=twice)]
        if isinstance(trouble, yaml.reader.ReaderError):
            return None, [problem(file, 0, "", "control_character")]
        return None, [yaml_signs.cause(file, read_text_of(path), line)]


def inside(node: Any) -> Iterator[tuple[str, Any]]:
    """Give what a mapping or list holds, by key, by id, or by number."""
    if isinstance(node, dict):
        yield from ((str(key), child) for key, child in node.items())
    elif isinstance(node, list):
        for number, child in enumerate(node, 1):
            name = child.get("id", number) if isinstance(child, dict) else number
            yield str(name), child


def leaves(node: Any, place: str) -> Iterator[tuple[str, str]]:
    """Give every text with the path that leads to it."""
    if isinstance(node, str):
        yield place, node
    for name, child in inside(node):
        yield from leaves(child, f"{place} › {name}".removeprefix(" › "))
