"""Faults planted in the words and whole files of the small package."""

from tests.example_package import PAIR, YAML

# Planted in the words: (file, line, place, what stood there, what stands there now).
HEADLINE, SHORT = "steps › one › headline", "steps › one › short"
WORDS = {
    "one_side": [
        ("example", 40, "short_form › claims", "claims: [claim_a]", "claims: [claim_a, claim_a]")
    ],
    "too_many": [
        (
            "example",
            40,
            "short_form › claims",
            "claims: [claim_a]",
            "claims: [claim_a, claim_a, claim_a, claim_a]",
        )
    ],
    "unknown_here": [("example", 41, "short_form › chart", "chart: one", "chart: two")],
    "language_missing": [
        ("example", 2, "title › en", "  en: Example\n", ""),
        ("example", 9, f"{HEADLINE} › en", "An example.", ""),
        (
            "example",
            8,
            f"{HEADLINE} › ja",
            PAIR.replace("\n ", "\n   "),
            "\n      ja:\n      en:\n",
        ),
    ],
    "language_extra": [
        ("example", 4, "title", "  en: Example\n", "  en: Example\n  fr: Exemple\n")
    ],
    "not_a_pair": [
        ("example", 7, HEADLINE, f":{PAIR}".replace("\n ", "\n   "), ": x\n"),
        ("example", 28, SHORT, "'{share.bare}、{plan.date}'", "{share}"),
        (
            "example",
            33,
            "steps › one › controls › year",
            ":\n        ja: 年\n        en: Year",
            ": x",
        ),
        ("_interface", 1, "step", YAML["_interface"], "step: x\n"),
    ],
    "japanese_in_english": [("example", 9, f"{HEADLINE} › en", "An example.", "人数")],
    "references_differ": [
        ("example", 29, f"{SHORT} › en", "{share}, ", ""),
        ("example", 29, f"{SHORT} › en", "{share}, ", "{share}, {part}, "),
        ("_interface", 3, "step › en", "Step {count}", "Step"),
    ],
    "reference_unknown": [
        ("example", 8, f"{HEADLINE} › ja", "例です。", "例は{nothing}。"),
        ("example", 26, "one › guess › answer", "answer: share", "answer: x"),
        ("example", 31, "one › claims", "- claim_a", "- x"),
    ],
    "digit": [
        ("example", 8, f"{HEADLINE} › ja", "例です。", "５例です。"),
        ("example", 25, "steps › one › guess › question › en", "round 1", "round 12"),
    ],
    "brace": [
        ("example", 29, f"{SHORT} › en", "{share}, ", "{share, "),
        ("_interface", 2, "step › ja", "{count}", "{count"),
    ],
    "radical": [("example", 8, f"{HEADLINE} › ja", "例です。", "⾧い例です。")],
    "half_kana": [("_interface", 2, "step › ja", "段階", "ﾀﾞﾝｶｲ")],
    "unseen": [
        ("example", 8, f"{HEADLINE} › ja", "例です。", "例\u200bです。"),
        ("example", 8, f"{HEADLINE} › ja", "例です。", "例で\u00adす。"),
        ("example", 8, f"{HEADLINE} › ja", "例です。", "例で\u202eす。"),
    ],
    "decomposed": [("example", 8, f"{HEADLINE} › ja", "例です。", "例て\u3099す。")],
    "yaml_sign": [
        ("example", 3, "", "  en: Example\n", "  en：Example\n"),
        ("example", 3, "", "  en: Example\n", "\u3000en: Example\n"),
        ("example", 3, "", "  en: Example\n", "\u00a0\u00a0en: Example\n"),
        ("example", 3, "", "  en: Example\n", "\ten: Example\n"),
    ],
    "yaml_no_blank": [("example", 3, "", "  en: Example\n", "  en:Example\n")],
    "yaml_begins": [
        ("example", 3, "", "  en: Example\n", "  en: @Example\n"),
        ("example", 3, "", "  en: Example\n", "  en: *Example\n"),
    ],
    "yaml_inside": [("example", 3, "", "  en: Example\n", "  en: Note: this\n")],
    "yaml_cut": [("example", 3, "", "  en: Example\n", "  en: Example #one\n")],
    "personal": [("example", 8, f"{HEADLINE} › ja", "例です。", "a@example.org")],
    "markup": [
        ("example", 3, "title › en", "Example", "A ![x](y)"),
        ("example", 35, "steps › one › controls › year › en", "Year", "Year_"),
    ],
    "key_missing": [
        ("example", 5, "one", "    body:", "    boddy:"),
        ("example", 0, "title", "title:", "tittle:"),
        ("example", 5, "?", "- id: one", "- if: one"),
        ("example", 23, "one › guess", "answer:", "anser:"),
        ("example", 23, "one › guess", "question:", "qestion:"),
    ],
    "chart_words": [
        ("example", 5, "one", "    takeaway:", "    takeawy:"),
        ("example", 5, "one", "    chart_name:", "    chartname:"),
    ],
    "twice": [("example", 36, "one", "Year\n", "Year\n  - id: one\n")],
    "key_twice": [("example", 1, "", "steps:", "title:")],
    "yaml_broken": [("example", 5, "", "steps:", "steps: [")],
    "not_a_list": [
        ("example", 30, "one › claims", "claims:\n      - claim_a", "claims: claim_a"),
        ("example", 5, "steps", "  - id: one\n    chart:", "  one:\n    chart:"),
        ("_contents", 1, "topics", YAML["_contents"], "- x\n"),
        ("_contents", 4, "topics", "  topics:\n    - example", "  topics: example"),
    ],
    "control_character": [("example", 0, "", "例です。", "例\x07です。")],
    "digit_interface": [("_interface", 3, "step › en", "Step {count}", "Step 1 of {count}")],
    "topic_unknown": [("_contents", 5, "topics", "- example", "- exampel")],
    "topic_unlisted": [("_contents", 0, "topics", "- example", "- exampel")],
    "file_empty": [("example", 0, "", YAML["example"], " \n")],
    "shape": [
        ("_contents", 1, "", YAML["_contents"], "title: x\n"),
        ("example", 1, "", YAML["example"], "- a\n"),
    ],
}
# Done to a whole file: (file, row, field, from its bytes to others; None takes it away).
FILES = {
    "not_utf8": [
        ("figures.csv", 0, "", lambda raw: raw.decode().encode("cp932")),
        ("figures.csv", 0, "", lambda raw: raw.decode().encode("utf-16")),
        ("names.csv", 0, "", lambda raw: "name_ja,name_en\na,b\n".encode("utf-16-le")),
        ("text/example.yml", 0, "", lambda raw: raw.decode().encode("cp932")),
        ("text/example.yml", 0, "", lambda raw: raw.decode().encode("utf-16")),
    ],
    "file_missing": [
        (name, 0, "", None) for name in ("figures.csv", "datapackage.json", "text/_contents.yml")
    ],
    "file_empty": [
        ("figures.csv", 0, "", lambda raw: b""),
        ("names.csv", 0, "", lambda raw: b"\n"),
        ("text/example.yml", 0, "", lambda raw: b""),
    ],
    "json_broken": [
        ("datapackage.json", 1, "", lambda raw: b"{"),
        ("datapackage.json", 0, "", lambda raw: b"[]"),
    ],
    "resource_missing": [
        (
            "datapackage.json",
            0,
            "",
            lambda raw: raw.replace(b'"name": "claims"', b'"name": "clams"'),
        )
    ],
    "table_unknown": [
        ("tables/new.csv", 0, "", lambda raw: b"as_of\n2021\n"),
        ("tables/NEW.CSV", 0, "", lambda raw: b"as_of\n2021\n"),
    ],
    "separator": [
        ("names.csv", 1, "", lambda raw: raw.replace(b",", b";")),
        ("names.csv", 1, "", lambda raw: raw.replace(b",", b"\t")),
    ],
    "separator_line": [("names.csv", 1, "", lambda raw: b"sep=,\n" + raw)],
    "header_numbered": [("names.csv", 1, "", lambda raw: b"Column1,Column2\n" + raw)],
    "column_misspelt": [
        ("figures.csv", 1, "", lambda raw: raw.replace(b"figure_id", b"figure_id ", 1)),
        ("figures.csv", 1, "", lambda raw: raw.replace(b"figure_id", b"Figure-ID", 1)),
    ],
    "column_nameless": [("names.csv", 1, "", lambda raw: raw.replace(b"name_en", b"", 1))],
    "header_unknown": [
        ("claimants.csv", 1, "", lambda raw: raw.split(b"\n", 1)[1]),
    ],
    "column_missing": [("figures.csv", 1, "checked", lambda raw: raw.replace(b"checked", b"x", 1))],
    "column_extra": [
        ("figures.csv", 1, "x", lambda raw: raw.replace(b"checked", b"x", 1)),
        (
            "corrections.csv",
            1,
            "iz",
            lambda raw: raw.split(b"\r\n")[0].replace(b",is_ja,", b",iz,"),
        ),
    ],
    "column_twice": [("figures.csv", 1, "", lambda raw: raw.replace(b"checked", b"value", 1))],
    "row_length": [
        ("names.csv", 3, "", lambda raw: raw + b"a\n"),
        ("names.csv", 4, "", lambda raw: raw + b"a,b\na,b,c\n"),
        ("names.csv", 4, "", lambda raw: raw + b"\na,b,c\n"),
    ],
    "csv_broken": [
        ("names.csv", 3, "", lambda raw: raw + b'"a,b\n'),
        ("names.csv", 3, "", lambda raw: raw + b'"a"b,c\n'),
    ],
}
