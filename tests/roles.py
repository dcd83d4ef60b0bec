"""Permissions taken away from a function for the length of a test, and what the function then writes into its log."""

from __future__ import annotations

import contextlib
import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

from local.stack import Stack


@contextlib.contextmanager
def without(stack: Stack, role: str, action: str) -> Iterator[None]:
    """The role of this logical id lacks ``action`` inside the block."""
    iam = stack.client("iam")
    listed = stack.client("cloudformation").describe_stack_resources(StackName=stack.place.stack_name)
    name = next(item["PhysicalResourceId"] for item in listed["StackResources"] if item["LogicalResourceId"] == role)
    policy: dict[str, Any] = iam.get_role_policy(RoleName=name, PolicyName="function")["PolicyDocument"]
    less = []
    for statement in policy["Statement"]:
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        kept = [each for each in actions if each != action]
        if kept:
            less.append({**statement, "Action": kept})
    assert less != policy["Statement"], f"{role} has no {action}"

    function = f"{stack.place.stack_name}-{re.sub('(?<!^)(?=[A-Z])', '-', role.removesuffix('Role')).lower()}"

    def put(statements: list[Any]) -> None:
        document = json.dumps({**policy, "Statement": statements})
        iam.put_role_policy(RoleName=name, PolicyName="function", PolicyDocument=document)
        # A new environment: a warm one may still hold what it was once allowed to fetch.
        stack.client("lambda").update_function_configuration(FunctionName=function, Description=uuid.uuid4().hex)

    put(less)
    try:
        yield
    finally:
        put(policy["Statement"])


def refusals(stack: Stack, function: str, *, since: float) -> set[str]:
    """Operations of AWS that this function was refused since then (``time.time()``), as it logged them."""
    group = f"/aws/lambda/{stack.place.stack_name}-{function}"
    pages = (
        stack.client("logs")
        .get_paginator("filter_log_events")
        .paginate(logGroupName=group, startTime=int(since * 1000), filterPattern='"AWS refused a call"')
    )
    lines = [event["message"] for page in pages for event in page["events"] if "AWS refused a call" in event["message"]]
    return {json.loads(line)["operation"] for line in lines}
