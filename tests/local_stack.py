"""One deployed stack for every test of a session that needs one: emulator with IAM enforced, sandbox, front.

It is started once a session, on ports of this checkout's own, and reused where it runs already with the same
sources: ``AUTOFATTURE_KEEP_STACK=1`` leaves it running for the next session, ``python -m local stop --name tests``
ends it.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

import pytest

from local import site
from local.place import ROOT, Place
from local.stack import Stack

NAME = "tests"
PLACES = (NAME, "tests-services", "tests-browser", "tests-tls")
"""``make test`` runs several of them side by side."""
_PORTS_OF_A_PLACE = 3
_PORTS_OF_A_CHECKOUT = _PORTS_OF_A_PLACE * len(PLACES)


def place_of_tests(name: str = NAME, *, tls: bool = False) -> Place:
    """Ports from the checkout's path: two checkouts on one machine do not meet."""
    checkout = 21_000 + zlib.crc32(str(ROOT).encode()) % 800 * _PORTS_OF_A_CHECKOUT
    base = checkout + PLACES.index(name) * _PORTS_OF_A_PLACE
    return Place(name, front_port=base, aws_port=base + 1, sandbox_port=base + 2, tls=tls)


def _name() -> str:
    """``make test`` gives each of its processes a stack of its own; pytest alone has one."""
    part = os.environ.get("AUTOFATTURE_STACK_OF_TESTS")
    return f"{NAME}-{part}" if part else NAME


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """The running stack. ``stack.api_url`` is its public API, ``stack.client(service)`` the operator's access."""
    running = Stack(place_of_tests(_name()), web=False, quiet=True)
    found = running.running()
    if not found and running.aws.pid is None:
        # A session begins with nothing of the one before.
        running.forget()
    try:
        running.up()
    except BaseException:
        running.stop()
        raise
    yield running
    if found or os.environ.get("AUTOFATTURE_KEEP_STACK"):
        running.release()
    else:
        running.stop()


@pytest.fixture(scope="session")
def web_stack(stack: Stack) -> Stack:
    """The running stack with the web app in it."""
    assert site.build(stack.place), "this checkout has no web app"
    stack.upload_site()
    return stack
