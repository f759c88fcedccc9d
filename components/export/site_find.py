"""The field of the plain site that leads to its search, where names of towns are found."""

from markupsafe import Markup

from components.export.site_page import Site
from components.text.topics import interface
from components.views.tags import tag


def find_form(site: Site) -> Markup:
    """Write the field to find a town in; site_links.js shows it, since it needs a script."""
    words, language = interface("find_town", site.language), site.language
    field = tag(
        "input",
        type="search",
        autocomplete="off",
        placeholder=interface("find_town_example", language),
        aria_label=words,
    )
    button = tag("button", interface("search_send", language), type="submit")
    there = site.href("search")
    return tag("form", field, button, class_="ask", role="search", hidden=True, data_address=there)
