"""The map of systems: who passes what to whom, whole or cut down to some links."""

from components.charts.status_lines import KINDS, kind_of
from components.charts.system_map.cuts import IDENTIFIERS, WALKS, cut
from components.charts.system_map.drawn import system_map, targets
from components.charts.system_map.places import PLACES

__all__ = ["IDENTIFIERS", "KINDS", "PLACES", "WALKS", "cut", "kind_of", "system_map", "targets"]
