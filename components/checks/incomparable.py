"""Do the rules of which measures may not share a chart name measures, and agree with the rest?"""

from collections.abc import Iterator, Mapping

from components.checks.tables import Table
from components.data.problems import Problem


def problems(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """List rules of unknown measures, of one measure twice, and those that contradict another."""
    rules, measures = tables.get("incomparable"), tables["measures"]
    if rules is None or measures.unread:
        return
    known = {row.get("measure_id", ""): row for row in measures.rows}
    seen: dict[frozenset[str], int] = {}
    for number, row in rules.lines():
        one, other = (row.get(name, "").split() for name in ("one", "other"))
        for field, ids in (("one", one), ("other", other)):
            for name in ids:
                if name not in known:
                    where = {"value": name, "table": measures.file}
                    yield rules.problem(number, field, "dangling", **where)
        for pair in dict.fromkeys(frozenset((a, b)) for a in one for b in other):
            ids = sorted(pair)
            if len(ids) == 1:
                yield rules.problem(number, "other", "rule_of_itself", value=ids[0])
            elif any(
                b in known.get(a, {}).get("comparable_with", "").split() for a, b in _both(ids)
            ):
                yield rules.problem(number, "other", "rule_contradicts", one=ids[0], other=ids[1])
            elif pair in seen:
                where = {"one": ids[0], "other": ids[1], "first": str(seen[pair])}
                yield rules.problem(number, "other", "rule_twice", **where)
            seen.setdefault(pair, number)


def _both(ids: list[str]) -> Iterator[tuple[str, str]]:
    yield ids[0], ids[1]
    yield ids[1], ids[0]
