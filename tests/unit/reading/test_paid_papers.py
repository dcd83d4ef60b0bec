"""An invoice that says it is paid is an invoice; a receipt is one by its title or by its own number."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.reading.result import Result
from autofatture.domain.reading_terms import DocumentKind
from tests.unit.reading.pages import BUYER, Row, lines, read, totals

SELLER = lines(20, 20, "Brackenfold Tools Ltd", "12 Quay Street", "Bristol BS1 4QA", "United Kingdom")
SUMS = totals(150, ("Subtotal", "€240.00"), ("Total", "€240.00"))
TONGUES = {
    "en": ("Invoice", "Invoice number: HX-118", "Invoice date: 16 November 2026", "Total amount"),
    "de": ("Rechnung", "Rechnungsnummer: HX-118", "Rechnungsdatum: 16.11.2026", "Gesamtbetrag"),
    "fr": ("Facture", "Numéro de facture : HX-118", "Date de facture : 16/11/2026", "Total TTC"),
    "es": ("Factura", "Número de factura: HX-118", "Fecha de factura: 16/11/2026", "Total factura"),
    "nl": ("Factuur", "Factuurnummer: HX-118", "Factuurdatum: 16-11-2026", "Totaal"),
    "pt": ("Fatura", "Número da fatura: HX-118", "Data de emissão: 16/11/2026", "Total"),
    "pl": ("Faktura", "Numer faktury: HX-118", "Data wystawienia: 16.11.2026", "Razem brutto"),
    "it": ("Fattura", "Numero fattura: HX-118", "Data fattura: 16/11/2026", "Totale fattura"),
}
STAMPS = {
    "en": ("PAID", "Paid in full", "Paid on 14 November 2026"),
    "de": ("BEZAHLT", "Betrag dankend erhalten", "Bezahlt am 14.11.2026"),
    "fr": ("PAYÉ", "Acquittée", "Payé le 14/11/2026"),
    "es": ("PAGADO", "Pagada", "Pagado el 14/11/2026"),
    "nl": ("BETAALD", "Voldaan", "Betaald op 14-11-2026"),
    "pt": ("PAGO", "Liquidado", "Pago em 14/11/2026"),
    "pl": ("ZAPLACONO", "Oplacona", "Zaplacono 14.11.2026"),
    "it": ("PAGATO", "Saldato", "Pagato il 14/11/2026"),
}


def paper(*rows: Row) -> Result:
    return read([*SELLER, *BUYER, *rows])


@pytest.mark.parametrize("titled", [True, False], ids=["with title", "without"])
@pytest.mark.parametrize("place", ["stamp", "row"])
@pytest.mark.parametrize(("tongue", "stamp"), [(tongue, stamp) for tongue in STAMPS for stamp in STAMPS[tongue]])
def test_an_invoice_that_is_marked_paid(tongue: str, stamp: str, place: str, titled: bool) -> None:
    title, number, date, total = TONGUES[tongue]
    amount = "EUR 240.00" if tongue == "en" else "EUR 240,00"
    rows: list[Row] = [(120, 20, title, 20)] if titled else []
    rows += [(100, 110, stamp, 24)] if place == "stamp" else totals(165, (stamp, amount))
    reading = paper(*rows, (120, 40, number), (120, 45, date), *totals(150, (total, amount)))
    assert reading.value("document_kind") == DocumentKind.INVOICE
    assert reading.value("total_gross") == Decimal("240.00")
    assert reading.value("invoice_date") == dt.date(2026, 11, 16)


@pytest.mark.parametrize("title", ["Paid invoice", "Invoice (paid)", "INVOICE - PAID", "Factura pagada", "Tax invoice"])
def test_the_title_may_say_it(title: str) -> None:
    reading = paper((120, 20, title, 20), (120, 40, "Invoice number: HX-118"), *SUMS)
    assert reading.value("document_kind") == DocumentKind.INVOICE


RECEIPTS: dict[str, list[Row]] = {
    "by its title": [(120, 20, "Receipt", 20), (120, 40, "Invoice number HX-118"), (120, 45, "Receipt number 2841-9073")],
    "by its own number": [(120, 45, "Receipt number: 2841-9073")],
    "by its own number, below that of the invoice": [
        (120, 40, "Invoice number: HX-118"),
        (120, 45, "Receipt number: 2841-9073"),
    ],
    "in German": [(120, 20, "Zahlungsbestätigung", 20), (120, 45, "Belegnummer: 2841-9073"), (120, 50, "zu Rechnung HX-118")],
}  # fmt: skip


@pytest.mark.parametrize("rows", RECEIPTS.values(), ids=RECEIPTS)
def test_a_receipt(rows: list[Row]) -> None:
    """Defect: without a title the label of the invoice that it pays made an invoice of a receipt."""
    paid: list[Row] = [(120, 60, "Date paid: 16 November 2026"), *totals(165, ("Amount paid", "€240.00"))]
    reading = paper(*rows, *SUMS, *paid)
    assert reading.value("document_kind") == DocumentKind.RECEIPT
    assert reading.value("total_gross") == Decimal("240.00")


def test_an_invoice_that_also_tells_the_number_of_its_receipt() -> None:
    number: list[Row] = [(120, 40, "Invoice number: HX-118"), (120, 50, "Payment receipt no.: 881")]
    paid: list[Row] = [(100, 120, "PAID", 30), (120, 55, "Date paid: 16 November 2026")]
    reading = paper((120, 20, "Invoice", 20), *number, *paid, *SUMS)
    assert reading.value("document_kind") == DocumentKind.INVOICE
    assert reading.value("invoice_number") == "HX-118"
