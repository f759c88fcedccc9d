"""Record an edition: `python3 run.py edition 2026-11 [--note-ja … --note-en …]`."""

import csv
import io
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

from components.checks.check import problems
from components.data import package
from components.data.csv_reader import read_rows
from components.data.dataset import load_dataset
from components.data.editions import COLUMNS, editions, frozen, snapshot_path
from components.data.languages import NO_WORDS, Localized
from components.data.paths import DATA
from components.data.today import today

NAME = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(\.[0-9]{1,3})?", re.ASCII)
LIST = ("edition", "date", "note_ja", "note_en")


class EditionRefused(Exception):
    """The edition cannot be recorded; says why, in both languages."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(ja)
        self.words = Localized(ja, en)


def record(name: str, note: Localized = NO_WORDS, data: Path = DATA, *, again: bool = False) -> int:
    """
    Keep every figure as it is now under a name, and give how many there are.

    again replaces an edition of this name, for one that was never given to anyone. Raises
    EditionRefused, and OSError where the folder cannot be written.
    """
    _may(name, data, again=again)
    kept = frozen(load_dataset(data)).values()
    path = snapshot_path(name, data)
    path.parent.mkdir(exist_ok=True)
    _write(path, COLUMNS, ([getattr(each, column) for column in COLUMNS] for each in kept))
    listed = [row for row in read_rows(data / "editions.csv") if row["edition"] != name]
    listed.append(dict(zip(LIST, (name, today().isoformat(), *note), strict=True)))
    _write(data / "editions.csv", LIST, ([row[column] for column in LIST] for row in listed))
    package.write(data)
    return len(kept)


def _may(name: str, data: Path, *, again: bool) -> None:
    if not NAME.fullmatch(name):
        raise EditionRefused(
            f"版の名前は 2026-11 か 2026-11.2 の形で書いてください: {name}",
            f"Name the edition like 2026-11 or 2026-11.2: {name}",
        )
    if not again and name in {each.name for each in editions(data)}:
        raise EditionRefused(
            f"{name} という版はもうあります。ちがう名前にするか、まだ配っていなければ "
            "--again をつけてください。",
            f"There is an edition {name}. Take another name, or add --again "
            "if it was never given to anyone.",
        )
    left_out = ("not_in_corrections",) if again else ()
    if found := [each for each in problems(data) if each.key not in left_out]:
        raise EditionRefused(
            f"data/ に問題が{len(found)}件あります。先に check で直してください。",
            f"Problems in data/: {len(found)}. Mend them first, with check.",
        )


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_text(sheet.getvalue(), "utf-8", newline="")


def main(arguments: Sequence[str]) -> int:
    """Record the edition and say so; 1 with one sentence where it cannot be."""
    words = ArgumentParser(prog="run.py edition", description="版を残す / record an edition")
    words.add_argument("name", help="版の名前 / its name, like 2026-11")
    words.add_argument("--note-ja", default="", help="日本語の説明 / a note in Japanese")
    words.add_argument("--note-en", default="", help="英語の説明 / a note in English")
    words.add_argument(
        "--again", action="store_true", help="書きなおす / replace one not given out"
    )
    asked = words.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        count = record(asked.name, Localized(asked.note_ja, asked.note_en), again=asked.again)
    except EditionRefused as problem:
        print(*problem.words, sep="\n", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"data/ に書きこめません: {problem}", file=sys.stderr)
        print(f"data/ cannot be written: {problem}", file=sys.stderr)
        return 1
    print(f"{asked.name} を残しました（数字{count:,}件）。", end="\n")
    print(f"Recorded {asked.name}, with {count:,} figures.")
    return 0
