"""ReadSource: what the file really is."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import Task, TaskAnswer, answer_of, task


def _read(asked: Task) -> TaskAnswer:
    return answer_of(bootstrap.source_reading().run(asked.company_id, asked.document_id, asked.run))


handler = task(_read)
