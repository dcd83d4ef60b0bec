"""Files that were sent without naming their company: the API's half, and the worker that finds whose they are."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.uploads import DynamoUploads
from autofatture.adapters.dynamodb.workflow_rows import DynamoClaims, DynamoOnce
from autofatture.bootstrap.clients import blobs, clock, queue, table
from autofatture.bootstrap.companies import access_reader, audit, gate, transitions
from autofatture.ports import LocalReader
from autofatture.services.assigning import Assigning
from autofatture.services.audit import AuditTrail
from autofatture.services.doors import UploaderRights, UploadTrail
from autofatture.services.routing import UploadRouting
from autofatture.services.unassigned import UnassignedUploads
from autofatture.settings import Waits, load
from autofatture.stores import Hop


@cache
def assigning() -> Assigning:
    return Assigning(transitions(), DynamoUploads(table()), blobs(), DynamoClaims(table()), audit())


@cache
def unassigned() -> UnassignedUploads:
    waits = load(Waits)
    return UnassignedUploads(
        gate(),
        assigning(),
        DynamoOnce(table()),
        UploadTrail(AuditTrail(AuditInTable(table()), clock())),
        form_seconds=waits.upload_form_seconds,
        link_seconds=waits.download_seconds,
    )


def _local_reader() -> LocalReader:
    # Its libraries are in the reading layer, which the API does not carry.
    from autofatture.bootstrap.reading import local_reader  # noqa: PLC0415

    return local_reader()


@cache
def upload_routing() -> UploadRouting:
    return UploadRouting(
        assigning(), UploaderRights(access_reader(), Companies(table())), _local_reader(), queue(Hop.ROUTE)
    )
