"""What goes over the wire is packed once, told apart by its tag, and never packed twice."""

import asyncio
import gzip
import time

import brotli
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from components.server import packed_files
from components.server.packing import Packing, streamlit_files
from components.server.packing_headers import coding, holds, keeping

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
SCRIPT = next(
    path for path in (streamlit_files() / "static/js").glob("index.*.js")
)  # the entry of Streamlit's front end
ENTRY = f"/static/js/{SCRIPT.name}"


def real(**settings) -> Packing:
    """Streamlit's own files and middleware, without a running session."""
    app = Starlette(
        routes=create_streamlit_static_assets_routes(None),
        middleware=create_streamlit_middleware(),
    )
    return Packing(app, **settings)


async def ask(app, path: str, accept: str = "br, gzip", method: str = "GET", **headers: str):
    """Ask once; give status, headers and body."""
    raw = [(b"accept-encoding", accept.encode())]
    raw += [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": raw,
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
        "http_version": "1.1",
        "app": None,
        "asgi": {"version": "3.0", "spec_version": "2.4"},
    }
    sent: list = []
    heard = iter(({"type": "http.request", "body": b"", "more_body": False},))

    async def receive():
        return next(heard, {"type": "http.disconnect"})

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    found = {key.decode().lower(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(each.get("body", b"") for each in sent[1:])


def once(app, path: str, *rest: str, **headers: str):
    return asyncio.run(ask(app, path, *rest, **headers))


@pytest.mark.parametrize("accept", ["br, gzip", "gzip", "identity"])
@pytest.mark.parametrize("path", [ENTRY, "/", "/overview", "/manifest.json"])
def test_what_is_unpacked_is_what_was_packed(tmp_path, path, accept):
    """Whatever a browser takes, it reads the same bytes, packed exactly once."""
    status, headers, body = once(real(kept=tmp_path), path, accept)
    plain = once(real(kept=tmp_path), path, "identity")[2]
    how = headers.get("content-encoding", "")
    assert status == 200 and how == ("" if accept == "identity" else accept.split(",")[0])
    assert UNPACK[how](body) == plain and len(plain) == len(UNPACK[how](body))
    assert headers["vary"] == "Accept-Encoding"
    assert int(headers["content-length"]) == len(body)
    assert how == "" or len(body) < len(plain) / 2


@pytest.mark.parametrize("path", [ENTRY, "/overview"])
def test_each_packing_has_a_tag_of_its_own(tmp_path, path):
    """A tag names one packing; who has that one gets no body, who has another gets a whole one."""
    app = real(kept=tmp_path)

    async def visit():
        tags = {how: (await ask(app, path, how))[1]["etag"] for how in ("br", "gzip", "identity")}
        assert len(set(tags.values())) == 3
        again = await ask(app, path, "gzip", if_none_match=f'"x", W/{tags["gzip"]}')
        assert again[0] == 304 and again[2] == b"" and again[1]["vary"] == "Accept-Encoding"
        assert again[1]["etag"] == tags["gzip"] and "content-encoding" not in again[1]
        other = await ask(app, path, "gzip", if_none_match=tags["br"])
        assert other[0] == 200 and other[2]

    asyncio.run(visit())


def test_head_says_what_get_would(tmp_path):
    """HEAD has the headers of GET and no body, for files and pages."""
    app = real(kept=tmp_path)

    async def visit():
        for path in (ENTRY, "/overview"):
            whole, head = await ask(app, path), await ask(app, path, "br", "HEAD")
            assert head[0] == 200 and head[2] == b"" and head[1] == whole[1]

    asyncio.run(visit())


def test_only_names_that_change_with_their_content_are_kept(tmp_path):
    """A year for hashed names, a question each time for all others."""
    app = real(kept=tmp_path)

    async def visit():
        forever, ask_again = "max-age=31536000, immutable", "no-cache"
        wishes = {"/overview": ask_again, "/manifest.json": ask_again, "/favicon.png": ask_again}
        for path, wish in ({ENTRY: forever} | wishes).items():
            for accept in ("br", "identity"):
                assert (await ask(app, path, accept))[1]["cache-control"].endswith(wish), path

    asyncio.run(visit())
    assert keeping("follower.js") == keeping("light.follower.js") == "no-cache"
    hashed = [path for path in (streamlit_files() / "static").rglob("*.*") if path.is_file()]
    assert hashed and all("immutable" in keeping(path.name) for path in hashed)


def test_ranges_and_other_routes_pass_untouched(tmp_path):
    """A range stays a range, events are not held back, and errors stay what they were."""

    async def events(_request):
        return StreamingResponse(iter([b"data: 1\n\n"]), media_type="text/event-stream")

    async def broken(_request):
        return HTMLResponse("<p>no</p>", 404)

    async def word(_request):
        return PlainTextResponse("x" * 600)

    routes = [Route("/live/r/events", events), Route("/none", broken), Route("/word", word)]
    app = Packing(Starlette(routes=routes), kept=tmp_path)

    async def visit():
        assert (await ask(app, "/live/r/events"))[2] == b"data: 1\n\n"
        assert (await ask(app, "/none"))[::2] == (404, b"<p>no</p>")
        assert (await ask(app, "/word"))[2] == b"x" * 600
        assert (await ask(app, "/word", "br", "POST"))[0] == 405
        status, headers, body = await ask(real(kept=tmp_path), ENTRY, "br", range="bytes=0-9")
        assert (status, body) == (206, SCRIPT.read_bytes()[:10])
        assert "content-encoding" not in headers

    asyncio.run(visit())


def test_our_own_files_are_packed_too(tmp_path):
    """A folder of ours behind an address is served as Streamlit's files are."""
    (tmp_path / "page.css").write_text("p { margin: 0 }\n" * 100, encoding="utf-8")
    inner = Starlette(routes=[Mount("/live/assets", StaticFiles(directory=tmp_path))])
    app = Packing(inner, folders={"/live/assets": tmp_path}, kept=tmp_path / "kept")
    status, headers, body = once(app, "/live/assets/page.css", "gzip")
    assert status == 200 and headers["content-type"] == "text/css; charset=utf-8"
    assert headers["cache-control"] == "no-cache" and len(body) < 200


def test_packed_once_for_all_who_ask_together(tmp_path, monkeypatch):
    """Fifty readers at once cost one packing, and the loop goes on meanwhile."""
    made = []
    level, pack = packed_files.QUICK["gzip"]
    monkeypatch.setitem(
        packed_files.QUICK, "gzip", (level, lambda body: made.append(1) or pack(body))
    )
    app = real(kept=tmp_path)

    async def visit():
        answers = await asyncio.gather(*(ask(app, ENTRY, "gzip") for _ in range(50)))
        assert len({body for _, _, body in answers}) == 1

    asyncio.run(visit())
    assert len(made) == 1


def test_the_best_packing_follows_and_outlives_the_server(tmp_path, monkeypatch):
    """The first reader waits for a quick packing only; later ones and later starts get the best."""
    app = real(kept=tmp_path)

    async def until_best():
        first = (await ask(app, ENTRY, "br"))[1]
        assert first["etag"].endswith('-br5"')
        ends = time.monotonic() + 60
        while (best := (await ask(app, ENTRY, "br")))[1]["etag"] == first["etag"]:
            assert time.monotonic() < ends
            await asyncio.sleep(0.05)
        assert best[1]["etag"].endswith('-br11"')
        assert brotli.decompress(best[2]) == SCRIPT.read_bytes()

    asyncio.run(until_best())
    assert once(real(kept=tmp_path), ENTRY, "br")[1]["etag"].endswith('-br11"')
    kept = next(tmp_path.glob("*.br"))
    kept.write_bytes(brotli.compress(b"something else"))
    _, headers, body = once(real(kept=tmp_path), ENTRY, "br")
    assert headers["etag"].endswith('-br5"') and brotli.decompress(body) == SCRIPT.read_bytes()


def test_a_disk_that_takes_nothing_is_no_trouble(tmp_path):
    """Where nothing can be written, everything is served from memory."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    shelf = packed_files.PackedFiles(blocked)
    shelf._to_disk(packed_files.Packed(b"x", '"x"'), "x")
    assert once(real(kept=blocked), ENTRY, "br")[0] == 200


def test_pages_do_not_fill_the_memory(tmp_path, monkeypatch):
    """However many different pages are asked for, only the latest are kept."""
    monkeypatch.setattr(packed_files, "PAGES", 4)
    numbers = iter(range(1000))
    app = real(kept=tmp_path, shell=lambda scope, html: f"{html}<!-- {next(numbers)} -->")

    async def visit():
        for _ in range(20):
            assert brotli.decompress((await ask(app, "/overview"))[2]).endswith(b" -->")

    asyncio.run(visit())
    assert len(app._shelf._pages) == 4


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
