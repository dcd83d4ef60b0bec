"""ExportXml: the original with its hash, and the working copy."""

from __future__ import annotations

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.tasks import Task, TaskAnswer, answer_of, task


def _export(asked: Task) -> TaskAnswer:
    return answer_of(bootstrap.xml_export().run(asked.company_id, asked.document_id, asked.run))


handler = task(_export)
