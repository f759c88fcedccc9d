"""
What run.py starts inside .venv: `python -m components check|kit|edition|schema …`.

An entry point: it may know every package, and hands the stories down. Each command imports what it
needs and no more, so that `check` is not kept waiting by the chart library.
"""

import sys
from collections.abc import Sequence


def check(arguments: Sequence[str]) -> int:
    from components.checks import check

    return check.main(arguments)


def kit(arguments: Sequence[str]) -> int:
    from components import topics
    from components.export import command
    from components.text import story

    story.register(topics.STORIES)
    return command.main(arguments)


def edition(arguments: Sequence[str]) -> int:
    from components.checks import record_edition

    return record_edition.main(arguments)


def schema(arguments: Sequence[str]) -> int:
    from components.data import package

    return package.main(arguments)


COMMANDS = {"check": check, "kit": kit, "edition": edition, "schema": schema}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]](sys.argv[2:]))
