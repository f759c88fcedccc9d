"""What holds for every test."""

import asyncio
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def loop_of_its_own(request: pytest.FixtureRequest) -> Iterator[None]:
    """
    Let a test without a browser run a loop of its own.

    A browser kept for the whole run leaves its loop marked as running in this thread, and any
    later asyncio.run() in the same process would be refused.
    """
    kept = asyncio._get_running_loop()
    if kept is None or "browser" in request.fixturenames:
        yield
        return
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(kept)
