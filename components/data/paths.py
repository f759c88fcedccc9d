"""Where things are, whatever folder the product is started from."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
TEXT = DATA / "text"
TABLES = DATA / "tables"
