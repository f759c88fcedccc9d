"""Short lines to the person at the terminal, Japanese then English."""

import sys


class Stop(Exception):
    """Work cannot go on. Args: one sentence in Japanese, the same in English."""


def speak_utf8():
    """Let no terminal encoding turn a message into a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)


def answered(work):
    """Do work that gives an exit code; say in one sentence why it stopped, if it did."""
    speak_utf8()
    try:
        return work()
    except Stop as problem:
        say(*problem.args, to=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("おわりました。", "Stopped.")
        return 130


def say(japanese, english, to=None):
    print(japanese, english, sep="\n", file=to or sys.stdout, flush=True)
