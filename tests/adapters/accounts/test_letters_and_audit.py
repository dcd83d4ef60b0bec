"""Letters go out if and only if their transaction was written; the audit trail is sealed hour by hour."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.outbox import OutboxInTable
from autofatture.adapters.dynamodb.table import Table
from autofatture.bootstrap import account_parts, accounts
from autofatture.domain.audit import AuditEntry
from autofatture.domain.errors import PermanentError, TransientError
from autofatture.domain.notices import Words
from autofatture.domain.timestamps import sortable_id
from autofatture.entrypoints.cli import main
from autofatture.services.audit_seal import AuditSeal
from autofatture.services.notices import ATTEMPTS, LetterSender, Outbox
from tests.account_world import World
from tests.accounts_fakes import FakeMail, FakeQueue
from tests.clock import StoppedClock

WORDS = Words(subject="Oggetto", text="Testo")
FUNCTIONS = Path(__file__).resolve().parents[3] / "functions"


class Post:
    def __init__(self, table: Table) -> None:
        self.clock, self.queue, self.mail = StoppedClock(), FakeQueue(), FakeMail()
        self.table, self.store = table, OutboxInTable(table)
        self.outbox = Outbox(self.store, self.queue, self.clock)
        self.sender = LetterSender(self.store, self.mail, self.clock)

    def write(self, *addresses: str) -> list[str]:
        actions, ids = self.outbox.posting(addresses, WORDS)
        self.table.transact(actions)
        self.outbox.dispatch(ids)
        return ids


@pytest.fixture
def post(table: Table) -> Post:
    return Post(table)


def test_a_letter_goes_out_once_and_leaves_no_address_behind(post: Post) -> None:
    (message_id,) = post.write("anna@example.it")
    assert post.queue.sent == [{"message_id": message_id}]
    assert post.sender.send(message_id) is True
    # The queue delivers at least once
    assert post.sender.send(message_id) is False
    assert post.mail.sent == [("anna@example.it", "Oggetto", "Testo")]
    row = post.table.get(keys.outbox(message_id))
    assert row is not None
    assert (row["to"], row["subject"], row["text"]) == ("", "", "")
    assert "phase_pk" not in row


def test_one_letter_per_address(post: Post) -> None:
    assert len(post.write("a@example.it", "a@example.it", "", "b@example.it")) == 2


def test_a_letter_that_the_queue_forgot_is_swept(post: Post) -> None:
    post.queue.down = True
    post.write("anna@example.it")
    assert post.sender.sweep() == 0, "it may still be on its way"
    post.clock.pass_(minutes=3)
    assert post.sender.sweep() == 1
    assert post.sender.sweep() == 0


def test_a_sender_that_died_is_followed_by_another(post: Post) -> None:
    (message_id,) = post.write("anna@example.it")
    post.mail.failure = TransientError()
    with pytest.raises(TransientError):
        post.sender.send(message_id)
    # Its claim still holds
    post.mail.failure = None
    assert post.sender.send(message_id) is False
    post.clock.pass_(minutes=3)
    assert post.sender.send(message_id) is True


def test_an_address_that_never_works_is_given_up(post: Post) -> None:
    (message_id,) = post.write("nessuno@example.it")
    post.mail.failure = PermanentError()
    for _ in range(ATTEMPTS):
        with pytest.raises(PermanentError):
            post.sender.send(message_id)
        post.clock.pass_(minutes=3)
    assert post.sender.send(message_id) is False
    assert post.store.waiting(before=post.clock.now() + dt.timedelta(days=1)) == []


def test_mail_send_takes_messages_and_ticks(world: World) -> None:
    spec = importlib.util.spec_from_file_location("functions_mail_send", FUNCTIONS / "mail_send" / "app.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    actions, ids = account_parts.outbox().posting(["anna@example.it", "b@example.it"], WORDS)
    world.table.transact(actions)

    def event(*bodies: dict[str, str]) -> dict[str, Any]:
        records = [{"messageId": str(n), "body": json.dumps(body)} for n, body in enumerate(bodies)]
        return {"Records": records}

    assert module.handler(event({"message_id": ids[0]}, {"message_id": "unknown"}), None) == {"batchItemFailures": []}
    world.clock.pass_(minutes=5)
    assert module.handler(event({"tick": "mail"}), None) == {"batchItemFailures": []}
    assert sorted(to for to, _, _ in world.mail.sent) == ["anna@example.it", "b@example.it"]
    # One that fails comes again alone
    world.mail.failure = TransientError()
    actions, waiting = account_parts.outbox().posting(["c@example.it"], WORDS)
    world.table.transact(actions)
    failed = module.handler(event({"message_id": ids[0]}, {"message_id": waiting[0]}), None)
    assert failed == {"batchItemFailures": [{"itemIdentifier": "1"}]}


# The audit trail


class Trail:
    def __init__(self, table: Table) -> None:
        self.clock = StoppedClock()
        self.table, self.store = table, AuditInTable(table)
        self.seal = AuditSeal(self.store, table, self.clock)

    def add(self, tenant: str, *, document: str | None = None) -> AuditEntry:
        now = self.clock.now()
        entry = AuditEntry(
            tenant=tenant,
            entry_id=sortable_id(now),
            at=now,
            actor_id="u",
            actor_name="Anna",
            action="document.approved",
            document_id=document,
            details={"n": "1"},
        )
        self.table.transact([self.store.adding(entry)])
        self.clock.pass_(seconds=1)
        return entry


@pytest.fixture
def trail(table: Table) -> Trail:
    """A trail whose seal has run until the hour before."""
    made = Trail(table)
    made.store.move_on(made.clock.now() - dt.timedelta(hours=1))
    return made


def test_every_hour_of_every_tenant_is_sealed_once(trail: Trail) -> None:
    # Given entries of two tenants in two hours
    for tenant in ("COMPANY#1", "COMPANY#1", "COMPANY#2"):
        trail.add(tenant)
    assert trail.seal.run() == 0, "the hour is not over"
    trail.clock.pass_(hours=1)
    trail.add("COMPANY#1")
    trail.clock.pass_(hours=1, minutes=15)
    # When the seal runs / Then each has its own chain
    assert trail.seal.run() == 3
    assert trail.seal.run() == 0
    seals, _ = trail.store.chain("COMPANY#1")
    assert [s.entries for s in seals] == [2, 1]
    assert seals[1].previous == seals[0].digest
    assert trail.seal.verify("COMPANY#1") == []


def test_two_runs_at_once_write_one_chain(trail: Trail) -> None:
    trail.add("COMPANY#1")
    trail.clock.pass_(hours=2)
    other = AuditSeal(trail.store, trail.table, trail.clock)
    entries = trail.store.of_hour("2026-11-25T09")
    assert trail.seal.run() == 1
    assert other._seal("COMPANY#1", "2026-11-25T09", entries, None) is False
    assert trail.seal.verify("COMPANY#1") == []


def test_tampering_is_found(trail: Trail) -> None:
    entry = trail.add("COMPANY#1")
    trail.add("COMPANY#1")
    trail.clock.pass_(hours=2)
    trail.seal.run()
    key = keys.audit("COMPANY#1", entry.entry_id)
    row = trail.table.get(key)
    assert row is not None
    trail.table.put({**row, "actor_name": "Somebody else"})
    assert trail.seal.verify("COMPANY#1") == ["2026-11-25T09"]
    trail.table.put(row)
    assert trail.seal.verify("COMPANY#1") == []
    trail.table.delete(key)
    assert trail.seal.verify("COMPANY#1") == ["2026-11-25T09"]


def test_an_entry_is_never_overwritten(trail: Trail) -> None:
    entry = trail.add("COMPANY#1")
    with pytest.raises(Exception, match="conflict"):
        trail.table.transact([trail.store.adding(entry)])


def test_the_history_of_one_document_in_its_order(trail: Trail) -> None:
    first, _, third = trail.add("COMPANY#1", document="d"), trail.add("COMPANY#1"), trail.add("COMPANY#1", document="d")
    trail.add("COMPANY#2", document="d")
    assert [e.entry_id for e in trail.store.of_document("1", "d")] == [first.entry_id, third.entry_id]


def test_entries_older_than_the_first_run_are_sealed_too(table: Table) -> None:
    trail = Trail(table)
    for _ in range(3):
        trail.add("COMPANY#1")
        trail.clock.pass_(hours=30)
    assert trail.seal.run() == 3
    assert trail.seal.verify("COMPANY#1") == []
    assert len(trail.store.chain("COMPANY#1")[0]) == 3


def test_the_operator_can_verify_a_trail(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    anna = world.person("anna@example.it")
    world.clock.pass_(hours=2)
    assert accounts.audit_seal().run() == 1
    tenant = f"USER#{anna.user_id}"
    assert main(["audit-verify", tenant]) == 0
    assert "whole" in capsys.readouterr().out
    row = world.table.query_all(f"AUDIT#{tenant}", begins_with="ENTRY#")[0]
    world.table.put({**row, "action": "account.nothing"})
    assert main(["audit-verify", tenant]) == 1
