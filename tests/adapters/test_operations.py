"""Metrics and dead letters against moto."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from autofatture.adapters.cloudwatch import NAMESPACE, CloudWatchGauges
from autofatture.adapters.dead_letters import SqsDeadLetters
from autofatture.domain.errors import TransientError
from autofatture.services.measure import Measure


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "test")
    with mock_aws():
        yield lambda service: boto3.client(service, region_name="eu-south-1")


def test_depths_are_those_of_the_queues(aws: Any):
    sqs = aws("sqs")
    url = sqs.create_queue(QueueName="one-start-dead")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="{}")
    assert SqsDeadLetters(sqs, [url]).depths() == {"one-start-dead": 1}


def test_a_queue_that_cannot_be_asked_is_worth_another_attempt(aws: Any):
    with pytest.raises(TransientError):
        SqsDeadLetters(aws("sqs"), ["https://sqs.eu-south-1.amazonaws.com/123456789012/absent"]).depths()


def test_measures_arrive_with_their_dimensions(aws: Any):
    cloudwatch = aws("cloudwatch")
    dimensions = (("Stack", "one"), ("Phase", "READ"))
    CloudWatchGauges(cloudwatch).publish([Measure("OldestRowAge", 42, "Seconds", dimensions)])
    now = dt.datetime.now(dt.UTC)
    found = cloudwatch.get_metric_statistics(
        Namespace=NAMESPACE,
        MetricName="OldestRowAge",
        Dimensions=[{"Name": name, "Value": value} for name, value in dimensions],
        StartTime=now - dt.timedelta(minutes=5),
        EndTime=now + dt.timedelta(minutes=5),
        Period=60,
        Statistics=["Maximum"],
    )["Datapoints"]
    assert [point["Maximum"] for point in found] == [42.0]
