"""The body that FiC is sent: each trap that somebody fell into, one test."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from autofatture.adapters.fattureincloud import exact_json
from autofatture.adapters.fattureincloud.countries import Country
from autofatture.adapters.fattureincloud.mapping import document_body, reference_of
from autofatture.domain.company import VatType
from autofatture.domain.errors import RefusedByFic
from autofatture.domain.self_invoice import Cessionario, LinkedDocument, SelfInvoice, SelfInvoiceLine
from tests.adapters.fattureincloud.meant import ACME, REFERENCE, self_invoice

TYPES = (
    VatType(id=31, value=Decimal(22), e_invoice=False),
    VatType(id=32, value=Decimal(22), natura="N6.9"),
    VatType(id=33, value=Decimal(22), is_disabled=True),
    VatType(id=0, value=Decimal(22)),
    VatType(id=40, value=Decimal(0), natura="N4", description="Esente art. 10"),
)
COUNTRIES = {
    "IE": Country("Irlanda", "IE", "IE"),
    "GB": Country("Regno Unito", "GB", "GB"),
    "GR": Country("Grecia", "GR", "EL"),
    "IT": Country("Italia", "IT", "IT"),
}


def body(invoice: SelfInvoice | None = None, **more: Any) -> dict[str, Any]:
    made = document_body(invoice or self_invoice(), vat_types=TYPES, country_of=COUNTRIES.__getitem__, **more)
    data: dict[str, Any] = made["data"]
    return data


def texts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in texts(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in texts(inner)]
    return [value]


def test_the_td_code_stands_in_ei_raw_and_every_leaf_is_text() -> None:
    data = body()
    assert data["type"] == "self_supplier_invoice"
    general = data["ei_raw"]["FatturaElettronicaBody"]["DatiGenerali"]
    assert general["DatiGeneraliDocumento"] == {"TipoDocumento": "TD17"}
    assert all(isinstance(leaf, str) for leaf in texts(data["ei_raw"]))


def test_the_regime_of_the_foreign_seller_is_given() -> None:
    seller = body()["ei_raw"]["FatturaElettronicaHeader"]["CedentePrestatore"]["DatiAnagrafici"]
    assert seller == {"RegimeFiscale": "RF18"}


def test_linked_invoices_are_a_list() -> None:
    """Sent as an object they come out as blocks without number, and the document cannot be repaired."""
    general = body()["ei_raw"]["FatturaElettronicaBody"]["DatiGenerali"]
    assert general["DatiFattureCollegate"] == [{"IdDocumento": "INV-1", "Data": "2026-09-03"}]
    assert (
        "DatiFattureCollegate" not in body(self_invoice(linked=()))["ei_raw"]["FatturaElettronicaBody"]["DatiGenerali"]
    )


def test_an_invoice_from_sdi_is_linked_by_its_id() -> None:
    linked = (LinkedDocument(number="INV-1", date=dt.date(2026, 9, 3), sdi_id="123456789012"),)
    general = body(self_invoice(linked=linked))["ei_raw"]["FatturaElettronicaBody"]["DatiGenerali"]
    assert general["DatiFattureCollegate"][0]["IdDocumento"] == "123456789012"


def test_a_long_number_is_refused_and_never_cut() -> None:
    linked = (LinkedDocument(number="X" * 21, date=dt.date(2026, 9, 3)),)
    with pytest.raises(RefusedByFic) as caught:
        body(self_invoice(linked=linked))
    assert caught.value.error_code == "linked_number_too_long"


def test_the_counterpart_is_written_in_full_with_the_buyers_recipient_code() -> None:
    entity = body(supplier_id=7)["entity"]
    assert entity == {
        "id": 7,
        "type": "company",
        "name": "Acme Cloud Limited",
        "vat_number": "IE6388047V",
        "tax_code": "",
        "country": "Irlanda",
        "country_iso": "IE",
        "address_street": "1 Example Quay, D02 XY45",
        "address_city": "Dublin",
        "address_postal_code": "00000",
        "address_province": "EE",
        "ei_code": "M5UXCR1",
    }
    other = Cessionario(name="R", vat_id="99900010150", ei_code="ABC1234")
    assert body(self_invoice(cessionario=other))["entity"]["ei_code"] == "ABC1234"
    assert "id" not in body()["entity"]


def test_a_vat_country_that_is_not_the_address_goes_by_ei_raw() -> None:
    """Goods from Northern Ireland, suppliers in Livigno: the address names one country, the VAT id another."""
    for id_paese, country in (("XI", "GB"), ("OO", "IT")):
        cedente = ACME.model_copy(update={"id_paese": id_paese, "id_codice": "123456789", "country": country})
        seller = body(self_invoice(cedente=cedente))["ei_raw"]["FatturaElettronicaHeader"]["CedentePrestatore"]
        assert seller["DatiAnagrafici"]["IdFiscaleIVA"] == {"IdPaese": id_paese, "IdCodice": "123456789"}


def test_greece_has_two_codes() -> None:
    cedente = ACME.model_copy(update={"id_paese": "EL", "id_codice": "094259216", "country": "GR"})
    data = body(self_invoice(cedente=cedente))
    assert data["entity"]["vat_number"] == "EL094259216"
    assert "IdFiscaleIVA" not in str(data["ei_raw"])


def test_a_supplier_without_any_id_has_the_conventional_one() -> None:
    cedente = ACME.model_copy(update={"id_codice": "99999999999", "vat_number": None})
    assert body(self_invoice(cedente=cedente))["entity"]["vat_number"] == "IE99999999999"


def test_vat_types_are_matched_by_rate_and_natura_among_the_usable() -> None:
    exempt = SelfInvoiceLine(description="Commissioni", net=Decimal(10), vat_rate=Decimal(0), natura="N4")
    assert [item["vat"] for item in body()["items_list"]] == [{"id": 0}]
    assert [item["vat"] for item in body(self_invoice(lines=(exempt,)))["items_list"]] == [{"id": 40}]


def test_a_missing_vat_type_is_named() -> None:
    line = SelfInvoiceLine(description="Nolo", net=Decimal(10), vat_rate=Decimal(0), natura="N3.4")
    with pytest.raises(RefusedByFic) as caught:
        body(self_invoice(lines=(line,)))
    assert caught.value.error_code == "vat_type_missing"
    assert "0 % con natura N3.4" in caught.value.message
    assert caught.value.details == {"vat_rate": "0", "natura": "N3.4"}


def test_the_payment_is_reversed_and_equal_to_the_total() -> None:
    """``not_paid`` would show as overdue with a button to dun the foreign supplier."""
    [payment] = body()["payments_list"]
    assert payment == {"amount": Decimal("122.00"), "due_date": "2026-09-25", "status": "reversed"}


def test_accounting_flags_are_explicit() -> None:
    flags = body()["extra_data"]
    assert flags == {"debt_vat_detect": True, "revenue_detect": False, "imported_by": f"autofatture:{REFERENCE}"}


def test_defaults_of_the_company_are_zeroed() -> None:
    data = body()
    for name in (
        "rivalsa", "cassa", "cassa2", "withholding_tax", "other_withholding_tax", "stamp_duty", "amount_due_discount",
    ):  # fmt: skip
        assert data[name] == 0, name


def test_the_number_is_left_to_fic_and_the_rest_is_set() -> None:
    data = body(attachment_token="abc")
    assert "number" not in data
    assert (data["numeration"], data["subject"], data["date"]) == ("/AF", REFERENCE, "2026-09-25")
    assert (data["e_invoice"], data["use_gross_prices"]) == (True, False)
    assert data["ei_data"] == {"payment_method": "MP05", "vat_kind": "I"}
    assert data["currency"] == {"id": "EUR", "exchange_rate": "1.00000"}
    assert data["language"] == {"code": "it", "name": "Italiano"}
    assert data["attachment_token"] == "abc"
    assert data["visible_subject"] == "TD17 - Acme Cloud Limited - INV-1"
    assert data["notes"] == "Integrazione fattura INV-1 del 03/09/2026"


def test_the_main_series_is_the_empty_one() -> None:
    assert body(self_invoice(numeration=None))["numeration"] == ""


def test_amounts_travel_digit_by_digit() -> None:
    line = SelfInvoiceLine(description="x", net=Decimal("1234567.10"), vat_rate=Decimal(22))
    sent = exact_json.dumps(body(self_invoice(lines=(line,)))).decode()
    assert '"net_price":1234567.10' in sent
    assert exact_json.loads(sent)["items_list"][0]["net_price"] == Decimal("1234567.10")


@pytest.mark.parametrize(
    ("document", "reference"),
    [
        ({"subject": REFERENCE}, REFERENCE),
        ({"subject": "cambiato", "extra_data": {"imported_by": f"autofatture:{REFERENCE}"}}, REFERENCE),
        ({"subject": "altro", "extra_data": {"imported_by": "altri"}}, "altro"),
        ({"subject": "", "extra_data": None}, None),
        ({}, None),
    ],
)
def test_a_document_of_ours_is_recognised(document: dict[str, Any], reference: str | None) -> None:
    assert reference_of(document) == reference
