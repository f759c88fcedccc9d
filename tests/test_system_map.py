"""The map of systems: every link of the records, whole or cut, in every room."""

import re
from dataclasses import replace

import pytest

from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.static.still import svg
from components.charts.system_map import KINDS, kind_of, system_map
from components.charts.system_map.layout import layout
from components.charts.system_map.links import BADGE, curves
from components.charts.system_map.places import KNOWN
from components.data.dataset import load_dataset
from tests.factories import flow, texts, view

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
WALK = ("e27", "e65", "e25", "e26", "e38")


def real(language="ja", canvas=PAGE) -> View:
    return View(load_dataset(), language, canvas=canvas)


def plain(chart) -> str:
    return re.sub("<[^>]*>", "", texts(chart).replace("<br>", ""))


def test_every_node_and_status_of_the_records_has_its_place():
    """No node of today's links falls into the band at the foot; every status has a kind."""
    flows = load_dataset().flows.values()
    assert {code for each in flows for code in (each.start, each.end)} <= KNOWN
    assert {kind_of(each) for each in flows} == set(KINDS)


@LANGUAGES
def test_the_whole_map_holds_every_link_and_names_every_node(language):
    """All links are rows; each node is named once, and no two boxes touch."""
    look = real(language)
    flows = list(look.dataset.flows.values())
    chart = system_map(look, flows)
    assert list(chart.rows) == flows
    boxes = list(layout(look, flows).boxes.values())
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one.right < other.left or other.right < one.left
            assert apart or one.top + one.height < other.top or other.top + other.height < one.top
    named = plain(chart).replace(" ", "")
    for code in {code for each in flows for code in (each.start, each.end)}:
        assert look.label(code).replace(" ", "") in named
    assert svg(chart, look.canvas.width, name="")  # a still can be written of it


@LANGUAGES
@ROOMS
def test_a_cut_tells_each_of_its_links(language, canvas):
    """Few links are told in words with their status, wherever they are shown."""
    look = real(language, canvas)
    flows = look.dataset.get_flows("e24a", "e24b", "e24c")
    first = system_map(look, flows)
    pages = [system_map(replace(look, page_index=at), flows) for at in range(first.page_count)]
    said = "".join(map(plain, pages)).replace(" ", "")
    for each in flows:
        assert look.label(each.status).replace(" ", "") in said
    assert not canvas.height or all(each.height <= canvas.height + 30 for each in pages)


def test_numbers_stand_apart():
    """No number of a cut lies on another one."""
    look = real()
    flows = look.dataset.get_flows("e29", "e30", "e31", "e33", "e34", "e37")
    placed, taken = layout(look, flows), []
    for each in curves(placed, flows):
        x, y = each.free_place(placed.boxes.values(), taken)
        assert all(abs(x - a) + abs(y - b) > BADGE for a, b in taken)
        taken.append((x, y))


@LANGUAGES
def test_a_walk_tells_what_was_passed_so_far(language):
    """What was passed at the stops behind is told, what comes is not yet."""
    look = real(language)
    flows = look.dataset.get_flows(*WALK)
    first, third = (plain(system_map(look, flows, at=at)) for at in (1, 3))
    data = [look.render_plain(each.data) for each in flows]
    assert data[0] in first and data[1] not in first
    assert all(each in third for each in data[:3]) and data[3] not in third


@pytest.mark.parametrize("at", [-1, 3])
def test_a_walk_refuses_a_place_it_has_not(at):
    """A stop that is not in the walk is a mistake, not the nearest one."""
    with pytest.raises(ValueError, match="no place"):
        system_map(view(), [flow(), flow(id="flow_2")], at=at)


def test_what_a_focus_does_not_touch_is_grey():
    """The links of a focus keep their colour, the others lose it."""
    look = real()
    flows = look.dataset.get_flows("e24a", "e27")
    lines = [
        each
        for each in system_map(look, flows, focus=["node_network"]).figure.data
        if each.line.color
    ]
    assert [each.line.color for each in lines] == [look.theme.rule, look.theme.main]


def test_a_node_without_a_place_stands_at_the_foot():
    """A new link is drawn before anybody has given its nodes a place."""
    chart = system_map(view(), [flow()])
    assert "甲" in texts(chart) and "乙" in texts(chart)


def test_a_map_without_links_is_refused():
    """An empty frame is never drawn."""
    with pytest.raises(ValueError, match="no flows"):
        system_map(view(), [])
