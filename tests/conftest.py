"""What holds for every test."""

import asyncio
from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from components import topics
from components.text import story

story.register(topics.STORIES)

# For each page that a test opens, Streamlit reads the description of every package installed here,
# which takes longer than the page; what is installed does not change while the tests run.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


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
