"""What programs leave beside our files in data/ is no file of ours, and stops nobody."""

import os
import shutil

import pytest

from components.checks import check
from components.data.loader import Loader
from components.data.paths import DATA
from components.data.state import LOOKED, data_state

STRAYS = {
    "a lock of an editor, which leads nowhere": lambda at: (at / ".#figures.csv").symlink_to("x@y"),
    "a link to nowhere": lambda at: (at / "copy.csv").symlink_to("gone.csv"),
    "a link to itself": lambda at: (at / "loop.csv").symlink_to("loop.csv"),
    "a pipe": lambda at: os.mkfifo(at / "pipe.csv"),
    "a folder": lambda at: (at / "folder.csv").mkdir(),
    "a lock of a spreadsheet": lambda at: (at / "~$figures.csv").write_bytes(b"\x05"),
    "what a Mac leaves": lambda at: (at / "._figures.csv").write_bytes(b"\x00\x05\x16\x07"),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and links here")
@pytest.mark.parametrize("stray", STRAYS)
def test_a_stray_entry_changes_nothing(tmp_path, stray):
    """The check finds no fault, the pages their data, and its state can be told."""
    data = shutil.copytree(DATA, tmp_path / "data")
    before = data_state(data)
    for folder in (data, data / "tables", data / "text"):
        STRAYS[stray](folder)
    LOOKED.clear()
    assert data_state(data) == before
    assert check.problems(data) == []
    assert not Loader(data).fields()["broken"]


def test_a_folder_that_went_away_leaves_the_rest(tmp_path):
    """Where a folder is removed while we run, its state can be told and what stands is read."""
    data = shutil.copytree(DATA, tmp_path / "data")
    shutil.rmtree(data / "tables")
    LOOKED.clear()
    assert "figures.csv" in data_state(data)
    assert Loader(data).fields()["figures"]
