"""An approved document that could not be created because the link was lost."""

from __future__ import annotations

import pytest

from autofatture.domain.document import Document, Phase, Status
from autofatture.services.relinked import Relinked
from autofatture.stores import Hop
from tests.fakes.world import DOCUMENT_ID, World
from tests.unit.documents.test_reconcile import SystemEntries


@pytest.fixture
def entries() -> SystemEntries:
    return SystemEntries()


@pytest.fixture
def relinked(world: World, entries: SystemEntries) -> Relinked:
    return Relinked(world.transitions, world.companies, world.wallets, entries)  # type: ignore[arg-type]  # keeps entries


def waits(world: World) -> Document:
    """Approved, and back in review because nobody's token works."""
    world.approved()
    world.invoicing.relink.add("100")
    document = world.creation.run("100", DOCUMENT_ID, 1).document
    assert (document.status, document.failure and document.failure.code) == (Status.TO_REVIEW, "relink_needed")
    world.invoicing.relink.clear()
    return document


def test_it_goes_on_by_itself(world: World, relinked: Relinked, entries: SystemEntries) -> None:
    """The letter said that the work resumes by itself, and every document had to be approved again."""
    waits(world)
    before = len(world.queues[Hop.SIGNAL].bodies)

    assert relinked.run("100") == 1

    document = world.now()
    assert (document.phase, document.status, document.failure) == (Phase.CREATE, Status.APPROVED, None)
    assert world.wallets.held[DOCUMENT_ID] == "reserved"
    assert len(world.queues[Hop.SIGNAL].bodies) == before + 1
    assert [(action, details["approved_by"]) for _, action, details in entries.entries] == [
        ("document.resumed", "owner")
    ]
    # And it is created, once
    assert relinked.run("100") == 0
    assert world.creation.run("100", DOCUMENT_ID, 1).document.fic is not None


def test_what_somebody_saved_meanwhile_is_theirs(world: World, relinked: Relinked) -> None:
    document = waits(world)
    world.transitions.apply(document, None)
    assert relinked.run("100") == 0
    assert world.now().status is Status.TO_REVIEW


def test_whose_right_has_ended_approves_nothing_any_more(world: World, relinked: Relinked) -> None:
    waits(world)
    world.companies.approvers.clear()
    assert relinked.run("100") == 0


def test_without_a_credit_it_stays_in_review(world: World, relinked: Relinked) -> None:
    waits(world)
    world.wallets.balance = 0
    assert relinked.run("100") == 0
    assert world.now().status is Status.TO_REVIEW


def test_another_reason_for_review_is_no_reason_to_go_on(world: World, relinked: Relinked) -> None:
    world.in_review(approved_by="owner")
    assert relinked.run("100") == 0
