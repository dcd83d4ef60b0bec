"""Lock-out and rates. Both count an attempt before it is made, and both treat unknown addresses like known ones.

Failures at an address lock it for the source they came from. A stranger elsewhere therefore cannot lock the
owner out; many sources together only make attempts from unknown sources slower, and not even that for the first
tries with a code that only the owner of the mailbox can read.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from autofatture.account_ports import AttemptStore
from autofatture.domain.errors import TooManyRequests
from autofatture.domain.sign_in import (
    CEILING_WINDOW,
    CODES_PER_SOURCE,
    CODES_TOGETHER,
    CODES_WINDOW,
    KNOWN_SOURCE,
    at_most_every,
    lock_after,
)
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

    def code_may_go(self, subject: str, scope: str, *, source: str) -> bool:
        """Count one more code that a stranger may ask for to an address; False beyond what all may ask together.

        Where the person proved to be before, what others asked for does not count.

        Raises:
            TooManyRequests: too many from this source.
        """
        pair, now = f"{subject}|{source}", self._clock.now()
        self.allow(pair, scope, limit=CODES_PER_SOURCE, window=CODES_WINDOW)
        asked = self._store.count(subject, f"{scope}_ALL", window=CODES_WINDOW, now=now)
        return asked <= CODES_TOGETHER or self._store.is_known(pair, now=now)

    @contextmanager
    def guarded(self, subject: str, scope: str) -> Iterator[None]:
        """Count an attempt at something secret: a success forgets the failures, a failure may lock.

        For subjects that only their owner can name, such as a person who is signed in.

        Raises:
            TooManyRequests: locked; ``retry_after`` seconds.
        """
        self._lock_if_last(subject, scope, self._begin(subject, scope))
        # Whatever is raised while the attempt is made, an outage too, leaves it counted.
        yield
        self._store.clear(subject, scope)

    @contextmanager
    def guarded_from(self, subject: str, scope: str, *, source: str, unslowed: int = 0) -> Iterator[None]:
        """The same for what a stranger can name, an address: failures lock the subject for their source alone.

        All sources together have a ceiling. Beyond it attempts are spaced, never locked, and a source that
        succeeded before does not notice. Nor do the first ``unslowed`` attempts of a source: many others cannot
        keep out who has the right answer.

        Raises:
            TooManyRequests: locked for this source, or too soon after another attempt; ``retry_after`` seconds.
        """
        pair = f"{subject}|{source}"
        failures = self._begin(pair, scope)
        wait = self._too_soon(subject, pair, scope)
        if wait and failures > unslowed:
            self._store.give_back(pair, scope)
            message = (
                "Per questo indirizzo arrivano molti tentativi di accesso, che per sicurezza vengono rallentati. "
                "Riprova fra qualche secondo, oppure reimposta la password."
            )
            raise TooManyRequests(message, code="slowed_down", details={"retry_after": wait})
        self._lock_if_last(pair, scope, failures)
        yield
        self._store.clear(pair, scope)
        self.trust(subject, source)

    def trust(self, subject: str, source: str) -> None:
        """The person proved to be behind this source: the ceiling of the address is not theirs."""
        self._store.know(f"{subject}|{source}", until=self._clock.now() + KNOWN_SOURCE)

    def clear(self, subject: str, scope: str, *, source: str) -> None:
        """Forget the failures from this source: the person proved the address in another way."""
        self._store.clear(f"{subject}|{source}", scope)

    def _begin(self, subject: str, scope: str) -> int:
        now = self._clock.now()
        failures = self._store.begin(subject, scope, now=now)
        if failures is not None:
            return failures
        until = self._store.locked_until(subject, scope) or now
        message = (
            "Troppi tentativi: per sicurezza l'accesso è sospeso per qualche minuto. "
            "Attendi, oppure reimposta la password."
        )
        wait = max(1, int((until - now).total_seconds()))
        raise TooManyRequests(message, code="locked_out", details={"retry_after": wait})

    def _lock_if_last(self, subject: str, scope: str, failures: int) -> None:
        lock = lock_after(failures)
        if lock is not None:
            # The last attempt before a lock: the store lets no further one through, and this says for how long.
            self._store.lock(subject, scope, until=self._clock.now() + lock)

    def _too_soon(self, subject: str, pair: str, scope: str) -> int:
        """Seconds to wait because of what other sources do; 0 when this attempt may be made."""
        now = self._clock.now()
        together = self._store.count(subject, f"{scope}_ALL", window=CEILING_WINDOW, now=now)
        spacing = at_most_every(together)
        if spacing is None or self._store.is_known(pair, now=now):
            return 0
        if self._store.count(subject, f"{scope}_EVERY_{int(spacing.total_seconds())}", window=spacing, now=now) == 1:
            return 0
        seconds = spacing.total_seconds()
        return max(1, math.ceil(seconds - now.timestamp() % seconds))


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
