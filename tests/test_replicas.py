"""A hall on two replicas, with nginx and Redis for real: what goes on when one of them is gone."""

import contextlib
import json
import socket
import time

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.followers import Follower, Presenter, all_hear
from tests.replicas import HOST, RECOVERS, Hall, ask, forgotten, needed, standing

pytestmark = [pytest.mark.slow, needed]
SILENT = 10  # seconds nginx listens to somebody who says nothing


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    """Redis, two replicas and nginx, each killed or stopped by some test and brought back."""
    with standing(tmp_path_factory.mktemp("hall")) as hall:
        yield hall


@pytest.fixture(scope="module", autouse=True)
def idle(hall):
    """Thirty connections that begin a request and never end it: all tests run beside them."""
    opened = [socket.create_connection((HOST, hall.port)) for _ in range(30)]
    for each in opened:
        each.sendall(b"GET / HTTP/1.1\r\nHost: ")
    yield opened
    for each in opened:
        each.close()


@pytest.fixture
def room(hall):
    """A room opened through nginx, phones that follow it through nginx, and one on each replica."""
    presenter = Presenter(hall.port)
    ports = [hall.port] * 4 + hall.ports
    phones = [Follower(port, presenter.code, f"phone {n}") for n, port in enumerate(ports)]
    assert all_hear(phones, 0, forgotten())
    yield presenter, phones
    for phone in phones:
        phone.leave()


def stream(hall: Hall, origin: str | None):
    address = f"ws://{HOST}:{hall.port}/_stcore/stream"
    return connect(address, origin=origin, subprotocols=["streamlit"], proxy=None, max_size=None)


def is_shared(presenter: Presenter, seconds: float) -> bool:
    """Move the talk until no notice says that the replica is alone with it."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not json.loads(presenter.move().words)["notice"]:
            return True
        time.sleep(0.2)
    return False


def test_a_session_of_streamlit_begins_through_nginx(hall):
    """A page's socket passes nginx and gets the first message of its session."""
    with stream(hall, f"http://{HOST}:{hall.port}") as opened:
        opened.send(BackMsg(rerun_script={"query_string": "lang=ja"}).SerializeToString())
        first = ForwardMsg.FromString(opened.recv(timeout=30))
    assert first.WhichOneof("type") in ("new_session", "session_status_changed")


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", None])
def test_a_foreign_page_gets_no_socket(hall, origin):
    """nginx refuses a socket to any page that is not its own, before a replica hears of it."""
    with pytest.raises(InvalidStatus) as refused, stream(hall, origin):
        pass
    assert refused.value.response.status_code == 403
    assert "This cannot be shown now" in refused.value.response.body.decode()


def test_a_move_reaches_phones_on_every_replica(room):
    """A room is one room, whichever replica a phone or the presenter has come to."""
    presenter, phones = room
    assert presenter.move().status == 200
    assert all_hear(phones, presenter.seq, forgotten())


def test_a_hall_goes_on_when_a_replica_is_killed(hall, room):
    """With either replica killed, readers, presenter and phones are there within ten seconds."""
    presenter, phones = room
    for replica, port in zip(hall.replicas, hall.ports, strict=True):
        replica.kill()
        patience = forgotten()
        until = time.monotonic() + patience
        presenter.move_until_heard(patience)
        left = [phone for phone in phones if phone.port != port]
        heard = all_hear(left, presenter.seq, until - time.monotonic())
        waiting = {f"reader {n}" for n in range(8)}
        while waiting and time.monotonic() < until:
            waiting -= {each for each in waiting if ask(hall.port, "/", agent=each).status == 200}
        hall.bring_back(replica, port)
        assert heard and not waiting
        assert all_hear(phones, presenter.seq, forgotten())


@pytest.mark.parametrize("fault", ["kill", "hang"])
def test_a_room_outlives_redis(hall, room, fault):
    """Without Redis a move takes no second and says so quietly; with it back all hear in five."""
    presenter, phones = room
    assert is_shared(presenter, RECOVERS)
    getattr(hall.redis, fault)()
    taken, answers = [], []
    for _ in range(5):
        asked = time.monotonic()
        answers.append(presenter.move())
        taken.append(time.monotonic() - asked)
    hall.redis.go_on()
    back = time.monotonic()
    assert {answer.status for answer in answers} == {200}
    assert sorted(taken)[2] < 1, taken
    assert json.loads(answers[-1].words)["notice"] == "alone"
    assert is_shared(presenter, RECOVERS)
    assert all_hear(phones, presenter.seq, back + RECOVERS - time.monotonic())


def test_half_open_connections_are_cut(hall, idle):
    """Whoever opens connections and never finishes a request is hung up on, others unharmed."""
    assert ask(hall.port, "/_stcore/health").status == 200
    until = time.monotonic() + 2 * SILENT
    for each in idle:
        each.settimeout(max(1, until - time.monotonic()))
        with contextlib.suppress(ConnectionResetError):
            assert b"200" not in each.recv(1000)


def test_nobody_is_written_down(hall, room):
    """After all this no log holds an address, browser, page, query, room or key."""
    presenter, _ = room
    ask(hall.port, "/finder?q=kakushigoto", agent="marked")
    ask(hall.port, "/%00", **{"X-Forwarded-For": "203.0.113.9"})
    written = hall.logs()
    people = (HOST, "203.0.113", "marked", "reader", "phone", "presenter")
    for word in (*people, "kakushigoto", "GET", "finder", presenter.code, presenter.drive):
        assert word not in written, written
