"""The three request limits: 300 in 5 minutes per company, 1,000 an hour and 40,000 a month per company and app."""

from __future__ import annotations

import datetime as dt
import math

from sandbox.clock import ROME
from sandbox.fattureincloud.failures import ApiError
from sandbox.fattureincloud.store import Store

SHORT_WINDOW = 300
NO_COMPANY = 0
"""Routes of the user are counted for the app alone."""


def spend(store: Store, company_id: int, app_id: int) -> dict[str, str]:
    """Count one request and return the ``RateLimit-*`` headers.

    Raises:
        ApiError: 429 over the sliding window, 403 over the hour or the month, both with Retry-After.
    """
    options = store.world.options
    now = store.clock.timestamp()
    with store.database.transaction():
        if company_id != NO_COMPANY:
            _spend_short(store, company_id, now, options.short_limit)
        moment = store.clock.now().astimezone(ROME)
        hourly = _spend_period(store, company_id, app_id, moment.strftime("%Y-%m-%dT%H"), options.hourly_limit)
        monthly = _spend_period(store, company_id, app_id, moment.strftime("%Y-%m"), options.monthly_limit)
    return {
        "RateLimit-HourlyRemaining": str(options.hourly_limit - hourly),
        "RateLimit-HourlyLimit": str(options.hourly_limit),
        "RateLimit-MonthlyRemaining": str(options.monthly_limit - monthly),
        "RateLimit-MonthlyLimit": str(options.monthly_limit),
    }


def _spend_short(store: Store, company_id: int, now: float, limit: int) -> None:
    store.database.run("DELETE FROM recent_request WHERE at <= ?", now - SHORT_WINDOW)
    row = store.database.row(
        "SELECT COUNT(*) AS n, MIN(at) AS oldest FROM recent_request WHERE company_id = ?", company_id
    )
    if row is not None and row["n"] >= limit:
        wait = max(1, math.ceil(row["oldest"] + SHORT_WINDOW - now)) if row["n"] else SHORT_WINDOW
        raise ApiError(429, "Troppe richieste. Riprova più tardi.", code="TOO_MANY_REQUESTS", retry_after=wait)
    store.database.run("INSERT INTO recent_request VALUES (?, ?)", company_id, now)


def _spend_period(store: Store, company_id: int, app_id: int, period: str, limit: int) -> int:
    row = store.database.row(
        "SELECT used FROM quota WHERE company_id = ? AND app_id = ? AND period = ?", company_id, app_id, period
    )
    used = 0 if row is None else row["used"]
    if used >= limit:
        raise ApiError(
            403, "Quota di richieste esaurita.", code="LIMIT_EXCEEDED", retry_after=_until_next(store, period)
        )
    store.database.run("INSERT OR REPLACE INTO quota VALUES (?, ?, ?, ?)", company_id, app_id, period, used + 1)
    return int(used) + 1


def _until_next(store: Store, period: str) -> int:
    """Seconds until the hour or the month is over."""
    now = store.clock.now().astimezone(ROME)
    if "T" in period:
        following = now.replace(minute=0, second=0, microsecond=0) + dt.timedelta(hours=1)
    else:
        following = (now.replace(day=1, hour=0, minute=0, second=0, microsecond=0) + dt.timedelta(days=32)).replace(
            day=1
        )
    return max(1, math.ceil((following - now).total_seconds()))
