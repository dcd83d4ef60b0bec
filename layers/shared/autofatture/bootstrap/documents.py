"""Services of documents: the API's, the workflow's tasks and the workers behind the queues."""

from __future__ import annotations

import datetime as dt
import time
from functools import cache

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.invoice_numbers import DynamoInvoiceNumbers
from autofatture.adapters.dynamodb.workflow_rows import (
    DynamoActivity,
    DynamoClaims,
    DynamoIntents,
    DynamoOnce,
    DynamoTokens,
)
from autofatture.bootstrap.clients import blobs, clock, queue, table, workflow
from autofatture.bootstrap.companies import audit, companies, delivery, gate, store, transitions, wallets
from autofatture.bootstrap.fic import invoicing
from autofatture.bootstrap.fiscal import fiscal
from autofatture.bootstrap.suppliers import supplier_memory
from autofatture.document_ports import SourceReader
from autofatture.services.assess_document import FirstAssessment
from autofatture.services.assessing import Assessing
from autofatture.services.create_document import Creation
from autofatture.services.crediting import CreditedInvoices
from autofatture.services.deciding import Deciding
from autofatture.services.decisions import Decisions
from autofatture.services.documents import DocumentQueries
from autofatture.services.drafts import Drafts
from autofatture.services.export_xml import XmlExport
from autofatture.services.extract import Extraction
from autofatture.services.read_source import SourceReading
from autofatture.services.rearranging import Rearranging
from autofatture.services.record_failure import FailureRecord
from autofatture.services.resume import Resumer
from autofatture.services.reversing import Reversing
from autofatture.services.sdi import SdiStatuses
from autofatture.services.sdi_poll import SdiPoller
from autofatture.services.send import Sending
from autofatture.services.source_attachment import SourceAttachment
from autofatture.services.start import Starter
from autofatture.services.twins import Twins
from autofatture.services.uploads import Uploads
from autofatture.services.waiting import Signaller, Waiting
from autofatture.settings import FicApp, Waits, load
from autofatture.stores import Hop

CREATION_LEASE = dt.timedelta(seconds=150)
"""Longer than the function that creates may run (template.yaml)."""
POLL_SECONDS = 80.0
"""For one shard: the company that is being asked about when they end still fits into the function's time."""


@cache
def claims() -> DynamoClaims:
    return DynamoClaims(table())


@cache
def credited() -> CreditedInvoices:
    return CreditedInvoices(store(), claims())


@cache
def assessing() -> Assessing:
    twins = Twins(store(), claims(), DynamoInvoiceNumbers(table()))
    return Assessing(fiscal(), twins, clock(), credited())


def fic_document_url() -> str:
    """Where people see a document in Fatture in Cloud."""
    settings: FicApp = load(FicApp)
    return settings.document_url


# ------------------------------------------------------------------------------ the API


@cache
def uploads() -> Uploads:
    return Uploads(
        gate=gate(),
        transitions=transitions(),
        blobs=blobs(),
        claims=claims(),
        once=DynamoOnce(table()),
        audit=audit(),
        form_seconds=load(Waits).upload_form_seconds,
    )


@cache
def document_queries() -> DocumentQueries:
    return DocumentQueries(
        gate(), store(), blobs(), audit(), supplier_memory(), link_seconds=load(Waits).download_seconds
    )


@cache
def drafts() -> Drafts:
    return Drafts(gate(), transitions(), assessing(), audit(), supplier_memory())


@cache
def sending() -> Sending:
    return Sending(
        gate=gate(),
        transitions=transitions(),
        assessing=assessing(),
        wallets=wallets(),
        claims=claims(),
        audit=audit(),
        memory=supplier_memory(),
        credited=credited(),
    )


@cache
def deciding() -> Deciding:
    return Deciding(gate=gate(), transitions=transitions(), claims=claims(), wallets=wallets(), audit=audit())


@cache
def decisions() -> Decisions:
    return Decisions(deciding(), DynamoIntents(table()))


@cache
def reversing() -> Reversing:
    return Reversing(deciding(), assessing(), blobs())


@cache
def rearranging() -> Rearranging:
    return Rearranging(deciding(), blobs())


# ------------------------------------------------------------------------------ the workflow


@cache
def starter() -> Starter:
    return Starter(transitions(), blobs(), claims(), workflow())


def _source_documents() -> SourceReader:
    # Its libraries are in the reading layer, which two functions carry: the others could not even import this.
    from autofatture.bootstrap.reading import source_documents  # noqa: PLC0415

    return source_documents()


@cache
def source_reading() -> SourceReading:
    return SourceReading(transitions(), blobs(), claims(), _source_documents())


@cache
def extraction() -> Extraction:
    seconds = load(Waits).extract_seconds
    return Extraction(transitions(), blobs(), _source_documents(), deadline_seconds=seconds)


@cache
def first_assessment() -> FirstAssessment:
    return FirstAssessment(transitions(), companies(), assessing())


@cache
def waiting() -> Waiting:
    return Waiting(transitions(), DynamoTokens(table()), queue(Hop.SIGNAL))


@cache
def creation() -> Creation:
    return Creation(
        transitions=transitions(),
        companies=companies(),
        invoicing=invoicing(),
        fiscal=fiscal(),
        intents=DynamoIntents(table()),
        wallets=wallets(),
        attachment=SourceAttachment(blobs()),
        activity=DynamoActivity(table()),
        lease=CREATION_LEASE,
        sleep=time.sleep,
    )


@cache
def xml_export() -> XmlExport:
    return XmlExport(
        transitions=transitions(),
        companies=companies(),
        invoicing=invoicing(),
        fiscal=fiscal(),
        intents=DynamoIntents(table()),
        blobs=blobs(),
    )


@cache
def failure_record() -> FailureRecord:
    return FailureRecord(transitions(), companies(), DynamoIntents(table()), wallets())


@cache
def signaller() -> Signaller:
    return Signaller(store(), DynamoTokens(table()), workflow(), clock())


@cache
def resumer() -> Resumer:
    grace = dt.timedelta(seconds=load(Waits).resume_grace_seconds)
    return Resumer(transitions(), DynamoTokens(table()), workflow(), queue(Hop.SIGNAL), delivery(), grace=grace)


# ------------------------------------------------------------------------------ the workers


@cache
def sdi_statuses() -> SdiStatuses:
    return SdiStatuses(transitions(), invoicing(), DynamoOnce(table()))


@cache
def sdi_poller() -> SdiPoller:
    return SdiPoller(
        sdi_statuses(), queue(Hop.SDI), shards=keys.SDI_SHARDS, seconds=POLL_SECONDS, monotonic=time.monotonic
    )
