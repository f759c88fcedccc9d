"""Being told to end: by Ctrl-C, a closed window, or another program."""

import os
import signal
import subprocess

PATIENCE = 15  # seconds a child has for its own cleaning up


class ToldToEnd(KeyboardInterrupt):
    """Another program, or a closed window, told us alone; Ctrl-C tells our children too."""


def end_like_ctrl_c():
    """Make every polite way of ending us raise KeyboardInterrupt."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _raise)


def _raise(_number, _frame):
    raise ToldToEnd


def run_in_front(command, cwd, env=None):
    """Run a command in our place, with its exit code; it ends when we are told to."""
    child = subprocess.Popen(command, cwd=cwd, env=env)
    try:
        return child.wait()
    except ToldToEnd:
        if os.name == "posix":
            child.send_signal(signal.SIGINT)
        raise
    finally:
        end(child)


def end(child):
    """Wait for a child that was told to end; insist if it does not."""
    try:
        child.wait(PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        child.kill()
        child.wait()
