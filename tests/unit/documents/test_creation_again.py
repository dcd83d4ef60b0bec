"""CreateDocument where a document with our reference is there already: corrected, in the bin, with SdI, renamed."""

from __future__ import annotations

import pytest

from autofatture.domain.document import Phase, Status
from autofatture.services.create_document import Created, Outcome
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, World


def create(world: World, run: int = 1) -> Created:
    return world.creation.run("100", DOCUMENT_ID, run)


def test_a_correction_changes_the_document_that_is_there(world: World) -> None:
    """After a refusal by SdI: same reference, same document, no second credit."""
    # Given
    document = world.created()
    world.fic.documents[9001]["ei_status"] = "discarded"
    changed = world.stored().draft.model_copy(update={"total_net": world.stored().draft.total_net * 2})
    world.documents.put(
        document.model_copy(update={"phase": Phase.CREATE, "status": Status.APPROVED}),
        draft=changed,
        assessment=world.stored().assessment,
    )

    # When
    created = create(world)

    # Then
    assert created.outcome is Outcome.CREATED
    assert created.document.fic is not None
    assert (created.document.fic.fic_id, str(created.document.fic.net)) == (9001, "200.00")
    assert world.fic.creates == 1
    assert world.wallets.balance == 9


@pytest.mark.parametrize("ei_status", ["sent", "processing", "attempt"])
def test_what_sdi_has_is_not_changed(world: World, ei_status: str) -> None:
    document = world.created()
    world.fic.documents[9001]["ei_status"] = ei_status
    changed = world.stored().draft.model_copy(update={"total_net": world.stored().draft.total_net * 2})
    world.documents.put(
        document.model_copy(update={"phase": Phase.CREATE}), draft=changed, assessment=world.stored().assessment
    )

    created = create(world)

    assert created.outcome is Outcome.REFUSED
    assert created.document.failure is not None
    assert created.document.failure.code == "already_sent"
    assert world.fic.documents[9001]["amount_net"] == "100.00"


def test_a_document_in_the_bin_stops_once_and_then_a_person_decides(world: World) -> None:
    # Given
    world.approved()
    world.fic.after["create"] = KeyboardInterrupt()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        create(world)
    world.fic.bin[9001] = world.fic.documents.pop(9001)

    # When
    stopped = create(world)

    # Then
    assert stopped.outcome is Outcome.REFUSED
    assert stopped.document.failure is not None
    assert stopped.document.failure.code == "deleted_in_fic"
    assert world.fic.creates == 1

    # When
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=stopped.document.version, draft=None)

    # Then
    assert create(world).outcome is Outcome.CREATED
    assert world.fic.creates == 2


def test_a_changed_reference_in_fic_is_no_reason_to_create_again(world: World) -> None:
    """The client edited the subject of the document in FiC, where our reference stands."""
    document = world.created()
    world.fic.documents[9001]["subject"] = "cambiato a mano"
    world.documents.put(
        document.model_copy(update={"phase": Phase.CREATE}),
        draft=world.stored().draft,
        assessment=world.stored().assessment,
    )

    assert create(world).outcome is Outcome.CREATED
    assert world.fic.creates == 1
