"""One's own prefecture, town, year of birth and card: what the numbers say of them."""

from components.app import my_page
from components.topics import lookup

my_page.render(lookup.MY_SETTINGS)
