"""Everything that a request about a document needs, in one BatchGetItem."""

from __future__ import annotations

from autofatture.account_ports import FoundRows
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.companies import company_of, fic_of
from autofatture.adapters.dynamodb.documents import stored_keys, stored_of
from autofatture.adapters.dynamodb.table import Table
from autofatture.adapters.dynamodb.users import session_of, user_of
from autofatture.adapters.dynamodb.workflow_rows import reminder_state_of
from autofatture.document_ports import FIC, REMINDERS, STORED


class DocumentAccessRows:
    """Implements :class:`autofatture.account_ports.AccessRows`; ``document`` carries what belongs to it as well."""

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
            wanted["fic"] = keys.company_in_fic(company_id)
            wanted["reminders"] = keys.reminders(company_id)
        of_document = stored_keys(company_id, document_id) if company_id and document_id else []
        found = self._table.get_many([*wanted.values(), *of_document])
        rows = dict(zip(wanted, found, strict=False))
        stored = stored_of(found[len(wanted) :]) if of_document else None
        beside = {STORED: stored, FIC: fic_of(rows.get("fic")), REMINDERS: reminder_state_of(rows.get("reminders"))}
        return FoundRows(
            user=user_of(rows.get("user")),
            session=session_of(rows.get("session")),
            company=company_of(rows.get("company")),
            document=None if of_document and stored is None else beside,
        )
