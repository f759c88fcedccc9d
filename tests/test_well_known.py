"""The addresses every browser asks for are what they claim, and unknown ones are not found."""

import struct
import xml.etree.ElementTree as ElementTree

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from components.app import layout, preview, well_known
from components.server.packed_files import PackedFiles
from components.text.story import get_story

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=well_known.routes()), base_url="http://example.org")


def test_icons_are_pictures(client):
    """An .ico is an icon of one picture, the other a PNG of the size that phones want, and SVG."""
    icon = client.get("/favicon.ico")
    assert icon.headers["content-type"] == "image/vnd.microsoft.icon"
    _, kind, count = struct.unpack_from("<HHH", icon.content)
    size, start = struct.unpack_from("<II", icon.content, 14)
    assert (kind, count, start + size) == (1, 1, len(icon.content))
    touch = client.get("/apple-touch-icon.png").content
    assert icon.content[start:] == touch and touch.startswith(b"\x89PNG")
    assert struct.unpack_from(">II", touch, 16) == (well_known.SIDE, well_known.SIDE)
    assert client.get("/favicon.svg").text.startswith("<svg")


def test_robots_are_led_to_the_sitemap_and_not_into_rooms(client):
    """robots.txt is plain text: everything may be read but the rooms that phones follow."""
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Disallow: /live" in answer.text and "http://example.org/sitemap.xml" in answer.text


def test_the_sitemap_names_every_page_and_step_once(client, monkeypatch):
    """Each page stands there in each language, each walk step by step, under our address."""
    monkeypatch.setenv("MIERU_ADDRESS", "https://mieru.example/")
    tree = ElementTree.fromstring(client.get("/sitemap.xml").text)
    places = [each.text for each in tree.iter(f"{SPACE}loc")]
    steps = len(get_story("lawsuits").topic("ja").steps)
    assert len(places) == len(set(places))
    assert sum("/lawsuits?lang=ja&step=" in each for each in places) == steps
    assert all(each.startswith("https://mieru.example/") for each in places)
    assert {each.split("?")[0].rpartition("/")[2] for each in places} == set(layout.page_names())


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/timeline", 200), ("/nothing", 404)])
def test_an_unknown_address_is_not_found(path, status):
    """The page of an unknown address helps a person and tells a machine that it is none."""

    async def shell(scope, receive, send):
        await HTMLResponse("<html></html>")(scope, receive, send)

    app = PackedFiles(shell, files={}, is_page=well_known.is_page)
    answer = TestClient(app).get(path)
    assert answer.status_code == status and "<html>" in answer.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_step_has_a_title_of_its_own(language):
    """Tabs and histories tell the steps of a walk apart; a question gives no answer away."""
    steps = get_story("health_insurance").topic(language).steps
    titles = [preview.title("health_insurance", language, str(each.number), "x") for each in steps]
    assert len(set(titles)) == len(steps)
    asked = next(each for each in steps if each.question)
    assert str(asked.headline) not in titles[asked.number - 1]
    assert preview.title("timeline", language, "1", "plain") == "plain"
