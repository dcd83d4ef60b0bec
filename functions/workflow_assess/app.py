"""Assess: the first draft, and the door to the review."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import Task, TaskAnswer, answer_of, task


def _assess(asked: Task) -> TaskAnswer:
    return answer_of(bootstrap.first_assessment().run(asked.company_id, asked.document_id, asked.run))


handler = task(_assess)
