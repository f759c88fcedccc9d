"""What a browser may say over its connection: known kinds, of a size, readable."""

from enum import Enum

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

LARGEST = 256 * 1024  # bytes; a usual rerun is under 10 kB
# Clearing caches would hit everybody, git information is about the machine, files are not taken.
KINDS = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})


class Verdict(Enum):
    """What becomes of a frame; numbers are the closing codes of the WebSocket standard."""

    PASS = 0
    DROP = 1
    UNREADABLE = 1002
    TEXT = 1003
    TOO_FAST = 1008
    TOO_LARGE = 1009


def judge(data: bytes | None) -> Verdict:
    """Judge one frame; text frames have no bytes."""
    if data is None:
        return Verdict.TEXT
    if len(data) > LARGEST:
        return Verdict.TOO_LARGE
    try:
        said = BackMsg.FromString(data)
    except DecodeError:
        return Verdict.UNREADABLE
    kind = said.WhichOneof("type")
    if kind == "backend_operation_request":
        operation = said.backend_operation_request.WhichOneof("payload")
        return Verdict.PASS if operation in OPERATIONS else Verdict.DROP
    return Verdict.PASS if kind in KINDS else Verdict.DROP
