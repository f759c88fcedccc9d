"""Where things are, whatever folder the product is started from."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
TEXT = DATA / "text"
TABLES = DATA / "tables"


def is_ours(path: Path) -> bool:
    """
    Tell whether a path is a plain file with a name of ours.

    Locks and copies that programs leave (.#x.csv, ~$x.csv), links to nowhere, pipes and folders
    are not: they would stop who tries to read them.
    """
    try:
        return not path.name.startswith((".", "~$")) and path.is_file()
    except OSError:  # a link to itself
        return False


def files_in(folder: Path, pattern: str) -> list[Path]:
    """List the plain files of a folder whose names fit a pattern, by name; none of no folder."""
    return sorted(path for path in folder.glob(pattern) if is_ours(path))
