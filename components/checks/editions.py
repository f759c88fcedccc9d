"""Are the editions in order? Each has its figures, and no published figure changed unsaid."""

from collections.abc import Iterator, Mapping

from components.checks.figures import number_of
from components.checks.tables import Table
from components.data.problems import Problem, problem

Tables = Mapping[str, Table]
LIST = "editions"


def problems(tables: Tables) -> list[Problem]:
    """List what is wrong with the editions; a package without any is in order."""
    if LIST not in tables or tables[LIST].unread:
        return []
    return [*_files(tables), *_unsaid(tables)]


def is_snapshot(table: Table) -> bool:
    """Tell whether a table is what an edition kept."""
    return table.file.startswith("editions/")


def _files(tables: Tables) -> Iterator[Problem]:
    """Every edition has its file, and every file its edition."""
    kept = {table.file for table in tables.values() if is_snapshot(table)}
    listed = {
        f"editions/{row.get('edition', '')}.csv": number for number, row in tables[LIST].lines()
    }
    for file, number in listed.items():
        if file not in kept:
            yield problem("editions.csv", number, "edition", "edition_without_file", file=file)
    for file in sorted(kept - set(listed)):
        yield problem(file, 0, "", "edition_not_listed")


def _unsaid(tables: Tables) -> Iterator[Problem]:
    """A figure that an edition gave out and that now has another value has a correction."""
    rows = [row for row in tables[LIST].rows if row.get("date")]
    if not rows:
        return
    latest = max(rows, key=lambda row: (row["date"], row["edition"]))
    file = f"editions/{latest['edition']}.csv"
    kept = next((table for table in tables.values() if table.file == file), None)
    if kept is None or kept.unread:
        return
    before = {row.get("record_id"): row.get("value") for row in kept.rows}
    said = {row.get("record_id") for row in tables["corrections"].rows}
    for number, row in tables["figures"].lines():
        name = row.get("figure_id", "")
        was = before.get(name)
        if was is not None and not _same(was, row.get("value", "")) and name not in said:
            values = {"was": was, "edition": latest["edition"]}
            yield tables["figures"].problem(number, "value", "not_in_corrections", **values)


def _same(was: str, now: str) -> bool:
    """Tell whether two values are equal, also as numbers: 57.0 is 57."""
    return was == now or (number_of(was) is not None and number_of(was) == number_of(now))
