"""Short lines to the person at the terminal, Japanese then English."""

import sys


class Stop(Exception):
    """Work cannot go on. Args: one sentence in Japanese, the same in English."""


def speak_utf8():
    """Let no terminal encoding turn a message into a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)


def say(japanese, english, to=None):
    print(japanese, english, sep="\n", file=to or sys.stdout, flush=True)
