"""*Crediti Autofatture*: an append-only ledger of movements and, per document, one reservation.

The balance of a wallet is the sum of its movements and is never negative. A document costs one credit, once:
it is reserved at *Invia*, captured when FiC's id is known and released otherwise. A correction after a refusal
by SdI, a reversal and a re-creation forced by us are free. Credits do not expire.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

COST = 1
"""Credits for one self-invoice created in FiC."""


class MovementKind(StrEnum):
    WELCOME = "welcome"
    REFERRAL = "referral"
    GRANT = "grant"
    """Given by the operator, with a reason."""
    PURCHASE = "purchase"
    """Paid for; recorded by the operator, with the reference of the payment."""
    RESERVE = "reserve"
    CAPTURE = "capture"
    RELEASE = "release"
    FREE = "free"
    """A document that costs nothing: a correction forced by us."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Movement(_Model):
    """One line of the ledger, never changed after it was written."""

    wallet_id: str
    business_key: str
    """Unique in the wallet: the same event cannot move credits twice."""
    kind: MovementKind
    amount: int
    """Signed: what the movement adds to the balance. A capture adds nothing: its reserve took the credit."""
    at: dt.datetime
    by: str | None = None
    """User id, or ``operator:NAME``."""
    company_id: str | None = None
    company_name: str | None = None
    document_id: str | None = None
    note: str | None = None


class ReservationState(StrEnum):
    RESERVED = "reserved"
    CAPTURED = "captured"
    RELEASED = "released"


class Reservation(_Model):
    """What one document costs and who pays. ``attempt`` counts the reservations of the document."""

    company_id: str
    document_id: str
    state: ReservationState
    wallet_id: str | None = None
    """None when nobody pays because the document is free."""
    cost: int = COST
    attempt: int = 1

    def key(self, kind: MovementKind) -> str:
        """The business key of this reservation's movement of one kind."""
        return f"{kind.value}:{self.company_id}:{self.document_id}:{self.attempt}"


class Usage(_Model):
    """Credits spent for one company in a period."""

    company_id: str
    company_name: str
    created: int
    """Self-invoices created and paid."""
    free: int
    """Self-invoices created that cost nothing."""
    pending: int
    """Reserved, and neither created nor given back yet."""
