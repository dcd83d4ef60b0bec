"""Documents of a company: the row, its draft, its reading and its timeline.

The row carries the attributes of every index. Writes name the version they saw; of a changed row only the
attributes that differ are written, so the two that move without a version (``sdi_due_at``,
``sdi_checked_at``) are never set back by somebody who read the row earlier.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol

from pydantic import BaseModel, TypeAdapter

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.document import OPEN_PHASES, STILL_TO_SEND, Document, Phase, Status, TimelineEntry
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.errors import ActionFailed, ConditionFailed, NotFound, StaleDocument
from autofatture.domain.money import as_text
from autofatture.domain.reading import Reading
from autofatture.stores import Change, Hop, Message, Page, Stored, TableAction

SCHEMA_VERSION = 1
READING_LIMIT = 300_000
"""Bytes of a compressed reading; a row may have 400 kB. Lines of the invoice are dropped beyond it."""

_ABANDONED = dt.timedelta(days=7)
_TIMELINE = TypeAdapter(tuple[TimelineEntry, ...])


def plain(value: Any) -> Any:
    """The form of a domain value in a row: text, whole numbers, lists and maps; timestamps of fixed width."""
    if isinstance(value, BaseModel):
        return plain(dict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return keys.stamp(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return as_text(value) if isinstance(value, Decimal) else value


def document_row(document: Document) -> Row:
    """The whole row of a document with its index attributes."""
    row: Row = {
        **keys.document(document.company_id, document.document_id),
        **plain(document),
        "schema_version": SCHEMA_VERSION,
        "company_status_pk": keys.by_status(document.company_id, document.status),
        "sort_at": f"{keys.stamp(document.created_at)}#{document.document_id}",
    }
    if document.vat_period:
        day = document.fic.date if document.fic else document.invoice_date
        row["period_pk"] = keys.by_period(document.company_id, document.vat_period)
        row["period_sk"] = f"{day or '9999-12-31'}#{document.document_id}"
    if document.studio_id:
        row |= _studio_stamp(document, document.studio_id)
    if document.phase in OPEN_PHASES:
        row["phase_pk"] = keys.by_phase(document.phase, keys.shard_of(document.document_id, keys.PHASE_SHARDS))
    if document.sdi_due_at:
        row["sdi_pk"] = keys.by_sdi_due(keys.shard_of(document.company_id, keys.SDI_SHARDS))
    if document.phase is Phase.UPLOAD:
        # No file has arrived: the row goes by itself, a week after its form expired.
        row["expires_at"] = int((document.created_at + _ABANDONED).timestamp())
    if document.fic:
        row["lookup_pk"] = keys.by_fic_id(document.company_id, document.fic.fic_id)
        row["lookup_sk"] = document.document_id
    return row


def _studio_stamp(document: Document, studio_id: str) -> Row:
    return {
        "studio_id": studio_id,
        "studio_pk": keys.by_studio(studio_id, document.status),
        "studio_sk": f"{document.deadline or '9999-12-31'}#{document.document_id}",
    }


def document_of(row: Row) -> Document:
    return Document.model_validate({name: row[name] for name in Document.model_fields if name in row})


def _draft_row(document: Document, draft: Draft | None, assessment: Assessment | None) -> Row:
    return {
        **keys.draft(document.company_id, document.document_id),
        "schema_version": SCHEMA_VERSION,
        "draft": draft and draft.model_dump_json(exclude_none=True),
        "assessment": assessment and assessment.model_dump_json(exclude_none=True),
    }


def _packed(reading: Reading) -> bytes:
    packed = zlib.compress(reading.model_dump_json(exclude_none=True).encode())
    if len(packed) <= READING_LIMIT:
        return packed
    return zlib.compress(reading.model_copy(update={"lines": ()}).model_dump_json(exclude_none=True).encode())


class Counters(Protocol):
    """The counters of a company, kept in the same transaction as the row that moves."""

    def counting(
        self,
        company_id: str,
        *,
        before: tuple[Status, dt.date | None] | None,
        after: tuple[Status, dt.date | None] | None,
    ) -> TableAction | None: ...


def _counted(document: Document) -> tuple[Status, dt.date | None] | None:
    """Nothing while no file has arrived: such a row goes by itself."""
    if document.phase is Phase.UPLOAD:
        return None
    return document.status, document.deadline if document.status in STILL_TO_SEND else None


class DynamoDocuments:
    """Implements :class:`autofatture.stores.DocumentStore`."""

    def __init__(self, table: Table, counters: Counters) -> None:
        self._table = table
        self._counters = counters

    # ------------------------------------------------------------------------- one document

    def adding(
        self,
        document: Document,
        *,
        timeline: TimelineEntry,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
    ) -> list[TableAction]:
        actions: list[TableAction] = [
            self._table.putting(document_row(document), only_new=True),
            self._table.putting(
                {
                    **keys.timeline(document.company_id, document.document_id),
                    "entries": [plain(timeline)],
                    "expires_at": document_row(document).get("expires_at"),
                },
                only_new=True,
            ),
        ]
        if draft is not None:
            actions.append(self._table.putting(_draft_row(document, draft, assessment), only_new=True))
        counted = self._counters.counting(document.company_id, before=None, after=_counted(document))
        return [*actions, counted] if counted else actions

    def add(
        self,
        document: Document,
        *,
        timeline: TimelineEntry,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
        messages: Sequence[Message] = (),
        actions: Sequence[TableAction] = (),
    ) -> None:
        self._table.transact(
            [
                *self.adding(document, timeline=timeline, draft=draft, assessment=assessment),
                *(self._table.putting(message_row(message)) for message in messages),
                *actions,
            ]
        )

    def get(self, company_id: str, document_id: str) -> Document | None:
        row = self._table.get(keys.document(company_id, document_id))
        return document_of(row) if row else None

    def load(self, company_id: str, document_id: str) -> Stored | None:
        return stored_of(self._table.get_many(stored_keys(company_id, document_id)))

    def write(self, change: Change) -> Document:
        key, expression = self._update(change)
        beside = [*self._beside(change), *change.actions]
        try:
            if beside:
                self._table.transact([self._table.updating(key, **expression), *beside])
            else:
                self._table.update(key, **expression)
        except ConditionFailed as failed:
            if failed.reasons and failed.reasons[0] != "ConditionalCheckFailed":
                raise ActionFailed(details={"reasons": list(failed.reasons)}) from failed
            raise self._stale(change.before) from failed
        return change.after

    def record(self, actions: Sequence[TableAction]) -> None:
        self._table.transact(actions)

    def _stale(self, document: Document) -> StaleDocument | NotFound:
        current = self.get(document.company_id, document.document_id)
        return StaleDocument(details={"version": current.version}) if current else NotFound()

    def _update(self, change: Change) -> tuple[keys.Key, dict[str, Any]]:
        before, after = document_row(change.before), document_row(change.after)
        names, values = {"#version": "version"}, {":seen": change.before.version}
        sets: list[str] = []
        removes: list[str] = []
        for number, name in enumerate(sorted(before.keys() | after.keys())):
            if before.get(name) == after.get(name):
                continue
            names[f"#n{number}"] = name
            if name in after:
                values[f":v{number}"] = after[name]
                sets.append(f"#n{number} = :v{number}")
            else:
                removes.append(f"#n{number}")
        update = "SET " + ", ".join(sets) + (" REMOVE " + ", ".join(removes) if removes else "")
        key = keys.document(change.after.company_id, change.after.document_id)
        return key, {"update": update, "condition": "#version = :seen", "names": names, "values": values}

    def _beside(self, change: Change) -> list[TableAction]:
        company_id, document_id = change.after.company_id, change.after.document_id
        actions: list[TableAction] = []
        if change.timeline:
            actions.append(
                self._table.updating(
                    keys.timeline(company_id, document_id),
                    update="SET #entries = list_append(if_not_exists(#entries, :none), :new) REMOVE expires_at",
                    names={"#entries": "entries"},
                    values={":none": [], ":new": [plain(change.timeline)]},
                )
            )
        if change.draft is not None or change.assessment is not None:
            actions.append(self._draft_update(change))
        if change.reading is not None:
            row = {**keys.reading(company_id, document_id), "reading": _packed(change.reading)}
            actions.append(self._table.putting({**row, "schema_version": SCHEMA_VERSION}))
        actions += [self._table.putting(message_row(message)) for message in change.messages]
        counted = self._counters.counting(company_id, before=_counted(change.before), after=_counted(change.after))
        return [*actions, counted] if counted else actions

    def _draft_update(self, change: Change) -> TableAction:
        row = _draft_row(change.after, change.draft, change.assessment)
        fields = {name: row[name] for name in ("draft", "assessment", "schema_version") if row[name] is not None}
        return self._table.updating(
            keys.draft(change.after.company_id, change.after.document_id),
            update="SET " + ", ".join(f"#{name} = :{name}" for name in fields),
            names={f"#{name}": name for name in fields},
            values={f":{name}": value for name, value in fields.items()},
        )

    # ------------------------------------------------------------------------- lists

    def of_company(
        self,
        company_id: str,
        *,
        status: Status | None = None,
        vat_period: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page:
        if vat_period is not None:
            pk, how = keys.by_period(company_id, vat_period), _index("by_period", "period_pk", "period_sk")
        elif status is not None:
            pk, how = keys.by_status(company_id, status), _index("by_status", "company_status_pk", "sort_at")
        else:
            pk, how = keys.company(company_id)["pk"], {"begins_with": "DOCUMENT#"}
        rows, next_cursor = self._table.query(pk, newest_first=True, limit=limit, cursor=cursor, **how)
        found = [document_of(row) for row in rows]
        return Page([item for item in found if status is None or item.status is status], next_cursor)

    def of_studio(self, studio_id: str, *, status: Status, limit: int = 50, cursor: str | None = None) -> Page:
        rows, next_cursor = self._table.query(
            keys.by_studio(studio_id, status),
            limit=limit,
            cursor=cursor,
            **_index("by_studio", "studio_pk", "studio_sk"),
        )
        return Page([document_of(row) for row in rows], next_cursor)

    def in_phase(self, phase: Phase, *, before: dt.datetime, at_most: int) -> list[Document]:
        rows: list[Row] = []
        for shard in range(keys.PHASE_SHARDS):
            rows += self._table.query_all(
                keys.by_phase(phase, shard),
                at_most=at_most,
                between=("0", keys.stamp(before)),
                **_index("by_phase", "phase_pk", "phase_since"),
            )
        return sorted((document_of(row) for row in rows), key=lambda document: document.phase_since)[:at_most]

    def oldest_in(self, phase: Phase) -> dt.datetime | None:
        oldest = [
            row["phase_since"]
            for shard in range(keys.PHASE_SHARDS)
            for row in self._table.query(
                keys.by_phase(phase, shard), limit=1, **_index("by_phase", "phase_pk", "phase_since")
            )[0]
        ]
        return dt.datetime.fromisoformat(min(oldest)) if oldest else None

    def due_for_sdi(self, shard: int, *, now: dt.datetime, at_most: int) -> list[Document]:
        rows = self._table.query_all(
            keys.by_sdi_due(shard),
            at_most=at_most,
            between=("0", keys.stamp(now)),
            **_index("by_sdi_due", "sdi_pk", "sdi_due_at"),
        )
        return [document_of(row) for row in rows]

    def by_fic_id(self, company_id: str, fic_id: int) -> Document | None:
        rows, _ = self._table.query(
            keys.by_fic_id(company_id, fic_id), limit=1, **_index("by_lookup", "lookup_pk", "lookup_sk")
        )
        return document_of(rows[0]) if rows else None

    # ------------------------------------------------------------------------- single attributes

    def set_sdi_due(
        self, company_id: str, document_id: str, *, due_at: dt.datetime, checked_at: dt.datetime | None = None
    ) -> bool:
        checked = {":checked": keys.stamp(checked_at)} if checked_at else {}
        try:
            self._table.update(
                keys.document(company_id, document_id),
                update="SET sdi_due_at = :due" + (", sdi_checked_at = :checked" if checked else ""),
                condition="attribute_exists(sdi_pk)",
                values={":due": keys.stamp(due_at), **checked},
            )
        except ConditionFailed:
            return False
        return True

    def stamp_studio(self, document: Document, studio_id: str | None) -> Document:
        after = document.model_copy(update={"studio_id": studio_id, "version": document.version + 1})
        return self.write(Change(before=document, after=after))


def _index(name: str, pk_name: str, sk_name: str) -> dict[str, Any]:
    return {"index": name, "pk_name": pk_name, "sk_name": sk_name}


def stored_keys(company_id: str, document_id: str) -> list[keys.Key]:
    """The rows of one document, in the order that :func:`stored_of` expects."""
    return [
        keys.document(company_id, document_id),
        keys.draft(company_id, document_id),
        keys.reading(company_id, document_id),
        keys.timeline(company_id, document_id),
    ]


def stored_of(rows: Sequence[Row | None]) -> Stored | None:
    """A document from the rows of :func:`stored_keys`, read in one call with those of the session."""
    row, draft, reading, timeline = rows
    if row is None:
        return None
    draft, reading, timeline = draft or {}, reading or {}, timeline or {}
    packed = reading.get("reading")
    return Stored(
        document=document_of(row),
        draft=Draft.model_validate_json(draft["draft"]) if "draft" in draft else None,
        assessment=Assessment.model_validate_json(draft["assessment"]) if "assessment" in draft else None,
        reading=Reading.model_validate_json(zlib.decompress(bytes(packed))) if packed is not None else None,
        timeline=_TIMELINE.validate_python(timeline.get("entries", [])),
    )


def message_row(message: Message) -> Row:
    """An entry of the outbox. It expires by itself long after the sweeper has seen it."""
    return {
        **keys.workflow_outbox(message.message_id),
        "hop": message.hop.value,
        "body": message.body,
        "at": keys.stamp(message.at),
        "expires_at": int(message.at.timestamp()) + 30 * 86400,
    }


def message_of(row: Row) -> Message:
    return Message(message_id=row["sk"], hop=Hop(row["hop"]), body=row["body"], at=dt.datetime.fromisoformat(row["at"]))
