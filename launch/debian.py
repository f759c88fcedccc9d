"""Packages that the tests need from Debian or Ubuntu, where we are root."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import sys

from launch.say import say

# Debian asks this program before it starts a service; 101 means no.
POLICY = pathlib.Path("/usr/sbin/policy-rc.d")
NO = "#!/bin/sh\nexit 101\n"


def may_install():
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages):
    names = " ".join(packages)
    say(f"{names} を入れています…", f"Installing {names}…")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _nothing_started():
        for wish in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            # A list that fails to refresh may still do; what counts is what is there afterwards.
            subprocess.run(["apt-get", "-qq", *wish], env=quiet, stdout=subprocess.DEVNULL)


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
