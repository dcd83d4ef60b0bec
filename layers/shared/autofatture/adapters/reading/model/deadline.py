"""A total deadline for a call. The client's own timeout counts each wait, so a server that drips bytes outlives it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_UNTIL: ContextVar[float | None] = ContextVar("until", default=None)


@contextmanager
def until(seconds: float) -> Iterator[None]:
    """Every request inside ends within ``seconds``, its answer included."""
    token = _UNTIL.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _UNTIL.reset(token)


def left() -> float:
    """Seconds until the deadline in force; an hour without one."""
    end = _UNTIL.get()
    return 3600.0 if end is None else end - time.monotonic()
