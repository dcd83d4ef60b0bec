"""What an invoice says, before it is drawn: one content model for every layout, with its arithmetic."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from autofatture.domain.money import to_cents
from autofatture.domain.reading import DocumentKind, Nature, WordingKind
from samples.parties import Company

_ITALY = {
    "de": "Italien",
    "es": "Italia",
    "fr": "Italie",
    "it": "Italia",
    "nl": "Italië",
    "pl": "Włochy",
    "pt": "Itália",
}


@dataclass(frozen=True, kw_only=True)
class Supplier:
    """A foreign supplier of our invention, as it signs its invoices."""

    name: str
    country: str
    """ISO 3166-1 alpha-2 of establishment."""
    vat_id: str | None
    """The id a person would write down: with prefix, no spaces or dots (Swiss ids as printed)."""
    printed_vat_id: str | None = None
    """As printed, when spaces or dots are printed with it."""
    other_vat_ids: tuple[str, ...] = ()
    street: str
    postal_code: str | None
    city: str
    country_name: str
    registry: tuple[str, ...] = ()
    """Register court and number, capital, directors: what the footer must carry by law or habit."""
    phone: str = ""
    email: str = ""
    web: str = ""
    bank: str = ""
    iban: str = ""
    bic: str = ""
    colour: str = "#1f3a5f"

    @property
    def vat_text(self) -> str:
        return self.printed_vat_id or self.vat_id or ""


@dataclass(frozen=True, kw_only=True)
class Line:
    description: str
    """What follows the first line break is small print under the name."""
    quantity: Decimal
    unit_price: Decimal
    unit: str = ""
    article: str = ""
    vat_rate: Decimal | None = None
    """The rate printed for this line; None when the invoice prints no VAT."""
    period: str = ""
    customs_code: str = ""
    cells: tuple[str, ...] = ()
    """What further columns of one layout hold: a volume, a number of transactions."""

    @property
    def net(self) -> Decimal:
        return to_cents(self.quantity * self.unit_price)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """Words on the page that decide on the fiscal outcome."""

    kind: WordingKind
    text: str


@dataclass(frozen=True, kw_only=True)
class Bill:
    """The content of one invoice. Amounts in ``currency``, dates as dates."""

    supplier: Supplier
    buyer: Company
    buyer_lines: tuple[str, ...] = ()
    """The address block when it is not the company's own (a person, another spelling)."""
    buyer_vat_id: str | None = "printed"
    """None when the invoice does not print one; ``printed`` stands for the company's own."""
    buyer_is_person: bool = False
    customer_number: str = ""
    number: str
    date: dt.date
    language: str
    currency: str
    kind: DocumentKind = DocumentKind.INVOICE
    nature: Nature | None
    lines: tuple[Line, ...]
    vat_country: str | None = None
    """Whose VAT the rates of the lines are; None when VAT is not charged."""
    sentences: tuple[Sentence, ...] = ()
    service_from: dt.date | None = None
    service_to: dt.date | None = None
    delivery: dt.date | None = None
    due: dt.date | None = None
    paid: dt.date | None = None
    ship_from: str | None = None
    order: str = ""
    related_number: str | None = None
    related_date: dt.date | None = None
    printed_gross: Decimal | None = None
    """The grand total on the page when it is not the sum of the lines: an error planted on purpose."""
    notes: tuple[str, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
    """Words that only one layout prints: a delivery note's number, a payment method, a reference."""

    @property
    def is_credit_note(self) -> bool:
        return self.kind is DocumentKind.CREDIT_NOTE

    @property
    def printed_buyer_vat_id(self) -> str | None:
        return self.buyer.printed_vat_id if self.buyer_vat_id == "printed" else self.buyer_vat_id

    @property
    def buyer_block(self) -> tuple[str, ...]:
        return self.buyer_lines or (self.buyer.name, *self.buyer.address, _ITALY.get(self.language, "Italy"))

    @property
    def net(self) -> Decimal:
        return sum((line.net for line in self.lines), Decimal("0.00"))

    @property
    def vat_bases(self) -> dict[Decimal, Decimal]:
        """Net per printed rate, in the order of the lines."""
        bases: dict[Decimal, Decimal] = {}
        for line in self.lines:
            if line.vat_rate is not None:
                bases[line.vat_rate] = bases.get(line.vat_rate, Decimal("0.00")) + line.net
        return bases

    @property
    def vat_amounts(self) -> dict[Decimal, Decimal]:
        return {rate: to_cents(base * rate / 100) for rate, base in self.vat_bases.items()}

    @property
    def vat(self) -> Decimal:
        return sum(self.vat_amounts.values(), Decimal("0.00"))

    @property
    def gross(self) -> Decimal:
        """The sum that is owed by the lines."""
        return self.net + self.vat

    @property
    def shown_gross(self) -> Decimal:
        return self.gross if self.printed_gross is None else self.printed_gross
