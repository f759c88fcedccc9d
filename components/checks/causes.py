"""The cause before its effects: what a spreadsheet turned is said once, a flood in a line."""

import re
from collections import defaultdict
from collections.abc import Sequence

from components.data.languages import Language
from components.data.messages import message
from components.data.problems import Problem, problem

# As spreadsheets write dates, months, large numbers, and days as numbers: 2026/11/24, Oct-21, …
TURNED = re.compile(
    r"\d{4}/\d{1,2}(/\d{1,2})?|\d{1,2}/\d{1,2}/\d{2,4}|[A-Z][a-z]{2}-\d{2}|\d{1,2}-[A-Z][a-z]{2}"
    r"|\d(\.\d+)?E\+\d+|[34]\d{4}|\d{4}年\d{1,2}月(\d{1,2}日)?|#+"
)
# What is said of other rows once a file, or a row of it, could not be read as it was meant.
EFFECTS = frozenset({"reference_unknown", "dangling", "not_in_corrections", "edition_not_listed"})
FEW = 3  # cells turned in a file, from which on the file was saved by a spreadsheet
SHOWN = 2  # of problems alike in a file, before the rest is counted
LINES = 8  # in all, before the rest is counted


def spreadsheet(found: Sequence[Problem]) -> list[Problem]:
    """Say once of each file that a spreadsheet turned its cells, instead of a line a cell."""
    turned: dict[str, list[Problem]] = defaultdict(list)
    for each in found:
        if TURNED.fullmatch(each.values.get("value", "").strip()):
            turned[each.file].append(each)
    files = {file: cells for file, cells in turned.items() if len(cells) >= FEW}
    causes = [
        problem(file, 0, "", "spreadsheet", count=len(cells), cells=_examples(cells))
        for file, cells in files.items()
    ]
    effects = {id(each) for cells in files.values() for each in cells}
    return causes + [each for each in found if id(each) not in effects]


def without_effects(found: Sequence[Problem]) -> list[Problem]:
    """Leave out what is said of other rows, where a sheet or a row could not be read."""
    return [each for each in found if each.key not in EFFECTS]


def _examples(cells: Sequence[Problem]) -> list[str]:
    return list(dict.fromkeys(each.values["value"] for each in cells))[:3]


def lines(found: Sequence[Problem], language: Language, *, every: bool = False) -> list[str]:
    """
    Write problems, those of a whole file first, each kind of a file few times and then counted.

    At most LINES and one that counts the rest; every writes all of them, a line each.
    """
    if every:
        return [each.text(language) for each in found]
    kinds: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for each in sorted(found, key=lambda one: (one.row > 1, bool(one.field))):
        kinds[each.file, each.key].append(each)
    written = []
    for (file, _), alike in kinds.items():
        written += [each.text(language) for each in alike[:SHOWN]]
        if rest := alike[SHOWN:]:
            rows = ", ".join(str(each.row) for each in rest[:3])
            written.append(
                problem(file, 0, "", "same_again", count=len(rest), rows=rows).text(language)
            )
    if len(written) > LINES + 1:
        more = message("more_lines", language, count=str(len(written) - LINES))
        written = [*written[:LINES], more]
    return written
