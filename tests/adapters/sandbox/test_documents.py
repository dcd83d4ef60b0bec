"""Self-invoices in the sandbox: what is taken, refused, defaulted, kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import EXPIRED, FULL, READER, STUDIO, Fic, Outside, self_invoice

DOCUMENTS = f"/c/{seed.ROSSI}/issued_documents"


def refusal(fic: Fic, **changes: Any) -> dict[str, Any]:
    answer = fic.post(DOCUMENTS, self_invoice(**changes))
    assert answer.status_code == 422, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_a_self_invoice_is_created_and_counted_up(fic: Fic) -> None:
    # Given two self-invoices in one series and one in another
    first, second, other = fic.create(), fic.create(), fic.create(numeration="/INT")
    # Then each series counts by itself, amounts are computed, and nothing is sent
    assert [(first["number"], first["numeration"]), (second["number"], second["numeration"])] == [
        (1, "/AF"),
        (2, "/AF"),
    ]
    assert (other["number"], other["numeration"]) == (1, "/INT")
    assert (first["amount_net"], first["amount_vat"], first["amount_gross"]) == (100, 22, 122)
    assert first["ei_status"] == "not_sent"
    assert first["locked"] is False


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"entity": {"id": 1}}, "data.entity.name"),
        ({"entity": {"id": 999, "name": "Acme"}}, "data.entity.id"),
        ({"entity": {"name": "Acme", "country": "Ireland"}}, "data.entity.country"),
        ({"number": 0}, "data.number"),
        ({"ei_data": {}}, "data.ei_data.payment_method"),
        ({"items_list": [{"name": "x", "net_price": 1, "vat": {"id": 424242}}]}, "data.items_list.0.vat.id"),
        ({"items_list": [{"name": "x", "net_price": 1, "vat": {"value": 22}}]}, "data.items_list.0.vat.id"),
        ({"payments_list": [{"amount": 122, "status": "paid"}]}, "data.payments_list.0.payment_account.id"),
        ({"date": "2026-02-30"}, "data.date"),
        ({"numeration": "/ZZ"}, "data.numeration"),
        ({"language": {"code": "it"}}, "data.language"),
        ({"attachment_token": "unknown"}, "data.attachment_token"),
        ({"ei_raw": {"FatturaElettronicaBody": {"DatiGenerali": {"Numero": 1}}}}, "data.ei_raw"),
    ],
)
def test_what_fic_refuses(fic: Fic, changes: dict[str, Any], field: str) -> None:
    assert list(refusal(fic, **changes)["error"]["validation_result"]) == [field]


def test_a_refused_document_leaves_nothing_behind(fic: Fic) -> None:
    refusal(fic, number=0)
    assert fic.get(DOCUMENTS, type="self_supplier_invoice").json()["total"] == 0


def test_payments_have_to_add_up(fic: Fic) -> None:
    """The known answer has a shape of its own: no validation result, both totals under ``extra``."""
    body = refusal(fic, payments_list=[{"amount": 121, "status": "reversed"}])
    assert body["error"]["message"] == "Il totale dei pagamenti non corrisponde al totale da pagare."
    assert body["error"]["validation_result"] is None
    assert body["extra"]["totals"]["amount_due"] == 122
    assert body["extra"]["totals"]["payments_sum"] == 121
    assert body["extra"]["totals"]["vat_list"] == {"22": {"amount_net": 100, "amount_vat": 22}}


def test_the_last_payment_can_be_fixed(fic: Fic) -> None:
    body = {**self_invoice(payments_list=[{"amount": 1, "status": "reversed"}]), "options": {"fix_payments": True}}
    created = fic.post(DOCUMENTS, body).json()["data"]
    assert [payment["amount"] for payment in created["payments_list"]] == [122]


def test_an_id_copies_nothing_from_the_registry(fic: Fic) -> None:
    supplier = fic.post(
        f"/c/{seed.ROSSI}/entities/suppliers",
        {"data": {"name": "Acme", "address_street": "1 Quay", "country": "Irlanda"}},
    ).json()["data"]
    created = fic.create(entity={"id": supplier["id"], "name": "Acme"})
    assert created["entity"]["address_street"] == ""
    assert created["entity"]["country"] == "Italia"


def test_a_company_default_applies_where_nothing_is_sent(outside: Outside) -> None:
    """The forfettario's documents carry stamp duty unless it is set to zero."""
    fic = outside.fic()
    assert fic.create(seed.FORFETTARIO)["stamp_duty"] == 2
    assert fic.create(seed.FORFETTARIO, stamp_duty=0)["stamp_duty"] == 0


def test_vat_ids_differ_from_company_to_company(outside: Outside) -> None:
    fic = outside.fic()
    exempt = {
        company: next(
            entry["id"] for entry in fic.get(f"/c/{company}/info/vat_types").json()["data"] if entry["ei_type"] == "N4"
        )
        for company in (seed.ROSSI, seed.FORFETTARIO)
    }
    assert exempt[seed.ROSSI] != exempt[seed.FORFETTARIO]


def test_totals_save_nothing_and_tell_what_create_would(fic: Fic) -> None:
    # Given lines whose VAT rounds by rate and not by line
    items = [{"name": "a", "qty": 3, "net_price": 0.335, "vat": {"id": 0}} for _ in range(2)]
    # When asking for totals, with payments that do not add up
    totals = fic.post(f"{DOCUMENTS}/totals", self_invoice(items_list=items)).json()["data"]
    # Then VAT is half-up on the rounded base, and nothing exists
    assert (totals["amount_net"], totals["amount_vat"], totals["amount_gross"]) == (2.01, 0.44, 2.45)
    assert fic.get(DOCUMENTS, type="self_supplier_invoice").json()["total"] == 0


def test_negative_documents_can_be_taken_or_refused(fic: Fic, outside: Outside) -> None:
    """How the service treats them is not known, so both can be tried."""
    negative: dict[str, Any] = {
        "items_list": [{"name": "storno", "qty": 1, "net_price": -100, "vat": {"id": 0}}],
        "payments_list": [{"amount": -122, "status": "reversed"}],
    }
    assert fic.create(**negative)["amount_gross"] == -122
    outside.control("PUT", "/options", negative_documents="refuse")
    refusal(fic, **negative)


def test_numbers_are_exact(fic: Fic) -> None:
    created = fic.post(
        DOCUMENTS,
        self_invoice(
            items_list=[{"name": "x", "qty": 1, "net_price": 1234567.89, "vat": {"id": 0}}],
            payments_list=[{"amount": 1506172.83, "status": "reversed"}],
        ),
    )
    assert Decimal(str(created.json()["data"]["amount_gross"])) == Decimal("1506172.83")


def test_modifying_replaces_lists_and_checks_payments_again(fic: Fic) -> None:
    created = fic.create()
    items = [{"name": "x", "qty": 1, "net_price": 50, "vat": {"id": 0}}]
    # When lines change without payments, then the totals no longer agree
    assert fic.put(f"{DOCUMENTS}/{created['id']}", {"data": {"items_list": items}}).status_code == 422
    # When they are fixed, then the list is replaced and the number stays
    changed = fic.put(
        f"{DOCUMENTS}/{created['id']}", {"data": {"items_list": items}, "options": {"fix_payments": True}}
    ).json()["data"]
    assert len(changed["items_list"]) == 1
    assert changed["amount_gross"] == 61
    assert changed["number"] == created["number"]
    assert changed["entity"]["name"] == created["entity"]["name"]


def test_what_was_sent_cannot_be_edited_and_what_was_refused_can(fic: Fic, outside: Outside) -> None:
    sent, refused = fic.create(), fic.create(date="2026-09-01")
    for document in (sent, refused):
        outside.control("POST", f"/fattureincloud/documents/{document['id']}/send")
    assert fic.get(f"{DOCUMENTS}/{sent['id']}").json()["data"]["locked"] is True
    assert fic.put(f"{DOCUMENTS}/{sent['id']}", {"data": {"notes": "x"}}).status_code == 422
    assert fic.delete(f"{DOCUMENTS}/{sent['id']}").status_code == 422
    again = fic.put(f"{DOCUMENTS}/{refused['id']}", {"data": {"date": "2026-09-25"}}).json()["data"]
    assert (again["ei_status"], again["number"]) == ("not_sent", refused["number"])


def test_deleted_documents_go_to_the_bin_and_come_back(fic: Fic) -> None:
    document = fic.create()["id"]
    fic.delete(f"{DOCUMENTS}/{document}")
    assert fic.get(f"{DOCUMENTS}/{document}").status_code == 404
    binned = fic.get(f"/c/{seed.ROSSI}/bin/issued_documents").json()["data"]
    assert [row["subject"] for row in binned] == ["doc-0001"]
    fic.post(f"/c/{seed.ROSSI}/bin/issued_documents/{document}/recover")
    assert fic.get(f"{DOCUMENTS}/{document}").status_code == 200
    fic.delete(f"{DOCUMENTS}/{document}")
    fic.delete(f"/c/{seed.ROSSI}/bin/issued_documents/{document}")
    assert fic.get(f"/c/{seed.ROSSI}/bin/issued_documents").json()["data"] == []


def test_attachments_are_tokens_first(fic: Fic, outside: Outside) -> None:
    upload = {"data": {"filename": "fattura.pdf"}, "files": {"attachment": ("fattura.pdf", b"%PDF-1.4 prova")}}
    token = fic.ask("POST", f"{DOCUMENTS}/attachment", **upload).json()["data"]["attachment_token"]
    created = fic.create(attachment_token=token)
    assert created["attachment_url"]
    assert "attachment_token" not in created
    wrong = {"data": {"filename": "fattura.exe"}, "files": {"attachment": ("fattura.exe", b"MZ")}}
    assert fic.ask("POST", f"{DOCUMENTS}/attachment", **wrong).status_code == 422
    outside.control("PUT", f"/fattureincloud/companies/{seed.ROSSI}", document_attachments=False)
    assert fic.ask("POST", f"{DOCUMENTS}/attachment", **upload).status_code == 403


def test_a_full_plan_takes_nothing_more(outside: Outside) -> None:
    fic = outside.fic(FULL)
    usage = fic.get(f"/c/{seed.FULL}/company/plan_usage", category="documents").json()["data"]
    assert usage == {"limit": 100, "usage": 100}
    answer = fic.post(f"/c/{seed.FULL}/issued_documents", self_invoice())
    assert answer.status_code == 403
    assert "piano" in answer.json()["error"]["message"]
    assert "retry-after" not in answer.headers


def test_an_expired_licence_still_tells_about_itself(outside: Outside) -> None:
    fic = outside.fic(EXPIRED)
    assert fic.get(f"/c/{seed.EXPIRED}/company/info").json()["data"]["fic_license_expire"] == "2025-12-31"
    answer = fic.get(f"/c/{seed.EXPIRED}/issued_documents", type="self_supplier_invoice")
    assert answer.status_code == 403
    assert "licenza" in answer.json()["error"]["message"]


def test_an_employee_may_lack_the_permission_to_write(outside: Outside) -> None:
    fic = outside.fic(READER)
    info = fic.get(f"/c/{seed.ROSSI}/company/info").json()["data"]["access_info"]
    assert info["role"] == "employee"
    assert info["permissions"]["fic_issued_documents"] == "detailed"
    assert info["permissions"]["fic_issued_documents_detailed"]["self_invoices"] == "read"
    assert fic.post(DOCUMENTS, self_invoice()).status_code == 403


def test_a_studio_reaches_the_companies_that_it_controls(outside: Outside) -> None:
    studio = outside.fic(STUDIO)
    created = studio.create(seed.VERDI)
    assert created["number"] == 1
    assert studio.get(f"/c/{seed.VERDI}/company/info").json()["data"]["access_info"]["through_accountant"] is True
    # The same company by two doors is one company
    assert outside.fic().create()["number"] == 1
    assert studio.create(seed.ROSSI)["number"] == 2
    outside.control("PUT", "/options", studio_writes=False)
    assert studio.post(f"/c/{seed.VERDI}/issued_documents", self_invoice()).status_code == 403
    assert studio.get(f"/c/{seed.VERDI}/issued_documents", type="self_supplier_invoice").status_code == 200


def test_companies_of_others_are_out_of_reach(fic: Fic) -> None:
    for method, path in (("GET", "company/info"), ("GET", "issued_documents?type=self_supplier_invoice")):
        assert fic.ask(method, f"/c/{seed.VERDI}/{path}").status_code == 403


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer a/unknown", "Basic abc"])
def test_no_token_no_answer(outside: Outside, authorization: str) -> None:
    headers = {"Authorization": authorization} if authorization else {}
    answer = outside.client.get("/fattureincloud/user/info", headers=headers)
    assert answer.status_code == 401
    assert answer.json()["error"]["message"]
