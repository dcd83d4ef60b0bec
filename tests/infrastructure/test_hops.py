"""Every hop goes through a queue, every queue has dead letters, all dead letters have an alarm."""

from __future__ import annotations

import pytest

from autofatture.domain.document import OPEN_PHASES
from tests.infrastructure.product_template import of_type, target, translated, written

TEMPLATE = translated()
QUEUES = of_type(TEMPLATE, "AWS::SQS::Queue")
ALARMS = of_type(TEMPLATE, "AWS::CloudWatch::Alarm")
MAPPINGS = of_type(TEMPLATE, "AWS::Lambda::EventSourceMapping")
SCHEDULES = of_type(TEMPLATE, "AWS::Scheduler::Schedule")
RULES = of_type(TEMPLATE, "AWS::Events::Rule")
DEAD = {name for name in QUEUES if name.endswith("DeadLetters")}
LIVE = QUEUES.keys() - DEAD


def test_a_function_is_reached_by_the_api_the_machine_or_a_queue_only():
    """A rule or a schedule that targets a failing function loses the event."""
    events = {
        event["Type"]
        for function in of_type(written(), "AWS::Serverless::Function").values()
        for event in function.get("Events", {}).values()
    }
    assert events == {"Api", "SQS"}
    arrivals = [item["Arn"] for rule in RULES.values() for item in rule["Targets"]]
    arrivals += [schedule["Target"]["Arn"] for schedule in SCHEDULES.values()]
    assert {target(arrival) for arrival in arrivals} <= LIVE
    principals = {permission["Principal"] for permission in of_type(TEMPLATE, "AWS::Lambda::Permission").values()}
    assert principals == {"apigateway.amazonaws.com"}


def test_every_queue_is_read_by_exactly_one_function():
    readers = [target(mapping["EventSourceArn"]) for mapping in MAPPINGS.values()]
    assert sorted(readers) == sorted(LIVE)


@pytest.mark.parametrize("name", sorted(MAPPINGS))
def test_one_bad_message_does_not_take_its_batch_along(name: str):
    assert MAPPINGS[name]["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert MAPPINGS[name]["ScalingConfig"]["MaximumConcurrency"] >= 2, "back-pressure, and the least that AWS takes"


@pytest.mark.parametrize("name", sorted(LIVE))
def test_a_queue_has_dead_letters(name: str):
    redrive = QUEUES[name]["RedrivePolicy"]
    assert target(redrive["deadLetterTargetArn"]) in DEAD
    assert 3 <= redrive["maxReceiveCount"] <= 10


@pytest.mark.parametrize("name", sorted(QUEUES))
def test_a_queue_is_encrypted_by_sqs(name: str):
    """With a key of AWS's own, EventBridge's messages would be dropped in silence."""
    assert QUEUES[name]["SqsManagedSseEnabled"] is True
    assert "KmsMasterKeyId" not in QUEUES[name]


@pytest.mark.parametrize("name", sorted(DEAD))
def test_dead_letters_are_kept_as_long_as_possible_and_ring(name: str):
    assert QUEUES[name]["MessageRetentionPeriod"] == 14 * 24 * 3600
    watching = [
        alarm
        for alarm in ALARMS.values()
        if {"Name": "Queue", "Value": {"Fn::GetAtt": [name, "QueueName"]}} in alarm["Dimensions"]
    ]
    assert [alarm["Threshold"] for alarm in watching] == [0]
    assert watching[0]["ComparisonOperator"] == "GreaterThanThreshold"


@pytest.mark.parametrize("name", sorted(LIVE - {"MeasureQueue"}))
def test_a_queue_that_nobody_reads_rings(name: str):
    """A disabled mapping or a throttled function kills no message: a tick was forgotten after an hour, unseen."""
    queue = QUEUES[name]
    [alarm] = [
        alarm
        for alarm in ALARMS.values()
        if alarm["Dimensions"] == [{"Name": "QueueName", "Value": {"Fn::GetAtt": [name, "QueueName"]}}]
    ]
    assert (alarm["Namespace"], alarm["MetricName"]) == ("AWS/SQS", "ApproximateAgeOfOldestMessage")
    attempts = queue["VisibilityTimeout"] * queue["RedrivePolicy"]["maxReceiveCount"]
    assert alarm["Threshold"] == attempts < queue["MessageRetentionPeriod"]


def test_all_dead_letters_are_measured():
    function = TEMPLATE["Resources"]["OperationsMeasureFunction"]["Properties"]
    listed = function["Environment"]["Variables"]["AUTOFATTURE_DEAD_LETTER_QUEUE_URLS"]["Fn::Join"][1]
    assert {target(item) for item in listed} == DEAD


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_a_schedule_names_its_stack_and_keeps_what_it_cannot_deliver(name: str):
    schedule = SCHEDULES[name]
    assert target(schedule["Name"]).startswith("${AWS::StackName}-"), "names are shared by all stacks of an account"
    assert target(schedule["Target"]["DeadLetterConfig"]["Arn"]) in DEAD
    assert schedule["Target"]["RetryPolicy"]["MaximumRetryAttempts"] > 0
    assert schedule["ScheduleExpressionTimezone"] == "Europe/Rome"


def test_a_rule_keeps_what_it_cannot_deliver():
    for rule in RULES.values():
        for item in rule["Targets"]:
            assert target(item["DeadLetterConfig"]["Arn"]) in DEAD


@pytest.mark.parametrize(("rule", "prefix"), [("UploadedRule", "uploads/"), ("ArrivedRule", "arrivals/")])
def test_an_upload_rule_sees_completed_uploads_of_our_bucket_only(rule: str, prefix: str):
    pattern = RULES[rule]["EventPattern"]
    assert pattern["source"] == ["aws.s3"]
    assert pattern["detail-type"] == ["Object Created"]
    assert pattern["detail"] == {
        "bucket": {"name": [{"Ref": "DocumentsBucketName"}]},
        "object": {"key": [{"prefix": prefix}]},
    }
    assert TEMPLATE["Resources"]["DocumentsBucket"]["Properties"]["NotificationConfiguration"] == {
        "EventBridgeConfiguration": {"EventBridgeEnabled": True}
    }


PHASES = {"READ", "REVIEW", "CREATE", "AWAIT_SDI", "EXPORT"}


def test_the_oldest_row_of_every_open_phase_has_an_alarm():
    """No metric of Step Functions shows an execution that waits for ever."""
    watched = {
        dimension["Value"]
        for alarm in ALARMS.values()
        if alarm["MetricName"] == "OldestRowAge" and alarm["Statistic"] == "Maximum"
        for dimension in alarm["Dimensions"]
        if dimension["Name"] == "Phase"
    }
    assert watched == {phase.value for phase in OPEN_PHASES} == PHASES


def test_executions_that_end_badly_have_alarms():
    watched = {alarm["MetricName"] for alarm in ALARMS.values() if alarm["Namespace"] == "AWS/States"}
    assert watched == {"ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"}


@pytest.mark.parametrize("name", sorted(ALARMS))
def test_an_alarm_tells_somebody_and_says_what_to_do(name: str):
    alarm = ALARMS[name]
    assert alarm["AlarmActions"] == [{"Ref": "AlarmTopic"}]
    assert len(alarm["AlarmDescription"]) > 30
    assert alarm["TreatMissingData"] == ("breaching" if name == "MeasuresSilentAlarm" else "notBreaching")


def test_silence_rings():
    """When the function that measures fails, its alarms would all look well."""
    alarm = ALARMS["MeasuresSilentAlarm"]
    assert (alarm["Statistic"], alarm["ComparisonOperator"], alarm["Threshold"]) == (
        "SampleCount",
        "LessThanThreshold",
        1,
    )
    assert alarm["Namespace"] == "Autofatture"
