"""What was read on a foreign invoice: one result model for every engine.

A field that was not found is present with value ``None`` and confidence ``mancante``. No engine may invent:
no default currency, no repaired amount, no guessed order of day and month.
"""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.money import Amount, Rate
from autofatture.domain.reading_terms import Confidence, DocumentKind, Engine, Nature, Origin, WordingKind

__all__ = [
    "Box",
    "Confidence",
    "DocumentKind",
    "Engine",
    "FieldReading",
    "InvoiceLine",
    "InvoicePart",
    "Nature",
    "Origin",
    "Reading",
    "ReadingWarning",
    "Usage",
    "VatId",
    "VatLine",
    "Wording",
    "WordingKind",
]

T = TypeVar("T")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Box(_Model):
    """A rectangle on a page: page from 1, fractions of the upright page, origin top left."""

    page: int = Field(ge=1)
    x0: float
    y0: float
    x1: float
    y1: float


class FieldReading(_Model, Generic[T]):
    """One value with its origin, its confidence and its place on the page.

    ``others`` holds the values of readers that disagree; it is never empty when the reason for
    ``da_controllare`` is a disagreement. ``note`` is one Italian sentence for the person who verifies.
    """

    value: T | None = None
    origin: Origin | None = None
    confidence: Confidence = Confidence.MANCANTE
    boxes: tuple[Box, ...] = ()
    others: tuple[T, ...] = ()
    note: str | None = None


class VatId(_Model):
    """A VAT id as printed, with its prefix and no spaces or dots (Swiss ids as printed)."""

    value: str
    party: str | None = None
    """``supplier``, ``customer`` or None when the page does not tell."""
    box: Box | None = None


class VatLine(_Model):
    """VAT printed on the invoice: a foreign country's VAT is a fact of the decision, not ours to deduct."""

    rate: Rate | None = None
    base: Amount | None = None
    amount: Amount | None = None
    country: str | None = None


class InvoiceLine(_Model):
    description: str
    quantity: Amount | None = None
    unit_price: Amount | None = None
    net: Amount | None = None
    vat_rate: Rate | None = None


class Wording(_Model):
    kind: WordingKind
    text: str
    box: Box | None = None


class ReadingWarning(_Model):
    """``code`` is stable and machine readable, ``message`` is Italian."""

    code: str
    message: str
    field: str | None = None


class Usage(_Model):
    """What the model cost: stored per document and shown to the studio."""

    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Amount | None = None


class InvoicePart(_Model):
    """One of several invoices in a file, offered as a split. Pages are counted from 1."""

    number: str
    first_page: int = Field(ge=1)
    last_page: int = Field(ge=1)


class Reading(_Model):
    """The result of reading one document."""

    engine: Engine
    pages: int = 0
    language: str | None = None
    document_kind: FieldReading[DocumentKind] = FieldReading[DocumentKind]()

    supplier_name: FieldReading[str] = FieldReading[str]()
    supplier_vat_id: FieldReading[str] = FieldReading[str]()
    supplier_country: FieldReading[str] = FieldReading[str]()
    """Country of establishment, ISO 3166-1 alpha-2."""
    supplier_street: FieldReading[str] = FieldReading[str]()
    supplier_city: FieldReading[str] = FieldReading[str]()
    supplier_postal_code: FieldReading[str] = FieldReading[str]()
    customer_name: FieldReading[str] = FieldReading[str]()
    customer_vat_id: FieldReading[str] = FieldReading[str]()
    customer_is_person: FieldReading[bool] = FieldReading[bool]()

    invoice_number: FieldReading[str] = FieldReading[str]()
    invoice_date: FieldReading[date] = FieldReading[date]()
    service_from: FieldReading[date] = FieldReading[date]()
    service_to: FieldReading[date] = FieldReading[date]()
    due_date: FieldReading[date] = FieldReading[date]()
    paid_date: FieldReading[date] = FieldReading[date]()

    currency: FieldReading[str] = FieldReading[str]()
    total_net: FieldReading[Amount] = FieldReading[Amount]()
    total_vat: FieldReading[Amount] = FieldReading[Amount]()
    total_gross: FieldReading[Amount] = FieldReading[Amount]()
    total_paid: FieldReading[Amount] = FieldReading[Amount]()
    total_due: FieldReading[Amount] = FieldReading[Amount]()
    printed_eur: FieldReading[Amount] = FieldReading[Amount]()
    """Of an invoice in another currency: its total in EUR as the supplier prints it, to compare and not to use."""
    is_credit_note: FieldReading[bool] = FieldReading[bool]()
    related_number: FieldReading[str] = FieldReading[str]()
    """Of a credit note or a receipt: the invoice it refers to."""

    nature: FieldReading[Nature] = FieldReading[Nature]()
    nature_evidence: str | None = None
    ship_from: FieldReading[str] = FieldReading[str]()

    vat_lines: tuple[VatLine, ...] = ()
    lines: tuple[InvoiceLine, ...] = ()
    vat_ids: tuple[VatId, ...] = ()
    wordings: tuple[Wording, ...] = ()
    parts: tuple[InvoicePart, ...] = ()
    """Not empty when the file holds several invoices: the fields are then those of the first one."""
    sdi_id: str | None = None
    """IdSdI of an electronic invoice that came through SdI, when it is known."""
    warnings: tuple[ReadingWarning, ...] = ()
    usage: Usage | None = None
