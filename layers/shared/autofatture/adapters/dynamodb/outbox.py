"""Rows of notices and of letters that wait to be sent."""

from __future__ import annotations

import datetime as dt

from autofatture.account_ports import Action
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.notices import Letter, Notice
from autofatture.domain.timestamps import stamp

SCHEMA = 1
KEPT = dt.timedelta(days=30)
"""A letter's row, without address and words once it was sent."""
NOTICES_KEPT = dt.timedelta(days=365)


class OutboxInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def adding(self, letter: Letter) -> Action:
        row = {
            **keys.outbox(letter.message_id),
            **keys.outbox_waiting(stamp(letter.created_at)),
            "schema_version": SCHEMA,
            "expires_at": int((letter.created_at + KEPT).timestamp()),
            **letter.model_dump(mode="json", exclude_none=True),
        }
        return self._table.putting(row, only_new=True)

    def claim(self, message_id: str, *, now: dt.datetime, until: dt.datetime) -> Letter | None:
        """The letter, for one sender at a time; None when it was sent already or another one is at it."""
        try:
            row = self._table.update(
                keys.outbox(message_id),
                update="SET claimed_until = :until ADD attempts :one",
                condition="attribute_exists(phase_pk)"
                " AND (attribute_not_exists(claimed_until) OR claimed_until < :now)",
                values={":until": stamp(until), ":now": stamp(now), ":one": 1},
            )
        except ConditionFailed:
            return None
        return Letter.model_validate({name: row[name] for name in Letter.model_fields if name in row})

    def sent(self, message_id: str, at: dt.datetime) -> None:
        self._done(message_id, "sent_at", at)

    def given_up(self, message_id: str, at: dt.datetime) -> None:
        """Stop trying. The row stays, without address and words."""
        self._done(message_id, "given_up_at", at)

    def _done(self, message_id: str, when: str, at: dt.datetime) -> None:
        self._table.update(
            keys.outbox(message_id),
            update=f"SET {when} = :at, #to = :erased, subject = :erased, #text = :erased"
            " REMOVE phase_pk, phase_since, claimed_until",
            names={"#to": "to", "#text": "text"},
            values={":at": stamp(at), ":erased": ""},
        )

    def waiting(self, *, before: dt.datetime, limit: int = 100) -> list[str]:
        """Ids of letters that wait since before then, oldest first."""
        rows, _ = self._table.query(
            keys.OUTBOX,
            index=keys.BY_PHASE,
            pk_name="phase_pk",
            sk_name="phase_since",
            between=("0", stamp(before)),
            limit=limit,
        )
        return [row["message_id"] for row in rows]


class NoticesInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def adding(self, notice: Notice) -> Action:
        row = {
            **keys.notice(notice.user_id, notice.notice_id),
            "schema_version": SCHEMA,
            "expires_at": int((notice.at + NOTICES_KEPT).timestamp()),
            **notice.model_dump(mode="json", exclude_none=True),
        }
        return self._table.putting(row, only_new=True)

    def of_user(self, user_id: str, *, cursor: str | None = None, limit: int = 50) -> tuple[list[Notice], str | None]:
        rows, following = self._table.query(
            f"USER#{user_id}", begins_with="NOTICE#", newest_first=True, limit=limit, cursor=cursor
        )
        return [_notice_of(row) for row in rows], following

    def forget_all(self, user_id: str) -> None:
        """Erase every notice of a person who leaves."""
        for row in self._table.query_all(f"USER#{user_id}", begins_with="NOTICE#"):
            self._table.delete({"pk": row["pk"], "sk": row["sk"]})

    def read(self, user_id: str, notice_id: str, at: dt.datetime) -> bool:
        """Mark it as read; False when the user has no such notice."""
        try:
            self._table.update(
                keys.notice(user_id, notice_id),
                update="SET read_at = if_not_exists(read_at, :at)",
                condition="attribute_exists(pk)",
                values={":at": stamp(at)},
            )
        except ConditionFailed:
            return False
        return True


def _notice_of(row: Row) -> Notice:
    return Notice.model_validate({name: row[name] for name in Notice.model_fields if name in row})
