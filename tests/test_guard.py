"""What the guard promises about requests: who is answered, where, and with which headers."""

import base64
import hashlib
import re

import pytest

from components.server import policy, routing
from components.server.routing import Hosts
from components.server.streamlit_internals import PAGE_FILE
from tests.knocking import HOST, OWN, Inner, ask, guarded

CLOSED = (
    "/_stcore/upload_file/a/b",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/script-health-check",
    "/_stcore/stream",
    "/_stcore/bidi-components/x/y.js",
    "/component/x/index.html",
    "/auth/login",
    "/auth",
    "/oauth2callback",
    "/static",
    "/static/../app.py",
    "/media/a/b",
    "/_stcore",
    "/overview/_stcore/health",
    "/overview/_stcore/host-config",
    "/a/b/_stcore/health",
)
OPEN = (
    "/",
    "/overview",
    "/nothing_here",
    "/favicon.png",
    "/_stcore/health",
    "/_stcore/host-config",
    "/media/abc.pdf",
    "/static/js/index.js",
    "/live/ABCDEF",
)
CROOKED = (
    ("/overview/x", "lang=en", "/overview?lang=en"),
    ("/overview/", "", "/overview"),
    ("/a/b/c", "step=2", "/a?step=2"),
    ("/<b>/x", "", "/"),
    ("//evil.example/x", "", "/"),
    ("/overview", "staticAppId=x&lang=en", "/overview?lang=en"),
    ("/overview", "static%41ppId=x", "/overview"),
    ("/", "staticAppId=", "/"),
    ("/overview", "lang=ja&step=3&q=" + "a" * 3000, "/overview?lang=ja&step=3"),
    ("/overview", "lang=%3Cscript%3E&q=" + "a" * 3000, "/overview"),
)


def answers() -> dict[str, dict[str, str]]:
    """Give the headers of every kind of answer."""
    app = guarded(Inner())
    return {
        "page": ask(app, "/overview").headers,
        "media": ask(app, "/media/abc.pdf").headers,
        "live": ask(app, "/live/ABCDEF", method="POST", origin=OWN).headers,
        "unknown": ask(app, "/_stcore/metrics").headers,
        "led elsewhere": ask(app, "/a/b").headers,
        "foreign host": ask(app, "/", host="evil.example").headers,
        "wrong method": ask(app, "/", method="PUT").headers,
        "failed": ask(guarded(Inner(fails=True)), "/").headers,
    }


def test_every_answer_carries_the_headers():
    """Pages, media, refusals and failures alike carry the policy and its companions."""
    for kind, headers in answers().items():
        assert headers.get("x-content-type-options") == "nosniff", kind
        assert headers.get("referrer-policy") == "no-referrer", kind
        for name in ("permissions-policy", "cross-origin-resource-policy", "x-frame-options"):
            assert name in headers, (kind, name)
        assert "default-src 'none'" in headers.get("content-security-policy", ""), kind


def test_a_window_is_alone_where_browsers_heed_it():
    """Behind HTTPS and on the machine itself no other site's window can hold on to ours."""
    app = guarded(Inner(), known=Hosts(["talk.example"]))
    name = "cross-origin-opener-policy"
    assert name in ask(app, "/").headers
    assert name in ask(app, "/", host="talk.example", x_forwarded_proto="https").headers
    assert name not in ask(app, "/", host="talk.example").headers


def test_only_named_scripts_may_run():
    """Scripts are files of this server, and Streamlit's own by its hash; nothing looser."""
    rules = dict(policy.headers())[b"content-security-policy"].decode()
    scripts = re.search(r"script-src ([^;]*)", rules)[1].split()
    installed = re.findall(
        r"<script>(.*?)</script>",
        PAGE_FILE.read_text("utf-8"),
        re.DOTALL,
    )
    wanted = {hashlib.sha256(each.encode()).digest() for each in installed}
    assert len(installed) >= 1
    assert set(scripts) == {
        "'self'",
        *(f"'sha256-{base64.b64encode(each).decode()}'" for each in wanted),
    }
    assert "unsafe-eval" not in rules and "http" not in rules and "*" not in rules
    assert "frame-ancestors 'none'" in rules and "base-uri 'none'" in rules


@pytest.mark.parametrize("path", CLOSED)
def test_closed_addresses_do_not_exist(path):
    """Uploads, metrics, the agent, components, sign-in and probes under pages answer 404."""
    inner = Inner()
    assert ask(guarded(inner), path).status == 404
    assert not inner.scopes


@pytest.mark.parametrize("path", OPEN)
def test_open_addresses_are_passed_on(path):
    """Pages, their files, media, health and the rooms reach the app."""
    assert ask(guarded(Inner()), path, query="lang=ja").body == "inner"


@pytest.mark.parametrize("path, query, leads_to", CROOKED)
def test_crooked_addresses_lead_to_a_valid_view(path, query, leads_to):
    """Nested paths, long queries and words that steer Streamlit lead to a plain page of ours."""
    inner = Inner()
    answer = ask(guarded(inner), path, query=query)
    assert (answer.status, answer.headers.get("location")) == (307, leads_to)
    assert not inner.scopes
    again, _, rest = leads_to.partition("?")
    assert routing.route(again, rest.encode()).open


def test_uploads_are_refused():
    """Nothing but the rooms takes anything in."""
    inner = Inner()
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        for path in ("/_stcore/upload_file/session/file", "/overview", "/media/x"):
            assert ask(guarded(inner), path, method=method).status in (404, 405)
    assert not inner.scopes


def test_the_rooms_take_only_what_their_own_page_sends():
    """A page of another site cannot send anything to the rooms."""
    inner = Inner()
    sent = ask(guarded(inner), "/live/rooms", method="POST", origin="http://evil.example")
    assert sent.status == 403 and not inner.scopes
    assert ask(guarded(inner), "/live/rooms", method="POST", origin=OWN).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8501", "", "127.0.0.1@evil.example", "localhost/x", "::"]
)
def test_foreign_hosts_are_refused(host):
    """A name that is none of ours is not answered, so no foreign name can be pointed here."""
    inner = Inner()
    assert ask(guarded(inner), "/", host=host).status == 421
    assert not inner.scopes


def test_own_addresses_are_known_while_they_are_ours():
    """In a hall the machine answers to its own addresses and its given name, and to no other."""
    hall = Hosts(["Talk.Example"], lambda: ["192.0.2.7"])
    for host in ("192.0.2.7:8501", "talk.example", "TALK.example.:80", "[::1]:8501", HOST):
        assert hall.knows(host), host
    assert not hall.knows("192.0.2.8") and not Hosts().knows("192.0.2.7")


def test_no_cookie_goes_either_way():
    """No answer sets a cookie, and none of an earlier visit is passed on."""
    inner = Inner()
    answer = ask(guarded(inner), "/", cookie="ajs_anonymous_id=1", x_forwarded_for="203.0.113.9")
    assert "set-cookie" not in answer.headers
    assert [name for name, _ in inner.scopes[0]["headers"]] == [b"host"]


def test_nobody_learns_who_asked():
    """The app behind the guard does not see a reader's address."""
    inner = Inner()
    ask(guarded(inner), "/")
    assert "203.0.113.9" not in str(inner.scopes)


def test_a_failure_is_one_sentence():
    """An answer that fails says so in both languages and holds nothing of the failure."""
    answer = ask(guarded(Inner(fails=True)), "/")
    assert answer.status == 500
    assert "表示できません" in answer.body and "could not be shown" in answer.body
    assert "value of the reader" not in answer.body
