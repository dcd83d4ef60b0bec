"""CreateDocument: the self-invoice comes into being in Fatture in Cloud, once."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import Task, TaskAnswer, answer_of, task


def _create(asked: Task) -> TaskAnswer:
    created = bootstrap.creation().run(asked.company_id, asked.document_id, asked.run)
    return answer_of(created.document, outcome=created.outcome.value, retry_at=created.retry_at)


handler = task(_create)
