"""The product's client on one side, the sandbox on the other; in-process unless a socket is the point."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr

from autofatture.adapters.fattureincloud.invoicing import FattureInCloudInvoicing
from autofatture.adapters.fattureincloud.transport import NO_RETRIES, http_client
from sandbox.application import Sandbox
from sandbox.fattureincloud import seed
from tests.adapters.fattureincloud.meant import BASE, Tokens
from tests.adapters.sandbox.world import Outside


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(control_token="gettone-di-prova")
    made.world.change_options(sdi_delays=(0, 0, 0))
    yield made
    made.close()


@pytest.fixture
def http(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with http_client(httpx.WSGITransport(app=sandbox.wsgi)) as client:
        yield client


@pytest.fixture
def outside(sandbox: Sandbox) -> Iterator[Outside]:
    transport = httpx.WSGITransport(app=sandbox.wsgi)
    with httpx.Client(transport=transport, base_url=sandbox.world.public_url, trust_env=False) as client:
        yield Outside(sandbox, client)


@pytest.fixture
def tokens(outside: Outside) -> Tokens:
    return Tokens(SecretStr(outside.fic(scopes="issued_documents.self_invoices:a entity.suppliers:a").token))


@pytest.fixture
def invoicing(http: httpx.Client, tokens: Tokens) -> FattureInCloudInvoicing:
    """With the scopes that the product asks for, and without retries."""
    return FattureInCloudInvoicing(
        base_url=BASE, company_id=str(seed.ROSSI), token=tokens, http=http, retries=NO_RETRIES
    )
