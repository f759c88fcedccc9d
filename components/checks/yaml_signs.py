"""Why a YAML file cannot be read, or reads otherwise than it looks: the very sign, and its line."""

import re
from collections.abc import Iterator

from components.checks.characters import code
from components.data.problems import Problem, problem

KEY = r"^\s*(?:- +)?[A-Za-z_][\w-]*"
PLAIN = rf"{KEY}: +(?![\"'|>{{\[])"  # a key and the beginning of words without quotation marks
# What an input method, a web page or a spreadsheet puts where YAML wants a plain sign.
SIGNS = (
    ("yaml_sign", re.compile(rf"{KEY}(?P<sign>：)")),
    ("yaml_sign", re.compile(r"^[ ]*(?P<sign>[\u3000\u00a0\t])")),
    ("yaml_sign", re.compile(rf"{KEY}: *(?P<sign>｜)\s*$")),
    ("yaml_no_blank", re.compile(rf"{KEY}(?P<sign>:)[^\s/]")),
    ("yaml_begins", re.compile(rf"{PLAIN}(?P<sign>[@*&!%`“”])")),
    ("yaml_inside", re.compile(rf"{PLAIN}.*?(?P<sign>: )")),
)
CUT = re.compile(rf"{PLAIN}[^#]*\s(?P<sign>#.*)$")
BLOCK = re.compile(r"^(\s*).*[:-] *[|>][+-]?\s*$")


def silent(file: str, text: str) -> Iterator[Problem]:
    """Name each line that YAML takes otherwise than it looks, or cuts off at a #, unsaid."""
    for number, line in _lines(text):
        for key, pattern in (*SIGNS[:3], ("yaml_cut", CUT)):
            if match := pattern.match(line):
                yield problem(file, number, "", key, value=_shown(match["sign"]))


def _shown(sign: str) -> str:
    return code(sign) if sign in "\u3000\u00a0\t" else sign.strip()


def cause(file: str, text: str, line: int) -> Problem:
    """Say why a file cannot be read: the sign nearest before the line where the reader gave up."""
    found = [
        (number, key, match["sign"])
        for number, words in _lines(text)
        for key, pattern in SIGNS
        if (match := pattern.match(words)) and (not line or number <= line + 1)
    ]
    if not found:
        return problem(file, line, "", "yaml_broken")
    number, key, sign = found[-1]
    return problem(file, number, "", key, value=_shown(sign))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that are YAML: not those inside a block of words."""
    deep: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" "))
        if deep is not None and (not line.strip() or indent > deep):
            continue
        match = BLOCK.match(line)
        deep = len(match[1]) if match else None
        yield number, line
