"""The ledger in the table: wallets, movements, reservations.

The balance stands in a row of its own and moves only together with the movement that explains it; the
condition ``balance >= cost`` is part of the same transaction. A movement's row key is its business key.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from autofatture.account_ports import Action, LedgerState
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.credits import Movement, Reservation, ReservationState
from autofatture.domain.timestamps import stamp

SCHEMA = 1


def _movement_of(row: Row) -> Movement:
    return Movement.model_validate({name: row[name] for name in Movement.model_fields if name in row})


def _reservation_of(row: Row | None) -> Reservation | None:
    if row is None:
        return None
    return Reservation.model_validate({name: row[name] for name in Reservation.model_fields if name in row})


class LedgerInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def state(self, company_id: str, document_id: str, wallet_ids: Sequence[str]) -> LedgerState:
        wanted = [keys.reservation(company_id, document_id), *(keys.wallet(w) for w in wallet_ids)]
        reservation, *wallets = self._table.get_many(wanted)
        return LedgerState(_reservation_of(reservation), _balances(wallet_ids, wallets))

    def balances(self, wallet_ids: Sequence[str]) -> dict[str, int]:
        return _balances(wallet_ids, self._table.get_many([keys.wallet(w) for w in wallet_ids]))

    def adding(self, movements: Sequence[Movement]) -> list[Action]:
        sums: dict[str, int] = {}
        for movement in movements:
            sums[movement.wallet_id] = sums.get(movement.wallet_id, 0) + movement.amount
        # A transaction may touch a row once, so movements of one wallet share the change of its balance.
        balances = [self._balance_by(wallet_id, amount) for wallet_id, amount in sums.items()]
        return [*(self._recording(movement) for movement in movements), *balances]

    def reserving(self, reservation: Reservation, movement: Movement | None) -> list[Action]:
        moves = [self._moving(movement), self._recording(movement)] if movement else []
        return [*moves, self._writing(reservation, after=ReservationState.RELEASED)]

    def closing(self, reservation: Reservation, movement: Movement | None) -> list[Action]:
        moves: list[Action] = []
        if movement is not None:
            moves = [self._recording(movement)]
            moves += [self._moving(movement)] if movement.amount else []
        return [*moves, self._writing(reservation, after=ReservationState.RESERVED)]

    def movements(
        self, wallet_id: str, *, cursor: str | None = None, limit: int = 50
    ) -> tuple[list[Movement], str | None]:
        rows, following = self._table.query(
            f"WALLET#{wallet_id}#MOVEMENTS",
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
            newest_first=True,
            limit=limit,
            cursor=cursor,
        )
        return [_movement_of(row) for row in rows], following

    def movements_between(self, wallet_id: str, first: dt.datetime, last: dt.datetime) -> list[Movement]:
        rows = self._table.query_all(
            f"WALLET#{wallet_id}#MOVEMENTS",
            at_most=50_000,
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
            between=(stamp(first), stamp(last)),
        )
        return [_movement_of(row) for row in rows]

    def _moving(self, movement: Movement) -> Action:
        return self._balance_by(movement.wallet_id, movement.amount)

    def _balance_by(self, wallet_id: str, amount: int) -> Action:
        """The balance by an amount; the condition keeps it from falling below zero."""
        values = {":amount": amount, ":schema": SCHEMA, ":kind": "wallet", ":wallet": wallet_id}
        condition = None
        if amount < 0:
            values[":cost"], condition = -amount, "balance >= :cost"
        return self._table.updating(
            keys.wallet(wallet_id),
            update="ADD balance :amount SET schema_version = :schema, kind = :kind, wallet_id = :wallet",
            condition=condition,
            values=values,
        )

    def _recording(self, movement: Movement) -> Action:
        row = {
            **keys.movement(movement.wallet_id, movement.business_key),
            **keys.movements_by_time(movement.wallet_id, stamp(movement.at), movement.business_key),
            "schema_version": SCHEMA,
            **movement.model_dump(mode="json", exclude_none=True),
        }
        return self._table.putting(row, only_new=True)

    def _writing(self, reservation: Reservation, *, after: ReservationState) -> Action:
        """The reservation's row, if the one that stands there is in the state that this one follows."""
        row = {
            **keys.reservation(reservation.company_id, reservation.document_id),
            "schema_version": SCHEMA,
            **reservation.model_dump(mode="json", exclude_none=True),
        }
        put = self._table.putting(row)
        attempt = reservation.attempt if after is ReservationState.RESERVED else reservation.attempt - 1
        condition = "#state = :after AND attempt = :attempt"
        if after is ReservationState.RELEASED:
            condition = f"attribute_not_exists(pk) OR ({condition})"
        put["Put"] |= {
            "ConditionExpression": condition,
            "ExpressionAttributeNames": {"#state": "state"},
            "ExpressionAttributeValues": self._table.item({":after": after.value, ":attempt": attempt}),
        }
        return put


def _balances(wallet_ids: Sequence[str], rows: Sequence[Row | None]) -> dict[str, int]:
    found = zip(wallet_ids, rows, strict=True)
    return {wallet_id: int(row["balance"]) if row else 0 for wallet_id, row in found}
