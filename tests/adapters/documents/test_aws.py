"""Bucket, queue and state machine: what is asked of them, and how their refusals are named."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from pydantic import SecretStr

from autofatture.adapters.s3 import S3Blobs
from autofatture.adapters.sqs import SqsQueue
from autofatture.adapters.stepfunctions import StepFunctionsWorkflow
from autofatture.domain.errors import BadInput, NotFound, PermanentError, TransientError
from tests.emulator import REGION

BUCKET = "autofatture-documents"
MACHINE = "arn:aws:states:eu-south-1:123456789012:stateMachine:autofatture"


@pytest.fixture
def blobs(aws: None) -> S3Blobs:
    client = boto3.client("s3", region_name=REGION, config=Config(signature_version="s3v4"))
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-south-1"})
    return S3Blobs(client, BUCKET)


def test_a_form_signs_key_type_and_size(blobs: S3Blobs) -> None:
    form = blobs.upload_form("uploads/100/d/source", content_type="application/pdf", max_bytes=1000, expires_in=300)

    policy = json.loads(base64.b64decode(form["fields"]["policy"]))
    assert ["content-length-range", 1, 1000] in policy["conditions"]
    assert {"Content-Type": "application/pdf"} in policy["conditions"]
    assert {"key": "uploads/100/d/source"} in policy["conditions"]
    assert form["url"].startswith(f"https://{BUCKET}.s3.")


def test_objects_come_back_and_limits_hold(blobs: S3Blobs) -> None:
    blobs.put("work/a", b"12345", content_type="application/pdf")
    blobs.copy("work/a", "work/b")
    blobs.put_file("exports/c.zip", io.BytesIO(b"zip"), content_type="application/zip")

    assert blobs.get("work/b") == b"12345"
    assert blobs.get("work/a", max_bytes=5) == b"12345"
    assert blobs.get("exports/c.zip") == b"zip"
    assert (blobs.exists("work/a"), blobs.exists("work/none")) == (True, False)
    with pytest.raises(BadInput):
        blobs.get("work/a", max_bytes=4)
    with pytest.raises(NotFound):
        blobs.get("work/none")
    blobs.delete("work/a")
    assert not blobs.exists("work/a")


def test_a_name_typed_by_a_person_is_no_header(blobs: S3Blobs) -> None:
    """A file name with quotes and line ends must not end the header and begin another."""
    url = blobs.download_url("work/a", file_name='fàttura"\r\nX: 1.pdf', expires_in=60, inline=True)

    assert "X-Amz-Expires=60" in url
    assert "%0D%0A" not in url.split("filename%2A")[0]
    assert "filename%3D%22f_ttura___X__1.pdf%22" in url


def _refusing(code: str) -> Any:
    class Refusing:
        def __getattr__(self, name: str) -> Any:
            def refuse(**_: Any) -> Any:
                raise ClientError({"Error": {"Code": code, "Message": "no"}}, name)

            return refuse

    return Refusing()


@pytest.mark.parametrize(
    ("code", "error"), [("AccessDenied", PermanentError), ("SlowDown", TransientError), ("NoSuchKey", NotFound)]
)
def test_refusals_of_the_bucket(code: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        S3Blobs(_refusing(code), BUCKET).get("work/a")


def test_a_queue_gets_json(aws: None) -> None:
    client = boto3.client("sqs", region_name=REGION)
    url = client.create_queue(QueueName="start")["QueueUrl"]

    SqsQueue(client, url).send({"company_id": "100", "run": 1})

    [message] = client.receive_message(QueueUrl=url)["Messages"]
    assert json.loads(message["Body"]) == {"company_id": "100", "run": 1}


@pytest.mark.parametrize(("code", "error"), [("AccessDenied", PermanentError), ("ServiceUnavailable", TransientError)])
def test_refusals_of_a_queue(code: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        SqsQueue(_refusing(code), "url").send({})


def test_an_execution_that_exists_counts_as_started() -> None:
    workflow = StepFunctionsWorkflow(_refusing("ExecutionAlreadyExists"), MACHINE)

    workflow.start(company_id="100", document_id="d", run=1, phase="READ")


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_a_token_that_waits_no_more_is_an_answer(code: str) -> None:
    assert StepFunctionsWorkflow(_refusing(code), MACHINE).succeed(SecretStr("t"), {}) is False


def test_an_unknown_execution_does_not_run() -> None:
    workflow = StepFunctionsWorkflow(_refusing("ExecutionDoesNotExist"), MACHINE)

    assert workflow.is_running(document_id="d", run=1) is False


@pytest.mark.parametrize(
    ("code", "error"), [("AccessDeniedException", PermanentError), ("ThrottlingException", TransientError)]
)
def test_refusals_of_the_state_machine(code: str, error: type[Exception]) -> None:
    workflow = StepFunctionsWorkflow(_refusing(code), MACHINE)

    with pytest.raises(error):
        workflow.start(company_id="100", document_id="d", run=1, phase="READ")
    with pytest.raises(error):
        workflow.succeed(SecretStr("t"), {})
    with pytest.raises(error):
        workflow.is_running(document_id="d", run=1)


def test_an_execution_starts_with_ids_and_a_phase_only(aws: None) -> None:
    client = boto3.client("stepfunctions", region_name=REGION)
    definition = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})
    role = "arn:aws:iam::123456789012:role/machine"
    arn = client.create_state_machine(name="m", definition=definition, roleArn=role)["stateMachineArn"]
    workflow = StepFunctionsWorkflow(client, arn)

    workflow.start(company_id="100", document_id="d", run=3, phase="REVIEW")

    [execution] = client.list_executions(stateMachineArn=arn)["executions"]
    described = client.describe_execution(executionArn=execution["executionArn"])
    assert execution["name"] == "d-3"
    assert json.loads(described["input"]) == {"company_id": "100", "document_id": "d", "run": 3, "phase": "REVIEW"}
    assert workflow.running() == {"d-3"}
    assert workflow.is_running(document_id="d", run=3)
