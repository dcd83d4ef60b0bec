"""Downloads of XML and export jobs."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.dynamodb.export_jobs import DynamoJobs
from autofatture.adapters.dynamodb.workflow_rows import DynamoOnce
from autofatture.bootstrap.account_parts import notices
from autofatture.bootstrap.clients import blobs, clock, queue, table
from autofatture.bootstrap.companies import audit, gate, store
from autofatture.domain.export import ExportJob, ExportState
from autofatture.services.downloads import XmlDownloads
from autofatture.services.export_run import ExportWorker
from autofatture.services.exports import Exports
from autofatture.settings import Waits, load
from autofatture.stores import Hop


@cache
def jobs() -> DynamoJobs:
    return DynamoJobs(table())


@cache
def xml_downloads() -> XmlDownloads:
    return XmlDownloads(gate(), store(), blobs(), audit(), link_seconds=load(Waits).download_seconds)


@cache
def exports() -> Exports:
    return Exports(
        gate=gate(),
        jobs=jobs(),
        queue=queue(Hop.EXPORT),
        once=DynamoOnce(table()),
        blobs=blobs(),
        clock=clock(),
        link_seconds=load(Waits).download_seconds,
    )


@cache
def export_worker() -> ExportWorker:
    return ExportWorker(gate=gate(), documents=store(), jobs=jobs(), queue=queue(Hop.EXPORT), blobs=blobs(), tell=_tell)


def _tell(job: ExportJob) -> None:
    ready = job.state is ExportState.READY
    text = "L'export è pronto: scaricalo entro 7 giorni." if ready else f"Export non riuscito. {job.message or ''}"
    table().transact(notices().telling([job.user_id], "export.ready" if ready else "export.failed", text))
