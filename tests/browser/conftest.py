"""A real server and a real browser, shared by the tests in this folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visit import Visit
from tests.serving import free_port, start_server

USUAL = ("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser")

# Chromium makes two pages of its own for the list below the address bar, for each window anew;
# nobody sees them here. This switch takes the place of Playwright's own of that name, so what that
# turns off stands here again.
UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AimEnabled",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    f"--disable-features={','.join((*OFF, *UNSEEN))}",
]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a running product."""
    port = free_port()
    server = start_server(port)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed browser; run.py test says which in MIERU_BROWSER."""
    found = os.environ.get("MIERU_BROWSER") or next(
        (path for path in USUAL if Path(path).exists()), None
    )
    assert found, "no browser: run `python3 run.py test`, which installs one or says how"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader's visit: opens pages and remembers requests and console errors."""
    visits = Visit(browser, address)
    yield visits
    visits.close()
