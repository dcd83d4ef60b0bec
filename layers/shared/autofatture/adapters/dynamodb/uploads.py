"""Rows of files that were sent without naming their company. They go by themselves."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.documents import plain
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.upload import SETTLED, WAITING, Upload, UploadState, last_day_of
from autofatture.stores import TableAction

SCHEMA_VERSION = 1
PAGE = 500


class DynamoUploads:
    """Implements :class:`autofatture.upload_ports.UploadStore` and ``ExpiringUploads``."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def add(self, uploads: Sequence[Upload]) -> None:
        for upload in uploads:
            try:
                self._table.put(_row(upload), only_new=True)
            except ConditionFailed:
                continue

    def get(self, owner: str, upload_id: str) -> Upload | None:
        return _upload(self._table.get(keys.upload(owner, upload_id)))

    def get_many(self, owner: str, upload_ids: Sequence[str]) -> Mapping[str, Upload]:
        rows = self._table.get_many([keys.upload(owner, upload_id) for upload_id in upload_ids])
        return {upload.upload_id: upload for row in rows if (upload := _upload(row)) is not None}

    def listed(
        self, owner: str, *, settled: bool, limit: int, cursor: str | None
    ) -> tuple[Sequence[Upload], str | None]:
        rows, following = self._table.query(
            keys.uploads_of(owner, "", settled=settled)["lookup_pk"],
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
            newest_first=True,
            limit=limit,
            cursor=cursor,
        )
        return [upload for row in rows if (upload := _upload(row)) is not None], following

    def to_assign(self, last_day: dt.date) -> Mapping[str, int]:
        counted: Counter[str] = Counter()
        cursor: str | None = None
        while True:
            rows, cursor = self._table.query(
                keys.uploads_going(last_day, "", "")["phase_pk"],
                index=keys.BY_PHASE,
                pk_name="phase_pk",
                sk_name="phase_since",
                limit=PAGE,
                cursor=cursor,
            )
            counted.update(row["owner"] for row in rows)
            if cursor is None:
                return counted

    def change(self, before: Upload, after: Upload, actions: Sequence[TableAction] = ()) -> None:
        self._table.transact([self.changing(before, after), *actions])

    def changing(self, before: Upload, after: Upload) -> TableAction:
        put = self._table.putting(_row(after))
        put["Put"] |= {
            "ConditionExpression": "#version = :version",
            "ExpressionAttributeNames": {"#version": "version"},
            "ExpressionAttributeValues": self._table.item({":version": before.version}),
        }
        return put


def _row(upload: Upload) -> Row:
    row: Row = {
        **keys.upload(upload.owner, upload.upload_id),
        **plain(upload),
        "schema_version": SCHEMA_VERSION,
        "expires_at": int(upload.expires_at.timestamp()),
    }
    if upload.state in WAITING | SETTLED:
        row |= keys.uploads_of(upload.owner, upload.upload_id, settled=upload.state in SETTLED)
    if upload.state is UploadState.TO_ASSIGN:
        row |= keys.uploads_going(last_day_of(upload.expires_at), upload.owner, upload.upload_id)
    return row


def _upload(row: Row | None) -> Upload | None:
    if row is None:
        return None
    return Upload.model_validate({name: row[name] for name in Upload.model_fields if name in row})
