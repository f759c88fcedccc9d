"""Fonts that no word is set in are not asked for."""

from components.server.packing import WRITTEN_IN, lean_page, lean_style
from components.server.streamlit_internals import PAGE_FILE, STATIC


def test_the_page_fetches_no_font_ahead():
    """The page's head orders no font, and keeps everything else."""
    page = PAGE_FILE.read_text("utf-8")
    lean = lean_page(page)
    assert 'as="font"' in page and 'as="font"' not in lean
    assert lean.count("modulepreload") == page.count("modulepreload")


def test_a_blank_brings_no_font():
    """Each font of Streamlit's that it asks for by itself waits for a letter of its own."""
    style = next((STATIC / "static/css").glob("index.*.css")).read_bytes()
    lean = lean_style(style)
    for name, letters in WRITTEN_IN.items():
        faces = [face for face in lean.split(b"@font-face")[1:] if b"font-family:" + name in face]
        assert faces, "Streamlit's style has changed: see which fonts a first visit fetches"
        assert all(b"unicode-range:" + letters in face.split(b"}")[0] for face in faces)
    assert lean.count(b"@font-face") == style.count(b"@font-face")
