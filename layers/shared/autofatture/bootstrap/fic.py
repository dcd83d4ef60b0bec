"""Fatture in Cloud of one company, with the token that writes for it. Only for roles that may decrypt tokens."""

from __future__ import annotations

from functools import cache

import httpx
from pydantic import SecretStr

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.fattureincloud.invoicing import FattureInCloudInvoicing
from autofatture.adapters.fattureincloud.transport import http_client
from autofatture.bootstrap.account_parts import vault
from autofatture.bootstrap.clients import table
from autofatture.domain.errors import NotFound, RelinkNeeded
from autofatture.domain.linked_company import Writer
from autofatture.services.connections import Connections
from autofatture.settings import FattureInCloud, load


class WriterToken:
    """The access token of the door that writes: renewed when its time has come or FiC refuses it."""

    def __init__(self, connections: Connections, writer: Writer) -> None:
        self._connections = connections
        self._writer = writer

    def __call__(self, *, rejected: SecretStr | None = None) -> SecretStr:
        return self._connections.access_token(
            self._writer.connection_id, for_studio=self._writer.studio_id, rejected=rejected
        )


class CompanyInvoicing:
    """Implements :class:`autofatture.stores.Invoicing`."""

    def __init__(self, companies: Companies, connections: Connections, *, base_url: str, http: httpx.Client) -> None:
        self._companies = companies
        self._connections = connections
        self._base_url = base_url
        self._http = http

    def of(self, company_id: str) -> FattureInCloudInvoicing:
        company = self._companies.get(company_id)
        if company is None:
            raise NotFound
        writer = company.writing
        if writer is None:
            raise RelinkNeeded
        return FattureInCloudInvoicing(
            base_url=self._base_url,
            company_id=company_id,
            token=WriterToken(self._connections, writer),
            http=self._http,
        )


@cache
def invoicing() -> CompanyInvoicing:
    settings = load(FattureInCloud)
    return CompanyInvoicing(Companies(table()), vault(), base_url=settings.fic_base_url, http=http_client())
