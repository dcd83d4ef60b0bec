"""What FiC says about a document, read tolerantly: amounts as text or numbers, fields that may be absent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from autofatture.domain.document import FicDocument
from autofatture.domain.errors import OutcomeUnknown
from autofatture.domain.money import to_cents
from autofatture.domain.self_invoice import SelfInvoice

_CHANGEABLE = frozenset({None, "", "not_sent", "missing", "discarded", "error"})
"""``ei_status`` of documents that SdI does not have."""


def _cents(value: Any) -> Decimal | None:
    try:
        return to_cents(Decimal(str(value)))
    except (InvalidOperation, ValueError):
        return None


def same_totals(answer: Mapping[str, Any], invoice: SelfInvoice) -> bool:
    """Net, VAT and gross are equal to the cent."""
    meant = (invoice.total_net, invoice.total_vat, invoice.total_gross)
    said = tuple(_cents(answer.get(name)) for name in ("amount_net", "amount_vat", "amount_gross"))
    return said == tuple(to_cents(amount) for amount in meant)


def may_be_modified(answer: Mapping[str, Any]) -> bool:
    """SdI does not have it, and FiC has not locked it."""
    return not answer.get("locked") and answer.get("ei_status") in _CHANGEABLE


def fic_document(answer: Mapping[str, Any]) -> FicDocument:
    """The part of FiC's document that we keep.

    Raises:
        OutcomeUnknown: an answer without id, date or amounts. It was created all the same: search for it.
    """
    amounts = [_cents(answer.get(name)) for name in ("amount_net", "amount_vat", "amount_gross")]
    try:
        net, vat, gross = amounts
        return FicDocument.model_validate(
            {
                "fic_id": int(answer["id"]),
                "number": answer.get("number"),
                "numeration": answer.get("numeration") or None,
                "date": dt.date.fromisoformat(str(answer["date"])),
                "net": net,
                "vat": vat,
                "gross": gross,
                "ei_status": answer.get("ei_status"),
                "attached": bool(answer.get("attachment_url") or answer.get("attached")),
            }
        )
    except (KeyError, ValueError, TypeError) as error:
        raise OutcomeUnknown from error
