"""The page of the map: what is chosen stands in its link, and a box leads to what is known."""

import re

import pytest

from components.app.system_map_link import OPTIONS, Choice, read
from components.charts.system_map import PLACES
from components.data.dataset import load_dataset
from components.export.export_request import export_request
from components.export.site_map import map_html
from components.export.site_page import Site
from tests.screens import open_page, words

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


def chosen(**asked: str) -> Choice:
    return read(asked, load_dataset())


@LANGUAGES
def test_every_box_of_the_map_leads_to_its_links(language):
    """The whole map has a link on each box, named by what it is."""
    app = open_page("system_map", lang=language)
    shown = words(app)
    flows = load_dataset().flows.values()
    nodes = {code for flow in flows for code in (flow.start, flow.end)}
    assert not app.exception
    assert set(re.findall(r"[?&;]node=(node_\w+)", shown)) == nodes


@LANGUAGES
def test_a_box_tells_who_runs_it_its_law_and_its_sources(language):
    """A system chosen is shown with its record, its links, and the way back."""
    shown = words(open_page("system_map", lang=language, node="node_oqs"))
    system = load_dataset().systems["node_oqs"]
    assert system.run_by.to(language) in shown
    assert "record=e02" in shown and f"/system_map?lang={language}" in shown


@LANGUAGES
def test_a_box_without_a_record_tells_its_links(language):
    """What is no system of the records still leads to each of its links."""
    shown = words(open_page("system_map", lang=language, node="node_insurer"))
    assert "record=e10" in shown and "record=e13" in shown and "record=e02" not in shown


@LANGUAGES
def test_an_errand_is_walked_by_links(language):
    """Each stop of an errand has a link of its own; the last leads back only."""
    middle = words(open_page("system_map", lang=language, errand="walk_hospital", stop="3"))
    assert "stop=2" in middle and "stop=4" in middle
    last = words(open_page("system_map", lang=language, errand="walk_hospital", stop="99"))
    assert "stop=4" in last and "stop=6" not in last


@LANGUAGES
def test_what_no_link_fits_is_said(language):
    """A choice that leaves nothing says so, and shows no empty frame."""
    app = open_page("system_map", lang=language, field="field_police", identifier="identifier_app")
    said = {"ja": "あてはまるつながりはありません", "en": "No link fits this choice"}[language]
    assert not app.exception and said in words(app)


@pytest.mark.parametrize(
    "asked",
    [
        {"node": "node_<script>"},
        {"identifier": "zzz", "field": "field_health"},
        {"errand": "walk_nowhere", "stop": "-1"},
        {"link": "１"},
    ],
)
def test_a_link_with_nonsense_is_mended_and_said(asked):
    """What a link says that is not on the map is left out and named as such, never shown."""
    assert chosen(**asked).mended
    app = open_page("system_map", lang="ja", **asked)
    assert not app.exception and "この地図にありません" in words(app)
    assert not any(value in words(app) for value in asked.values() if "zzz" in value)


def test_a_choice_written_into_a_link_is_read_as_it_was():
    """Each option, and a place on an errand, comes back from its own link."""
    for name, options in OPTIONS.items():
        for code in options:
            choice = chosen(**{name: code})
            assert chosen(**choice.written()) == choice
    assert chosen(errand="walk_benefit", stop="２").stop == 1  # digits are plain


@LANGUAGES
def test_the_plain_site_holds_the_map_field_by_field(language):
    """Without scripts the whole map and each field with its links and sources are there."""
    page = str(map_html(Site(export_request(), language, "system_map")))
    assert page.count("<figure") == len(PLACES) + 1
    assert all(f'id="{field}"' in page for field in PLACES)
