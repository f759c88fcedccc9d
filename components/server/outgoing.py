"""What the server may say over a connection: nothing about the machine, no inside of a failure."""

from collections.abc import Callable

from streamlit.proto.Exception_pb2 import Exception as Failure
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

MakeSentence = Callable[[], str]


def blank(data: bytes, words: MakeSentence) -> bytes | None:
    """Give a frame without what must not leave; None for one that must not leave at all."""
    said = ForwardMsg.FromString(data)
    kind = said.WhichOneof("type")
    if kind == "new_session":
        _forget_machine(said)
    elif kind == "delta" and said.delta.new_element.HasField("exception"):
        _replace(said.delta.new_element.exception, words())
    elif kind == "session_event" and said.session_event.HasField("script_compilation_exception"):
        _replace(said.session_event.script_compilation_exception, words())
    elif kind == "backend_operation_response" and said.backend_operation_response.error_msg:
        said.backend_operation_response.error_msg = words()
    elif kind in ("git_info_changed", "page_profile"):
        return None
    else:
        return data
    return said.SerializeToString()


def _forget_machine(said: ForwardMsg) -> None:
    session = said.new_session
    session.main_script_path = ""
    first = session.initialize
    for told in (first.user_info, first.environment_info):  # ids of the machine; versions, system
        told.Clear()
        told.SetInParent()  # the front end wants them there, if empty


def _replace(failure: Failure, words: str) -> None:
    failure.ClearField("type")
    failure.ClearField("stack_trace")
    failure.message, failure.message_is_markdown = words, False
