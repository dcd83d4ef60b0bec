"""A sandbox in memory for each test, reached in-process; and one behind a port where a socket is the point."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from sandbox.application import Sandbox
from sandbox.serving import running
from tests.adapters.sandbox.world import Fic, Outside, Sink


@pytest.fixture
def sink() -> Sink:
    """Where webhooks arrive."""
    return Sink()


@pytest.fixture
def sandbox(sink: Sink) -> Iterator[Sandbox]:
    made = Sandbox(control_token="gettone-di-prova", client=httpx.Client(transport=httpx.MockTransport(sink)))
    made.world.change_options(sdi_delays=(0, 0, 0))
    yield made
    made.close()


@pytest.fixture
def outside(sandbox: Sandbox) -> Iterator[Outside]:
    with httpx.Client(
        transport=httpx.WSGITransport(app=sandbox.wsgi), base_url=sandbox.world.public_url, trust_env=False
    ) as client:
        yield Outside(sandbox, client)


@pytest.fixture
def fic(outside: Outside) -> Fic:
    """The client of the seed, signed in with the scopes that the product asks for."""
    return outside.fic()


@pytest.fixture
def address(sandbox: Sandbox) -> Iterator[str]:
    with running(sandbox) as url:
        yield url
