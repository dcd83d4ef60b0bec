"""OAuth scopes: names, what they let do, and the Italian words of the consent page."""

from __future__ import annotations

_AREAS = {
    "entity.clients": "clienti",
    "entity.suppliers": "fornitori",
    "products": "prodotti",
    "stock": "magazzino",
    "issued_documents.invoices": "fatture emesse",
    "issued_documents.credit_notes": "note di credito",
    "issued_documents.quotes": "preventivi",
    "issued_documents.proformas": "proforma",
    "issued_documents.receipts": "ricevute",
    "issued_documents.delivery_notes": "documenti di trasporto",
    "issued_documents.orders": "ordini",
    "issued_documents.work_reports": "rapportini",
    "issued_documents.supplier_orders": "ordini a fornitore",
    "issued_documents.self_invoices": "autofatture",
    "received_documents": "spese e acquisti",
    "receipts": "corrispettivi",
    "calendar": "scadenzario",
    "archive": "archivio",
    "taxes": "imposte",
    "cashbook": "prima nota",
    "settings": "impostazioni",
}
_READ_ONLY = {"situation": "situazione", "emails": "e-mail inviate"}

KNOWN = {f"{area}:{level}" for area in _AREAS for level in "ra"} | {f"{area}:r" for area in _READ_ONLY}

_DOCUMENT_AREAS = {
    "invoice": "issued_documents.invoices",
    "credit_note": "issued_documents.credit_notes",
    "quote": "issued_documents.quotes",
    "proforma": "issued_documents.proformas",
    "receipt": "issued_documents.receipts",
    "delivery_note": "issued_documents.delivery_notes",
    "order": "issued_documents.orders",
    "work_report": "issued_documents.work_reports",
    "supplier_order": "issued_documents.supplier_orders",
    "self_own_invoice": "issued_documents.self_invoices",
    "self_supplier_invoice": "issued_documents.self_invoices",
}
DOCUMENT_TYPES = tuple(_DOCUMENT_AREAS)


def split(text: str) -> frozenset[str]:
    return frozenset(text.split())


def of_document(document_type: str, level: str) -> str:
    return f"{_DOCUMENT_AREAS[document_type]}:{level}"


def allows(granted: frozenset[str], needed: str) -> bool:
    """``:a`` (all) includes ``:r`` (read)."""
    return needed in granted or (needed.endswith(":r") and f"{needed[:-1]}a" in granted)


def in_words(scope: str) -> str:
    area, _, level = scope.rpartition(":")
    words = {**_AREAS, **_READ_ONLY}.get(area, area)
    return f"Leggere e modificare: {words}" if level == "a" else f"Leggere: {words}"
