"""
Fonts that nobody sees are not fetched.

Streamlit asks for two of its own at every start, whatever a page shows: its text font (named in
the page's head, and used by one hidden link until the settings arrive) and its icon font (asked
for by script). Ours are the reader's own faces. Both stay where they are and are fetched once
something is written in them.
"""

import re

PRELOADED = re.compile(r'\s*<link\s[^>]*rel="preload"[^>]*as="font"[^>]*>')
# Icons are written as words, which a ligature turns into a picture. A blank asks for no font: it
# stands in every empty line, and the script that asks for the icons ahead asks for a blank. The
# text font stands behind ours in each list, so a sign that ours lack would bring it in vain.
WRITTEN_IN = {
    b"Material Symbols Rounded": b"U+5F,U+30-39,U+61-7A",
    b"Source Sans": b"U+21-7E,U+A1-24F",
}
HIDDEN_LINK = '[data-testid="stSkipToContent"] { font-family: sans-serif !important; }'


def lean_page(html: str) -> str:
    """Take the order to fetch a font ahead out of the page's head."""
    return PRELOADED.sub("", html).replace("</head>", f"<style>{HIDDEN_LINK}</style></head>", 1)


def lean_style(css: bytes) -> bytes:
    """Have a font fetched once a letter is written in it, and not for a blank."""
    for name, letters in WRITTEN_IN.items():
        face = b"@font-face{font-family:" + name + b";"
        css = css.replace(face, face + b"unicode-range:" + letters + b";")
    return css
