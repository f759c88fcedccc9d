"""Asks an ASGI application as a browser would, without a network."""

import asyncio
from typing import Any

import httpx

HOST = "127.0.0.1:8501"
OWN = f"http://{HOST}"


async def answer(app: Any, method: str, path: str, **more: Any) -> httpx.Response:
    """Send one request inside a running loop; more goes to httpx."""
    client = more.pop("client", None)
    transport = httpx.ASGITransport(app, client=(client, 1) if client else None)
    plain = {"accept": "*/*", "accept-encoding": "identity"}
    async with httpx.AsyncClient(transport=transport, base_url=OWN, headers=plain) as asking:
        return await asking.request(method, path, **more)


def ask(app: Any, path: str, **headers: str) -> httpx.Response:
    """GET a path; headers are named with _ for -."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return asyncio.run(answer(app, "GET", path, headers=given))
