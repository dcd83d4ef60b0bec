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
