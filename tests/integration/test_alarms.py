"""The alarms are seen to ring: a letter among the dead ones, and a row that grew old."""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from autofatture.adapters.dynamodb import keys
from local.stack import Stack

pytestmark = pytest.mark.emulator


def _until(ready: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return True
        time.sleep(0.5)
    return False


def _state(stack: Stack, alarm: str) -> str:
    found = stack.client("cloudwatch").describe_alarms(AlarmNames=[f"{stack.place.stack_name}-{alarm}"])
    return str(found["MetricAlarms"][0]["StateValue"])


def _latest(stack: Stack, metric: str, dimension: str, value: str) -> float:
    """What was measured last. The emulator's alarms look at a metric over all its dimensions, so this looks closer."""
    now = dt.datetime.now(dt.UTC)
    points = stack.client("cloudwatch").get_metric_statistics(
        Namespace="Autofatture",
        MetricName=metric,
        Dimensions=[{"Name": "Stack", "Value": stack.place.stack_name}, {"Name": dimension, "Value": value}],
        StartTime=now - dt.timedelta(minutes=5),
        EndTime=now + dt.timedelta(minutes=1),
        Period=60,
        Statistics=["Maximum"],
    )["Datapoints"]
    return float(max(points, key=lambda point: point["Timestamp"])["Maximum"]) if points else 0


def _measure(stack: Stack) -> None:
    """The tick of operations_measure, now."""
    url = stack.client("sqs").get_queue_url(QueueName=f"{stack.place.stack_name}-measure")["QueueUrl"]
    stack.client("sqs").send_message(QueueUrl=url, MessageBody='{"tick": "measure"}')


@pytest.fixture
def dead_letter(stack: Stack) -> Any:
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName=f"{stack.place.stack_name}-mail-dead")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="{}")
    yield url
    sqs.purge_queue(QueueUrl=url)


def test_a_dead_letter_rings(stack: Stack, dead_letter: str):
    _measure(stack)
    assert _until(lambda: _latest(stack, "DeadLetters", "Queue", f"{stack.place.stack_name}-mail-dead") == 1, 60)
    assert _until(lambda: _state(stack, "mail-dead-letters") == "ALARM", 30)
    assert _latest(stack, "DeadLetters", "Queue", f"{stack.place.stack_name}-export-dead") == 0


@pytest.fixture
def old_row(stack: Stack) -> Any:
    """A row that came into READ two hours ago."""
    key = {"pk": {"S": "COMPANY#901"}, "sk": {"S": f"DOCUMENT#{uuid.uuid4().hex}"}}
    since = dt.datetime.now(dt.UTC) - dt.timedelta(hours=2)
    index = {"phase_pk": {"S": keys.by_phase("READ", 0)}, "phase_since": {"S": keys.stamp(since)}}
    dynamodb = stack.client("dynamodb")
    dynamodb.put_item(TableName=stack.outputs["TableName"], Item={**key, **index})
    yield key
    dynamodb.delete_item(TableName=stack.outputs["TableName"], Key=key)


def test_a_row_that_grew_old_rings(stack: Stack, old_row: dict[str, Any]):
    """Step Functions has no metric that shows an execution which hangs."""
    _measure(stack)
    assert _until(lambda: _latest(stack, "OldestRowAge", "Phase", "READ") >= 7200, 60)
    assert _until(lambda: _state(stack, "oldest-read") == "ALARM", 30)
    assert _latest(stack, "OldestRowAge", "Phase", "EXPORT") < 7200
