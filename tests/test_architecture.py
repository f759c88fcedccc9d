"""The layers stay layers: content ← charts, markup ← stage, stills ← live, kit ← ui ← pages."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BELOW = {
    "components/content": ("components.content.",),
    "components/charts": ("components.content.", "components.charts.", "plotly."),
    "components/stage": ("components.content.", "components.charts.", "components.stage."),
    "components/markup": ("components.content.", "components.markup."),
    "components/stills": ("components.content.", "components.charts.", "components.stills."),
    "components/kit": (
        *("components.content.", "components.charts.", "components.stage.", "components.markup."),
        *("components.stills.", "components.kit.", "plotly."),
    ),
    "components/live": (
        *("components.content.", "components.charts.", "components.stage.", "components.markup."),
        *("components.stills.", "components.live.", "components.guard.pace."),
    ),
    "components/guard": ("components.content.", "components.guard.", "streamlit."),
    "components/ui": (
        *("components.content.", "components.charts.", "components.stage.", "components.markup."),
        *("components.stills.", "components.kit.", "components.ui.", "streamlit."),
    ),
    "pages": ("components.content.", "components.charts.", "components.ui."),
}
GUARDED = ("components", "pages", "app", "streamlit", "plotly", "pandas")
PYTHON = sorted(
    path
    for folder in ("components", "pages", "bench", "tests")
    for path in (ROOT / folder).rglob("*.py")
)


def imports(path: Path) -> set[str]:
    """Name every module a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("layer", BELOW)
def test_a_layer_imports_only_what_lies_below(layer):
    """A file reaches down, never up or sideways."""
    files = list((ROOT / layer).rglob("*.py"))
    assert files
    for path in files:
        reached = {name for name in imports(path) if name.split(".")[0] in GUARDED}
        astray = {name for name in reached if not f"{name}.".startswith(BELOW[layer])}
        assert not astray, f"{path.relative_to(ROOT)} imports {sorted(astray)}"


def test_streamlit_is_met_only_on_the_screen():
    """Whatever is neither the screen nor the guard before it works without Streamlit."""
    for path in (ROOT / "components").rglob("*.py"):
        if not {"ui", "guard"} & set(path.relative_to(ROOT).parts):
            assert "streamlit" not in {name.split(".")[0] for name in imports(path)}, path


def test_a_topic_has_one_name():
    """Every page has its words, and every file of words its page."""
    pages = {path.stem for path in (ROOT / "pages").glob("[!_]*.py")}
    words = {path.stem for path in (ROOT / "data/text").glob("[!_]*.yml")}
    assert pages == words


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path):
    """A file is read in one sitting and a function in one look: at most 200 and 45 lines."""
    source = path.read_text("utf-8")
    limit = 200 if "tests" not in path.parts else 330
    assert len(source.splitlines()) <= limit
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 45, f"{node.name} has {length} lines"


def test_a_page_holds_no_prose_and_no_styling():
    """What is said stands in data/text/; how it looks stands in charts and ui."""
    for path in (ROOT / "pages").glob("*.py"):
        strings = [
            node.value
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        for words in strings[1:]:
            is_docstring = " " in words and words.rstrip().endswith(".")
            assert is_docstring or not any(ord(letter) > 0x2E7F for letter in words), (path, words)
            assert "#" not in words and "px" not in words, (path, words)


def test_script_enters_the_page_in_one_place():
    """Only behaviour.py may bring script, and it brings constants."""
    for path in PYTHON:
        if "tests" not in path.parts and path.name != "behaviour.py":
            source = path.read_text("utf-8")
            assert "unsafe_allow_javascript" not in source, path
            assert "unsafe_allow_html" not in source, path
            assert "st.markdown" not in source, path
