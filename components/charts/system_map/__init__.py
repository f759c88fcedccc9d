"""The map of systems: who passes what to whom, whole or cut down to some links."""

from components.charts.system_map.drawn import system_map as system_map
from components.charts.system_map.links import KINDS as KINDS
from components.charts.system_map.links import kind_of as kind_of
