"""Export jobs of a person. They expire by themselves, as the files in the bucket do."""

from __future__ import annotations

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.documents import plain
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.export import ExportJob


class DynamoJobs:
    """Implements :class:`autofatture.stores.JobStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def add(self, job: ExportJob) -> None:
        self._table.put(_row(job), only_new=True)

    def get(self, user_id: str, job_id: str) -> ExportJob | None:
        row = self._table.get(keys.export_job(user_id, job_id))
        return _job(row) if row else None

    def of_user(self, user_id: str, *, limit: int, cursor: str | None) -> tuple[list[ExportJob], str | None]:
        pk = keys.export_job(user_id, "")["pk"]
        rows, next_cursor = self._table.query(pk, begins_with="EXPORT#", newest_first=True, limit=limit, cursor=cursor)
        return [_job(row) for row in rows], next_cursor

    def save(self, job: ExportJob) -> None:
        self._table.put(_row(job))


def _row(job: ExportJob) -> Row:
    # The time to live has to be a number; the moment itself stays readable beside it.
    moments = {"until": job.expires_at, "expires_at": int(job.expires_at.timestamp())}
    return {**keys.export_job(job.user_id, job.job_id), **plain(job), **plain(moments), "schema_version": 1}


def _job(row: Row) -> ExportJob:
    values = {name: row[name] for name in ExportJob.model_fields if name in row}
    return ExportJob.model_validate({**values, "expires_at": row["until"]})
