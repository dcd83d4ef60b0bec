"""Documents with the right to reach them: what the API and every worker of documents begin with."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.credits import LedgerInTable
from autofatture.adapters.dynamodb.document_access import DocumentAccessRows
from autofatture.adapters.dynamodb.documents import DynamoDocuments
from autofatture.adapters.dynamodb.studios import StudiosInTable
from autofatture.adapters.dynamodb.workflow_rows import DynamoOutbox
from autofatture.bootstrap.clients import clock, queues, table
from autofatture.services.access import AccessReader
from autofatture.services.audit import AuditTrail
from autofatture.services.credits import Credits
from autofatture.services.doors import DocumentAudit, DocumentGate, LedgerWallets, LinkedCompanies
from autofatture.services.outbox import OutboxDelivery
from autofatture.services.transitions import Transitions


@cache
def store() -> DynamoDocuments:
    return DynamoDocuments(table(), Companies(table()))


@cache
def delivery() -> OutboxDelivery:
    return OutboxDelivery(DynamoOutbox(table()), queues(), clock())


@cache
def transitions() -> Transitions:
    return Transitions(store(), delivery(), clock())


@cache
def access_reader() -> AccessReader:
    return AccessReader(DocumentAccessRows(table()))


@cache
def gate() -> DocumentGate:
    return DocumentGate(access_reader(), Companies(table()), StudiosInTable(table()))


@cache
def companies() -> LinkedCompanies:
    return LinkedCompanies(Companies(table()), access_reader())


@cache
def wallets() -> LedgerWallets:
    return LedgerWallets(Credits(LedgerInTable(table()), clock()))


@cache
def audit() -> DocumentAudit:
    return DocumentAudit(AuditTrail(AuditInTable(table()), clock()))
