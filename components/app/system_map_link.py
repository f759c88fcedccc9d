"""What a link chooses on the map of systems: a cut, a node, and how far an errand was walked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from components.charts.system_map import IDENTIFIERS, KINDS, PLACES, WALKS, cut
from components.data.dataset import Dataset
from components.data.links import Flow

PAGE = "system_map"
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "identifier": tuple(IDENTIFIERS),
    "field": tuple(PLACES),
    "link": tuple(KINDS),
    "errand": tuple(WALKS),
}


@dataclass(frozen=True)
class Choice:
    """What is chosen, "" for nothing; stop counts from 1; mended: the link asked for more."""

    identifier: str = ""
    field: str = ""
    link: str = ""
    errand: str = ""
    node: str = ""
    stop: int = 0
    mended: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is chosen and the whole map is shown."""
        return not (self.identifier or self.field or self.link or self.errand or self.node)

    def flows(self, dataset: Dataset) -> list[Flow]:
        """Give the links that are shown, in the order of an errand or of the records."""
        if self.node:
            return [each for each in dataset.flows.values() if self.node in (each.start, each.end)]
        if self.errand:
            return dataset.get_flows(*WALKS[self.errand])
        kept = {"identifier": self.identifier, "field": self.field, "kind": self.link}
        return cut(dataset.flows.values(), **kept)

    def written(self, **changes: str) -> dict[str, str]:
        """Write the choice as a link has it, with what is to be changed."""
        says = {name: getattr(self, name) for name in (*OPTIONS, "node")}
        says["stop"] = str(self.stop) if self.errand else ""
        return {name: value for name, value in (says | changes).items() if value}


def read(asked: Mapping[str, str], dataset: Dataset) -> Choice:
    """Take from a link what is on the map; nothing of a link is shown as it stands."""
    found = {
        name: asked[name] for name, options in OPTIONS.items() if asked.get(name, "") in options
    }
    nodes = {code for flow in dataset.flows.values() for code in (flow.start, flow.end)}
    if asked.get("node", "") in nodes:
        found["node"] = asked["node"]
    written = asked.get("stop", "")
    last = len(WALKS[found["errand"]]) if "errand" in found else 0
    number = int(written) if re.fullmatch(r"[0-9]{1,2}", written, re.ASCII) else 1
    wrong = any(asked.get(name) and name not in found for name in (*OPTIONS, "node"))
    return Choice(**found, stop=min(max(number, 1), last), mended=wrong)
