"""Fatture in Cloud for one company, in memory, with faults before and after the effect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from autofatture.domain.errors import RelinkNeeded
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.ports import InvoicingApi


class MemoryFic:
    """Implements :class:`autofatture.ports.InvoicingApi`."""

    def __init__(self) -> None:
        self.documents: dict[int, dict[str, Any]] = {}
        self.bin: dict[int, dict[str, Any]] = {}
        self.attachments: list[tuple[str, bytes]] = []
        self.creates = 0
        self.lists = 0
        self.before: dict[str, Exception] = {}
        """Raised instead of doing what is asked, once."""
        self.after: dict[str, Exception] = {}
        """Raised after having done it, once: a lost answer."""
        self.totals_off = "0.00"
        self.verify_problems: list[str] = []
        self.reason: dict[str, Any] = {}
        self.meanwhile: Callable[[], None] | None = None

    def _fault(self, name: str, when: dict[str, Exception]) -> None:
        error = when.pop(name, None)
        if error is not None:
            raise error

    def _row(self, fic_id: int, invoice: SelfInvoice, attachment_token: str | None) -> dict[str, Any]:
        return {
            "id": fic_id,
            "number": fic_id,
            "numeration": "/AF",
            "date": invoice.date.isoformat(),
            "subject": invoice.reference,
            "amount_net": str(invoice.total_net),
            "amount_vat": str(invoice.total_vat),
            "amount_gross": str(invoice.total_gross),
            "ei_status": "not_sent",
            "attachment_url": "https://fic.example/a" if attachment_token else None,
        }

    def find(self, reference: str, *, around: dt.date) -> Sequence[dict[str, Any]]:
        self._fault("find", self.before)
        live = [{**row, "deleted": False} for row in self.documents.values() if row["subject"] == reference]
        gone = [{**row, "deleted": True} for row in self.bin.values() if row["subject"] == reference]
        return [*live, *gone]

    def totals(self, invoice: SelfInvoice) -> dict[str, Any]:
        self._fault("totals", self.before)
        row = self._row(0, invoice, None)
        return row | ({"amount_net": self.totals_off} if self.totals_off != "0.00" else {})

    def create(self, invoice: SelfInvoice, *, attachment_token: str | None) -> dict[str, Any]:
        self._fault("create", self.before)
        if self.meanwhile is not None:
            self.meanwhile()
        self.creates += 1
        fic_id = 9000 + self.creates
        self.documents[fic_id] = self._row(fic_id, invoice, attachment_token)
        self._fault("create", self.after)
        return self.documents[fic_id]

    def modify(self, fic_id: int, invoice: SelfInvoice, *, attachment_token: str | None) -> dict[str, Any]:
        self._fault("modify", self.before)
        status = self.documents[fic_id]["ei_status"]
        self.documents[fic_id] = self._row(fic_id, invoice, attachment_token) | {"ei_status": status}
        return self.documents[fic_id]

    def document(self, fic_id: int) -> dict[str, Any] | None:
        self._fault("document", self.before)
        return self.documents.get(fic_id)

    def statuses(self, *, since: dt.date) -> dict[int, str | None]:
        self._fault("statuses", self.before)
        self.lists += 1
        return {
            fic_id: row["ei_status"]
            for fic_id, row in self.documents.items()
            if dt.date.fromisoformat(row["date"]) >= since
        }

    def references(self, *, since: dt.date) -> dict[int, str | None]:
        return {fic_id: row["subject"] for fic_id, row in self.documents.items()}

    def attach(self, name: str, body: bytes) -> str:
        self._fault("attach", self.before)
        self.attachments.append((name, body))
        return f"token-{len(self.attachments)}"

    def xml(self, fic_id: int, *, attachment: bool = False) -> bytes:
        self._fault("xml", self.before)
        inside = "<Allegati/>" if attachment else ""
        return (
            f"<p:FatturaElettronica><TipoDocumento>TD17</TipoDocumento>{inside}{fic_id}</p:FatturaElettronica>".encode()
        )

    def verify_xml(self, fic_id: int) -> list[str]:
        self._fault("verify_xml", self.before)
        return list(self.verify_problems)

    def error_reason(self, fic_id: int) -> dict[str, Any]:
        return dict(self.reason)


class FakeInvoicing:
    """One account for every company."""

    def __init__(self, fic: MemoryFic) -> None:
        self.fic = fic
        self.relink: set[str] = set()

    def of(self, company_id: str) -> InvoicingApi:
        if company_id in self.relink:
            raise RelinkNeeded
        return self.fic
