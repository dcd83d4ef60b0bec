"""A person at a browser: the system's Chromium, what the page complains about, and axe."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Playwright,
    Request,
    Response,
)

from local.place import ROOT

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

AT_REST = """document.fonts.status === 'loaded' && document.querySelector('main') !== null
    && !document.querySelector('main [role=status][aria-label], main [aria-busy=true]')"""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDE, NARROW = 1440, 375
HEIGHTS = {WIDE: 900, NARROW: 812}


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)


class Window:
    """One window of one browser: a page, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext, address: str, *, page: Page | None = None) -> None:
        self.context = context
        self.address = address
        self.page = page or context.new_page()
        self.complaints: list[str] = []
        self.keystrokes = 0
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("response", self._on_response)
        self._under_way: set[Request] = set()
        self.page.on("request", self._on_request)
        self.page.on("requestfinished", self._on_request_over)
        self.page.on("requestfailed", self._on_request_over)

    def _on_console(self, message: ConsoleMessage) -> None:
        # The browser's own line for an answer that is no success; failures of the server are told below.
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status} {response.request.method} {response.url}")

    def _on_request(self, request: Request) -> None:
        self._under_way.add(request)

    def _on_request_over(self, request: Request) -> None:
        self._under_way.discard(request)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.settle()

    def settle(self) -> None:
        """Nothing is on its way and nothing waits: the screen is as the person sees it."""
        quiet = 0
        for _ in range(300):
            self.page.wait_for_timeout(50)
            quiet = quiet + 1 if not self._under_way and self.page.evaluate(AT_REST) else 0
            if quiet == 3:
                return
        raise AssertionError(f"{self.page.url} does not come to rest: {[one.url for one in self._under_way]}")

    def until(self, expression: str, *, seconds: float = 15) -> None:
        """Look until it is true. The page's policy lets nothing evaluate a text in it, so it is asked from outside."""
        assert when(lambda: bool(self.page.evaluate(expression)), self, seconds=seconds), expression

    def dress(self, scheme: Scheme) -> None:
        """The system changes to light or dark while the screen is open."""
        self.page.emulate_media(color_scheme=scheme)
        self.until(f"document.documentElement.dataset.mantineColorScheme === '{scheme}'")
        self.until("document.getAnimations().every(one => one.playState !== 'running')")

    def path(self) -> str:
        return str(self.page.evaluate("location.pathname"))

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.keystrokes += len(keys)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keystrokes += len(text)

    def focused(self) -> str:
        """The accessible name of what has the focus, as far as label or text go."""
        return str(
            self.page.evaluate(
                """() => { const e = document.activeElement; const label = e.labels && e.labels[0];
                const name = e.getAttribute('aria-label') || (label && label.textContent) || e.textContent;
                return name.trim() }"""
            )
        )

    def storage(self) -> dict[str, str]:
        """All that the page has kept in the browser."""
        return dict(self.page.evaluate("({...localStorage, ...sessionStorage})"))

    def scrolls_sideways(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA, a line for each place."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: list[dict[str, Any]] = self.page.evaluate(
            """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
            .then(result => result.violations)""",
            WCAG_22_AA,
        )
        return [
            f"{rule['id']}: {place['html'][:160]} ({(place.get('any') or [{}])[0].get('message', rule['help'])})"
            for rule in found
            for place in rule["nodes"]
        ]


def when(ready: Callable[[], bool], window: Window, *, seconds: float = 10) -> bool:
    """Look again and again until it is so. ``ready`` looks at what is there; it does not wait itself."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if ready():
                return True
        except Error:
            pass
        window.page.wait_for_timeout(50)
    return False
