"""What goes over the wire is packed once, told apart by its tag, and never packed twice."""

import gzip
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from components.server import packed_files, packing
from components.server.packed_files import PackedFiles, coding, holds, keeping
from components.server.streamlit_internals import STATIC

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
SCRIPT = next((STATIC / "static/js").glob("index.*.js"))  # the entry of Streamlit's front end
ENTRY = f"/static/js/{SCRIPT.name}"
FILES = {ENTRY: SCRIPT, **{f"/{each}": STATIC / each for each in ("manifest.json", "favicon.png")}}
OWN = {"/files/page.0123456789abcdef.js": b"const page = 1;\n" * 100}


@pytest.fixture(scope="module")
def copies(tmp_path_factory) -> Path:
    """The packed copies of a few files, made as at `prepare`."""
    folder = tmp_path_factory.mktemp("packed") / "of-these-versions"
    assert set(packing.prepare(folder, FILES)) == {ENTRY, "/manifest.json"}
    return folder


def real(folder: Path, **settings) -> PackedFiles:
    """Streamlit's own files and middleware, without a running session."""
    app = Starlette(
        routes=create_streamlit_static_assets_routes(None),
        middleware=create_streamlit_middleware(),
    )
    return PackedFiles(app, FILES, OWN, folder=folder, **settings)


def ask(app, path: str, accept: str = "br, gzip", method: str = "GET", **headers: str):
    """Ask once; give status, headers and the body as it came over the wire."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    with TestClient(app).stream(method, path, headers={"accept-encoding": accept, **given}) as came:
        return came.status_code, dict(came.headers), b"".join(came.iter_raw())


@pytest.mark.parametrize("accept", ["br, gzip", "gzip", "identity"])
@pytest.mark.parametrize("path", [ENTRY, *OWN, "/", "/overview", "/manifest.json"])
def test_what_is_unpacked_is_what_was_packed(copies, path, accept):
    """Whatever a browser takes, it reads the same bytes, packed exactly once."""
    status, headers, body = ask(real(copies), path, accept)
    plain = ask(real(copies), path, "identity")[2]
    how = headers.get("content-encoding", "")
    assert status == 200 and how == ("" if accept == "identity" else accept.split(",")[0])
    assert UNPACK[how](body) == plain and len(plain) == len(UNPACK[how](body))
    assert headers["vary"] == "Accept-Encoding"
    assert int(headers["content-length"]) == len(body)
    assert how == "" or len(body) < len(plain) / 2


@pytest.mark.parametrize("path", [ENTRY, *OWN, "/overview"])
def test_each_packing_has_a_tag_of_its_own(copies, path):
    """A tag names one packing; who has that one gets no body, who has another gets a whole one."""
    app = real(copies)
    tags = {how: ask(app, path, how)[1]["etag"] for how in ("br", "gzip", "identity")}
    assert len(set(tags.values())) == 3
    again = ask(app, path, "gzip", if_none_match=f'"x", W/{tags["gzip"]}')
    assert again[0] == 304 and again[2] == b"" and again[1]["vary"] == "Accept-Encoding"
    assert again[1]["etag"] == tags["gzip"] and "content-encoding" not in again[1]
    other = ask(app, path, "gzip", if_none_match=tags["br"])
    assert other[0] == 200 and other[2]


def test_head_says_what_get_would(copies):
    """HEAD has the headers of GET and no body, for files and pages."""
    for path in (ENTRY, *OWN, "/overview"):
        whole, head = ask(real(copies), path), ask(real(copies), path, "br", "HEAD")
        assert head[0] == 200 and head[2] == b"" and head[1] == whole[1]


def test_only_names_that_change_with_their_content_are_kept(copies):
    """A year for hashed names, a question each time for all others."""
    app = real(copies)
    forever, ask_again = "max-age=31536000, immutable", "no-cache"
    wishes = {"/overview": ask_again, "/manifest.json": ask_again, "/favicon.png": ask_again}
    for path, wish in ({ENTRY: forever, **dict.fromkeys(OWN, forever)} | wishes).items():
        for accept in ("br", "identity"):
            assert ask(app, path, accept)[1]["cache-control"].endswith(wish), path
    assert keeping("follower.js") == keeping("light.follower.js") == "no-cache"
    hashed = [path for path in (STATIC / "static").rglob("*.*") if path.is_file()]
    assert hashed and all("immutable" in keeping(path.name) for path in hashed)
    assert "immutable" in keeping(packing.plotly_address())


def test_ranges_and_other_routes_pass_untouched(copies):
    """A range stays a range, events are not held back, and errors stay what they were."""

    async def events(_request):
        return StreamingResponse(iter([b"data: 1\n\n"]), media_type="text/event-stream")

    async def broken(_request):
        return HTMLResponse("<p>no</p>", 404)

    async def word(_request):
        return PlainTextResponse("x" * 600)

    routes = [Route("/live/r/events", events), Route("/none", broken), Route("/word", word)]
    app = PackedFiles(Starlette(routes=routes), FILES, folder=copies)
    assert ask(app, "/live/r/events")[2] == b"data: 1\n\n"
    assert ask(app, "/none")[::2] == (404, b"<p>no</p>")
    assert ask(app, "/word")[2] == b"x" * 600
    assert ask(app, "/word", "br", "POST")[0] == 405
    status, headers, body = ask(real(copies), ENTRY, "br", range="bytes=0-9")
    assert (status, body) == (206, SCRIPT.read_bytes()[:10])
    assert "content-encoding" not in headers


def test_plotly_is_served_from_its_own_package():
    """The drawing library is the package's file, at an address that names its content."""
    address = packing.plotly_address()
    path = packing.sources()[address]
    assert "plotly" in path.parts and packing.digest(path.read_bytes())[:16] in address


def test_packed_at_prepare_and_at_no_other_time(copies, monkeypatch):
    """What was packed once is the best packing, and no start and no reader packs it again."""
    listed = (copies / packing.LIST).stat()
    monkeypatch.setattr(brotli, "compress", lambda *_, **__: 1 / 0)
    monkeypatch.setattr(gzip, "compress", lambda *_, **__: 1 / 0)
    assert packing.prepare(copies, FILES)
    assert (copies / packing.LIST).stat() == listed
    for how in ("br", "gzip"):
        assert UNPACK[how](ask(real(copies), ENTRY, how)[2]) == SCRIPT.read_bytes()


@pytest.mark.parametrize("harm", ["list", "spoilt list", "another version"])
def test_copies_that_are_missing_or_stale_are_not_served(tmp_path, harm, capsys):
    """Other versions, or copies that are not whole: files go out unpacked until made anew."""
    source = tmp_path / "page.0123456789abcdef.js"
    source.write_text("const old = 1;\n" * 100)
    files, folder = {"/files/x.js": source}, tmp_path / "packed" / "of-these-versions"
    packing.prepare(folder, files)
    assert "Packing" in capsys.readouterr().out
    if harm == "another version":
        source.write_text("const now = 1;\n" * 101)
    elif harm == "list":
        (folder / packing.LIST).unlink()
    else:
        (folder / packing.LIST).write_text('{"/files/x.js": [')
    status, headers, body = ask(PackedFiles(Starlette(), files, folder=folder), "/files/x.js")
    assert (status, body) == (200, source.read_bytes()) and "content-encoding" not in headers
    assert packing.prepare(folder, files)
    came = ask(PackedFiles(Starlette(), files, folder=folder), "/files/x.js", "br")
    assert brotli.decompress(came[2]) == source.read_bytes()
    assert [each.name for each in folder.parent.iterdir() if each.is_dir()] == [folder.name]


def test_a_disk_that_takes_nothing_is_no_trouble(tmp_path):
    """Where nothing can be written, files go out unpacked."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert packing.prepare(blocked / "packed", FILES) == {}
    status, headers, body = ask(real(blocked / "packed"), ENTRY)
    assert (status, body) == (200, SCRIPT.read_bytes()) and "content-encoding" not in headers


def test_pages_do_not_fill_the_memory(copies):
    """However many different pages are asked for, only the latest are kept."""
    numbers = iter(range(1000))
    app = real(copies, shell=lambda scope, html: f"{html}<!-- {next(numbers)} -->")
    for _ in range(20):
        assert brotli.decompress(ask(app, "/overview")[2]).endswith(b" -->")
    assert packed_files.packed.cache_info().maxsize == packed_files.PAGES


@pytest.mark.parametrize(
    ("accepted", "wish"),
    [
        ("", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("gzip;q=1, br;q=0.2", "gzip"),
        ("identity", ""),
        ("br;q=x, *;q=0", ""),
        ("BR", "br"),
        ("gzip;q=nan", ""),
    ],
)
def test_the_coding_is_one_the_browser_takes(accepted, wish):
    """The header decides, with its weights; nonsense means not packed."""
    assert coding(accepted) == wish


def test_any_of_several_tags_counts():
    """If-None-Match may hold several tags, weak ones, or a star."""
    assert holds('"a", W/"b"', '"b"') and holds("*", '"b"') and not holds('"a"', '"b"')
