"""Small rows beside a document, on DynamoDB."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import SecretStr

from autofatture.adapters.dynamodb.documents import message_row
from autofatture.adapters.dynamodb.export_jobs import DynamoJobs
from autofatture.adapters.dynamodb.invoice_numbers import DynamoInvoiceNumbers
from autofatture.adapters.dynamodb.table import Table
from autofatture.adapters.dynamodb.workflow_rows import (
    DynamoActivity,
    DynamoClaims,
    DynamoIntents,
    DynamoOnce,
    DynamoOutbox,
    DynamoReminders,
    DynamoTokens,
)
from autofatture.domain.errors import ConditionFailed, TransientError
from autofatture.domain.export import ExportJob, ExportKind, ExportState
from autofatture.number_ports import MOST_WITH_ONE_NUMBER, Numbered
from autofatture.stores import Hop, Message, ReminderState, Wait, WaitingToken

NOW = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=150)


def token(value: str, run: int = 1) -> WaitingToken:
    return WaitingToken(company_id="100", document_id="d", run=run, wait=Wait.REVIEW, token=SecretStr(value))


def test_a_token_is_kept_replaced_and_forgotten(table: Table) -> None:
    tokens = DynamoTokens(table)
    tokens.keep(token("a"), expires_at=NOW)
    tokens.keep(token("b"), expires_at=NOW)
    tokens.keep(token("other run", run=2), expires_at=NOW)

    tokens.forget(token("a"))
    assert tokens.find("100", "d", 1) == token("b"), "only the token that was used is forgotten"

    tokens.forget(token("b"))
    assert tokens.find("100", "d", 1) is None
    assert tokens.find("100", "d", 2) == token("other run", run=2)


def test_the_first_document_holds_a_file(table: Table) -> None:
    claims = DynamoClaims(table)

    assert claims.claim_file("100", "sha", "first") is None
    assert claims.claim_file("100", "sha", "first") is None
    assert claims.claim_file("100", "sha", "second") == "first"
    assert claims.claim_file("200", "sha", "second") is None, "another company has its own"
    assert claims.file_owner("100", "sha") == "first"

    claims.release("100", "second", sha256="sha", invoice_key=None)
    assert claims.file_owner("100", "sha") == "first", "nobody releases what is another's"
    claims.release("100", "first", sha256="sha", invoice_key="none")
    assert claims.claim_file("100", "sha", "second") is None


def test_owners_of_invoices_are_told_without_claiming(table: Table) -> None:
    claims = DynamoClaims(table)
    claims.claim_invoice("100", "ie1#7#2026", "first")
    assert claims.invoice_owners("100", ["ie1#7#2025", "ie1#7#2026", "ie1#8#2026"]) == ["first"]
    assert claims.claim_invoice("100", "ie1#7#2025", "second") is None


def test_an_invoice_is_held_within_a_transaction(table: Table) -> None:
    claims = DynamoClaims(table)
    table.transact([claims.holding_invoice("100", "supplier#7#2026", "first")])

    with pytest.raises(ConditionFailed):
        table.transact([claims.holding_invoice("100", "supplier#7#2026", "second")])

    table.transact([claims.holding_invoice("100", "supplier#7#2026", "first")])


def test_one_worker_at_a_time_holds_a_creation(table: Table) -> None:
    # Given
    intents = DynamoIntents(table)
    mine = intents.lease("100", "d", run=1, now=NOW, until=NOW + LEASE)

    # When
    with pytest.raises(TransientError):
        intents.lease("100", "d", run=2, now=NOW + dt.timedelta(seconds=149), until=NOW + 2 * LEASE)
    intents.save(mine.model_copy(update={"attempted_at": NOW, "ignored_fic_ids": (7,)}))
    late = NOW + dt.timedelta(seconds=151)
    theirs = intents.lease("100", "d", run=2, now=late, until=late + LEASE)

    # Then
    assert (theirs.run, theirs.attempted_at, theirs.ignored_fic_ids) == (2, NOW, (7,))
    with pytest.raises(TransientError):
        intents.save(mine)
    intents.give_back(mine)
    with pytest.raises(TransientError):
        intents.lease("100", "d", run=3, now=late, until=late + LEASE)
    intents.give_back(theirs)
    again = intents.lease("100", "d", run=3, now=late, until=late + LEASE)
    assert again.attempted_at == NOW
    intents.clear_attempt("100", "d")
    found = intents.get("100", "d")
    assert found is not None
    assert found.attempted_at is None


def test_the_outbox_gives_what_is_old_enough(table: Table) -> None:
    outbox = DynamoOutbox(table)
    for number in range(6):
        at = NOW + dt.timedelta(minutes=number)
        table.put(message_row(Message(message_id=f"m{number}", hop=Hop.START, body={"n": number}, at=at)))

    pending = outbox.pending(before=NOW + dt.timedelta(minutes=3), at_most=10)

    assert sorted(message.body["n"] for message in pending) == [0, 1, 2]
    for message in pending:
        outbox.done(message)
    assert outbox.pending(before=NOW + dt.timedelta(minutes=3), at_most=10) == []


def test_a_key_is_new_once(table: Table) -> None:
    once = DynamoOnce(table)

    assert once.first("USER#1", "k", expires_at=NOW, value="first") is None
    assert once.first("USER#1", "k", expires_at=NOW, value="second") == "first"
    assert once.first("USER#2", "k", expires_at=NOW) is None


def test_companies_with_something_created_by_day(table: Table) -> None:
    activity = DynamoActivity(table)
    table.transact([activity.marking("100", NOW.date()), activity.marking("200", NOW.date())])
    table.transact([activity.marking("100", NOW.date())])

    assert list(activity.companies(NOW.date())) == ["100", "200"]
    assert list(activity.companies(NOW.date() - dt.timedelta(days=1))) == []


def test_reminders_are_marked_once(table: Table) -> None:
    reminders = DynamoReminders(table)
    assert reminders.state("100") == ReminderState()
    state = ReminderState(paused_until=dt.date(2026, 12, 1), last_sent_at=NOW)
    table.transact([reminders.saving("100", state), reminders.marking("100", "a", at=NOW)])

    assert reminders.state("100") == state
    assert reminders.known("100", ["a", "b"]) == {"a"}
    with pytest.raises(ConditionFailed):
        table.transact([reminders.marking("100", "a", at=NOW)])


def test_export_jobs_belong_to_a_person(table: Table) -> None:
    jobs = DynamoJobs(table)
    job = ExportJob(
        user_id="u",
        session_id="s",
        job_id="j1",
        state=ExportState.WAITING,
        created_at=NOW,
        expires_at=NOW + dt.timedelta(days=7),
        company_ids=("100", "200"),
        vat_period="2026-11",
        kinds=(ExportKind.ORIGINAL,),
    )
    jobs.add(job)
    jobs.save(job.model_copy(update={"state": ExportState.READY, "part_keys": ("exports/u/j1/000.zip",)}))

    found = jobs.get("u", "j1")
    assert found is not None
    assert (found.state, found.company_ids, found.expires_at) == (ExportState.READY, ("100", "200"), job.expires_at)
    assert jobs.get("other", "j1") is None
    assert jobs.of_user("u", limit=10, cursor=None) == ([found], None)


def test_documents_by_printed_number(table: Table) -> None:
    numbers = DynamoInvoiceNumbers(table)
    invoice = Numbered(document_id="a", number="inv7", year=2026, name="cloudberry", vat_id="ie1234567x")
    receipt = Numbered(document_id="b", number="inv7", receipt=True)
    numbers.keep("100", [invoice, receipt, receipt.model_copy(update={"number": "inv70"})], gone=[])

    assert numbers.with_number("100", "inv7") == [invoice, receipt], "inv70 only begins alike"
    assert numbers.with_number("200", "inv7") == [], "another company has its own"

    numbers.keep("100", [invoice.model_copy(update={"year": 2027})], gone=[receipt])
    assert [(one.document_id, one.year) for one in numbers.with_number("100", "inv7")] == [("a", 2027)]

    many = [Numbered(document_id=f"{at:03}", number="1") for at in range(MOST_WITH_ONE_NUMBER + 5)]
    numbers.keep("100", many, gone=[])
    assert len(numbers.with_number("100", "1")) == MOST_WITH_ONE_NUMBER
