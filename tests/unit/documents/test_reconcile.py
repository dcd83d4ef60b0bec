"""The nightly comparison, and documents that change their inbox."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.document import Failure, Phase, Status
from autofatture.domain.errors import OutcomeUnknown
from autofatture.services.reconcile import Reconciliation
from autofatture.services.restamp import Restamp
from autofatture.stores import Hop
from tests.companies import choice, company
from tests.fakes.outside import ListQueue
from tests.fakes.world import DOCUMENT_ID, World


class SystemEntries:
    def __init__(self) -> None:
        self.entries: list[tuple[str, str, dict[str, str]]] = []

    def by_system(self, company_id: str, action: str, *, details: dict[str, str]) -> None:
        self.entries.append((company_id, action, details))


class Night:
    def __init__(self, world: World) -> None:
        self.queue = ListQueue()
        self.audit = SystemEntries()
        self.comparison = Reconciliation(
            transitions=world.transitions,
            invoicing=world.invoicing,
            activity=world.activity,
            queue=self.queue,
            once=world.once,
            audit=self.audit,  # type: ignore[arg-type]  # keeps entries
            clock=world.clock,
        )


@pytest.fixture
def night(world: World) -> Night:
    return Night(world)


def test_companies_with_something_created_lately_are_compared(world: World, night: Night) -> None:
    world.created()

    assert night.comparison.tick() == 1
    assert night.queue.bodies == [{"reconcile": {"company_id": "100"}}]
    world.clock.pass_(days=11)
    assert night.comparison.tick() == 0


def test_what_agrees_is_not_reported(world: World, night: Night) -> None:
    world.created()

    found = night.comparison.run("100")

    assert (found.missing_in_fic, found.unknown_to_us, found.found_again) == ((), (), ())
    assert night.audit.entries == []


def test_orphans_on_both_sides_are_reported_once(world: World, night: Night) -> None:
    # Given
    world.created()
    stranger = "01hq3v9zk7m2n4p6r8s0t2w4y9"
    world.fic.documents[77] = {**world.fic.documents[9001], "id": 77, "subject": stranger}
    world.fic.documents[78] = {**world.fic.documents[9001], "id": 78, "subject": "Consulenza ottobre"}
    del world.fic.documents[9001]

    # When
    found = night.comparison.run("100")
    night.comparison.run("100")

    # Then
    assert found.missing_in_fic == (DOCUMENT_ID,)
    assert found.unknown_to_us == (77,), "what carries no reference of ours is nobody's business"
    assert night.audit.entries == [
        ("100", "reconcile.missing_in_fic", {"id": DOCUMENT_ID}),
        ("100", "reconcile.unknown_to_us", {"id": "77"}),
    ]


def test_an_unknown_outcome_that_was_a_creation_goes_on_by_itself(world: World, night: Night) -> None:
    """FiC created the document, its answer was lost, and its search found it only hours later."""
    # Given
    world.approved()
    world.fic.after["create"] = OutcomeUnknown()
    hidden = world.fic.find
    world.fic.find = lambda reference, around: []  # type: ignore[method-assign, misc]  # noqa: ARG005  (a search that lags)
    world.creation.run("100", DOCUMENT_ID, 1)
    assert world.now().phase is Phase.FAILED
    world.fic.find = hidden  # type: ignore[method-assign]

    # When
    found = night.comparison.run("100")

    # Then
    assert found.found_again == (DOCUMENT_ID,)
    assert (world.now().phase, world.now().run) == (Phase.CREATE, 2)
    assert world.queues[Hop.START].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID}]
    world.creation.run("100", DOCUMENT_ID, 2)
    assert world.now().phase is Phase.AWAIT_SDI
    assert world.fic.creates == 1


def test_an_unknown_outcome_that_was_none_stays_with_the_person(world: World, night: Night) -> None:
    failure = Failure(state="CreateDocument", code="outcome_unknown", message="Non sappiamo.")
    before = world.document(Phase.FAILED, Status.FAILED, failure=failure)

    night.comparison.run("100")

    assert world.now() == before


def test_a_dead_connection_is_no_difference(world: World, night: Night) -> None:
    world.created()
    world.invoicing.relink.add("100")

    assert night.comparison.run("100").missing_in_fic == ()


def test_documents_older_than_the_window_are_left_alone(world: World, night: Night) -> None:
    world.created(created_at=world.clock.now() - dt.timedelta(days=90))
    world.fic.documents.clear()

    assert night.comparison.run("100").missing_in_fic == ()


def test_a_new_studio_gets_the_documents(world: World) -> None:
    # Given
    for number in range(5):
        world.document(document_id=f"d{number}", studio_id="old")
    world.companies.linked["100"] = company("100", choice=choice("studio-a"))
    restamp = Restamp(world.documents, world.companies, ListQueue(), may_go_on=lambda: True)

    # When
    moved = restamp.run("100")

    # Then
    assert moved == 5
    assert {document.studio_id for document in world.documents.all()} == {"studio-a"}
    assert restamp.run("100") == 0


def test_a_company_without_a_studio_leaves_every_inbox(world: World) -> None:
    world.document(studio_id="old")

    Restamp(world.documents, world.companies, ListQueue(), may_go_on=lambda: True).run("100")

    assert world.now().studio_id is None


def test_many_documents_go_on_with_the_next_message(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autofatture.services.restamp._PAGE", 2)
    for number in range(5):
        world.document(document_id=f"d{number}", studio_id="old")
    queue = ListQueue()
    restamp = Restamp(world.documents, world.companies, queue, may_go_on=lambda: False)

    assert restamp.run("100") == 2
    while queue.bodies:
        message = queue.bodies.pop(0)["restamp"]
        restamp.run(message["company_id"], message["cursor"])

    assert {document.studio_id for document in world.documents.all()} == {None}
