"""Faults planted in the cells of the small package, by what the check must say of them."""

# Planted in one cell, by what the check must say: (table, row, column, what stands there).
CELLS = {
    "required": [
        ("figures", 2, "source_id", ""),
        ("figures", 3, "place_ja", ""),
        ("events", 3, "place_en", " "),
        ("figures", 3, "value", ""),
        ("figures", 2, "processing", ""),
        ("figures", 2, "figure_id", ""),
        ("cards_by_date", 2, "as_of", ""),
        ("glossary", 2, "reading", ""),
    ],
    "pattern": [
        ("glossary", 2, "reading", "例"),
        ("glossary", 3, "reading", "レイ"),
        ("measures", 2, "measure_id", "Example-Count"),
        ("labels", 3, "code", "ラベル"),
    ],
    "choice": [
        ("figures", 2, "unit", "bananas"),
        ("figures", 3, "qualifier", "roughly"),
        ("claims", 2, "stance", "x"),
        ("sources", 2, "kind", "x"),
        ("claimants", 2, "side", "x"),
        ("corrections", 2, "table", "x"),
        ("corrections", 2, "field", "x"),
    ],
    "twice": [
        ("figures", 3, "figure_id", "whole"),
        ("cards_by_date", 3, "as_of", "2021-10"),
        ("glossary", 3, "also_ja", "別名|見本"),
        ("glossary", 3, "term_en", "EXAMPLE"),
    ],
    "dangling": [
        ("figures", 2, "source_id", "x"),
        ("figures", 3, "origin_id", "x"),
        ("figures", 2, "measure_id", "x"),
        ("figures", 2, "said_by", "x"),
        ("figures", 3, "part_of", "x"),
        ("figures", 4, "superseded_by", "x"),
        ("claims", 2, "claimant", "x"),
        ("claims", 2, "answer_source_id", "x"),
        ("claims", 2, "merged_into", "x"),
        ("events", 2, "outcome_event_id", "x"),
        ("data_flows", 2, "from_node", "x"),
        ("data_flows", 2, "to_node", "x"),
        ("data_flows", 2, "identifier", "x"),
        ("data_flows", 2, "status", "x"),
        ("mynapoint_deadlines", 2, "clock", "x"),
        ("cards_by_date", 2, "figure_id", "x"),
        ("measures", 3, "comparable_with", "example_count x"),
        ("glossary", 3, "source_id", "x"),
        ("claimants", 2, "claimant", "x"),
    ],
    "date_wrong": [
        ("figures", 2, "as_of", "2023-02-30"),
        ("figures", 3, "as_of", "2021/10/20"),
        ("events", 2, "date", "２０２１"),
        ("figures", 3, "as_of", "FY2021-03"),
        ("figures", 2, "review_after", "2021-13-01"),
        ("figures", 6, "value", "5"),
        ("claims", 2, "answer_looked", "2023-02-29"),
        ("figures", 6, "value", "2021-02-31"),
        ("figures", 6, "value", "٢٠٢١-10"),
        ("figures", 6, "value", "2021-10/2021-11"),
    ],
    "date_mixed": [("figures", 5, "as_of", "2021/2022-03")],
    "date_reversed": [("figures", 5, "as_of", "2022-03/2021-04")],
    "full_width": [("figures", 3, "value", "５０"), ("figures", 4, "value", "25．0")],
    "grouped": [("figures", 2, "value", "1,200"), ("cards_by_date", 4, "value", "-1,000.5")],
    "not_number": [
        ("figures", 2, "value", each)
        for each in ("NaN", "inf", "1e400", "5%", "+5", "٥", "2021-10-20", "5 000")
    ],
    "percent_range": [("figures", 5, "value", "100.1"), ("figures", 4, "value", "-1")],
    "negative": [("figures", 3, "value", "-50"), ("cards_by_date", 4, "value", "-1")],
    "gap_with_value": [("cards_by_date", 3, "value", "55")],
    "unit_differs": [("figures", 2, "unit", "yen")],
    "part_too_large": [("figures", 3, "value", "201")],
    "part_unit": [("figures", 4, "part_of", "whole")],
    "circle": [
        ("figures", 5, "superseded_by", "share"),
        ("figures", 2, "part_of", "part"),
        ("figures", 2, "part_of", "whole"),
        ("claims", 2, "merged_into", "claim_a"),
        ("events", 3, "outcome_event_id", "plan"),
    ],
    "series_is_id": [("figures", 3, "series", "whole")],
    "falls": [("figures", 2, "value", "49"), ("cards_by_date", 4, "value", "49")],
    "mixed_series": [
        ("figures", 3, "measure_id", "example_share"),
        ("cards_by_date", 4, "measure_id", "example_share"),
    ],
    "calculation_wrong": [("figures", 4, "value", "25.1"), ("figures", 4, "value", "25.00001")],
    "calculation_unreadable": [
        ("figures", 4, "calculation", each)
        for each in (
            "open('x')",
            "9**9",
            "1/0",
            "1e999",
            "part +",
            "nothing / 2",
            "(" * 999,
            "1" + "+1" * 9999,
            "part.real",
            "'a' * 9",
        )
    ],
    "calculation_missing": [("figures", 4, "calculation", "")],
    "calculation_unsaid": [("figures", 3, "calculation", "25 + 25")],
    "figure_differs": [
        ("cards_by_date", 2, "value", "51"),
        ("mynapoint_deadlines", 2, "value", "2021-10-21"),
        ("cards_by_date", 2, "measure_id", "example_share"),
    ],
    "url_wrong": [
        ("sources", 2, "url", each)
        for each in ("javascript:alert(1)", "ftp://example.invalid/", "example", "https://a b")
    ],
    "url_missing": [("sources", 2, "url", "")],
    "source_not_seen": [("figures", 2, "source_id", "example_cited")],
    "answer_or_looked": [("claims", 2, "answer_looked", "")],
    "place_vague": [
        ("figures", 2, "place_ja", "本文の数値の箇所"),
        ("cards_by_date", 2, "place_ja", "本文または図の数値"),
        ("claims", 2, "answer_place_ja", "本文"),
        ("events", 2, "place_ja", "本文、開始の日を述べる文"),
    ],
    "since_unweighed": [("claims", 2, "since_bearing", "beside")],
    "state_unborne": [
        ("claims", 2, "state", each) for each in ("happened", "overtaken", "did_not_happen")
    ],
    "personal": [
        ("figures", 2, "place_ja", each)
        for each in (
            "070-0000-0000",
            "話07000000000へ",
            "０３－００００－００００",
            "(03)0000-0000",
            "+81 3-0000-0000",
            "a@example.org",
            "00000-0-000000",
        )
    ],
    "control_character": [("figures", 2, "note_ja", "a\x0bb"), ("figures", 2, "series", "a\x00")],
    "language_missing": [
        ("claims", 2, "claim_en", ""),
        ("figures", 3, "place_ja", " "),
        ("figures", 2, "note_ja", "片方だけ"),
    ],
    "japanese_in_english": [
        ("figures", 3, "label_en", "カード"),
        ("sources", 2, "title_en", "人"),
        ("labels", 2, "en", "人々"),
        ("glossary", 2, "also_en", "見本"),
        ("claims", 2, "claim_en", "「例 {whole}人"),
    ],
    "references_differ": [("claims", 2, "claim_en", "There are {part}.")],
    "reference_unknown": [
        ("claims", 2, "claim_ja", each)
        for each in ("{nothing}", "{plan}", "{whole.date}", "{whole.price}", "{line@2019}")
    ],
    "brace": [("claims", 2, "claim_ja", "{whole"), ("claims", 2, "claim_en", "{Whole} {whole}")],
    "digit": [
        ("claims", 2, "claim_ja", "{whole}の5割"),
        ("claims", 2, "claim_en", "{whole} round 15"),
        ("events", 2, "name_ja", "第２弾"),
        ("glossary", 2, "plain_en", "All 5."),
        ("corrections", 2, "why_en", "2 were swapped"),
    ],
    "radical": [("claims", 2, "claim_ja", "{whole}⼈"), ("labels", 3, "ja", "⻑")],
    "half_kana": [("claims", 2, "claim_ja", "{whole}ﾏｲﾅ"), ("sources", 2, "title_ja", "｢例｣")],
}
