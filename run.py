"""One command for each wish, python3 run.py serve or check or kit …; needs no packages."""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
USAGE = """\
python3 run.py [--port N] [--no-browser]   ひらく / open
python3 run.py serve [--hall] [--name HOST] [--port N]
                                           会場の人にもひらく / open to the room
python3 run.py prepare                     部品をそろえるだけ / fetch what is needed, no more
python3 run.py check [--lang en]           data/ をたしかめる / check data/
python3 run.py kit [--lang ja|en|both] [--topics a,b | --talk FILE]
                   [--out DIR] [--site] [--address URL]
                                           持ち出す資料を作る / make what you take along
python3 run.py edition NAME [--again]      いまの数字を版として残す / record an edition
python3 run.py schema                      data/datapackage.json を作りなおす / make it anew
python3 run.py test [pytest ...]           すべてのテスト / all tests"""

# This file must still be read by an old Python, so that it can say so; the rest need not be.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Python 3.11 以上が要ります(いまは {0}.{1})。python.org から入れて、もう一度どうぞ。\n"
        "Python 3.11 or newer is needed (this is {0}.{1}). "
        "Install it from python.org and run this again.".format(*sys.version_info)
    )
sys.path.insert(0, ROOT)

from launch import words  # noqa: E402 - only after the version is known
from launch.say import answered  # noqa: E402
from launch.signals import end_like_ctrl_c  # noqa: E402

WORDS = {
    "start": words.start,
    "serve": words.serve,
    "prepare": words.ready,
    "check": words.check,
    "kit": words.kit,
    "edition": words.edition,
    "schema": words.schema,
    "test": words.test,
}


def main(arguments):
    end_like_ctrl_c()
    return answered(lambda: do(arguments))


def do(arguments):
    named = bool(arguments) and not arguments[0].startswith("-")
    word = arguments[0] if named else "start"
    if word not in WORDS or {"-h", "--help"} & set(arguments[:1]):
        print(USAGE)
        return 2 if named else 0
    return WORDS[word](ROOT, arguments[1:] if named else arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
