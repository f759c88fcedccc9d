"""Getting packages into the environment with pip: first gather all, then install offline."""

import collections
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig

from launch.say import Stop, say

# What pip's words mean for the person who waits; the first that is found is told.
TROUBLES = (
    (
        "DO NOT MATCH THE HASHES",
        "届いた部品が、記録された中身とちがいます。通信の途中で変えられたおそれがあります",
        "a package differs from the recorded one; it may have been changed on its way",
    ),
    (
        "ermission denied",
        "フォルダーに書きこめません",
        "the folder cannot be written",
    ),
    (
        "Read-only file system",
        "フォルダーに書きこめません",
        "the folder cannot be written",
    ),
    ("No space left", "ディスクの空きが足りません", "the disk is full"),
    (
        "CERTIFICATE_VERIFY_FAILED",
        "通信の証明書を確かめられません。組織の証明書の場所を PIP_CERT に書いてください",
        "a certificate on the way is not known; name your organisation's in PIP_CERT",
    ),
    (
        "onnection",
        "ネットワークにつながりません。つないでから、もう一度どうぞ",
        "no network; connect and run this again",
    ),
    (
        "No matching distribution",
        "部品が見つかりません。ネットワークか wheelhouse/ をたしかめてください",
        "a package was not found; see the network, or wheelhouse/ if you use it",
    ),
)


def require_tools():
    """Say what to install where Python came without the means to make an environment."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            "Python の venv がありません。Debian / Ubuntu では: sudo apt install python3-venv",
            "Python lacks venv. On Debian / Ubuntu: sudo apt install python3-venv",
        )
    if sysconfig.get_platform() == "win-arm64":
        raise Stop(
            "ARM 版の Python では部品がそろいません。python.org の 64-bit(x64)版を使ってください。",
            "Some packages lack an ARM build. Install the 64-bit (x64) Python from python.org.",
        )


def create(folder):
    _run([sys.executable, "-m", "venv", str(folder)], folder.parent, "環境の作成", "making .venv")


def gather(environment, locks):
    """Have every package on this disk before one is touched; wheelhouse/ needs no network."""
    house = environment.root / "wheelhouse"
    if house.is_dir():
        say("2/3 wheelhouse/ の部品を使います。", "2/3 Using the packages in wheelhouse/.")
        return house
    parts = environment.folder / "parts"
    shutil.rmtree(parts, ignore_errors=True)
    say(
        "2/3 部品を受けとっています(はじめは1分ほど)…",
        "2/3 Fetching packages (about a minute the first time)…",
    )
    wish = ["download", "--dest", str(parts), "--retries", "2", "--timeout", "15"]
    _pip(environment, wish, locks, "部品の受けとり", "fetching packages")
    return parts


def install(environment, locks, parts):
    say("3/3 部品を入れています…", "3/3 Installing packages…")
    wish = ["install", "--no-index", "--find-links", str(parts)]
    _pip(environment, wish, locks, "部品の組みこみ", "installing packages")
    shutil.rmtree(environment.folder / "parts", ignore_errors=True)


def _pip(environment, wish, locks, japanese, english):
    named = [word for lock in locks for word in ("-r", lock)]
    # The lock is complete, so no dependency is looked up; wheels only, so nothing is compiled.
    safely = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"]
    command = [str(environment.python), "-m", "pip", *wish, *safely, *named]
    _run(command, environment.root, japanese, english)


def clean_variables():
    """Leave out what would lead the environment's Python to someone else's packages."""
    foreign = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


def _run(command, cwd, japanese, english):
    last = collections.deque(maxlen=60)
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=clean_variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    try:
        for line in process.stdout:
            last.append(line.rstrip())
            _show_life(line)
        code = process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if code:
        raise _trouble(last, japanese, english)


def _show_life(line):
    if line.startswith("Collecting ") and sys.stdout.isatty():
        print(f"    {line.split()[1]:<50.50}", end="\r", flush=True)


def _trouble(last, japanese, english):
    words = "\n".join(last)
    print("\n".join(f"    {line}" for line in list(last)[-4:]), file=sys.stderr)
    for needle, cause_ja, cause_en in TROUBLES:
        if needle in words:
            return Stop(f"{japanese}に失敗: {cause_ja}。", f"Failed at {english}: {cause_en}.")
    return Stop(
        f"{japanese}に失敗しました。上の行が pip の言い分です。.venv を消してもう一度どうぞ。",
        f"Failed at {english}; the lines above are pip's. Delete .venv and run this again.",
    )
