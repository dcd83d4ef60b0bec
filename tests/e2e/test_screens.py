"""Every screen, wide and narrow, light and dark: nothing that WCAG 2.2 AA forbids, nothing out of the window.

``AUTOFATTURE_SCREENSHOTS=keep`` (``make screenshots``) keeps the pictures, with which the review is compared later.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e import pictures
from tests.e2e.browser import NARROW, SCHEMES, WIDE, Window
from tests.e2e.conftest import new_context
from tests.e2e.screens import SCREENS, Screen
from tests.e2e.stand_in import DAY, StandIn

pytestmark = pytest.mark.browser

KEEPING = "AUTOFATTURE_SCREENSHOTS" in os.environ
DRAWN = "[...document.querySelectorAll('[data-pane=pdf] canvas')].some(one => one.width > 300)"

AT_ITS_ADDRESS = """ours => { const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data =
    texts.currentNode.data.replace(ours, 'https://autofatture.example') }"""
"""Pictures show the address of a site, not of the machine that took them."""


class Looking:
    """Windows of each person, opened once: the screens are looked at one after the other."""

    def __init__(self, browser: Browser, stand_in: StandIn, width: int) -> None:
        self._browser = browser
        self._stand_in = stand_in
        self.width = width
        self._windows: dict[str | None, Window] = {}
        self.contexts: list[BrowserContext] = []

    def at(self, screen: Screen) -> Window:
        if screen.who not in self._windows:
            context = new_context(self._browser, width=self.width)
            context.clock.set_fixed_time(f"{DAY}T09:00:00Z")
            self.contexts.append(context)
            if screen.who is not None:
                self._stand_in.sign_in(context, screen.who)
            self._windows[screen.who] = Window(context, self._stand_in.address)
        window = self._windows[screen.who]
        window.complaints.clear()
        window.page.emulate_media(color_scheme="light")
        window.open(screen.path)
        if self.width == WIDE and window.page.locator("[data-pane=pdf]").count():
            window.until(DRAWN)
        return window


@pytest.fixture(scope="module", params=(WIDE, NARROW))
def looking(request: pytest.FixtureRequest, chromium: Browser, stand_in_server: StandIn) -> Iterator[Looking]:
    stand_in_server.reset(today=DAY)
    here = Looking(chromium, stand_in_server, request.param)
    yield here
    for context in here.contexts:
        context.close()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_is_accessible_and_fits(looking: Looking, chromium: Browser, screen: Screen) -> None:
    # Given a person at a screen of the app
    window = looking.at(screen)
    found: list[str] = []
    changed: dict[str, float] = {}
    # When it has come to rest, in the light and in the dark
    for scheme in SCHEMES:
        window.dress(scheme)
        found += [f"{scheme}: {line}" for line in window.violations()]
        window.page.evaluate(AT_ITS_ADDRESS, window.address)
        if screen.compared or (screen.kept and KEEPING):
            name, picture = f"{screen.name}-{looking.width}-{scheme}", window.page.screenshot()
            if KEEPING:
                pictures.keep(name, picture, chromium.version)
            if screen.compared:
                changed[name] = pictures.changed_share(name, picture, chromium.version)
    # Then nothing on it shuts anybody out, nothing goes beyond the window, and the console is silent
    assert found == []
    assert not window.scrolls_sideways()
    assert window.complaints == []
    # And the review looks as it did when its picture was looked at and kept
    assert {name: share for name, share in changed.items() if share > 0.01} == {}
