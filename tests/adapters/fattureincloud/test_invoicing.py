"""Self-invoices in FiC, against the sandbox."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import httpx
import pytest
from lxml import etree
from pydantic import SecretStr

from autofatture.adapters.fattureincloud.invoicing import FattureInCloudInvoicing
from autofatture.adapters.fattureincloud.transport import NO_RETRIES, http_client
from autofatture.domain.advice import DocumentType
from autofatture.domain.errors import OutcomeUnknown, PlanLimit, RateLimited, RefusedByFic, RelinkNeeded, TransientError
from autofatture.domain.self_invoice import LinkedDocument, SelfInvoiceLine
from autofatture.ports import InvoicingApi
from sandbox.application import Sandbox
from sandbox.fattureincloud import seed
from sandbox.serving import running
from tests.adapters.fattureincloud.meant import ACME, BASE, REFERENCE, Tokens, self_invoice
from tests.adapters.sandbox.world import CLIENT, EXPIRED, FULL, READER, Outside

DAY = dt.date(2026, 9, 25)
CREATE = "POST /fattureincloud/c/{company_id}/issued_documents"


def of(http: httpx.Client, outside: Outside, email: str, company_id: int, **more: Any) -> FattureInCloudInvoicing:
    token = Tokens(SecretStr(outside.fic(email, **more).token))
    return FattureInCloudInvoicing(
        base_url=BASE, company_id=str(company_id), token=token, http=http, retries=NO_RETRIES
    )


def press(outside: Outside, fic_id: int) -> None:
    outside.control("POST", f"/fattureincloud/documents/{fic_id}/send")


def calls(outside: Outside) -> dict[str, int]:
    counted: dict[str, int] = outside.control("GET", "/calls")["by_route"]
    return counted


def test_the_protocol_is_kept(invoicing: FattureInCloudInvoicing) -> None:
    api: InvoicingApi = invoicing
    assert api is invoicing


def test_the_whole_way(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    # Given an invoice that FiC adds up as we do
    invoice = self_invoice()
    totals = invoicing.totals(invoice)
    assert (totals["amount_net"], totals["amount_vat"], totals["amount_gross"]) == (100, 22, 122)
    assert invoicing.find(REFERENCE, around=DAY) == []
    # When it is created with the source attached
    token = invoicing.attach("fattura.pdf", b"%PDF-1.4 prova")
    created = invoicing.create(invoice, attachment_token=token)
    # Then it can be found again, read whole, and its XML is right and has the source inside when asked
    assert (created["number"], created["numeration"]) == (1, "/AF")
    [found] = invoicing.find(REFERENCE, around=DAY)
    assert (found["id"], found["deleted"], found["ei_status"]) == (created["id"], False, "not_sent")
    assert found["amount_gross"] == Decimal(122)
    document = invoicing.document(created["id"])
    assert document is not None
    assert document["extra_data"]["debt_vat_detect"] is True
    assert document["attachment_url"]
    assert invoicing.verify_xml(created["id"]) == []
    root = etree.fromstring(invoicing.xml(created["id"]))
    assert root.findtext(".//TipoDocumento") == "TD17"
    assert root.findtext(".//CodiceDestinatario") == "M5UXCR1"
    assert root.findtext(".//DatiFattureCollegate/IdDocumento") == "INV-1"
    assert root.findtext(".//CedentePrestatore//RegimeFiscale") == "RF18"
    assert (
        etree.fromstring(invoicing.xml(created["id"], attachment=True)).findtext(".//NomeAttachment") == "fattura.pdf"
    )
    # And its status follows what the client does
    assert invoicing.statuses(since=DAY) == {created["id"]: "not_sent"}
    press(outside, created["id"])
    assert invoicing.statuses(since=DAY) == {created["id"]: "sent"}
    assert invoicing.statuses(since=DAY + dt.timedelta(days=1)) == {}
    # And nothing was ever sent by API
    assert not any("send" in route for route in calls(outside))
    assert calls(outside)[CREATE] == 1


@pytest.mark.parametrize("document_type", [DocumentType.TD17, DocumentType.TD18, DocumentType.TD19])
def test_sdi_takes_each_type(invoicing: FattureInCloudInvoicing, outside: Outside, document_type: DocumentType) -> None:
    created = invoicing.create(self_invoice(document_type=document_type), attachment_token=None)
    press(outside, created["id"])
    assert invoicing.statuses(since=DAY)[created["id"]] == "sent"


@pytest.mark.parametrize(
    "changes",
    [
        {
            "lines": (
                SelfInvoiceLine(description="Commissioni", net=Decimal("10.00"), vat_rate=Decimal(0), natura="N4"),
            )
        },
        {
            "lines": (
                SelfInvoiceLine(description="Libri", net=Decimal("10.01"), vat_rate=Decimal(4)),
                SelfInvoiceLine(description="Altro", net=Decimal("33.33"), vat_rate=Decimal(22)),
                SelfInvoiceLine(description="Altro", net=Decimal("66.67"), vat_rate=Decimal(22)),
            )
        },
        {"lines": (SelfInvoiceLine(description="Storno", net=Decimal("-100.00"), vat_rate=Decimal(22)),)},
        {"linked": (), "numeration": None},
        {"cedente": ACME.model_copy(update={"id_paese": "XI", "id_codice": "123456789", "country": "GB"})},
        {
            "cedente": ACME.model_copy(
                update={"id_paese": "US", "id_codice": "99999999999", "country": "US", "vat_number": None}
            )
        },
        {"cedente": ACME.model_copy(update={"id_paese": "EL", "id_codice": "094259216", "country": "GR"})},
        {"cedente": ACME.model_copy(update={"id_paese": "OO", "id_codice": "12345678901", "country": "IT"})},
    ],
    ids=["exempt", "rates", "negative", "plain", "XI", "no id", "EL", "OO"],
)
def test_what_is_meant_is_what_sdi_gets(
    invoicing: FattureInCloudInvoicing, outside: Outside, changes: dict[str, Any]
) -> None:
    invoice = self_invoice(**changes)
    created = invoicing.create(invoice, attachment_token=None)
    root = etree.fromstring(invoicing.xml(created["id"]))
    assert root.findtext(".//CedentePrestatore//IdPaese") == invoice.cedente.id_paese
    assert root.findtext(".//CedentePrestatore//IdCodice") == invoice.cedente.id_codice
    assert Decimal(root.findtext(".//ImportoTotaleDocumento") or "0") == invoice.total_gross
    taxes = [Decimal(element.text or "") for element in root.iter("Imposta")]
    assert taxes == [summary.vat for summary in invoice.summaries]
    press(outside, created["id"])
    assert invoicing.statuses(since=DAY)[created["id"]] == "sent", invoicing.error_reason(created["id"])


def test_a_forfettario_gets_no_stamp_duty(http: httpx.Client, outside: Outside) -> None:
    """The company's defaults (0 %, stamp duty) do not belong on a self-invoice."""
    api = of(http, outside, CLIENT, seed.FORFETTARIO)
    created = api.create(self_invoice(), attachment_token=None)
    assert (created["stamp_duty"], created["amount_vat"]) == (0, 22)
    assert etree.fromstring(api.xml(created["id"])).find(".//DatiBollo") is None


# ----------------------------------------------------------------------------- finding


def test_documents_in_the_bin_are_found_too(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    created = invoicing.create(self_invoice(), attachment_token=None)
    outside.control("DELETE", f"/fattureincloud/documents/{created['id']}")
    [found] = invoicing.find(REFERENCE, around=DAY)
    assert (found["id"], found["deleted"]) == (created["id"], True)
    assert invoicing.document(created["id"]) is None


def test_only_what_is_exactly_ours_is_found(invoicing: FattureInCloudInvoicing) -> None:
    """``contains`` also finds longer references: FiC's filter narrows, the comparison decides."""
    invoicing.create(self_invoice(reference=f"{REFERENCE}-bis"), attachment_token=None)
    assert invoicing.find(REFERENCE, around=DAY) == []


def test_a_document_that_somebody_moved_to_another_date_is_found(
    invoicing: FattureInCloudInvoicing, outside: Outside
) -> None:
    created = invoicing.create(self_invoice(), attachment_token=None)
    outside.control("PUT", f"/fattureincloud/documents/{created['id']}", date="2026-11-02")
    assert [row["id"] for row in invoicing.find(REFERENCE, around=DAY)] == [created["id"]]


def test_a_filter_that_fic_does_not_take_falls_back_to_the_dates(
    invoicing: FattureInCloudInvoicing, outside: Outside
) -> None:
    """``any_subject`` is documented as filterable, but nobody has proven it for this type."""
    created = invoicing.create(self_invoice(), attachment_token=None)
    outside.control("POST", "/faults", kind="status", path="issued_documents$", method="GET", status=422)
    assert [row["id"] for row in invoicing.find(REFERENCE, around=DAY)] == [created["id"]]


@pytest.mark.parametrize("reference", ["", "breve", "con'apice1", "con spazio 1", "x' or '1' = '1"])
def test_free_text_never_reaches_the_filter(
    invoicing: FattureInCloudInvoicing, outside: Outside, reference: str
) -> None:
    with pytest.raises(ValueError, match="reference"):
        invoicing.find(reference, around=DAY)
    assert calls(outside) == {}


def test_statuses_come_a_hundred_a_call(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    for number in range(101):
        outside.sandbox.store.add_document(
            seed.ROSSI,
            {"type": "self_supplier_invoice", "date": "2026-09-25", "ei_status": "sent", "number": number,
             "attachment_token": None},
        )  # fmt: skip
    assert len(invoicing.statuses(since=DAY)) == 101
    assert calls(outside) == {"GET /fattureincloud/c/{company_id}/issued_documents": 2}


# ----------------------------------------------------------------------------- correcting


def test_a_refused_document_is_corrected_in_place(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    # Given a document that SdI refuses, being dated before the invoice that it links
    early = self_invoice(date=dt.date(2026, 9, 1))
    created = invoicing.create(early, attachment_token=None)
    press(outside, created["id"])
    assert invoicing.statuses(since=early.date)[created["id"]] == "discarded"
    assert invoicing.error_reason(created["id"])["code"] == "00418"
    # When it is corrected, then it keeps id and number and can be sent again
    corrected = invoicing.modify(created["id"], self_invoice(), attachment_token=None)
    assert (corrected["id"], corrected["number"], corrected["date"]) == (created["id"], created["number"], "2026-09-25")
    press(outside, created["id"])
    assert invoicing.statuses(since=early.date)[created["id"]] == "sent"
    assert invoicing.error_reason(created["id"]) == {}


def test_what_was_sent_is_not_modified(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    created = invoicing.create(self_invoice(), attachment_token=None)
    press(outside, created["id"])
    with pytest.raises(RefusedByFic):
        invoicing.modify(created["id"], self_invoice(), attachment_token=None)
    with pytest.raises(RefusedByFic) as caught:
        invoicing.modify(424242, self_invoice(), attachment_token=None)
    assert caught.value.error_code == "not_in_fic"


@pytest.mark.parametrize("shape", ["array", "object", "extra"])
def test_formal_errors_in_every_shape(invoicing: FattureInCloudInvoicing, outside: Outside, shape: str) -> None:
    outside.control("PUT", "/options", verify_errors=shape)
    cedente = ACME.model_copy(update={"street": ""})
    created = invoicing.create(self_invoice(cedente=cedente), attachment_token=None)
    assert any("Indirizzo" in error for error in invoicing.verify_xml(created["id"]))


# ----------------------------------------------------------------------------- refusals


def test_a_missing_vat_type_stops_before_anything_is_made(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    line = SelfInvoiceLine(description="x", net=Decimal(1), vat_rate=Decimal(0), natura="N7")
    with pytest.raises(RefusedByFic) as caught:
        invoicing.create(self_invoice(lines=(line,)), attachment_token=None)
    assert caught.value.error_code == "vat_type_missing"
    assert {route for route in calls(outside) if route.startswith("POST")} == set()


def test_reasons_of_a_refusal_are_carried(invoicing: FattureInCloudInvoicing) -> None:
    with pytest.raises(RefusedByFic) as caught:
        invoicing.create(self_invoice(numeration="/ZZ"), attachment_token=None)
    assert caught.value.details["reasons"] == ["data.numeration: La numerazione indicata non esiste."]


@pytest.mark.parametrize(
    ("email", "company", "code"),
    [
        (FULL, seed.FULL, "plan_limit"),
        (EXPIRED, seed.EXPIRED, "plan_limit"),
        (READER, seed.ROSSI, "fic_not_allowed"),
        (CLIENT, seed.VERDI, "fic_not_allowed"),
    ],
)
def test_the_three_meanings_of_403(http: httpx.Client, outside: Outside, email: str, company: int, code: str) -> None:
    with pytest.raises((PlanLimit, RefusedByFic)) as caught:
        of(http, outside, email, company).create(self_invoice(), attachment_token=None)
    assert caught.value.error_code == code
    outside.control("PUT", "/options", hourly_limit=0)
    with pytest.raises(RateLimited) as waiting:
        of(http, outside, email, seed.ROSSI if company == seed.VERDI else company).statuses(since=DAY)
    assert waiting.value.retry_after > 0


def test_a_plan_without_attachments(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    outside.control("PUT", f"/fattureincloud/companies/{seed.ROSSI}", document_attachments=False)
    with pytest.raises(PlanLimit):
        invoicing.attach("fattura.pdf", b"%PDF-1.4")


def test_a_revoked_connection(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    outside.control("POST", "/fattureincloud/revoke", email=CLIENT)
    with pytest.raises(RelinkNeeded):
        invoicing.create(self_invoice(), attachment_token=None)


def test_an_expired_token_is_replaced_on_the_way(http: httpx.Client, outside: Outside) -> None:
    old = SecretStr(outside.fic().token)
    outside.control("POST", "/fattureincloud/expire-access", email=CLIENT)
    tokens = Tokens(old, SecretStr(outside.fic().token))
    api = FattureInCloudInvoicing(base_url=BASE, company_id=str(seed.ROSSI), token=tokens, http=http)
    assert api.create(self_invoice(), attachment_token=None)["number"] == 1
    assert tokens.rejections == 1


# ----------------------------------------------------------------------------- doubts


@pytest.mark.parametrize(("kind", "documents"), [("error_after", 1), ("status", 0), ("garbled", 1)])
def test_a_creation_in_doubt_is_never_repeated(
    invoicing: FattureInCloudInvoicing, outside: Outside, kind: str, documents: int
) -> None:
    """5xx or an unreadable answer after a create: the document may exist (the vendor's own SDK broke here once)."""
    outside.control("POST", "/faults", kind=kind, path="issued_documents$", method="POST", status=502)
    with pytest.raises(OutcomeUnknown):
        invoicing.create(self_invoice(), attachment_token=None)
    assert len(invoicing.find(REFERENCE, around=DAY)) == documents


@pytest.mark.parametrize(("kind", "documents"), [("timeout_after", 1), ("timeout_before", 0)])
def test_a_creation_without_an_answer(
    sandbox: Sandbox, outside: Outside, tokens: Tokens, kind: str, documents: int
) -> None:
    # Given a line that dies around the creation
    outside.control("POST", "/faults", kind=kind, path="issued_documents$", method="POST", seconds=0.05)
    with running(sandbox) as address, http_client() as http:
        api = FattureInCloudInvoicing(
            base_url=f"{address}/fattureincloud", company_id=str(seed.ROSSI), token=tokens, http=http
        )
        # When creating, then nobody knows, and nobody tries again
        with pytest.raises(OutcomeUnknown):
            api.create(self_invoice(), attachment_token=None)
        assert len(api.find(REFERENCE, around=DAY)) == documents


def test_a_service_that_is_not_there() -> None:
    with http_client() as http:
        api = FattureInCloudInvoicing(
            base_url="http://127.0.0.1:9",
            company_id="1",
            token=Tokens(SecretStr("a/x")),
            http=http,
            retries=NO_RETRIES,
        )
        with pytest.raises(TransientError) as caught:
            api.create(self_invoice(), attachment_token=None)
    assert caught.value.error_code == "not_sent"


def test_a_limit_met_on_the_way_creates_nothing(invoicing: FattureInCloudInvoicing, outside: Outside) -> None:
    outside.control(
        "POST",
        "/faults",
        kind="status",
        path="issued_documents$",
        method="POST",
        status=429,
        headers={"Retry-After": "5"},
    )
    with pytest.raises(RateLimited) as caught:
        invoicing.create(self_invoice(), attachment_token=None)
    assert (caught.value.retry_after, caught.value.error_code) == (5, "rate_limited")
    assert invoicing.find(REFERENCE, around=DAY) == []


# ----------------------------------------------------------------------------- odd answers


def answering(*bodies: Any) -> FattureInCloudInvoicing:
    waiting = list(bodies)

    def handle(request: httpx.Request) -> httpx.Response:
        body = waiting.pop(0)
        return body if isinstance(body, httpx.Response) else httpx.Response(200, json=body)

    return FattureInCloudInvoicing(
        base_url=BASE,
        company_id="1",
        token=Tokens(SecretStr("a/x")),
        http=http_client(httpx.MockTransport(handle)),
        retries=NO_RETRIES,
    )


def test_unknown_statuses_are_carried() -> None:
    rows = [{"id": 1, "ei_status": "brand_new"}, {"id": "2", "ei_status": None}, {"ei_status": "sent"}, "strano"]
    assert answering({"data": rows, "last_page": 1}).statuses(since=DAY) == {1: "brand_new", 2: None}


def test_an_answer_that_is_no_xml_is_not_taken_for_one() -> None:
    with pytest.raises(TransientError):
        answering(httpx.Response(200, text="<html"[1:])).xml(1)
    body = b"\xef\xbb\xbf<?xml version='1.0'?><a/>"
    assert answering(httpx.Response(200, content=body)).xml(1) == body


def test_a_list_without_end_is_a_fault() -> None:
    page = {"data": [{"id": 1, "ei_status": "sent"}], "last_page": 999}
    with pytest.raises(TransientError):
        answering(*[page] * 60).statuses(since=DAY)


def test_linked_documents_without_a_date_have_none(invoicing: FattureInCloudInvoicing) -> None:
    linked = (LinkedDocument(number="INV-1", date=None),)
    created = invoicing.create(self_invoice(linked=linked), attachment_token=None)
    block = etree.fromstring(invoicing.xml(created["id"])).find(".//DatiFattureCollegate")
    assert block is not None
    assert [child.tag for child in block] == ["IdDocumento"]
