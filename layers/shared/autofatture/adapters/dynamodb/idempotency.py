"""Answers of creating calls that a client may repeat: the same key gives the same answer, once done."""

from __future__ import annotations

import datetime as dt

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.errors import ConditionFailed, Conflict

SCHEMA = 1
KEPT = dt.timedelta(hours=24)
UNDER_WAY = "La stessa richiesta è già in corso: attendi la sua risposta. Nulla è stato fatto due volte."
REUSED = "Questa chiave di idempotenza è già stata usata per un'altra richiesta. Nulla è stato fatto."


class IdempotencyInTable:
    """Implements :class:`autofatture.account_ports.IdempotencyStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def begin(self, user_id: str, key: str, *, fingerprint: str, now: dt.datetime) -> str | None:
        row = {
            **keys.idempotency(user_id, key),
            "schema_version": SCHEMA,
            "fingerprint": fingerprint,
            "expires_at": int((now + KEPT).timestamp()),
        }
        try:
            self._table.put(row, only_new=True)
        except ConditionFailed:
            standing = self._table.get(keys.idempotency(user_id, key))
        else:
            return None
        if standing is not None and standing["fingerprint"] != fingerprint:
            raise Conflict(REUSED, code="idempotency_key_reused")
        if standing is None or "answer" not in standing:
            raise Conflict(UNDER_WAY, code="under_way")
        return str(standing["answer"])

    def finish(self, user_id: str, key: str, answer: str) -> None:
        self._table.update(keys.idempotency(user_id, key), update="SET answer = :answer", values={":answer": answer})

    def forget(self, user_id: str, key: str) -> None:
        self._table.delete(keys.idempotency(user_id, key))
