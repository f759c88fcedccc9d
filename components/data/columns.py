"""Columns that several records share, each described once."""

from typing import Annotated, Literal

from components.data.languages import Localized
from components.data.schema import Rule

_ONE = "((FY)?[0-9]{4}|[0-9]{4}-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
UNITS = """
percent yen people cards facilities checks uses registrations applications accounts records cases
devices authorities date year years months days municipalities organisations ids points_medical
pupils_per_device facilities_per_week schools procedures look_ups answers courts fiscal_year
characters digits pins hours ordinal countries functions companies bidders systems pages laws bills
resolutions times items households places regions
"""
VALUE = Rule(r"^(-?[0-9]+(\.[0-9]+)?|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$", example="1234567")

Id = Annotated[str, Rule("^[a-z][a-z0-9_]*$", example="card_issued_2021")]
Date = Annotated[str, Rule(f"^{_ONE}(/{_ONE})?$", example="2021-10-20")]
Day = Annotated[str, Rule("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example="2021-10-20")]
Code = Annotated[str, Rule(references="labels")]
Hiragana = Annotated[str, Rule("^[ぁ-ゖー]+$", example="まいなんばー")]

Topic = Annotated[str, "話題", "The topic it belongs to: the name of a file in text/"]
Topics = Annotated[tuple[str, ...], "話題（空白区切り）", "Topics it belongs to, by spaces"]
Name = Annotated[Localized, "名前", "Name"]
Note = Annotated[Localized, "注", "A note for readers, numbers by reference"]
Place = Annotated[Localized, "出典での場所", "Page, section or passage in the source"]
Published = Annotated[Date, "公表日", "When the source was published; empty if it does not say"]
Checked = Annotated[Day, "資料と最後に照らした日", "The day we last compared this with the source"]
AsOf = Annotated[
    Date,
    "時点",
    "The moment it holds for: 2021, 2021-10, 2021-10-20, FY2021 (fiscal year) or A/B; "
    "empty if the source states none",
]
Since = Annotated[Localized, "その後", "What happened since"]
SinceAsOf = Annotated[Date, "その後の時点", "The moment that holds for"]
Bearing = Annotated[
    Literal["", "confirms", "contradicts", "changes", "changes_answer", "beside"],
    "その後と主張",
    "How what happened since bears on the claim: confirms, contradicts or changes it, changes what "
    "the answer rests on, or stands beside it",
]
Confidence = Annotated[Literal["high", "medium", "low"], "確かさ", "How sure we are"]
Qualifier = Annotated[
    Literal[
        "exact", "approx", "at_least", "less_than", "planned", "assumed", "forecast", "not_seen"
    ],
    "値の性質",
    "What kind of value it is; not_seen for a gap without a value",
]
Value = Annotated[
    str,
    VALUE,
    "値（半角、区切りなし）",
    "Half-width digits, a point for decimals, no grouping; a date where the unit is a date",
]
Series = Annotated[str, "系列", "Rows that form one line; they share one measure"]
Unit = Annotated[
    str,
    Rule(options=tuple(UNITS.split())),
    "単位",
    "Unit of the value; the same as that of its measure",
]
