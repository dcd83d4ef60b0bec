"""Suppliers and numbers of invoices in a form that ignores how they were typed."""

from __future__ import annotations

import re

from autofatture.domain.draft import Draft


def supplier_key(draft: Draft) -> str | None:
    """A supplier is its VAT id, else its name; None without either."""
    return number_key(draft.supplier.vat_id or draft.supplier.name)


def number_key(text: str | None) -> str | None:
    """Small letters and digits without leading zeros."""
    return re.sub(r"[\W_]", "", (text or "").casefold()).lstrip("0") or None
