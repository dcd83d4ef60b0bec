"""Dutch, Swedish, Danish, Finnish and Norwegian invoices."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import grid, lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def dutch(bill: Bill) -> str:
    """Seller at the top right, facts as label, colon and value below the customer."""
    us, said = bill.supplier, bill.said
    css = """body{font:10pt/1.45 'Liberation Sans'}.us{text-align:right;font-size:8.5pt}.us b{font-size:17pt;color:#d35400}.items{width:100%;margin:18px 0}.items th{border-bottom:2px solid #d35400;padding:4px 0}.items td{padding:4px 0}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.sums{margin-left:auto}.sums td{padding:2px 0 2px 40px;text-align:right}.facts{margin:20px 0}"""
    facts = [
        ("Factuurnummer", bill.number),
        ("Factuurdatum", bill.date(bill.day)),
        (said("due", "Vervaldatum"), bill.date(bill.due) if bill.due else ""),
        ("Btw-nummer afnemer", bill.customer.vat or ""),
        ("Uw referentie", said("reference")),
    ]
    rows = [
        [
            line.text,
            f"{line.quantity:f}".replace(".", ","),
            bill.money(line.price),
            f"{bill.style.rate(line.rate or Decimal(0))}%",
            bill.money(bill.sign * line.net),
        ]
        for line in bill.items
    ]
    sums = [
        ("Subtotaal", bill.money(bill.net)),
        *(
            (
                said("vat", "{rate}% btw over {base}").format(
                    rate=bill.style.rate(part.rate), base=bill.money(part.base)
                ),
                bill.money(part.amount),
            )
            for part in bill.sums
        ),
        (said("total", "Totaal"), bill.money(bill.gross)),
    ]
    if bill.shipping:
        sums = [
            ("Subtotaal artikelen", bill.money(bill.items_net)),
            ("Verzendkosten", bill.money(bill.shipping)),
            *sums[1:],
        ]
    if bill.prepaid:
        sums += [
            ("Reeds voldaan via iDEAL", bill.money(-bill.prepaid)),
            ("Nog te betalen", bill.money(bill.due_amount)),
        ]
    body = (
        f"<div class='us'><b>{text(us.name)}</b><br>{lines((*us.address, us.phone, us.email, us.web, *us.register, f'BTW {us.vat}', f'IBAN {us.iban}'))}</div><p>{lines((bill.customer.name, said('attention'), *bill.customer.address))}</p>"
        f"<h2>{text(said('title', 'Factuur'))}</h2><div class='facts'>{lines(f'{label}: {value}' for label, value in facts if value)}</div>{table(['Omschrijving', 'Aantal', 'Prijs', 'Btw', 'Totaal'], rows)}{pairs(sums, 'sums')}<p>{text(bill.note)}</p>"
        f"<p>{text(said('pay', 'Wij verzoeken u het bedrag binnen 14 dagen over te maken onder vermelding van het factuurnummer.'))}</p>"
    )
    return page(css, body, language="nl")


def nordic(bill: Bill) -> str:
    """Facts as a table of two columns at the right, sums in a band of labels above values, footer of four columns."""
    us, said = bill.supplier, bill.said
    css = """body{font:9.5pt/1.4 'Liberation Sans'}.top{display:flex;justify-content:space-between}.top h1{margin:0;font-size:20pt}.pairs td{padding:1px 0 1px 18px}.pairs td:first-child{color:#555}.them{margin:10px 0 24px}.items{width:100%}.items th{border-bottom:1.5px solid #000;padding:4px 2px;font-size:8.5pt}.items td{padding:4px 2px}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}
    .grid{display:flex;justify-content:flex-end;gap:26px;border-top:1px solid #000;border-bottom:1px solid #000;margin-top:26px;padding:6px 0}.grid .label{display:block;font-size:7.5pt;color:#555}.grid .value{font-weight:bold}.foot{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-between;font-size:7.5pt;border-top:1px solid #999;padding-top:5px}"""
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("due"), bill.date(bill.due) if bill.due else ""),
        (said("customer_label"), said("customer_no", "10087")),
        (said("their_vat"), bill.customer.vat or ""),
        (said("reference_label"), said("reference")),
    ]
    rows = [
        [
            line.code or str(1000 + index),
            line.text,
            f"{line.quantity:f} {line.unit}".replace(".", ",").strip(),
            bill.bare(line.price),
            bill.bare(bill.sign * line.net),
        ]
        for index, line in enumerate(bill.items)
    ]
    part = bill.sums[0]
    sums = [
        (said("net"), bill.bare(bill.net)),
        (said("vat").format(rate=bill.style.rate(part.rate)), bill.bare(bill.vat)),
        (said("total"), bill.money(bill.gross)),
    ]
    foot = (
        lines((us.name, *us.address)),
        lines((us.phone, us.email, us.web)),
        lines(us.register),
        lines((said("our_vat").format(us.vat), us.bank, f"IBAN {us.iban}")),
    )
    body = (
        f"<div class='top'><b style='font-size:15pt'>{text(said('logo', us.name))}</b><h1>{text(said('title'))}</h1></div><div class='top'><p class='them'>{lines((bill.customer.name, *bill.customer.address))}</p>{pairs(facts)}</div>"
        f"{table(said('head').split('|'), rows)}{grid(sums)}<p>{text(bill.note)}</p><div class='foot'>{''.join(f'<div>{part}</div>' for part in foot)}</div>"
    )
    return page(css, body, language=bill.language)


# fmt: off
_SV = {
    "title": "Faktura", "number": "Fakturanr", "issued": "Fakturadatum", "due": "Förfallodatum", "customer_label": "Kundnr", "their_vat": "Ert VAT-nr", "reference_label": "Er referens", "reference": "Marco Villa",
    "head": "Artnr|Benämning|Antal|À-pris|Belopp", "net": "Netto", "vat": "Moms {rate} %", "total": "Att betala", "our_vat": "Momsreg.nr {}",
}
_DA = {
    "title": "FAKTURA", "number": "Fakturanr.", "issued": "Fakturadato", "due": "Forfaldsdato", "customer_label": "Kundenr.", "their_vat": "Momsnr. (kunde)", "reference_label": "Rekv.", "head": "Varenr.|Beskrivelse|Antal|Pris|Beløb",
    "net": "Beløb ekskl. moms", "vat": "{rate} % moms", "total": "Total inkl. moms", "our_vat": "VAT {}",
}
_FI = {
    "title": "LASKU", "number": "Laskun numero", "issued": "Laskun päivä", "due": "Eräpäivä", "customer_label": "Asiakasnumero", "their_vat": "Ostajan ALV-tunnus", "reference_label": "Viite", "reference": "20 26118 00417", "head": "Nro|Tuote|Määrä|à-hinta|Summa",
    "net": "Veroton", "vat": "ALV {rate} %", "total": "Maksettava yhteensä", "our_vat": "ALV-nro {}",
}
_NO = {
    "title": "Faktura", "number": "Fakturanummer", "issued": "Fakturadato", "due": "Forfallsdato", "customer_label": "Kundenr", "their_vat": "Kundens VAT", "reference_label": "Deres ref.", "head": "Nr|Beskrivelse|Antall|Pris|Beløp",
    "net": "Netto", "vat": "MVA {rate} %", "total": "Å betale", "our_vat": "Org.nr {}",
}

CASES: list[Case] = [
    (
        Bill(
            "nl_goods_intra", "right-hand seller", "nl", suppliers.TULPENVELD, abroad(customers.TESSARO, "Italië"), "20263318", dt.date(2026, 10, 6), "EUR", writing.NL_EUR, writing.dashed,
            (item("Tulp 'Strong Gold' 12/+ per 1000", 8, "84.50", 0), item("Narcis 'Dutch Master' per 500", 4, "61.00", 0)), nature="goods", due=dt.date(2026, 11, 5), shipping=Decimal("210.00"), note="Intracommunautaire levering, btw 0% – artikel 138 Richtlijn 2006/112/EG.",
            more={"vat": "Btw {rate}%", "total": "Totaal te voldoen"},
        ),
        dutch,
    ),
    (
        Bill(
            "nl_agency_reverse", "right-hand seller", "nl", suppliers.GRACHTWERK, abroad(customers.PIVETTI, "Italië"), "GW2026-0207", dt.date(2026, 11, 3), "EUR", Style(".", ",", "€ #"), writing.written("nl"),
            (item("Onderhoud website, kwartaal 4", 1, "675.00", 0), item("Extra ontwikkeluren", "7.5", "92.00", 0)), due=dt.date(2026, 11, 17), note="Btw verlegd", more={"vat": "Btw verlegd {rate}%", "total": "Totaal incl. btw", "attention": "t.a.v. dhr. Pivetti"},
        ),
        dutch,
    ),
    (
        Bill(
            "nl_shop_ideal", "right-hand seller", "nl", suppliers.TULPENVELD, without_vat(customers.HOLMERING), "20263402", dt.date(2026, 10, 19), "EUR", writing.NL_EUR, writing.dashed,
            (item("Bloembollenpakket kantoor", 3, "48.00", 9), item("Plantbak hout", 2, "64.00", 21)), nature="goods", prepaid=Decimal("311.84"), more={"total": "Totaal inclusief btw", "pay": "Hartelijk dank voor uw bestelling."},
        ),
        dutch,
    ),
    (
        Bill(
            "sv_tools_intra", "band of sums", "sv", suppliers.BRUKSVALLEN, abroad(customers.BERGAMIN, "Italien"), "44817", dt.date(2026, 11, 9), "SEK", writing.SE_SEK, writing.iso,
            (item("Momentnyckel 40-200 Nm", 12, "1180.00", 0, "st"), item("Bitssats 32 delar", 30, "149.50", 0, "st")), nature="goods", due=dt.date(2026, 12, 9), note="Unionsintern försäljning, undantagen från moms enligt art. 138. Leveransvillkor: FCA Eskilstuna.", more=_SV,
        ),
        nordic,
    ),
    (
        Bill(
            "da_furniture_vat", "band of sums", "da", suppliers.SKAERBAEK, without_vat(abroad(customers.PIVETTI, "Italien")), "260771", dt.date(2026, 9, 8), "DKK", writing.DK_DKK, writing.dashed,
            (item("Spisebordsstol, eg", 6, "1890.00", 25, "stk"), item("Bord 180 cm, eg", 1, "8400.00", 25, "stk")), nature="goods", due=dt.date(2026, 9, 22), more=_DA,
        ),
        nordic,
    ),
    (
        Bill(
            "fi_services", "band of sums", "fi", suppliers.KALLIOJARVI, abroad(customers.NAVALCANT, "Italia"), "2611800417", dt.date(2026, 11, 18), "EUR", Style(" ", ",", "# €"), writing.dotted_short,
            (item("Värähtelymittaus, päämoottori", 1, "2150.00", 0, "kpl"), item("Asiantuntijatyö", 22, "118.00", 0, "h")), due=dt.date(2026, 12, 18), note="Käännetty verovelvollisuus, AVL 65 § / VAT directive article 44.", more=_FI,
        ),
        nordic,
    ),
    (
        Bill(
            "no_marine_parts", "band of sums", "no", overseas.FJORDLYS, customers.NAVALCANT, "90441", dt.date(2026, 8, 14), "NOK", Style(" ", ",", "NOK #"), writing.dotted,
            (item("LED dekkslys 24V IP68", 40, "1295.00", 0, "stk"), item("Monteringsbrakett rustfri", 40, "185.00", 0, "stk")), nature="goods", due=dt.date(2026, 9, 13), note="Eksport, avgiftsfri omsetning. Country of origin: Norway. HS 9405 42.", more=_NO,
        ),
        nordic,
    ),
]
