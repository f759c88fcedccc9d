"""How wide words are, and where they break: reckoned here for every medium, in sizes of type."""

import re
from functools import lru_cache

from components.data.languages import Language
from components.text.phrases import PHRASE_END, phrases

BREAK = "<br>"
# Widths of a character as shares of the type size: full-width ones, and others in a wide face.
FULL, OTHER = 1.04, 0.64
TYPICAL = 0.52  # of the others, in most faces
ROOMY = 1.1  # how much more than a typical width words get that stand alone, as numbers do
BOLD = 1.05  # how much wider bold words are
MARKUP = re.compile(r"</?[a-z]+>")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
NEVER_FIRST = "、。」）〕・ー,.)"
# A word with the space after it, a space, or one full-width character.
PIECE = re.compile(r"[\u0000-\u001f\u0021-\u2e7f]+ ?| |[^\u0000-\u2e7f]")
# Where a long compound may break: where the script changes, and before words that end many.
SEAM = re.compile(
    r"(?<=[\u4e00-\u9fff々])(?=[ァ-ヴ])|(?<=[ァ-ヴー])(?=[\u4e00-\u9fff])"
    r"|(?<=[ァ-ヴー])(?=システム|プラットフォーム|データベース|ポータル|カード|ロードマップ)"
)


def text_width(text: str, size: float = 1, *, bold: bool = False, typical: bool = False) -> float:
    """
    Give the width of the longest line of a text, its lines parted by <br> or line feeds.

    In the unit of the type size: pixels or points; without one, in sizes of the type. It is a safe
    width, which wide faces keep to as well; typical reckons with the faces most machines have, for
    what lies under words. Tags are not counted. `text_width("番号 10", 10)` is 40.0.
    """
    other = TYPICAL if typical else OTHER
    lines = MARKUP.sub("", text.replace(BREAK, "\n")).split("\n")
    full = (sum(each > "\u2e7f" for each in line) for line in lines)
    widths = (FULL * n + other * (len(line) - n) for n, line in zip(full, lines, strict=True))
    return max(widths) * size * (BOLD if bold else 1)


@lru_cache(maxsize=4096)  # the same words are drawn for every room and look
def wrap_text(text: str, width: float, size: float = 1, *, bold: bool = False) -> str:
    """
    Break a text into lines that are no wider than a width, joined by <br>.

    width and size are in one unit, as for text_width. Words are kept whole where there are spaces;
    Japanese breaks between phrases, inside one only where it is longer than a line (first between
    the words of a compound), and never before 、。」）〕ー. What cannot break stays whole.
    """
    limit = width / size / (BOLD if bold else 1) + 1e-9
    lines, line, used = [], "", 0.0
    for piece in _pieces(text, limit):
        if line and used + text_width(piece) > limit and piece[0] not in NEVER_FIRST:
            lines.append(line.rstrip())
            line, used = "", 0.0
            piece = piece.lstrip()
        line, used = line + piece, used + text_width(piece)
    return BREAK.join([*lines, line.rstrip()])


def line_count(text: str) -> int:
    """Count the lines of a text that wrap_text has broken."""
    return text.count(BREAK) + 1


def longest_word(text: str, size: float = 1) -> float:
    """Give the width of the widest piece that a line break should not cut."""
    if not JAPANESE.search(text):
        return max((text_width(each, size) for each in text.split()), default=0)
    parts = (part for phrase in phrases(text).split(PHRASE_END) for part in SEAM.split(phrase))
    return max((text_width(part, size) for part in parts), default=0)


def _pieces(text: str, limit: float) -> list[str]:
    """Cut a text where a line may break: at spaces and phrases, else around each character."""
    if not JAPANESE.search(text):
        return PIECE.findall(text)
    pieces: list[str] = []
    for phrase in phrases(text).split(PHRASE_END):
        for part in [phrase] if text_width(phrase) <= limit else SEAM.split(phrase):
            whole = " " not in part and text_width(part) <= limit
            pieces += [part] if whole else PIECE.findall(part)
    return pieces


def columns_width(columns: float, language: Language) -> float:
    """Give the width, in sizes of the type, of half-width columns of a text in a language."""
    return columns * (FULL / 2 if language == "ja" else OTHER)
