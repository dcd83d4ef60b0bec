"""The XML that FiC builds, its formal check, and the way through SdI."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from sandbox.fattureincloud import seed
from sandbox.sdi import schema
from tests.adapters.sandbox.world import Fic, Outside, ei_raw

DOCUMENTS = f"/c/{seed.ROSSI}/issued_documents"


def xml(fic: Fic, document: int, **params: Any) -> etree._Element:
    answer = fic.get(f"{DOCUMENTS}/{document}/e_invoice/xml", **params)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    return etree.fromstring(answer.content)


def verify(fic: Fic, document: int) -> list[str]:
    answer = fic.get(f"{DOCUMENTS}/{document}/e_invoice/xml_verify")
    if answer.status_code == 200:
        assert answer.json() == {"data": {"success": True}}
        return []
    assert answer.status_code == 422
    sentences: list[str] = answer.json()["error"]["validation_result"]
    return sentences


def test_a_complete_document_gives_a_valid_file(fic: Fic) -> None:
    document = fic.create()["id"]
    root = xml(fic, document)
    assert schema.errors(root) == []
    assert verify(fic, document) == []
    text = {name: root.findtext(f".//{name}") for name in ("TipoDocumento", "Numero", "CodiceDestinatario", "Imposta")}
    assert text == {"TipoDocumento": "TD17", "Numero": "1/AF", "CodiceDestinatario": "M5UXCR1", "Imposta": "22.00"}
    assert root.findtext("*/CedentePrestatore//IdPaese") == "IE"
    assert root.findtext("*/CedentePrestatore//IdCodice") == "6388047V"
    assert root.findtext("*/CessionarioCommittente//IdCodice") == "99900010150"
    assert root.findtext("*/*/DatiFattureCollegate/IdDocumento") == "INV-1"


@pytest.mark.parametrize(
    ("changes", "element"),
    [
        ({"ei_raw": ei_raw(None)}, "TipoDocumento"),
        ({"ei_raw": {"FatturaElettronicaBody": ei_raw()["FatturaElettronicaBody"]}}, "RegimeFiscale"),
    ],
)
def test_what_ei_raw_leaves_out_is_missing(fic: Fic, changes: dict[str, Any], element: str) -> None:
    document = fic.create(**changes)["id"]
    assert xml(fic, document).find(f".//CedentePrestatore//{element}") is None
    assert any(element in error for error in verify(fic, document))


def test_a_linked_invoice_as_an_object_is_torn_apart(fic: Fic) -> None:
    """An object for a block that may repeat becomes one empty block for each of its values: two keys, two errors."""
    document = fic.create(ei_raw=ei_raw(DatiFattureCollegate={"IdDocumento": "INV-1", "Data": "2026-09-03"}))["id"]
    blocks = xml(fic, document).findall(".//DatiFattureCollegate")
    assert [(len(block), block.text) for block in blocks] == [(0, "INV-1"), (0, "2026-09-03")]
    assert len([error for error in verify(fic, document) if "Missing child element" in error]) == 2


def test_without_a_recipient_code_the_file_goes_abroad(fic: Fic, outside: Outside) -> None:
    """FiC then writes the code of foreign recipients, and SdI refuses it for an Italian buyer (00313)."""
    entity = {"name": "Acme", "vat_number": "IE6388047V", "country": "Irlanda", "address_street": "1 Quay",
              "address_city": "Dublin", "address_postal_code": "00000"}  # fmt: skip
    document = fic.create(entity=entity)["id"]
    assert xml(fic, document).findtext(".//CodiceDestinatario") == "XXXXXXX"
    outside.control("POST", f"/fattureincloud/documents/{document}/send")
    assert reason(fic, document)["code"] == "00313"


def test_an_empty_address_does_not_pass_the_formal_check(fic: Fic) -> None:
    document = fic.create(entity={"name": "Acme", "vat_number": "IE6388047V", "country": "Irlanda"})["id"]
    assert any("Indirizzo" in error for error in verify(fic, document))


def test_letters_outside_the_schemas_alphabet_do_not_pass(fic: Fic) -> None:
    items = [{"name": "Canone € 100", "net_price": 100, "vat": {"id": 0}}]
    assert any("Descrizione" in error for error in verify(fic, fic.create(items_list=items)["id"]))


def test_exempt_lines_carry_their_natura(fic: Fic) -> None:
    exempt = next(e for e in fic.get(f"/c/{seed.ROSSI}/info/vat_types").json()["data"] if e["ei_type"] == "N4")
    document = fic.create(
        items_list=[{"name": "Commissioni", "net_price": 10, "vat": {"id": exempt["id"]}}],
        payments_list=[{"amount": 10, "status": "reversed"}],
    )["id"]
    root = xml(fic, document)
    assert [element.text for element in root.iter("Natura")] == ["N4", "N4"]
    assert root.findtext(".//RiferimentoNormativo") == "Esente art. 10 DPR 633/72"
    assert verify(fic, document) == []


def test_ei_raw_may_name_another_vat_country(fic: Fic) -> None:
    """Northern Ireland: the address is British, the VAT id is not."""
    raw = ei_raw("TD18")
    identity = {"IdPaese": "XI", "IdCodice": "123456789"}
    raw["FatturaElettronicaHeader"]["CedentePrestatore"]["DatiAnagrafici"]["IdFiscaleIVA"] = identity
    assert xml(fic, fic.create(ei_raw=raw)["id"]).findtext("*/CedentePrestatore//IdPaese") == "XI"


def test_the_attachment_is_inside_when_asked_for(fic: Fic) -> None:
    upload = {"data": {"filename": "fattura.pdf"}, "files": {"attachment": ("fattura.pdf", b"%PDF-1.4 prova")}}
    token = fic.ask("POST", f"{DOCUMENTS}/attachment", **upload).json()["data"]["attachment_token"]
    document = fic.create(attachment_token=token)["id"]
    assert xml(fic, document).find(".//Allegati") is None
    root = xml(fic, document, include_attachment="true")
    assert root.findtext(".//NomeAttachment") == "fattura.pdf"
    assert schema.errors(root) == []


@pytest.mark.parametrize(
    ("shape", "place"),
    [
        ("array", ("error", "validation_result")),
        ("object", ("error", "validation_result", "xml_errors")),
        ("extra", ("extra", "errors")),
    ],
)
def test_formal_errors_come_in_three_shapes(fic: Fic, outside: Outside, shape: str, place: tuple[str, ...]) -> None:
    outside.control("PUT", "/options", verify_errors=shape)
    document = fic.create(ei_raw=ei_raw(None))["id"]
    body = fic.get(f"{DOCUMENTS}/{document}/e_invoice/xml_verify").json()
    for name in place:
        body = body[name]
    assert all(isinstance(sentence, str) for sentence in body)
    assert body


def test_a_document_that_is_not_electronic_has_no_xml(fic: Fic) -> None:
    document = fic.create(e_invoice=False)["id"]
    assert fic.get(f"{DOCUMENTS}/{document}/e_invoice/xml").status_code == 422


# ----------------------------------------------------------------------------- sending


def status(fic: Fic, document: int) -> str | None:
    value: str | None = fic.get(f"{DOCUMENTS}/{document}", fields="ei_status").json()["data"]["ei_status"]
    return value


def reason(fic: Fic, document: int) -> dict[str, Any]:
    said: dict[str, Any] = fic.get(f"{DOCUMENTS}/{document}/e_invoice/error_reason").json()["data"]
    return said


def press(outside: Outside, document: int) -> None:
    outside.control("POST", f"/fattureincloud/documents/{document}/send")


def test_the_happy_path_ends_in_sent(fic: Fic, outside: Outside) -> None:
    # Given an exchange that takes its time
    outside.control("PUT", "/options", sdi_delays=[10, 20, 30])
    document = fic.create()["id"]
    assert status(fic, document) == "not_sent"
    # When the client presses the button, then the status moves as FiC shows it
    press(outside, document)
    seen = [status(fic, document)]
    for seconds in (10, 20, 30):
        outside.control("POST", "/clock", advance_seconds=seconds)
        seen.append(status(fic, document))
    assert seen == ["attempt", "pending", "processing", "sent"]
    assert fic.get(f"{DOCUMENTS}/{document}/e_invoice/error_reason").status_code == 404


def test_the_file_stays_as_it_was_sent(fic: Fic, outside: Outside) -> None:
    document = fic.create()["id"]
    press(outside, document)
    before = fic.get(f"{DOCUMENTS}/{document}/e_invoice/xml").content
    outside.control("PUT", f"/fattureincloud/documents/{document}", visible_subject="cambiato")
    assert fic.get(f"{DOCUMENTS}/{document}/e_invoice/xml").content == before


def test_a_refusal_has_a_reason_and_can_be_corrected(fic: Fic, outside: Outside) -> None:
    # Given a document dated before the invoice that it links (00418)
    document = fic.create(date="2026-09-01")["id"]
    press(outside, document)
    assert status(fic, document) == "discarded"
    said = reason(fic, document)
    assert (said["code"], said["ei_status"]) == ("00418", "discarded")
    assert "precedente" in said["reason"]
    assert said["solution"]
    # When it is corrected and sent again, then the same number is taken
    fic.put(f"{DOCUMENTS}/{document}", {"data": {"date": "2026-09-25"}})
    press(outside, document)
    assert status(fic, document) == "sent"


def test_the_same_number_is_taken_once(fic: Fic, outside: Outside) -> None:
    first, second = fic.create(number=7)["id"], fic.create(number=7)["id"]
    press(outside, first)
    press(outside, second)
    assert status(fic, second) == "discarded"
    assert reason(fic, second)["code"] == "00404"


def test_two_buyers_of_one_seller_may_use_one_number(outside: Outside) -> None:
    fic = outside.fic()
    for company in (seed.ROSSI, seed.FORFETTARIO):
        document = fic.create(company, stamp_duty=0)["id"]
        press(outside, document)
        path = f"/c/{company}/issued_documents/{document}"
        assert fic.get(path, fields="ei_status").json()["data"]["ei_status"] == "sent"


@pytest.mark.parametrize("outcome", ["not_delivered", "discarded", "error", "accepted", "something_new"])
def test_any_ending_can_be_chosen(fic: Fic, outside: Outside, outcome: str) -> None:
    outside.control("PUT", "/options", sdi_outcome=outcome)
    document = fic.create()["id"]
    press(outside, document)
    assert status(fic, document) == outcome


def test_sdi_may_still_refuse_days_later(fic: Fic, outside: Outside) -> None:
    outside.control("PUT", "/options", sdi_late_discard_after=3 * 24 * 3600)
    document = fic.create()["id"]
    press(outside, document)
    assert status(fic, document) == "sent"
    outside.control("POST", "/clock", advance_seconds=3 * 24 * 3600)
    fic = outside.fic()  # the first token is a day old at most
    assert status(fic, document) == "discarded"
    assert reason(fic, document)["code"] == "00404"


def test_sending_by_api_exists_and_can_be_a_dry_run(fic: Fic) -> None:
    """It is there as in FiC; that the product never calls it is the product's own test."""
    document = fic.create()["id"]
    path = f"{DOCUMENTS}/{document}/e_invoice/send"
    assert fic.post(path, {"options": {"dry_run": True}}).json()["data"]["name"] == "CARICATO"
    assert status(fic, document) == "not_sent"
    assert fic.post(path).status_code == 200
    assert status(fic, document) == "sent"
    assert fic.post(path).status_code == 409


def test_what_people_do_behind_our_back(fic: Fic, outside: Outside) -> None:
    document = fic.create()["id"]
    outside.control("PUT", f"/fattureincloud/documents/{document}", number=99, subject="")
    assert fic.get(f"{DOCUMENTS}/{document}").json()["data"]["number"] == 99
    outside.control("DELETE", f"/fattureincloud/documents/{document}")
    assert fic.get(f"{DOCUMENTS}/{document}").status_code == 404
    assert len(fic.get(f"/c/{seed.ROSSI}/bin/issued_documents").json()["data"]) == 1
    other = fic.create()["id"]
    outside.control("DELETE", f"/fattureincloud/documents/{other}?for_good=1")
    assert len(fic.get(f"/c/{seed.ROSSI}/bin/issued_documents").json()["data"]) == 1
