"""What the check says about words: sentences, references, characters, YAML."""

from components.content.languages import Words

WORDS_MESSAGES: dict[str, Words] = {
    "yaml_broken": Words(
        "YAMLとして読めません（{line}行目付近）。字下げと「:」を確かめてください。",
        "This is not readable YAML (near line {line}). Check indentation and colons.",
    ),
    "key_twice": Words(
        "項目が二度あります（{line}行目付近：{name}）。一つを消してください。",
        "A key is given twice (near line {line}: {name}). Remove one.",
    ),
    "key_missing": Words(
        "項目「{name}」がありません。加えてください。",
        "The key {name} is missing. Add it.",
    ),
    "language_missing": Words(
        "{which} の文がありません。ja と en を両方書いてください。",
        "The {which} words are missing. Write both ja and en.",
    ),
    "language_extra": Words(
        "「{which}」という言語はありません。ja と en だけにしてください。",
        "There is no language {which}. Only ja and en.",
    ),
    "japanese_in_english": Words(
        "英語の文に日本語「{value}」があります。「」で囲むか、英語にしてください。",
        "The English has Japanese in it: {value}. Put it in 「」 or translate it.",
    ),
    "references_differ": Words(
        "日本語と英語で参照がちがいます（日本語だけ：{ja}／英語だけ：{en}）。そろえてください。",
        "The references differ (only ja: {ja}; only en: {en}). Make them the same.",
    ),
    "reference_unknown": Words(
        "参照「{value}」の記録がありません。figure_id か event_id を確かめてください。",
        "There is no record for {value}. Check the figure id or event id.",
    ),
    "digit": Words(
        "文に数字「{value}」が直接書かれています。記録の参照 {{figure_id}} にするか、"
        "名前の一部なら names.csv に加えてください。",
        "The text has the digits {value} typed in. Refer to a record as {{figure_id}}, "
        "or list the name in names.csv.",
    ),
    "radical": Words(
        "「{value}」は漢字に似た部首の文字です（PDFからの写し）。ふつうの漢字に直してください。",
        "{value} is a radical that looks like a kanji (copied from a PDF). Type the kanji.",
    ),
    "half_kana": Words(
        "半角カタカナ「{value}」があります。全角で書いてください。",
        "There is half-width kana: {value}. Use full-width.",
    ),
    "markup": Words(
        "見出しや選択肢に記号「{value}」は使えません。取ってください。",
        "A title or label may not hold {value}. Remove it.",
    ),
    "chart_words": Words(
        "図があるのに「{name}」がありません。加えてください。",
        "There is a chart, but {name} is missing. Add it.",
    ),
}
