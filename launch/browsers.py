"""What the browser tests need from the machine: a Chromium-like browser and Japanese letters."""

import os
import shutil
import subprocess
import sys

from launch import debian
from launch.say import Stop

VARIABLE = "MIERU_BROWSER"
COMMANDS = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
LINUX = ("/opt/google/chrome/chrome", "/snap/bin/chromium", "/opt/microsoft/msedge/msedge")
HINTS = {
    "win32": "winget install Google.Chrome",
    "darwin": "brew install --cask google-chrome",
}
FIREFOX = ("firefox", "firefox-esr")
MAC_FIREFOX = ("Firefox.app/Contents/MacOS/firefox",)
WINDOWS_FIREFOX = (r"Mozilla Firefox\firefox.exe",)
DEBIAN_BROWSER = ("chromium",)
DEBIAN_FIREFOX = ("firefox-esr",)
DEBIAN_FONTS = ("fontconfig", "fonts-noto-cjk", "fonts-morisawa-bizud-gothic")


def require():
    """
    Give the path of a browser; install what is missing where we may, else say what to do.

    Firefox comes along where it can be installed; without it, its tests are skipped.
    """
    browser, letters = find(), has_japanese_font()
    missing = (() if browser else DEBIAN_BROWSER) + (() if letters else DEBIAN_FONTS)
    missing += () if firefox() else DEBIAN_FIREFOX
    if missing and debian.may_install():
        debian.install(missing)
        browser, letters = find(), has_japanese_font()
    if not browser:
        raise Stop(*_advice("ブラウザーがありません", "No browser was found", DEBIAN_BROWSER))
    if not letters:
        raise Stop(*_advice("日本語の字体がありません", "No Japanese font was found", DEBIAN_FONTS))
    return browser


def find():
    """Look where Chrome, Chromium and Edge usually are; the person's own choice comes first."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        if os.path.isfile(chosen):
            return chosen
        raise Stop(
            f"{VARIABLE} のファイルがありません: {chosen}",
            f"{VARIABLE} names a file that does not exist: {chosen}",
        )
    return _first(COMMANDS, MAC, WINDOWS, LINUX)


def firefox():
    """Look where Firefox usually is."""
    return _first(FIREFOX, MAC_FIREFOX, WINDOWS_FIREFOX, ())


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


def has_japanese_font():
    """On Linux ask fontconfig; Windows and macOS always have one."""
    if sys.platform in ("win32", "darwin"):
        return True
    try:
        listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True)
    except OSError:
        return False
    return bool(listed.stdout.strip())


def _advice(japanese, english, packages):
    command = HINTS.get(sys.platform, f"sudo apt install {' '.join(packages)}")
    return (
        f"{japanese}。入れてから、もう一度どうぞ: {command} (または {VARIABLE} に場所を書く)",
        f"{english}. Install it and run this again: {command} (or name one in {VARIABLE})",
    )
