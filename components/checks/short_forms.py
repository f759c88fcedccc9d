"""Was a person's choice made for a topic's sheet of two sides, and does it name what there is?"""

from collections.abc import Iterator, Mapping
from typing import Any

from components.checks.placed_texts import line_of
from components.checks.words import Rules
from components.data.problems import Problem, problem

KEYS = ("findings", "chart", "claims", "terms", "actions")
MOST = {"findings": 5, "claims": 3, "terms": 5}


def problems(
    file: str, raw: Mapping[str, Any], steps: list[Any], rules: Rules
) -> Iterator[Problem]:
    """List what the choice lacks; a topic whose steps tell claims must have one, with two sides."""
    chosen = raw.get("short_form")
    if not isinstance(chosen, dict):
        if any(step.get("claims") for step in steps):
            yield problem(file, 0, "short_form", "key_missing", name="short_form")
        return
    known = {
        "findings": {step.get("id") for step in steps},
        "chart": {step.get("id") for step in steps if step.get("chart")},
        "claims": {claim for step in steps for claim in step.get("claims") or ()},
        "terms": rules.terms,
        "actions": {step.get("id") for step in steps},
    }
    for name in KEYS:
        place, line = f"short_form › {name}", line_of(chosen)
        value = chosen.get(name)
        if not value:
            yield problem(file, line, place, "key_missing", name=name)
            continue
        listed = value if isinstance(value, list) else [value]
        if len(listed) > MOST.get(name, 1):
            yield problem(file, line, place, "too_many", most=MOST.get(name, 1))
        allowed = known[name]
        for each in listed:
            if allowed is not None and each not in allowed:
                yield problem(file, line_of(each) or line, place, "unknown_here", value=each)
    claims = [rules.sides.get(each) for each in chosen.get("claims") or ()]
    if len(claims) > 1 and len(set(claims)) == 1:
        yield problem(file, line_of(chosen), "short_form › claims", "one_side")
