"""Records of public money: projects, and the rows of the tables about what they cost."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from components.data import columns
from components.data.columns import Id
from components.data.languages import NO_WORDS, Localized
from components.data.records import SourceOf
from components.data.schema import Rule

RowKind = Literal["closed_year", "current_year", "request"]
Basis = Literal["", "after_carried_out", "before_carried_out"]
Level = Literal["direct", "subcontract", "not_stated"]
LevelBasis = Literal["", "stated", "read", "sum"]
NameKind = Literal["named", "anonymous"]
BudgetType = Literal[
    "initial", "provisional", "supplementary_1", "supplementary_2", "supplementary_3", "settlement"
]
Share = Literal["whole", "mostly", "part", "not_my_number"]
Indicated = Literal["outcome", "output"]

Million = Annotated[float | None, Rule(r"^-?[0-9]+(\.[0-9]+)?$", example="8894")]
Whole = Annotated[int | None, Rule("^-?[0-9]+$", example="8894000")]
Year = Annotated[int, Rule("^20[0-9]{2}$", example="2022")]

FiscalYear = Annotated[Year, "年度", "The fiscal year, April to March, by its first year"]
ProjectKey = Annotated[str, Rule(references="projects"), "事業のID", "The id of the project"]
InSeries = Annotated[
    bool, "系列に使うか", "yes for the one row to draw; no for earlier publications of the year"
]
SheetId = Annotated[str, "シートの番号", "Year of publication, ministry and number of the sheet"]
PublishedYear = Annotated[Year, "シートの公表年", "The year of the review that printed it"]


@dataclass(frozen=True, kw_only=True)
class Project:
    """One project of the state, over all its yearly review sheets."""

    id: Annotated[Id, "project_key", "事業のID", "The id of the project"]
    name: columns.Name
    ministry: Annotated[Localized, "府省", "The ministry of its latest sheet"]
    topic: columns.Topic
    lineage: Annotated[
        Localized, "シートのつながり", "How its yearly sheets were joined: splits, merges, moves"
    ] = NO_WORDS


@dataclass(frozen=True, kw_only=True)
class ProjectBudget:
    """What one sheet prints of one year of a project, in million yen."""

    KEY: ClassVar = ("project_key", "fiscal_year", "published_year")
    project_key: ProjectKey
    fiscal_year: FiscalYear
    row_kind: Annotated[
        RowKind,
        "行の種類",
        "closed_year: accounts closed; current_year: as it stood at publication; "
        "request: asked for in the next year",
    ]
    use_in_series: InSeries
    initial: Annotated[Million, "当初予算", "Initial budget"] = None
    supplementary: Annotated[Million, "補正予算", "Supplementary budgets"] = None
    carried_in: Annotated[Million, "前年度から繰越し", "Carried over from the year before"] = None
    carried_out: Annotated[Million, "翌年度へ繰越し", "Carried over into the next year"] = None
    reserve: Annotated[Million, "予備費等", "From the reserve and the like"] = None
    total_available: Annotated[Million, "計（印字のまま）", "The sheet's total"] = None
    total_basis: Annotated[
        Basis, "計の意味", "Whether the sheet's total is before or after what was carried out"
    ] = ""
    total_after_carried_out: Annotated[
        Million, "繰越し後の計", "Total less what was carried out: the one to compare"
    ] = None
    executed: Annotated[Million, "執行額", "Paid out by the ministry, advances included"] = None
    requested: Annotated[Million, "要求額", "Asked for by the ministry"] = None
    sheet_id: SheetId
    published_year: PublishedYear
    sheet_name: Annotated[str, "シートに書かれた事業名", "Name of the project on this sheet"]
    sheet_url: Annotated[
        str, Rule("^https?://.+$"), "シートの公式ファイル", "Official file, where the data print it"
    ] = ""
    source: SourceOf
    note: columns.Note = NO_WORDS


@dataclass(frozen=True, kw_only=True)
class Payment:
    """One payment printed on a sheet, in million yen; a subcontract is part of a direct one."""

    KEY: ClassVar = ("project_key", "fiscal_year", "block", "rank")
    project_key: ProjectKey
    fiscal_year: FiscalYear
    block: Annotated[str, "支出先のまとまり", "The sheet's letter for one flow of money"]
    level: Annotated[Level, "段", "direct: paid by the ministry; subcontract: paid by a recipient"]
    level_basis: Annotated[
        LevelBasis,
        "段の根拠",
        "stated by the data, read by hand from roles, or sum: the only blocks that meet the total",
    ] = ""
    rank: Annotated[int, Rule("^[0-9]+$", example="1"), "順位", "Place in its block"]
    recipient: Annotated[Localized, "支出先", "As printed; English where established"] = NO_WORDS
    name_kind: Annotated[NameKind, "名の種類", "anonymous where the sheet prints no name"]
    name_in_source: Annotated[
        str, "データの中の名", "Name in the data, where the sheet's own was restored"
    ] = ""
    corporate_number: Annotated[
        str, Rule("^[0-9]{13}$", example="7010001008844"), "法人番号", "Corporate number"
    ] = ""
    role: Annotated[Localized, "業務の内容", "What it was paid for"] = NO_WORDS
    amount_million_yen: Annotated[
        Million, "支出額（百万円）", "Million yen; 0 where the sheet discloses no amount"
    ]
    sheet_id: SheetId
    published_year: PublishedYear
    source: SourceOf
    note: columns.Note = NO_WORDS


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What a ministry set itself as a target for one year, and what it reported."""

    KEY: ClassVar = ("indicator_key", "project_key", "fiscal_year", "published_year")
    indicator_key: Annotated[Id, "指標のID", "The id of the indicator"]
    project_key: ProjectKey
    kind: Annotated[Indicated, "指標の種類", "outcome or output, as the sheet says"]
    indicator: Annotated[
        Localized, "指標", "The indicator as printed; English where it is drawn"
    ] = NO_WORDS
    unit: Annotated[Localized, "単位", "Unit as printed"] = NO_WORDS
    goal: Annotated[str, "目標の文", "The goal as the sheet puts it, in Japanese"] = ""
    fiscal_year: FiscalYear
    actual: Annotated[Million, "実績", "What was reached"] = None
    target: Annotated[Million, "目標値", "Target, or first expectation, for the year"] = None
    final_target: Annotated[Million, "最終目標", "Final target"] = None
    final_target_year: Annotated[Whole, "最終目標の年度", "Fiscal year of the final target"] = None
    use_in_series: InSeries
    sheet_id: SheetId
    published_year: PublishedYear
    source: SourceOf
    note: columns.Note = NO_WORDS


@dataclass(frozen=True, kw_only=True)
class BudgetItem:
    """One line of the national budget or settlement: budgets in thousand yen, accounts in yen."""

    KEY: ClassVar = ("item_key", "fiscal_year", "budget_type")
    item_key: Annotated[Id, "事項のID", "The id of the line"]
    fiscal_year: FiscalYear
    budget_type: Annotated[
        BudgetType,
        "予算の種類",
        "A supplementary row is the level after the change, not the increment",
    ]
    ministry: Annotated[Localized, "府省", "Ministry"]
    organization: Annotated[str, "組織", "Organisation, as printed"]
    section: Annotated[Localized, "項", "Section"]
    item: Annotated[Localized, "事項", "Line"]
    topic: columns.Topic
    share_my_number: Annotated[
        Share, "番号制度の割合", "How much of the line is about My Number, judged by its name"
    ]
    amount_thousand_yen: Annotated[Million, "予算額（千円）", "Budget, thousand yen"] = None
    previous_thousand_yen: Annotated[Whole, "比べた額（千円）", "The level before"] = None
    settled_current_yen: Annotated[Whole, "歳出予算現額（円）", "Available, yen"] = None
    settled_spent_yen: Annotated[Whole, "支出済歳出額（円）", "Spent, yen"] = None
    settled_carried_out_yen: Annotated[Whole, "翌年度繰越額（円）", "Carried out, yen"] = None
    settled_unused_yen: Annotated[Whole, "不用額（円）", "Not used, yen"] = None
    page: Annotated[str, "ページ", "Page in the budget book"]
    source_url: Annotated[str, Rule("^https?://.+$"), "そのページ", "The page itself"]
    source: SourceOf


@dataclass(frozen=True, kw_only=True)
class SystemCost:
    """What building and what running one system cost in a year, in thousand yen."""

    KEY: ClassVar = ("project_key", "fiscal_year", "published_year")
    project_key: ProjectKey
    fiscal_year: FiscalYear
    development_thousand_yen: Annotated[Whole, "整備（千円）", "Building, thousand yen"] = None
    operation_thousand_yen: Annotated[Whole, "運用（千円）", "Running, thousand yen"] = None
    other_thousand_yen: Annotated[Whole, "その他（千円）", "Neither, thousand yen"] = None
    total_million_yen: Annotated[Million, "計（百万円）", "Total, million yen"]
    sheet_id: SheetId
    published_year: PublishedYear
    use_in_series: InSeries
    source: SourceOf


# Files of data/tables/ whose rows are records of their own class, read when asked for.
RECORD_TABLES: dict[str, type] = {
    "project_budgets_by_year": ProjectBudget,
    "project_recipients": Payment,
    "project_indicators": Indicator,
    "budget_items_mof": BudgetItem,
    "system_costs": SystemCost,
}
