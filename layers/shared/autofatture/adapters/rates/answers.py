"""One translator from HTTP to our errors, for the sources of exchange rates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import httpx

from autofatture.domain.errors import RateLimited, TransientError
from autofatture.domain.money import as_text

DAYS_BACK = 7
_DOWN = "La fonte ufficiale dei cambi non risponde. Nulla è stato cambiato: riprova fra poco."


def text_of(client: httpx.Client, path: str, parameters: Mapping[str, str], *, accept: str) -> str | None:
    """The body of a GET; None where the source has nothing to say (400, 404).

    Raises:
        RateLimited: 429 or 503 with Retry-After.
        TransientError: not reachable, or any other failure.
    """
    try:
        answer = client.get(path, params=dict(parameters), headers={"Accept": accept})
    except httpx.HTTPError as error:
        raise TransientError(_DOWN) from error
    if answer.status_code in (400, 404):
        return None
    wait = answer.headers.get("Retry-After", "")
    if answer.status_code in (429, 503) and wait.isdigit():
        raise RateLimited(_DOWN, retry_after=int(wait))
    if answer.status_code >= 300:
        raise TransientError(_DOWN)
    return answer.text


def json_of(client: httpx.Client, path: str, parameters: Mapping[str, str], *, accept: str) -> dict[str, Any] | None:
    """The same as an object; numbers stay exact.

    Raises:
        TransientError: the answer is not a JSON object.
    """
    text = text_of(client, path, parameters, accept=accept)
    if text is None:
        return None
    try:
        data = httpx.Response(200, text=text).json(parse_float=Decimal)
    except ValueError as error:
        raise TransientError(_DOWN) from error
    if not isinstance(data, dict):
        raise TransientError(_DOWN)
    return data


def days_of(found: Mapping[dt.date, Decimal], day: dt.date) -> tuple[dt.date, str] | None:
    """The rate of ``day`` or of the nearest earlier one."""
    earlier = [one for one in found if one <= day]
    if not earlier:
        return None
    nearest = max(earlier)
    return nearest, as_text(found[nearest])
