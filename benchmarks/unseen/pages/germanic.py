"""German and Austrian letters: window address, block of facts, totals under the table, footer of small columns."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, table, text

Case = tuple[Bill, Callable[[Bill], str]]

_CSS = """
body{font:10pt/1.35 'Liberation Sans'}.logo{text-align:right;font-size:19pt;font-weight:bold;color:#0b5d7a;height:70px}
.sender{font-size:6.5pt;text-decoration:underline;margin-bottom:4px}.head{display:flex;justify-content:space-between;min-height:130px}
.pairs td{padding:0 0 1px 12px;font-size:9pt}h2{font-size:13pt;margin:28px 0 8px}
.items{width:100%;margin:14px 0 6px}.items th{background:#e8eef1;font-size:8.5pt;padding:4px}.items td{padding:4px;border-bottom:.5px solid #ccc}
.items td:nth-child(n+4),.items th:nth-child(n+4){text-align:right}
.sums{width:46%;margin-left:54%}.sums td{padding:2px 4px}.sums td:last-child{text-align:right}.sums tr:last-child td{font-weight:bold;border-top:1px solid #000}
.foot{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-between;font-size:7pt;color:#555;border-top:.5px solid #999;padding-top:5px}
"""


_HELLO = "Sehr geehrte Damen und Herren,\nfür unsere Lieferungen und Leistungen berechnen wir Ihnen:"


def _rows(bill: Bill) -> list[list[str]]:
    return [
        [
            str(position),
            f"{line.quantity:f}".replace(".", ","),
            line.unit or "Stk.",
            f"{line.text}\n{line.detail}" if line.detail else line.text,
            bill.bare(line.price),
            bill.bare(bill.sign * line.net),
        ]
        for position, line in enumerate(bill.items, 1)
    ]


def _sums(bill: Bill) -> list[tuple[str, str]]:
    sums = [(bill.said("net", "Nettobetrag"), bill.money(bill.net))]
    if bill.shipping:
        sums = [("Summe Positionen", bill.money(bill.items_net)), ("Versandkosten", bill.money(bill.shipping)), *sums]
    if bill.discount:
        sums = [("Zwischensumme", bill.money(bill.items_net)), ("abzgl. 5 % Rabatt", bill.money(-bill.discount)), *sums]
    pattern = bill.said("vat", "zzgl. {rate} % MwSt.")
    sums += [
        (pattern.format(rate=bill.style.rate(part.rate), base=bill.money(part.base)), bill.money(part.amount))
        for part in bill.sums
    ]
    sums.append((bill.said("total", "Rechnungsbetrag"), bill.money(bill.gross)))
    if bill.prepaid:
        sums += [("abzgl. Anzahlung", bill.money(-bill.prepaid)), ("Restbetrag", bill.money(bill.due_amount))]
    return sums


def letter(bill: Bill) -> str:
    """A business letter with the sender's line in the window and everything about the seller in the footer."""
    us = bill.supplier
    facts = [
        (bill.said("number", "Rechnungs-Nr.:"), bill.number),
        (bill.said("issued", "Datum:"), bill.date(bill.day)),
        ("Kunden-Nr.:", bill.said("customer_no", "10442")),
        (bill.said("supply", "Leistungsdatum:"), bill.said("supplied")),
        ("Ihre USt-IdNr.:", bill.customer.vat or ""),
        ("Bearbeiter:", bill.said("clerk")),
    ]
    foot = (
        lines((us.name, us.street, us.town)),
        lines((f"Tel. {us.phone}" if us.phone else "", us.email, us.web)),
        lines((us.bank, f"IBAN {us.iban}", f"BIC {us.bic}" if us.bic else "")),
        lines((*us.register, f"USt-IdNr. {us.vat}" if us.vat else "")),
    )
    body = (
        f'<div class="logo">{text(bill.said("logo", us.name.split()[0]))}</div>'
        f'<div class="sender">{text(f"{us.name} · {us.street} · {us.town}")}</div>'
        f'<div class="head"><div>{lines((bill.customer.name, *bill.customer.address))}</div>{pairs(facts)}</div>'
        f"<h2>{text(bill.said('title', 'Rechnung'))}</h2><p>{text(bill.said('hello', _HELLO))}</p>"
        f"{table(['Pos.', 'Menge', 'Einh.', 'Bezeichnung', 'Einzelpreis', 'Gesamt'], _rows(bill))}{pairs(_sums(bill), 'sums')}"
        f"<p>{text(bill.note)}</p><p>{text(bill.said('pay', 'Zahlbar innerhalb von 14 Tagen ohne Abzug.'))}</p><p>Mit freundlichen Grüßen<br>{text(us.name)}</p>"
        f'<div class="foot">{"".join(f"<div>{part}</div>" for part in foot)}</div>'
    )
    return page(_CSS, body, language="de", margin="18mm 18mm 16mm 22mm")


def plain_letter(bill: Bill) -> str:
    """A craftsman's letter: the facts stand in sentences, the sums in lines with dots."""
    us = bill.supplier
    dots = "".join(
        f'<div class="line"><span>{text(label)}</span><i></i><span>{text(value)}</span></div>'
        for label, value in _sums(bill)
    )
    work = "".join(
        f'<div class="line"><span>{text(f"{line.quantity:f} {line.unit} {line.text}")}</span><i></i><span>{text(bill.money(line.net))}</span></div>'
        for line in bill.items
    )
    css = """body{font:11.5pt/1.5 'Liberation Serif'}.line{display:flex}.line i{flex:1;border-bottom:1px dotted #555;margin:0 6px 5px}
    .right{text-align:right}h1{font-size:15pt;font-weight:normal;letter-spacing:2px;text-align:center;border-bottom:1px solid;padding-bottom:6px}"""
    said = f"{us.phone} · {us.email}"
    tax = " · ".join(part for part in (*us.register, f"UID {us.vat}" if us.vat else "") if part)
    body = (
        f"<h1>{text(us.name)}</h1><p class='right'>{lines((us.street, us.town, said))}</p>"
        f"<p>{lines((bill.customer.name, *bill.customer.address))}</p>"
        f"<p class='right'>{text(bill.said('place', us.town.split()[-1]))}, {text(bill.said('am', 'am '))}{text(bill.date(bill.day))}</p>"
        f"<p><b>{text(bill.said('title', 'Rechnung Nr.'))} {text(bill.number)}</b></p><p>{text(bill.said('hello', 'Für die ausgeführten Arbeiten erlaube ich mir zu berechnen:'))}</p>"
        f"{work}<p></p>{dots}<p>{text(bill.note)}</p><p>{text(bill.said('pay', 'Bitte überweisen Sie den Betrag auf das Konto'))} {text(us.iban)} ({text(us.bank)}).</p><p style='font-size:9pt'>{text(tax)}</p>"
    )
    return page(css, body, language="de", margin="20mm 24mm")


def modern(bill: Bill) -> str:
    """An accounting program's default: facts in a row above the table, VAT by rate, footer of one line."""
    us = bill.supplier
    css = """body{font:9.5pt/1.45 'DejaVu Sans';color:#333}h1{font-weight:normal;font-size:22pt;color:#c0392b;margin:30px 0 10px}
    .bar{display:flex;gap:34px;border-top:2px solid #c0392b;border-bottom:1px solid #ddd;padding:8px 0;margin-bottom:18px}.bar b{display:block;font-size:7.5pt;color:#888;font-weight:normal}
    .items{width:100%}.items th{font-size:8pt;color:#888;border-bottom:1px solid #ccc;padding:4px 2px}.items td{padding:6px 2px}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}
    .sums{margin:18px 0 0 auto}.sums td{padding:2px 0 2px 30px;text-align:right}.foot{position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7pt;color:#888}"""
    facts = [
        (bill.said("number", "Rechnungsnr."), bill.number),
        (bill.said("issued", "Rechnungsdatum"), bill.date(bill.day)),
        (bill.said("supply", "Lieferdatum"), bill.said("supplied")),
        ("Fällig am", bill.date(bill.due) if bill.due else ""),
        ("Kundennummer", bill.said("customer_no", "K-2087")),
    ]
    bar = "".join(f"<div><b>{text(label)}</b>{text(value)}</div>" for label, value in facts if value)
    rows = [
        [
            f"{line.text}\n{line.detail}" if line.detail else line.text,
            f"{line.quantity:f} {line.unit}".replace(".", ","),
            bill.money(line.price),
            f"{bill.style.rate(line.rate or Decimal(0))} %",
            bill.money(bill.sign * line.net),
        ]
        for line in bill.items
    ]
    theirs = f"USt-IdNr.: {bill.customer.vat}" if bill.customer.vat else ""
    foot = " | ".join(
        part
        for part in (
            us.name,
            us.street,
            us.town,
            us.email,
            f"USt-ID {us.vat}" if us.vat else "",
            *us.register,
            us.bank,
            us.iban,
        )
        if part
    )
    body = (
        f"<div style='display:flex;justify-content:space-between'><div>{lines((bill.customer.name, *bill.customer.address, theirs))}</div>"
        f"<div style='text-align:right'><b>{text(us.name)}</b><br>{lines((us.street, us.town, us.web))}</div></div>"
        f"<h1>{text(bill.said('title', 'Rechnung'))}</h1><div class='bar'>{bar}</div>"
        f"{table(['Beschreibung', 'Menge', 'Preis', 'USt.', 'Betrag'], rows)}{pairs(_sums(bill), 'sums')}<p>{text(bill.note)}</p><div class='foot'>{text(foot)}</div>"
    )
    return page(css, body, language="de")


# fmt: off
CASES: list[Case] = [
    (
        Bill(
            "de_letter_goods_intra", "DIN letter", "de", suppliers.NORDQUELL, abroad(customers.BERGAMIN, "Italien"), "R-2611-0442", dt.date(2026, 11, 17), "EUR", writing.DE_EUR, writing.dotted,
            (item("Kältetrockner KT 85, 230 V", 2, "1284.00", 0, "Stk.", detail="Zolltarif-Nr. 8419 3900, Ursprung DE"), item("Ersatzfilterelement F-12", 10, "48.35", 0, "Stk.")), nature="goods", shipping=Decimal("145.00"),
            note="Steuerfreie innergemeinschaftliche Lieferung nach § 4 Nr. 1b UStG. Lieferbedingung: DAP Cadoneghe (Incoterms 2020).",
            more={"supplied": "16.11.2026", "vat": "Umsatzsteuer {rate} %", "total": "Gesamtbetrag", "clerk": "Fr. Clausen"},
        ),
        letter,
    ),
    (
        Bill(
            "de_letter_reverse", "DIN letter", "de", suppliers.WERKSCHMIEDE, abroad(customers.SALVETTI, "Italien"), "2026/1093", dt.date(2026, 9, 30), "EUR", writing.DE_EUR_CODE, writing.written("de", "{day}. {month} {year}"),
            (item("Redaktion Kundenmagazin Herbst 2026", 38, "95.00", 0, "Std."), item("Satz und Bildbearbeitung", 12, "82.50", 0, "Std.")),
            note="Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge) gem. Art. 196 MwStSystRL.",
            more={"number": "Rechnungsnummer", "issued": "Rechnungsdatum", "supply": "Leistungszeitraum", "supplied": "01.09. – 30.09.2026", "vat": "MwSt. {rate} %", "net": "Summe netto", "total": "Rechnungsbetrag brutto"},
        ),
        letter,
    ),
    (
        Bill(
            "de_letter_two_rates", "DIN letter", "de", suppliers.NORDQUELL, without_vat(customers.KREHMER), "R-2610-0398", dt.date(2026, 10, 29), "EUR", writing.DE_EUR, writing.dotted,
            (item("Wartung Kompressorstation", 6, "118.00", 19, "Std."), item("Fachbuch Druckluftpraxis", 3, "46.73", 7, "Stk."), item("Ölabscheider OA 3", 1, "389.90", 19, "Stk.")), nature="mixed", prepaid=Decimal("300.00"),
            more={"vat": "{rate} % MwSt. aus {base}", "net": "Summe netto", "total": "Endbetrag", "supplied": "26.10.2026"},
        ),
        letter,
    ),
    (
        Bill(
            "de_letter_correction", "DIN letter", "de", suppliers.WERKSCHMIEDE, abroad(customers.SALVETTI, "Italien"), "GS-2026/041", dt.date(2026, 10, 14), "EUR", writing.DE_EUR, writing.dotted,
            (item("Gutschrift Satzarbeiten", 4, "82.50", 0, "Std."),), kind="credit_note", credit=True, sign=-1, note="Bezug: Rechnung 2026/1093 vom 30.09.2026. Steuerschuldnerschaft des Leistungsempfängers.",
            more={"number": "Belegnummer", "title": "Rechnungskorrektur", "vat": "MwSt. {rate} %", "total": "Gesamtbetrag", "pay": "Der Betrag wird Ihnen gutgeschrieben.", "hello": "wie vereinbart schreiben wir Ihnen gut:"},
        ),
        letter,
    ),
    (
        Bill(
            "de_craft_small_business", "prose letter", "de", suppliers.FALKENTAL, without_vat(abroad(customers.TESSARO, "Italien")), "88/2026", dt.date(2026, 11, 5), "EUR", writing.DE_PLAIN, writing.written("de", "{day}. {month} {year}"),
            (item("Flaschen Walnussöl 0,5 l", 24, "9.80"), item("Kanister Leinöl 5 l", 2, "41.00")), nature="goods", hidden=frozenset({"total_vat", "supplier_vat_id"}),
            note="Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.", more={"total": "Gesamtsumme", "net": "Summe", "hello": "Vielen Dank für Ihre Bestellung. Ich berechne Ihnen:"},
        ),
        plain_letter,
    ),
    (
        Bill(
            "at_craft_software", "prose letter", "de", suppliers.KAFFEEHOF, abroad(customers.TRENTAMICI, "Italien"), "KH26-071", dt.date(2026, 10, 2), "EUR", writing.AT_EUR, writing.dotted_short,
            (item("Anpassung Warenwirtschaft", 14, "110.00", 0, "h"), item("Schulung vor Ort", 3, "130.00", 0, "h")), hidden=frozenset({"customer_vat_id"}),
            note="Die Steuerschuld geht auf den Leistungsempfänger über (Reverse Charge).", more={"total": "Gesamt", "vat": "+ {rate}% USt", "title": "Honorarnote", "am": "", "place": "Wien"},
        ),
        plain_letter,
    ),
    (
        Bill(
            "de_modern_services", "bar of facts", "de", suppliers.CODEHAVEN, customers.ROTHWIESE, "RE-10077", dt.date(2026, 11, 2), "EUR", writing.DE_EUR, writing.dotted,
            (item("Backend-Entwicklung Oktober", "52.5", "98.00", 19, "Std."), item("Code-Review", 6, "98.00", 19, "Std.")), due=dt.date(2026, 11, 16), discount=Decimal("286.65"),
            more={"total": "Gesamtbetrag brutto", "net": "Gesamtbetrag netto", "vat": "Umsatzsteuer {rate} %", "supply": "Leistungszeitraum", "supplied": "10/2026"},
        ),
        modern,
    ),
    (
        Bill(
            "at_modern_install", "bar of facts", "de", suppliers.ALMTECH, abroad(customers.TRENTAMICI, "Italien"), "AR 26/00318", dt.date(2026, 11, 11), "EUR", writing.AT_EUR, writing.dotted,
            (item("Förderseil 28 mm, verzinkt", 420, "18.90", 0, "m"), item("Lieferung und Montage vor Ort, Bergstation Trento", 1, "6400.00", 0, "psch.")), nature="mixed", due=dt.date(2026, 12, 11),
            note="Übergang der Steuerschuld auf den Leistungsempfänger.", more={"total": "Zahlbetrag", "net": "Summe netto", "vat": "{rate} % USt."},
        ),
        modern,
    ),
    (
        Bill(
            "de_modern_gutschrift", "bar of facts", "de", suppliers.CODEHAVEN, customers.ROTHWIESE, "GU-0112", dt.date(2026, 11, 6), "EUR", writing.DE_EUR, writing.dotted,
            (item("Nachlass Code-Review Oktober", 2, "98.00", 19, "Std."),), kind="credit_note", credit=True,
            more={"title": "Gutschrift", "number": "Gutschriftsnr.", "issued": "Datum", "total": "Gutschriftsbetrag", "net": "Nettosumme", "vat": "zzgl. USt. {rate} %"}, note="zu Rechnung RE-10077 vom 02.11.2026",
        ),
        modern,
    ),
]
