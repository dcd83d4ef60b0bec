"""French, Belgian and Luxembourg invoices: boxed facts, VAT table by rate, *net à payer*."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import grid, lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def boxed(bill: Bill) -> str:
    """A printed form: seller top left, customer in a frame at the right, a grid of facts, VAT table at the foot."""
    us = bill.supplier
    css = """body{font:9pt/1.35 'Liberation Sans'}.top{display:flex;justify-content:space-between}.us{width:48%}.us b{font-size:12pt}.them{width:44%;border:1px solid #000;padding:10px;margin-top:50px}
    h1{font-size:16pt;margin:18px 0 8px}.grid{display:flex;border:1px solid #000;margin-bottom:14px}.grid div{flex:1;border-right:1px solid #000;padding:3px 6px;text-align:center}.grid .label{display:block;font-size:7.5pt;background:#eee}
    .items{width:100%;border:1px solid #000}.items th,.items td{border-left:1px solid #000;padding:3px 5px}.items th{border-bottom:1px solid #000;background:#eee}.items td:nth-child(n+3){text-align:right}
    .below{display:flex;justify-content:space-between;margin-top:14px}.vat{border:1px solid #000}.vat td,.vat th{padding:2px 10px;border:1px solid #000;text-align:right}.sums{border:1px solid #000}.sums td{padding:3px 8px}.sums td:last-child{text-align:right}
    .foot{position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7pt}"""
    facts = [
        (bill.said("number", "N° de facture"), bill.number),
        ("Date", bill.date(bill.day)),
        (bill.said("client", "Code client"), bill.said("customer_no", "C00871")),
        ("Échéance", bill.date(bill.due) if bill.due else ""),
        ("N° TVA intracom.", bill.customer.vat or ""),
        ("Mode de règlement", bill.said("method", "Virement")),
    ]
    rows = [
        [
            line.code or f"A{index:03d}",
            line.text,
            f"{line.quantity:f}".replace(".", ","),
            bill.bare(line.price),
            bill.bare(bill.sign * line.net),
            bill.style.rate(line.rate, 2) if line.rate is not None else "",
        ]
        for index, line in enumerate(bill.items, 1)
    ]
    vat = [[f"{bill.style.rate(part.rate, 2)} %", bill.bare(part.base), bill.bare(part.amount)] for part in bill.sums]
    sums = [
        ("Total HT", bill.money(bill.net)),
        ("Total TVA", bill.money(bill.vat)),
        (bill.said("total", "Total TTC"), bill.money(bill.gross)),
    ]
    if bill.shipping:
        sums = [("Total brut HT", bill.money(bill.items_net)), ("Frais de port", bill.money(bill.shipping)), *sums]
    if bill.prepaid:
        sums.append(("Acompte versé", bill.money(bill.prepaid)))
    sums.append((bill.said("payable", "NET À PAYER"), bill.money(bill.due_amount)))
    foot = " – ".join((us.name, *us.register, f"N° TVA intracommunautaire : {us.vat}" if us.vat else ""))
    body = (
        f"<div class='top'><div class='us'><b>{text(us.name)}</b><br>{lines((*us.address, f'Tél. {us.phone}', us.email, us.web))}</div><div class='them'>{lines((bill.customer.name, *bill.customer.address))}</div></div>"
        f"<h1>{text(bill.said('title', 'FACTURE'))}</h1>{grid(facts)}{table(['Référence', 'Désignation', 'Qté', 'P.U. HT', 'Montant HT', 'TVA %'], rows)}"
        f"<div class='below'>{table(['Taux', 'Base HT', 'Montant TVA'], vat, 'vat')}{pairs(sums, 'sums')}</div><p>{text(bill.note)}</p>"
        f"<p style='font-size:7.5pt'>RIB : {text(us.iban)} – BIC {text(us.bic)}. En cas de retard de paiement, pénalités au taux de trois fois l'intérêt légal et indemnité forfaitaire de recouvrement de 40 €.</p><div class='foot'>{text(foot)}</div>"
    )
    return page(css, body, language="fr", margin="12mm")


def freelance(bill: Bill) -> str:
    """A self-employed person's page: the number in the title, the date in a sentence, no table lines."""
    us = bill.supplier
    css = "body{font:11pt/1.5 'Liberation Serif'}h1{font-size:20pt;font-weight:normal}.items{width:100%;margin:20px 0}.items th{font-weight:normal;font-style:italic}.items td:last-child,.items th:last-child{text-align:right}.right{margin-left:55%}"
    rows = [
        [f"{line.text}", f"{line.quantity:f} × {bill.money(line.price)}", bill.money(bill.sign * line.net)]
        for line in bill.items
    ]
    rows.append(["", bill.said("sum", "Total"), bill.money(bill.gross)])
    body = (
        f"<p>{lines((us.name, us.register[0] if us.register else '', *us.address, us.phone, us.email, *us.register[1:]))}</p><p class='right'>{lines((bill.customer.name, *bill.customer.address, bill.said('their_vat').format(bill.customer.vat or '')))}</p>"
        f"<h1>{text(bill.said('title', 'Facture n° {}').format(bill.number))}</h1><p>{text(bill.said('made', 'Fait à Bordeaux, le {}').format(bill.date(bill.day)))}</p>"
        f"{table([bill.said('what', 'Prestation'), bill.said('how', 'Quantité'), bill.said('sum_head', 'Montant')], rows)}<p>{text(bill.note)}</p><p>{text(bill.said('pay', 'Règlement à 30 jours par virement : {}').format(us.iban))}</p>"
    )
    return page(css, body, language=bill.language, margin="22mm")


def belgian(bill: Bill) -> str:
    """A Belgian invoice: seller's column at the left of the sheet, structured communication, totals in a row."""
    us, said = bill.supplier, bill.said
    css = """body{font:9.5pt/1.4 'Liberation Sans';display:flex;gap:26px}.side{width:24%;border-right:2px solid #2a6f4e;padding-right:10px;font-size:8pt;min-height:255mm}.side b{font-size:11pt}.main{flex:1}
    .pairs td{padding:1px 12px 1px 0}.items{width:100%;margin:16px 0}.items th{border-bottom:1px solid #2a6f4e}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.tot{width:100%}.tot th{font-size:8pt;color:#666;text-align:right}.tot td{text-align:right;padding:4px 0;font-weight:bold}"""
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("due"), bill.date(bill.due) if bill.due else ""),
        (said("their_vat"), bill.customer.vat or ""),
        (said("message"), said("structured")),
    ]
    rows = [
        [
            line.text,
            f"{line.quantity:f}".replace(".", ","),
            bill.bare(line.price),
            f"{bill.style.rate(line.rate or Decimal(0))}%",
            bill.bare(line.net),
        ]
        for line in bill.items
    ]
    part = bill.sums[0]
    totals = [[bill.money(bill.net), f"{bill.style.rate(part.rate)}%", bill.money(bill.vat), bill.money(bill.gross)]]
    body = (
        f"<div class='side'><b>{text(us.name)}</b><br>{lines((*us.address, '', us.phone, us.email, us.web, '', said('our_vat').format(us.vat), *us.register, '', us.bank, us.iban, us.bic))}</div>"
        f"<div class='main'><h2>{text(said('title'))}</h2><p>{lines((bill.customer.name, *bill.customer.address))}</p>{pairs(facts)}{table(said('head').split('|'), rows)}{table(said('sums').split('|'), totals, 'tot')}<p>{text(bill.note)}</p></div>"
    )
    return page(css, body, language=bill.language, margin="14mm")


# fmt: off
_BE_FR = {
    "title": "Facture", "number": "Facture n°", "issued": "Date de facture", "due": "À payer avant le", "their_vat": "Votre n° de TVA", "message": "Communication", "structured": "+++090/9337/55493+++",
    "our_vat": "TVA {}", "head": "Description|Quantité|Prix|TVA|Total HTVA", "sums": "Total HTVA|Taux|TVA|Total à payer",
}
_BE_NL = {
    "title": "Factuur", "number": "Factuurnummer", "issued": "Factuurdatum", "due": "Vervaldag", "their_vat": "Btw-nummer klant", "message": "Gestructureerde mededeling", "structured": "+++120/4451/77803+++",
    "our_vat": "BTW {}", "head": "Omschrijving|Aantal|Prijs|Btw|Bedrag", "sums": "Maatstaf van heffing|Btw-tarief|Btw-bedrag|Te betalen",
}

CASES: list[Case] = [
    (
        Bill(
            "fr_boxed_goods_intra", "boxed form", "fr", suppliers.MARAIS, abroad(customers.BERGAMIN, "ITALIE"), "FC26-01877", dt.date(2026, 11, 6), "EUR", writing.FR_EUR_SPACE, writing.slashed,
            (item("Profilé alu 40x40 L 3000", 60, "21.4500", 0, code="PA4040"), item("Équerre de fixation", 240, "1.85", 0, code="EQ22")), nature="goods", due=dt.date(2026, 12, 31), shipping=Decimal("186.00"),
            note="Livraison intracommunautaire exonérée de TVA, article 262 ter I du CGI.",
        ),
        boxed,
    ),
    (
        Bill(
            "fr_boxed_two_rates", "boxed form", "fr", suppliers.MARAIS, customers.DUVALLON, "FC26-01702", dt.date(2026, 10, 21), "EUR", writing.FR_EUR, writing.slashed,
            (item("Tôle acier 2 mm 1000x2000", 14, "63.20", 20), item("Manuel de mise en œuvre", 5, "18.00", "5.5"), item("Découpe laser, heure machine", 3, "95.00", 20)), nature="mixed", prepaid=Decimal("500.00"), due=dt.date(2026, 11, 30),
        ),
        boxed,
    ),
    (
        Bill(
            "fr_boxed_avoir", "boxed form", "fr", suppliers.MARAIS, abroad(customers.BERGAMIN, "ITALIE"), "AV26-00093", dt.date(2026, 11, 19), "EUR", writing.FR_EUR_SPACE, writing.slashed,
            (item("Retour profilé alu 40x40 (rayures)", 8, "21.45", 0, code="PA4040"),), nature="goods", kind="credit_note", credit=True, sign=-1,
            note="Avoir sur facture FC26-01877 du 06/11/2026.", more={"title": "AVOIR", "number": "N° d'avoir", "total": "Total TTC", "payable": "NET À DÉDUIRE"},
        ),
        boxed,
    ),
    (
        Bill(
            "fr_freelance_franchise", "prose page", "fr", suppliers.LUCIOLE, abroad(customers.LUMARCA, "Italie"), "2026-031", dt.date(2026, 10, 9), "EUR", writing.FR_EUR, writing.written("fr"),
            (item("Illustration de couverture", 1, "850.00"), item("Déclinaisons réseaux sociaux", 4, "90.00")), hidden=frozenset({"total_vat", "supplier_vat_id", "supplier_name"}), note="TVA non applicable, art. 293 B du CGI.", more={"their_vat": "N° TVA : {}"},
        ),
        freelance,
    ),
    (
        Bill(
            "en_freelance_margin", "prose page", "en", suppliers.GRACHTWERK, without_vat(customers.PIVETTI), "GW-2026-19", dt.date(2026, 9, 3), "EUR", writing.EN_EUR, writing.ordinal,
            (item("Vintage typesetter cabinet, 1936", 1, "1240.00"), item("Set of wooden letters", 2, "185.00")), nature="goods", hidden=frozenset({"total_vat", "supplier_vat_id"}), note="Margin scheme - second-hand goods. No VAT is shown on this invoice.",
            more={"title": "Invoice {}", "made": "Amsterdam, {}", "what": "Item", "how": "Quantity", "sum_head": "Amount", "sum": "Total to pay", "pay": "Please transfer within 14 days to {}"},
        ),
        freelance,
    ),
    (
        Bill(
            "be_fr_services", "side column", "fr", suppliers.CARBOMETAL, abroad(customers.NAVALCANT, "Italie"), "2026/00744", dt.date(2026, 11, 13), "EUR", writing.DE_EUR, writing.slashed,
            (item("Contrôle non destructif, soudures coque 44", 16, "88.00", 0), item("Rapport d'expertise", 1, "640.00", 0)), due=dt.date(2026, 12, 13), note="Autoliquidation – article 196 de la directive 2006/112/CE.", more=_BE_FR,
        ),
        belgian,
    ),
    (
        Bill(
            "be_nl_domestic", "side column", "nl", suppliers.VLAEMSCH, customers.HOLMERING, "V26-1120", dt.date(2026, 8, 25), "EUR", Style(".", ",", "€ #"), writing.dashed,
            (item("Ontwerp showroom", 40, "75.00", 21), item("Plaatsbezoek Utrecht", 1, "220.00", 21)), due=dt.date(2026, 9, 24), more=_BE_NL,
        ),
        belgian,
    ),
]
