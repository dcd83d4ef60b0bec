"""What the services of accounts are made of, and what the other half of the product takes from them.

Apart from the services themselves, so that a worker that only needs a token or a letter loads no more.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import SecretStr

from autofatture.adapters.dynamodb.access_rows import AccessRowsInTable
from autofatture.adapters.dynamodb.attempts import AttemptsInTable
from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.connections import ConnectionsInTable
from autofatture.adapters.dynamodb.credits import LedgerInTable
from autofatture.adapters.dynamodb.outbox import NoticesInTable, OutboxInTable
from autofatture.adapters.dynamodb.studios import StudiosInTable
from autofatture.adapters.dynamodb.users import Users
from autofatture.adapters.dynamodb.workflow_rows import DynamoOnce, DynamoOutbox
from autofatture.adapters.fattureincloud.account import FattureInCloudAccount
from autofatture.adapters.fattureincloud.oauth import FattureInCloudSignIn
from autofatture.adapters.fattureincloud.transport import http_client
from autofatture.adapters.kms import KmsCipher
from autofatture.adapters.secrets import StoredSecrets
from autofatture.adapters.sqs import SqsQueue
from autofatture.bootstrap.clients import client, clock, table
from autofatture.domain.errors import TransientError
from autofatture.ports import Queue
from autofatture.services.access import AccessReader
from autofatture.services.attempts import Attempts, Pace
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import CompanyWrites
from autofatture.services.connections import Connections
from autofatture.services.credits import Credits
from autofatture.services.departures import Departures
from autofatture.services.link_ending import LinkEnding
from autofatture.services.notices import Notices, Outbox
from autofatture.services.outbox import OutboxDelivery
from autofatture.services.withdrawals import Withdrawals
from autofatture.settings import FattureInCloud, Public, Queues, load
from autofatture.stores import Hop


class NoQueue:
    """Stands for a queue that this function may not write to: what waits in the table is swept by its worker."""

    def send(self, body: dict[str, Any], *, delay_seconds: int = 0) -> None:  # noqa: ARG002  (the protocol's)
        """Refuse.

        Raises:
            TransientError: always; callers treat it as a queue that is out of reach.
        """
        raise TransientError(code="no_queue")


def queue_to(url: str | None) -> Queue:
    return SqsQueue(client("sqs"), url) if url else NoQueue()


def public_url() -> str:
    settings: Public = load(Public)
    return settings.public_url.rstrip("/")


def secure_cookies() -> bool:
    settings: Public = load(Public)
    return settings.secure_cookies


@cache
def users() -> Users:
    return Users(table())


@cache
def studio_rows() -> StudiosInTable:
    return StudiosInTable(table())


@cache
def companies() -> Companies:
    return Companies(table())


@cache
def access() -> AccessReader:
    return AccessReader(AccessRowsInTable(table()))


@cache
def audit_trail() -> AuditTrail:
    return AuditTrail(AuditInTable(table()), clock())


@cache
def credits_of_documents() -> Credits:
    return Credits(LedgerInTable(table()), clock())


@cache
def notices() -> Notices:
    return Notices(NoticesInTable(table()), clock())


@cache
def outbox() -> Outbox:
    return Outbox(OutboxInTable(table()), queue_to(load(Queues).mail_queue_url), clock())


@cache
def attempts() -> Attempts:
    return Attempts(AttemptsInTable(table()), clock())


@cache
def pace() -> Pace:
    return Pace(time.monotonic, time.sleep)


@cache
def company_writes() -> CompanyWrites:
    return CompanyWrites(
        companies=companies(),
        transactions=table(),
        outbox=outbox(),
        restamp=queue_to(load(Queues).restamp_queue_url),
    )


@cache
def secrets() -> StoredSecrets:
    return StoredSecrets(client("secretsmanager"))


@cache
def fic_sign_in() -> FattureInCloudSignIn:
    settings = load(FattureInCloud)
    held = json.loads(secrets().get(settings.fic_secret_name).get_secret_value())
    return FattureInCloudSignIn(
        base_url=settings.fic_base_url,
        authorize_url=settings.fic_authorize_url,
        client_id=held["client_id"],
        client_secret=SecretStr(held["client_secret"]),
        http=http_client(),
    )


@cache
def fic_account() -> FattureInCloudAccount:
    return FattureInCloudAccount(base_url=load(FattureInCloud).fic_base_url, http=http_client())


@cache
def vault() -> Connections:
    """FiC tokens. For functions whose role may decrypt them."""
    return Connections(
        store=ConnectionsInTable(table()),
        sign_in=fic_sign_in(),
        cipher=KmsCipher(client("kms"), load(FattureInCloud).tokens_key_id),
        clock=clock(),
        links=link_ending(),
        sleep=time.sleep,
    )


@cache
def errands() -> OutboxDelivery:
    """What follows from a change of the account half and is done by a worker."""
    restamp = queue_to(load(Queues).restamp_queue_url)
    return OutboxDelivery(DynamoOutbox(table()), {Hop.RESTAMP: restamp}, clock())


def departures(may_go_on: Callable[[], bool] = lambda: True) -> Departures:
    return Departures(
        users=users(),
        studios=studio_rows(),
        connections=ConnectionsInTable(table()),
        writes=company_writes(),
        transactions=table(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        queue=queue_to(load(Queues).restamp_queue_url),
        public_url=public_url(),
        clock=clock(),
        may_go_on=may_go_on,
    )


def withdrawals(may_go_on: Callable[[], bool] = lambda: True) -> Withdrawals:
    return Withdrawals(
        users=users(),
        studios=studio_rows(),
        companies=companies(),
        transactions=table(),
        once=DynamoOnce(table()),
        notices=notices(),
        outbox=outbox(),
        queue=queue_to(load(Queues).restamp_queue_url),
        public_url=public_url(),
        may_go_on=may_go_on,
    )


def link_ending() -> LinkEnding:
    return LinkEnding(
        writes=company_writes(),
        users=users(),
        studios=studio_rows(),
        transactions=table(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )
