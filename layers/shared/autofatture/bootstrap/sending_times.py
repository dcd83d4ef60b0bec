"""The operator's table of how long companies take to send."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.dynamodb.workflow_rows import DynamoActivity
from autofatture.bootstrap.clients import clock, table
from autofatture.bootstrap.companies import companies, store
from autofatture.services.sending_times import SendingTimes


@cache
def sending_times() -> SendingTimes:
    return SendingTimes(documents=store(), companies=companies(), activity=DynamoActivity(table()), clock=clock())
