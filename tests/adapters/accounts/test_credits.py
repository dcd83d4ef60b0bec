"""The ledger: never negative, one movement per event, in any order of reads and writes."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3
import pytest
from botocore.config import Config
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from moto import mock_aws

from autofatture.adapters.dynamodb.credits import LedgerInTable
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.credits import MovementKind
from autofatture.domain.errors import ConditionFailed, NotEnoughCredits, TransientError
from autofatture.domain.linked_company import LinkedCompany, Payer
from autofatture.services.credits import Credits
from tests.clock import StoppedClock
from tests.companies import choice, company
from tests.emulator import REGION
from tests.table import NAME, create_table

CLIENT, STUDIO = "owner", "accountant"


def shared_company(payer: Payer = Payer.STUDIO) -> LinkedCompany:
    made = company(choice=choice())
    return made.model_copy(update={"settings": made.settings.model_copy(update={"payer": payer})})


@pytest.fixture
def spending(table: Table) -> Credits:
    return Credits(LedgerInTable(table), StoppedClock())


@pytest.fixture
def ledger(table: Table) -> LedgerInTable:
    return LedgerInTable(table)


def give(spending: Credits, table: Table, wallet: str, amount: int, key: str = "welcome") -> None:
    table.transact(spending.adding([spending.gift(wallet, MovementKind.WELCOME, amount, key=key)]))


def test_a_credit_is_reserved_then_captured(spending: Credits, ledger: LedgerInTable, table: Table) -> None:
    # Given a studio with ten credits
    give(spending, table, STUDIO, 10)
    # When a document is sent and created
    table.transact(spending.reserving(shared_company(), "doc", by="accountant").actions)
    assert ledger.balances([STUDIO]) == {STUDIO: 9}
    table.transact(spending.capturing(shared_company(), "doc"))
    # Then one credit is gone for good, and neither a second capture nor a release changes it
    assert spending.capturing(shared_company(), "doc") == []
    assert spending.releasing(shared_company(), "doc") == []
    assert ledger.balances([STUDIO]) == {STUDIO: 9}


def test_a_failure_gives_the_credit_back_and_it_can_be_taken_again(
    spending: Credits, ledger: LedgerInTable, table: Table
) -> None:
    give(spending, table, STUDIO, 1)
    for attempt in range(3):
        # Given the only credit is reserved / When the creation fails / Then it is back
        reserving = spending.reserving(shared_company(), "doc", by="accountant")
        assert (reserving.wallet_id, reserving.cost) == (STUDIO, 1), attempt
        table.transact(reserving.actions)
        table.transact(spending.releasing(shared_company(), "doc"))
        assert ledger.balances([STUDIO]) == {STUDIO: 1}


@pytest.mark.parametrize(
    ("payer", "studio", "client", "pays"),
    [
        (Payer.STUDIO, 1, 1, STUDIO),
        (Payer.COMPANY, 1, 1, CLIENT),
        (Payer.STUDIO, 0, 1, CLIENT),
        (Payer.COMPANY, 1, 0, STUDIO),
    ],
)
def test_the_setting_says_which_wallet_is_asked_first(
    spending: Credits, table: Table, payer: Payer, studio: int, client: int, pays: str
) -> None:
    for wallet, amount in ((STUDIO, studio), (CLIENT, client)):
        if amount:
            give(spending, table, wallet, amount)
    assert spending.reserving(shared_company(payer), "doc", by="x").wallet_id == pays


def test_without_a_credit_nothing_is_written(spending: Credits, table: Table) -> None:
    with pytest.raises(NotEnoughCredits):
        spending.reserving(shared_company(), "doc", by="accountant")


def test_a_correction_after_a_refusal_by_sdi_costs_nothing_more(
    spending: Credits, ledger: LedgerInTable, table: Table
) -> None:
    # Given a document that was created and paid, and no further credit
    give(spending, table, STUDIO, 1)
    table.transact(spending.reserving(shared_company(), "doc", by="x").actions)
    table.transact(spending.capturing(shared_company(), "doc"))
    # When it comes back from SdI and is sent again
    again = spending.reserving(shared_company(), "doc", by="x")
    # Then nothing is asked for
    assert (list(again.actions), again.cost) == ([], 0)
    assert ledger.balances([STUDIO]) == {STUDIO: 0}


def test_a_document_that_we_force_is_free_and_shown_as_such(
    spending: Credits, ledger: LedgerInTable, table: Table
) -> None:
    table.transact(spending.reserving(shared_company(), "reversal", by="x", free=True).actions)
    table.transact(spending.capturing(shared_company(), "reversal"))
    written, _ = ledger.movements(STUDIO)
    assert [(m.kind, m.amount) for m in written] == [(MovementKind.FREE, 0)]


def test_one_event_moves_credits_once(spending: Credits, ledger: LedgerInTable, table: Table) -> None:
    """Regression guard for the known drift: a repeated event that credits twice."""
    give(spending, table, CLIENT, 10, key="welcome")
    with pytest.raises(ConditionFailed) as failure:
        give(spending, table, CLIENT, 10, key="welcome")
    assert failure.value.at(0)
    assert ledger.balances([CLIENT]) == {CLIENT: 10}


def test_use_per_company_counts_what_was_created(spending: Credits, table: Table) -> None:
    give(spending, table, STUDIO, 5)
    first, other = shared_company(), shared_company().model_copy(update={"company_id": "200", "name": "Verdi Spa"})
    for made, document in ((first, "a"), (first, "b"), (other, "c"), (other, "d")):
        table.transact(spending.reserving(made, document, by="x").actions)
    table.transact(spending.capturing(first, "a"))
    table.transact(spending.capturing(first, "b"))
    table.transact(spending.releasing(other, "c"))
    day = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
    used = spending.usage(STUDIO, day, day + dt.timedelta(days=1))
    assert [(u.company_name, u.created, u.pending) for u in used] == [("Rossi Srl", 2, 0), ("Verdi Spa", 0, 1)]


class AnyInterleaving(RuleBasedStateMachine):
    """Reads and writes of many callers in any order: what was read may be old when it is written.

    Invariants: no balance is negative; a balance is the sum of its movements; a document is paid at most once.
    """

    plans = Bundle("plans")

    def __init__(self) -> None:
        super().__init__()
        self._cloud = mock_aws()
        self._cloud.start()
        client = boto3.client("dynamodb", region_name=REGION)
        create_table(client)
        self.table = Table(client, NAME)
        self.ledger = LedgerInTable(self.table)
        self.spending = Credits(self.ledger, StoppedClock())
        self.granted = 0

    def teardown(self) -> None:
        self._cloud.stop()

    @rule(amount=st.integers(1, 2), wallet=st.sampled_from([STUDIO, CLIENT]), key=st.sampled_from("abc"))
    def grant(self, amount: int, wallet: str, key: str) -> None:
        try:
            gift = self.spending.gift(wallet, MovementKind.GRANT, amount, key=f"grant:{key}")
            self.table.transact(self.spending.adding([gift]))
            self.granted += amount
        except ConditionFailed:
            pass

    @rule(
        target=plans,
        document=st.sampled_from(["d1", "d2", "d3"]),
        payer=st.sampled_from(list(Payer)),
        free=st.booleans(),
    )
    def read_to_reserve(self, document: str, payer: Payer, *, free: bool) -> Any:
        try:
            return self.spending.reserving(shared_company(payer), document, by="x", free=free).actions
        except NotEnoughCredits:
            return ()

    @rule(target=plans, document=st.sampled_from(["d1", "d2", "d3"]))
    def read_to_capture(self, document: str) -> Any:
        return self.spending.capturing(shared_company(), document)

    @rule(target=plans, document=st.sampled_from(["d1", "d2", "d3"]))
    def read_to_release(self, document: str) -> Any:
        return self.spending.releasing(shared_company(), document)

    @rule(plan=plans)
    def write(self, plan: Any) -> None:
        """A plan may be written late, twice, or after others; its conditions decide."""
        if not plan:
            return
        with contextlib.suppress(ConditionFailed):
            self.table.transact(plan)

    @invariant()
    def balances_are_the_sums_of_their_movements(self) -> None:
        balances = self.ledger.balances([STUDIO, CLIENT])
        total_paid = 0
        for wallet, balance in balances.items():
            movements, _ = self.ledger.movements(wallet, limit=1000)
            assert balance >= 0
            assert balance == sum(m.amount for m in movements)
            total_paid += sum(1 for m in movements if m.kind is MovementKind.CAPTURE)
            keys = [m.business_key for m in movements]
            assert len(keys) == len(set(keys))
        captured = [
            m.document_id
            for wallet in balances
            for m in self.ledger.movements(wallet, limit=1000)[0]
            if m.kind in {MovementKind.CAPTURE, MovementKind.FREE}
        ]
        assert len(captured) == len(set(captured)), "a document was paid twice"
        open_ones = self.granted - sum(balances.values()) - total_paid
        assert 0 <= open_ones <= 3, "credits were made or lost"


@pytest.fixture
def made_up_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")


AnyInterleaving.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


TestAnyInterleaving = pytest.mark.usefixtures("made_up_credentials")(AnyInterleaving.TestCase)


@pytest.mark.emulator
def test_of_200_who_want_the_last_credit_one_gets_it(emulator: str) -> None:
    # Given one credit, and 200 documents that were all read while it was there
    client = boto3.client(
        "dynamodb",
        endpoint_url=emulator,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(max_pool_connections=64, retries={"max_attempts": 1}),
    )
    create_table(client, "race-of-credits")
    table = Table(client, "race-of-credits")
    ledger = LedgerInTable(table)
    spending = Credits(ledger, StoppedClock())
    give(spending, table, STUDIO, 1)
    alone = shared_company()
    plans = [spending.reserving(alone, f"doc{n}", by="x") for n in range(200)]
    together = threading.Barrier(32)

    def spend(position: int) -> str:
        if position < 32:
            together.wait()
        try:
            table.transact(plans[position].actions)
        except ConditionFailed as failure:
            return "lost" if plans[position].lost(failure, offset=0) else "failed otherwise"
        except TransientError:
            return "busy"
        return "won"

    # When they all write at once
    with ThreadPoolExecutor(32) as pool:
        outcomes = list(pool.map(spend, range(200)))
    # Then exactly one holds it and the balance is zero
    assert outcomes.count("won") == 1
    assert set(outcomes) <= {"won", "lost", "busy"}
    assert ledger.balances([STUDIO]) == {STUDIO: 0}
    assert len([m for m in ledger.movements(STUDIO, limit=500)[0] if m.kind is MovementKind.RESERVE]) == 1
