"""What changed since an edition: where the code on paper, slides and deck leads."""

from components.app import changes_page
from components.topics import lookup

changes_page.render(lookup.CHANGES)
