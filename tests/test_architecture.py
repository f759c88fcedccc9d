"""The layers stay layers, files stay short, and each idea has its one place."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BY_NAME = ("topics/__init__.py",)
PYTHON = sorted(
    path
    for folder in ("components", "pages", "bench", "tests")
    for path in (ROOT / folder).rglob("*.py")
)


def test_imports_run_one_way():
    """The layers of pyproject.toml hold: nothing below reaches up, by whatever way of importing."""
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:]


@pytest.mark.slow
def test_types_hold(tmp_path):
    """What functions say they take and give is what they are given and what is made of it."""
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", tmp_path],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:]


def test_nothing_is_imported_by_a_name_made_up_at_run_time():
    """Only the package of topics, which finds its own files, imports by a computed name."""
    for path in (ROOT / "components").rglob("*.py"):
        if path.relative_to(ROOT / "components").as_posix() not in BY_NAME:
            assert "import_module" not in path.read_text("utf-8"), path


def test_a_topic_has_one_name():
    """Every page has its words, and every file of words its page."""
    pages = {path.stem for path in (ROOT / "pages").glob("[!_]*.py")}
    words = {path.stem for path in (ROOT / "data/text").glob("[!_]*.yml")}
    assert pages == words


def test_files_and_functions_stay_short():
    """A file is read in one sitting and a function in one look: at most 200 and 45 lines."""
    long = []
    for path in PYTHON:
        source, name = path.read_text("utf-8"), path.relative_to(ROOT)
        if len(source.splitlines()) > (330 if "tests" in name.parts else 200):
            long.append(f"{name} has {len(source.splitlines())} lines")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > 45:
                    long.append(f"{name}: {node.name} has {length} lines")
    assert not long


def test_a_page_holds_no_prose_and_no_styling():
    """What is said stands in data/text/; how it looks stands in charts and ui."""
    for path in [*(ROOT / "pages").glob("*.py"), *(ROOT / "components/topics").glob("*.py")]:
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
    """Only assets.py may bring script, and it brings constants."""
    for path in PYTHON:
        if "tests" not in path.parts and path.name != "assets.py":
            source = path.read_text("utf-8")
            assert "unsafe_allow_javascript" not in source, path
            assert "unsafe_allow_html" not in source, path
            assert "st.markdown" not in source, path
