"""Saving a draft, asking for advice, *Invia*."""

from __future__ import annotations

from decimal import Decimal

import pytest

from autofatture.document_ports import FourEyes
from autofatture.domain.access import Action
from autofatture.domain.document import DuplicateDecision, Phase, Status
from autofatture.domain.errors import Conflict, NotAllowed, NotEnoughCredits, TransientError
from autofatture.services.send import NotReady
from autofatture.stores import Hop
from tests.fakes.outside import ASKER, blocking
from tests.fakes.stores import carry_out
from tests.fakes.world import DOCUMENT_ID, DRAFT, World

EDITED = DRAFT.model_copy(update={"total_net": Decimal("250.00")})


def save(world: World, version: int, draft=EDITED):
    return world.drafts.save(ASKER, "100", DOCUMENT_ID, version=version, draft=draft)


def send(world: World, version: int, draft=None):
    return world.sending.send(ASKER, "100", DOCUMENT_ID, version=version, draft=draft)


def test_a_save_keeps_the_draft_and_answers_with_the_next_version(world: World) -> None:
    before = world.in_review()

    saved = save(world, before.version)

    assert saved.document.version == before.version + 1
    assert saved.document.net == Decimal("250.00")
    assert saved.document.prepared_by == "owner"
    assert world.stored().draft == EDITED
    assert world.audit.entries == [("draft.save", DOCUMENT_ID, {"version": "6", "fields": "total_net"})]


def test_a_save_of_an_older_version_answers_with_what_stands_there(world: World) -> None:
    # Given
    before = world.in_review()
    save(world, before.version)

    # When
    with pytest.raises(Conflict) as refused:
        save(world, before.version, DRAFT)

    # Then
    assert refused.value.details["version"] == before.version + 1
    assert refused.value.details["draft"]["total_net"] == "250.00"
    assert "Le tue modifiche sono ancora qui" in refused.value.message


def test_two_saves_at_once_and_one_wins(world: World) -> None:
    before = world.in_review()
    world.documents.before_write = lambda: save(world, before.version)

    with pytest.raises(Conflict) as refused:
        save(world, before.version, DRAFT)

    assert refused.value.details["draft"]["total_net"] == "250.00"


def test_advice_is_given_without_saving(world: World) -> None:
    before = world.in_review()

    assessment = world.drafts.advise(ASKER, "100", DOCUMENT_ID, EDITED)

    assert assessment.totals is not None
    assert assessment.totals.net == Decimal("250.00")
    assert world.now() == before
    assert world.claims.invoices == {}, "advice claims nothing"


def test_invia_is_one_write_with_credit_audit_and_message(world: World) -> None:
    # Given
    before = world.in_review()

    # When
    sent = send(world, before.version, EDITED)

    # Then
    assert (sent.document.phase, sent.document.status) == (Phase.CREATE, Status.APPROVED)
    assert sent.document.approved_by == "owner"
    assert sent.company.company_id == "100"
    assert world.stored().draft == EDITED, "edits that were not saved are part of the sending"
    assert (world.wallets.balance, world.wallets.held) == (9, {DOCUMENT_ID: "reserved"})
    assert [entry[0] for entry in world.audit.entries] == ["document.send"]
    assert world.queues[Hop.SIGNAL].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID, "run": 1}]
    assert world.outbox.messages == {}


def test_a_double_click_answers_twice_the_same_and_costs_once(world: World) -> None:
    before = world.in_review()
    first = send(world, before.version)

    again = send(world, before.version)

    assert again.document == first.document
    assert world.wallets.balance == 9


def test_two_clicks_at_the_same_moment_cost_once(world: World) -> None:
    """Both requests read the row in review; the second write finds it approved."""
    before = world.in_review()
    world.documents.before_write = lambda: send(world, before.version)

    second = send(world, before.version)

    assert second.document.phase is Phase.CREATE
    assert world.wallets.balance == 9
    assert len(world.queues[Hop.SIGNAL].bodies) == 1


def test_a_click_on_what_somebody_else_sent_is_a_conflict(world: World) -> None:
    before = world.in_review()
    send(world, before.version)
    world.documents.put(world.now().model_copy(update={"approved_by": "colleague"}))

    with pytest.raises(Conflict):
        send(world, before.version)


def test_blocking_findings_stop_it_and_nothing_is_taken(world: World) -> None:
    before = world.in_review()
    world.fiscal.blocking = [blocking()]

    with pytest.raises(NotReady) as refused:
        send(world, before.version)

    assert refused.value.http_status == 422
    assert [found["code"] for found in refused.value.details["findings"]] == ["missing_number"]
    assert world.now() == before
    assert world.wallets.balance == 10


def test_without_credits_the_draft_stays_in_review(world: World) -> None:
    before = world.in_review()
    world.wallets.balance = 0

    with pytest.raises(NotEnoughCredits):
        send(world, before.version)

    assert world.now() == before
    assert world.audit.entries == []


def test_the_last_credit_taken_meanwhile_is_no_approval(world: World) -> None:
    """Another document takes the last credit between the reading and the writing."""
    before = world.in_review()
    world.wallets.balance = 1

    def taken() -> None:
        world.wallets.balance = 0

    world.documents.before_write = taken

    with pytest.raises(NotEnoughCredits):
        send(world, before.version)

    assert world.now() == before


def test_the_same_invoice_sent_meanwhile_is_a_finding(world: World) -> None:
    """Two documents of one invoice, approved at the same moment: the second is stopped."""
    before = world.in_review()

    def claimed() -> None:
        world.claims.invoices.clear()
        world.claims.claim_invoice("100", "ie1234567x#inv7#2026", "twin")

    world.documents.before_write = claimed

    with pytest.raises(NotReady) as refused:
        send(world, before.version)

    assert [found["code"] for found in refused.value.details["findings"]] == ["duplicate"]
    assert world.now() == before


def test_a_queue_out_of_reach_loses_nothing(world: World) -> None:
    """The transaction holds, the sending fails: the sweep sends it later."""
    before = world.in_review()
    world.queues[Hop.SIGNAL].failure = TransientError()

    sent = send(world, before.version)

    assert sent.document.phase is Phase.CREATE
    assert len(world.outbox.messages) == 1
    world.queues[Hop.SIGNAL].failure = None
    assert world.delivery.sweep() == 0, "younger than a minute: its writer may be at it"
    world.clock.pass_(seconds=61)
    assert world.delivery.sweep() == 1
    assert world.outbox.messages == {}
    assert len(world.queues[Hop.SIGNAL].bodies) == 1


def test_who_may_not_approve_is_refused(world: World) -> None:
    before = world.in_review()
    world.gate.refused[("100", Action.APPROVE)] = NotAllowed(
        "Un praticante può preparare il documento ma non inviarlo."
    )

    with pytest.raises(NotAllowed):
        send(world, before.version)


@pytest.mark.parametrize(
    ("rule", "prepared_by", "known", "refused"),
    [
        (FourEyes(amount=Decimal(99)), "owner", True, True),
        (FourEyes(amount=Decimal(100)), "owner", True, False),
        (FourEyes(amount=Decimal(99)), "colleague", True, False),
        (FourEyes(new_supplier=True), "owner", False, True),
        (FourEyes(new_supplier=True), "owner", True, False),
        (FourEyes(), "owner", False, False),
    ],
)
def test_four_eyes(world: World, rule: FourEyes, prepared_by: str, known: bool, refused: bool) -> None:
    before = world.in_review(prepared_by=prepared_by)
    world.gate.rule = rule
    # An earlier document that nobody approved makes a supplier no better known.
    world.claims.claim_invoice("100", "ie1234567x#older#2025", "other")
    if known:
        carry_out(world.memory.learning(world.gate.open(ASKER, "100", Action.READ, document_id=DOCUMENT_ID), DRAFT))

    if refused:
        with pytest.raises(NotAllowed) as no:
            send(world, before.version)
        assert no.value.error_code == "four_eyes"
        assert "chiedi a un collega" in no.value.message
    else:
        assert send(world, before.version).document.phase is Phase.CREATE


def test_a_confirmed_non_duplicate_may_be_sent(world: World) -> None:
    world.claims.claim_invoice("100", "ie1234567x#inv7#2026", "twin")
    before = world.in_review(duplicate_of="twin", duplicate_decision=DuplicateDecision.DIFFERENT)

    assert send(world, before.version).document.phase is Phase.CREATE
    assert world.claims.invoices[("100", "ie1234567x#inv7#2026")] == "twin"
