"""Timestamps and identifiers as they stand in rows and on the wire."""

from __future__ import annotations

import datetime as dt
import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no letter that a person could take for a digit."""


def stamp(moment: dt.datetime) -> str:
    """``moment`` as ISO 8601 UTC with microseconds: texts of this form sort as the moments do."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def new_id(length: int = 20) -> str:
    """An unguessable identifier, 5 bits a character: 20 characters are 100 bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def sortable_id(at: dt.datetime) -> str:
    """An identifier that begins with its moment: these sort as their moments do, and fit into an address."""
    micros = int(at.timestamp() * 1_000_000)
    digits = ""
    for _ in range(11):
        micros, digit = divmod(micros, 32)
        digits = _ALPHABET[digit] + digits
    return digits + new_id(9)


def moment_before(at: dt.datetime) -> str:
    """The least identifier that :func:`sortable_id` can make at ``at``: a bound for ranges."""
    return sortable_id(at)[:11]
