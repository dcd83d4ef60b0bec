"""Every screen, wide and narrow, light and dark: nothing that WCAG 2.2 AA forbids, nothing out of the window.

``AUTOFATTURE_SCREENSHOTS=docs/screenshots`` (``make screenshots``) writes the pictures that are kept.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, BrowserContext

from local.place import ROOT
from tests.e2e.browser import NARROW, WIDE, Scheme, Window
from tests.e2e.conftest import new_context
from tests.e2e.screens import SCREENS, Screen
from tests.e2e.stand_in import DAY, StandIn

pytestmark = pytest.mark.browser

KEPT = ROOT / "docs" / "screenshots"
LOOKS = [(width, scheme) for width in (WIDE, NARROW) for scheme in ("light", "dark")]


class Looking:
    """Windows of each person, opened once: the screens are looked at one after the other."""

    def __init__(self, browser: Browser, stand_in: StandIn, width: int, scheme: Scheme) -> None:
        self._browser = browser
        self._stand_in = stand_in
        self.width, self.scheme = width, scheme
        self._windows: dict[str | None, Window] = {}
        self.contexts: list[BrowserContext] = []

    def at(self, screen: Screen) -> Window:
        if screen.who not in self._windows:
            context = new_context(self._browser, width=self.width, scheme=self.scheme)
            context.clock.set_fixed_time(f"{DAY}T09:00:00Z")
            self.contexts.append(context)
            if screen.who is not None:
                self._stand_in.sign_in(context, screen.who)
            self._windows[screen.who] = Window(context, self._stand_in.address)
        window = self._windows[screen.who]
        window.complaints.clear()
        window.open(screen.path)
        if "/autofatture/d" in screen.path or screen.path == "/prova":
            drawn = "() => [...document.querySelectorAll('[data-pane=pdf] canvas')].some(one => one.width > 300)"
            if self.width == WIDE and window.page.locator("[data-pane=pdf]").count():
                window.page.wait_for_function(drawn)
        window.page.wait_for_timeout(250)
        return window


@pytest.fixture(scope="module", params=LOOKS, ids=[f"{width}-{scheme}" for width, scheme in LOOKS])
def looking(request: pytest.FixtureRequest, chromium: Browser, stand_in_server: StandIn) -> Iterator[Looking]:
    width, scheme = request.param
    stand_in_server.reset(today=DAY)
    here = Looking(chromium, stand_in_server, width, scheme)
    yield here
    for context in here.contexts:
        context.close()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_is_accessible_and_fits(looking: Looking, screen: Screen) -> None:
    # Given a person at a screen of the app
    window = looking.at(screen)
    # When it has come to rest
    found = window.violations()
    picture = window.page.screenshot()
    if screen.kept and (folder := os.environ.get("AUTOFATTURE_SCREENSHOTS")):
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / file_name(screen, looking)).write_bytes(picture)
    # Then nothing on it shuts anybody out, nothing goes beyond the window, and the console is silent
    assert found == []
    assert not window.scrolls_sideways()
    assert window.complaints == []


@pytest.mark.parametrize("name", ["verifica", "verifica-valuta", "verifica-duplicato"])
def test_the_review_looks_as_it_did(looking: Looking, name: str) -> None:
    # Given the picture that was kept when it was last looked at
    screen = next(one for one in SCREENS if one.name == name)
    kept = KEPT / file_name(screen, looking)
    assert kept.is_file(), "make screenshots"
    before = Image.open(kept).convert("L")
    # When the same screen is opened now
    after = Image.open(io.BytesIO(looking.at(screen).page.screenshot())).convert("L")
    # Then hardly a pixel is another one
    assert after.size == before.size
    different = ImageChops.difference(before, after).point(lambda value: 255 if value > 48 else 0)
    share = different.histogram()[255] / (after.width * after.height)
    assert share < 0.01


def file_name(screen: Screen, looking: Looking) -> str:
    return f"{screen.name}-{looking.width}-{looking.scheme}.png"
