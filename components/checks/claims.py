"""Do the claims hold together? Answers to claims, what happened since, and the state of each."""

import re
from collections.abc import Iterator, Mapping

from components.checks.tables import Table
from components.data.problems import Problem

Tables = Mapping[str, Table]
MOST = 3  # claims that one sentence, or one place of a document, may answer
# How what happened since bears on a claim, and the one state that follows from it.
STATE = {"confirms": "happened", "contradicts": "did_not_happen", "changes": "overtaken"}


def problems(tables: Tables) -> list[Problem]:
    """List answers that are missing, worn out or too old, and states the record does not bear."""
    claims, events = tables["claims"], tables["events"]
    dates = {row.get("event_id", ""): row.get("date", "") for row in events.rows}
    return [*_answers(claims, dates), *_repeated(claims), *_states(claims)]


def _answers(claims: Table, dates: Mapping[str, str]) -> Iterator[Problem]:
    """An answer is there or was looked for; it names nothing that came after it was given."""
    for number, row in claims.lines():
        words, given = row.get("answer_ja", ""), row.get("answer_as_of", "")
        if not words and not row.get("answer_looked"):
            yield claims.problem(number, "answer_looked", "answer_or_looked")
        for name in re.findall(r"\{(ev_\w+)", words):
            if _before(given, dates.get(name, "")):
                yield claims.problem(number, "answer_as_of", "answer_too_old", value=name)
        old = not given or _before(given, row.get("since_as_of", ""))
        if words and old and row.get("since_bearing") == "changes_answer":
            yield claims.problem(number, "answer_as_of", "answer_too_old", value="since_as_of")


def _before(one: str, other: str) -> bool:
    """Is one date before the other, as far as both are known (year, month, day)?"""
    known = min(len(one), len(other))
    return bool(known) and one[:known] < other[:known]


def _repeated(claims: Table) -> Iterator[Problem]:
    """One sentence, or one place of a document, answers few claims."""
    for name in ("answer_ja", "answer_place_ja"):
        seen: dict[tuple[str, str], int] = {}
        for number, row in claims.lines():
            source = row.get("answer_source_id", "") if name == "answer_place_ja" else ""
            if not (words := row.get(name, "")) or row.get("merged_into"):
                continue
            seen[source, words] = seen.get((source, words), 0) + 1
            if seen[source, words] > MOST:
                yield claims.problem(number, name, "answer_too_often", most=MOST)


def _states(claims: Table) -> Iterator[Problem]:
    """What happened since is weighed where there is any, and the state follows from it."""
    for number, row in claims.lines():
        bearing, state = row.get("since_bearing", ""), row.get("state", "")
        if bool(bearing) != bool(row.get("since_ja")):
            yield claims.problem(number, "since_bearing", "since_unweighed")
        expected = STATE.get(bearing)
        if state != expected and (expected or state in STATE.values()):
            states = f"{expected}" if expected else "open, stands"
            yield claims.problem(number, "state", "state_unborne", value=state, states=states)
