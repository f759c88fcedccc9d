"""Everything dated, in order of time: what happened, what was planned, and what came of it."""

from components.app import timeline_page
from components.topics import lookup

timeline_page.render(lookup.TIMELINE)
