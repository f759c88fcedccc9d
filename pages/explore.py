"""Any measure as a chart and a table: what, where and when are the reader's to choose."""

from components.app import explore_page
from components.topics import lookup

explore_page.render(lookup.EXPLORE)
