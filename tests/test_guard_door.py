"""What the guard promises when there is no more room: newcomers are told, those inside go on."""

import logging

import pytest

from components.data.languages import LANGUAGES
from components.server import guard, limits, protocols
from components.text.topics import interface
from tests.knocking import Inner, ask, connect, guarded

PLENTY = 10_000


def narrow(inner: Inner, free: float) -> guard.Guard:
    """Make a guard whose machine has so many files left."""
    app = guarded(inner, files=PLENTY)
    app.limiter.free = lambda _limit: free
    return app


def test_without_free_files_newcomers_are_turned_away_politely():
    """A page is answered 503 with a sentence in both languages; what a page asks for goes on."""
    inner = Inner()
    app = narrow(inner, limits.FILES_FREE - 1)
    with app.limiter.held():
        answer = ask(app, "/overview")
        assert answer.status == 503 and int(answer.headers["retry-after"]) > 0
        assert all(interface("full", each) in answer.body for each in LANGUAGES)
        assert connect(app)[0]["type"] == "websocket.close" and not inner.scopes
        for path in ("/_stcore/health", "/static/js/index.js", "/media/x.pdf", "/live/ABCDEF"):
            assert ask(app, path).status == 200, path


def test_an_empty_house_opens():
    """Who is the first may always come in: those who left still hold files until then."""
    assert connect(narrow(Inner(), 0))[0]["type"] == "websocket.accept"


def test_a_full_house_is_told_once(caplog):
    """However many are turned away, one line says how many are inside and what the limit is."""
    app = narrow(Inner(), 0)
    with caplog.at_level(logging.WARNING), app.limiter.held():
        for _ in range(20):
            ask(app, "/overview")
    told = [each for each in caplog.messages if str(PLENTY) in each]
    assert len(told) == 1 and "満員" in told[0] and "Full" in told[0]


class Cable:
    """Stands for a connection."""

    def __init__(self) -> None:
        self.sent, self.closed = b"", False

    def write(self, data: bytes) -> None:
        self.sent += data

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    "free, taken", [(protocols.FILES_FREE - 1, False), (protocols.FILES_FREE, True)]
)
def test_the_last_files_are_kept_for_those_inside(monkeypatch, free, taken):
    """A connection that would take one of the last files is told so and ended at once."""
    made = protocols.limited_http_protocol(PLENTY)
    monkeypatch.setattr(made, "free", staticmethod(lambda: free))
    monkeypatch.setattr(protocols.H11Protocol, "connection_made", lambda *_: None)
    monkeypatch.setattr(made, "loop", Clock(), raising=False)
    one, cable = made.__new__(made), Cable()
    one.connection_made(cable)
    assert cable.closed is not taken
    assert (b" 503 " in cable.sent and b"Retry-After" in cable.sent) is not taken


class Clock:
    """Stands for the event loop: nothing is due here."""

    def call_later(self, *_: object) -> None: ...
