"""The draft that a person verifies beside the PDF, and what was found while assessing it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.advice import Advice, DocumentType, ExchangeRate
from autofatture.domain.money import Amount, Rate
from autofatture.domain.reading import DocumentKind, Nature


class ReceiptOrigin(StrEnum):
    """Where the receipt date comes from: it decides the VAT month, so its origin is always shown."""

    DICHIARATA = "dichiarata"
    CONSEGNA = "consegna"
    PROPOSTA = "proposta"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DraftSupplier(_Model):
    name: str | None = Field(default=None, max_length=200)
    vat_id: str | None = Field(default=None, max_length=40)
    """With its prefix, as printed."""
    other_vat_ids: tuple[str, ...] = ()
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    territory: str | None = None
    established_in_italy: bool | None = None
    vat_scheme: str | None = None
    taxable_person: bool | None = None
    street: str | None = Field(default=None, max_length=200)
    city: str | None = Field(default=None, max_length=100)
    postal_code: str | None = Field(default=None, max_length=20)


class DraftLine(_Model):
    """One line of the self-invoice to be, in the currency of the invoice and with the Italian treatment."""

    description: str = Field(max_length=1000)
    net: Amount
    vat_rate: Rate | None = None
    natura: str | None = None


class SupplyAnswers(_Model):
    """Facts that only a person can know, filled in by answering questions (``None``: not asked or unknown)."""

    category: str | None = None
    ship_from: str | None = None
    goods_location: str | None = None
    customs_bill: bool | None = None
    vat_warehouse: bool | None = None
    installed_in_italy: bool | None = None
    call_off_stock: bool | None = None
    accessory_only: bool | None = None
    used_in_italy: bool | None = None
    transport_document: bool | None = None


class DraftVat(_Model):
    """VAT printed on the invoice: a fact of the decision, in the currency of the invoice."""

    country: str | None = None
    rate: Rate | None = None
    amount: Amount | None = None


class BuyerAnswers(_Model):
    """What only a person knows about the buyer's side of this purchase."""

    acting_as: str | None = None
    """``business`` or ``institutional``."""
    addressed_to: str | None = None
    """``company``, ``person`` or ``other``: overrules the comparison of ids."""


class ReversedDocument(_Model):
    """The self-invoice of ours that a document takes back: what its ``DatiFattureCollegate`` name."""

    document_id: str = Field(max_length=40)
    number: str = Field(max_length=100)
    date: dt.date
    sdi_id: str | None = Field(default=None, max_length=20)
    """IdSdI, where it is known: Fatture in Cloud does not give it."""


class Draft(_Model):
    """What *Invia* will create. Every field may be empty while in review; preflight says what is missing."""

    document_kind: DocumentKind | None = None
    supplier: DraftSupplier = DraftSupplier()
    customer_name: str | None = Field(default=None, max_length=200)
    customer_vat_id: str | None = Field(default=None, max_length=40)
    invoice_number: str | None = Field(default=None, max_length=100)
    invoice_date: dt.date | None = None
    operation_date: dt.date | None = None
    operation_presumed: bool = False
    """Proposed as the invoice date because nothing better was read: a person confirms it."""
    payment_date: dt.date | None = None
    receipt_date: dt.date | None = None
    receipt_origin: ReceiptOrigin | None = None
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    total_net: Amount | None = None
    total_vat: Amount | None = None
    total_gross: Amount | None = None
    printed_eur: Amount | None = None
    """The total in EUR that the supplier prints beside the foreign one: compared, never used."""
    is_credit_note: bool = False
    nature: Nature | None = None
    supply: SupplyAnswers = SupplyAnswers()
    lines: tuple[DraftLine, ...] = Field(default=(), max_length=500)
    document_type: DocumentType | None = None
    """The type chosen. It starts as the advice's and may be overruled with ``override_reason``."""
    override_reason: str | None = Field(default=None, max_length=500)
    document_date: dt.date | None = None
    manual_rate: ExchangeRate | None = None
    """Only when a person chose a rate by hand, with the reason."""
    vat_lines: tuple[DraftVat, ...] | None = Field(default=None, max_length=50)
    """``None``: not known whether VAT was charged; empty: none was."""
    wording: str | None = Field(default=None, max_length=4000)
    """Sentences of the page that change the outcome, separated by ``|``."""
    form: str | None = None
    """``pdf``, ``paper`` or ``sdi_xml``."""
    sdi_id: str | None = Field(default=None, max_length=20)
    """IdSdI of an invoice that came through SdI."""
    related_number: str | None = Field(default=None, max_length=100)
    """Of a credit note or a receipt: the invoice it refers to."""
    buyer: BuyerAnswers = BuyerAnswers()
    reverses: ReversedDocument | None = None
    """Set on the negative twin of an issued self-invoice (*storno*); invoice number and date stay the supplier's."""
    link_choice: str | None = None
    """``linked_date`` or ``no_linked_date``, when 00418 and the date rule collide across months."""
    note: str | None = Field(default=None, max_length=1000)
    confirmed: tuple[str, ...] = ()
    """Names of fields that a person confirmed unchanged."""


class Severity(StrEnum):
    BLOCKING = "blocking"
    WARNING = "warning"
    INFO = "info"


class Finding(_Model):
    """One check in words. ``code`` is ours or SdI's; ``fix`` says what to do."""

    code: str
    severity: Severity
    message: str
    field: str | None = None
    fix: str | None = None


class EurTotals(_Model):
    """Amounts of the self-invoice in EUR, as they will be created."""

    net: Amount
    vat: Amount
    gross: Amount


class Assessment(_Model):
    """What the product says about a draft; recomputed on every save, never edited."""

    advice: Advice | None = None
    exchange_rate: ExchangeRate | None = None
    totals: EurTotals | None = None
    findings: tuple[Finding, ...] = ()
    duplicate_of: str | None = None
    """Document id of the earlier one, when this one looks like it."""
    supplier_in_vies: str | None = None
    """``valid``, ``not_valid``, ``unreachable`` or None when not asked."""

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCKING)
