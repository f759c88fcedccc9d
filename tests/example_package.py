"""A small package of invented rows in the shape of data/."""

import csv
import json
from pathlib import Path

from components.data.paths import DATA

EXAMPLE_DAY = "2026-11-24"
PLACE = {
    "source_id": "example_doc",
    "place_ja": "例の箇所",
    "place_en": "Example passage",
    "checked": EXAMPLE_DAY,
    "confidence": "high",
}
FIGURE = PLACE | {
    "topic": "example",
    "label_ja": "例",
    "label_en": "Example",
    "as_of": "2021-10-20",
    "qualifier": "exact",
    "processing": "as_published",
    "unit": "people",
    "measure_id": "example_count",
    "said_by": "said_example",
}
MEASURE = {
    "topic": "example",
    "name_ja": "例",
    "name_en": "Example",
    "definition_ja": "例の定義",
    "definition_en": "An example",
}
SOURCE = {
    "publisher_ja": "例の省",
    "publisher_en": "Example ministry",
    "short_ja": "例の省",
    "short_en": "Example",
    "title_ja": "例",
    "title_en": "Example",
    "checked": EXAMPLE_DAY,
}
CARD = PLACE | {"qualifier": "exact", "measure_id": "example_count", "series": "example"}
LABELS = (
    "said_example",
    "node_a",
    "node_b",
    "identifier_a",
    "status_in_use",
    "field_a",
    "round_1",
    "clock_use",
    "plan_original",
    "edge_start",
    "unit_people",
    "unit_percent",
    "unit_date",
    "qualifier_exact",
    "qualifier_not_seen",
    "processing_as_published",
    "processing_calculated",
    "confidence_high",
    "state_open",
    "kind_law",
    "side_others",
    "side_critics",
    "side_government",
    "stance_concern",
)
EXAMPLE = {  # invented: no row says anything about the world
    "sources": [
        SOURCE
        | {
            "source_id": "example_doc",
            "kind": "primary",
            "url": "https://example.invalid/03-0000-0000",
        },
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
        FIGURE
        | {
            "figure_id": "share",
            "value": "25.0",
            "measure_id": "example_share",
            "unit": "percent",
            "processing": "calculated",
            "superseded_by": "newer",
            "calculation": "part / whole * 100",
        },
        FIGURE
        | {
            "figure_id": "newer",
            "value": "30",
            "measure_id": "example_share",
            "unit": "percent",
            "as_of": "2021-04/2022-03",
        },
        FIGURE
        | {
            "figure_id": "day",
            "value": "2021-10-20",
            "measure_id": "example_date",
            "unit": "date",
            "origin_id": "example_cited",
        },
    ],
    "claims": [
        PLACE
        | {
            "claim_id": "claim_a",
            "topic": "example",
            "claimant": "said_example",
            "claim_ja": "{whole}です。",
            "claim_en": "There are {whole}.",
            "stance": "concern",
            "answer_looked": EXAMPLE_DAY,
            "state": "open",
        }
    ],
    "events": [
        PLACE
        | {
            "event_id": name,
            "date": "2021",
            "kind": "law",
            "topics": "example",
            "name_ja": "例",
            "name_en": "Example",
            "is_plan": plan,
            "outcome_event_id": then,
        }
        for name, plan, then in (("plan", "yes", "came"), ("came", "no", ""))
    ],
    "data_flows": [
        PLACE
        | {
            "flow_id": "e01",
            "topic": "example",
            "from_node": "node_a",
            "to_node": "node_b",
            "data_ja": "例",
            "data_en": "Example",
            "identifier": "identifier_a",
            "status": "status_in_use",
        }
    ],
    "systems": [
        PLACE
        | {
            "system_id": "node_a",
            "topic": "example",
            "field": "field_a",
            "run_by_ja": "例の省",
            "run_by_en": "Example ministry",
            "identifier_ja": "番号",
            "identifier_en": "a number",
            "data_ja": "例",
            "data_en": "Example",
            "status": "status_in_use",
        }
    ],
    "labels": [{"code": code, "group": "g", "ja": "例", "en": "Example"} for code in LABELS],
    "names": [{"name_ja": "第1弾", "name_en": "round 1"}],
    "corrections": [
        {
            "corrected_on": EXAMPLE_DAY,
            "table": "figures",
            "record_id": "part",
            "field": "value",
            "was_ja": "51",
            "was_en": "51",
            "is_ja": "50",
            "is_en": "50",
            "why_ja": "写しまちがい",
            "why_en": "Misread",
        }
    ],
    "glossary": [
        {
            "term_id": name,
            "term_ja": ja,
            "reading": "れい",
            "term_en": en,
            "plain_ja": "例です。",
            "plain_en": "An example.",
            "topics": "example",
            "also_ja": "見本",
            "checked": EXAMPLE_DAY,
        }
        | more
        for name, ja, en, more in (
            ("term_a", "例", "Example", {}),
            ("term_b", "例え", "Examples", {"also_ja": ""} | PLACE),
        )
    ],
    "claimants": [{"claimant": "said_example", "side": "others"}],
    "cards_by_date": [
        CARD | {"as_of": "2021-10", "value": "50.0", "figure_id": "part"},
        CARD | {"as_of": "2021-11", "qualifier": "not_seen"},
        CARD | {"as_of": "2021-12", "value": "60"},
    ],
    "mynapoint_deadlines": [
        CARD
        | {
            "as_of": "2021",
            "round": "round_1",
            "clock": "clock_use",
            "status": "plan_original",
            "edge": "edge_start",
            "measure_id": "example_date",
            "value": "2021-10-20",
            "figure_id": "day",
        }
    ],
}
PAIR = "\n    ja: 例です。\n    en: An example.\n"
STEP = "".join(
    f"    {name}:{PAIR}".replace("\n    ", "\n      ")
    for name in ("headline", "body", "note", "chart_name", "takeaway")
)
SHORT_FORM = (
    "short_form:\n  findings: [one]\n  chart: one\n  claims: [claim_a]\n  terms: [term_a]\n"
    "  actions: one\n"
)
YAML = {
    "_contents": "- title:\n    ja: 例\n    en: Example\n  topics:\n    - example\n",
    "_interface": "step:\n  ja: 段階{count}\n  en: Step {count}\n",
    "example": "title:\n  ja: 例\n  en: Example\nsteps:\n  - id: one\n    chart: drawing\n"
    + STEP
    + "    guess:\n      question:\n        ja: 第1弾は。\n        en: And round 1?\n"
    "      answer: share\n    short:\n      ja: '{share.bare}、{plan.date}'\n"
    "      en: '{share}, {plan.date}'\n    claims:\n      - claim_a\n"
    "    controls:\n      year:\n        ja: 年\n        en: Year\n"
    "    name:\n      ja: 例\n      en: Example\n" + SHORT_FORM,
}


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
