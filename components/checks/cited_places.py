"""Does each record say where in its source it stands, so that a reader finds it?"""

import re
from collections.abc import Iterator

from components.checks.tables import Table
from components.data.problems import Problem

COLUMNS = ("place_ja", "answer_place_ja", "since_place_ja")
# What names no words, page, cell or heading. Words that nobody copied are said so, in one form.
VAGUE = re.compile(
    r"本文|本文の数値|本文(または図)?の(数値|箇所|数値の箇所|.{1,8}の箇所)|本文または図"
    r"|本文、.*を述べる(文|段)|図の数値|記事の?本文|全文"
)
UNQUOTED = "本文（言葉は写していない）"


def problems(table: Table) -> Iterator[Problem]:
    """List the places by which nobody finds a number again."""
    for number, row in table.lines():
        for name in COLUMNS:
            if (place := row.get(name, "")) and VAGUE.fullmatch(place):
                yield table.problem(number, name, "place_vague", value=place, form=UNQUOTED)
