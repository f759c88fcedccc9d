"""What .streamlit/config.toml promises."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from components.app.streamlit_internals import HIDDEN_OPTIONS
from components.charts import themes

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))


def test_streamlit_reads_the_settings_without_complaint():
    """Reading the settings prints no warning."""
    command = [sys.executable, "-m", "streamlit", "config", "show"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert shown.returncode == 0
    assert not re.search("warning|not a valid|invalid", shown.stderr, re.IGNORECASE)


def test_nothing_leaves_the_machine_by_default():
    """The server listens here alone, reports to nobody and asks nobody for its address."""
    assert SETTINGS["server"]["address"] == SETTINGS["browser"]["serverAddress"] == "127.0.0.1"
    assert SETTINGS["browser"]["gatherUsageStats"] is False


def test_the_server_starts_with_the_settings():
    """serve.py reads the same file, hidden options included, and leaves hosts to the guard."""
    names = [
        *HIDDEN_OPTIONS,
        "browser.gatherUsageStats",
        "client.showErrorDetails",
        "server.allowedHosts",
    ]
    code = "import json, serve; print(json.dumps([serve.st.get_option(n) for n in %r]))"
    ran = subprocess.run(
        [sys.executable, "-c", code % names], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    stands = dict(zip(names, json.loads(ran.stdout), strict=True))
    for option in names[:-1]:
        section, _, name = option.partition(".")
        assert stands[option] == SETTINGS[section][name], option
    assert stands["server.allowedHosts"] == []


def test_the_settings_are_those_that_were_measured():
    """What reliability rests on stands as recommended: a change must be meant."""
    expected = {
        "server": {
            **{"headless": True, "fileWatcherType": "none", "runOnSave": False},
            **{"enableStaticServing": False, "enableCORS": True, "enableXsrfProtection": True},
            **{"maxUploadSize": 1, "disconnectedSessionTTL": 120},
        },
        "client": {
            **{"showErrorDetails": "none", "showErrorLinks": False, "toolbarMode": "minimal"},
            **{"disableDataExport": True, "allowedOrigins": []},
        },
        "runner": {"postScriptGC": False},
        "logger": {"level": "warning", "hideWelcomeMessage": True, "enableRich": False},
    }
    for section, options in expected.items():
        stands = {name: SETTINGS[section].get(name) for name in options}
        assert stands == options, section


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_pair_of_colours_can_be_told_apart(name):
    """Text has a contrast of 4.5 on both grounds, edges of controls 3; charts share the tokens."""
    setting, theme = SETTINGS["theme"][name], themes.THEMES[name]
    for ground in (setting["backgroundColor"], setting["secondaryBackgroundColor"]):
        for colour in ("textColor", "linkColor", "primaryColor", "dataframeHeaderTextColor"):
            assert contrast(setting[colour], ground) >= 4.5, (colour, ground)
        assert contrast(setting["borderColor"], ground) >= 3
    assert contrast("#FFFFFF", setting["primaryColor"]) >= 3  # Streamlit's tick is white
    same = ("backgroundColor", "secondaryBackgroundColor", "textColor", "linkColor")
    assert [setting[each] for each in same] == [theme.ground, theme.aside, theme.ink, theme.main]
    assert SETTINGS["theme"]["font"] == themes.FONT
