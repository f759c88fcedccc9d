"""The map of systems in the plain site: the whole, and each field of life by itself."""

from markupsafe import Markup

from components.charts.chart import PAGE, PHONE, View
from components.charts.system_map import PLACES, cut, system_map
from components.data.dataset import load_dataset
from components.export.site_lookup import method, opening
from components.export.site_page import Site
from components.export.site_words import Linked, picture
from components.text.topics import interface
from components.views.tags import joined, tag
from components.views.under import under_html


def map_html(site: Site) -> Markup:
    """Write the whole map, and below it the links of each field with their sources."""
    flows = list(load_dataset().flows.values())
    whole = system_map(View(load_dataset(), site.language, canvas=PAGE), flows)
    name = interface("map_name", site.language, count=str(len(flows)))
    return joined(
        [
            opening(site),
            tag("figure", picture(whole, None, name)),
            *(_field(site, field) for field in PLACES),
            method(site),
        ]
    )


def _field(site: Site, field: str) -> Markup:
    dataset, language = load_dataset(), site.language
    flows = cut(dataset.flows.values(), field=field)
    wide, narrow = (
        system_map(View(dataset, language, canvas=room), flows) for room in (PAGE, PHONE)
    )
    name = interface("map_name", language, count=str(len(flows)))
    words = dataset.label(field, language)
    drawn = tag("figure", picture(wide, narrow, f"{words}　{name}"))
    return tag("h2", words, id=field) + drawn + under_html(wide, Linked(site))
