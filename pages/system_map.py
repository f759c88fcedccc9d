"""The map of systems: who passes what to whom, to narrow, to press and to walk along."""

from components.app import system_map_page
from components.topics import lookup

system_map_page.render(lookup.SYSTEM_MAP)
