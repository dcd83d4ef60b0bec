"""A creating call that is repeated with the same ``Idempotency-Key`` is done once and answered alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from autofatture.account_ports import IdempotencyStore
from autofatture.ports import Clock
from autofatture.services.access import AccessReader, Identity

M = TypeVar("M", bound=BaseModel)


class Idempotency:
    def __init__(self, access: AccessReader, store: IdempotencyStore, clock: Clock) -> None:
        self._access = access
        self._store = store
        self._clock = clock

    def once(
        self,
        claims: Identity,
        key: str | None,
        *,
        operation: str,
        request: BaseModel,
        answer: type[M],
        work: Callable[[], M],
    ) -> M:
        """``work()``, or the answer it gave to the same request before. Without a key it is simply done.

        A failure is not kept: the client may try again with the same key.

        Raises:
            NotSignedIn: the session has ended; a kept answer is not for it either.
            Conflict: the same request is under way, or the key belongs to another one.
        """
        if key is None:
            return work()
        user_id = self._access.signed_in(claims).user.user_id
        text = f"{operation}|{request.model_dump_json()}"
        fingerprint = hashlib.sha256(text.encode()).hexdigest()
        given = self._store.begin(user_id, key, fingerprint=fingerprint, now=self._clock.now())
        if given is not None:
            return answer.model_validate_json(given)
        try:
            done = work()
        except BaseException:
            self._store.forget(user_id, key)
            raise
        self._store.finish(user_id, key, done.model_dump_json())
        return done
