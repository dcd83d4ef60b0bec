"""The fiscal rules with their sources: rates, VIES, FatturaPA files."""

from __future__ import annotations

from functools import cache

import httpx

from autofatture.adapters.dynamodb.fiscal_rows import DynamoRates, DynamoViesAnswers
from autofatture.adapters.rates.banca_italia import BancaItalia
from autofatture.adapters.rates.ecb import Ecb
from autofatture.adapters.romanise import romanise
from autofatture.adapters.vies import ViesRest
from autofatture.bootstrap.clients import clock, table
from autofatture.domain.company import RateSource
from autofatture.ports import Rates
from autofatture.services.fiscal import FiscalRules
from autofatture.services.official_rates import OfficialRates
from autofatture.settings import Outside, load

_TIMEOUT = httpx.Timeout(8.0, connect=3.0)
"""Below the timeout of every function that asks: a slow source is an answer too (not reachable)."""
_VIES_TIMEOUT = httpx.Timeout(4.0, connect=2.0)
"""Shorter: VIES is asked while a person waits for a saved draft, and *unreachable* blocks nothing."""


def _client(base_url: str, timeout: httpx.Timeout = _TIMEOUT) -> httpx.Client:
    return httpx.Client(base_url=f"{base_url.rstrip('/')}/", timeout=timeout, follow_redirects=False)


@cache
def official_rates() -> OfficialRates:
    outside = load(Outside)
    sources: dict[str, Rates] = {
        RateSource.BANCA_ITALIA.value: BancaItalia(_client(outside.banca_italia_base_url)),
        RateSource.ECB.value: Ecb(_client(outside.ecb_base_url)),
    }
    return OfficialRates(DynamoRates(table()), sources, clock())


@cache
def fiscal() -> FiscalRules:
    """Implements :class:`autofatture.stores.Fiscal`."""
    # With lxml, which a function must not wait for before its first line.
    from autofatture.adapters.fatturapa.files import Files  # noqa: PLC0415

    vies = ViesRest(_client(load(Outside).vies_base_url, _VIES_TIMEOUT), DynamoViesAnswers(table()), clock())
    return FiscalRules(official_rates(), vies, Files(), romanise)
