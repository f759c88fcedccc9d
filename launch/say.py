"""Short lines to the person at the terminal, Japanese then English, out of sentences.tsv."""

import os
import sys


class Stop(Exception):
    """Work cannot go on. Args: one sentence in Japanese, the same in English."""


def read_table(name):
    """Give the rows of a table beside this file."""
    path = os.path.join(os.path.dirname(__file__), name)
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


SENTENCES = {key: both for key, *both in read_table("sentences.tsv")}


def sentence(key, **values):
    """Give a sentence of the launcher in both languages."""
    return tuple(words.format(**values) for words in SENTENCES[key])


def answered(work):
    """Do work that gives an exit code; say in one sentence why it stopped, if it did."""
    for stream in (sys.stdout, sys.stderr):  # no terminal's encoding may fail at a message
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)
    try:
        return work()
    except Stop as problem:
        japanese, english = problem.args
        say(japanese, english, to=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say(*sentence("stopped"))
        return 130


def say(japanese, english, to=None):
    """Print a sentence in both languages."""
    print(japanese, english, sep="\n", file=to or sys.stdout, flush=True)
