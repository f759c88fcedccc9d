"""Asks an ASGI application as a browser would, without a network."""

import asyncio
import gzip
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Give the body as words, unpacked."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


def ask(app, path: str, **headers: str) -> Answer:
    """GET a path; header names are written with _ for -."""
    parts = urlsplit(path)
    asked = {"host": "127.0.0.1"} | {key.replace("_", "-"): each for key, each in headers.items()}
    scope = {
        **{"type": "http", "http_version": "1.1", "method": "GET", "scheme": "http"},
        **{"path": parts.path, "root_path": "", "raw_path": quote(parts.path).encode()},
        "query_string": quote(parts.query, safe="=&%+").encode(),
        "headers": [(key.encode(), each.encode()) for key, each in asked.items()],
        "server": ("127.0.0.1", 80),
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    start = next(each for each in sent if each["type"] == "http.response.start")
    found = {key.decode(): each.decode() for key, each in start["headers"]}
    return Answer(start["status"], found, b"".join(each.get("body", b"") for each in sent))
