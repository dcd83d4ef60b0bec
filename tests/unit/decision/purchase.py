"""One purchase in one line: the facts of ``autofatture advise`` with sensible values for what a case does not say."""

from __future__ import annotations

from typing import Any

from autofatture.domain.facts import Facts

_SUPPLIER = ("name", "country", "established_in_italy", "territory", "vat_scheme", "taxable_person")
_CUSTOMER = ("regime", "in_vies", "acting_as", "intra_goods_option", "intra_goods_total")
_DOCUMENT = (
    "kind", "form", "sdi_id", "addressed_to", "number", "date", "operation_date", "receipt_date", "payment_date",
    "currency", "total_net", "total_gross", "related_number", "link_choice",
)  # fmt: skip
COMPANY_VAT_ID = "IT01234560157"


def purchase(*, ids: list[str] | None = None, vat: list[dict[str, str]] | None = None, **facts: Any) -> Facts:
    """``vat`` None means *not known*; ``[]`` that none was charged. The rest by the name of the fact."""
    document = {
        "kind": "invoice",
        "form": "pdf",
        "number": "A-1",
        "date": "2026-10-20",
        "currency": "EUR",
        "total_net": "100.00",
        "addressed_to": "company",
    }
    groups: dict[str, dict[str, Any]] = {
        "supplier": {"name": "ACME"},
        "customer": {"vat_id": COMPANY_VAT_ID},
        "supply": {},
        "document": document,
    }
    if ids is not None:
        groups["supplier"]["vat_ids"] = ids
    for name, value in facts.items():
        group = (
            "supplier"
            if name in _SUPPLIER
            else "customer"
            if name in _CUSTOMER
            else "document"
            if name in _DOCUMENT
            else "supply"
        )
        groups[group][name] = value
    return Facts.model_validate({**groups, "vat_charged": vat})


def charged(country: str | None, rate: str, amount: str) -> list[dict[str, Any]]:
    return [{"country": country, "rate": rate, "amount": amount}]
