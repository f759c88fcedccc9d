"""What the guard promises about connections: who gets one, and what may pass over it."""

import asyncio

import pytest
import uvicorn
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from uvicorn.server import ServerState

from components.server import limits, protocols, stream
from components.server.limits import TokenBucket
from components.server.stream import Verdict, judge
from tests import knocking
from tests.knocking import Inner, connect, guarded

RERUN = BackMsg(rerun_script={"query_string": "lang=ja"}).SerializeToString()
DROPPED = {
    "clear_cache": {"clear_cache": True},
    "load_git_info": {"load_git_info": True},
    "set_run_on_save": {"set_run_on_save": True},
    "debug_shutdown_runtime": {"debug_shutdown_runtime": True},
    "file_urls_request": {"file_urls_request": {"request_id": "x"}},
    "install_skills": {"backend_operation_request": {"install_skills": {}}},
    "nothing": {},
}


@pytest.mark.parametrize(
    "origin",
    [None, "http://evil.example", "http://localhost:8501", "http://127.0.0.1:85010", "null"],
)
def test_a_connection_needs_its_own_page(origin):
    """Without an Origin, or with one that is not the Host, Streamlit never sees a connection."""
    inner = Inner()
    sent = connect(guarded(inner), [RERUN], origin=origin)
    assert sent == [{"type": "websocket.close", "code": 1008}]
    assert not inner.scopes


def test_a_connection_needs_a_known_host_and_the_one_address():
    """A foreign Host is refused even with an Origin to match, and so is every other address."""
    inner = Inner()
    for asked in (
        {"host": "evil.example", "origin": "http://evil.example"},
        {"path": "/overview/_stcore/stream"},
        {"path": "/live/ABCDEF"},
    ):
        assert connect(guarded(inner), **asked)[0]["type"] == "websocket.close"
    assert not inner.scopes


def test_a_connection_of_our_own_page_is_passed_on_without_a_name():
    """Our page's connection opens; neither cookies nor the reader's address go with it."""
    inner = Inner()
    assert connect(guarded(inner), [RERUN], cookie="a=b")[0]["type"] == "websocket.accept"
    assert [message["bytes"] for message in inner.heard] == [RERUN]
    assert "203.0.113.9" not in str(inner.scopes) and b"cookie" not in dict(
        inner.scopes[0]["headers"]
    )


@pytest.mark.parametrize("kind", DROPPED)
def test_frames_that_are_nobodys_business_are_dropped(kind):
    """Clearing everybody's caches, git, uploads and installing do not pass; the talk goes on."""
    inner = Inner()
    sent = connect(guarded(inner), [BackMsg(**DROPPED[kind]).SerializeToString(), RERUN])
    assert [message["bytes"] for message in inner.heard] == [RERUN]
    assert [message["type"] for message in sent] == ["websocket.accept"]


def test_downloads_made_when_asked_pass():
    """A file that is made on the click, and rows of a long table, may be asked for."""
    for asked in ("deferred_file", "dataframe_chunk"):
        said = BackMsg(backend_operation_request={asked: {}})
        assert judge(said.SerializeToString()) is Verdict.PASS


@pytest.mark.parametrize(
    "frame, code",
    [("words", 1003), (b"\xff\xff\xff", 1002), (b"x" * (stream.LARGEST + 1), 1009)],
)
def test_odd_frames_end_the_connection(frame, code):
    """Text, garbage and what is too large close the connection with the code that says why."""
    inner = Inner()
    sent = connect(guarded(inner), [frame, RERUN])
    assert sent[-1] == {"type": "websocket.close", "code": code}
    assert not inner.heard


def test_a_flood_ends_the_connection():
    """After a burst the connection is closed; Streamlit has seen the burst and no more."""
    inner, waited = Inner(), []

    async def no_time(seconds: float) -> None:
        waited.append(seconds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream.asyncio, "sleep", no_time)
        sent = connect(guarded(inner), [RERUN] * 5000)
    assert sent[-1] == {"type": "websocket.close", "code": 1008}
    assert len(inner.heard) == stream.BURST
    assert len(waited) == stream.IN_TURN  # the hasty ones came one after the other


def test_a_quick_presenter_is_not_disturbed(monkeypatch):
    """Ten frames a second go on for ever, and thirty at once are taken one after the other."""
    now = [0.0]
    monkeypatch.setattr(stream, "TokenBucket", lambda *of: TokenBucket(*of, clock=lambda: now[0]))

    async def passing(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr(stream.asyncio, "sleep", passing)
    assert len(_heard([RERUN] * stream.BURST)) == stream.BURST
    usual = stream.GuardedSocket._in_time

    async def steadily(line: stream.GuardedSocket) -> bool:
        now[0] += 0.1001
        return await usual(line)

    monkeypatch.setattr(stream.GuardedSocket, "_in_time", steadily)
    assert len(_heard([RERUN] * 600)) == 600


def _heard(frames: list[bytes]) -> list[dict]:
    inner = Inner()
    connect(guarded(inner), frames)
    return inner.heard


def test_only_so_many_come_in():
    """Beyond the number the machine can hold, a connection is refused before Streamlit."""
    inner = Inner()
    app = guarded(inner, files=(limits.FILES_KEPT + 2 * limits.FILES_EACH) * 4 // 3)
    with app.limiter.held(), app.limiter.held():
        assert connect(app)[0]["type"] == "websocket.close"
    assert not inner.scopes
    assert connect(app)[0]["type"] == "websocket.accept"


def test_arrivals_queue_and_a_flood_of_them_is_sent_away(monkeypatch):
    """A crowd enters at once, some wait their turn, and what would wait too long is refused."""
    waited: list[float] = []

    async def no_time(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(limits.asyncio, "sleep", no_time)
    app = guarded(Inner())

    async def arrive() -> list[str]:
        return [(await knocking.stream(app, []))[0]["type"] for _ in range(300)]

    came = asyncio.run(arrive())
    let_in = came.count("websocket.accept")
    assert limits.CROWD < let_in <= limits.CROWD + (limits.PATIENCE + 2) * limits.ARRIVALS
    assert came[-1] == "websocket.close"
    assert waited and max(waited) <= limits.PATIENCE


def said_by_streamlit() -> dict[str, ForwardMsg]:
    """Make the frames that would tell of the machine or of a failure."""
    failure = {
        "type": "SECRET_TYPE",
        "message": "SECRET_MESSAGE",
        "stack_trace": ["/people/SECRET/app.py"],
        "is_warning": False,
    }
    session = {
        "main_script_path": "/people/SECRET/app.py",
        "initialize": {
            "session_id": "kept",
            "user_info": {
                "installation_id": "SECRET",
                "installation_id_v3": "SECRET",
                "installation_id_v4": "SECRET",
            },
            "environment_info": {
                "streamlit_version": "SECRET",
                "python_version": "SECRET",
                "server_os": "SECRET",
            },
        },
    }
    return {
        "first": ForwardMsg(new_session=session),
        "failure": ForwardMsg(delta={"new_element": {"exception": failure}}),
        "compile": ForwardMsg(session_event={"script_compilation_exception": failure}),
        "operation": ForwardMsg(backend_operation_response={"error_msg": "SECRET"}),
        "git": ForwardMsg(git_info_changed={"repository": "SECRET"}),
        "profile": ForwardMsg(page_profile={"headless": True, "os": "SECRET"}),
    }


@pytest.mark.parametrize("kind", said_by_streamlit())
def test_frames_tell_nothing_of_the_machine(kind):
    """Paths, ids, versions and the inside of a failure are blanked before they leave."""
    inner = Inner(says=[said_by_streamlit()[kind].SerializeToString()])
    sent = [message.get("bytes", b"") for message in connect(guarded(inner))]
    assert b"SECRET" not in b"".join(sent)
    if kind == "first":
        first = ForwardMsg.FromString(sent[1]).new_session.initialize
        assert first.session_id == "kept"
        assert first.HasField("user_info") and first.HasField("environment_info")
    if kind in ("failure", "compile"):
        assert "表示できません".encode() in sent[1]


def test_usual_frames_are_not_touched():
    """What holds no secret leaves byte for byte."""
    usual = ForwardMsg(delta={"new_element": {"text": {"body": "words"}}}).SerializeToString()
    assert connect(guarded(Inner(says=[usual])))[1]["bytes"] == usual


def test_the_id_of_the_script_does_not_tell_its_folder():
    """The hash of the product's path stays here; its stand-in is understood when it comes back."""
    named = ForwardMsg(new_session={"main_script_hash": stream.TRUE.decode()}).SerializeToString()
    inner = Inner(says=[named])
    asked = BackMsg(rerun_script={"page_script_hash": stream.TOLD.decode()}).SerializeToString()
    sent = connect(guarded(inner), [asked])
    told = ForwardMsg.FromString(sent[1]["bytes"]).new_session
    assert told.main_script_hash.encode() == stream.TOLD
    back = BackMsg.FromString(inner.heard[0]["bytes"])
    assert back.rerun_script.page_script_hash.encode() == stream.TRUE


class Line:
    """Stands for a network connection: remembers whether it was broken off."""

    broken = False

    def abort(self) -> None:
        self.broken = True


def test_a_flood_is_not_read_to_its_end(monkeypatch):
    """After our close frame a short farewell is read; who talks on is broken off unread."""
    read: list[bytes] = []
    monkeypatch.setattr(
        protocols.WebSocketsSansIOProtocol, "data_received", lambda _, d: read.append(d)
    )
    settings = uvicorn.Config(Inner(), ws=protocols.LimitedWebSocketProtocol, log_config=None)
    settings.load()
    line = protocols.LimitedWebSocketProtocol(settings, ServerState(), {}, asyncio.new_event_loop())
    line.transport = Line()
    line.data_received(b"x" * 100_000)
    line.close_sent = True
    line.data_received(b"farewell")
    assert len(read) == 2 and not line.transport.broken
    line.data_received(b"x" * protocols.LAST_BYTES)
    assert len(read) == 2 and line.transport.broken
    assert line.close_timeout == protocols.LAST_SECONDS
