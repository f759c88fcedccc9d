"""
What the tests need from the machine besides packages: browsers, Japanese letters, nginx, Redis.

run.py calls require() before it installs the packages, so only the standard library is used here.
"""

import contextlib
import os
import pathlib
import shutil
import subprocess
import sys

from launch import browsers
from launch.say import Stop

HINTS = {
    "win32": "winget install Google.Chrome",
    "darwin": "brew install --cask google-chrome",
}
BROWSER, FIREFOX = ("chromium",), ("firefox-esr",)  # Debian's packages
FONTS = ("fontconfig", "fonts-noto-cjk", "fonts-morisawa-bizud-gothic")
SERVICES = {"nginx": "nginx", "redis-server": "redis-server"}  # program, package
OUT_OF_SIGHT = ("/usr/sbin", "/usr/local/sbin")  # not among the folders of a usual reader's PATH
# Debian asks this program before it starts a service; 101 means no.
POLICY = pathlib.Path("/usr/sbin/policy-rc.d")
NO = "#!/bin/sh\nexit 101\n"


def require():
    """
    Give the path of a browser; install what is missing where we may, else say what to do.

    Firefox, nginx and Redis come along where they can be installed; elsewhere the tests that need
    them are skipped.
    """
    browser, letters = browsers.find(), has_japanese_font()
    missing = (() if browser else BROWSER) + (() if letters else FONTS)
    missing += () if browsers.firefox() else FIREFOX
    missing += tuple(package for program, package in SERVICES.items() if not find(program))
    if missing and may_install():
        install(missing)
        browser, letters = browsers.find(), has_japanese_font()
    if not browser:
        raise Stop(*_advice("ブラウザーがありません", "No browser was found", BROWSER))
    if not letters:
        raise Stop(*_advice("日本語の字体がありません", "No Japanese font was found", FONTS))
    return browser


def find(program):
    """Find a program behind replicas."""
    folders = [os.environ.get("PATH", os.defpath), *OUT_OF_SIGHT]
    return shutil.which(program, path=os.pathsep.join(folders))


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
    named = browsers.VARIABLE
    return (
        f"{japanese}。入れてから、もう一度どうぞ: {command} (または {named} に場所を書く)",
        f"{english}. Install it and run this again: {command} (or name one in {named})",
    )


def may_install():
    """Say whether this is Debian or Ubuntu, and we are root."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages):
    """Install packages of Debian or Ubuntu."""
    names = " ".join(packages)
    print(f"{names} を入れています…\nInstalling {names}…", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _nothing_started():
        for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            # A list that fails to refresh may still do; what counts is what is there afterwards.
            subprocess.run(["apt-get", "-qq", *words], env=quiet, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def _nothing_started():
    """Have no web server or database run on this machine because of a test."""
    if POLICY.exists():  # the machine has its own answer
        yield
        return
    POLICY.write_text(NO)
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink(missing_ok=True)
