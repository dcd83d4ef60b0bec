"""The nightly comparison, rows that move to another studio's inbox, and what follows when a person leaves one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import cache

from autofatture.adapters.dynamodb.workflow_rows import DynamoActivity, DynamoOnce
from autofatture.adapters.sqs import SqsQueue
from autofatture.bootstrap import account_parts
from autofatture.bootstrap.account_parts import audit_trail
from autofatture.bootstrap.clients import client, clock, table
from autofatture.bootstrap.companies import companies, store, transitions, wallets
from autofatture.bootstrap.fic import invoicing
from autofatture.services.departures import Departures
from autofatture.services.reconcile import Reconciliation
from autofatture.services.relinked import Relinked
from autofatture.services.restamp import Restamp
from autofatture.services.withdrawals import Withdrawals
from autofatture.settings import Queues, load

RESTAMP_SECONDS = 100.0
"""For one message, below what the function may take."""


class SystemEntries:
    """Implements :class:`autofatture.stores.SystemAudit`."""

    def by_system(self, company_id: str, action: str, *, details: Mapping[str, str]) -> None:
        table().transact([audit_trail().by_system(company_id, action, details=dict(details))])


@cache
def own_queue() -> SqsQueue:
    url = load(Queues).restamp_queue_url
    if url is None:
        message = "settings missing: the address of the queue of restamps"
        raise RuntimeError(message)
    return SqsQueue(client("sqs"), url)


@cache
def reconciliation() -> Reconciliation:
    return Reconciliation(
        transitions=transitions(),
        invoicing=invoicing(),
        activity=DynamoActivity(table()),
        queue=own_queue(),
        once=DynamoOnce(table()),
        audit=SystemEntries(),
        clock=clock(),
    )


@cache
def relinked() -> Relinked:
    return Relinked(transitions(), companies(), wallets(), SystemEntries())


def restamp() -> Restamp:
    """One for each message: its time begins with it."""
    return Restamp(store(), companies(), own_queue(), may_go_on=_time_left())


def departures() -> Departures:
    """One for each message, as above."""
    return account_parts.departures(_time_left())


def withdrawals() -> Withdrawals:
    """One for each message, as above."""
    return account_parts.withdrawals(_time_left())


def _time_left() -> Callable[[], bool]:
    until = time.monotonic() + RESTAMP_SECONDS
    return lambda: time.monotonic() < until
