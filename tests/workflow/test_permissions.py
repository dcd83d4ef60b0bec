"""Each permission is needed: without it the function says which call AWS refused, and the document does not go on."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from local.stack import Stack
from tests.roles import refusals, without
from tests.workflow.office import Office
from tests.workflow.test_uploads_without_company import send

pytestmark = pytest.mark.emulator

PATIENCE = 60.0


def _until(ready: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if ready():
            return True
        time.sleep(0.3)
    return False


BEFORE_THE_REVIEW = [
    (("WorkflowStartRole", "states:StartExecution"), "workflow-start", "stepfunctions:StartExecution"),
    (("WorkflowStartRole", "s3:GetObject"), "workflow-start", "s3:GetObject"),
    (("WorkflowStartRole", "s3:PutObject"), "workflow-start", "s3:PutObject"),
    (("WorkflowReadSourceRole", "s3:GetObject"), "workflow-read-source", "s3:GetObject"),
    (("WorkflowReadSourceRole", "dynamodb:UpdateItem"), "workflow-read-source", "dynamodb:UpdateItem"),
    (("WorkflowExtractRole", "s3:GetObject"), "workflow-extract", "s3:GetObject"),
    (("WorkflowAssessRole", "dynamodb:PutItem"), "workflow-assess", "dynamodb:TransactWriteItems"),
    (("WorkflowOpenReviewRole", "dynamodb:PutItem"), "workflow-open-review", "dynamodb:PutItem"),
]


@pytest.mark.parametrize(("lacking", "function", "operation"), BEFORE_THE_REVIEW, ids=str)
def test_from_the_upload_to_the_review(
    office: Office, stack: Stack, lacking: tuple[str, str], function: str, operation: str
):
    # Given a function without one of its permissions
    began = time.time()
    with without(stack, *lacking):
        # When a document comes to it
        office.upload()
        # Then AWS refuses that call
        assert _until(lambda: operation in refusals(stack, function, since=began))


ROUTING = [
    (("UploadsRouteRole", "s3:GetObject"), "uploads-route", "s3:GetObject"),
    (("UploadsRouteRole", "s3:PutObject"), "uploads-route", "s3:PutObject"),
    (("UploadsRouteRole", "dynamodb:BatchGetItem"), "uploads-route", "dynamodb:BatchGetItem"),
    (("UploadsRouteRole", "dynamodb:PutItem"), "uploads-route", "dynamodb:TransactWriteItems"),
    (("UploadsRouteRole", "sqs:SendMessage"), "uploads-route", "sqs:SendMessage"),
]


@pytest.mark.parametrize(("lacking", "function", "operation"), ROUTING, ids=str)
def test_from_an_upload_without_a_company_to_its_document(
    office: Office, stack: Stack, lacking: tuple[str, str], function: str, operation: str
):
    began = time.time()
    with without(stack, *lacking):
        send(office, ("fattura.pdf", office.pdf()))
        assert _until(lambda: operation in refusals(stack, function, since=began))


AFTER_THE_REVIEW = [
    (("WorkflowSignalRole", "states:SendTaskSuccess"), "workflow-signal", "stepfunctions:SendTaskSuccess"),
    (("WorkflowCreateDocumentRole", "kms:Decrypt"), "workflow-create-document", "kms:Decrypt"),
    (("WorkflowCreateDocumentRole", "s3:GetObject"), "workflow-create-document", "s3:GetObject"),
    (("WorkflowAwaitSdiRole", "dynamodb:PutItem"), "workflow-await-sdi", "dynamodb:PutItem"),
]


@pytest.mark.parametrize(("lacking", "function", "operation"), AFTER_THE_REVIEW, ids=str)
def test_from_the_review_to_the_wait_for_sdi(
    office: Office, stack: Stack, lacking: tuple[str, str], function: str, operation: str
):
    path = office.upload()
    office.in_review(path)
    began = time.time()
    with without(stack, *lacking):
        office.invia(path)
        assert _until(lambda: operation in refusals(stack, function, since=began))


def test_without_its_queue_the_api_keeps_the_decision(office: Office, stack: Stack):
    """The row says what is true; the message that could not be sent waits in the outbox for the sweeper."""
    path = office.upload()
    office.in_review(path)
    began = time.time()
    with without(stack, "ApiAutofattureRole", "sqs:SendMessage"):
        office.invia(path)
        assert _until(lambda: "sqs:SendMessage" in refusals(stack, "api-autofatture", since=began))
    assert office.details(path)["document"]["status"] == "approved"
