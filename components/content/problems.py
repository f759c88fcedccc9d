"""One thing that is wrong in data/, said so that an editor can mend it."""

from dataclasses import dataclass, field

from components.content.languages import Language
from components.content.messages import message


@dataclass(frozen=True)
class Problem:
    """Where (file, row from 1 with the header, field) and what (a key of messages)."""

    file: str
    row: int
    field: str
    key: str
    values: dict[str, str] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Write it as one line: file › row › field: what is wrong and what to do."""
        row = (f"{self.row}行目" if language == "ja" else f"row {self.row}") if self.row else ""
        place = " › ".join(part for part in (self.file, row, self.field) if part)
        return f"{place}: {message(self.key, language, **self.values)}"
