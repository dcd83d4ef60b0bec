"""AwaitSdi: keeps the task token, or goes on at once when the poller was faster."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import Task, TaskAnswer, answer_of, task, token_of
from autofatture.stores import Wait


def _await(asked: Task) -> TaskAnswer:
    document = bootstrap.waiting().open(
        asked.company_id, asked.document_id, asked.run, wait=Wait.SDI, token=token_of(asked)
    )
    return answer_of(document)


handler = task(_await)
