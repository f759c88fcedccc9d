"""Say what is wrong in data/: `python3 run.py check [--lang en]`. Works offline."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from components.checks import causes, charts, editions, meaning, tables, texts, use, words
from components.data.dataset import load_dataset
from components.data.languages import DEFAULT, LANGUAGES, Language
from components.data.paths import DATA
from components.data.problems import Problem

CLEAN = {"ja": "data/ に問題はありません。", "en": "data/ is in order."}
COUNT = {"ja": "{count}件の問題があります。", "en": "Problems found: {count}."}


def problems(data: Path = DATA) -> list[Problem]:
    """List everything wrong in a data folder, in the order of files and rows."""
    read, found = tables.read(data)
    if not read:
        return found
    found += editions.problems(read)
    # What an edition kept is the past: nothing in it can be mended or is used.
    read = {name: each for name, each in read.items() if not editions.is_snapshot(each)}
    found = causes.spreadsheet([*found, *meaning.problems(read)])
    if any(each.key in use.UNREAD for each in found):
        # What follows from a sheet that cannot be read is no fault of its own: it is said alone.
        found = causes.without_effects(found)
    else:
        rules = words.Rules(read)
        found += words.problems(read, rules)
        found += texts.problems(data, rules)
        found += charts.problems(data)
        found += use.problems(data, read, found)
    # Two checks may notice the same thing, such as a date of the wrong form: it is said once.
    once = {(each.file, each.row, each.field, each.key): each for each in reversed(found)}
    return [once[place] for place in sorted(once)]


def main(arguments: Sequence[str]) -> int:
    """Print the problems in one language; 0 when there are none."""
    parser = ArgumentParser(prog="run.py check", description="data/ をたしかめる / check data/")
    parser.add_argument("--lang", choices=list(LANGUAGES), default=DEFAULT)
    parser.add_argument("--claims", action="store_true", help="count claims by side and state")
    parser.add_argument("--all", action="store_true", help="every problem, a line each")
    options = parser.parse_args(arguments)
    language: Language = options.lang
    if isinstance(sys.stdout, TextIOWrapper):
        # A console of another encoding shows a question mark, not a traceback.
        sys.stdout.reconfigure(errors="replace")
    found = problems()
    verdict = COUNT[language].format(count=len(found)) if found else CLEAN[language]
    if options.claims and not found:
        from components.data.claims import balance  # with pandas, which nobody else here waits for

        verdict = f"{balance(load_dataset())}\n{verdict}"
    try:
        said = causes.lines(found, language, every=options.all)
        print(*said, verdict, sep="\n", flush=True)
    except BrokenPipeError:
        # `| head` has seen enough; what is left must not be tried again as Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if found else 0
