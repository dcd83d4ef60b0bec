"""The facts that the decision is taken from.

Any fact may be ``None`` or absent: that means *not known*, never *no*. The same shape is the input of
``autofatture advise``.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, field_validator, model_validator

from autofatture.domain.deadlines import rome_date
from autofatture.domain.money import Amount, Rate

_NATURES = {
    "goods": "goods",
    "good": "goods",
    "beni": "goods",
    "services": "services",
    "service": "services",
    "servizi": "services",
    "mixed": "mixed",
    "misto": "mixed",
}


def _as_list(value: Any) -> Any:
    """One value where a list is expected is a list of one; ``null`` in a list is nothing."""
    if isinstance(value, list | tuple):
        return [one for one in value if one is not None]
    return [value] if isinstance(value, str | dict) else value


def _day_in_italy(value: Any) -> Any:
    """A moment where a day is expected is that day in Italy."""
    if not isinstance(value, str) or "T" not in value:
        return value
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    return rome_date(moment) if moment.tzinfo else moment.date()


Day = Annotated[dt.date, BeforeValidator(_day_in_italy)]


class _Facts(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        """``null``, ``""`` and ``unknown`` mean the same as a missing key."""
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value is not None and value not in ("", "unknown")}
        return data


class SupplierFacts(_Facts):
    name: str | None = None
    country: str | None = None
    """Country of establishment, ISO 3166-1 alpha-2."""
    vat_ids: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    """Every id printed. Given as an empty list it means *none is printed*."""
    established_in_italy: bool | None = None
    territory: str | None = None
    """A place whose VAT status differs from its country's: ``LIVIGNO``, ``CAMPIONE``, ``CANARY`` ..."""
    vat_scheme: str | None = None
    """``ordinary``, ``small_business`` or ``margin``; ``private`` for one who is not a taxable person."""
    taxable_person: bool | None = None


class CustomerFacts(_Facts):
    vat_id: str | None = None
    regime: str | None = None
    """``ordinario``, ``trimestrale``, ``forfettario``, ``esportatore_abituale``, ``ente``, ``pro_rata`` or
    ``gruppo_iva``."""
    in_vies: bool | None = None
    acting_as: str | None = None
    """``business`` or ``institutional``."""
    intra_goods_option: bool | None = None
    """Of forfettari and bodies: opted for VAT in Italy on EU goods below the yearly threshold."""
    intra_goods_total: Amount | None = None
    """EUR of EU goods in the year, this invoice excluded."""


class SupplyFacts(_Facts):
    nature: Literal["goods", "services", "mixed"] | None = None
    category: str | None = None
    wording: str | None = None
    """Sentences of the page that matter, or words of the product for them (``reverse_charge`` ...)."""
    ship_from: str | None = None
    """ISO 3166-1 alpha-2, or ``XI`` (Northern Ireland), ``IC`` (Canary Islands)."""
    goods_location: str | None = None
    """Where the goods are when they are handed over."""
    customs_bill: bool | None = None
    vat_warehouse: bool | None = None
    installed_in_italy: bool | None = None
    call_off_stock: bool | None = None
    accessory_only: bool | None = None
    used_in_italy: bool | None = None
    transport_document: bool | None = None
    """A delivery note or like document exists: the deferred term applies (art. 21 c. 4)."""

    @field_validator("nature", mode="before")
    @classmethod
    def _nature_words(cls, value: Any) -> Any:
        """A word that is none of the three (``unknown``) means not known."""
        return _NATURES.get(value.strip().lower()) if isinstance(value, str) else value

    @field_validator("wording", mode="before")
    @classmethod
    def _one_text(cls, value: Any) -> Any:
        return " | ".join(str(part) for part in value) if isinstance(value, list | tuple) else value


class ChargedVat(_Facts):
    country: str | None = None
    rate: Rate | None = None
    amount: Amount | None = None

    @field_validator("rate", mode="before")
    @classmethod
    def _without_sign(cls, value: Any) -> Any:
        return value.replace("%", "").strip() if isinstance(value, str) else value


class DocumentFacts(_Facts):
    kind: str | None = None
    form: str | None = None
    """``pdf``, ``paper`` or ``sdi_xml``."""
    sdi_id: str | None = None
    addressed_to: str | None = None
    """``company``, ``person`` or ``other``."""
    number: str | None = None
    date: Day | None = None
    operation_date: Day | None = None
    receipt_date: Day | None = None
    payment_date: Day | None = None
    currency: str | None = None
    total_net: Amount | None = None
    total_gross: Amount | None = None
    related_number: str | None = None
    """Of a receipt or a credit note: the invoice it refers to."""
    link_choice: str | None = None
    """Answer to the question of 00418 across months: ``linked_date`` or ``no_linked_date``."""


class Facts(_Facts):
    supplier: SupplierFacts = SupplierFacts()
    customer: CustomerFacts = CustomerFacts()
    supply: SupplyFacts = SupplyFacts()
    vat_charged: Annotated[tuple[ChargedVat, ...], BeforeValidator(_as_list)] | None = None
    """VAT printed on the invoice. ``None``: not known; an empty list: none was charged."""
    document: DocumentFacts = DocumentFacts()
    doubtful: tuple[str, ...] = ()
    """Dotted paths of facts that a reader gave without being sure of them."""
