"""Lock-out and rates. Both count an attempt before it is made, and both treat unknown addresses like known ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from autofatture.account_ports import AttemptStore
from autofatture.domain.errors import TooManyRequests
from autofatture.domain.sign_in import lock_after
from autofatture.ports import Clock


class Attempts:
    def __init__(self, store: AttemptStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def allow(self, subject: str, scope: str, *, limit: int, window: dt.timedelta) -> None:
        """Count one more request of ``subject``.

        Raises:
            TooManyRequests: more than ``limit`` in the window.
        """
        if self._store.count(subject, scope, window=window, now=self._clock.now()) > limit:
            raise TooManyRequests(details={"retry_after": int(window.total_seconds())})

    @contextmanager
    def guarded(self, subject: str, scope: str) -> Iterator[None]:
        """Count an attempt at something secret: a success forgets the failures, a failure may lock.

        Raises:
            TooManyRequests: locked; ``retry_after`` seconds.
        """
        now = self._clock.now()
        failures = self._store.begin(subject, scope, now=now)
        if failures is None:
            until = self._store.locked_until(subject, scope) or now
            message = (
                "Troppi tentativi: per sicurezza l'accesso è sospeso per qualche minuto. "
                "Attendi, oppure reimposta la password."
            )
            wait = max(1, int((until - now).total_seconds()))
            raise TooManyRequests(message, code="locked_out", details={"retry_after": wait})
        lock = lock_after(failures)
        if lock is not None:
            # The last attempt before a lock: the store lets no further one through, and this says for how long.
            self._store.lock(subject, scope, until=now + lock)
        # Whatever is raised while the attempt is made, an outage too, leaves it counted.
        yield
        self._store.clear(subject, scope)

    def clear(self, subject: str, scope: str) -> None:
        """Forget the failures: the person proved the address in another way."""
        self._store.clear(subject, scope)


class Pace:
    """Gives answers that must not tell anything by their duration the same one."""

    def __init__(self, monotonic: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._monotonic = monotonic
        self._sleep = sleep

    @contextmanager
    def steady(self, seconds: float) -> Iterator[None]:
        """Leave no earlier than ``seconds`` after entering; when that has passed, at the next multiple of it."""
        begun = self._monotonic()
        try:
            yield
        finally:
            spent = self._monotonic() - begun
            self._sleep((int(spent / seconds) + 1) * seconds - spent)
