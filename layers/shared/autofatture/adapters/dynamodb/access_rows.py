"""The rows that decide on a request, in one BatchGetItem."""

from __future__ import annotations

from autofatture.account_ports import FoundRows, ProfileRowsFound
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.companies import company_of
from autofatture.adapters.dynamodb.studios import studio_of
from autofatture.adapters.dynamodb.table import Table
from autofatture.adapters.dynamodb.users import session_of, user_of


class AccessRowsInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def find(
        self, user_id: str, *, session_id: str | None, company_id: str | None = None, document_id: str | None = None
    ) -> FoundRows:
        wanted = {"user": keys.user(user_id)}
        if session_id is not None:
            wanted["session"] = keys.session(session_id)
        if company_id is not None:
            wanted["company"] = keys.company(company_id)
            if document_id is not None:
                wanted["document"] = keys.document(company_id, document_id)
        rows = dict(zip(wanted, self._table.get_many(list(wanted.values())), strict=True))
        return FoundRows(
            user=user_of(rows.get("user")),
            session=session_of(rows.get("session")),
            company=company_of(rows.get("company")),
            document=rows.get("document"),
        )


class ProfileRowsInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def profile(
        self,
        *,
        studio_id: str | None,
        company_id: str | None,
        wallet_id: str,
        inviting_id: str | None,
        standing_id: str | None,
    ) -> ProfileRowsFound:
        wanted = {"wallet": keys.wallet(wallet_id)}
        if studio_id is not None:
            wanted["studio"] = keys.studio(studio_id)
        if company_id is not None:
            wanted["company"] = keys.company(company_id)
        if inviting_id is not None:
            wanted["inviting"] = keys.studio(inviting_id)
        if standing_id is not None:
            wanted["standing"] = keys.studio(standing_id)
        rows = dict(zip(wanted, self._table.get_many(list(wanted.values())), strict=True))
        wallet = rows.get("wallet")
        return ProfileRowsFound(
            balance=int(wallet["balance"]) if wallet else 0,
            studio=studio_of(rows.get("studio")),
            company=company_of(rows.get("company")),
            inviting_studio=studio_of(rows.get("inviting")),
            standing_studio=studio_of(rows.get("standing")),
        )
