"""The plain site of all data: every measure with its chart and rows, reached from one list."""

import re

import pytest

from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.export import site, site_explore
from components.export.export_request import export_request
from components.export.site_page import Site
from components.text.selecting import measures_by_topic


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_drawn_where_the_list_leads(language):
    """Each measure of the list has its heading, its chart and a table on the page of its topic."""
    home = Site(export_request(), language)
    index = str(site_explore.explore_html(home.at("explore")))
    pages = {page.page: str(inner) for page, inner in site_explore.topics(home)}
    drawn = 0
    for topic, measures in measures_by_topic(load_dataset()).items():
        parts = re.split(r'<h2 id="', pages[f"explore/{topic}"])[1:]
        found = {part.split('"', 1)[0]: part for part in parts}
        assert list(found) == [each.id for each in measures]
        for each in measures:
            assert f'href="{topic}/index.html#{each.id}"' in index
            assert ("<picture>" in found[each.id]) == ("<table>" in found[each.id])
            drawn += "<picture>" in found[each.id]
    assert drawn > 0.9 * sum(map(len, measures_by_topic(load_dataset()).values()))


def test_the_menu_leads_to_all_data():
    """The page of all data stands in the site, and every other page leads to it."""
    made = dict(site.files(export_request(languages=("ja",), topics=("lawsuits",))))
    assert "explore/index.html" in made
    assert b'href="../explore/index.html"' in made["lawsuits/index.html"]
