"""A reader's browser as the server meets it: one connection that asks for runs of the script."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

STREAM = "/_stcore/stream"
ENOUGH = 60  # seconds after which an answer counts as missing
KEPT_RUNS = 2  # Streamlit's global.maxCachedMessageAge
LARGEST = 64 * 1024 * 1024
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Run:
    """What came back from one run of the script."""

    seconds: float
    words: str
    whole: bool
    kinds: Counter[str] = field(default_factory=Counter)  # elements by kind


@dataclass
class Viewer:
    """One tab: where it is, what the link says, and the connection."""

    port: int
    page: str = ""
    query: str = "lang=ja"
    host: str = "127.0.0.1"
    zone: str = "Asia/Tokyo"
    _line: ClientConnection | None = None
    _hash: str = ""
    _runs: int = 0
    _kept: dict[str, tuple[int, ForwardMsg]] = field(default_factory=dict)
    _buttons: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}/{self.page}?{self.query}"

    async def __aenter__(self) -> "Viewer":
        await self.join()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.leave()

    async def join(self) -> None:
        """Open the connection as the page does."""
        own = f"{self.host}:{self.port}"
        self._line = await connect(
            f"ws://{own}{STREAM}",
            origin=f"http://{own}",
            subprotocols=["streamlit"],
            max_size=LARGEST,
            open_timeout=ENOUGH,
            compression="deflate",
            proxy=None,
        )

    async def leave(self) -> None:
        if self._line:
            await self._line.close()

    async def ask(self, pressed: str = "") -> None:
        """Ask for a run with the link as it is, pressing a button by its key if one is named."""
        asked = {
            "query_string": self.query,
            "page_script_hash": self._hash,
            "page_name": "" if self._hash else self.page,
            "context_info": {"timezone": self.zone, "locale": "ja-JP", "url": self.url},
            "cached_message_hashes": list(self._kept),
        }
        if pressed:
            button = {"id": self._buttons[pressed], "trigger_value": True}
            asked["widget_states"] = {"widgets": [button]}
        await self.say(BackMsg(rerun_script=asked).SerializeToString())

    async def say(self, frame: bytes | str) -> None:
        await self._line.send(frame)

    async def run(self, pressed: str = "", **link: str) -> Run:
        """Ask for a run, with other words in the link if named, and read until it has ended."""
        if link:
            self.query = urlencode(link)
        begun = time.perf_counter()
        await self.ask(pressed)
        return await self.answer(begun)

    async def answer(self, begun: float | None = None) -> Run:
        """Read what comes until a run has ended."""
        begun = time.perf_counter() if begun is None else begun
        words, ended, kinds = [], None, Counter()
        while ended is None:
            said = self._whole(ForwardMsg.FromString(await self._heard(begun)))
            kind = said.WhichOneof("type")
            if kind == "new_session":
                self._hash = said.new_session.page_script_hash
            elif kind == "navigation":  # names the page that the link led to
                self._hash = said.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = said.page_info_changed.query_string
            elif kind == "delta" and said.delta.HasField("new_element"):
                words.append(self._written(said.delta.new_element))
                kinds[said.delta.new_element.WhichOneof("type")] += 1
            elif kind == "script_finished" and said.script_finished != AGAIN:
                ended = said.script_finished
        self._forget()
        whole = ended in DONE
        return Run(time.perf_counter() - begun, "\n".join(words), whole, kinds)

    async def _heard(self, begun: float) -> bytes:
        left = max(0.01, begun + ENOUGH - time.perf_counter())
        return await asyncio.wait_for(self._line.recv(), left)

    def _whole(self, said: ForwardMsg) -> ForwardMsg:
        """Keep what is large, as a browser does; it is not sent again while we have it."""
        if said.WhichOneof("type") == "ref_hash":
            said = self._kept[said.ref_hash][1]
            self._kept[said.hash] = (self._runs, said)
        elif said.metadata.cacheable:
            self._kept[said.hash] = (self._runs, said)
        return said

    def _forget(self) -> None:
        self._runs += 1
        old = [name for name, (run, _) in self._kept.items() if self._runs - run > KEPT_RUNS]
        for name in old:
            del self._kept[name]

    def _written(self, element) -> str:
        kind = element.WhichOneof("type")
        if kind == "button":
            self._buttons[element.button.id.rpartition("-")[2]] = element.button.id
        told = getattr(element, kind)
        return getattr(told, "body", "") or getattr(told, "label", "")
