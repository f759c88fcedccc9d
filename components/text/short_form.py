"""What stands on a topic's sheet of two sides, chosen by a person, the same in every language."""

from dataclasses import dataclass
from pathlib import Path

from components.data.paths import DATA
from components.text.yaml_reader import read_text


@dataclass(frozen=True)
class ShortForm:
    """
    Ids of what stands there: steps, claims with both sides, and terms of the glossary.

    chart is the step whose chart is drawn, actions the step whose points say what one can do.
    """

    findings: tuple[str, ...]
    chart: str
    claims: tuple[str, ...]
    terms: tuple[str, ...]
    actions: str


def short_form(topic_id: str, data: Path = DATA) -> ShortForm:
    """
    Give what was chosen of a topic. Raises KeyError where nothing was.

        >>> short_form("mynapoint").chart
        'what_came_of_it'
    """
    raw = read_text(topic_id, data)["short_form"]
    listed = {name: tuple(raw[name]) for name in ("findings", "claims", "terms")}
    return ShortForm(chart=raw["chart"], actions=raw["actions"], **listed)
