"""From a row to a link between systems, or to a system. Raises as rows.py does."""

from collections.abc import Mapping

from components.data.records import Flow, Source, System
from components.data.rows import CsvRow, pair


def flow_of(row: CsvRow, sources: Mapping[str, Source]) -> Flow:
    return Flow(
        id=row["flow_id"],
        topic=row["topic"],
        start=row["from_node"],
        end=row["to_node"],
        data=pair(row, "data"),
        identifier=row["identifier"],
        status=row["status"],
        basis=pair(row, "basis"),
        source=sources[row["source_id"]],
        place=pair(row, "place"),
        as_of=row["as_of"],
        confidence=row["confidence"],
        note=pair(row, "note"),
    )


def system_of(row: CsvRow, sources: Mapping[str, Source]) -> System:
    return System(
        id=row["system_id"],
        topic=row["topic"],
        field=row["field"],
        run_by=pair(row, "run_by"),
        identifier=pair(row, "identifier"),
        data=pair(row, "data"),
        basis=pair(row, "basis"),
        status=row["status"],
        source=sources[row["source_id"]],
        place=pair(row, "place"),
        as_of=row["as_of"],
        since=pair(row, "since"),
        since_as_of=row["since_as_of"],
        since_source=sources[row["since_source_id"]] if row["since_source_id"] else None,
        confidence=row["confidence"],
        note=pair(row, "note"),
    )
