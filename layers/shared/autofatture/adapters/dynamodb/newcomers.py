"""Rows of people who are signing up, of addresses, and of referrals."""

from __future__ import annotations

import datetime as dt

from autofatture.account_ports import Action, EmailChange
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.referral import Referral
from autofatture.studio_ports import PendingSignUp

SCHEMA = 1
UNCONFIRMED_KEPT = dt.timedelta(days=30)


class NewcomersInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def keep(self, pending: PendingSignUp, *, now: dt.datetime) -> None:
        row = pending.model_dump(mode="json", exclude_none=True)
        expires = int((now + UNCONFIRMED_KEPT).timestamp())
        self._table.put({**keys.sign_up(pending.user_id), "schema_version": SCHEMA, "expires_at": expires, **row})

    def find(self, user_id: str) -> PendingSignUp | None:
        row = self._table.get(keys.sign_up(user_id))
        if row is None:
            return None
        return PendingSignUp.model_validate({n: row[n] for n in PendingSignUp.model_fields if n in row})

    def forgetting(self, user_id: str) -> Action:
        return self._table.deleting(keys.sign_up(user_id))

    def address_holder(self, digest: str) -> str | None:
        """The account that used this address first, if any ever did."""
        row = self._table.get(keys.address(digest))
        return str(row["user_id"]) if row else None

    def holding_address(self, digest: str, user_id: str) -> Action:
        """Remember the first account of an address; a later one leaves it as it is."""
        return self._table.updating(
            keys.address(digest),
            update="SET user_id = if_not_exists(user_id, :user), schema_version = :schema",
            values={":user": user_id, ":schema": SCHEMA},
        )

    def code_owner(self, code: str) -> str | None:
        row = self._table.get(keys.referral_code(code))
        return str(row["user_id"]) if row else None

    def claiming_code(self, code: str, user_id: str) -> Action:
        row = {**keys.referral_code(code), "schema_version": SCHEMA, "user_id": user_id}
        return self._table.putting(row, only_new=True)

    def releasing_code(self, code: str) -> Action:
        return self._table.deleting(keys.referral_code(code))

    def recording(self, referral: Referral) -> Action:
        row = referral.model_dump(mode="json")
        key = keys.referral(referral.owner_id, referral.referred_id)
        return self._table.putting({**key, "schema_version": SCHEMA, **row}, only_new=True)

    def forgetting_name(self, owner_id: str, referred_id: str) -> Action:
        """The reward stays with its owner, without the name of a person who has left."""
        return self._table.updating(
            keys.referral(owner_id, referred_id),
            update="SET referred_name = :erased",
            condition="attribute_exists(pk)",
            values={":erased": ""},
        )

    def referrals_of(self, user_id: str, *, limit: int = 200) -> list[Referral]:
        rows, _ = self._table.query(f"USER#{user_id}", begins_with="REFERRED#", limit=limit)
        return [Referral.model_validate({n: row[n] for n in Referral.model_fields if n in row}) for row in rows]


class EmailChangesInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def keeping(self, change: EmailChange) -> Action:
        """One at a time: a new one takes the place of the last."""
        row = change.model_dump(mode="json")
        expires = int(change.valid_until.timestamp())
        return self._table.putting(
            {**keys.email_change(change.user_id), "schema_version": SCHEMA, "expires_at": expires, **row}
        )

    def find(self, user_id: str) -> EmailChange | None:
        row = self._table.get(keys.email_change(user_id))
        return EmailChange.model_validate({n: row[n] for n in EmailChange.model_fields if n in row}) if row else None

    def forgetting(self, user_id: str) -> Action:
        return self._table.deleting(keys.email_change(user_id))
