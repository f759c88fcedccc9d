"""What the check says about words (sentences, references, characters, YAML) and editions."""

from components.data.languages import Localized

WORDS_MESSAGES: dict[str, Localized] = {
    "yaml_broken": Localized(
        "この行のあたりがYAMLとして読めません。字下げと「:」を確かめ、"
        "「{{」で始まる文は二重引用符で囲んでください。",
        "This is not readable YAML near this line. Check indentation and colons, "
        "and put text that begins with a brace in double quotes.",
    ),
    "shape": Localized(
        "ファイルの形がちがいます。ほかのファイルの形にならって書いてください。",
        "The file has not the shape it needs. Write it like the other files here.",
    ),
    "key_twice": Localized(
        "項目「{name}」が二度あります。一つを消してください。",
        "The key {name} is given twice. Remove one.",
    ),
    "not_a_pair": Localized(
        "ここには ja と en を一行ずつ書きます。「{{」で始まる文は二重引用符で囲んでください。",
        "Write ja and en here, one below the other. "
        "Text that begins with {{ must stand in double quotes.",
    ),
    "not_a_list": Localized(
        "「{name}」は「- 」で始まる行を並べて書いてください。",
        "Write {name} as a list: one line for each, beginning with a hyphen and a space.",
    ),
    "key_missing": Localized(
        "項目「{name}」がありません。加えてください。",
        "The key {name} is missing. Add it.",
    ),
    "language_missing": Localized(
        "{which} の文がありません。ja と en を両方書いてください。",
        "The {which} words are missing. Write both ja and en.",
    ),
    "language_extra": Localized(
        "「{which}」という言語はありません。ja と en だけにしてください。",
        "There is no language {which}. Only ja and en.",
    ),
    "japanese_in_english": Localized(
        "英語の文に日本語「{value}」があります。「」で囲むか、英語にしてください。",
        "The English has Japanese in it: {value}. Put it in 「」 or translate it.",
    ),
    "references_differ": Localized(
        "日本語と英語で参照がちがいます（日本語だけ：{ja}／英語だけ：{en}）。そろえてください。",
        "The references differ (only ja: {ja}; only en: {en}). Make them the same.",
    ),
    "reference_unknown": Localized(
        "「{value}」という記録がありません。近い名前は {near} です。数字は {{figure_id}}、"
        "系列の最新は {{series}}、ある時点は {{series@2023-12}}、時点は {{….as_of}} と書きます。",
        "There is no record {value}; nearest: {near}. Write a figure as {{figure_id}}, the newest "
        "of a series as {{series}}, one date as {{series@2023-12}}, and its date as {{….as_of}}.",
    ),
    "series_is_id": Localized(
        "系列「{value}」は数字のIDと同じ名前です。別の名前にしてください。",
        "The series {value} is called like a figure. Give it another name.",
    ),
    "digit": Localized(
        "文に数字「{value}」が直接書かれています。記録の参照 {{figure_id}} にするか、"
        "名前の一部なら names.csv に加えてください。",
        "The text has the digits {value} typed in. Refer to a record as {{figure_id}}, "
        "or list the name in names.csv.",
    ),
    "digit_interface": Localized(
        "画面の言葉に数字「{value}」があります。{{count}} のような置き場所にしてください。",
        "Words of the screen have the digits {value}. Use a slot such as {{count}} instead.",
    ),
    "brace": Localized(
        "「{value}」は参照として読めません。"
        "{{figure_id}} か {{event_id.date}} の形に直してください。",
        "{value} is not a reference. Write {{figure_id}} or {{event_id.date}}.",
    ),
    "topic_unknown": Localized(
        "話題「{value}」の text/{value}.yml がありません。"
        "打ち間違いを直すか、ファイルを作ってください。",
        "There is no text/{value}.yml. Mend the spelling, or make the file.",
    ),
    "personal": Localized(
        "個人の連絡先とみられる「{value}」があります。消してください。",
        "{value} looks like someone's contact. Remove it.",
    ),
    "topic_not_in_menu": Localized(
        "話題「{value}」は目次にありません。目次に加えるか、次から選んでください：{options}",
        "The topic {value} is not in the menu. Add it there, or use one of: {options}",
    ),
    "topic_unlisted": Localized(
        "話題「{value}」が目次にありません。どれかの topics に「- {value}」を加えてください。",
        "The topic {value} is not in the menu. Add it to the topics of a section.",
    ),
    "way_unknown": Localized(
        "行き先「{value}」のページがありません。打ち間違いを直すか、行き先を消してください。",
        "There is no page {value} to lead to. Mend the spelling, or remove the way.",
    ),
    "edition_without_file": Localized(
        "この版の数字のファイル「{file}」がありません。もどすか、この行を消してください。",
        "The figures of this edition are missing: {file}. Bring the file back, or remove the row.",
    ),
    "edition_not_listed": Localized(
        "このファイルの版が editions.csv にありません。行を加えるか、ファイルを消してください。",
        "editions.csv does not list the edition of this file. Add its row, or remove the file.",
    ),
    "not_in_corrections": Localized(
        "版「{edition}」では「{was}」でした。訂正を corrections.csv に書いてください。"
        "値が新しくなったのなら、別の figure_id の行にします。",
        "Edition {edition} said {was}. Write the correction into corrections.csv. "
        "A newer value gets a row and a figure_id of its own.",
    ),
    "radical": Localized(
        "「{value}」は漢字に似た部首の文字です（PDFからの写し）。ふつうの漢字に直してください。",
        "{value} is a radical that looks like a kanji (copied from a PDF). Type the kanji.",
    ),
    "half_kana": Localized(
        "半角カタカナ「{value}」があります。全角で書いてください。",
        "There is half-width kana: {value}. Use full-width.",
    ),
    "markup": Localized(
        "見出しや選択肢に記号「{value}」は使えません。取ってください。",
        "A title or label may not hold {value}. Remove it.",
    ),
    "chart_unknown": Localized(
        "図「{value}」は {page} にありません。いちばん近い名前は「{near}」です。"
        "ここにある図：{options}",
        "{page} draws no chart {value}. The nearest name is {near}. It draws: {options}",
    ),
    "chart_words": Localized(
        "図があるのに「{name}」がありません。加えてください。",
        "There is a chart, but {name} is missing. Add it.",
    ),
}
