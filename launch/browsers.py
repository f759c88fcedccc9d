"""Where browsers are on this machine: for PDF, for the tests and for what is measured."""

import os
import shutil
import sys

from launch.say import Stop, sentence

VARIABLE = "MIERU_BROWSER"
COMMANDS = """
    google-chrome google-chrome-stable chromium chromium-browser chrome
    microsoft-edge microsoft-edge-stable msedge
""".split()
CHROME, CHROMIUM, EDGE = "Google Chrome", "Chromium", "Microsoft Edge"
MAC = [f"{name}.app/Contents/MacOS/{name}" for name in (CHROME, CHROMIUM, EDGE)]
WINDOWS = [r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe"]
LINUX = "/opt/google/chrome/chrome /snap/bin/chromium /opt/microsoft/msedge/msedge".split()


def find():
    """Look where Chrome, Chromium and Edge usually are; the person's own choice comes first."""
    chosen = os.environ.get(VARIABLE)
    if chosen and not os.path.isfile(chosen):
        raise Stop(*sentence("no_file", variable=VARIABLE, path=chosen))
    return chosen or _first(COMMANDS, MAC, WINDOWS, LINUX)


def firefox():
    """Look where Firefox usually is."""
    on_mac, on_windows = ["Firefox.app/Contents/MacOS/firefox"], [r"Mozilla Firefox\firefox.exe"]
    return _first(["firefox", "firefox-esr"], on_mac, on_windows, [])


def _first(commands, on_mac, on_windows, on_linux):
    places = [shutil.which(command) for command in commands]
    if sys.platform == "darwin":
        roots = ["/Applications", os.path.expanduser("~/Applications")]
        places += [os.path.join(root, app) for app in on_mac for root in roots]
    elif sys.platform == "win32":
        roots = [os.environ.get(n) for n in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
        places += [os.path.join(root, app) for app in on_windows for root in roots if root]
    else:
        places += on_linux
    return next((place for place in places if place and os.path.isfile(place)), None)
