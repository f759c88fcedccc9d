"""A small package of invented rows in the shape of data/, and the faults planted in it."""

import csv
import json
from pathlib import Path

from components.content.paths import DATA

EXAMPLE_DAY = "2026-11-24"
PLACE = {"source_id": "example_doc", "place_ja": "例の箇所", "place_en": "Example passage",
         "checked": EXAMPLE_DAY, "confidence": "high"}  # fmt: skip
FIGURE = PLACE | {"topic": "example", "label_ja": "例", "label_en": "Example",
                  "as_of": "2021-10-20", "qualifier": "exact", "processing": "as_published",
                  "unit": "people", "measure_id": "example_count",
                  "said_by": "said_example"}  # fmt: skip
MEASURE = {"topic": "example", "name_ja": "例", "name_en": "Example", "definition_ja": "例の定義",
           "definition_en": "An example"}  # fmt: skip
SOURCE = {"publisher_ja": "例の省", "publisher_en": "Example ministry", "short_ja": "例の省",
          "short_en": "Example", "title_ja": "例", "title_en": "Example",
          "checked": EXAMPLE_DAY}  # fmt: skip
CARD = PLACE | {"qualifier": "exact", "measure_id": "example_count", "series": "example"}
LABELS = ("said_example", "node_a", "node_b", "identifier_a", "status_in_use", "field_a", "round_1",
          "clock_use", "plan_original", "edge_start", "unit_people", "unit_percent", "unit_date",
          "qualifier_exact", "qualifier_not_seen", "processing_as_published",
          "processing_calculated", "confidence_high", "state_open", "kind_law", "side_others",
          "side_critics", "side_government", "stance_concern")  # fmt: skip
EXAMPLE = {  # invented: no row says anything about the world
    "sources": [
        SOURCE | {"source_id": "example_doc", "kind": "primary",
                  "url": "https://example.invalid/03-0000-0000"},
        SOURCE | {"source_id": "example_cited", "kind": "cited"},
    ],
    "measures": [
        MEASURE | {"measure_id": "example_count", "unit": "people", "kind": "cumulative"},
        MEASURE | {"measure_id": "example_share", "unit": "percent", "kind": "share"},
        MEASURE | {"measure_id": "example_date", "unit": "date", "kind": "date"},
    ],
    "figures": [
        FIGURE | {"figure_id": "whole", "value": "200", "series": "line", "as_of": "2022-01"},
        FIGURE | {"figure_id": "part", "value": "50", "part_of": "whole", "series": "line"},
        FIGURE | {"figure_id": "share", "value": "25.0", "measure_id": "example_share",
                  "unit": "percent", "processing": "calculated", "superseded_by": "newer",
                  "calculation": "part / whole * 100"},
        FIGURE | {"figure_id": "newer", "value": "30", "measure_id": "example_share",
                  "unit": "percent", "as_of": "2021-04/2022-03"},
        FIGURE | {"figure_id": "day", "value": "2021-10-20", "measure_id": "example_date",
                  "unit": "date", "origin_id": "example_cited"},
    ],
    "claims": [PLACE | {"claim_id": "claim_a", "topic": "example", "claimant": "said_example",
                        "claim_ja": "{whole}です。", "claim_en": "There are {whole}.",
                        "stance": "concern", "answer_looked": EXAMPLE_DAY, "state": "open"}],
    "events": [PLACE | {"event_id": name, "date": "2021", "kind": "law", "topics": "example",
                        "name_ja": "例", "name_en": "Example", "is_plan": plan,
                        "outcome_event_id": then}
               for name, plan, then in (("plan", "yes", "came"), ("came", "no", ""))],
    "data_flows": [PLACE | {"flow_id": "e01", "topic": "example", "from_node": "node_a",
                            "to_node": "node_b", "data_ja": "例", "data_en": "Example",
                            "identifier": "identifier_a", "status": "status_in_use"}],
    "systems": [PLACE | {"system_id": "node_a", "topic": "example", "field": "field_a",
                         "run_by_ja": "例の省", "run_by_en": "Example ministry",
                         "identifier_ja": "番号", "identifier_en": "a number", "data_ja": "例",
                         "data_en": "Example", "status": "status_in_use"}],
    "labels": [{"code": code, "group": "g", "ja": "例", "en": "Example"} for code in LABELS],
    "names": [{"name_ja": "第1弾", "name_en": "round 1"}],
    "corrections": [{"corrected_on": EXAMPLE_DAY, "table": "figures", "record_id": "part",
                     "field": "value", "was": "51", "is": "50", "why_ja": "写しまちがい",
                     "why_en": "Misread"}],
    "glossary": [{"term_id": name, "term_ja": ja, "reading": "れい", "term_en": en,
                  "plain_ja": "例です。", "plain_en": "An example.", "topics": "example",
                  "also_ja": "見本", "checked": EXAMPLE_DAY} | more
                 for name, ja, en, more in (
                     ("term_a", "例", "Example", {}),
                     ("term_b", "例え", "Examples", {"also_ja": ""} | PLACE))],
    "claimants": [{"claimant": "said_example", "side": "others"}],
    "cards_by_date": [CARD | {"as_of": "2021-10", "value": "50.0", "figure_id": "part"},
                      CARD | {"as_of": "2021-11", "qualifier": "not_seen"},
                      CARD | {"as_of": "2021-12", "value": "60"}],
    "mynapoint_deadlines": [CARD | {"as_of": "2021", "round": "round_1", "clock": "clock_use",
                                    "status": "plan_original", "edge": "edge_start",
                                    "measure_id": "example_date", "value": "2021-10-20",
                                    "figure_id": "day"}],
}  # fmt: skip
PAIR = "\n    ja: 例です。\n    en: An example.\n"
STEP = "".join(f"    {name}:{PAIR}".replace("\n    ", "\n      ") for name in
               ("headline", "body", "note", "chart_name", "takeaway"))  # fmt: skip
YAML = {
    "_contents": "- title:\n    ja: 例\n    en: Example\n  topics:\n    - example\n",
    "_interface": "step:\n  ja: 段階{count}\n  en: Step {count}\n",
    "example": "title:\n  ja: 例\n  en: Example\nsteps:\n  - id: one\n    chart: drawing\n" + STEP
    + "    guess:\n      question:\n        ja: 第1弾は。\n        en: And round 1?\n"
      "      answer: share\n    short:\n      ja: '{share.bare}、{plan.date}'\n"
      "      en: '{share}, {plan.date}'\n    claims:\n      - claim_a\n"
      "    controls:\n      year:\n        ja: 年\n        en: Year\n",
}  # fmt: skip


def build(folder: Path) -> Path:
    """Write the small package, in the shape of data/datapackage.json. Every row is invented."""
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    package["resources"] = [each for each in package["resources"] if each["name"] in EXAMPLE]
    for name in ("tables", "text"):
        (folder / name).mkdir()
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    for name, rows in EXAMPLE.items():
        write(folder, name, rows)
    for name, words in YAML.items():
        (folder / "text" / f"{name}.yml").write_text(words, "utf-8")
    return folder


def write(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    """Write the rows of one table, with every column that its schema names."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    resource = next(each for each in package["resources"] if each["name"] == name)
    with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as sheet:
        names = [field["name"] for field in resource["schema"]["fields"]]
        writer = csv.DictWriter(sheet, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def path_of(table: str) -> str:
    """Give the path of a table inside the package."""
    return f"tables/{table}.csv" if table in TABLES else f"{table}.csv"


TABLES = ("cards_by_date", "mynapoint_deadlines")

# Planted in one cell, by what the check must say: (table, row, column, what stands there).
CELLS = {
    "required": [("figures", 2, "source_id", ""), ("figures", 3, "place_ja", ""),
                 ("events", 3, "place_en", " "), ("figures", 3, "value", ""),
                 ("figures", 2, "processing", ""), ("figures", 2, "figure_id", ""),
                 ("cards_by_date", 2, "as_of", ""), ("glossary", 2, "reading", "")],
    "pattern": [("glossary", 2, "reading", "例"), ("glossary", 3, "reading", "レイ"),
                ("measures", 2, "measure_id", "Example-Count"), ("labels", 3, "code", "ラベル")],
    "choice": [("figures", 2, "unit", "bananas"), ("figures", 3, "qualifier", "roughly"),
               ("claims", 2, "stance", "x"), ("sources", 2, "kind", "x"),
               ("claimants", 2, "side", "x"), ("corrections", 2, "table", "x"),
               ("corrections", 2, "field", "x")],
    "twice": [("figures", 3, "figure_id", "whole"), ("cards_by_date", 3, "as_of", "2021-10"),
              ("glossary", 3, "also_ja", "別名|見本"), ("glossary", 3, "term_en", "EXAMPLE")],
    "dangling": [
        ("figures", 2, "source_id", "x"), ("figures", 3, "origin_id", "x"),
        ("figures", 2, "measure_id", "x"), ("figures", 2, "said_by", "x"),
        ("figures", 3, "part_of", "x"), ("figures", 4, "superseded_by", "x"),
        ("claims", 2, "claimant", "x"), ("claims", 2, "answer_source_id", "x"),
        ("claims", 2, "merged_into", "x"), ("events", 2, "outcome_event_id", "x"),
        ("data_flows", 2, "from_node", "x"), ("data_flows", 2, "to_node", "x"),
        ("data_flows", 2, "identifier", "x"), ("data_flows", 2, "status", "x"),
        ("mynapoint_deadlines", 2, "clock", "x"), ("cards_by_date", 2, "figure_id", "x"),
        ("measures", 3, "comparable_with", "example_count x"), ("glossary", 3, "source_id", "x"),
        ("claimants", 2, "claimant", "x"),
    ],
    "date_wrong": [
        ("figures", 2, "as_of", "2023-02-30"), ("figures", 3, "as_of", "2021/10/20"),
        ("events", 2, "date", "２０２１"), ("figures", 3, "as_of", "FY2021-03"),
        ("figures", 2, "review_after", "2021-13-01"), ("figures", 6, "value", "5"),
        ("claims", 2, "answer_looked", "2023-02-29"), ("figures", 6, "value", "2021-02-31"),
        ("figures", 6, "value", "٢٠٢١-10"), ("figures", 6, "value", "2021-10/2021-11"),
    ],
    "date_mixed": [("figures", 5, "as_of", "2021/2022-03")],
    "date_reversed": [("figures", 5, "as_of", "2022-03/2021-04")],
    "full_width": [("figures", 3, "value", "５０"), ("figures", 4, "value", "25．0")],
    "grouped": [("figures", 2, "value", "1,200"), ("cards_by_date", 4, "value", "-1,000.5")],
    "not_number": [("figures", 2, "value", each) for each in
                   ("NaN", "inf", "1e400", "5%", "+5", "٥", "2021-10-20", "5 000")],
    "percent_range": [("figures", 5, "value", "100.1"), ("figures", 4, "value", "-1")],
    "negative": [("figures", 3, "value", "-50"), ("cards_by_date", 4, "value", "-1")],
    "gap_with_value": [("cards_by_date", 3, "value", "55")],
    "unit_differs": [("figures", 2, "unit", "yen")],
    "part_too_large": [("figures", 3, "value", "201")],
    "part_unit": [("figures", 4, "part_of", "whole")],
    "circle": [("figures", 5, "superseded_by", "share"), ("figures", 2, "part_of", "part"),
               ("figures", 2, "part_of", "whole"), ("claims", 2, "merged_into", "claim_a"),
               ("events", 3, "outcome_event_id", "plan")],
    "falls": [("figures", 2, "value", "49"), ("cards_by_date", 4, "value", "49")],
    "mixed_series": [("figures", 3, "measure_id", "example_share"),
                     ("cards_by_date", 4, "measure_id", "example_share")],
    "calculation_wrong": [("figures", 4, "value", "25.1"), ("figures", 4, "value", "25.00001")],
    "calculation_unreadable": [("figures", 4, "calculation", each) for each in
                               ("open('x')", "9**9", "1/0", "1e999", "part +", "nothing / 2",
                                "(" * 999, "1" + "+1" * 9999, "part.real", "'a' * 9")],
    "calculation_missing": [("figures", 4, "calculation", "")],
    "calculation_unsaid": [("figures", 3, "calculation", "25 + 25")],
    "figure_differs": [("cards_by_date", 2, "value", "51"),
                       ("mynapoint_deadlines", 2, "value", "2021-10-21"),
                       ("cards_by_date", 2, "measure_id", "example_share")],
    "url_wrong": [("sources", 2, "url", each) for each in
                  ("javascript:alert(1)", "ftp://example.invalid/", "example", "https://a b")],
    "url_missing": [("sources", 2, "url", "")],
    "source_not_seen": [("figures", 2, "source_id", "example_cited")],
    "answer_or_looked": [("claims", 2, "answer_looked", "")],
    "personal": [("figures", 2, "place_ja", each) for each in
                 ("070-0000-0000", "話07000000000へ", "０３－００００－００００", "(03)0000-0000",
                  "+81 3-0000-0000", "a@example.org", "00000-0-000000")],
    "control_character": [("figures", 2, "note_ja", "a\x0bb"), ("figures", 2, "series", "a\x00")],
    "language_missing": [("claims", 2, "claim_en", ""), ("figures", 3, "place_ja", " "),
                         ("figures", 2, "note_ja", "片方だけ")],
    "japanese_in_english": [("figures", 3, "label_en", "カード"), ("sources", 2, "title_en", "人"),
                            ("labels", 2, "en", "人々"), ("glossary", 2, "also_en", "見本"),
                            ("claims", 2, "claim_en", "「例 {whole}人")],
    "references_differ": [("claims", 2, "claim_en", "There are {part}.")],
    "reference_unknown": [("claims", 2, "claim_ja", each) for each in
                          ("{nothing}", "{plan}", "{whole.date}", "{whole.price}")],
    "brace": [("claims", 2, "claim_ja", "{whole"), ("claims", 2, "claim_en", "{Whole} {whole}")],
    "digit": [("claims", 2, "claim_ja", "{whole}の5割"),
              ("claims", 2, "claim_en", "{whole} round 15"),
              ("events", 2, "name_ja", "第２弾"), ("glossary", 2, "plain_en", "All 5."),
              ("corrections", 2, "why_en", "2 were swapped")],
    "radical": [("claims", 2, "claim_ja", "{whole}⼈"), ("labels", 3, "ja", "⻑")],
    "half_kana": [("claims", 2, "claim_ja", "{whole}ﾏｲﾅ"), ("sources", 2, "title_ja", "｢例｣")],
}  # fmt: skip
# Planted in the words: (file, line, place, what stood there, what stands there now).
HEADLINE, SHORT = "steps › one › headline", "steps › one › short"
WORDS = {
    "language_missing": [("example", 2, "title › en", "  en: Example\n", ""),
                         ("example", 9, f"{HEADLINE} › en", "An example.", ""),
                         ("example", 8, f"{HEADLINE} › ja", PAIR.replace("\n ", "\n   "),
                          "\n      ja:\n      en:\n")],
    "language_extra": [("example", 4, "title", "  en: Example\n",
                        "  en: Example\n  fr: Exemple\n")],
    "not_a_pair": [("example", 7, HEADLINE, f":{PAIR}".replace("\n ", "\n   "), ": x\n"),
                   ("example", 28, SHORT, "'{share.bare}、{plan.date}'", "{share}"),
                   ("example", 33, "steps › one › controls › year",
                    ":\n        ja: 年\n        en: Year", ": x"),
                   ("_interface", 1, "step", YAML["_interface"], "step: x\n")],
    "japanese_in_english": [("example", 9, f"{HEADLINE} › en", "An example.", "人数")],
    "references_differ": [("example", 29, f"{SHORT} › en", "{share}, ", ""),
                          ("example", 29, f"{SHORT} › en", "{share}, ", "{share}, {part}, "),
                          ("_interface", 3, "step › en", "Step {count}", "Step")],
    "reference_unknown": [("example", 8, f"{HEADLINE} › ja", "例です。", "例は{nothing}。"),
                          ("example", 26, "one › guess › answer", "answer: share", "answer: x"),
                          ("example", 31, "one › claims", "- claim_a", "- x")],
    "digit": [("example", 8, f"{HEADLINE} › ja", "例です。", "５例です。"),
              ("example", 25, "steps › one › guess › question › en", "round 1", "round 12")],
    "brace": [("example", 29, f"{SHORT} › en", "{share}, ", "{share, "),
              ("_interface", 2, "step › ja", "{count}", "{count")],
    "radical": [("example", 8, f"{HEADLINE} › ja", "例です。", "⾧い例です。")],
    "half_kana": [("_interface", 2, "step › ja", "段階", "ﾀﾞﾝｶｲ")],
    "personal": [("example", 8, f"{HEADLINE} › ja", "例です。", "a@example.org")],
    "markup": [("example", 3, "title › en", "Example", "A ![x](y)"),
               ("example", 35, "steps › one › controls › year › en", "Year", "Year_")],
    "key_missing": [("example", 5, "one", "    body:", "    boddy:"),
                    ("example", 0, "title", "title:", "tittle:"),
                    ("example", 5, "?", "- id: one", "- if: one"),
                    ("example", 23, "one › guess", "answer:", "anser:"),
                    ("example", 23, "one › guess", "question:", "qestion:")],
    "chart_words": [("example", 5, "one", "    takeaway:", "    takeawy:"),
                    ("example", 5, "one", "    chart_name:", "    chartname:")],
    "twice": [("example", 36, "one", "Year\n", "Year\n  - id: one\n")],
    "key_twice": [("example", 1, "", "steps:", "title:")],
    "yaml_broken": [("example", 5, "", "steps:", "steps: [")],
    "not_a_list": [("example", 30, "one › claims", "claims:\n      - claim_a", "claims: claim_a"),
                   ("example", 5, "steps", "  - id: one\n    chart:", "  one:\n    chart:"),
                   ("_contents", 1, "topics", YAML["_contents"], "- x\n"),
                   ("_contents", 4, "topics", "  topics:\n    - example", "  topics: example")],
    "control_character": [("example", 0, "", "例です。", "例\x07です。")],
    "digit_interface": [("_interface", 3, "step › en", "Step {count}", "Step 1 of {count}")],
    "topic_unknown": [("_contents", 5, "topics", "- example", "- exampel")],
    "topic_unlisted": [("_contents", 0, "topics", "- example", "- exampel")],
    "file_empty": [("example", 0, "", YAML["example"], " \n")],
    "shape": [("_contents", 1, "", YAML["_contents"], "title: x\n"),
              ("example", 1, "", YAML["example"], "- a\n")],
}  # fmt: skip
# Done to a whole file: (file, row, field, from its bytes to others; None takes it away).
FILES = {
    "not_utf8": [
        ("figures.csv", 0, "", lambda raw: raw.decode().encode("cp932")),
        ("figures.csv", 0, "", lambda raw: raw.decode().encode("utf-16")),
        ("names.csv", 0, "", lambda raw: "name_ja,name_en\na,b\n".encode("utf-16-le")),
        ("text/example.yml", 0, "", lambda raw: raw.decode().encode("cp932")),
        ("text/example.yml", 0, "", lambda raw: raw.decode().encode("utf-16")),
    ],
    "file_missing": [(name, 0, "", None) for name in
                     ("figures.csv", "datapackage.json", "text/_contents.yml")],
    "file_empty": [("figures.csv", 0, "", lambda raw: b""),
                   ("names.csv", 0, "", lambda raw: b"\n")],
    "json_broken": [("datapackage.json", 1, "", lambda raw: b"{"),
                    ("datapackage.json", 0, "", lambda raw: b"[]")],
    "resource_missing": [("datapackage.json", 0, "",
                          lambda raw: raw.replace(b'"name": "claims"', b'"name": "clams"'))],
    "table_unknown": [("tables/new.csv", 0, "", lambda raw: b"as_of\n2021\n"),
                      ("tables/NEW.CSV", 0, "", lambda raw: b"as_of\n2021\n")],
    "column_missing": [("figures.csv", 1, "checked", lambda raw: raw.replace(b"checked", b"x", 1))],
    "column_extra": [("figures.csv", 1, "x", lambda raw: raw.replace(b"checked", b"x", 1)),
                     ("corrections.csv", 1, "iz", lambda raw: raw.split(b"\r\n")[0].replace(
                         b",is,", b",iz,"))],
    "column_twice": [("figures.csv", 1, "", lambda raw: raw.replace(b"checked", b"value", 1))],
    "row_length": [("names.csv", 3, "", lambda raw: raw + b"a\n"),
                   ("names.csv", 4, "", lambda raw: raw + b"a,b\na,b,c\n"),
                   ("names.csv", 4, "", lambda raw: raw + b"\na,b,c\n")],
    "csv_broken": [("names.csv", 3, "", lambda raw: raw + b'"a,b\n'),
                   ("names.csv", 3, "", lambda raw: raw + b'"a"b,c\n')],
}  # fmt: skip
