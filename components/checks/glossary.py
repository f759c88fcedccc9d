"""Is each spelling of the glossary one term's own?"""

from collections.abc import Iterator

from components.checks.tables import Table
from components.data.problems import Problem


def problems(table: Table) -> Iterator[Problem]:
    """List spellings that open two explanations, or the same one twice."""
    for language in ("ja", "en"):
        seen: dict[str, int] = {}
        for number, row in table.lines():
            also = row.get(f"also_{language}", "").split("|")
            for name, spelling in [
                (f"term_{language}", row.get(f"term_{language}", "")),
                *((f"also_{language}", each) for each in also),
            ]:
                key = spelling.strip().casefold()
                if key in seen:
                    yield table.problem(number, name, "twice", value=spelling, first=seen[key])
                elif key:
                    seen[key] = number
