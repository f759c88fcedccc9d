"""The instructions tell the truth."""

import re
from pathlib import Path

import pytest

from components.data.dataset import load_dataset
from components.data.paths import DATA, ROOT
from components.text.prose import REFERENCE

GUIDES = [
    ROOT / "README.md",
    ROOT / "data/README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "docs/presenting.md",
    ROOT / "docs/serving.md",
]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_a_guide_is_in_both_languages(guide):
    """Each guide speaks Japanese first, then English."""
    words = guide.read_text("utf-8")
    assert re.search(r"[぀-ヿ]", words) and re.search(r"[A-Za-z ]{40,}", words)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(guide):
    """Every file a guide links to exists."""
    for target in re.findall(r"\]\(([^)#]+)\)", guide.read_text("utf-8")):
        assert (guide.parent / target).exists(), target


def test_the_data_guide_names_every_file():
    """Each file and folder of data/ is explained, in both halves of the guide."""
    words = (DATA / "README.md").read_text("utf-8")
    japanese, english = words.split("## English")
    for path in DATA.iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        if name != "README.md":
            assert f"`{name}`" in japanese and f"`{name}`" in english, name


def test_the_examples_of_references_work():
    """The references shown as examples are records of the dataset."""
    words = (DATA / "README.md").read_text("utf-8")
    examples = {name for name, _ in REFERENCE.findall(words)} - {"figure_id", "event_id", "as_of"}
    dataset = load_dataset()
    assert examples and examples <= {*dataset.figures, *dataset.members}


def test_the_commands_of_the_readme_exist():
    """README and run.py name the same words."""
    shown = set(re.findall(r"python3 run\.py (\w+)", (ROOT / "README.md").read_text("utf-8")))
    known = (ROOT / "run.py").read_text("utf-8")
    assert shown and all(f'"{word}"' in known for word in shown)


def test_the_guide_for_presenters_names_every_key():
    """In both languages the table of keys is the player's own: none missing, none invented."""
    player = (ROOT / "components/presenter/player/panels.js").read_text("utf-8")
    table = player.split("const KEYS = [")[1].split("];")[0]
    known = set(re.findall(r'"([^"]+)"', " ".join(re.findall(r"\[\[(.*?)\]", table))))
    halves = (ROOT / "docs/presenting.md").read_text("utf-8").split("## English")
    for half in halves:
        rows = re.findall(r"^\| (`.*`) \|", half, re.MULTILINE)
        assert set(re.findall(r"`([^`]+)`", " ".join(rows))) == known
    assert len(known) > 15 and len(halves) == 2


def test_the_guide_for_presenters_fits_a_page():
    """Each language of the guide can be printed on one sheet, and the README leads to it."""
    for half in (ROOT / "docs/presenting.md").read_text("utf-8").split("## English"):
        assert len(half.splitlines()) <= 75
    assert (ROOT / "README.md").read_text("utf-8").count("](docs/presenting.md)") == 2


def test_nothing_names_a_machine_or_a_registry():
    """No file tells of a machine's folders or a package registry's address."""
    named = re.compile(r"/home/\w|/root/|/Users/|pypi\.org|files\.pythonhosted|registry\.npmjs")
    kinds = {".py", ".md", ".txt", ".toml", ".csv", ".yml", ".json", ".js", ".css"}
    skipped = {".git", ".venv", "wheelhouse", "__pycache__", ".pytest_cache", ".ruff_cache"}
    for path in ROOT.rglob("*"):
        if path.suffix in kinds and not skipped & set(path.relative_to(ROOT).parts):
            assert path == Path(__file__) or not named.search(path.read_text("utf-8")), path
