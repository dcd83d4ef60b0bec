"""Rows of FiC connections, and the lease that lets one caller refresh."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from autofatture.account_ports import Action
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.connections import Connection
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.linked_company import LinkState
from autofatture.domain.timestamps import moment, stamp

SCHEMA = 1
_MOMENTS = ("access_expires", "lease_until", "created_at", "linked_at")


def _connection_of(row: Row | None) -> Connection | None:
    if row is None:
        return None
    kept = {name: row[name] for name in Connection.model_fields if name in row}
    return Connection.model_validate(kept | {name: moment(row[name]) for name in _MOMENTS if name in row})


def _row_of(connection: Connection) -> Row:
    row = connection.model_dump(mode="json", exclude_none=True)
    row.pop("closed_to")
    if connection.closed_to:
        row["closed_to"] = set(connection.closed_to)
    times = {name: stamp(value) for name in _MOMENTS if (value := getattr(connection, name)) is not None}
    return {**keys.connection(connection.connection_id), "kind": "connection", "schema_version": SCHEMA, **row, **times}


class ConnectionsInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, connection_id: str) -> Connection | None:
        return _connection_of(self._table.get(keys.connection(connection_id)))

    def get_many(self, connection_ids: Sequence[str]) -> list[Connection]:
        rows = self._table.get_many([keys.connection(connection_id) for connection_id in connection_ids])
        return [c for row in rows if (c := _connection_of(row)) is not None]

    def put(self, connection: Connection) -> None:
        self._table.put(_row_of(connection))

    def take_lease(self, connection: Connection, *, owner: str, until: dt.datetime, now: dt.datetime) -> bool:
        return self._tried(
            connection,
            update="SET lease_owner = :owner, lease_until = :until",
            condition="#generation = :generation AND #state = :linked"
            " AND (attribute_not_exists(lease_until) OR lease_until <= :now)",
            values={
                ":owner": owner,
                ":until": stamp(until),
                ":now": stamp(now),
                ":generation": connection.generation,
                ":linked": LinkState.COLLEGATA.value,
            },
        )

    def release_lease(self, connection: Connection, *, owner: str) -> None:
        self._tried(
            connection,
            update="REMOVE lease_owner, lease_until",
            condition="#generation = :generation AND lease_owner = :owner AND #state <> :none",
            values={":generation": connection.generation, ":owner": owner, ":none": ""},
        )

    def store_refreshed(self, connection: Connection, *, owner: str) -> bool:
        return self._tried(
            connection,
            update="SET access = :access, refresh = :refresh, access_expires = :expires, #generation = :next"
            " REMOVE lease_owner, lease_until",
            condition="#generation = :generation AND lease_owner = :owner AND #state = :linked",
            values={
                ":access": connection.access,
                ":refresh": connection.refresh,
                ":expires": stamp(connection.access_expires),
                ":generation": connection.generation,
                ":next": connection.generation + 1,
                ":owner": owner,
                ":linked": LinkState.COLLEGATA.value,
            },
        )

    def end(self, connection: Connection, *, state: LinkState) -> bool:
        return self._tried(
            connection,
            update="SET #state = :state, access = :erased, refresh = :erased REMOVE lease_owner, lease_until",
            condition="#generation = :generation",
            values={":state": state.value, ":erased": "", ":generation": connection.generation},
        )

    def closing_to(self, connection_id: str, studio_id: str) -> Action:
        return self._table.updating(
            keys.connection(connection_id),
            update="ADD closed_to :studio",
            condition="attribute_exists(pk)",
            values={":studio": {studio_id}},
        )

    def _tried(self, connection: Connection, *, update: str, condition: str, values: dict[str, object]) -> bool:
        try:
            self._table.update(
                keys.connection(connection.connection_id),
                update=update,
                condition=condition,
                names={"#state": "state", "#generation": "generation"},
                values=values,
            )
        except ConditionFailed:
            return False
        return True
