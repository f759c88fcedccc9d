"""Has each step of a topic what it needs?"""

from collections.abc import Iterator, Mapping
from typing import Any

from components.checks import short_forms
from components.checks.placed_texts import line_of
from components.checks.words import Rules
from components.data.problems import Problem, problem

STEP_NEEDS = ("id", "headline", "body", "note")
CHART_NEEDS = ("name", "chart_name", "takeaway")


def problems(file: str, raw: Mapping[str, Any], rules: Rules) -> Iterator[Problem]:
    """List what a topic and its steps lack."""
    for name in ("title", "steps"):
        if not raw.get(name):
            yield problem(file, 0, name, "key_missing", name=name)
    steps = raw.get("steps") or []
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        yield problem(file, line_of(steps), "steps", "not_a_list", name="steps")
        return
    seen: dict[str, int] = {}
    for step in steps:
        name = str(step.get("id", "?"))
        if name in seen:
            yield problem(file, line_of(step), name, "twice", value=name, first=seen[name])
        seen.setdefault(name, line_of(step))
        yield from _step(file, name, step, rules)
    yield from short_forms.problems(file, raw, steps, rules)


def _step(file: str, place: str, step: Mapping[str, Any], rules: Rules) -> Iterator[Problem]:
    line = line_of(step)
    for name in STEP_NEEDS:
        if not step.get(name):
            yield problem(file, line, place, "key_missing", name=name)
    for name in CHART_NEEDS:
        if step.get("chart") and not step.get(name):
            yield problem(file, line, place, "chart_words", name=name)
    claims = step.get("claims") or []
    if not isinstance(claims, list):
        yield problem(file, line_of(claims), f"{place} › claims", "not_a_list", name="claims")
        claims = []
    for claim in claims:
        if rules.claims is not None and claim not in rules.claims:
            yield rules.unknown(file, line_of(claim), f"{place} › claims", str(claim))
    if "guess" in step:
        yield from _guess(file, f"{place} › guess", step["guess"], rules)


def _guess(file: str, place: str, guess: Any, rules: Rules) -> Iterator[Problem]:
    guess = guess if isinstance(guess, dict) else {}
    for name in ("question", "answer"):
        if not guess.get(name):
            yield problem(file, line_of(guess), place, "key_missing", name=name)
    answer, figures = guess.get("answer"), rules.known["figures"]
    if answer and figures is not None and answer not in figures:
        yield rules.unknown(file, line_of(answer), f"{place} › answer", str(answer))
