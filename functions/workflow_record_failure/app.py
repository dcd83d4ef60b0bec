"""RecordFailure: which state failed and why, on the row."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import FailedTask, failure_of, failure_task


def _record(failed: FailedTask) -> None:
    code, message = failure_of(failed)
    bootstrap.failure_record().run(
        failed.company_id, failed.document_id, failed.run, state=failed.failed_state, code=code, message=message
    )


handler = failure_task(_record)
