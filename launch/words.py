"""The wishes run.py knows: each takes the project's folder and the words after its own."""

import argparse
import os

from launch import browsers, installing, server
from launch.environment import Environment, prepare
from launch.installing import clean_variables
from launch.say import say, sentence
from launch.signals import run_in_front

LOCK = "requirements.txt"
TEST_LOCK = "requirements-test.txt"


def start(root, arguments, serving=False):
    """Open the app; with `serve` also for the people in the room."""
    parser = argparse.ArgumentParser("run.py")
    parser.add_argument("--port", type=int, help="ポート番号 / port (8501, or the next free one)")
    parser.add_argument("--no-browser", action="store_true", help="自動でひらかない / open none")
    parser.set_defaults(hall=False, name=[])
    if serving:
        parser.add_argument("--hall", action="store_true", help="会場の人にも / open to the room")
        parser.add_argument("--name", action="append", help="ほかの名前 / another host name")
    options = parser.parse_args(arguments)
    python = prepare(root, [LOCK])
    return server.serve(
        python, root, options.port, not options.no_browser, options.hall, options.name
    )


def serve(root, arguments):
    """Open the app as a server."""
    return start(root, arguments, serving=True)


def ready(root, arguments):
    """Install what is needed, pack the files of pages, and no more."""
    argparse.ArgumentParser("run.py prepare").parse_args(arguments)
    # A server's start runs without the right to install: here an old environment will not do.
    prepare(root, [LOCK], old_will_do=False)
    installing.pack(Environment(root))
    say(*sentence("prepared"))
    return 0


def _of_records(word):
    """Give the command for a word of components/__main__.py that reads data/ and no more."""

    def run(root, arguments):
        environment = Environment(root)
        # These need one small package: an environment from an older lock will do.
        python = environment.python if environment.works() else prepare(root, [LOCK])
        command = [str(python), "-m", "components", word, *arguments]
        return run_in_front(command, root, clean_variables())

    return run


check, edition, schema = (_of_records(word) for word in ("check", "edition", "schema"))


def kit(root, arguments):
    """Make what is taken along."""
    # Folders the person names are meant from where the person stands.
    named = ["--here", os.getcwd(), *arguments]
    command = [str(prepare(root, [LOCK])), "-m", "components", "kit", *named]
    return run_in_front(command, root, clean_variables())


def test(root, arguments):
    """Run the tests, all of them or those named."""
    from tests import machine  # no server brings the tests along

    browser = machine.require()
    python = prepare(root, [LOCK, TEST_LOCK], old_will_do=False)
    variables = {**clean_variables(), browsers.VARIABLE: browser}
    # All of them: the slow ones last, so that most faults are told early.
    groups = [arguments] if arguments else [["-m", "not slow"], ["-m", "slow"]]
    command = [str(python), "-m", "pytest"]
    return max(run_in_front([*command, *group], root, variables) for group in groups)
