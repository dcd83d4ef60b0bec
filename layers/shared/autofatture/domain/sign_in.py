"""Rules of signing in that no outside service decides: passwords, lock-out, idle sessions, addresses."""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
import re

from autofatture.domain.errors import BadInput

PASSWORD_MINIMUM = 10
"""As the policy of the user pool; checked here first, so that a weak password is refused in the same way
whether the address has an account or not."""

IDLE = dt.timedelta(hours=12)
"""A session that was not renewed for this long is over."""

LOCKS = ((15, dt.timedelta(hours=1)), (10, dt.timedelta(minutes=15)), (5, dt.timedelta(minutes=5)))
"""After this many failures in a row from one source, how long that source cannot try."""
FAILURES_PER_LOCK = 5
SHORTEST_LOCK = LOCKS[-1][1]

CEILING_WINDOW = dt.timedelta(hours=1)
SPACING = ((100, dt.timedelta(seconds=60)), (50, dt.timedelta(seconds=20)), (20, dt.timedelta(seconds=5)))
"""Beyond this many attempts at one address in the window, from all sources, one is let through in each span.
A lone source stays below the first step: its own lock lets it try fifteen times in an hour."""
UNSLOWED = 3
"""Tries with a code sent by e-mail that each source has before others slow it down: the owner's are among them. A
guess is one of a million for as long as the code lives, an hour."""
CODES_WINDOW = dt.timedelta(hours=1)
"""As long as a code is valid: when no more are sent, the last one can still be used."""
CODES_PER_SOURCE = 5
CODES_TOGETHER = 10
"""Letters with a code to one address in the window, from all sources."""
KNOWN_SOURCE = dt.timedelta(days=90)
"""How long a source is remembered as one that the right person signed in from."""

_ADDRESS = re.compile(r"^[^@\s\"(),:;<>\[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")


def normal_email(text: str) -> str:
    """The address as it identifies an account: without spaces around it, lower case.

    Raises:
        BadInput: not the form of an e-mail address.
    """
    address = text.strip().lower()
    if len(address) > 254 or not _ADDRESS.match(address):
        message = "L'indirizzo e-mail non è valido. Nulla è stato modificato: correggilo e riprova."
        raise BadInput(message, code="bad_email", details={"field": "email"})
    return address


def digest_of_email(address: str) -> str:
    """What stands for a (normalised) address in keys: the address itself is never part of one."""
    return hashlib.sha256(address.encode()).hexdigest()[:40]


def check_password(password: str) -> None:
    """Refuse a password that the pool would refuse.

    Raises:
        BadInput: says what is missing.
    """
    missing = [
        words
        for fits, words in (
            (len(password) >= PASSWORD_MINIMUM, f"almeno {PASSWORD_MINIMUM} caratteri"),
            (any(c.islower() for c in password), "una lettera minuscola"),
            (any(c.isupper() for c in password), "una lettera maiuscola"),
            (any(c.isdigit() for c in password), "una cifra"),
        )
        if not fits
    ]
    if len(password) > 128:
        missing.append("non più di 128 caratteri")
    if missing:
        message = f"La password deve avere {', '.join(missing)}. Nulla è stato modificato: scegline un'altra."
        raise BadInput(message, code="weak_password", details={"field": "password"})


def at_most_every(together: int) -> dt.timedelta | None:
    """In what span one attempt at an address is let through, after this many; None while they are few."""
    return next((span for most, span in SPACING if together > most), None)


def source_of(*addresses: str | None) -> str:
    """What stands in keys for where a request comes from: a digest of the first of these that is an IP address.

    An IPv6 viewer is known by the /64 network, which is what one household or office is given.
    """
    for text in addresses:
        try:
            found = ipaddress.ip_address((text or "").strip())
        except ValueError:
            continue
        mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
        place = str(mapped or found)
        if isinstance(found, ipaddress.IPv6Address) and mapped is None:
            place = str(ipaddress.ip_network((found, 64), strict=False))
        return hashlib.sha256(place.encode()).hexdigest()[:20]
    return "unknown"


def lock_after(failures: int) -> dt.timedelta | None:
    """How long to lock after this many failures in a row; None when another try is free."""
    if failures % FAILURES_PER_LOCK:
        return None
    return next((lock for least, lock in LOCKS if failures >= least), None)
