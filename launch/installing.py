"""Getting packages into the environment with pip: first gather all, then install offline."""

import collections
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig

from launch.say import SENTENCES, Stop, read_table, say, sentence

# What pip's words mean for the person who waits, in both languages; the first found is told.
TROUBLES = read_table("troubles.tsv")


def require_tools():
    """Say what to install where Python came without the means to make an environment."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Stop(*sentence("no_venv"))
    if sysconfig.get_platform() == "win-arm64":
        raise Stop(*sentence("no_arm"))


def create(folder):
    """Make an empty environment."""
    _run([sys.executable, "-m", "venv", str(folder)], folder.parent, "create")


def gather(environment, locks):
    """Have every package on this disk before one is touched; wheelhouse/ needs no network."""
    house = environment.root / "wheelhouse"
    if house.is_dir():
        say(*sentence("wheelhouse"))
        return house
    parts = environment.folder / "parts"
    shutil.rmtree(parts, ignore_errors=True)
    say(*sentence("fetching"))
    _pip(
        environment, ["--dest", str(parts), "--retries", "2", "--timeout", "15"], locks, "download"
    )
    return parts


def install(environment, locks, parts):
    """Install what was gathered, and pack the files of pages."""
    say(*sentence("installing"))
    _pip(environment, ["--no-index", "--find-links", str(parts)], locks, "install")
    shutil.rmtree(environment.folder / "parts", ignore_errors=True)


def pack(environment):
    """Pack the files of pages beside the packages; where that fails they go out as they are."""
    command = [str(environment.python), "-m", "components.server.packing"]
    quiet = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, cwd=environment.root, env=clean_variables(), **quiet)


def _pip(environment, options, locks, work):
    named = [word for lock in locks for word in ("-r", lock)]
    # The lock is complete, so no dependency is looked up; wheels only, so nothing is compiled.
    safely = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"]
    command = [str(environment.python), "-m", "pip", work, *options, *safely, *named]
    _run(command, environment.root, work)


def clean_variables():
    """Leave out what would lead the environment's Python to someone else's packages."""
    foreign = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


def _run(command, cwd, work):
    """Run a command that shows little; work names it where it fails."""
    last = collections.deque(maxlen=60)
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    text = {"encoding": "utf-8", "errors": "replace"}
    process = subprocess.Popen(command, cwd=cwd, env=clean_variables(), **pipes, **text)
    try:
        for line in process.stdout:
            last.append(line.rstrip())
            if line.startswith("Collecting ") and sys.stdout.isatty():
                print(f"    {line.split()[1]:<50.50}", end="\r", flush=True)
        code = process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if code:
        raise _trouble(last, work)


def _trouble(last, work):
    print("\n".join(f"    {line}" for line in list(last)[-4:]), file=sys.stderr)
    said = "\n".join(last)
    causes = next((causes for needle, *causes in TROUBLES if needle in said), None)
    told = SENTENCES["failed" if causes else "failed_otherwise"]
    named = zip(told, SENTENCES[work], causes or ("", ""), strict=True)
    return Stop(*(words.format(work=work, cause=cause) for words, work, cause in named))
