"""Does each step name a chart that its page can draw?"""

import ast
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from components.checks.placed_texts import line_of, read
from components.data.paths import ROOT, files_in
from components.data.problems import Problem, problem


def problems(data: Path) -> Iterator[Problem]:
    """List the steps whose `chart:` is no chart of the page of the same name."""
    for path in files_in(data / "text", "[!_]*.yml"):
        file = f"text/{path.name}"
        raw, _ = read(path, file)
        known, steps = drawn(path.stem), raw.get("steps") if isinstance(raw, dict) else None
        if known is None or not isinstance(steps, list):
            continue
        for step in steps:
            chart = step.get("chart") if isinstance(step, dict) else None
            if chart and chart not in known:
                place, written = f"{step.get('id', '?')} › chart", str(chart)
                yield problem(
                    file,
                    line_of(chart) or line_of(step),
                    place,
                    "chart_unknown",
                    value=written,
                    page=f"components/topics/{path.stem}.py",
                    near="".join(get_close_matches(written, known, n=1, cutoff=0)) or "–",
                    options=known,
                )


@cache
def drawn(topic: str) -> tuple[str, ...] | None:
    """
    Name the charts that a page gives to its Story; None where no page can be read.

    Read and not imported: an import would load the chart library, and a check should not wait.
    """
    try:
        page = ast.parse((ROOT / "components/topics" / f"{topic}.py").read_text("utf-8"))
    except (OSError, SyntaxError):
        return None
    return tuple(
        name.id
        for call in ast.walk(page)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Story"
        for part in call.args[1:]
        for name in ast.walk(part)
        if isinstance(name, ast.Name)
    )
