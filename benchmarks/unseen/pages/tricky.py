"""Pages that lead a careless reader astray: equivalents, weights, other balances, second ids, old and new values."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.identifiers import vat_id
from benchmarks.unseen.markup import lines, page, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def _cells(block: str) -> list[list[str]]:
    return [row.split("|") for row in block.split("\n") if row]


def free(bill: Bill) -> str:
    """A page put together from texts: ``top`` left, ``side`` right, ``facts``, ``lines``, ``sums``, ``after``, ``foot``.

    Rows stand on lines, cells between bars; the words ``{net}``, ``{vat}``, ``{gross}`` are the sums of the bill.
    """
    words = {
        "net": bill.money(bill.net),
        "vat": bill.money(bill.vat),
        "gross": bill.money(bill.gross),
        "number": bill.number,
        "day": bill.date(bill.day),
    }

    def said(name: str) -> str:
        return bill.said(name).format(**words)

    css = f"body{{font:{bill.said('_font', '9.5pt/1.45')} 'Liberation Sans'}}.top{{display:flex;justify-content:space-between;gap:40px}}table{{width:100%;margin:12px 0}}td,th{{padding:3px 4px}}.items th{{border-bottom:1px solid #000}}.items td:last-child,.items th:last-child,.sums td:last-child{{text-align:right}}.items td:nth-child(n+2),.items th:nth-child(n+2){{text-align:right}}.sums{{width:58%;margin-left:42%}}.facts{{width:auto}}.facts td{{padding:1px 16px 1px 0}}.foot{{position:fixed;bottom:0;left:0;right:0;font-size:7pt;color:#444;text-align:center}}"
    work = _cells(said("lines"))
    body = (
        f"<div class='top'><div>{lines(said('top').split(chr(10)))}</div><div>{lines(said('side').split(chr(10)))}</div></div><h2>{text(said('title'))}</h2>{table((), _cells(said('facts')), 'facts')}{table(work[0], work[1:])}"
        f"{table((), _cells(said('sums')), 'sums')}<div>{lines(said('after').split(chr(10)))}</div>{table((), _cells(said('more')), 'items') if said('more') else ''}<div class='foot'>{lines(said('foot').split(chr(10)))}</div>"
    )
    return page(css, body, language=bill.language)


# fmt: off
def _party(*values: str) -> str:
    return "\n".join(value for value in values if value)


_ONDALTA = _party("Bill to:", "Ondalta Srl", "Corso Vittorio Emanuele II, 18", "10123 Torino", "Italy")
_RENT_DE = replace(suppliers.NORDQUELL, name="Fördeleasing GmbH", register=("HRB 8812 KI",))
_TWO_IDS = replace(suppliers.WERKSCHMIEDE, name="Maschinenring Albhof GmbH", vat=vat_id("DE", 28871120))
_IT_OF_GERMAN = vat_id("IT", 1044710210)

CASES: list[Case] = [
    (Bill("en_trick_dollar_vat_in_euro", "tricky", "en", overseas.OPENMERIDIAN, without_vat(customers.ONDALTA), "OM-88120-0007", dt.date(2026, 11, 8), "USD", Style(",", ".", "$#"), writing.us_long, (item("Pro seat", 4, "25.00", 22),), vat_country="IT", hidden=frozenset({"currency"}), open=frozenset({"currency"}), more={
        "top": _party("OpenMeridian, Inc.", "3180 18th Street", "San Francisco, California 94110", "United States", "EU OSS VAT EU372044120"), "side": _ONDALTA, "title": "Invoice", "facts": "Invoice number|{number}\nDate of issue|{day}", "lines": "Description|Qty|Unit price|Amount\nPro seat|4|$25.00|$100.00", "sums": "Subtotal|{net}\nVAT - Italy (22%)|{vat}\nTotal|{gross}", "after": "VAT amount in euro: €18.94 (1 USD = 0.8609 EUR, ECB, November 7, 2026)."}), free),
    (Bill("en_trick_weights_and_hours", "tricky", "en", replace(suppliers.CARBOMETAL, land="Belgium"), customers.ONDALTA, "CM-26-2207", dt.date(2026, 11, 6), "EUR", Style(",", ".", "EUR #"), writing.uk_long, (item("Wear plate 400 HB", 6, "118.00", 0), item("Cutting", "2.5", "64.00", 0)), nature="mixed", more={
        "top": _party("Carbométal Wallonie SRL", "Rue du Charbonnage 88", "4020 Liège", "Belgium", "VAT BE 0456.712.325"), "side": _party("Customer", "Ondalta Srl", "Corso Vittorio Emanuele II, 18", "10123 Torino", "Italy", "VAT IT11230450022"), "title": "Invoice", "facts": "Invoice no.|{number}\nInvoice date|{day}\nPackages|12", "lines": "Description|Weight kg|Qty|Amount EUR\nWear plate 400 HB|1,980.50|6|708.00\nCutting||2.5 h|160.00\nTotal weight|1,980.50||", "sums": "Total net|{net}\nVAT 0%|{vat}\nTotal invoice|{gross}", "after": "Total gross weight 2,140.75 kg. Insured value EUR 5,000.00. Intra-Community supply, Art. 138."}), free),
    (Bill("en_trick_account_summary", "tricky", "en", overseas.PEMBERLEY, customers.BRAMSHAW, "PR/2026/131", dt.date(2026, 11, 17), "GBP", Style(",", ".", "£#"), writing.uk_short, (item("Board paper, November", 1, "1850.00", 20),), more={
        "top": _party("Pemberley & Rowe Consulting Ltd", "14 Curzon Street", "London W1J 5HN"), "side": _party("Bramshaw Trading Ltd", "Unit 7, Oakfield Business Park", "Reading RG2 0QX"), "title": "INVOICE", "facts": "Invoice number:|{number}\nInvoice date:|{day}\nYour VAT number:|GB210334427", "lines": "Services|Amount\nBoard paper, November|£1,850.00", "sums": "Net|{net}\nVAT at 20%|{vat}\nInvoice total|{gross}", "after": "Your account with us", "more": "Date|Invoice|Amount|Outstanding\n3 Sep 2026|PR/2026/098|£4,200.00|£4,200.00\n2 Oct 2026|PR/2026/109|£960.00|£960.00\n17 Nov 2026|PR/2026/131|£2,220.00|£2,220.00\nTotal outstanding|||£7,380.00", "foot": "Registered in England and Wales 07811244\nVAT registration GB 330 1122 33"}), free),
    (Bill("de_trick_leasing", "tricky", "de", _RENT_DE, customers.KREHMER, "LR-2026-11-04417", dt.date(2026, 11, 1), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Leasingrate November", 1, "689.00", 19),), more={
        "top": _party("Krehmer Werkzeugbau KG", "Industriestraße 8", "73760 Ostfildern"), "side": _party("Fördeleasing GmbH", "Am Hafenbecken 11", "24143 Kiel"), "title": "Leasingrechnung", "facts": "Rechnungsnummer|{number}\nRechnungsdatum|{day}\nVertrag|44-10077\nIhre USt-IdNr.|DE147223349", "lines": "Bezeichnung|Gesamtwert|Betrag\nVertrag 44-10077, Drehmaschine, Anschaffungswert|41.340,00 €|\nLeasingrate November 2026||689,00 €", "sums": "Nettobetrag|{net}\n19 % MwSt.|{vat}\nRechnungsbetrag|{gross}", "after": "Restlaufzeit 38 Monate, Restwert 26.182,00 €. Der Betrag wird am 05.11.2026 abgebucht.", "foot": "Fördeleasing GmbH · HRB 8812 KI · USt-IdNr. DE261445500 · IBAN DE10 2105 0170 0093 4455 12"}), free),
    (Bill("de_trick_two_ids", "tricky", "de", _TWO_IDS, abroad(customers.SALVETTI, "Italien"), "2026-4471", dt.date(2026, 11, 9), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Ballenpresse, Miete Oktober", 1, "1900.00", 0),), more={
        "top": _party("Maschinenring Albhof GmbH", "Lindenspürstraße 22", "70176 Stuttgart", "Deutschland"), "side": _party("SALVETTI & FIGLI S.P.A.", "Viale Europa 220", "24040 Dalmine (BG)", "Italien"), "title": "Rechnung", "facts": "Rechnungsnummer:|{number}\nRechnungsdatum:|{day}\nIhre USt-IdNr.:|IT22155108883", "lines": "Leistung|Betrag\nBallenpresse, Miete Oktober|1.900,00 €", "sums": "Nettobetrag|{net}\nMwSt. 0 %|{vat}\nGesamtbetrag|{gross}", "after": "Steuerschuldnerschaft des Leistungsempfängers.", "foot": f"Maschinenring Albhof GmbH · USt-IdNr. {_TWO_IDS.vat} · USt-IdNr. Italien {_IT_OF_GERMAN} · HRA 731188"}), free),
    (Bill("fr_trick_tax_representative", "tricky", "fr", overseas.LEMANSOFT, customers.DUVALLON, "26-F-0311", dt.date(2026, 10, 22), "EUR", Style(" ", ",", "# €"), writing.slashed, (item("Licence serveur", 1, "1500.00", 20),), vat_country="FR", more={
        "top": _party("Lémansoft Sàrl", "Rue de Bourg 20", "1003 Lausanne", "Suisse", "CHE-344.112.255 TVA"), "side": _party("Client :", "Duvallon Ingénierie SAS", "12 rue des Tanneurs", "69002 Lyon", "France", "N° TVA : FR40512233503"), "title": "FACTURE", "facts": "Facture n°|{number}\nDate|{day}", "lines": "Désignation|Montant HT\nLicence serveur|1 500,00 €", "sums": "Total HT|{net}\nTVA 20 %|{vat}\nTotal TTC|{gross}", "after": "Représentant fiscal : Fidulac France SARL, 4 place Bellecour, 69002 Lyon, TVA FR61502280340"}), free),
    (Bill("en_trick_factoring", "tricky", "en", replace(suppliers.TULPENVELD, land="The Netherlands"), customers.TESSARO, "20263590", dt.date(2026, 11, 11), "EUR", Style(",", ".", "€ #"), writing.uk_long, (item("Tulip bulbs, assorted, per 1000", 12, "79.00", 0),), nature="goods", more={
        "top": _party("Tulpenveld Bloembollen B.V.", "Heereweg 277", "2161 BL Lisse", "The Netherlands", "VAT number NL806122341B01"), "side": _party("Invoice to", "Tessaro Vini Società Agricola S.S.", "Località Monteforte 7", "37032 Monteforte d'Alpone VR", "ITALY", "VAT number IT41203308881"), "title": "Invoice", "facts": "Invoice number|{number}\nDate|{day}\nDelivery terms|FCA Lisse", "lines": "Description|Quantity|Price|Total\nTulip bulbs, assorted, per 1000|12|€ 79.00|€ 948.00", "sums": "Net total|{net}\nVAT 0%|{vat}\nTotal to be paid|{gross}", "after": "This claim is assigned to Grachtfactoring N.V., Herengracht 100, 1015 BS Amsterdam, VAT NL855443327B01.\nPayment with discharging effect only to their account NL97 INGB 0007 7441 12. Intra-Community supply."}), free),
    (Bill("en_trick_seller_and_platform", "tricky", "en", replace(suppliers.SERRALVA, land="Portugal"), customers.FIORDALISO, "MKP-PT-2026-00812", dt.date(2026, 10, 30), "EUR", Style(",", ".", "€#"), writing.us_short, (item("Linen aprons", 20, "11.90", 0),), nature="goods", more={
        "top": _party("cloudbazaar marketplace", "", "Sold by", "Serralva Têxteis, Lda", "Rua da Indústria, 410", "4795-080 Vila das Aves", "Portugal", "VAT: PT503411221"), "side": _party("Billing address", "Pasticceria Fiordaliso di Greco Antonio", "Via Etnea 477", "95125 Catania", "Italia", "VAT: IT54022108887"), "title": "Invoice {number}", "facts": "Invoice date|{day}\nOrder|7712-0044-118", "lines": "Item|Qty|Price|Amount\nLinen aprons|20|€11.90|€238.00", "sums": "Items|{net}\nVAT (0%)|{vat}\nOrder total|{gross}", "after": "Intra-community supply.", "foot": "Invoice issued by CloudBazaar Services S.à r.l., 12 rue Guillaume Kroll, L-1882 Luxembourg, VAT LU23114411, in the name and on behalf of the seller."}), free),
    (Bill("de_trick_old_and_new", "tricky", "de", suppliers.CODEHAVEN, customers.ROTHWIESE, "RK-10012", dt.date(2026, 11, 13), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Differenz Stundensatz", 10, "8.00", 19),), kind="credit_note", credit=True, sign=-1, more={
        "top": _party("Rothwiese Analytics GmbH", "Hanauer Landstraße 204", "60314 Frankfurt am Main"), "side": _party("CodeHaven GmbH", "Schlesische Str. 27", "10997 Berlin"), "title": "Rechnungskorrektur {number}", "facts": "Datum|{day}\nzu Rechnung|RE-10077 vom 02.11.2026\nKunden-USt-IdNr.|DE314550013", "lines": "Position|alt|neu|Differenz\nBeratung 10 Std.|980,00 €|900,00 €|-80,00 €", "sums": "Summe alt (brutto)|1.166,20 €\nSumme neu (brutto)|1.071,00 €\nDifferenz netto|{net}\nUSt. 19 %|{vat}\nGutschriftsbetrag|{gross}", "foot": "CodeHaven GmbH | USt-ID DE320771145 | Amtsgericht Charlottenburg HRB 201445 B"}), free),
    (Bill("de_trick_self_billing", "tricky", "de", suppliers.KAFFEEHOF, customers.ROTHWIESE, "GS-2026-118", dt.date(2026, 10, 31), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Vermittlungsprovision Oktober", 1, "640.00", 0),), kind="self_billing", more={
        "top": _party("Leistungserbringer:", "Kaffeehof Datenverarbeitung OG", "Neubaugasse 61/12", "1070 Wien", "UID ATU71442209"), "side": _party("Leistungsempfänger:", "Rothwiese Analytics GmbH", "Hanauer Landstraße 204", "60314 Frankfurt am Main", "USt-IdNr. DE314550013"), "title": "Gutschrift (selbst ausgestellte Rechnung)", "facts": "Belegnummer|{number}\nBelegdatum|{day}", "lines": "Leistung|Betrag\nVermittlungsprovision Oktober|640,00 €", "sums": "Nettobetrag|{net}\nUSt. 0 %|{vat}\nGesamtbetrag|{gross}", "after": "Gutschrift im Sinne von § 14 Abs. 2 UStG. Steuerschuldnerschaft des Leistungsempfängers."}), free),
    (Bill("en_trick_header_vat_is_yours", "tricky", "en", suppliers.ALMTECH, customers.NAVALCANT, "76253815-0011", dt.date(2026, 11, 14), "EUR", Style(",", ".", "€#"), writing.us_long, (item("Remote monitoring, monthly", 1, "99.00"),), hidden=frozenset({"total_vat"}), more={
        "top": _party("Almtech Seilbahnbau GmbH", "Gewerbepark 9", "A-6020 Innsbruck", "Austria", "office@almtech.at"), "side": _party("Invoice", "Invoice Number {number}", "Invoice Date {day}", "VAT Number IT12334509994", "Payment Terms Due on receipt"), "title": "", "facts": "BILLED TO\nNavalcant S.p.A.\nCalata Gadda snc\n16128 Genova\nItaly", "lines": "Description|Price\nRemote monitoring, monthly|€99.00", "sums": "Sub Total|{net}\nTotal|{gross}\nAmount Due (EUR)|{gross}", "after": "Reverse charge applies.", "foot": "Almtech Seilbahnbau GmbH · VAT ID ATU62344109 · Landesgericht Innsbruck FN 233415 h"}), free),
    (Bill("it_trick_sdi_codes", "tricky", "it", replace(suppliers.LUXDATA, land="Lussemburgo"), customers.SALVETTI, "LD/26/1188", dt.date(2026, 11, 5), "EUR", Style(".", ",", "€ #"), writing.slashed, (item("Canone piattaforma novembre", 1, "720.00", 0),), more={
        "top": _party("Luxdata Clearing S.à r.l.", "12, rue Guillaume Kroll", "L-1882 Luxembourg", "Lussemburgo", "IVA LU23114411"), "side": _party("Spett.le", "SALVETTI & FIGLI S.P.A.", "Viale Europa 220", "24040 Dalmine (BG)", "P.IVA IT22155108883", "C.F. 22155108883", "Codice destinatario M5UXCR1"), "title": "Fattura", "facts": "Numero documento|{number}\nData documento|{day}\nCIG|Z4A3B7712E", "lines": "Descrizione|Importo\nCanone piattaforma novembre|€ 720,00", "sums": "Imponibile|{net}\nIVA 0%|{vat}\nTotale documento|{gross}", "after": "Inversione contabile, art. 196 Direttiva 2006/112/CE. Bollo non dovuto.", "foot": "R.C.S. Luxembourg B 188477 · Capitale sociale € 1.250.000,00 i.v."}), free),
    (Bill("es_trick_instalments", "tricky", "es", suppliers.GRANADERO, abroad(customers.ONDALTA, "Italia"), "FV-26-003401", dt.date(2026, 11, 16), "EUR", Style(".", ",", "# €"), writing.slashed, (item("Azulejo Alhambra 20x20", 220, "24.60", 0),), nature="goods", more={
        "top": _party("Cerámicas Granadero, S.A.", "Avda. de la Constitución, 41", "18012 Granada", "NIF ESB18445569"), "side": _party("Cliente", "Ondalta Srl", "Corso Vittorio Emanuele II, 18", "10123 Torino", "Italia", "NIF-IVA IT11230450022"), "title": "Factura", "facts": "Factura nº|{number}\nFecha|{day}", "lines": "Concepto|Cantidad|Precio|Importe\nAzulejo Alhambra 20x20|220|24,60 €|5.412,00 €", "sums": "Base imponible|{net}\nIVA 0 %|{vat}\nTotal|{gross}", "after": "Vencimientos:", "more": "Fecha|Importe\n16/12/2026|1.804,00 €\n15/01/2027|1.804,00 €\n14/02/2027|1.804,00 €", "foot": "Capital social 120.000,00 € · Reg. Merc. de Granada, Tomo 1120, Folio 44"}), free),
    (Bill("en_trick_no_seller_id", "tricky", "en", replace(suppliers.KALLIOJARVI, land="Finland", vat=None), customers.BERGAMIN, "10088", dt.date(2026, 10, 30), "EUR", Style(",", ".", "€#"), writing.uk_long, (item("Calibration of three sensors", 3, "140.00"),), hidden=frozenset({"total_vat"}), more={
        "top": _party("Kalliojärvi Tekniikka Oy", "Teollisuuskatu 21", "00510 Helsinki", "Finland"), "side": _party("To", "Bergamin Meccanica S.r.l.", "Via dell'Artigianato 14", "35010 Cadoneghe PD", "Italy", "VAT IT44100200284"), "title": "Invoice 10088", "facts": "Date|{day}\nPayment term|14 days", "lines": "Description|Qty|Price|Amount\nCalibration of three sensors|3|€140.00|€420.00", "sums": "Total|{gross}", "after": "VAT 0%, reverse charge."}), free),
    (Bill("nl_trick_energy", "tricky", "nl", replace(suppliers.TULPENVELD, name="Duinstroom Energie B.V."), without_vat(customers.HOLMERING), "2026-0044-7711", dt.date(2026, 11, 4), "EUR", Style(".", ",", "€ #"), writing.written("nl"), (item("Levering stroom", 1, "812.40", 21), item("Energiebelasting", 1, "301.15", 21), item("Vermindering", 1, "-119.62", 21)), nature="goods", more={
        "top": _party("Holmering B.V.", "Kanaalweg 33", "3526 KM Utrecht"), "side": _party("Duinstroom Energie B.V.", "Heereweg 277", "2161 BL Lisse"), "title": "Jaarafrekening", "facts": "Factuurnummer|{number}\nFactuurdatum|{day}\nPeriode|1 november 2025 t/m 31 oktober 2026\nMeterstand begin|18.204\nMeterstand eind|22.991", "lines": "Omschrijving|Verbruik|Bedrag\nLevering stroom|4.787 kWh|€ 812,40\nEnergiebelasting||€ 301,15\nVermindering energiebelasting||-€ 119,62", "sums": "Totaal excl. btw|{net}\nBtw 21%|{vat}\nTotaal incl. btw|{gross}\nBetaalde voorschotten|-€ 1.440,00\nTerug te ontvangen|-€ 237,24", "foot": "Duinstroom Energie B.V. · KvK 28077451 · btw-nummer NL806122341B01"}), free),
    (Bill("pl_trick_advance", "tricky", "pl", suppliers.WISLOWSKI, abroad(customers.DUVALLON, "Francja"), "FZ/12/11/2026", dt.date(2026, 11, 18), "PLN", Style(" ", ",", "# zł"), writing.iso, (item("Zaliczka na meble biurowe", 1, "10000.00", 23),), nature="goods", more={
        "top": _party("Sprzedawca:", "Zakłady Stolarskie Wisłowski Sp. z o.o.", "ul. Przemysłowa 17", "32-600 Oświęcim", "NIP: PL5492441102"), "side": _party("Nabywca:", "Duvallon Ingénierie SAS", "12 rue des Tanneurs", "69002 Lyon", "Francja", "NIP: FR40512233503"), "title": "Faktura zaliczkowa nr {number}", "facts": "Data wystawienia:|{day}\nData otrzymania zaliczki:|2026-11-16", "lines": "Nazwa|Wartość zamówienia brutto|Zaliczka brutto\nMeble biurowe wg zamówienia Z/88/2026|49 200,00 zł|12 300,00 zł", "sums": "Razem netto|{net}\nVAT 23%|{vat}\nRazem brutto|{gross}\nPozostało do zapłaty|36 900,00 zł", "after": "Słownie: dwanaście tysięcy trzysta złotych 00/100"}), free),
]
