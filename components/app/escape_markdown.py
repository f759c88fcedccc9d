"""Text from data for the few Streamlit slots that read Markdown (labels of controls and links)."""

# Each sign that Markdown, or Streamlit's additions to it, would act on, and its harmless likeness.
LIKENESS = str.maketrans(
    {
        "[": "［",
        "]": "］",
        "!": "！",
        "<": "＜",
        ">": "＞",
        "`": "‘",
        "*": "＊",
        "_": "＿",
        "$": "＄",
        "#": "＃",
        "~": "〜",
        "\\": "＼",
        "|": "｜",
        "\n": " ",
        "@": "＠",
    }
)


def quiet(words: str) -> str:
    """Keep the words and take away the markup: nothing is fetched, linked or made an icon."""
    plain = (
        words.translate(LIKENESS).replace("->", "→").replace("://", "：//").replace("www.", "www．")
    )
    return plain.replace(":", "：") if plain.count(":") > 1 else plain
