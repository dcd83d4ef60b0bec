"""The facts that the decision is taken from.

Any fact may be ``None`` or absent: that means *not known*, never *no*. The same shape is the input of
``autofatture advise``.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from autofatture.domain.money import Amount, Rate


class _Facts(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class SupplierFacts(_Facts):
    name: str | None = None
    country: str | None = None
    """Country of establishment, ISO 3166-1 alpha-2."""
    vat_ids: tuple[str, ...] = ()
    established_in_italy: bool | None = None
    territory: str | None = None
    """A place whose VAT status differs from its country's: ``LIVIGNO``, ``CAMPIONE``, ``CANARY`` ..."""
    vat_scheme: str | None = None
    """``ordinary``, ``small_business`` or ``margin``."""


class CustomerFacts(_Facts):
    vat_id: str | None = None
    regime: str | None = None
    """``ordinario``, ``trimestrale``, ``forfettario``, ``esportatore_abituale``, ``ente``, ``pro_rata`` or
    ``gruppo_iva``."""
    in_vies: bool | None = None
    acting_as: str | None = None
    """``business`` or ``institutional``."""


class SupplyFacts(_Facts):
    nature: Literal["goods", "services", "mixed"] | None = None
    category: str | None = None
    wording: str | None = None
    ship_from: str | None = None
    """ISO 3166-1 alpha-2, or ``XI`` (Northern Ireland), ``IC`` (Canary Islands)."""
    goods_location: str | None = None
    customs_bill: bool | None = None
    vat_warehouse: bool | None = None
    installed_in_italy: bool | None = None
    call_off_stock: bool | None = None
    accessory_only: bool | None = None
    used_in_italy: bool | None = None


class ChargedVat(_Facts):
    country: str | None = None
    rate: Rate | None = None
    amount: Amount | None = None


class DocumentFacts(_Facts):
    kind: str | None = None
    form: str | None = None
    """``pdf``, ``paper`` or ``sdi_xml``."""
    sdi_id: str | None = None
    addressed_to: str | None = None
    """``company``, ``person`` or ``other``."""
    number: str | None = None
    date: dt.date | None = None
    operation_date: dt.date | None = None
    receipt_date: dt.date | None = None
    payment_date: dt.date | None = None
    currency: str | None = None
    total_net: Amount | None = None
    total_gross: Amount | None = None


class Facts(_Facts):
    supplier: SupplierFacts = SupplierFacts()
    customer: CustomerFacts = CustomerFacts()
    supply: SupplyFacts = SupplyFacts()
    vat_charged: tuple[ChargedVat, ...] = ()
    document: DocumentFacts = DocumentFacts()
