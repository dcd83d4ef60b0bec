"""Terms of the law: nominal days and the working day they move to.

Sources: art. 7 c. 1 lett. h) DL 70/2011 (a duty toward the tax administration that falls on a Saturday or a
holiday moves to the next working day); L. 260/1949 and later acts for the holidays.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from autofatture.domain.fiscal_data import in_force, table

ROME = ZoneInfo("Europe/Rome")
FIFTEENTH = 15
IMMEDIATE_DAYS = 12
"""Days within which an immediate electronic invoice is issued (art. 21 c. 4 DPR 633/72)."""


def rome_date(moment: dt.datetime) -> dt.date:
    """The fiscal day of an aware moment."""
    return moment.astimezone(ROME).date()


def fifteenth_of_next_month(day: dt.date) -> dt.date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return dt.date(year, month, FIFTEENTH)


def twelve_days_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=IMMEDIATE_DAYS)


def effective(day: dt.date) -> dt.date:
    """``day`` itself, or the next day that is neither Saturday, Sunday nor a national holiday."""
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def is_working_day(day: dt.date) -> bool:
    return day.weekday() < 5 and holiday_name(day) is None


def holiday_name(day: dt.date) -> str | None:
    """The national holiday on ``day`` (Easter and Easter Monday included), or None."""
    data = table("holidays")
    for row in in_force(data["fixed"], day):
        if (row["month"], row["day"]) == (day.month, day.day):
            return str(row["name"])
    from_easter = (day - easter(day.year)).days
    return next((str(row["name"]) for row in data["easter"] if row["offset"] == from_easter), None)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def vat_period(day: dt.date, *, quarterly: bool) -> str:
    """``2026-11``, or ``2026-Q4`` for those who settle by quarter."""
    if quarterly:
        return f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    return f"{day.year}-{day.month:02d}"


def month_bounds(day: dt.date) -> tuple[dt.date, dt.date]:
    first = day.replace(day=1)
    following = (first + dt.timedelta(days=32)).replace(day=1)
    return first, following - dt.timedelta(days=1)
