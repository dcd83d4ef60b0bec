"""A file has arrived: advance the run and start its execution."""

from __future__ import annotations

import json
from typing import Any

import boto3

from autofatture.settings import StateMachines, load


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    client = boto3.client("stepfunctions")
    for record in event["Records"]:
        key = json.loads(record["body"])["detail"]["object"]["key"]
        document_id = key.split("/")[2]
        client.start_execution(
            stateMachineArn=load(StateMachines).state_machine_arn,
            name=f"{document_id}-1",
            input=json.dumps({"document_id": document_id, "run": 1, "phase": "READ"}),
        )
    return {"batchItemFailures": []}
