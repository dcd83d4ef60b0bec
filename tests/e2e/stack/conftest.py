"""Browsers before the running stack, and the sandbox's controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from local.people import SandboxControl
from local.stack import Stack
from tests.e2e.browser import WIDE, Window
from tests.e2e.conftest import new_context
from tests.e2e.stack.newcomers import OPEN, Newcomer

Browse = Callable[..., Window]

# Behind these screens stand functions that start when they are first called, beside whatever else the machine does.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def sandbox(web_stack: Stack) -> Iterator[SandboxControl]:
    control = SandboxControl(web_stack.place)
    yield control
    control.close()


@pytest.fixture(autouse=True)
def _close_connections() -> Iterator[None]:
    yield
    while OPEN:
        OPEN.pop().close()


@pytest.fixture
def browse(chromium: Browser, web_stack: Stack) -> Iterator[Browse]:
    """A window of a person, or of nobody yet. None of them may have complained when the test is over."""
    contexts: list[BrowserContext] = []
    windows: list[Window] = []

    def opened(who: Newcomer | None = None, *, width: int = WIDE) -> Window:
        context = new_context(chromium, width=width)
        contexts.append(context)
        if who is not None:
            who.enter(context, web_stack)
        windows.append(Window(context, web_stack.place.public_url))
        return windows[-1]

    yield opened
    complaints = [line for window in windows for line in window.complaints]
    for context in contexts:
        context.close()
    assert complaints == []
