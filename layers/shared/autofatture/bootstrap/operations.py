"""What the people who operate a deployment look at."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.cloudwatch import CloudWatchGauges
from autofatture.adapters.dead_letters import SqsDeadLetters
from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.documents import DynamoDocuments
from autofatture.bootstrap.clients import client, clock, table
from autofatture.services.measure import MeasureOperations
from autofatture.settings import Operations, load


@cache
def measures() -> MeasureOperations:
    settings = load(Operations)
    return MeasureOperations(
        rows=DynamoDocuments(table(), Companies(table())),
        dead_letters=SqsDeadLetters(client("sqs"), settings.dead_letter_queue_urls.split()),
        gauges=CloudWatchGauges(client("cloudwatch")),
        clock=clock(),
        stack=settings.stack_name,
    )
