"""One thing that is wrong in data/, said so that an editor can mend it."""

import dataclasses
from dataclasses import dataclass

from components.data.languages import Language
from components.data.messages import message

LONGEST = 80


@dataclass(frozen=True)
class Problem:
    """Where (file, row from 1 with the header, field) and what (a key of messages)."""

    file: str
    row: int
    field: str
    key: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Write it as one line: file › row › field: what is wrong and what to do."""
        row = (f"{self.row}行目" if language == "ja" else f"row {self.row}") if self.row else ""
        place = " › ".join(part for part in (self.file, row, _line(self.field)) if part)
        values = {name: _line(value) for name, value in self.values.items()}
        return f"{place}: {message(self.key, language, **values)}"


def problem(file: str, row: int, field: str, key: str, /, **values: object) -> Problem:
    """Say that something is wrong; values fill the message's places, several parted by commas."""
    return Problem(file, row, field, key, {name: _words(each) for name, each in values.items()})


def _words(value: object) -> str:
    if isinstance(value, list | tuple | set):
        return ", ".join(sorted(value) if isinstance(value, set) else value) or "–"
    return str(value)


def _line(value: str) -> str:
    """Keep what a cell holds to one line that a terminal can show; options are never cut."""
    shown = "".join(letter if letter.isprintable() else " " for letter in value).strip()
    longest = LONGEST if ", " not in shown else 10 * LONGEST
    return shown if len(shown) <= longest else shown[:longest] + "…"
