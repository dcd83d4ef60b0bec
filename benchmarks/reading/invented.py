"""Invoices made up by chance from a seed: many languages, layouts, formats. No real supplier is among them.

They measure whether the rules generalise: a layout drawn here was never looked at while a rule was written.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import Any, NamedTuple

from fpdf import FPDF

from benchmarks.reading.tongues import TONGUES, Tongue

CENT = Decimal("0.01")


class Invented(NamedTuple):
    """A PDF with the values that are printed on it."""

    name: str
    pdf: bytes
    truth: dict[str, Any]


class Company(NamedTuple):
    name: str
    street: str
    place: str
    country: str
    country_name: str
    vat_id: str
    site: str


_PREFIXES = {"GB": "GB", "US": "", "CH": "CHE"}
_MAKERS: dict[str, tuple[str, str, Callable[[Callable[[str], str]], str]]] = {
    "DE": ("stdnum.de.vat", "DE", lambda pick: "".join(pick("0123456789") for _ in range(9))),
    "AT": ("stdnum.at.uid", "AT", lambda pick: "U" + "".join(pick("0123456789") for _ in range(8))),
    "FR": ("stdnum.fr.tva", "FR", lambda pick: "".join(pick("0123456789") for _ in range(11))),
    "ES": ("stdnum.es.nif", "ES", lambda pick: "B" + "".join(pick("0123456789") for _ in range(8))),
    "NL": ("stdnum.nl.btw", "NL", lambda pick: "".join(pick("0123456789") for _ in range(9)) + "B01"),
    "BE": ("stdnum.be.vat", "BE", lambda pick: "0" + "".join(pick("0123456789") for _ in range(9))),
    "PT": ("stdnum.pt.nif", "PT", lambda pick: "5" + "".join(pick("0123456789") for _ in range(8))),
    "IE": (
        "stdnum.ie.vat",
        "IE",
        lambda pick: "".join(pick("0123456789") for _ in range(7)) + pick("ABCDEFGHIJKLMNOPQRSTUVW"),
    ),
    "GB": ("stdnum.gb.vat", "GB", lambda pick: "".join(pick("0123456789") for _ in range(9))),
    "IT": ("stdnum.it.iva", "IT", lambda pick: "0" + "".join(pick("0123456789") for _ in range(10))),
    "LU": ("stdnum.lu.tva", "LU", lambda pick: "".join(pick("0123456789") for _ in range(8))),
    "SE": ("stdnum.se.vat", "SE", lambda pick: "55" + "".join(pick("0123456789") for _ in range(8)) + "01"),
    "DK": ("stdnum.dk.cvr", "DK", lambda pick: "".join(pick("123456789") for _ in range(8))),
}


def vat_number(country: str, chance: random.Random) -> str:
    """A number with right check digits, or an empty text where the country has none here."""
    if country not in _MAKERS:
        return ""
    module, prefix, make = _MAKERS[country]
    checker: Any = import_module(module)
    while True:
        body = make(chance.choice)
        if checker.is_valid(body):
            return prefix + body


_BUYERS = (
    ("Ponterosso Meccanica S.r.l.", "Via delle Acacie 12", "36015 Schio VI"),
    ("LABORATORI VALMARINA S.P.A.", "Corso Italia 140", "31015 Conegliano TV"),
    ("Cantina Dossobuono di Rizzi & C. S.n.c.", "Località Campagnola 3", "37062 Villafranca di Verona"),
    ("Studio Terzaghi SRL", "Via Vittorio Veneto 7/A", "21100 Varese"),
    ("Editrice Calamo S.r.l.", "Piazza San Marco 2", "20121 Milano (MI)"),
)
_STEMS = (
    "Vallendor",
    "Quorix",
    "Brannheim",
    "Altavela",
    "Tessaro",
    "Nordwyk",
    "Pellune",
    "Karmeso",
    "Ostrevan",
    "Lumbrica",
    "Hexaware Delta",
    "Rivocourt",
)


def invent(seed: int) -> Invented:
    """The invoice of one seed: equal seeds give equal invoices."""
    chance = random.Random(seed)
    tongue = TONGUES[chance.choice(sorted(TONGUES))]
    country = chance.choice(tongue.countries)
    supplier = _supplier(tongue, country, chance)
    buyer = _buyer(chance)
    day = dt.date(2025, 1, 1) + dt.timedelta(days=chance.randrange(700))
    charged = chance.random() < 0.25 and country not in {"US", "CH"}
    rate = Decimal(tongue.rates[country]) if charged else Decimal(0)
    goods = chance.random() < 0.4
    lines = _lines(tongue, chance, goods=goods)
    net = sum((quantity * price for _, quantity, price in lines), Decimal(0)).quantize(CENT)
    vat = (net * rate / 100).quantize(CENT)
    credit = chance.random() < 0.15
    truth: dict[str, Any] = {
        "language": tongue.code,
        "document_kind": "credit_note" if credit else "invoice",
        "supplier_name": supplier.name,
        "supplier_vat_id": supplier.vat_id or None,
        "supplier_country": country,
        "customer_name": buyer.name,
        "customer_vat_id": buyer.vat_id,
        "invoice_number": _number(chance, day),
        "invoice_date": day.isoformat(),
        "due_date": (day + dt.timedelta(days=30)).isoformat(),
        "currency": tongue.currencies[country],
        "total_net": str(net),
        "total_vat": str(vat),
        "total_gross": str(net + vat),
        "is_credit_note": credit,
        "nature": "goods" if goods else "services",
        "rate": str(rate),
    }
    sheet = _Sheet(tongue, country, chance)
    chance.choice((_letter, _columns, _labelled))(sheet, supplier, buyer, truth)
    _table(sheet, lines)
    _totals(sheet, truth)
    _footer(sheet, supplier, truth)
    return Invented(f"invented-{seed:04d}-{tongue.code}-{country}.pdf", bytes(sheet.pdf.output()), truth)


def _supplier(tongue: Tongue, country: str, chance: random.Random) -> Company:
    stem = chance.choice(_STEMS)
    name = chance.choice(tongue.names[country]).format(stem)
    street, place = chance.choice(tongue.places[country])
    site = stem.lower().replace(" ", "") + "." + tongue.domains.get(country, "com")
    return Company(name, street, place, country, tongue.country_names[country], vat_number(country, chance), site)


def _buyer(chance: random.Random) -> Company:
    name, street, place = chance.choice(_BUYERS)
    return Company(name, street, place, "IT", "", vat_number("IT", chance), "")


def _number(chance: random.Random, day: dt.date) -> str:
    serial = chance.randrange(10, 99999)
    return chance.choice(
        (
            f"{day.year}-{serial:05d}", f"RE{serial:06d}", f"{serial:07d}", f"INV-{serial}", f"{day:%y%m}/{serial}",
            f"F{day.year}{serial:05d}", f"{serial}/{day.year}", f"A-{serial}-{day:%y}", f"SI{day:%y}.{serial:05d}",
        )
    )  # fmt: skip


def _lines(tongue: Tongue, chance: random.Random, *, goods: bool) -> list[tuple[str, Decimal, Decimal]]:
    wares = tongue.goods if goods else tongue.services
    return [
        (text, Decimal(chance.randrange(1, 40)), Decimal(chance.randrange(250, 90000)) / 100)
        for text in chance.sample(wares, k=min(len(wares), chance.randrange(1, 4)))
    ]


class _Sheet:
    """A page being written, with the habits of one supplier."""

    def __init__(self, tongue: Tongue, country: str, chance: random.Random) -> None:
        self.tongue, self.country, self.chance = tongue, country, chance
        self.pdf = FPDF(format=chance.choice(("A4", "A4", "Letter")))
        self.pdf.core_fonts_encoding = "windows-1252"
        self.pdf.set_auto_page_break(auto=False)
        self.pdf.add_page()
        self.family = chance.choice(("Helvetica", "Times", "Courier"))
        self.size = chance.choice((9, 10, 10, 11)) - (1 if self.family == "Courier" else 0)
        self.date_style = chance.choice(tongue.dates[country])
        self.symbol = chance.random() < 0.6
        self.y = 20.0

    def write(
        self, x: float, text: str, *, y: float | None = None, bold: bool = False, size: float = 0, right: bool = False
    ) -> None:
        self.pdf.set_font(self.family, "B" if bold else "", size or self.size)
        width = self.pdf.get_string_width(text)
        self.pdf.text(x - width if right else x, self.y if y is None else y, text)

    def down(self, by: float = 5.0) -> None:
        self.y += by

    def date(self, iso: str) -> str:
        return self.date_style(dt.date.fromisoformat(iso), self.tongue)

    def amount(self, value: Decimal, currency: str | None = None) -> str:
        text = self.tongue.numbers[self.country](value)
        if currency is None:
            return text
        sign = {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency) if self.symbol else currency
        if sign in {"$", "£"} or (self.tongue.code in {"en", "nl"} and sign == "€"):
            return f"{sign}{text}"
        return f"{text} {sign}" if self.chance.random() < 0.8 else f"{sign} {text}"


def _block(
    sheet: _Sheet, x: float, company: Company, *, y: float, lead: str | None = None, vat: str | None = None
) -> float:
    rows = [company.name, company.street, company.place]
    if company.country_name:
        rows.append(company.country_name)
    elif company.country == "IT":
        rows.append(sheet.tongue.italy)
    if vat:
        rows.append(vat)
    if lead:
        sheet.write(x, lead, y=y, bold=True)
        y += 5
    for row in rows:
        sheet.write(x, row, y=y)
        y += 4.6
    return y


def _letter(sheet: _Sheet, supplier: Company, buyer: Company, truth: dict[str, Any]) -> None:
    """A business letter: the sender in one small line over the window, details at the right."""
    if sheet.chance.random() < 0.5:
        sheet.write(20, supplier.name, y=20, bold=True, size=15)
    sheet.write(20, f"{supplier.name} · {supplier.street} · {supplier.place}", y=48, size=7)
    _block(sheet, 20, buyer, y=54)
    _details(sheet, truth, buyer, x=120, y=54)
    sheet.y = 98
    title = sheet.tongue.credit if truth["is_credit_note"] else sheet.tongue.invoice
    sheet.write(20, f"{title} {truth['invoice_number']}" if sheet.chance.random() < 0.5 else title, bold=True, size=14)
    sheet.down(10)


def _columns(sheet: _Sheet, supplier: Company, buyer: Company, truth: dict[str, Any]) -> None:
    """Both parties under headings side by side, details in a row of columns."""
    title = sheet.tongue.credit if truth["is_credit_note"] else sheet.tongue.invoice
    sheet.write(20, title, y=22, bold=True, size=18)
    left, right = sheet.tongue.seller, sheet.tongue.buyer
    end = _block(sheet, 20, supplier, y=36, lead=left)
    end = max(end, _block(sheet, 115, buyer, y=36, lead=right, vat=f"{sheet.tongue.buyer_vat} {buyer.vat_id}"))
    heads = [
        (sheet.tongue.number, truth["invoice_number"]),
        (sheet.tongue.date, sheet.date(truth["invoice_date"])),
        (sheet.tongue.due, sheet.date(truth["due_date"])),
    ]
    y = end + 8
    for index, (head, value) in enumerate(heads):
        sheet.write(20 + 60 * index, head, y=y, bold=True)
        sheet.write(20 + 60 * index, value, y=y + 5)
    sheet.y = y + 18


def _labelled(sheet: _Sheet, supplier: Company, buyer: Company, truth: dict[str, Any]) -> None:
    """The supplier at the top, then labels and values, then the buyer."""
    sheet.write(20, supplier.name, y=20, bold=True, size=13)
    for offset, row in enumerate((supplier.street, supplier.place, supplier.country_name, f"www.{supplier.site}"), 1):
        sheet.write(20, row, y=20 + 4.8 * offset)
    title = sheet.tongue.credit if truth["is_credit_note"] else sheet.tongue.invoice
    sheet.write(190, title.upper(), y=22, bold=True, size=16, right=True)
    _details(sheet, truth, buyer, x=120, y=34)
    _block(sheet, 20, buyer, y=58, lead=sheet.tongue.buyer)
    sheet.y = 92


def _details(sheet: _Sheet, truth: dict[str, Any], buyer: Company, *, x: float, y: float) -> None:
    rows = [
        (sheet.tongue.number, truth["invoice_number"]),
        (sheet.tongue.date, sheet.date(truth["invoice_date"])),
        (sheet.tongue.due, sheet.date(truth["due_date"])),
        (sheet.tongue.client_number, str(sheet.chance.randrange(1000, 99999))),
        (sheet.tongue.buyer_vat, buyer.vat_id),
    ]
    inline = sheet.chance.random() < 0.5
    for label, value in rows:
        if inline:
            sheet.write(x, f"{label}: {value}", y=y)
        else:
            sheet.write(x, label, y=y)
            sheet.write(x + 42, value, y=y)
        y += 4.9


def _table(sheet: _Sheet, lines: list[tuple[str, Decimal, Decimal]]) -> None:
    heads = sheet.tongue.heads
    for x, head in zip((20, 120, 150, 190), heads, strict=True):
        sheet.write(x, head, bold=True, right=x > 100)
    sheet.pdf.line(20, sheet.y + 1.5, 190, sheet.y + 1.5)
    sheet.down(6)
    for text, quantity, price in lines:
        sheet.write(20, text)
        sheet.write(120, str(quantity), right=True)
        sheet.write(150, sheet.amount(price), right=True)
        sheet.write(190, sheet.amount((quantity * price).quantize(CENT)), right=True)
        sheet.down(5.5)
    sheet.down(4)


def _totals(sheet: _Sheet, truth: dict[str, Any]) -> None:
    tongue, currency = sheet.tongue, truth["currency"]
    net, vat, gross = (Decimal(truth[f"total_{name}"]) for name in ("net", "vat", "gross"))
    rate = truth["rate"]
    rows = [(tongue.net, net), (tongue.vat.format(rate), vat), (tongue.total, gross)]
    for label, value in rows:
        sheet.write(150, label, right=True, bold=label == tongue.total)
        sheet.write(190, sheet.amount(value, currency), right=True, bold=label == tongue.total)
        sheet.down(5.5)
    sheet.down(6)
    if not vat:
        sheet.write(20, tongue.reverse)
        sheet.down(6)
    sheet.write(20, tongue.closing)


def _footer(sheet: _Sheet, supplier: Company, truth: dict[str, Any]) -> None:
    bottom = sheet.pdf.h - 22
    vat = f"{sheet.tongue.seller_vat} {supplier.vat_id}" if supplier.vat_id else ""
    pieces = [
        supplier.name,
        f"{supplier.street}, {supplier.place}, {supplier.country_name}",
        vat,
        f"info@{supplier.site}",
    ]
    if sheet.chance.random() < 0.5:
        sheet.write(20, " | ".join(piece for piece in pieces if piece), y=bottom, size=7)
    else:
        for offset, piece in enumerate(pieces):
            sheet.write(20, piece, y=bottom + 3.4 * offset, size=7)
    del truth


Layout = Callable[[_Sheet, Company, Company, dict[str, Any]], None]
