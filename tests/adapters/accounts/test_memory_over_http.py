"""From *Invia* on one document to the proposal on the next one, over HTTP and on the table's own transactions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.documents import DynamoDocuments
from autofatture.domain.document import Document, Phase, Status, TimelineEntry, new_document_id
from autofatture.domain.draft import Draft, DraftSupplier
from autofatture.services.outbox import OutboxDelivery
from tests.account_people import VERDI, client_of
from tests.account_world import Browser, World
from tests.document_roots import forget_documents, install_documents
from tests.fakes.outside import FakeFiscal
from tests.fakes.world import DRAFT


@pytest.fixture
def office(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The API of documents on the same table, with the smallest fiscal rules."""
    forget_documents()
    install_documents(monkeypatch, world, fiscal=FakeFiscal)
    monkeypatch.setattr(OutboxDelivery, "deliver", lambda *_: None)
    yield world
    forget_documents()


def to_review(world: World, company_id: str, draft: Draft) -> str:
    at = world.clock.now()
    document = Document(
        company_id=company_id,
        document_id=new_document_id(at),
        version=1,
        run=1,
        phase=Phase.REVIEW,
        status=Status.TO_REVIEW,
        created_at=at,
        phase_since=at,
        uploaded_by="owner",
        file_name="fattura.pdf",
        content_type="application/pdf",
    )
    entry = TimelineEntry(at=at, status=document.status, text="Pronto da verificare")
    DynamoDocuments(world.table, Companies(world.table)).add(document, timeline=entry, draft=draft)
    world.clock.pass_(seconds=5)
    return document.document_id


def send(browser: Browser, company_id: str, document_id: str) -> None:
    browser.post(f"/companies/{company_id}/documents/{document_id}/send", {"version": 1})


def memory(browser: Browser, company_id: str, document_id: str) -> dict[str, Any]:
    found: dict[str, Any] = browser.get(f"/companies/{company_id}/documents/{document_id}")["memory"]
    return found


NEXT = DRAFT.model_copy(
    update={"invoice_number": "INV-8", "supplier": DraftSupplier(name="Cloudberry Ltd", vat_id="IE1234567X")}
)
COUNTRY = {"fact": "country", "value": "IE", "field": "supplier.country", "differs_from": None}


def test_what_a_studio_approved_in_one_company_is_proposed_in_another(office: World) -> None:
    # Given a studio that works on two companies
    accountant, client = office.accountant(), client_of(office)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    accountant.link(controlled=[VERDI])
    # When one document is approved
    send(accountant, "100", to_review(office, "100", DRAFT))
    # Then the other company's next one has the proposal, with its origin
    following = to_review(office, VERDI.company_id, NEXT)
    found = memory(accountant, VERDI.company_id, following)
    assert found["known"] is True
    (one,) = found["proposals"]
    assert {name: one[name] for name in COUNTRY} == COUNTRY
    assert one["level"] == "studio"
    assert one["origin"].startswith("Confermato da Carlo Neri il ")
    # And the owner of the first company is told nothing of it
    assert memory(client, "100", to_review(office, "100", NEXT)) == {"known": False, "proposals": [], "agreed": []}
    assert client.get("/companies/100/suppliers")["items"] == []
    # And what is forgotten is gone from the document that waits
    supplier_id = accountant.get("/studio/suppliers")["items"][0]["supplier_id"]
    accountant.delete(f"/studio/suppliers/{supplier_id}")
    assert memory(accountant, VERDI.company_id, following) == {"known": False, "proposals": [], "agreed": []}


def test_an_owner_without_a_studio_has_the_companys_own_memory(office: World) -> None:
    client = client_of(office)
    send(client, "100", to_review(office, "100", DRAFT))
    found = memory(client, "100", to_review(office, "100", NEXT))
    (one,) = found["proposals"]
    assert (one["fact"], one["level"]) == ("country", "azienda")
    assert client.get("/companies/100/suppliers")["items"][0]["name"] == "Cloudberry Ltd"


def test_memory_adds_one_call_to_a_review_and_one_to_invia(office: World) -> None:
    """A second document of a known supplier writes nothing of the memory either."""
    client = client_of(office)
    first, second = to_review(office, "100", DRAFT), to_review(office, "100", NEXT)
    made: list[str] = []
    office.table._client.meta.events.register("before-call.dynamodb", lambda model, **_: made.append(model.name))
    memory(client, "100", first)
    assert made == ["BatchGetItem", "BatchGetItem"]
    made.clear()
    send(client, "100", first)
    assert made.count("BatchGetItem") == 3, made
    # One sends; the other keeps the numbers under which this document, which nobody assessed before, may be found.
    assert made.count("TransactWriteItems") == 2, made
    before = client.get("/companies/100/suppliers")["items"]
    send(client, "100", second)
    assert client.get("/companies/100/suppliers")["items"] == before
