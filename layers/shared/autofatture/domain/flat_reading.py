"""The flat output of ``autofatture read --json``, turned into facts for the decision."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from autofatture.domain.facts import Facts

_KINDS_OF_CREDIT = "credit_note"
_UNSURE = "da_controllare"
_DECIDING = {
    "document_kind": "document.kind",
    "supplier_country": "supplier.country",
    "customer_is_person": "document.addressed_to",
    "nature": "supply.nature",
    "ship_from": "supply.ship_from",
}
"""Fields of a reading that choose the document, and the facts that they become."""


def looks_flat(data: dict[str, Any]) -> bool:
    """Whether this object is a reading's output and not the nested facts."""
    return "supplier" not in data and any(key in data for key in ("engine", "supplier_name", "document_kind"))


def facts_of_flat_reading(data: dict[str, Any]) -> Facts:
    """Only what was read becomes a fact; everything else stays unknown.

    Raises:
        pydantic.ValidationError: a value is not of its type.
    """
    ids = [one for one in (data.get("supplier_vat_id"), *_other_supplier_ids(data)) if one]
    return Facts.model_validate(
        {
            "supplier": {
                "name": data.get("supplier_name"),
                "country": data.get("supplier_country"),
                "vat_ids": [one for place, one in enumerate(ids) if one not in ids[:place]] or None,
            },
            "customer": {"vat_id": data.get("customer_vat_id")},
            "supply": {
                "nature": data.get("nature"),
                "wording": _wording(data),
                "ship_from": data.get("ship_from"),
                "category": data.get("category"),
            },
            "vat_charged": _charged(data),
            "document": {
                "kind": _KINDS_OF_CREDIT if data.get("is_credit_note") else data.get("document_kind"),
                "addressed_to": _addressee(data),
                "number": data.get("invoice_number"),
                "date": data.get("invoice_date"),
                "operation_date": _operation(data),
                "payment_date": data.get("paid_date"),
                "currency": data.get("currency"),
                "total_net": data.get("total_net"),
                "total_gross": data.get("total_gross"),
                "related_number": data.get("related_number"),
            },
            "doubtful": _doubtful(data),
        }
    )


def _addressee(data: dict[str, Any]) -> str | None:
    """A person where the reader found one; whoever has a VAT id printed is a business."""
    if data.get("customer_is_person"):
        return "person"
    return "company" if data.get("customer_vat_id") else None


def _operation(data: dict[str, Any]) -> Any:
    """Delivery, or the end of the period; the end of a period paid in advance is not the day of the operation."""
    ended, invoiced = data.get("service_to"), data.get("invoice_date")
    in_advance = isinstance(ended, str) and isinstance(invoiced, str) and ended > invoiced
    return data.get("delivery_date") or (None if in_advance else ended)


def _doubtful(data: dict[str, Any]) -> list[str]:
    """Deciding facts that the reader itself is not sure of."""
    confidence = data.get("confidence")
    if not isinstance(confidence, dict):
        return []
    return [fact for field, fact in _DECIDING.items() if data.get(field) and confidence.get(field) == _UNSURE]


def _other_supplier_ids(data: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for one in data.get("vat_ids") or []:
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict) and one.get("party") == "supplier":
            found.append(str(one.get("value") or ""))
    return [text for text in found if text != data.get("customer_vat_id")]


def _wording(data: dict[str, Any]) -> list[str] | None:
    """What each sentence is and its words: the reader knows kinds in languages that the words' table does not."""
    texts: list[str] = []
    for one in data.get("wordings") or []:
        if isinstance(one, dict):
            texts.extend(str(one[key]) for key in ("text", "kind") if one.get(key))
        else:
            texts.append(str(one))
    return texts or None


def _charged(data: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The VAT lines; an empty list only when the reading found that no VAT was charged."""
    lines = [
        {"country": one.get("country"), "rate": one.get("rate"), "amount": one.get("amount")}
        for one in data.get("vat_lines") or []
        if isinstance(one, dict)
    ]
    if lines:
        return lines
    total = _decimal(data.get("total_vat"))
    if total is None:
        return [] if data.get("vat_charged") is False else None
    return [] if total == 0 else [{"country": None, "rate": None, "amount": str(total)}]


def _decimal(text: Any) -> Decimal | None:
    try:
        return None if text is None else Decimal(str(text))
    except InvalidOperation:
        return None
