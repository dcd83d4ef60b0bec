"""The browser, and the two things it looks at: the built app before the stand-in API, and the running stack."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from local import site
from local.place import ROOT, Place
from tests.e2e.browser import CHROMIUM, HEIGHTS, WIDE, Scheme, Window, launch
from tests.e2e.stand_in import StandIn

OpenWindow = Callable[..., Window]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.is_file():
        reason = f"no browser at {CHROMIUM}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def stand_in_server() -> Iterator[StandIn]:
    place = Place("e2e", front_port=0, aws_port=0, sandbox_port=0)
    place.logs.mkdir(parents=True, exist_ok=True)
    if not site.build(place):
        pytest.fail("this checkout has no web app")
    server = StandIn(place, 31_000 + zlib.crc32(str(ROOT).encode()) % 1_000)
    yield server
    server.stop()


@pytest.fixture
def stand_in(stand_in_server: StandIn) -> StandIn:
    """The stand-in API as at the beginning."""
    stand_in_server.reset()
    return stand_in_server


@pytest.fixture
def open_window(chromium: Browser, stand_in: StandIn) -> Iterator[OpenWindow]:
    """Windows before the stand-in. None of them may have complained when the test is over."""
    contexts: list[BrowserContext] = []
    windows: list[Window] = []

    def opened(who: str | None = None, *, width: int = WIDE, scheme: Scheme = "light") -> Window:
        context = new_context(chromium, width=width, scheme=scheme)
        contexts.append(context)
        if who is not None:
            stand_in.sign_in(context, who)
        windows.append(Window(context, stand_in.address))
        return windows[-1]

    yield opened
    complaints = [line for window in windows for line in window.complaints]
    for context in contexts:
        context.close()
    assert complaints == []


def new_context(browser: Browser, *, width: int = WIDE, scheme: Scheme = "light") -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=scheme,
        locale="it-IT",
        timezone_id="Europe/Rome",
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    return context
