"""How often Fatture in Cloud is asked whether a document has reached SdI.

A status is seen within 30 minutes, within 10 in the five days before the deadline; the schedule that looks for
due rows every five minutes is part of that. One list call answers for every document of a company, so even the
short interval is a dozen of the 1,000 calls an hour.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from autofatture.domain.document import Document, Status

ROME: Final = ZoneInfo("Europe/Rome")

_FIRST: Final = dt.timedelta(minutes=5)
_NEAR_DEADLINE: Final = dt.timedelta(minutes=5)
_MOVING: Final = dt.timedelta(minutes=5)
"""On its way: FiC says that it can take two hours, and somebody is watching."""
_USUAL: Final = dt.timedelta(minutes=25)
_FORGOTTEN: Final = dt.timedelta(hours=6)
_SENT: Final = dt.timedelta(hours=4)
_NEAR_DAYS: Final = 5
_FORGOTTEN_AFTER: Final = dt.timedelta(days=60)


def first_poll(document: Document, now: dt.datetime) -> dt.datetime:
    """After the creation: nobody sends within the first minutes."""
    return min(now + _FIRST, next_poll(document, now))


def next_poll(document: Document, now: dt.datetime) -> dt.datetime:
    """When to ask again about a document that is not sent yet, or is watched after it was."""
    if document.status in {Status.SENT, Status.NOT_DELIVERED}:
        return now + _SENT
    if document.status is Status.IN_TRANSIT:
        return now + _MOVING
    if near_deadline(document, now):
        return now + _NEAR_DEADLINE
    if now - document.phase_since > _FORGOTTEN_AFTER:
        return now + _FORGOTTEN
    return now + _USUAL


def near_deadline(document: Document, now: dt.datetime) -> bool:
    """From five days before the deadline to ten after it: who is late sends in a hurry."""
    if document.deadline is None:
        return False
    days = (document.deadline - now.astimezone(ROME).date()).days
    return -10 <= days <= _NEAR_DAYS
