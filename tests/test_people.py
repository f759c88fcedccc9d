"""Nobody's contact stands anywhere in the repository. By pattern only: no list of names is kept."""

import re

import pytest

from components.checks.people import contact
from tests.repository import files

# What examples are written with: counting digits, zeros, domains that belong to nobody.
INVENTED = re.compile(
    r"1-?2-3|1丁目2|123番地|1234-?5678|0000|123456|12345678|example", re.IGNORECASE
)


@pytest.mark.parametrize(
    "words",
    [
        "070-1234-5678",
        "(03)1234-5678",
        "０３－１２３４－５６７８",
        "a@example.org",
        "00120-3-123456",
        "〒100-0000",
        "例の町123番地",
        "例の町1丁目2番3号",
        "例の町1-2-3",
        "1-2-3 Example-cho",
        "https://youtu.be/example",
        "https://www.youtube.com/watch?v=example",
        "https://example.zoom.us/j/123456",
    ],
)
def test_a_contact_is_seen(words):
    """Phones, mail, postal accounts, street addresses and links to videos are contacts."""
    assert contact(f"連絡は{words}まで") and INVENTED.search(words.translate(HALF))


HALF = str.maketrans("０１２３４５６７８９－", "0123456789-")


@pytest.mark.parametrize(
    "words",
    [
        "2021-10-20",
        "11,474,475枚",
        "2021年10月20日",
        "三鷹市2021-10",
        "投稿8「57.0%」の箇所",
        "https://www.mhlw.go.jp/content/12401000/000123.pdf",
        "番地",
        "サーバー 12-3",
        "e39a",
    ],
)
def test_what_is_no_contact_is_left_alone(words):
    """Dates, counts, places in documents and their addresses are no contacts."""
    assert contact(words) == ""


def test_no_tracked_file_holds_a_contact():
    """Data, words, guides, code and tests: what looks like a contact is an invented example."""
    held = []
    for path in files():
        if path.suffix == ".png":
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if (found := contact(line)) and not INVENTED.search(found):
                held.append((path.name, number, found))
    assert held == []
