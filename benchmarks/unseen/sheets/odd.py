"""Sheets with one difficulty each: signs, spacing, order, second languages, stamps, small print."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.sheets.canvas import Canvas
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], bytes]]


def bilingual(bill: Bill) -> bytes:
    """Labels in two languages with a bar or in two lines, seller as a line at the head, vertical text at the margin."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font="Source", size=9)
    sheet.put(300, 45, f"{us.name}  |  {us.street}  |  {us.town}  |  {us.phone}", size=8, align="c")
    sheet.put(50, 90, said("title"), size=17, bold=True)
    y = 120.0
    for label, value in (
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("supply"), said("supplied")),
        (said("due"), bill.date(bill.due) if bill.due else ""),
    ):
        if value:
            sheet.put(50, y, label)
            sheet.put(215, y, value, bold=True)
            y += 14
    sheet.column(
        350, 120, [said("to"), them.name, *them.address, f"{said('their_vat')} {them.vat}" if them.vat else ""]
    )
    y = 235.0
    stops = [(50, "l"), (330, "r"), (420, "r"), (545, "r")]
    first, second = said("head").split("||")
    sheet.row(y, stops, first.split("|"), bold=True)
    sheet.row(y + 10, stops, second.split("|"), size=7)
    y += 16
    for line in bill.items:
        y += 15
        sheet.row(
            y,
            stops,
            [line.text, f"{line.quantity:f} {line.unit}", bill.bare(line.price), bill.bare(bill.sign * line.net)],
        )
    y += 30
    for label, value in (
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(300, y, label)
        sheet.put(545, y, value, align="r", bold=True)
        y += 15
    sheet.put(50, y + 20, bill.note)
    sheet.footer(us, vat=said("our_vat"))
    return sheet.write(split=int(said("_split", "0")))


def table_of_taxes(bill: Bill) -> bytes:
    """Totals as a table whose rows are rates and whose last row is the sum, with the amount due in words."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font="Source", size=9)
    sheet.column(
        50, 50, [us.name, *us.address, f"{said('our_vat')} {us.vat}" if us.vat else "", *us.register[:2]], step=12
    )
    sheet.put(545, 60, said("title"), size=15, bold=True, align="r")
    sheet.column(
        545,
        78,
        [
            f"{said('number')} {bill.number}",
            f"{said('issued')} {bill.date(bill.day)}",
            f"{said('due')} {bill.date(bill.due)}" if bill.due else "",
        ],
        align="r",
    )
    sheet.column(
        330, 150, [said("to"), them.name, *them.address, f"{said('their_vat')} {them.vat}" if them.vat else ""]
    )
    stops = [(50, "l"), (290, "r"), (360, "r"), (420, "r"), (480, "r"), (545, "r")]
    y = 245.0
    sheet.row(y, stops, said("head").split("|"), size=8, bold=True)
    for line in bill.items:
        y += 14
        rate = line.rate or Decimal(0)
        sheet.row(
            y,
            stops,
            [
                line.text,
                f"{line.quantity:f}",
                bill.bare(line.price),
                f"{bill.style.rate(rate)} %",
                bill.bare(line.net),
                bill.bare(writing.cents(line.net * (1 + rate / 100))),
            ],
        )
    y += 34
    narrow = [(280, "l"), (380, "r"), (460, "r"), (545, "r")]
    sheet.row(y, narrow, said("sums").split("|"), size=8, bold=True)
    for part in bill.sums:
        y += 13
        sheet.row(
            y,
            narrow,
            [
                f"{bill.style.rate(part.rate)} %",
                bill.bare(part.base),
                bill.bare(part.amount),
                bill.bare(part.base + part.amount),
            ],
        )
    y += 15
    sheet.row(y, narrow, [said("sum"), bill.bare(bill.net), bill.bare(bill.vat), bill.bare(bill.gross)], bold=True)
    sheet.put(545, y + 26, f"{said('total')} {bill.money(bill.gross)}", size=12, bold=True, align="r")
    sheet.put(50, y + 50, bill.note)
    sheet.column(50, 800, [f"{us.bank} {us.iban} {us.bic}"], size=7)
    return sheet.write(shuffle=bool(said("_shuffle")))


def landscape(bill: Bill) -> bytes:
    """A wide sheet: buyer left and seller right of one line, VAT ids at the end of the address lines."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(width=842, height=595, size=9)
    sheet.put(421, 45, said("title"), size=16, align="c")
    sheet.column(
        40,
        80,
        [said("buyer"), them.name, ", ".join(them.address), f"{said('their_vat')} {them.vat}" if them.vat else ""],
    )
    sheet.column(
        802,
        80,
        [said("seller"), us.name, ", ".join(us.address), f"{said('our_vat')} {us.vat}" if us.vat else "", us.email],
        align="r",
    )
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("currency"), bill.currency),
        (said("order"), said("order_no")),
    ]
    x = 40.0
    for label, value in facts:
        if value:
            sheet.put(x, 165, f"{label} {value}")
            x += 190
    stops = [(40, "l"), (90, "l"), (480, "r"), (560, "r"), (680, "r"), (802, "r")]
    sheet.row(195, stops, said("head").split("|"), bold=True)
    y = 195.0
    for index, line in enumerate(bill.items, 1):
        y += 15
        sheet.row(
            y,
            stops,
            [str(index), line.text, f"{line.quantity:f}", line.unit, bill.bare(line.price), bill.bare(line.net)],
        )
    y += 30
    sheet.put(680, y, said("total"), align="r", bold=True)
    sheet.put(802, y, bill.bare(bill.gross), align="r", bold=True)
    sheet.put(40, y + 20, bill.note)
    return sheet.write()


def terse(bill: Bill) -> bytes:
    """Next to nothing: name, address, a word and a number, one amount."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font="Times", size=12)
    sheet.column(70, 80, [us.name, *us.address, *us.register, us.email], step=16)
    sheet.column(70, 210, [f"{said('to')} {them.name}", *them.address], step=16)
    sheet.put(70, 310, f"{said('title')} {bill.number}", bold=True)
    sheet.put(525, 310, bill.date(bill.day), align="r")
    y = 350.0
    for line in bill.items:
        sheet.put(70, y, line.text)
        sheet.put(525, y, bill.money(line.net), align="r")
        y += 18
    sheet.put(70, y + 8, said("total"), bold=True)
    sheet.put(525, y + 8, bill.money(bill.gross), align="r", bold=True)
    sheet.put(70, y + 50, bill.note)
    return sheet.write()


# fmt: off
_DE_EN = {"title": "Rechnung / Invoice", "number": "Rechnungsnummer / Invoice no.", "issued": "Datum / Date", "supply": "Leistungsdatum / Date of supply", "due": "Fällig am / Due date", "to": "Kunde / Customer", "their_vat": "USt-IdNr. / VAT ID", "head": "Bezeichnung|Menge|Einzelpreis|Betrag||Description|Quantity|Unit price|Amount", "net": "Nettobetrag / Net amount", "vat": "MwSt. / VAT {rate} %", "total": "Gesamtbetrag / Total amount", "our_vat": "USt-IdNr. / VAT ID"}
_PL_EN = {"title": "Faktura / Invoice", "number": "Numer / Number:", "issued": "Data wystawienia / Issue date:", "supply": "Data sprzedaży / Sale date:", "due": "Termin płatności / Due date:", "to": "Nabywca / Buyer:", "their_vat": "NIP / VAT ID:", "head": "Nazwa|Ilość|Cena netto|Wartość netto||Description|Qty|Net price|Net value", "net": "Razem netto / Total net", "vat": "VAT {rate}%", "total": "Do zapłaty / Amount due", "our_vat": "NIP / VAT ID"}
_IT_DE = {"title": "Fattura - Rechnung", "number": "Fattura nr. / Rechnung Nr.", "issued": "Data / Datum", "supply": "Consegna / Lieferung", "due": "Scadenza / Fälligkeit", "to": "Cliente / Kunde", "their_vat": "P.IVA / MwSt.-Nr.", "head": "Descrizione|Quantità|Prezzo|Importo||Beschreibung|Menge|Preis|Betrag", "net": "Imponibile / Nettobetrag", "vat": "IVA / MwSt. {rate}%", "total": "Totale / Gesamtbetrag", "our_vat": "UID"}
_FI_TAX = {"title": "LASKU", "number": "Laskunumero", "issued": "Päiväys", "due": "Eräpäivä", "to": "Laskutusosoite", "their_vat": "ALV-tunniste", "our_vat": "ALV-tunniste", "head": "Kuvaus|Määrä|Hinta|ALV|Veroton|Yhteensä", "sums": "ALV-kanta|Veroton|ALV|Verollinen", "sum": "Yhteensä", "total": "Maksettava"}
_CZ_TAX = {"title": "Faktura – daňový doklad", "number": "Číslo:", "issued": "Datum vystavení:", "due": "Datum splatnosti:", "to": "Odběratel", "their_vat": "DIČ:", "our_vat": "DIČ:", "head": "Popis|Množství|Cena/MJ|DPH|Bez DPH|S DPH", "sums": "Sazba DPH|Základ daně|Výše DPH|Celkem", "sum": "Součet", "total": "Celkem k úhradě"}
_PT_TAX = {"title": "Fatura", "number": "N.º", "issued": "Data de emissão", "due": "Data de vencimento", "to": "Cliente", "their_vat": "NIF", "our_vat": "NIF", "head": "Descrição|Qtd.|Preço|IVA|Ilíquido|Total", "sums": "Taxa IVA|Base tributável|IVA|Total", "sum": "Totais", "total": "Total a pagar"}
_EN_WIDE = {"title": "Export Invoice", "buyer": "Importer:", "seller": "Exporter:", "their_vat": "VAT no.", "our_vat": "VAT no.", "number": "Invoice no.:", "issued": "Dated:", "currency": "Currency:", "order": "Contract:", "order_no": "C-2026/14", "head": "No|Goods|Quantity|Unit|Price|Value", "total": "Total value of goods:"}

CASES: list[Case] = [
    (Bill("de_bilingual_letter", "bilingual", "de", suppliers.WERKSCHMIEDE, customers.ONDALTA, "2026/1120", dt.date(2026, 11, 11), "EUR", writing.DE_EUR, writing.dotted, (item("Messefilm Schnitt / Trade fair video editing", 18, "92.00", 0, "h"),), due=dt.date(2026, 11, 25), more={**_DE_EN, "supplied": "10/2026"}, note="Reverse Charge: Steuerschuldnerschaft des Leistungsempfängers / VAT due by the recipient"), bilingual),
    (Bill("pl_bilingual", "bilingual", "pl", suppliers.WISLOWSKI, customers.BERGAMIN, "FS 118/11/2026/EX", dt.date(2026, 11, 4), "EUR", Style(" ", ",", "# EUR"), writing.iso, (item("Schody dębowe / Oak stairs", 2, "1840.00", 0, "kpl"),), nature="goods", due=dt.date(2026, 12, 4), more={**_PL_EN, "supplied": "2026-11-02", "_split": "5"}, note="WDT 0% / Intra-Community supply"), bilingual),
    (Bill("it_bilingual_ch", "bilingual", "it", overseas.GIPFELWERK, abroad(customers.TRENTAMICI, "Italia"), "26-11802", dt.date(2026, 11, 6), "CHF", Style("’", ".", "CHF #"), writing.dotted, (item("Cuscinetto a sfere / Kugellager 7014", 6, "231.00", 0, "pz"),), nature="goods", due=dt.date(2026, 12, 6), more={**_IT_DE, "supplied": "05.11.2026"}, note="DAP Trento, origine Svizzera"), bilingual),
    (Bill("fi_tax_table", "table of taxes", "fi", suppliers.KALLIOJARVI, without_vat(abroad(customers.PIVETTI, "Italia")), "20260417", dt.date(2026, 10, 9), "EUR", Style(" ", ",", "# €"), writing.dotted_short, (item("Anturi PT100", 6, "48.00", "25.5"), item("Käsikirja", 2, "21.00", 14)), nature="goods", due=dt.date(2026, 10, 23), more=_FI_TAX), table_of_taxes),
    (Bill("cs_tax_table_shuffled", "table of taxes", "cs", suppliers.PODEBRADY, abroad(customers.TESSARO, "Itálie"), "26110087", dt.date(2026, 11, 10), "EUR", Style(" ", ",", "# EUR"), writing.dotted_spaced, (item("Sklenice na víno 350 ml", 600, "2.85", 0), item("Karton", 50, "0.90", 0)), nature="goods", due=dt.date(2026, 12, 10), more={**_CZ_TAX, "_shuffle": "1"}, note="Osvobozené plnění, dodání zboží do jiného členského státu."), table_of_taxes),
    (Bill("pt_tax_table", "table of taxes", "pt", suppliers.SERRALVA, customers.HOLMERING, "FT 2026A/00977", dt.date(2026, 10, 28), "EUR", Style(".", ",", "# €"), writing.slashed, (item("Malha interlock", 120, "7.10", 23), item("Catálogo", 3, "10.00", 6)), nature="goods", due=dt.date(2026, 11, 27), more=_PT_TAX), table_of_taxes),
    (Bill("en_wide_export", "landscape", "en", replace(overseas.FJORDLYS, land="Norway"), customers.NAVALCANT, "EX-2026-0051", dt.date(2026, 9, 30), "EUR", Style(",", ".", "#"), writing.uk_dashes, (item("Navigation light LED, HS 9405.42", 24, "188.00", None, "pcs"), item("Bracket AISI 316", 24, "21.50", None, "pcs")), nature="goods", hidden=frozenset({"total_vat", "total_net"}), more=_EN_WIDE, note="FCA Bergen (Incoterms 2020). Country of origin Norway."), landscape),
    (Bill("en_terse_designer", "next to nothing", "en", replace(suppliers.GRACHTWERK, name="Femke Oosterhuis", street="Prinsengracht 81", town="1015 DK Amsterdam", land="Netherlands", vat=None, register=("KvK 72110448",)), without_vat(customers.LUMARCA), "26014", dt.date(2026, 10, 5), "EUR", writing.EN_EUR, writing.uk_long, (item("Icon set, 24 pieces", 1, "720.00"),), hidden=frozenset({"total_vat", "supplier_vat_id"}), more={"to": "To:", "title": "Invoice", "total": "Total"}, note="VAT exempt small business (KOR)."), terse),
    (Bill("fr_terse_guide", "next to nothing", "fr", replace(suppliers.LUCIOLE, name="Hélène Castagnet", register=("SIRET 512 447 881 00015",)), without_vat(abroad(customers.TESSARO, "Italie")), "17/2026", dt.date(2026, 9, 14), "EUR", writing.FR_EUR, writing.written("fr"), (item("Visite guidée des chais, 12 personnes", 1, "180.00"),), hidden=frozenset({"total_vat", "supplier_vat_id"}), more={"to": "Pour :", "title": "Note d'honoraires", "total": "Total"}, note="TVA non applicable, article 293 B du CGI."), terse),
    (Bill("de_terse_translator", "next to nothing", "de", replace(suppliers.FALKENTAL, name="Jürgen Brandstetter", street="Am Anger 3", town="99084 Erfurt", register=("Steuernummer 151/209/44718",)), without_vat(abroad(customers.ONDALTA, "Italien")), "2026-17", dt.date(2026, 11, 16), "EUR", Style(".", ",", "# Euro"), writing.dotted, (item("Dolmetschen, Messe Erfurt, 2 Tage", 1, "1300.00"),), hidden=frozenset({"total_vat", "supplier_vat_id"}), more={"to": "An", "title": "Rechnung Nr.", "total": "Rechnungsbetrag"}, note="Kein Ausweis von Umsatzsteuer, da Kleinunternehmer gemäß § 19 UStG."), terse),
]
