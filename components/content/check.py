"""Say what is wrong in data/: `python3 run.py check [--lang en]`. Works offline."""

import sys
from collections.abc import Sequence
from pathlib import Path

from components.content import check_meaning, check_tables, check_words
from components.content.languages import LANGUAGES, Language
from components.content.paths import DATA
from components.content.problems import Problem

CLEAN = {"ja": "data/ に問題はありません。", "en": "data/ is in order."}
COUNT = {"ja": "{count}件の問題があります。", "en": "{count} problems found."}


def problems(data: Path = DATA) -> list[Problem]:
    """List everything wrong in a data folder, in the order of files and rows."""
    tables, found = check_tables.read(data)
    found += check_meaning.problems(tables)
    found += check_words.problems(data, tables)
    return sorted(found, key=lambda each: (each.file, each.row, each.field, each.key))


def main(arguments: Sequence[str]) -> int:
    """Print the problems in one language; 0 when there are none."""
    asked = arguments[arguments.index("--lang") + 1 :][:1] if "--lang" in arguments else ["ja"]
    language: Language = asked[0] if asked and asked[0] in LANGUAGES else "ja"
    found = problems()
    for problem in found:
        print(problem.text(language))
    print(COUNT[language].format(count=len(found)) if found else CLEAN[language])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
