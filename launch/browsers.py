"""What the browser tests need from the machine: a Chromium-like browser and Japanese letters."""

import os
import shutil
import subprocess
import sys

from launch.say import Stop, say

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
HINTS = {
    "win32": "winget install Google.Chrome",
    "darwin": "brew install --cask google-chrome",
}
DEBIAN_BROWSER = ("chromium",)
DEBIAN_FONTS = ("fontconfig", "fonts-noto-cjk", "fonts-morisawa-bizud-gothic")


def require():
    """Give the path of a browser; install what is missing where we may, else say what to do."""
    browser, letters = find(), has_japanese_font()
    missing = (() if browser else DEBIAN_BROWSER) + (() if letters else DEBIAN_FONTS)
    if missing and may_install():
        _install(missing)
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
    on_path = [shutil.which(command) for command in COMMANDS]
    places = [place for place in (*on_path, *_usual_places()) if place]
    return next((place for place in places if os.path.isfile(place)), None)


def _usual_places():
    if sys.platform == "darwin":
        roots = ["/Applications", os.path.expanduser("~/Applications")]
        return [os.path.join(root, app) for app in MAC for root in roots]
    if sys.platform == "win32":
        roots = [os.environ.get(n) for n in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
        return [os.path.join(root, app) for app in WINDOWS for root in roots if root]
    return ["/opt/google/chrome/chrome", "/snap/bin/chromium", "/opt/microsoft/msedge/msedge"]


def has_japanese_font():
    """On Linux ask fontconfig; Windows and macOS always have one."""
    if sys.platform in ("win32", "darwin"):
        return True
    try:
        listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True)
    except OSError:
        return False
    return bool(listed.stdout.strip())


def may_install():
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages):
    names = " ".join(packages)
    say(f"{names} を入れています…", f"Installing {names}…")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for wish in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        # A list that fails to refresh may still do; what counts is what is there afterwards.
        subprocess.run(["apt-get", "-qq", *wish], env=quiet, stdout=subprocess.DEVNULL)


def _advice(japanese, english, packages):
    command = HINTS.get(sys.platform, f"sudo apt install {' '.join(packages)}")
    return (
        f"{japanese}。入れてから、もう一度どうぞ: {command} (または {VARIABLE} に場所を書く)",
        f"{english}. Install it and run this again: {command} (or name one in {VARIABLE})",
    )
