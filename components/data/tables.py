"""
The longer tables of data/tables/: one value a row, told apart by dimensions.

A new series is one CSV file with the columns of TableRow and its dimensions after as_of. A
dimension that no table had before gets its line in DIMENSIONS; its values are codes of labels.csv.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from components.data import columns
from components.data.languages import NO_WORDS, Localized
from components.data.records import Figure, MeasureOf, SourceOf
from components.data.schema import CsvRow, Field, Known, Rule, fields_of, from_row

DIMENSIONS = {  # column: (title, description)
    "age": ("年齢", "Age group"),
    "area": ("地域", "Area"),
    "basis": ("利用率の数え方", "How the use rate is counted"),
    "bill": ("どの法律か", "Which law"),
    "clock": ("どの期限か", "Which of the deadlines"),
    "column": ("だれの判断か", "Whose decision"),
    "cost": ("何の費用か", "Which cost"),
    "edge": ("始まりか終わりか", "Beginning or end"),
    "edition": ("どの版か", "Which edition of the count"),
    "facility": ("施設の種類", "Kind of provider"),
    "level": ("審級", "Court level"),
    "municipality": ("市区町村", "Municipality"),
    "municipality_type": ("市区町村の種類", "Type of municipality"),
    "passage": ("国会のどの段階か", "Which stage in the Diet"),
    "prefecture": ("都道府県", "Prefecture"),
    "question": ("問い", "The question asked"),
    "reach": ("どこまで", "How far it went"),
    "round": ("第1弾・第2弾の別", "Which round of the points"),
    "ruling": ("結果", "What came of it"),
    "school": ("学校の種類", "Kind of school"),
    "scope": ("及ぶ範囲", "What the ruling may have reached"),
    "sex": ("性別", "Sex"),
    "stage": ("段階", "Stage of the rollout"),
    "status": ("状況", "As first planned, as changed, or as it came"),
    "subject": ("何の誤りか", "What kind of linkage error"),
    "suit": ("訴え", "Which suit"),
    "survey": ("どの調査の、どの端末か", "Which survey, of which devices"),
    "system": ("基本ソフト", "Operating system"),
    "view": ("見方", "What is said"),
    "voice": ("だれの見方か", "Who speaks, about which card"),
}
# What is unique in a table, where it is not as_of, the dimensions and the measure together.
KEYS = {
    "digital_bills": ("bill", "passage"),
    "suits_by_level": ("suit", "level"),
    "ruling_2023_scope": ("scope", "column"),
    "yardstick_2008": ("question", "voice"),
}


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """What every longer table has; whatever else a table has is a dimension."""

    as_of: columns.AsOf
    measure: MeasureOf
    value: columns.Value = ""
    qualifier: columns.Qualifier
    source: SourceOf
    place: columns.Place
    confidence: columns.Confidence
    series: columns.Series = ""
    figure_id: Annotated[
        str, Rule(references="figures"), "数字のID", "The figure that holds the same number"
    ] = ""
    note: columns.Note = NO_WORDS
    checked: columns.Checked


COMMON = frozenset(name for field in fields_of(TableRow) for name in field.columns)


def fields_with(dimensions: list[str]) -> list[Field]:
    """List the fields of a table. Raises KeyError for a dimension that is not declared."""
    as_of, *others = fields_of(TableRow)
    return [as_of, *map(dimension, dimensions), *others]


def dimension(name: str) -> Field:
    """Give the column of a dimension. Raises KeyError for one that is not declared."""
    rule = Rule(references="municipalities" if name == "municipality" else "labels")
    return Field(name, str, rule, name, *DIMENSIONS[name], required=True)


def figure_of(table: str, row: CsvRow, known: Known, labels: Mapping[str, Localized]) -> Figure:
    """Make a record of a row of data/tables/; one that repeats a figure shares its origin."""
    read = from_row(TableRow, row, known)
    same = known["figures"].get(read.figure_id)
    dims = {name: value for name, value in row.items() if name not in COMMON}
    words = [labels[code] for code in dims.values() if code in labels]
    return Figure(
        id=".".join([table, read.measure.id, *dims.values(), read.as_of]),
        topic=read.measure.topic,
        measure=read.measure,
        label=Localized(
            "・".join([read.measure.name.ja, *(each.ja for each in words)]),
            ", ".join([read.measure.name.en, *(each.en for each in words)]),
        ),
        value=read.value,
        unit=read.measure.unit,
        qualifier=read.qualifier,
        as_of=read.as_of,
        said_by=same.said_by if same else "",
        source=read.source,
        place=read.place,
        origin=same.origin if same else None,
        processing="as_published",
        series=read.series,
        checked=read.checked,
        confidence=read.confidence,
        superseded_by=same.superseded_by if same else "",
        review_after=same.review_after if same else "",
        note=read.note,
        dims=dims,
    )
