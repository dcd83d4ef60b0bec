"""Studios of accountants, their members and the people they invite."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field
from stdnum import luhn

from autofatture.domain.access import Role
from autofatture.domain.accounting_software import AccountingSoftware, ExportChoice
from autofatture.domain.errors import BadInput
from autofatture.domain.money import Amount

VAT_DIGITS = 11


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Studio(_Model):
    studio_id: str
    name: str
    vat_number: str
    """Eleven digits. Only its check digit is verified: most accountants are not in VIES."""
    city: str
    contact_email: str
    """For the people it works with; never part of the public list."""
    contact_phone: str | None = None
    about: str = ""
    listed: bool = True
    withdrawn_at: dt.datetime | None = None
    created_at: dt.datetime
    version: int = 1
    wallet_id: str
    """The wallet that pays for the studio: its founder's, so that credits earned before are not stranded."""
    titolare_ids: frozenset[str] = frozenset()
    """Who gets the notices of the studio."""
    four_eyes_amount: Amount | None = None
    """EUR, net: above it, who prepared a document cannot approve it."""
    four_eyes_new_supplier: bool = False
    accounting_software: AccountingSoftware = AccountingSoftware.NESSUNO
    """What the studio works with; a company may name another one."""
    exports: dict[AccountingSoftware, ExportChoice] = Field(default_factory=dict)
    """The form of the exported XML, chosen once for each package."""

    @property
    def in_list(self) -> bool:
        return self.listed and self.withdrawn_at is None


class Member(_Model):
    studio_id: str
    user_id: str
    name: str
    email: str
    role: Role
    all_companies: bool = False
    since: dt.datetime


class InvitationState(StrEnum):
    INVITED = "invited"
    SIGNED_UP = "signed_up"
    LINKED = "linked"


class ClientInvitation(_Model):
    """A client that a studio invited. ``digest`` of the normalised e-mail address keeps it single."""

    studio_id: str
    digest: str
    email: str
    name: str = ""
    state: InvitationState = InvitationState.INVITED
    invited_at: dt.datetime
    user_id: str | None = None
    changed_at: dt.datetime


class MemberInvitation(_Model):
    studio_id: str
    digest: str
    email: str
    role: Role
    invited_by: str
    invited_at: dt.datetime
    valid_until: dt.datetime


def vat_number_of(text: str) -> str:
    """The eleven digits of an Italian VAT number, however it was typed (``IT`` prefix, spaces).

    Only the check digit counts. VIES knows just those who trade inside the EU, which most accountants do not,
    and the digits of the office have had exceptions.

    Raises:
        BadInput: not eleven digits, or the check digit is wrong.
    """
    digits = re.sub(r"[\s.\-]", "", text).upper().removeprefix("IT")
    if len(digits) != VAT_DIGITS or not digits.isdecimal() or not luhn.is_valid(digits) or not int(digits):
        message = "La partita IVA non è valida: controlla le undici cifre. Nulla è stato salvato."
        raise BadInput(message, code="bad_vat_number", details={"field": "vat_number"})
    return digits
