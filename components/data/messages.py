"""What the check says, in both languages side by side: what is wrong, and what to write instead."""

from components.data.languages import Language, Localized
from components.data.messages_words import WORDS_MESSAGES

MESSAGES: dict[str, Localized] = {
    "file_missing": Localized(
        "ファイルがありません。名前と場所を確かめてください。",
        "The file is missing. Check its name and place.",
    ),
    "file_empty": Localized(
        "ファイルが空です。見出しの行から書き直してください。",
        "The file is empty. Write it again, beginning with the header row.",
    ),
    "not_utf8": Localized(
        "文字コードがUTF-8ではありません（Shift_JISかUTF-16の可能性）。"
        "Excelでは「名前を付けて保存」→「CSV UTF-8（コンマ区切り）」、"
        "メモ帳などでは文字コード「UTF-8」を選んで保存してください。",
        "The file is not UTF-8 (perhaps Shift_JIS or UTF-16). In Excel choose "
        "Save As → CSV UTF-8 (Comma delimited); in a text editor save it with encoding UTF-8.",
    ),
    "csv_broken": Localized(
        '「"」が閉じていないか、セルが長すぎます。この行からあとが読めません。'
        'セルを囲む「"」の数を確かめてください。',
        "A quotation mark is not closed, or a cell is far too long: nothing from this row on "
        "can be read. Check the double quotes around cells.",
    ),
    "json_broken": Localized(
        "JSONとして読めません。直前の変更を元にもどし、コンマとかっこを確かめてください。",
        "This cannot be read as JSON. Undo the last change; check commas and brackets.",
    ),
    "resource_missing": Localized(
        "表「{name}」の定義がありません。python3 run.py schema で作りなおしてください。",
        "The table {name} is not described. Make the file anew: python3 run.py schema.",
    ),
    "control_character": Localized(
        "目に見えない制御文字があります。セルを打ち直してください。",
        "There is an invisible control character. Type the cell again.",
    ),
    "column_twice": Localized(
        "列「{name}」が二度あります。一つを消してください。",
        "Column {name} stands twice. Remove one.",
    ),
    "header_unknown": Localized(
        "見出しが一行目にないか、コンマで区切られていません。一行目を「{first}」で始まる見出しにし、"
        "「CSV UTF-8（コンマ区切り）」で保存してください。",
        "The header is not in the first row, or its cells are not parted by commas. "
        "Begin with the header, {first} first, and save as CSV UTF-8 (Comma delimited).",
    ),
    "column_missing": Localized(
        "列「{name}」がありません。見出しの行に加えてください。",
        "Column {name} is missing. Add it to the header row.",
    ),
    "column_extra": Localized(
        "知らない列「{name}」があります。消すか、列名の打ち間違いを直してください。",
        "Column {name} is not known. Remove it, or mend the spelling of its name.",
    ),
    "row_length": Localized(
        'セルの数が{has}で、見出しの{needs}と合いません。コンマをふくむ文は「"」で囲んでください。',
        "The row has {has} cells, the header {needs}. Put text with commas in double quotes.",
    ),
    "table_unknown": Localized(
        "datapackage.json にこの表の定義がありません。tables/ の表なら python3 run.py schema で"
        "作りなおし、そうでなければ data/ の外へ移してください。",
        "datapackage.json does not describe this table. If it belongs into tables/, run "
        "python3 run.py schema; if not, move it out of data/.",
    ),
    "required": Localized("空です。値を書いてください。", "This is empty. Write a value."),
    "twice": Localized(
        "「{value}」は{first}行目にもあります。別の名前にしてください。",
        "{value} stands in row {first} too. Give it another name.",
    ),
    "pattern": Localized(
        "「{value}」は書き方がちがいます。例：{example}",
        "{value} is not written as it should be. Example: {example}",
    ),
    "choice": Localized(
        "「{value}」は使えません。使えるもの：{options}",
        "{value} cannot be used. Use one of: {options}",
    ),
    "dangling": Localized(
        "「{value}」は {table} にありません。{table} に加えるか、打ち間違いを直してください。",
        "{value} is not in {table}. Add it there, or mend the spelling.",
    ),
    "date_wrong": Localized(
        "「{value}」という日付はありません。2021-10-20 のように書いてください。",
        "{value} is not a date. Write it like 2021-10-20.",
    ),
    "date_mixed": Localized(
        "「{value}」の始まりと終わりの書き方がちがいます。"
        "2021-04/2022-03 のようにそろえてください。",
        "The two ends of {value} are written differently. Write them alike: 2021-04/2022-03.",
    ),
    "date_reversed": Localized(
        "「{value}」は終わりが始まりより前です。順を入れかえてください。",
        "{value} ends before it begins. Swap the two dates.",
    ),
    "full_width": Localized(
        "「{value}」に全角の数字があります。半角で書いてください。",
        "{value} has full-width digits. Use half-width ones.",
    ),
    "grouped": Localized(
        "「{value}」は桁区切りのコンマを取って書いてください（例：1234567）。",
        "Write {value} without grouping commas, like 1234567.",
    ),
    "not_number": Localized(
        "「{value}」は数として読めません。半角の数字だけで書いてください。",
        "{value} cannot be read as a number. Use half-width digits only.",
    ),
    "percent_range": Localized(
        "割合「{value}」が0から100の外です。小数点や単位を確かめてください。",
        "The share {value} lies outside 0 to 100. Check the decimal point and the unit.",
    ),
    "negative": Localized(
        "「{value}」は負の数です。金額や件数は0以上で書いてください。",
        "{value} is negative. Amounts and counts are 0 or more.",
    ),
    "gap_with_value": Localized(
        "qualifier が not_seen（資料なし）なのに値「{value}」があります。"
        "どちらかを直してください。",
        "qualifier is not_seen, yet there is a value, {value}. Mend one of them.",
    ),
    "unit_differs": Localized(
        "単位「{value}」が、定義「{measure}」の単位 {unit} とちがいます。そろえてください。",
        "The unit {value} is not that of the measure {measure} ({unit}). Make them agree.",
    ),
    "part_too_large": Localized(
        "{value} は全体「{whole}」の {limit} より大きいです。どちらかを直してください。",
        "{value} is larger than its whole {whole} ({limit}). Mend one of them.",
    ),
    "part_unit": Localized(
        "全体「{whole}」と単位がちがいます。part_of を確かめてください。",
        "The whole {whole} has another unit. Check part_of.",
    ),
    "falls": Localized(
        "累計が {before} から {value} へ減っています。累計は減りません。"
        "値か日付を確かめてください。",
        "The cumulative count falls from {before} to {value}. Check the value or the date.",
    ),
    "mixed_series": Localized(
        "系列「{series}」に定義「{one}」と「{other}」がまざっています。系列を分けてください。",
        "Series {series} mixes the measures {one} and {other}. Make two series.",
    ),
    "calculation_wrong": Localized(
        "計算式の結果は {result} で、値 {value} と合いません。どちらかを直してください。",
        "The calculation gives {result}, not {value}. Mend one of them.",
    ),
    "calculation_unreadable": Localized(
        "計算式「{value}」が読めません。四則とかっこ、figure_id だけで書いてください。",
        "The calculation {value} cannot be read. Use + - * / ( ) and figure ids only.",
    ),
    "calculation_missing": Localized(
        "processing が calculated なのに計算式がありません。calculation に書いてください。",
        "processing is calculated, but there is no calculation. Write it into calculation.",
    ),
    "calculation_unsaid": Localized(
        "計算式があります。processing を calculated にするか、計算式を消してください。",
        "There is a calculation. Set processing to calculated, or remove the calculation.",
    ),
    "circle": Localized(
        "{name} をたどると自分に戻ります。いちばん新しい（大きい）記録では空にしてください。",
        "{name} leads back to itself. Leave it empty in the newest (or largest) record.",
    ),
    "figure_differs": Localized(
        "「{figure}」の値 {other} と合いません。同じ数は同じ値にしてください。",
        "This differs from figure {figure}, which says {other}. Make them agree.",
    ),
    "url_wrong": Localized(
        "「{value}」はリンクとして使えません。https:// で始めてください。",
        "{value} is not a usable link. Begin with https://.",
    ),
    "source_not_seen": Localized(
        "「{value}」は cited（未見）の文書です。"
        "実際に読んだ文書を書き、これは origin_id に書いてください。",
        "{value} is a cited document nobody here has seen. Name the document that was read, "
        "and put this one into origin_id.",
    ),
    "url_missing": Localized(
        "文書のURLがありません。archive と cited のほかは必要です。",
        "The document has no URL. Only archive and cited sources may go without.",
    ),
    "unused": Localized(
        "「{value}」はどこでも使われていません。使うか、この行を消してください。",
        "Nothing uses {value}. Use it, or remove this row.",
    ),
    "label_missing": Localized(
        "使われているコード「{value}」のことばがありません。この code の行を加えてください。",
        "A code in use has no words: {value}. Add a row with this code.",
    ),
    "answer_or_looked": Localized(
        "答えがないときは、調べた日を answer_looked に書いてください。",
        "Without an answer, write the day you looked in answer_looked.",
    ),
}


def message(key: str, language: Language, **values: str) -> str:
    """Give a message in one language with its values filled in."""
    return (MESSAGES.get(key) or WORDS_MESSAGES[key]).to(language).format(**values)
