"""Numbers under which the documents of a company may be found, on DynamoDB."""

from __future__ import annotations

from collections.abc import Sequence

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.number_ports import MOST_WITH_ONE_NUMBER, Numbered


class DynamoInvoiceNumbers:
    """Implements :class:`autofatture.number_ports.InvoiceNumbers`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def with_number(self, company_id: str, number: str) -> list[Numbered]:
        key = keys.invoice_number(company_id, number, "")
        rows, _ = self._table.query(key["pk"], begins_with=key["sk"], limit=MOST_WITH_ONE_NUMBER)
        return [Numbered.model_validate({name: row.get(name) for name in Numbered.model_fields}) for row in rows]

    def keep(self, company_id: str, entries: Sequence[Numbered], *, gone: Sequence[Numbered]) -> None:
        actions = [
            self._table.deleting(keys.invoice_number(company_id, entry.number, entry.document_id)) for entry in gone
        ]
        for entry in entries:
            key = keys.invoice_number(company_id, entry.number, entry.document_id)
            actions.append(self._table.putting({**key, **entry.model_dump(mode="json")}))
        self._table.transact(actions)
