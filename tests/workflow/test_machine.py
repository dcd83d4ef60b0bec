"""The deployed machine, from the upload to the export and wherever it may leave the way."""

from __future__ import annotations

import json
import time

import pytest

from tests.workflow.office import Office

pytestmark = pytest.mark.emulator


def test_from_the_upload_to_the_exported_xml(office: Office) -> None:
    # When
    path = office.upload()
    office.invia(path)
    created = office.created(path)
    office.client_sends(path)
    done = office.finished(path)

    # Then
    assert done["status"] == "sent"
    assert created["fic"]["attached"]
    [in_fic] = office.in_fic(path)
    assert in_fic["ei_status"] == "sent"
    office.waits_in(path, "Finish")
    assert office.states(path) == [
        "Resume",
        "ReadSource",
        "ChooseReading",
        "Extract",
        "Assess",
        "Resume",
        "OpenReview",
        "Resume",
        "CreateDocument",
        "ChooseOutcome",
        "Resume",
        "AwaitSdi",
        "Resume",
        "ExportXml",
        "Resume",
        "Finish",
    ]


def test_only_ids_and_outcomes_travel_in_the_state(office: Office) -> None:
    """Nothing of a document, no amount, no token may stand in the history of an execution."""
    path = office.upload()
    office.in_review(path)

    allowed = {"company_id", "document_id", "run", "phase", "outcome", "retry_at"}
    for event in office.events(path):
        details = event.get("stateExitedEventDetails") or event.get("stateEnteredEventDetails") or {}
        text = details.get("output") or details.get("input")
        if text:
            assert json.loads(text).keys() <= allowed, details["name"]


def test_the_schedule_alone_sees_what_the_client_sent(office: Office) -> None:
    """Nobody presses *Aggiorna stato*: the due row, the schedule and its queue do the work."""
    path = office.upload()
    office.invia(path)
    created = office.created(path)
    office.client_sends(path)
    table = office.aws("dynamodb")
    table.update_item(
        TableName=office.stack.outputs["TableName"],
        Key={
            "pk": {"S": f"COMPANY#{office.company_id}"},
            "sk": {"S": f"DOCUMENT#{created['document_id']}"},
        },
        UpdateExpression="SET sdi_due_at = :past",
        ExpressionAttributeValues={":past": {"S": "2026-01-01T00:00:00.000000Z"}},
    )

    done = office.until(path, lambda d: d["phase"] == "DONE", "status from the schedule", seconds=200)

    assert done["status"] == "sent"


def test_a_discarded_review_ends_and_a_reopened_one_goes_on_in_a_new_run(office: Office) -> None:
    # Given
    path = office.upload()
    document = office.in_review(path)
    office.waits_in(path, "OpenReview")

    # When
    wanted = {"version": document["version"], "outcome": "no_document", "reason": "albergo all'estero"}
    discarded = office.browser.call("POST", f"{path}/discard", wanted)["document"]

    # Then
    assert (discarded["phase"], discarded["status"]) == ("DONE", "no_document")
    office.waits_in(path, "Finish")
    assert office.in_fic(path) == []

    # When
    office.browser.call("POST", f"{path}/reopen")
    office.waits_in(path, "OpenReview", run=2)
    office.send(path, office.complete(path)["version"])

    # Then
    office.created(path)
    assert len(office.in_fic(path)) == 1


def test_a_transient_error_is_tried_again_until_it_works(office: Office) -> None:
    # Given: more failures than the client repeats by itself
    office.fault(kind="status", path="issued_documents/totals", status=503, times=4)
    path = office.upload()

    # When
    office.invia(path)

    # Then
    office.created(path)
    failures = [event["taskFailedEventDetails"] for event in office.events(path) if "taskFailedEventDetails" in event]
    assert {failure["error"] for failure in failures} == {"TransientError"}
    assert len(office.in_fic(path)) == 1


def test_a_refusal_by_fic_comes_back_to_review_with_its_reason(office: Office) -> None:
    # Given
    body = {"error": {"message": "Dati non validi", "validation_result": {"data.entity.name": ["Nome troppo lungo."]}}}
    office.fault(kind="status", method="POST", path="issued_documents$", status=422, body=body)
    path = office.upload()

    # When
    sent = office.invia(path)

    # Then
    refused = office.until(path, lambda d: d["phase"] == "REVIEW", "review again")
    assert refused["failure"]["code"] == "refused_by_fic"
    assert refused["failure"]["reasons"] == ["data.entity.name: Nome troppo lungo."]
    assert office.in_fic(path) == []

    # When
    assert refused["version"] > sent["version"]
    office.waits_in(path, "OpenReview")
    office.send(path, refused["version"])

    # Then
    office.created(path)
    assert len(office.in_fic(path)) == 1


def test_asked_to_wait_the_machine_waits_and_creates_once(office: Office) -> None:
    office.fault(kind="status", method="POST", path="issued_documents$", status=429, headers={"Retry-After": "4"})
    path = office.upload()

    office.invia(path)

    office.created(path)
    assert "WaitForQuota" in office.states(path)
    assert len(office.in_fic(path)) == 1


@pytest.mark.parametrize("kind", ["error_after", "garbled"])
def test_an_answer_that_is_lost_after_the_effect_makes_no_second_document(office: Office, kind: str) -> None:
    office.fault(kind=kind, method="POST", path="issued_documents$", status=502)
    path = office.upload()

    office.invia(path)

    office.created(path)
    assert len(office.in_fic(path)) == 1


def test_an_answer_that_never_came_is_for_a_person_and_never_repeated(office: Office) -> None:
    # Given
    office.fault(kind="status", method="POST", path="issued_documents$", status=502)
    path = office.upload()

    # When
    office.invia(path)

    # Then
    unknown = office.until(path, lambda d: d["phase"] == "FAILED", "question to a person")
    assert unknown["failure"]["code"] == "outcome_unknown"
    assert office.in_fic(path) == []
    office.waits_in(path, "AskAPerson")

    # When
    office.browser.call("POST", f"{path}/retry", {"decision": "not_created"})

    # Then
    office.created(path)
    assert len(office.in_fic(path)) == 1


def test_a_permanent_error_is_recorded_with_its_state(office: Office) -> None:
    """The function that reads may no longer fetch the file: AccessDenied, and nothing is retried for hours."""
    # Given
    iam = office.aws("iam")
    role = next(
        role["RoleName"]
        for page in iam.get_paginator("list_roles").paginate()
        for role in page["Roles"]
        if "WorkflowExtractRole" in role["RoleName"]
    )
    policy = iam.get_role_policy(RoleName=role, PolicyName="function")["PolicyDocument"]
    statements = [s for s in policy["Statement"] if "s3:GetObject" not in str(s["Action"])]

    # When
    iam.put_role_policy(
        RoleName=role, PolicyName="function", PolicyDocument=json.dumps({**policy, "Statement": statements})
    )
    try:
        path = office.upload()
        failed = office.until(path, lambda d: d["phase"] == "FAILED", "failure")
    finally:
        iam.put_role_policy(RoleName=role, PolicyName="function", PolicyDocument=json.dumps(policy))

    # Then
    assert (failed["failure"]["state"], failed["failure"]["code"]) == ("Extract", "storage")
    assert office.states(path)[-2:] == ["RecordFailure", "Finish"]
    errors = [
        event["taskFailedEventDetails"]["error"] for event in office.events(path) if "taskFailedEventDetails" in event
    ]
    assert errors == ["PermanentError"]

    # When: the permission is back, a person tries again
    office.browser.call("POST", f"{path}/retry", {})

    # Then
    office.in_review(path)


def test_a_review_that_times_out_is_opened_again(office: Office) -> None:
    # Given: the same machine with a review of two seconds
    client = office.aws("stepfunctions")
    arn = office.stack.outputs["StateMachineArn"]
    machine = client.describe_state_machine(stateMachineArn=arn)
    definition = json.loads(machine["definition"])
    definition["States"]["OpenReview"]["TimeoutSeconds"] = 2
    client.update_state_machine(stateMachineArn=arn, definition=json.dumps(definition))
    try:
        path = office.upload()
        document = office.in_review(path)

        # When
        deadline = time.monotonic() + 60
        while office.states(path).count("OpenReview") < 3 and time.monotonic() < deadline:
            time.sleep(0.5)
        assert office.states(path).count("OpenReview") >= 3
        assert office.get(path)["version"] == document["version"], "the row does not notice"
        office.send(path, office.complete(path)["version"])

        # Then
        office.created(path)
        assert len(office.in_fic(path)) == 1
    finally:
        client.update_state_machine(stateMachineArn=arn, definition=machine["definition"])


def test_a_revoked_studio_creates_nothing(office: Office) -> None:
    """Unlinking between *Invia* and the creation: the queued work is not done."""
    path = office.upload()
    office.in_review(path)
    version = office.complete(path)["version"]
    with office.held_up("workflow-create-document"):
        office.send(path, version)
        [connection] = office.browser.call("GET", "/fattureincloud/connections")["items"]
        office.browser.call("DELETE", f"/fattureincloud/connections/{connection['connection_id']}")
    try:
        office.leaves(path, "CreateDocument")
        assert office.in_fic(path) == []
    finally:
        office.link()
    assert office.in_fic(path) == []
