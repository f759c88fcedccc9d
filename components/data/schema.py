"""
A record's class is the schema of its file: what a column holds is written once, at its field.

    id: Annotated[Id, "event_id", "できごとのID", "The id of the event"]
    name: Annotated[Localized, "名前", "Name"]                       # columns name_ja and name_en
    source: Annotated[Source, "出典のID", "The document it was read in"]        # column source_id
    outcome: Annotated[Literal["", "changed"], "予定のその後", "What came of a plan"] = ""

The words are the column's name, where it is not the field's, its title in Japanese and its
description in English. A field without a default is required; one without words is not in the
file. Fields stand in the order of the columns, and the first is the key unless KEY says otherwise.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from components.data.languages import Localized

CsvRow = dict[str, str]
Known = Mapping[str, Mapping[str, Any]]
T = TypeVar("T")
TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
BOTH = (("_ja", "（日本語）", ", in Japanese"), ("_en", "（英語）", ", in English"))


@dataclass(frozen=True)
class Rule:
    """What a cell must hold to; references names the tables whose key it is, by spaces."""

    pattern: str = ""
    example: str = ""
    references: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One field of a record, and the column of its file (a pair of columns for Localized)."""

    name: str
    kind: Any
    rule: Rule
    column: str
    title: str
    description: str
    required: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        if self.kind is Localized:
            return tuple((self.column + ending).lstrip("_") for ending, _, _ in BOTH)
        return (self.column,)

    def read(self, row: CsvRow, known: Known) -> Any:
        """Take the field from a row. Raises KeyError without the column or what it refers to."""
        cells = [row[name] for name in self.columns]
        if self.kind is Localized:
            return Localized(*cells)
        if is_dataclass(self.kind):
            empty = not cells[0] and not self.required
            return None if empty else known[self.rule.references][cells[0]]
        if self.kind is bool:
            return cells[0] == "yes"
        if self.kind in (int, float):
            return self.kind(cells[0]) if cells[0] else None
        return self.kind(cells[0].split()) if self.kind in (tuple, frozenset) else cells[0]

    def described(self) -> list[dict[str, Any]]:
        """Describe its columns as datapackage.json does."""
        rule = self.rule
        limits = {"required": self.required, "enum": list(rule.options), "pattern": rule.pattern}
        where = f": an id of {rule.references.split()[0]}.csv" if rule.references else ""
        return [
            _filled(
                name=name,
                type="string",
                title=self.title + title,
                description=f"{self.description}{where}{language}.",
                example=rule.example,
                constraints=_filled(**limits),
            )
            for name, (_, title, language) in zip(
                self.columns, BOTH if self.kind is Localized else [("", "", "")], strict=True
            )
        ]


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


@cache
def fields_of(record: Any) -> tuple[Field, ...]:
    """List the fields of a class that its file holds, in the order of the columns."""
    hints = get_type_hints(record, include_extras=True)
    defaults = {each.name: each.default is MISSING for each in fields(record)}
    return tuple(
        _field(name, hints[name], required)
        for name, required in defaults.items()
        if any(isinstance(each, str) for each in getattr(hints[name], "__metadata__", ()))
    )


def _field(name: str, hint: Any, required: bool) -> Field:
    words = [each for each in hint.__metadata__ if isinstance(each, str)]
    rule = next((each for each in hint.__metadata__ if isinstance(each, Rule)), Rule())
    kind, column = hint.__origin__, name
    if type(None) in get_args(kind):
        kind = get_args(kind)[0]
    if is_dataclass(kind):
        rule, column = Rule(references=vars(kind)["TABLE"]), f"{name}_id"
    elif get_origin(kind) is Literal:
        rule = Rule(options=tuple(filter(None, get_args(kind))))
    elif kind is bool:
        rule = Rule(options=("yes", "no"))
    kind = get_origin(kind) if get_origin(kind) in (tuple, frozenset) else kind
    title, description = words[-2:]
    column = words[0] if len(words) == 3 else column
    return Field(name, kind, rule, column, title, description, required)


def from_row(record: Callable[..., T], row: CsvRow, known: Known) -> T:
    """
    Make a record of a row of its file.

    known holds, by table and id, the records that others refer to. Raises KeyError for a column
    or a record that is not there, and ValueError for a value the record cannot have.
    """
    return record(**{field.name: field.read(row, known) for field in fields_of(record)})


def table_schema(found: list[Field], key: tuple[str, ...], table: str) -> dict[str, Any]:
    """Describe the fields of a file as datapackage.json does: columns, key, references."""
    references = [
        {
            "fields": list(field.columns),
            "reference": {
                "resource": "" if other == table else other,
                "fields": [KEYS.get(other, found[0].columns[0])],
            },
        }
        for field in found
        for other in field.rule.references.split()
    ]
    return {"$schema": TABLE_SCHEMA} | _filled(
        fields=[each for field in found for each in field.described()],
        primaryKey=list(key),
        foreignKeys=references,
    )


# The columns that other tables refer to, where they are not the key of the table itself.
KEYS = {
    "sources": "source_id",
    "measures": "measure_id",
    "figures": "figure_id",
    "labels": "code",
    "claimants": "claimant",
    "municipalities": "code",
    "projects": "project_key",
}
