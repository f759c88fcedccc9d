"""Search: one question over steps, claims, figures, events, flows and words."""

from components.app import search_page
from components.topics import lookup

search_page.render(lookup.SEARCH)
