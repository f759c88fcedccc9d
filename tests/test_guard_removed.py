"""Each piece of the guard holds something: with it removed, its test fails."""

import pytest

from components.server import guard, limits, policy, routing, stream
from tests import test_guard as requests
from tests import test_guard_door as rooms
from tests import test_guard_stream as connections
from tests.knocking import Inner, connect, guarded

PASS = stream.Verdict.PASS
LARGE = b"x" * (stream.LARGEST + 1)


every_header = requests.test_every_answer_carries_the_headers
flood = connections.test_a_flood_ends_the_connection


def closed_addresses():
    for path in requests.CLOSED:
        requests.test_closed_addresses_do_not_exist(path)


def crooked_addresses():
    for case in requests.CROOKED:
        requests.test_crooked_addresses_lead_to_a_valid_view(*case)


def foreign_hosts():
    for host in ("evil.example", ""):
        requests.test_foreign_hosts_are_refused(host)


def foreign_origins():
    for origin in (None, "http://evil.example"):
        connections.test_a_connection_needs_its_own_page(origin)


def dropped_frames():
    for kind in connections.DROPPED:
        connections.test_frames_that_are_nobodys_business_are_dropped(kind)


def large_frames():
    connections.test_odd_frames_end_the_connection(LARGE, 1009)


def unreadable_frames():
    connections.test_odd_frames_end_the_connection(b"\xff\xff\xff", 1002)


def told_of_the_machine():
    for kind in connections.said_by_streamlit():
        connections.test_frames_tell_nothing_of_the_machine(kind)


def full_house():
    inner = Inner()
    app = guarded(inner, files=(limits.FILES_KEPT + limits.FILES_EACH) * 4 // 3)
    with app.limiter.held():
        connect(app)
    assert not inner.scopes


def few_files():
    app = rooms.narrow(Inner(), 1)
    with app.limiter.held():
        assert not app.limiter.has_room()


async def at_once(_stream):
    return True


async def always(_door):
    return True


def loose(_scripts):
    return "script-src 'self' 'unsafe-inline'"


# The piece, what stands in its place when it is gone, and the promise that must then be broken.
REMOVED = {
    "headers": (policy, "headers", lambda: [], every_header),
    "script hashes": (policy, "_policy", loose, requests.test_only_named_scripts_may_run),
    "closed routes": (routing, "route", lambda *_: routing.Route(open=True), closed_addresses),
    "redirects": (
        routing,
        "_mended",
        lambda query: f"?{query}" if query else "",
        crooked_addresses,
    ),
    "methods": (
        guard,
        "READING",
        {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"},
        requests.test_uploads_are_refused,
    ),
    "host list": (routing.Hosts, "knows", lambda *_: True, foreign_hosts),
    "origin": (routing, "is_same", lambda *_: True, foreign_origins),
    "origin of the rooms": (
        routing,
        "is_same",
        lambda *_: True,
        requests.test_the_rooms_take_only_what_their_own_page_sends,
    ),
    "set-cookie": (guard, "OURS", frozenset(), requests.test_no_cookie_goes_either_way),
    "cookie": (guard, "PERSONAL", frozenset(), requests.test_no_cookie_goes_either_way),
    "address": (guard, "_anonymous", lambda scope: scope, requests.test_nobody_learns_who_asked),
    "failures": (guard.policy, "both", lambda _key: "", requests.test_a_failure_is_one_sentence),
    "kinds of frames": (stream, "judge", lambda _data: PASS, dropped_frames),
    "size of frames": (stream, "LARGEST", 10**9, large_frames),
    "form of frames": (stream, "judge", lambda _data: PASS, unreadable_frames),
    "pace": (stream.GuardedSocket, "_in_time", at_once, flood),
    "blanking": (stream, "blank", lambda data, _words: data, told_of_the_machine),
    "machine": (stream, "_forget_machine", lambda _said: None, told_of_the_machine),
    "failure in a frame": (stream, "_replace", lambda *_: None, told_of_the_machine),
    "script id": (
        stream,
        "outwards",
        lambda data: data,
        connections.test_the_id_of_the_script_does_not_tell_its_folder,
    ),
    "room": (limits.ConnectionLimiter, "opens", always, full_house),
    "room for pages": (
        limits.ConnectionLimiter,
        "has_room",
        lambda _self: True,
        rooms.test_without_free_files_newcomers_are_turned_away_politely,
    ),
    "free files": (limits, "FILES_FREE", 0, few_files),
}


@pytest.mark.parametrize("piece", REMOVED)
def test_a_promise_is_broken_without_its_piece(piece, monkeypatch):
    """The promise holds, and is seen broken when the one piece that keeps it is taken out."""
    place, name, instead, promise = REMOVED[piece]
    promise()
    monkeypatch.setattr(place, name, instead)
    with pytest.raises((AssertionError, ValueError, KeyError)):
        promise()
