"""VIES over REST: *valid*, *not valid* and *unreachable* are three answers, and the last one never blocks.

An answer of a member state that is *unavailable* says nothing about the number: it is never told as *not valid*.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

import httpx

from autofatture.domain.vat_ids import identify
from autofatture.ports import Clock

VALID, NOT_VALID, UNREACHABLE = "valid", "not_valid", "unreachable"
FRESH = dt.timedelta(days=1)
"""How long an answer is believed. *Unreachable* is never kept."""


class ViesCache(Protocol):
    def get(self, vat_id: str, *, not_before: dt.datetime) -> str | None: ...

    def put(self, vat_id: str, answer: str, *, at: dt.datetime) -> None: ...


class ViesRest:
    """Implements :class:`autofatture.ports.Vies`."""

    def __init__(self, client: httpx.Client, cache: ViesCache, clock: Clock) -> None:
        """``client`` carries base URL, timeouts and transport."""
        self._client = client
        self._cache = cache
        self._clock = clock

    def check(self, vat_id: str) -> str:
        identity = identify(vat_id)
        if identity.prefix is None or not (identity.is_eu or identity.is_italian):
            return UNREACHABLE
        now = self._clock.now()
        known = self._cache.get(identity.text, not_before=now - FRESH)
        if known is not None:
            return known
        answer = self._ask(identity.prefix, identity.number)
        if answer != UNREACHABLE:
            self._cache.put(identity.text, answer, at=now)
        return answer

    def _ask(self, prefix: str, number: str) -> str:
        country = "EL" if prefix == "GR" else prefix
        try:
            response = self._client.post("check-vat-number", json={"countryCode": country, "vatNumber": number})
            data = response.json() if response.status_code == httpx.codes.OK else {}
        except (httpx.HTTPError, ValueError):
            return UNREACHABLE
        # A failure of a member state comes as 200 or 500 with ``actionSucceed`` false and no ``valid``.
        valid = data.get("valid") if isinstance(data, dict) else None
        if not isinstance(valid, bool):
            return UNREACHABLE
        return VALID if valid else NOT_VALID
