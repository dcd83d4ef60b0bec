"""Extract: what the document says, and who read it."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import Task, TaskAnswer, answer_of, task


def _extract(asked: Task) -> TaskAnswer:
    return answer_of(bootstrap.extraction().run(asked.company_id, asked.document_id, asked.run))


handler = task(_extract)
