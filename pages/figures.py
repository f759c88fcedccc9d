"""Figures and sources: every record, searchable, with its document; and how this was made."""

from components.app import records_page
from components.topics import lookup

records_page.render(lookup.FIGURES)
