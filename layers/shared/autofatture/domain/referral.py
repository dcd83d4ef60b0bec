"""Who is rewarded for bringing whom: both, once per person brought, and never oneself."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from autofatture.domain.timestamps import new_id

CHAIN = 50
"""How far back a chain of referrals is remembered."""


class ReferralOutcome(StrEnum):
    GRANTED = "granted"
    UNKNOWN_CODE = "unknown_code"
    SELF = "self"
    CIRCULAR = "circular"
    REPEATED = "repeated"


REASONS: dict[ReferralOutcome, str] = {
    ReferralOutcome.GRANTED: "Il codice referral è valido: i crediti bonus sono stati accreditati a entrambi.",
    ReferralOutcome.UNKNOWN_CODE: "Il codice referral non esiste: nessun credito bonus.",
    ReferralOutcome.SELF: "Il codice referral è il tuo: non puoi invitare te stesso, nessun credito bonus.",
    ReferralOutcome.CIRCULAR: "Chi ti ha dato il codice si era iscritto con il tuo: nessun credito bonus.",
    ReferralOutcome.REPEATED: "Questo indirizzo si era già iscritto: i crediti bonus si danno una volta sola.",
}


class Referral(BaseModel):
    """What one sign-up with a code gave to its owner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    owner_id: str
    referred_id: str
    referred_name: str
    at: dt.datetime
    outcome: ReferralOutcome
    credits: int
    """To each of the two."""


def new_code() -> str:
    """Eight characters that can be read out on the phone."""
    return new_id(8).upper()


def normal_code(text: str | None) -> str | None:
    code = (text or "").strip().upper()
    return code or None


def outcome_of(
    *, owner_id: str | None, owner_chain: tuple[str, ...], newcomer_id: str, earlier_id: str | None
) -> ReferralOutcome:
    """What a sign-up with a code gives.

    ``owner_id`` is None when nobody has the code. ``earlier_id`` is the account that the newcomer's address
    belonged to before: it was deleted, or its owner has moved to another address.
    """
    if owner_id is None:
        return ReferralOutcome.UNKNOWN_CODE
    if owner_id in {newcomer_id, earlier_id}:
        return ReferralOutcome.SELF
    if earlier_id is not None and earlier_id in owner_chain:
        return ReferralOutcome.CIRCULAR
    return ReferralOutcome.REPEATED if earlier_id is not None else ReferralOutcome.GRANTED
