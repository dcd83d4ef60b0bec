"""Polish, Czech and Hungarian invoices: both parties side by side, tables that are gross and net at once."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, suppliers, writing
from benchmarks.unseen.customers import abroad
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def polish(bill: Bill) -> str:
    """*Sprzedawca* and *nabywca* side by side, lines with net, VAT and gross, a summary *razem* and *w tym*."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = """body{font:8.5pt/1.4 'DejaVu Sans'}.top{text-align:right}.two{display:flex;gap:30px;margin:16px 0}.two>div{flex:1;border:1px solid #999;padding:8px}.two b{display:block;border-bottom:1px solid #999;margin-bottom:4px}h1{font-size:14pt;text-align:center;margin:10px}
    .items{width:100%}.items th,.items td{border:1px solid #999;padding:3px;font-size:7.5pt}.items td:nth-child(n+4){text-align:right}.vat{margin:12px 0 0 auto}.vat td,.vat th{border:1px solid #999;padding:2px 8px;text-align:right;font-size:7.5pt}.big{font-size:12pt;font-weight:bold}"""
    rows = []
    for index, line in enumerate(bill.items, 1):
        tax = writing.cents(line.net * (line.rate or Decimal(0)) / 100)
        rows.append(
            [
                str(index),
                line.text,
                line.unit or "szt.",
                f"{line.quantity:f}".replace(".", ","),
                bill.bare(line.price),
                bill.bare(line.net),
                said("rate_word") or f"{bill.style.rate(line.rate or Decimal(0))}%",
                bill.bare(tax),
                bill.bare(line.net + tax),
            ]
        )
    vat = [
        [
            said("rate_word") or f"{bill.style.rate(part.rate)}%",
            bill.bare(part.base),
            bill.bare(part.amount),
            bill.bare(part.base + part.amount),
        ]
        for part in bill.sums
    ]
    vat.append(["Razem", bill.bare(bill.net), bill.bare(bill.vat), bill.bare(bill.gross)])
    body = (
        f"<p class='top'>{text(said('made', 'Data wystawienia: {}').format(bill.date(bill.day)))}<br>{text(said('sold'))}<br>Miejsce wystawienia: {text(us.town.split()[-1])}</p><h1>{text(said('title', 'Faktura VAT nr {}').format(bill.number))}</h1>"
        f"<div class='two'><div><b>Sprzedawca</b>{lines((us.name, *us.address, f'NIP: {us.vat}', *us.register, us.email))}</div><div><b>Nabywca</b>{lines((them.name, *them.address, f'NIP: {them.vat}' if them.vat else ''))}</div></div>"
        f"{table(['Lp.', 'Nazwa towaru lub usługi', 'J.m.', 'Ilość', 'Cena netto', 'Wartość netto', 'VAT', 'Kwota VAT', 'Wartość brutto'], rows)}{table(['Stawka VAT', 'Netto', 'VAT', 'Brutto'], vat, 'vat')}"
        f"<p class='big'>Do zapłaty: {text(bill.money(bill.gross))}</p><p>Sposób płatności: przelew, termin: {text(bill.date(bill.due or bill.day))}<br>{text(us.bank)} {text(us.iban)}</p><p>{text(bill.note)}</p><p>Wystawił(a): Joanna Krawczyk</p>"
    )
    return page(css, body, language="pl", margin="12mm")


def czech(bill: Bill) -> str:
    """A tax document: *dodavatel* and *odběratel* with their dates in the right half, recapitulation below."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = """body{font:9pt/1.4 'DejaVu Sans'}.frame{border:1.5px solid #000}.two{display:flex}.two>div{flex:1;padding:8px}.two>div+div{border-left:1px solid #000}.head{display:flex;justify-content:space-between;border-bottom:1px solid #000;padding:6px;font-weight:bold;font-size:11pt}.pairs td{padding:0 10px 0 0}.small{font-size:7pt;color:#555}
    .items{width:100%;border-top:1px solid #000}.items th{font-size:7.5pt;padding:3px}.items td{padding:3px;font-size:8pt}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.vat{margin:10px}.vat td,.vat th{padding:1px 12px 1px 0;text-align:right;font-size:8pt}.sum{text-align:right;padding:8px;font-size:13pt;font-weight:bold;border-top:1px solid #000}"""
    facts = [
        (said("issued"), bill.date(bill.day)),
        (said("supply"), bill.date(bill.day)),
        (said("due"), bill.date(bill.due) if bill.due else ""),
        (said("method_label"), said("method")),
    ]
    rows = [
        [
            line.text,
            f"{line.quantity:f} {line.unit}".replace(".", ","),
            bill.bare(line.price),
            f"{bill.style.rate(line.rate or Decimal(0))} %",
            bill.bare(line.net),
        ]
        for line in bill.items
    ]
    vat = [
        [
            f"{bill.style.rate(part.rate)} %",
            bill.bare(part.base),
            bill.bare(part.amount),
            bill.bare(part.base + part.amount),
        ]
        for part in bill.sums
    ]
    body = (
        f"<div class='frame'><div class='head'><span>{text(us.name)}</span><span>{text(said('title').format(bill.number))}</span></div><div class='two'><div><span class='small'>{text(said('seller'))}</span><br>{lines((us.name, *us.address, said('our_id').format(us.vat), *us.register[:1]))}<br><br>{text(us.bank)}: {text(us.iban)}</div>"
        f"<div><span class='small'>{text(said('buyer'))}</span><br>{lines((them.name, *them.address, said('their_id').format(them.vat) if them.vat else ''))}<br><br>{pairs(facts)}</div></div>{table(said('head').split('|'), rows)}"
        f"{table(said('vat_head').split('|'), vat, 'vat')}<div class='sum'>{text(said('total'))} {text(bill.money(bill.gross))}</div></div><p>{text(bill.note)}</p><p class='small'>{text(' · '.join((*us.register, us.phone, us.email, us.web)))}</p>"
    )
    return page(css, body, language=bill.language, margin="14mm")


# fmt: off
_CS = {
    "title": "FAKTURA - daňový doklad č. {}", "seller": "Dodavatel:", "buyer": "Odběratel:", "our_id": "DIČ: {}", "their_id": "DIČ: {}", "issued": "Datum vystavení:", "supply": "Datum zdan. plnění:", "due": "Datum splatnosti:", "method_label": "Forma úhrady:", "method": "převodem",
    "head": "Označení dodávky|Množství|J.cena|DPH|Cena celkem", "vat_head": "Sazba|Základ|DPH|Celkem", "total": "CELKEM K ÚHRADĚ:",
}
_HU = {
    "title": "SZÁMLA / INVOICE {}", "seller": "Eladó / Seller", "buyer": "Vevő / Buyer", "our_id": "EU adószám / VAT No.: {}", "their_id": "EU adószám / VAT No.: {}", "issued": "Számla kelte / Issued:", "supply": "Teljesítés / Performed:", "due": "Fizetési határidő / Due:", "method_label": "Fizetési mód:", "method": "átutalás",
    "head": "Megnevezés / Item|Mennyiség|Egységár|ÁFA|Nettó", "vat_head": "ÁFA kulcs|Nettó|ÁFA|Bruttó", "total": "Fizetendő összesen / Total payable:",
}

CASES: list[Case] = [
    (
        Bill(
            "pl_goods_intra", "both sides framed", "pl", suppliers.WISLOWSKI, abroad(customers.ONDALTA, "Włochy"), "FV/311/11/2026", dt.date(2026, 11, 3), "EUR", writing.PL_EUR, writing.dotted,
            (item("Drzwi dębowe wewnętrzne 80 cm", 22, "186.00", 0), item("Ościeżnica regulowana", 22, "74.50", 0)), nature="goods", due=dt.date(2026, 12, 3), note="Wewnątrzwspólnotowa dostawa towarów, stawka 0%.", more={"sold": "Data sprzedaży: 30.10.2026"},
        ),
        polish,
    ),
    (
        Bill(
            "pl_services_np", "both sides framed", "pl", suppliers.SOFTNEST, abroad(customers.LUMARCA, "Włochy"), "12/X/2026", dt.date(2026, 10, 30), "EUR", writing.PL_EUR, writing.written("pl"),
            (item("Usługi programistyczne, październik 2026", 120, "42.00", 0, "godz."),), due=dt.date(2026, 11, 13), note="Odwrotne obciążenie / reverse charge.", more={"title": "Faktura nr {}", "rate_word": "np.", "made": "Data wystawienia: {}", "sold": "Data zakończenia dostawy/usługi: 30.10.2026"},
        ),
        polish,
    ),
    (
        Bill(
            "pl_domestic_two_rates", "both sides framed", "pl", suppliers.WISLOWSKI, abroad(customers.DUVALLON, "Francja"), "FV/298/10/2026", dt.date(2026, 10, 22), "PLN", writing.PL_PLN, writing.iso,
            (item("Stół konferencyjny 240 cm", 1, "4200.00", 23), item("Katalog wzorów (książka)", 10, "32.00", 5)), nature="goods", due=dt.date(2026, 11, 5),
        ),
        polish,
    ),
    (
        Bill(
            "cs_glass_domestic_vat", "framed tax document", "cs", suppliers.PODEBRADY, abroad(customers.PIVETTI, "Itálie"), "2260041", dt.date(2026, 9, 2), "CZK", writing.CZ_CZK, writing.dotted_spaced,
            (item("Váza broušená 30 cm", 24, "890.00", 21, "ks"), item("Sada sklenic, 6 ks", 12, "640.00", 21, "ks")), nature="goods", due=dt.date(2026, 9, 16), more=_CS,
        ),
        czech,
    ),
    (
        Bill(
            "hu_machine_parts", "framed tax document", "hu", suppliers.PANNONIA, customers.BERGAMIN, "PG-2026/00318", dt.date(2026, 11, 12), "EUR", Style(" ", ",", "# EUR"), writing.hungarian,
            (item("Hajtómű ház / Gear housing", 6, "415.00", 0, "db"), item("Tömítés / Gasket", 60, "3.20", 0, "db")), nature="goods", due=dt.date(2026, 12, 12), note="Közösségen belüli termékértékesítés / Intra-community supply of goods, VAT exempt.", more=_HU,
        ),
        czech,
    ),
]
