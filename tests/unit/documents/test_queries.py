"""One document with all that belongs to it, lists, and the inbox across companies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from autofatture.domain.access import Actor, Role
from autofatture.domain.document import Document, ExportedXml, Failure, Phase, Status
from autofatture.domain.errors import BadInput, NotFound
from autofatture.entrypoints.wire.documents import DocumentView, detail_view, document_view, list_view
from autofatture.services.documents import DocumentQueries, Move, moves_of
from tests.companies import choice, company
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, World


@pytest.fixture
def queries(world: World) -> DocumentQueries:
    return DocumentQueries(world.gate, world.documents, world.blobs, world.audit, world.memory, link_seconds=60)


def of_a_studio(world: World) -> None:
    world.gate.actors["owner"] = Actor(
        user_id="owner", session_id="s", mfa=True, name="Carlo", studio_id="studio-a", role=Role.TITOLARE
    )
    for company_id in ("100", "200"):
        world.gate.companies_by_id[company_id] = company(company_id, choice=choice("studio-a"))


def test_a_document_with_all_that_belongs_to_it(world: World, queries: DocumentQueries) -> None:
    world.in_review()

    found = queries.one(ASKER, "100", DOCUMENT_ID)
    view = detail_view(found, fic_document_url="https://fic.example")

    assert view.company.name == "Rossi Srl"
    assert view.draft is not None
    assert view.assessment is not None
    assert Move.SEND in view.document.moves


def test_no_key_and_no_secret_goes_out(world: World) -> None:
    """Keys of the bucket, the studio's stamp, claims and run numbers are ours alone."""
    document = world.created(studio_id="studio-a", invoice_key="k")

    sent = document_view(document, fic_document_url="https://fic.example").model_dump_json()

    for inside in ("source_key", "work/100", "studio-a", "invoice_key", '"run"', "sdi_due_at"):
        assert inside not in sent


@pytest.mark.parametrize(
    ("nominal", "last_day"),
    [
        (dt.date(2026, 11, 15), dt.date(2026, 11, 16)),  # a Sunday
        (dt.date(2026, 12, 15), dt.date(2026, 12, 15)),
        (None, None),
    ],
)
def test_lists_and_review_name_the_same_last_day(
    world: World, nominal: dt.date | None, last_day: dt.date | None
) -> None:
    """Defect: on the Monday after a term of Sunday lists said *1 giorno di ritardo*, the review *oggi*."""
    document = world.created(deadline=nominal)

    view = document_view(document, fic_document_url="https://fic.example")

    assert (view.deadline, view.deadline_effective) == (nominal, last_day)


def test_every_field_of_the_view_is_filled_from_the_document() -> None:
    ours = {"company_name", "deadline_effective", "fic", "exported", "moves"}

    assert DocumentView.model_fields.keys() - ours <= Document.model_fields.keys()


def test_a_link_of_a_minute_to_the_source(world: World, queries: DocumentQueries) -> None:
    document = world.in_review()

    link = queries.source(ASKER, "100", DOCUMENT_ID)

    assert str(document.source_key) in link.url
    assert (link.expires_in, link.content_type) == (60, "application/pdf")


def test_before_the_file_arrives_there_is_no_source(world: World, queries: DocumentQueries) -> None:
    world.document(Phase.UPLOAD, Status.UPLOADING, source_key=None)

    with pytest.raises(NotFound):
        queries.source(ASKER, "100", DOCUMENT_ID)


def test_a_list_can_be_searched(world: World, queries: DocumentQueries) -> None:
    world.document(document_id="a", supplier_name="Cloudberry Ltd")
    world.document(document_id="b", file_name="Hetzner_ottobre.pdf")
    how = {"status": None, "vat_period": None, "limit": 50, "cursor": None}

    found = queries.of_company(ASKER, "100", text="HETZNER", **how)  # type: ignore[arg-type]

    assert [document.document_id for document in found.items] == ["b"]


def test_the_inbox_of_an_owner_spans_the_companies(world: World, queries: DocumentQueries) -> None:
    world.document(document_id="a")
    world.documents.put(world.now("a").model_copy(update={"company_id": "200", "document_id": "b"}))

    seen: list[str] = []
    cursor = None
    for _ in range(10):
        page = queries.inbox(ASKER, status=Status.TO_REVIEW, limit=50, cursor=cursor)
        seen += [document.document_id for document in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break

    assert sorted(seen) == ["a", "b"]


def test_the_inbox_of_a_studio_names_the_company(world: World, queries: DocumentQueries) -> None:
    of_a_studio(world)
    world.document(studio_id="studio-a")

    page = queries.inbox(ASKER, status=Status.TO_REVIEW, limit=50, cursor=None)
    [item] = list_view(page, fic_document_url="").items

    assert item.company_name == "Rossi Srl"


def test_a_company_that_left_is_not_shown_although_the_index_is_late(world: World, queries: DocumentQueries) -> None:
    of_a_studio(world)
    world.document(studio_id="studio-a")
    world.gate.companies_by_id["100"] = company("100", choice=choice("another"))

    page = queries.inbox(ASKER, status=Status.TO_REVIEW, limit=50, cursor=None)

    assert list(page.items) == []


def test_without_a_status_the_most_urgent_comes_first(world: World, queries: DocumentQueries) -> None:
    of_a_studio(world)
    world.document(document_id="wait", phase=Phase.AWAIT_SDI, status=Status.TO_SEND, studio_id="studio-a")
    world.document(document_id="no", phase=Phase.REVIEW, status=Status.DISCARDED, studio_id="studio-a")
    world.document(document_id="done", phase=Phase.DONE, status=Status.SENT, studio_id="studio-a")

    seen: list[str] = []
    cursor = None
    while True:
        page = queries.inbox(ASKER, status=None, limit=50, cursor=cursor)
        seen += [document.document_id for document in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break

    assert seen == ["no", "wait"]


@pytest.mark.parametrize("cursor", ["x", "99.", "-1.a"])
def test_a_cursor_that_was_not_ours_is_refused(world: World, queries: DocumentQueries, cursor: str) -> None:
    with pytest.raises(BadInput):
        queries.inbox(ASKER, status=Status.TO_REVIEW, limit=50, cursor=cursor)


EXPORTED = ExportedXml(
    original_key="k", original_sha256="s", file_name="a.xml", exported_at=dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
)


@pytest.mark.parametrize(
    ("changes", "moves"),
    [
        ({"phase": Phase.UPLOAD, "status": Status.UPLOADING}, []),
        ({"phase": Phase.READ, "status": Status.READING}, []),
        ({"phase": Phase.REVIEW}, [Move.EDIT, Move.SEND, Move.DISCARD, Move.MOVE]),
        ({"phase": Phase.REVIEW, "pages": 2}, [Move.EDIT, Move.SEND, Move.DISCARD, Move.MOVE, Move.SPLIT]),
        (
            {"phase": Phase.REVIEW, "pages": 2, "content_type": "image/png"},
            [Move.EDIT, Move.SEND, Move.DISCARD, Move.MOVE],
        ),
        ({"phase": Phase.CREATE, "status": Status.APPROVED}, []),
        ({"phase": Phase.DONE, "status": Status.NO_DOCUMENT}, [Move.REOPEN]),
        ({"phase": Phase.DONE, "status": Status.SENT, "exported": EXPORTED}, [Move.DOWNLOAD]),
        ({"phase": Phase.FAILED, "status": Status.FAILED}, [Move.RETRY, Move.DISCARD]),
        ({"phase": Phase.FAILED, "status": Status.FAILED, "source_key": None}, [Move.DISCARD]),
    ],
)
def test_what_may_be_done_now(world: World, changes: dict[str, Any], moves: list[Move]) -> None:
    document = world.document(**changes)

    assert moves_of(document) == moves


def test_a_failure_says_which_state_and_why(world: World) -> None:
    failure = Failure(state="Extract", code="timeout", message="Troppo tempo.", reasons=("uno",))

    view = document_view(world.document(Phase.FAILED, Status.FAILED, failure=failure), fic_document_url="")

    assert view.failure == failure
