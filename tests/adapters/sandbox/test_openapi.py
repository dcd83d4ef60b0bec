"""Every answer of the sandbox FiC against the published OpenAPI document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sandbox.application import Sandbox
from sandbox.fattureincloud import app, seed
from tests.adapters.sandbox.openapi import Judge
from tests.adapters.sandbox.world import CLIENT, EXPIRED, STUDIO, Fic, Outside, ei_raw, self_invoice

pytestmark = pytest.mark.shared

C = f"/c/{seed.ROSSI}"
ODDITIES = {
    ("GET", "/c/{company_id}/issued_documents/{document_id}/e_invoice/xml_verify", "error.validation_result"): (
        "the service answers a list of sentences, the document says an object with xml_errors"
    ),
}
"""A place in an answer where the service is known to differ from the document, and how."""
UNDESCRIBED = re.compile(r"/(oauth/.*|app.*|static/.*|webhooks/public_key|)")
"""Routes of the service that the document does not describe: OAuth and the web pages."""


@pytest.fixture
def judge(shared_dir: Path) -> Judge:
    return Judge(shared_dir / "fattureincloud-openapi.yaml")


class Recorded(Fic):
    """Sends every answer before the judge."""

    def __init__(self, fic: Fic, judge: Judge) -> None:
        super().__init__(fic._client, fic.token)
        self._judge = judge
        self.seen: set[tuple[str, str, int]] = set()

    def ask(self, method: str, path: str, **rest: Any) -> Any:
        answer = super().ask(method, path, **rest)
        pattern = _pattern(path, {known for _, known in self._judge.operations()})
        if answer.headers["content-type"] == "application/json" and answer.content:
            complaints = self._judge.complaints(method, pattern, answer.status_code, answer.json())
            assert [each for each in complaints if (method, pattern, each.split(":")[0]) not in ODDITIES] == []
        self.seen.add((method, pattern, answer.status_code))
        return answer


def _pattern(path: str, known: set[str]) -> str:
    literal = [pattern for pattern in known if "{" not in pattern.split("/")[-1] or pattern.count("{") == 1]
    for pattern in sorted(known, key=lambda each: (each.count("{"), each not in literal)):
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path):
            return pattern
    raise AssertionError(path)


@pytest.fixture
def recorded(fic: Fic, judge: Judge) -> Recorded:
    return Recorded(fic, judge)


def _walk(fic: Recorded, outside: Outside) -> None:
    """Call every operation that the sandbox has, with and without success."""
    fic.get("/user/info")
    fic.get("/user/companies")
    fic.get(f"{C}/company/info")
    fic.get(f"{C}/company/plan_usage", category="documents")
    fic.get(f"{C}/company/plan_usage")
    for name in ("countries", "detailed_countries", "currencies"):
        fic.get(f"/info/{name}")
    for name in ("vat_types", "payment_methods", "payment_accounts"):
        fic.get(f"{C}/info/{name}")
    supplier = fic.post(f"{C}/entities/suppliers", {"data": {"name": "Acme", "country": "Irlanda"}}).json()["data"]
    fic.post(f"{C}/entities/suppliers", {"data": {}})
    fic.get(f"{C}/entities/suppliers", per_page=5)
    fic.get(f"{C}/entities/suppliers", per_page=5, fieldset="detailed")
    fic.get(f"{C}/entities/suppliers/{supplier['id']}")
    fic.put(f"{C}/entities/suppliers/{supplier['id']}", {"data": {"phone": "1"}})
    fic.get(f"{C}/entities/suppliers/999")
    fic.delete(f"{C}/entities/suppliers/{supplier['id']}")
    documents = f"{C}/issued_documents"
    fic.get(f"{documents}/info", type="self_supplier_invoice")
    fic.get(f"{documents}/info")
    fic.post(f"{documents}/totals", self_invoice())
    token = fic.ask(
        "POST", f"{documents}/attachment", data={"filename": "a.pdf"}, files={"attachment": ("a.pdf", b"%PDF-1.4")}
    ).json()["data"]["attachment_token"]
    document = fic.post(documents, self_invoice(attachment_token=token)).json()["data"]["id"]
    fic.post(documents, self_invoice(payments_list=[]))
    fic.post(documents, self_invoice(items_list=[{"vat": {"id": 9}}]))
    fic.get(documents, type="self_supplier_invoice")
    fic.get(documents, type="self_supplier_invoice", fieldset="detailed")
    fic.get(documents, type="self_supplier_invoice", fields="id,ei_status")
    fic.get(documents)
    fic.get(f"{documents}/{document}")
    fic.get(f"{documents}/{document}", fieldset="detailed")
    fic.put(f"{documents}/{document}", {"data": {"notes": "nuova nota"}})
    fic.post(f"{documents}/{document}/totals", {"data": {}})
    fic.delete(f"{documents}/{document}/attachment")
    fic.get(f"{documents}/{document}/e_invoice/xml")
    fic.get(f"{documents}/{document}/e_invoice/xml_verify")
    fic.get(f"{documents}/{document}/e_invoice/error_reason")
    broken = fic.create(ei_raw=ei_raw(None))["id"]
    for shape in ("array", "object", "extra"):
        outside.sandbox.world.change_options(verify_errors=shape)
        fic.get(f"{documents}/{broken}/e_invoice/xml_verify")
    refused = fic.create(date="2026-09-01")["id"]
    outside.control("POST", f"/fattureincloud/documents/{refused}/send")
    fic.get(f"{documents}/{refused}/e_invoice/error_reason")
    fic.post(f"{documents}/{document}/e_invoice/send", {"options": {"dry_run": True}})
    fic.delete(f"{documents}/{document}")
    fic.get(f"{C}/bin/issued_documents")
    fic.get(f"{C}/bin/issued_documents/{document}")
    fic.post(f"{C}/bin/issued_documents/{document}/recover")
    fic.delete(f"{documents}/{document}")
    fic.delete(f"{C}/bin/issued_documents/{document}")
    wanted = {"sink": "http://localhost:1/hook", "types": ["it.fattureincloud.webhooks.issued_documents.all.create"]}
    hooks = f"{C}/subscriptions"
    subscription = fic.post(hooks, {"data": wanted}).json()["data"]["id"]
    fic.post(hooks, {"data": {**wanted, "sink": "http://elsewhere.example"}})
    fic.get(hooks)
    fic.get(f"{hooks}/{subscription}")
    fic.put(f"{hooks}/{subscription}", {"data": {"config": {"mapping": "structured"}}})
    fic.post(f"{hooks}/{subscription}/verify")
    outside.control("POST", "/clock", advance_seconds=601)
    fic.post(f"{hooks}/{subscription}/verify")
    fic.delete(f"{hooks}/{subscription}")


def _implemented(sandbox: Sandbox) -> set[tuple[str, str]]:
    rules = app.create(sandbox.store, sandbox.client).url_map.iter_rules()
    return {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in rules
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if not UNDESCRIBED.fullmatch(rule.rule)
    }


def test_every_answer_is_as_the_document_says(recorded: Recorded, outside: Outside, sandbox: Sandbox) -> None:
    # Given the document and a client that shows it every answer, when each operation is called
    _walk(recorded, outside)
    # Then nothing differs but what is listed, and no operation was left out
    called = {(method, path) for method, path, status in recorded.seen if status == 200}
    assert _implemented(sandbox) - called == set()


def test_the_sandbox_has_no_route_that_fic_has_not(sandbox: Sandbox, judge: Judge) -> None:
    assert _implemented(sandbox) - set(judge.operations()) == set()


def test_a_studio_sees_its_companies_as_the_document_says(outside: Outside, judge: Judge) -> None:
    # Given a studio's token, when it lists the companies
    studio = Recorded(outside.fic(STUDIO), judge)
    companies = studio.get("/user/companies").json()["data"]["companies"]
    # Then the studio is one row and its clients stand inside, their VAT number a number as in FiC's own example
    assert [row["type"] for row in companies] == ["accountant"]
    assert [row["id"] for row in companies[0]["controlled_companies"]] == [seed.ROSSI, seed.STUDIO_BOOKS, seed.VERDI]
    assert companies[0]["controlled_companies"][0]["vat_number"] == 99900010150


def test_errors_of_access_are_as_the_document_says(recorded: Recorded, outside: Outside, judge: Judge) -> None:
    for email, path, status in (
        (EXPIRED, f"/c/{seed.EXPIRED}/issued_documents?type=self_supplier_invoice", 403),
        (CLIENT, f"/c/{seed.VERDI}/company/info", 403),
        (CLIENT, f"{C}/issued_documents/77", 404),
    ):
        answer = outside.fic(email).ask("GET", path)
        assert answer.status_code == status
        pattern = _pattern(path.partition("?")[0], {known for _, known in judge.operations()})
        assert judge.complaints("GET", pattern, status, answer.json()) == []
