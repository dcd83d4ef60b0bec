"""The facts of an invented document, its sums, and the truth a perfect reader returns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from benchmarks.unseen.writing import Dates, Style, cents

ZERO = Decimal(0)


@dataclass(frozen=True)
class Party:
    """A company or a person. ``vat`` is written as printed; ``land`` is the country's name as printed."""

    name: str
    street: str
    town: str
    country: str
    land: str = ""
    vat: str | None = None
    register: tuple[str, ...] = ()
    """Register numbers, directors, capital: what stands in footers."""
    phone: str = ""
    email: str = ""
    web: str = ""
    bank: str = ""
    iban: str = ""
    bic: str = ""

    @property
    def address(self) -> tuple[str, ...]:
        """Street, town and country, without what is not printed."""
        return tuple(line for line in (*self.street.split("\n"), self.town, self.land) if line)

    @property
    def vat_plain(self) -> str | None:
        """The VAT id as the truth has it: no spaces, dots or dashes, Swiss numbers as printed."""
        if self.vat is None or self.vat.startswith("CHE"):
            return self.vat
        return self.vat.translate(str.maketrans("", "", " .-"))


@dataclass(frozen=True)
class Item:
    """A line of an invoice. ``price`` and sums are without VAT; ``rate`` None: no VAT is named."""

    text: str
    quantity: Decimal
    price: Decimal
    rate: Decimal | None = None
    unit: str = ""
    code: str = ""
    detail: str = ""

    @property
    def net(self) -> Decimal:
        return cents(self.quantity * self.price)


def item(  # noqa: PLR0917  (a row of a table: its cells stand in their order)
    text: str,
    quantity: str | int,
    price: str,
    rate: str | int | None = None,
    unit: str = "",
    code: str = "",
    detail: str = "",
) -> Item:
    """An item from text, in the order of an invoice's columns."""
    return Item(text, Decimal(quantity), Decimal(price), None if rate is None else Decimal(rate), unit, code, detail)


@dataclass(frozen=True)
class VatSum:
    rate: Decimal
    base: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Bill:
    """A document with everything that can be printed of it.

    ``hidden`` names fields of the truth that are not printed (their truth is null); ``open`` names fields that
    the page leaves open, where any ``sicuro`` is wrong.
    """

    stem: str
    layout: str
    language: str
    supplier: Party
    customer: Party
    number: str
    day: dt.date
    currency: str
    style: Style
    date: Dates
    items: tuple[Item, ...]
    kind: str = "invoice"
    nature: str | None = "services"
    due: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    paid_on: dt.date | None = None
    discount: Decimal = ZERO
    """A deduction from the net, positive, at the first rate."""
    shipping: Decimal = ZERO
    """Carriage, at the first rate."""
    prepaid: Decimal = ZERO
    previous: Decimal = ZERO
    credit: bool = False
    sign: int = 1
    """-1 where a credit note prints its amounts as negative."""
    hidden: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    note: str = ""
    vat_country: str | None = None
    more: Mapping[str, str] = field(default_factory=dict)
    """Words of this document alone, by the name its layout gives them."""

    @property
    def sums(self) -> tuple[VatSum, ...]:
        """VAT by rate, the highest base first printed as it occurs; empty when no line names a rate."""
        bases: dict[Decimal, Decimal] = {}
        for line in self.items:
            if line.rate is not None:
                bases[line.rate] = bases.get(line.rate, ZERO) + line.net
        if bases and (self.discount or self.shipping):
            first = next(iter(bases))
            bases[first] += self.shipping - self.discount
        return tuple(
            VatSum(rate, self.sign * base, self.sign * cents(base * rate / 100)) for rate, base in bases.items()
        )

    @property
    def items_net(self) -> Decimal:
        return self.sign * sum((line.net for line in self.items), ZERO)

    @property
    def net(self) -> Decimal:
        return self.items_net + self.sign * (self.shipping - self.discount)

    @property
    def vat(self) -> Decimal:
        return sum((row.amount for row in self.sums), ZERO)

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat

    @property
    def due_amount(self) -> Decimal:
        return self.gross - self.prepaid + self.previous

    def money(self, value: Decimal, places: int | None = None) -> str:
        return self.style.money(value, places)

    def bare(self, value: Decimal, places: int | None = None) -> str:
        return self.style.bare(value, places)

    def said(self, name: str, default: str = "") -> str:
        return self.more.get(name, default)


def truth_of(bill: Bill) -> dict[str, Any]:
    """The truth in the format of the public set, with kind, nature and the country whose VAT is charged."""
    charged = any(row.amount for row in bill.sums)
    truth: dict[str, Any] = {
        "file": f"{bill.stem}.pdf",
        "layout": bill.layout,
        "language": bill.language,
        "supplier_name": bill.supplier.name,
        "supplier_vat_id": bill.supplier.vat_plain,
        "supplier_country": bill.supplier.country,
        "customer_name": bill.customer.name,
        "customer_vat_id": bill.customer.vat_plain,
        "invoice_number": bill.number,
        "invoice_date": bill.day.isoformat(),
        "currency": bill.currency,
        "total_net": f"{cents(bill.net)}",
        "total_vat": f"{cents(bill.vat)}",
        "total_gross": f"{cents(bill.gross)}",
        "vat_lines": [
            {"rate": f"{row.rate.normalize():f}", "base": f"{cents(row.base)}", "amount": f"{cents(row.amount)}"}
            for row in bill.sums
        ]
        or None,
        "is_credit_note": bill.credit,
        "document_kind": bill.kind,
        "nature": bill.nature,
        "vat_charged": charged,
        "vat_country": (bill.vat_country or bill.supplier.country) if charged else None,
        "open": sorted(bill.open),
    }
    for name in bill.hidden | bill.open:
        truth[name] = None
    return truth
