"""Rows of what studios and companies remember of suppliers: one row per owner and supplier.

Each fact is an attribute of its own, so that two approvals at once add to a row without reading it first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.search import normalised
from autofatture.domain.supplier_facts import Fact
from autofatture.domain.supplier_memory import Lesson, Level, Owner, Remembered, SupplierRecord, id_of
from autofatture.domain.timestamps import stamp
from autofatture.supplier_ports import Person

SCHEMA = 1
_FACT = "fact_"
_TENANTS = {Level.STUDIO: "STUDIO", Level.COMPANY: "COMPANY"}


def _tenant(owner: Owner) -> str:
    return f"{_TENANTS[owner.level]}#{owner.owner_id}"


def _fact(value: str, by: Person, at: dt.datetime) -> Row:
    return {"value": value, "by": by.user_id, "name": by.name, "at": stamp(at)}


def _record_of(row: Row, level: Level) -> SupplierRecord:
    """Facts in the order of the enumeration; one that a later version wrote is passed over."""
    facts = [
        Remembered(
            fact=fact,
            value=kept["value"],
            confirmed_by=kept["by"],
            confirmed_by_name=kept["name"],
            confirmed_at=dt.datetime.fromisoformat(kept["at"]),
        )
        for fact in Fact
        if (kept := row.get(_FACT + fact.value)) is not None
    ]
    return SupplierRecord(
        key=row["supplier_key"],
        level=level,
        version=row["version"],
        vat_ids=tuple(sorted(row.get("vat_ids", ()))),
        names=tuple(sorted(row.get("names", ()))),
        facts=tuple(facts),
    )


def _row_of(owner: Owner, record: SupplierRecord) -> Row:
    tenant = _tenant(owner)
    row: Row = {
        **keys.supplier(tenant, record.supplier_id),
        **keys.suppliers_by_name(tenant, normalised(record.name), record.supplier_id),
        "kind": "supplier",
        "schema_version": SCHEMA,
        "supplier_key": record.key,
        "version": record.version,
    }
    for name, values in (("vat_ids", record.vat_ids), ("names", record.names)):
        if values:
            row[name] = set(values)
    for item in record.facts:
        by = Person(item.confirmed_by, item.confirmed_by_name)
        row[_FACT + item.fact.value] = _fact(item.value, by, item.confirmed_at)
    return row


class SuppliersInTable:
    """Implements :class:`autofatture.supplier_ports.SupplierStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def find(self, owners: Sequence[Owner], keys_of_supplier: Sequence[str]) -> list[SupplierRecord]:
        wanted = [(owner, keys.supplier(_tenant(owner), id_of(key))) for owner in owners for key in keys_of_supplier]
        if not wanted:
            return []
        rows = self._table.get_many([key for _, key in wanted])
        return [_record_of(row, owner.level) for (owner, _), row in zip(wanted, rows, strict=True) if row]

    def get(self, owner: Owner, supplier_id: str) -> SupplierRecord | None:
        row = self._table.get(keys.supplier(_tenant(owner), supplier_id))
        return _record_of(row, owner.level) if row else None

    def page(self, owner: Owner, *, limit: int, cursor: str | None) -> tuple[list[SupplierRecord], str | None]:
        rows, following = self._table.query(
            keys.suppliers_by_name(_tenant(owner), "", "")["lookup_pk"],
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
            limit=limit,
            cursor=cursor,
        )
        return [_record_of(row, owner.level) for row in rows], following

    def learning(self, lesson: Lesson, *, by: Person, at: dt.datetime) -> dict[str, Any]:
        tenant, supplier_id = _tenant(lesson.owner), id_of(lesson.key)
        name = lesson.facts.get(Fact.NAME) or next(iter((*lesson.names, *lesson.vat_ids)), "")
        once = {
            **keys.suppliers_by_name(tenant, normalised(name), supplier_id),
            "kind": "supplier",
            "schema_version": SCHEMA,
            "supplier_key": lesson.key,
        }
        facts = {_FACT + fact.value: _fact(value, by, at) for fact, value in lesson.facts.items()}
        if lesson.owner.level is Level.STUDIO:
            once |= facts
            facts = {}
        sets = {name: {*values} for name, values in (("vat_ids", lesson.vat_ids), ("names", lesson.names)) if values}
        names = {f"#{name}": name for name in (*once, *facts, *sets, "version")}
        assigned = [f"#{name} = if_not_exists(#{name}, :{name})" for name in once]
        assigned += [f"#{name} = :{name}" for name in facts]
        added = ["#version :one", *(f"#{name} :{name}" for name in sets)]
        return self._table.updating(
            keys.supplier(tenant, supplier_id),
            update=f"SET {', '.join(assigned)} ADD {', '.join(added)}",
            names=names,
            values={":one": 1, **{f":{name}": value for name, value in {**once, **facts, **sets}.items()}},
        )

    def replacing(self, owner: Owner, before: SupplierRecord, after: SupplierRecord) -> dict[str, Any]:
        action = self._table.putting(_row_of(owner, after))
        action["Put"] |= {
            "ConditionExpression": "#version = :seen",
            "ExpressionAttributeNames": {"#version": "version"},
            "ExpressionAttributeValues": self._table.item({":seen": before.version}),
        }
        return action

    def forgetting(self, owner: Owner, supplier_id: str) -> dict[str, Any]:
        return self._table.deleting(keys.supplier(_tenant(owner), supplier_id), condition="attribute_exists(pk)")
