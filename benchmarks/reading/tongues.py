"""Words, formats and places from which invoices are made up, by language."""

# ruff: noqa: E501  (a table of words and places: a row is read as a row)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

Number = Callable[[Decimal], str]
Date = Callable[[dt.date, "Tongue"], str]


class Tongue(NamedTuple):
    """One language as suppliers of its countries write it. Dictionaries are keyed by country code."""

    code: str
    countries: tuple[str, ...]
    country_names: dict[str, str]
    italy: str
    names: dict[str, tuple[str, ...]]
    places: dict[str, tuple[tuple[str, str], ...]]
    domains: dict[str, str]
    rates: dict[str, str]
    currencies: dict[str, str]
    numbers: dict[str, Number]
    dates: dict[str, tuple[Date, ...]]
    months: tuple[str, ...]
    invoice: str
    credit: str
    number: str
    date: str
    due: str
    client_number: str
    seller: str
    buyer: str
    seller_vat: str
    buyer_vat: str
    heads: tuple[str, str, str, str]
    net: str
    vat: str
    total: str
    reverse: str
    closing: str
    goods: tuple[str, ...]
    services: tuple[str, ...]


def _grouped(thousands: str, decimal: str) -> Number:
    def write(value: Decimal) -> str:
        return f"{value:,.2f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)

    return write


DOT_COMMA, COMMA_DOT, SPACE_COMMA, APOSTROPHE = (
    _grouped(".", ","),
    _grouped(",", "."),
    _grouped("\u00a0", ","),
    _grouped("'", "."),
)


def points(day: dt.date, tongue: Tongue) -> str:
    del tongue
    return f"{day:%d.%m.%Y}"


def slashes(day: dt.date, tongue: Tongue) -> str:
    del tongue
    return f"{day:%d/%m/%Y}"


def american(day: dt.date, tongue: Tongue) -> str:
    del tongue
    return f"{day:%m/%d/%Y}"


def dashes(day: dt.date, tongue: Tongue) -> str:
    del tongue
    return f"{day:%d-%m-%Y}"


def iso(day: dt.date, tongue: Tongue) -> str:
    del tongue
    return day.isoformat()


def spelled(day: dt.date, tongue: Tongue) -> str:
    month = tongue.months[day.month - 1]
    return {
        "de": f"{day.day}. {month} {day.year}",
        "es": f"{day.day} de {month} de {day.year}",
        "pt": f"{day.day} de {month} de {day.year}",
    }.get(tongue.code, f"{day.day} {month} {day.year}")


def month_first(day: dt.date, tongue: Tongue) -> str:
    return f"{tongue.months[day.month - 1]} {day.day}, {day.year}"


_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}

TONGUES = {
    "en": Tongue(
        "en", ("GB", "IE", "US", "SE"), {"GB": "United Kingdom", "IE": "Ireland", "US": "United States", "SE": "Sweden"}, "Italy",
        {"GB": ("{} Ltd", "{} Engineering Limited", "{} Partners LLP"), "IE": ("{} Limited", "{} Operations Ltd"), "US": ("{}, Inc.", "{} LLC"), "SE": ("{} AB",)},
        {
            "GB": (("14 Carver Lane", "Sheffield S1 4FS"), ("Unit 3, Mill Wharf", "Leeds LS2 7DJ")),
            "IE": (("9 Harcourt Row", "Dublin 2"), ("Westpark House, Shannon Road", "Limerick V94 T28X")),
            "US": (("2200 Mission Street, Suite 400", "San Francisco, CA 94110"), ("88 Prospect Avenue", "Austin, Texas 78701")),
            "SE": (("Storgatan 21", "114 55 Stockholm"),),
        },
        {"GB": "co.uk", "IE": "ie", "US": "com", "SE": "se"}, {"GB": "20", "IE": "23", "SE": "25"},
        {"GB": "GBP", "IE": "EUR", "US": "USD", "SE": "SEK"},
        {"GB": COMMA_DOT, "IE": COMMA_DOT, "US": COMMA_DOT, "SE": COMMA_DOT},
        {"GB": (slashes, spelled, spelled), "IE": (slashes, spelled, iso), "US": (american, month_first, month_first), "SE": (iso, spelled)},
        tuple(_MONTHS["en"].split()), "Invoice", "Credit Note", "Invoice No.", "Invoice Date", "Payment due", "Customer No.",
        "From", "Bill to", "VAT Reg. No.", "Customer VAT No.", ("Description", "Qty", "Unit price", "Amount"),
        "Net amount", "VAT {}%", "Total amount", "VAT reverse charge: the recipient accounts for the tax (Art. 196 Directive 2006/112/EC).",
        "Thank you for your business.",
        ("Steel brackets, galvanised", "Hydraulic pump 12 l/min", "Cotton fabric, 150 cm", "Spare parts kit B", "Wooden crates 60 x 40"),
        ("Annual software subscription", "Consulting services, May", "Cloud hosting", "Online advertising campaign", "Technical support hours"),
    ),
    "de": Tongue(
        "de", ("DE", "AT", "CH"), {"DE": "Deutschland", "AT": "Österreich", "CH": "Schweiz"}, "Italien",
        {"DE": ("{} GmbH", "{} Maschinenbau GmbH & Co. KG", "{} AG", "{} UG (haftungsbeschränkt)"), "AT": ("{} Handels GmbH", "{} e.U."), "CH": ("{} AG", "{} Sàrl")},
        {
            "DE": (("Lindenallee 4", "D-50968 Köln"), ("Am Güterbahnhof 17", "70191 Stuttgart")),
            "AT": (("Mariahilfer Gasse 88", "A-1060 Wien"), ("Hauptplatz 2", "4020 Linz")),
            "CH": (("Seestrasse 110", "CH-8002 Zürich"),),
        },
        {"DE": "de", "AT": "at", "CH": "ch"}, {"DE": "19", "AT": "20"}, {"DE": "EUR", "AT": "EUR", "CH": "CHF"},
        {"DE": DOT_COMMA, "AT": DOT_COMMA, "CH": APOSTROPHE},
        {"DE": (points, points, spelled), "AT": (points, spelled), "CH": (points, spelled)},
        tuple(_MONTHS["de"].split()), "Rechnung", "Gutschrift", "Rechnungsnummer", "Rechnungsdatum", "Fällig am", "Kundennummer",
        "Verkäufer", "Rechnungsempfänger", "USt-IdNr.", "Ihre USt-IdNr.", ("Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis"),
        "Nettobetrag", "zzgl. {} % MwSt.", "Rechnungsbetrag", "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).",
        "Vielen Dank für Ihren Auftrag.",
        ("Stahlprofile verzinkt", "Ersatzteil Dichtung 40 mm", "Kugellager 6204", "Schrauben M8 im Karton", "Holzpaletten"),
        ("Software-Wartung, monatlich", "Beratung und Schulung", "Webhosting Paket L", "Übersetzung Handbuch", "Lizenzgebühr Cloud-Dienst"),
    ),
    "fr": Tongue(
        "fr", ("FR", "BE", "LU"), {"FR": "France", "BE": "Belgique", "LU": "Luxembourg"}, "Italie",
        {"FR": ("{} SARL", "Société {} SAS", "{} Distribution SA"), "BE": ("{} SRL", "{} SA"), "LU": ("{} S.à r.l.",)},
        {
            "FR": (("18 rue des Tanneurs", "69002 Lyon"), ("5 avenue du Port", "13002 Marseille")),
            "BE": (("Chaussée de Namur 31", "1300 Wavre"),),
            "LU": (("12, rue du Commerce", "L-1351 Luxembourg"),),
        },
        {"FR": "fr", "BE": "be", "LU": "lu"}, {"FR": "20", "BE": "21", "LU": "17"}, {"FR": "EUR", "BE": "EUR", "LU": "EUR"},
        {"FR": SPACE_COMMA, "BE": SPACE_COMMA, "LU": SPACE_COMMA},
        {"FR": (slashes, spelled), "BE": (slashes, spelled), "LU": (slashes, points)},
        tuple(_MONTHS["fr"].split()), "Facture", "Avoir", "N° de facture", "Date de facturation", "Échéance", "N° client",
        "Émetteur", "Facturé à", "N° TVA :", "Votre n° TVA :", ("Désignation", "Qté", "P.U. HT", "Montant HT"),
        "Total HT", "TVA {} %", "Total TTC", "Autoliquidation de la TVA par le preneur, art. 283-2 du CGI.",
        "Nous vous remercions de votre confiance.",
        ("Pièces détachées pour presse", "Vis inox, boîte de 200", "Cartons d'emballage", "Câble acier 8 mm", "Pompe de relevage"),
        ("Abonnement logiciel annuel", "Prestation de conseil", "Hébergement de site web", "Formation sur site", "Maintenance mensuelle"),
    ),
    "es": Tongue(
        "es", ("ES",), {"ES": "España"}, "Italia", {"ES": ("{}, S.L.", "{} Suministros, S.A.", "Grupo {} S.L.U.")},
        {"ES": (("Calle Alcalá 77, 3.º B", "28009 Madrid"), ("Polígono Sur, nave 8", "41013 Sevilla"))},
        {"ES": "es"}, {"ES": "21"}, {"ES": "EUR"}, {"ES": DOT_COMMA}, {"ES": (slashes, spelled, dashes)},
        tuple(_MONTHS["es"].split()), "Factura", "Factura rectificativa", "Nº de factura", "Fecha de emisión", "Vencimiento", "Nº de cliente",
        "Emisor", "Cliente", "NIF-IVA", "NIF-IVA cliente", ("Concepto", "Cant.", "Precio", "Importe"),
        "Base imponible", "IVA {} %", "Total factura", "Inversión del sujeto pasivo, art. 196 de la Directiva 2006/112/CE.",
        "Gracias por su confianza.",
        ("Tornillos de acero, caja", "Azulejo cerámico 30 x 30", "Aceite de oliva virgen, 5 l", "Recambio de motor", "Mueble de madera"),
        ("Servicio de consultoría", "Suscripción mensual de software", "Mantenimiento informático", "Traducción jurada", "Publicidad en línea"),
    ),
    "nl": Tongue(
        "nl", ("NL", "BE"), {"NL": "Nederland", "BE": "België"}, "Italië", {"NL": ("{} B.V.", "{} Techniek B.V."), "BE": ("{} BV", "{} NV")},
        {"NL": (("Havenkade 9", "3011 TA Rotterdam"), ("Spoorlaan 120", "5038 CC Tilburg")), "BE": (("Grote Markt 14", "9000 Gent"),)},
        {"NL": "nl", "BE": "be"}, {"NL": "21", "BE": "21"}, {"NL": "EUR", "BE": "EUR"}, {"NL": DOT_COMMA, "BE": DOT_COMMA},
        {"NL": (dashes, spelled), "BE": (slashes, spelled)},
        tuple(_MONTHS["nl"].split()), "Factuur", "Creditnota", "Factuurnummer", "Factuurdatum", "Vervaldatum", "Klantnummer",
        "Leverancier", "Factuuradres", "BTW-nummer", "Uw BTW-nummer", ("Omschrijving", "Aantal", "Prijs", "Bedrag"),
        "Totaal excl. BTW", "BTW {}%", "Totaal te betalen", "BTW verlegd naar de afnemer.", "Bedankt voor uw bestelling.",
        ("Stalen beugels", "Fietsonderdelen, doos", "Pallet bloembollen", "Ventilator 230 V", "Kabel 50 m"),
        ("Abonnement software", "Advies en training", "Onderhoud per maand", "Hosting website", "Vertaling technische handleiding"),
    ),
    "pt": Tongue(
        "pt", ("PT",), {"PT": "Portugal"}, "Itália", {"PT": ("{}, Lda.", "{} - Comércio, Unipessoal Lda", "{} S.A.")},
        {"PT": (("Rua do Almada 250", "4050-032 Porto"), ("Avenida da República 41", "1050-187 Lisboa"))},
        {"PT": "pt"}, {"PT": "23"}, {"PT": "EUR"}, {"PT": SPACE_COMMA}, {"PT": (slashes, dashes, iso)},
        tuple(_MONTHS["pt"].split()), "Fatura", "Nota de crédito", "Fatura n.º", "Data de emissão", "Data de vencimento", "N.º cliente",
        "Emitente", "Exmo.(s) Sr.(s)", "NIF", "NIF cliente", ("Descrição", "Qtd.", "Preço unitário", "Valor"),
        "Total ilíquido", "IVA {}%", "Total a pagar", "IVA - autoliquidação.", "Processado por computador.",
        ("Cortiça natural, placas", "Azulejos pintados", "Peças de substituição", "Vinho tinto, caixa", "Tecido de algodão"),
        ("Serviços de consultoria", "Subscrição anual de software", "Manutenção de servidores", "Tradução técnica", "Formação online"),
    ),
}  # fmt: skip
