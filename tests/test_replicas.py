"""A hall on two replicas, with nginx and Redis for real: what goes on when one of them is gone."""

import contextlib
import socket
import time

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from launch import services
from tests.replicas import HOST, Hall, ask

pytestmark = pytest.mark.skipif(
    not all(services.find(program) for program in services.DEBIAN),
    reason="nginx and redis-server are needed; as root on Debian, run.py test installs them",
)
LEFT = 10  # seconds until a lost replica is forgotten
SILENT = 10  # seconds nginx listens to somebody who says nothing


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    hall = Hall(tmp_path_factory.mktemp("hall"))
    try:
        hall.start()
        yield hall
    finally:
        hall.end()


def stream(hall: Hall, origin: str | None):
    address = f"ws://{HOST}:{hall.port}/_stcore/stream"
    return connect(address, origin=origin, subprotocols=["streamlit"], proxy=None, max_size=None)


def test_a_session_of_streamlit_begins_through_nginx(hall):
    """A page's socket passes nginx and gets the first message of its session."""
    with stream(hall, f"http://{HOST}:{hall.port}") as socket:
        socket.send(BackMsg(rerun_script={"query_string": "lang=ja"}).SerializeToString())
        first = ForwardMsg.FromString(socket.recv(timeout=30))
    assert first.WhichOneof("type") in ("new_session", "session_status_changed")


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", None])
def test_a_foreign_page_gets_no_socket(hall, origin):
    """nginx refuses a socket to any page that is not its own, before a replica hears of it."""
    with pytest.raises(InvalidStatus) as refused, stream(hall, origin):
        pass
    assert refused.value.response.status_code == 403


def test_readers_go_on_when_a_replica_is_killed(hall):
    """With either replica killed every reader is answered within ten seconds, whichever theirs."""
    for replica, port in zip(hall.replicas, hall.ports, strict=True):
        replica.kill()
        killed = time.monotonic()
        waiting = {f"reader {n}" for n in range(8)}
        while waiting and time.monotonic() < killed + LEFT:
            waiting -= {each for each in waiting if ask(hall.port, "/", agent=each).status == 200}
        replica.start()
        hall.wait_until_healthy(port)
        assert not waiting


def test_half_open_connections_are_cut(hall):
    """Whoever opens connections and never finishes a request is hung up on, others unharmed."""
    opened = time.monotonic()
    idle = [socket.create_connection((HOST, hall.port)) for _ in range(30)]
    for each in idle:
        each.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert ask(hall.port, "/_stcore/health").status == 200
    for each in idle:
        each.settimeout(max(1, opened + 3 * SILENT - time.monotonic()))
        with each, contextlib.suppress(ConnectionResetError):
            assert b"200" not in each.recv(1000)


def test_nobody_is_written_down(hall):
    """After all this no log holds an address, a browser's name, a page or a query."""
    ask(hall.port, "/finder?q=kakushigoto", agent="marked")
    ask(hall.port, "/%00", **{"X-Forwarded-For": "203.0.113.9"})
    written = hall.logs()
    for word in ("127.0.0.1", "203.0.113", "marked", "reader", "kakushigoto", "GET", "finder"):
        assert word not in written, written
