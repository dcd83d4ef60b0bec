"""Rows of the audit trail and of its seals. Nothing here updates or deletes an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from autofatture.account_ports import Action
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.audit import AuditEntry, Seal, hour_of

SCHEMA = 1


def _entry_of(row: Row) -> AuditEntry:
    return AuditEntry.model_validate({name: row[name] for name in AuditEntry.model_fields if name in row})


def _seal_of(row: Row) -> Seal:
    return Seal.model_validate({name: row[name] for name in Seal.model_fields if name in row})


class AuditInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def adding(self, entry: AuditEntry) -> Action:
        row = {
            **keys.audit(entry.tenant, entry.entry_id),
            **keys.audit_by_hour(entry.hour, entry.entry_id),
            "schema_version": SCHEMA,
            **entry.model_dump(mode="json", exclude_none=True),
        }
        if entry.document_id:
            row |= keys.audit_of_document(entry.tenant.removeprefix("COMPANY#"), entry.document_id, entry.entry_id)
        return self._table.putting(row, only_new=True)

    def of_tenant(
        self, tenant: str, *, cursor: str | None = None, limit: int = 50
    ) -> tuple[list[AuditEntry], str | None]:
        rows, following = self._table.query(
            f"AUDIT#{tenant}", begins_with="ENTRY#", newest_first=True, limit=limit, cursor=cursor
        )
        return [_entry_of(row) for row in rows], following

    def of_document(self, company_id: str, document_id: str) -> list[AuditEntry]:
        rows = self._table.query_all(
            keys.audit_of_document(company_id, document_id, "")["lookup_pk"],
            at_most=1000,
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
        )
        return [_entry_of(row) for row in rows]

    def of_hour(self, hour: str) -> list[AuditEntry]:
        rows = self._table.query_all(
            keys.audit_by_hour(hour, "")["phase_pk"],
            at_most=200_000,
            index=keys.BY_PHASE,
            pk_name="phase_pk",
            sk_name="phase_since",
        )
        return [_entry_of(row) for row in rows]

    def heads(self, tenants: Sequence[str]) -> dict[str, Seal]:
        """The last seal of each chain; at most 100 tenants."""
        rows = self._table.get_many([keys.audit_head(tenant) for tenant in tenants])
        return {row["tenant"]: _seal_of(row) for row in rows if row is not None}

    def sealing(self, seal: Seal) -> list[Action]:
        """Write a seal and move the head of its chain, if the chain still ends where the seal begins."""
        row = {"schema_version": SCHEMA, **seal.model_dump(mode="json", exclude_none=True)}
        head = self._table.putting({**keys.audit_head(seal.tenant), **row})
        if seal.previous_hour is None:
            head["Put"]["ConditionExpression"] = "attribute_not_exists(pk)"
        else:
            head["Put"] |= {
                "ConditionExpression": "digest = :previous",
                "ExpressionAttributeValues": self._table.item({":previous": seal.previous}),
            }
        return [self._table.putting({**keys.audit_seal(seal.tenant, seal.hour), **row}, only_new=True), head]

    def chain(self, tenant: str) -> tuple[list[Seal], list[AuditEntry]]:
        """Everything about a tenant, to verify its chain. Not for request paths."""
        seals = self._table.query_all(f"AUDIT#{tenant}", begins_with="SEAL#", at_most=200_000)
        entries = self._table.query_all(f"AUDIT#{tenant}", begins_with="ENTRY#", at_most=1_000_000)
        return [_seal_of(row) for row in seals], [_entry_of(row) for row in entries]

    def next_hour(self) -> dt.datetime | None:
        """The first hour that is not sealed yet; None before the first run."""
        row = self._table.get(keys.AUDIT_CURSOR)
        return dt.datetime.strptime(row["hour"], "%Y-%m-%dT%H").replace(tzinfo=dt.UTC) if row else None

    def move_on(self, hour: dt.datetime) -> None:
        self._table.put({**keys.AUDIT_CURSOR, "schema_version": SCHEMA, "hour": hour_of(hour)})
