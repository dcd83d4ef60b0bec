"""Calls to the table per request, counted at the client: see the rows in :mod:`tests.unit.isolation.calls`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.documents import DynamoDocuments
from autofatture.domain.advice import DocumentType
from autofatture.domain.document import (
    Document,
    ExportedXml,
    Failure,
    FicDocument,
    Phase,
    Status,
    TimelineEntry,
)
from autofatture.domain.draft import DraftLine
from autofatture.services.outbox import OutboxDelivery
from tests.document_roots import composition_roots, forget_documents
from tests.fakes.outside import FakeFiscal
from tests.fakes.world import DRAFT
from tests.unit.isolation.calls import CALLS, LIST, READ, Calls, Given
from tests.unit.isolation.conftest import Neighbourhood
from tests.unit.isolation.table import COMPANY, DOCUMENT, ROWS

CHANGING = ("POST", "PUT", "PATCH", "DELETE")


def test_every_route_has_a_row() -> None:
    assert {(row.method, row.path) for row in CALLS} == {(row.method, row.path) for row in ROWS}


def test_what_only_shows_keeps_to_two_and_three() -> None:
    """A copy of everything is the one exception; it also records that it was made."""
    beyond = [row.name for row in CALLS if row.method == "GET" and row.most > LIST]
    assert beyond == ["GET /me/export"]
    assert READ < LIST


@pytest.fixture(scope="module")
def office(neighbourhood: Neighbourhood) -> Iterator[Neighbourhood]:
    """With the smallest fiscal rules, and a queue that takes nothing: the rows of the outbox stay."""
    patch = pytest.MonkeyPatch()
    forget_documents()
    for root in composition_roots():
        if hasattr(root, "fiscal"):
            patch.setattr(root, "fiscal", FakeFiscal)
    patch.setattr(OutboxDelivery, "deliver", lambda *_: None)
    neighbourhood.world.blobs.held |= {_KEY: b"source", f"exports/{DOCUMENT}.xml": b"<xml/>"}
    waiting = f"unassigned/studio/x/{neighbourhood.values['upload_id']}/{'a' * 64}"
    neighbourhood.world.blobs.held[waiting] = b"source"
    yield neighbourhood
    forget_documents()
    patch.undo()


_DUE = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
_WHOLE = DRAFT.model_copy(update={"lines": (DraftLine(description="Licenza", net=Decimal(100), vat_rate=Decimal(22)),)})
_KEY = f"work/{COMPANY}/{DOCUMENT}/{'b' * 64}"
_STATES: dict[Given, dict[str, Any]] = {
    Given.TO_REVIEW: {},
    Given.TWIN: {"duplicate_of": "01hq3v9zk7m2n4p6r8s0t2w4y7", "duplicate_decision": None},
    Given.DISCARDED: {"phase": Phase.DONE, "status": Status.CANCELLED},
    Given.FAILED: {
        "phase": Phase.FAILED,
        "status": Status.FAILED,
        "failure": Failure(state="Extract", code="timeout", message="Non letto."),
    },
    Given.TO_SEND: {"phase": Phase.AWAIT_SDI, "status": Status.TO_SEND, "approved_by": "owner", "sdi_due_at": _DUE},
    Given.SENT: {"phase": Phase.DONE, "status": Status.SENT, "approved_by": "owner"},
}


def _put(office: Neighbourhood, given: Given) -> None:
    at = office.world.clock.now()
    fic = FicDocument(
        fic_id=7, number=1, numeration="/AF", date=at.date(), net=Decimal(100), vat=Decimal(22), gross=Decimal(122)
    )
    exported = ExportedXml(
        original_key=f"exports/{DOCUMENT}.xml",
        original_sha256="c" * 64,
        working_key=f"exports/{DOCUMENT}_copia.xml",
        working_sha256="d" * 64,
        file_name="IT01234567897_00001.xml",
        exported_at=at,
    )
    created = given in {Given.TO_SEND, Given.SENT}
    document = Document.model_validate(
        {
            "company_id": COMPANY,
            "document_id": DOCUMENT,
            "version": 1,
            "run": 1,
            "phase": Phase.REVIEW,
            "status": Status.TO_REVIEW,
            "created_at": at,
            "phase_since": at,
            "uploaded_by": "owner",
            "file_name": "fattura.pdf",
            "content_type": "application/pdf",
            "studio_id": office.values["studio_id"],
            "sha256": "b" * 64,
            "source_key": _KEY,
            "source_size": 6,
            "pages": 3,
            "document_type": DocumentType.TD17 if created else None,
            "fic": fic if created else None,
            "exported": exported if given is Given.SENT else None,
            **_STATES[given],
        }
    )
    entry = TimelineEntry(at=at, status=document.status, text="Pronto")
    company = Companies(office.world.table)
    DynamoDocuments(office.world.table, company).add(document, timeline=entry, draft=_WHOLE)


def _filled(body: Any, values: dict[str, str]) -> Any:
    if not isinstance(body, dict):
        return body
    known = {**values, "version": "{version}"}
    return {
        name: int(values["version"]) if value == "{version}" else value.format(**known) if _named(value) else value
        for name, value in body.items()
    }


def _named(value: Any) -> bool:
    return isinstance(value, str) and "{" in value


CASES = [pytest.param(row, who, id=f"{row.name}-{who}") for row in CALLS for who in row.who]


@pytest.mark.parametrize(("row", "who"), CASES)
def test_calls_of_a_request(office: Neighbourhood, row: Calls, who: str) -> None:
    # Given the document in the state that the call is about
    browser, cookies = office.people[who], dict(office.people[who].cookies)
    if "{document_id}" in row.path or row.given is not Given.TO_REVIEW:
        _put(office, row.given)
    company = Companies(office.world.table).get(COMPANY)
    assert company is not None
    values = {**office.values, "version": str(company.version)}
    office.calls.clear()
    # When the call is made
    answer = browser.call(row.method, row.path.format(**values) + row.query, _filled(row.body, values), **row.headers)
    made = list(office.calls)
    office.restore()
    browser.cookies = cookies
    # Then it was answered, within the number of its row
    assert answer.status == row.status, answer.body
    assert len(made) <= row.most, made
    assert "Scan" not in made
    if row.method in CHANGING and row.status < 300 and row.most:
        assert len(made) >= row.most - 2, "the row allows more than is needed"


def test_a_person_with_own_companies_and_a_studio_still_needs_three(neighbourhood: Neighbourhood) -> None:
    browser = neighbourhood.people["titolare"]
    browser.link(own=[neighbourhood.world_company()])
    neighbourhood.calls.clear()
    names = {item["name"] for item in browser.get("/companies")["items"]}
    made = list(neighbourhood.calls)
    neighbourhood.restore()
    assert names == {"Rossi Segreta Srl", "Propria Srl"}
    assert sorted(made) == ["BatchGetItem", "BatchGetItem", "Query"]


def test_authorising_a_company_is_one_call(neighbourhood: Neighbourhood) -> None:
    neighbourhood.calls.clear()
    neighbourhood.people["titolare"].call("POST", f"/companies/{COMPANY}/check")
    assert neighbourhood.calls[0] == "BatchGetItem"
    assert neighbourhood.calls.count("BatchGetItem") == 1
