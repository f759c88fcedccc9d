"""The addresses every browser and search engine asks for: icons, robots.txt, sitemap.xml."""

import os
import struct
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.app import layout, query_params
from components.data.cache import cached
from components.data.languages import LANGUAGES
from components.text.story import find_story

HERE = Path(__file__).parent
SIDE = 180  # pixels of icon.png


def routes() -> list[Route]:
    """Give the addresses with what answers them."""
    return [
        Route("/favicon.ico", _favicon),
        Route("/favicon.svg", _drawn),
        Route("/apple-touch-icon.png", _touch_icon),
        Route("/robots.txt", _robots),
        Route("/sitemap.xml", _sitemap),
    ]


def is_page(path: str) -> bool:
    """Tell whether an address is one of our pages; the rest is answered as not found."""
    return path.strip("/") in ("", *layout.page_names())


@cache
def favicon() -> bytes:
    """Write icon.png as an .ico file of one picture."""
    picture = (HERE / "icon.png").read_bytes()
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", SIDE, SIDE, 0, 0, 1, 32, len(picture), 22)
    return header + entry + picture


async def _favicon(_request: Request) -> Response:
    return Response(favicon(), media_type="image/vnd.microsoft.icon")


async def _drawn(_request: Request) -> Response:
    return Response((HERE / "icon.svg").read_bytes(), media_type="image/svg+xml")


async def _touch_icon(_request: Request) -> Response:
    return Response((HERE / "icon.png").read_bytes(), media_type="image/png")


async def _robots(request: Request) -> Response:
    lines = ["User-agent: *", "Disallow: /live", f"Sitemap: {_base(request)}/sitemap.xml", ""]
    return PlainTextResponse("\n".join(lines))


async def _sitemap(request: Request) -> Response:
    base = _base(request)
    places = cached(_places, "sitemap")
    urls = "".join(f"<url><loc>{escape(base + place)}</loc></url>" for place in places)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    written = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{space}">{urls}</urlset>'
    return Response(written, media_type="application/xml")


def _base(request: Request) -> str:
    """Give the address we are reached at, as it was given to us or as the reader knows it."""
    return os.environ.get("MIERU_ADDRESS", "").rstrip("/") or str(request.base_url).rstrip("/")


def _places() -> list[str]:
    """List every page in every language, of walks every step."""
    found = []
    for language in LANGUAGES:
        for page in layout.page_names():
            story = find_story(page)
            if story is None or not story.walk:
                found.append(query_params.href(page, language))
                continue
            steps = story.topic(language).steps
            found += [query_params.href(page, language, step=str(each.number)) for each in steps]
    return found
