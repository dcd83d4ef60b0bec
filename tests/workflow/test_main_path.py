"""One document through the deployed machine, with the permissions of every function enforced."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from local.main_job import Job
from local.stack import Stack
from tests.desk import executions, new_case
from tests.roles import refusals, without

pytestmark = pytest.mark.emulator


def _until(ready: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return True
        time.sleep(0.3)
    return False


def test_from_the_upload_to_the_exported_xml(desk: Job, stack: Stack):
    # Given a foreign invoice that was never seen before
    case = new_case()
    # When it takes the whole way, with one click of the accountant and one of the client
    desk.upload(case)
    desk.read(case)
    desk.verify_and_send(case)
    desk.created(case)
    desk.press_send(case)
    desk.taken_by_sdi(case)
    # Then one execution has done it, and both files are there
    assert _until(lambda: [item["status"] for item in executions(stack, case)] == ["SUCCEEDED"])
    desk.export(case)


@pytest.mark.parametrize(
    ("lacking", "function", "operation"),
    [
        (("WorkflowStartRole", "states:StartExecution"), "workflow-start", "stepfunctions:StartExecution"),
        (("WorkflowStartRole", "s3:GetObject"), "workflow-start", "s3:GetObject"),
        (("WorkflowReadSourceRole", "dynamodb:UpdateItem"), "workflow-read-source", "dynamodb:UpdateItem"),
        (("WorkflowExtractRole", "s3:GetObject"), "workflow-extract", "s3:GetObject"),
        (("WorkflowAssessRole", "dynamodb:PutItem"), "workflow-assess", "dynamodb:TransactWriteItems"),
    ],
)
def test_a_permission_that_is_missing_before_the_review(
    desk: Job, stack: Stack, lacking: tuple[str, str], function: str, operation: str
):
    """The emulator enforces the roles: each of these permissions is really needed, and its absence names itself."""
    case, began = new_case(), time.time()
    with without(stack, *lacking):
        desk.upload(case)
        assert _until(lambda: operation in refusals(stack, function, since=began))
