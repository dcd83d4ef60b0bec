"""Credits as parts of the transactions of others: reserve at *Invia*, capture or release afterwards.

Each method reads what stands in the ledger and returns actions; the caller commits them together with its own
row. The conditions inside the actions decide, so two callers that read the same state cannot both win.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from autofatture.account_ports import Action, Ledger
from autofatture.domain.credits import COST, Movement, MovementKind, Reservation, ReservationState, Usage
from autofatture.domain.errors import ConditionFailed, NotEnoughCredits
from autofatture.domain.linked_company import LinkedCompany
from autofatture.ports import Clock


@dataclass(frozen=True)
class Reserving:
    """Parts of the transaction of *Invia*, and what they will cost."""

    actions: Sequence[Action]
    wallet_id: str | None = None
    cost: int = 0

    def lost(self, failure: ConditionFailed, *, offset: int) -> bool:
        """Whether the transaction failed on one of these actions, which began at ``offset``.

        Another document took the last credit, or the same document was sent twice at once: ask
        :meth:`Credits.reserving` again; it answers with another wallet, with nothing left to do, or raises.
        """
        return any(failure.at(offset + n) for n in range(len(self.actions)))


class Credits:
    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock

    def reserving(self, company: LinkedCompany, document_id: str, *, by: str, free: bool = False) -> Reserving:
        """Actions that take the credit of one document from the first wallet that has one.

        A document that was paid already costs nothing more, so a correction after a refusal by SdI is free;
        ``free`` says the same of a new document that we force, such as a reversal. At most three actions.

        Raises:
            NotEnoughCredits: no wallet of the company has a credit. The draft is untouched.
        """
        state = self._ledger.state(company.company_id, document_id, company.wallets)
        standing = state.reservation
        if standing is not None and standing.state is not ReservationState.RELEASED:
            return Reserving((), standing.wallet_id)
        attempt = standing.attempt + 1 if standing else 1
        if free:
            return self._without_cost(company, document_id, attempt=attempt)
        payer = next((wallet for wallet in company.wallets if state.balances[wallet] >= COST), None)
        if payer is None:
            raise NotEnoughCredits(details={"wallets": len(company.wallets)})
        reservation = Reservation(
            company_id=company.company_id,
            document_id=document_id,
            state=ReservationState.RESERVED,
            wallet_id=payer,
            attempt=attempt,
        )
        movement = self._movement(reservation, MovementKind.RESERVE, -COST, by=by, company_name=company.name)
        return Reserving(self._ledger.reserving(reservation, movement), payer, COST)

    def capturing(self, company: LinkedCompany, document_id: str) -> list[Action]:
        """Actions that make the reservation final. Empty when it was captured already, or never made."""
        return self._closing(company, document_id, MovementKind.CAPTURE)

    def releasing(self, company: LinkedCompany, document_id: str) -> list[Action]:
        """Actions that give the credit back. Empty when there is nothing to give back."""
        return self._closing(company, document_id, MovementKind.RELEASE)

    def gift(
        self,
        wallet_id: str,
        kind: MovementKind,
        amount: int,
        *,
        key: str,
        by: str | None = None,
        note: str | None = None,
    ) -> Movement:
        """A movement that adds credits, for :meth:`adding`."""
        return Movement(
            wallet_id=wallet_id, business_key=key, kind=kind, amount=amount, at=self._clock.now(), by=by, note=note
        )

    def adding(self, movements: Sequence[Movement]) -> list[Action]:
        """Actions that add credits, once per key. The first ones record, and refuse a repetition."""
        return self._ledger.adding(movements) if movements else []

    def usage(self, wallet_id: str, first: dt.datetime, last: dt.datetime) -> list[Usage]:
        """What was spent per company from ``first`` (included) to ``last`` (excluded), most spent first."""
        counted: dict[str, dict[str, int]] = {}
        names: dict[str, str] = {}
        columns = {MovementKind.CAPTURE: ("created", 1), MovementKind.FREE: ("free", 1)}
        for movement in self._ledger.movements_between(wallet_id, first, last):
            if movement.company_id is None:
                continue
            names[movement.company_id] = movement.company_name or ""
            line = counted.setdefault(movement.company_id, {"created": 0, "free": 0, "pending": 0})
            if movement.kind in columns:
                column, step = columns[movement.kind]
                line[column] += step
            line["pending"] += {MovementKind.RESERVE: 1}.get(movement.kind, 0)
            line["pending"] -= {MovementKind.CAPTURE: 1, MovementKind.RELEASE: 1}.get(movement.kind, 0)
        found = [
            Usage(company_id=c, company_name=names[c], **(line | {"pending": max(0, line["pending"])}))
            for c, line in counted.items()
        ]
        return sorted(found, key=lambda usage: (-usage.created, usage.company_name))

    def _without_cost(self, company: LinkedCompany, document_id: str, *, attempt: int) -> Reserving:
        wallet = company.wallets[0] if company.wallets else None
        reservation = Reservation(
            company_id=company.company_id,
            document_id=document_id,
            state=ReservationState.RESERVED,
            wallet_id=wallet,
            cost=0,
            attempt=attempt,
        )
        return Reserving(self._ledger.reserving(reservation, None), wallet, 0)

    def _closing(self, company: LinkedCompany, document_id: str, kind: MovementKind) -> list[Action]:
        standing = self._ledger.state(company.company_id, document_id, ()).reservation
        if standing is None or standing.state is not ReservationState.RESERVED:
            return []
        captured = kind is MovementKind.CAPTURE
        closed = standing.model_copy(
            update={"state": ReservationState.CAPTURED if captured else ReservationState.RELEASED}
        )
        if standing.wallet_id is None or (standing.cost == 0 and not captured):
            return self._ledger.closing(closed, None)
        written = MovementKind.FREE if standing.cost == 0 else kind
        amount = 0 if captured else standing.cost
        movement = self._movement(closed, written, amount, by=None, company_name=company.name)
        return self._ledger.closing(closed, movement)

    def _movement(
        self, reservation: Reservation, kind: MovementKind, amount: int, *, by: str | None, company_name: str
    ) -> Movement:
        return Movement(
            wallet_id=reservation.wallet_id or "",
            business_key=reservation.key(kind),
            kind=kind,
            amount=amount,
            at=self._clock.now(),
            by=by,
            company_id=reservation.company_id,
            company_name=company_name,
            document_id=reservation.document_id,
        )
