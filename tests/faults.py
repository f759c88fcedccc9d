"""Faults as an editor would make them, each with the file and the message that answers it."""

import csv
import io
from pathlib import Path

FIGURES, TEXT = "figures.csv", "text/mynapoint.yml"
ONE = "oqs_operating_share_2021_10_20"


def set_cell(column: str, value: str, *, file: str = FIGURES, key: str = ONE):
    """Give a fault: one cell of the row whose first column is key."""

    def plant(data: Path) -> None:
        path = data / file
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        first = next(iter(rows[0]))
        next(row for row in rows if row[first] == key or not key)[column] = value
        with path.open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    return plant


def drop_column(column: str):
    """Give a fault: a whole column taken away."""

    def plant(data: Path) -> None:
        rows = list(csv.DictReader(io.StringIO((data / FIGURES).read_text("utf-8"))))
        names = [name for name in rows[0] if name != column]
        with (data / FIGURES).open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, names, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)

    return plant


def swap(old: str, new: str, *, file: str = TEXT):
    """Give a fault: the first place of one text replaced by another."""

    def plant(data: Path) -> None:
        words = (data / file).read_text("utf-8")
        assert old in words
        (data / file).write_text(words.replace(old, new, 1), "utf-8")

    return plant


def add_line(line: str, *, file: str = FIGURES):
    """Give a fault: one more line at the end of a file."""
    return lambda data: (data / file).write_text((data / file).read_text("utf-8") + line + "\n")


def recode(encoding: str, *, file: str = FIGURES):
    """Give a fault: the file saved in another encoding."""

    def plant(data: Path) -> None:
        words = (data / file).read_text("utf-8")
        (data / file).write_bytes(words.encode(encoding, errors="replace"))

    return plant


def twice(data: Path) -> None:
    """A row given twice."""
    add_line(next(line for line in (data / FIGURES).read_text().splitlines() if ONE in line))(data)


CARDS = "tables/cards_by_date.csv"
FAULTS = {
    "missing column": (drop_column("series"), FIGURES, "column_missing"),
    "extra column": (swap("checked,", "checkd,", file=FIGURES), FIGURES, "column_extra"),
    "duplicate column": (swap("checked,", "value,", file=FIGURES), FIGURES, "column_twice"),
    "row too long": (add_line("a,b,c"), FIGURES, "row_length"),
    "unknown table": (
        lambda data: (data / "tables/new.csv").write_text("as_of\n2021\n"),
        "tables/new.csv",
        "table_unknown",
    ),
    "duplicate id": (twice, FIGURES, "twice"),
    "dangling source": (set_cell("source_id", "nobody"), FIGURES, "dangling"),
    "dangling measure": (set_cell("measure_id", "nothing"), FIGURES, "dangling"),
    "dangling node": (
        set_cell("from_node", "node_x", file="data_flows.csv", key="e01"),
        "data_flows.csv",
        "dangling",
    ),
    "unknown unit": (set_cell("unit", "bananas"), FIGURES, "choice"),
    "other unit than the measure": (set_cell("unit", "yen"), FIGURES, "unit_differs"),
    "unknown qualifier": (set_cell("qualifier", "roughly"), FIGURES, "choice"),
    "impossible date": (set_cell("as_of", "2023-02-30"), FIGURES, "date_wrong"),
    "non-ISO date": (set_cell("as_of", "2021/10/20"), FIGURES, "date_wrong"),
    "reversed interval": (set_cell("as_of", "2022-01/2021-01"), FIGURES, "date_reversed"),
    "full-width number": (set_cell("value", "５.１"), FIGURES, "full_width"),
    "grouped number": (
        set_cell("value", "128,794", key="oqs_reader_applications_2021_09_12"),
        FIGURES,
        "grouped",
    ),
    "not a number": (set_cell("value", "NaN"), FIGURES, "not_number"),
    "infinite": (set_cell("value", "1e400"), FIGURES, "not_number"),
    "percent above 100": (set_cell("value", "510"), FIGURES, "percent_range"),
    "negative money": (set_cell("value", "-5", key="oqs_fund_size"), FIGURES, "negative"),
    "date where a number belongs": (set_cell("value", "2021-10-20"), FIGURES, "not_number"),
    "number where a date belongs": (
        set_cell("value", "5", key="oqs_full_start_actual"),
        FIGURES,
        "date_wrong",
    ),
    "part larger than its whole": (
        set_cell("value", "9990000000000", key="mynapoint_unused_2024_05"),
        FIGURES,
        "part_too_large",
    ),
    "part in another unit": (
        set_cell("part_of", "oqs_fund_size", key=ONE),
        FIGURES,
        "part_unit",
    ),
    "cumulative count that falls": (
        swap("11474475", "9474475", file=CARDS),
        CARDS,
        "falls",
    ),
    "mixed definitions in one series": (
        swap("cards_held,88155973", "cards_issued_cumulative,88155973", file=CARDS),
        CARDS,
        "mixed_series",
    ),
    "wrong calculation": (
        set_cell("value", "51.6", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_wrong",
    ),
    "unreadable calculation": (
        set_cell("calculation", "open('x')", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_unreadable",
    ),
    "calculated without a formula": (
        set_cell("calculation", "", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_missing",
    ),
    "superseded in a circle": (set_cell("superseded_by", ONE), FIGURES, "circle"),
    "figure and table differ": (
        set_cell("value", "38.14", key="use_rate_2025_10"),
        "tables/insurance_use_by_month.csv",
        "figure_differs",
    ),
    "missing source": (set_cell("source_id", ""), FIGURES, "required"),
    "missing place": (set_cell("place_ja", ""), FIGURES, "required"),
    "script as url": (
        set_cell("url", "javascript:alert(1)", file="sources.csv", key="mhlw_council_181"),
        "sources.csv",
        "url_wrong",
    ),
    "document without url": (
        set_cell("url", "", file="sources.csv", key="mhlw_council_181"),
        "sources.csv",
        "url_missing",
    ),
    "phone number": (set_cell("note_ja", "070-1234-5678"), FIGURES, "personal"),
    "e-mail": (set_cell("note_ja", "a@example.org"), FIGURES, "personal"),
    "no answer and no day": (
        set_cell("answer_looked", "", file="claims.csv", key="gov_mandate_from_2023"),
        "claims.csv",
        "answer_or_looked",
    ),
    "control character": (set_cell("note_ja", "a\x0bb"), FIGURES, "control_character"),
    "missing language in a row": (
        set_cell("claim_en", "", file="claims.csv", key="counter_confusion"),
        "claims.csv",
        "language_missing",
    ),
    "missing language in words": (


        swap("  en: The MynaPoint budget", ""),
        TEXT,
        "language_missing",
    ),
    "extra language": (
        swap("  en: The MynaPoint budget", "  en: The MynaPoint budget\n  fr: Le budget"),
        TEXT,
        "language_extra",
    ),
    "kanji in English": (swap("Half means people", "Half means 人数"), TEXT, "japanese_in_english"),
    "kana in an English row": (
        set_cell("label_en", "カード"),
        FIGURES,
        "japanese_in_english",
    ),
    "different references": (
        swap("{mynapoint1_applicants_final} applied, which", "Many applied, which"),
        TEXT,
        "references_differ",
    ),
    "unknown reference": (swap("{mynapoint1_applicants_final}", "{nothing}"), TEXT,
                          "reference_unknown"),
    "unknown claim": (swap("- no_review_of_round1", "- no_such_claim"), TEXT, "reference_unknown"),
    "a digit typed into prose": (swap("Half means", "The 50% means"), TEXT, "digit"),
    "a full-width digit": (swap("「半分」は", "「５０」は"), TEXT, "digit"),
    "a digit in a claim": (
        set_cell("claim_ja", "5割が使う。", file="claims.csv", key="counter_confusion"),
        "claims.csv",
        "digit",
    ),
    "a reading in kanji": (
        set_cell("reading", "番号法", file="glossary.csv", key="number_act"),
        "glossary.csv",
        "pattern",
    ),
    "a spelling of two terms": (
        set_cell("also_ja", "個人番号", file="glossary.csv", key="number_act"),
        "glossary.csv",
        "twice",
    ),
    "a digit in an explanation": (
        set_cell("plain_ja", "12桁の番号です。", file="glossary.csv", key="my_number"),
        "glossary.csv",
        "digit",
    ),
    "a claimant on no side": (
        swap("said_hodanren,critics\n", "", file="claimants.csv"),
        "claims.csv",
        "dangling",
    ),
    "a radical for a kanji": (swap("「半分」は人数", "「半分」は⼈数"), TEXT, "radical"),
    "half-width kana": (swap("マイナポイントの予算", "ﾏｲﾅポイントの予算"), TEXT, "half_kana"),
    "markup in a title": (swap("en: The MynaPoint budget", "en: The ![x] budget"), TEXT, "markup"),
    "missing step part": (swap("    takeaway:", "    takeawy:"), TEXT, "chart_words"),
    "Shift_JIS": (recode("cp932"), FIGURES, "not_utf8"),
    "Shift_JIS in words": (recode("cp932", file=TEXT), TEXT, "not_utf8"),
    "UTF-16": (recode("utf-16"), FIGURES, "not_utf8"),
    "empty file": (lambda data: (data / FIGURES).write_text(""), FIGURES, "file_empty"),
    "empty words": (lambda data: (data / TEXT).write_text(""), TEXT, "file_empty"),
    "missing file": (lambda data: (data / FIGURES).unlink(), FIGURES, "file_missing"),
    "a YAML key twice": (swap("lede:", "title:"), TEXT, "key_twice"),
    "broken YAML": (swap("lede:", "lede: ["), TEXT, "yaml_broken"),
}  # fmt: skip
