"""Memory of suppliers beside a document: proposed when it is opened, learnt at *Invia*, never shown to others."""

from __future__ import annotations

import pytest

from autofatture.domain.access import Actor, Basis, Role
from autofatture.domain.document import Phase, Status
from autofatture.domain.draft import DraftSupplier
from autofatture.domain.errors import NotEnoughCredits
from autofatture.domain.supplier_facts import Fact
from autofatture.domain.supplier_memory import Level, Owner, Remembrance, id_of
from autofatture.services.documents import DocumentQueries
from autofatture.services.send import NotReady
from tests.fakes.outside import ASKER, blocking
from tests.fakes.world import DOCUMENT_ID, DRAFT, World

COMPANY = Owner(level=Level.COMPANY, owner_id="100")
STUDIO = Owner(level=Level.STUDIO, owner_id="studio-a")
SUPPLIER = id_of("vat:IE1234567X")
OTHER = "01hq3v9zk7m2n4p6r8s0t2w4y7"


def work_as_studio(world: World, studio_id: str = "studio-a") -> None:
    world.gate.basis = Basis.CLIENTE
    world.gate.actors["owner"] = Actor(
        user_id="owner", session_id="s", mfa=True, name="Chiara", studio_id=studio_id, role=Role.COLLABORATORE
    )


def send(world: World, document_id: str = DOCUMENT_ID, company_id: str = "100") -> None:
    version = world.now(document_id, company_id).version
    world.sending.send(ASKER, company_id, document_id, version=version, draft=None)


def memory_of(world: World, document_id: str, company_id: str = "100") -> Remembrance:
    queries = DocumentQueries(world.gate, world.documents, world.blobs, world.audit, world.memory, link_seconds=60)
    return queries.one(ASKER, company_id, document_id).memory


def next_document(world: World, company_id: str = "100") -> None:
    """Another document of the same supplier, on which less could be read."""
    draft = DRAFT.model_copy(
        update={
            "invoice_number": "INV-8",
            "supplier": DraftSupplier(name="Cloudberry Ltd", vat_id="IE1234567X"),
            "currency": None,
        }
    )
    world.in_review(document_id=OTHER, company_id=company_id, draft=draft, sha256="b" * 64)


def test_what_one_person_approved_is_proposed_on_the_next_document(world: World) -> None:
    # Given
    world.in_review()
    send(world)
    next_document(world)

    # When
    memory = memory_of(world, OTHER)

    # Then
    assert memory.known
    assert {one.fact: one.value for one in memory.proposals} == {Fact.COUNTRY: "IE", Fact.CURRENCY: "EUR"}
    assert {one.level for one in memory.proposals} == {Level.COMPANY}
    assert all(one.origin.startswith("Confermato da Anna il 25/11/2026") for one in memory.proposals)
    assert world.stored(OTHER).draft.currency is None


def test_a_first_document_of_a_supplier_is_not_known(world: World) -> None:
    world.in_review()
    memory = memory_of(world, DOCUMENT_ID)
    assert (memory.known, memory.proposals) == (False, ())


def test_the_studio_learns_identity_and_the_company_only_what_is_its_own(world: World) -> None:
    work_as_studio(world)
    world.in_review()

    send(world)

    assert world.suppliers.rows[(STUDIO, SUPPLIER)].value(Fact.COUNTRY)
    assert (COMPANY, SUPPLIER) not in world.suppliers.rows


def test_what_the_studio_knows_is_proposed_in_all_its_companies(world: World) -> None:
    work_as_studio(world)
    world.in_review()
    send(world)

    next_document(world, company_id="200")

    assert {one.level for one in memory_of(world, OTHER, "200").proposals} == {Level.STUDIO}


def test_an_owner_does_not_see_what_a_studio_learnt_and_does_not_teach_it(world: World) -> None:
    """Part of it was learnt on the documents of other clients."""
    work_as_studio(world)
    world.in_review()
    send(world)
    world.gate.basis = Basis.OWN
    world.gate.actors["owner"] = Actor(user_id="owner", session_id="s", mfa=False, name="Anna")
    next_document(world)

    assert not memory_of(world, OTHER).known
    send(world, OTHER)

    assert world.suppliers.rows[(COMPANY, SUPPLIER)].value(Fact.COUNTRY) is None
    assert world.suppliers.rows[(COMPANY, SUPPLIER)].value(Fact.NAME)
    assert world.suppliers.rows[(STUDIO, SUPPLIER)].version == 1


def test_the_next_studio_sees_the_companys_memory_and_nothing_of_the_former_studio(world: World) -> None:
    work_as_studio(world, "studio-a")
    world.in_review()
    send(world)

    work_as_studio(world, "studio-b")
    next_document(world)

    assert not memory_of(world, OTHER).known
    assert (STUDIO, SUPPLIER) in world.suppliers.rows


def test_what_was_forgotten_is_proposed_nowhere_from_that_moment(world: World) -> None:
    world.in_review()
    send(world)
    next_document(world)

    del world.suppliers.rows[(COMPANY, SUPPLIER)]

    assert memory_of(world, OTHER).proposals == ()


def test_pressing_twice_teaches_once(world: World) -> None:
    before = world.in_review()
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=before.version, draft=None)
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=before.version, draft=None)
    assert world.suppliers.rows[(COMPANY, SUPPLIER)].version == 1


def test_what_is_not_approved_teaches_nothing(world: World) -> None:
    world.in_review()
    world.fiscal.blocking = [blocking()]
    with pytest.raises(NotReady):
        send(world)
    assert world.suppliers.rows == {}


def test_an_approval_that_fails_teaches_nothing(world: World) -> None:
    """The last credit went to another document between the check and the write."""
    world.in_review()
    world.documents.before_write = lambda: setattr(world.wallets, "balance", 0)
    with pytest.raises(NotEnoughCredits):
        send(world)
    assert world.suppliers.rows == {}


def test_memory_costs_one_call_at_a_review_and_one_at_invia(world: World) -> None:
    world.in_review()
    memory_of(world, DOCUMENT_ID)
    assert world.suppliers.reads == 1
    send(world)
    assert world.suppliers.reads == 2


def test_memory_is_not_read_for_a_document_that_is_not_in_review(world: World) -> None:
    world.in_review(phase=Phase.DONE, status=Status.CANCELLED)
    memory_of(world, DOCUMENT_ID)
    assert world.suppliers.reads == 0


def test_a_save_asks_memory_again_only_for_another_supplier(world: World) -> None:
    before = world.in_review()
    saved = world.drafts.save(ASKER, "100", DOCUMENT_ID, version=before.version, draft=DRAFT)
    assert (saved.memory, world.suppliers.reads) == (None, 0)
    other = DRAFT.model_copy(update={"supplier": DraftSupplier(name="Altro", vat_id="DE811907980")})
    saved = world.drafts.save(ASKER, "100", DOCUMENT_ID, version=saved.document.version, draft=other)
    assert saved.memory is not None
    assert world.suppliers.reads == 1
