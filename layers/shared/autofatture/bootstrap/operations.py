"""What the alarms are made of."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.cloudwatch import CloudWatchGauges
from autofatture.adapters.dead_letters import SqsDeadLetters
from autofatture.bootstrap.clients import client, clock
from autofatture.bootstrap.companies import store
from autofatture.services.measure import MeasureOperations
from autofatture.settings import Operations, load


@cache
def measure() -> MeasureOperations:
    settings: Operations = load(Operations)
    return MeasureOperations(
        rows=store(),
        dead_letters=SqsDeadLetters(client("sqs"), settings.dead_letter_queue_urls.split()),
        gauges=CloudWatchGauges(client("cloudwatch")),
        clock=clock(),
        stack=settings.stack_name,
    )
