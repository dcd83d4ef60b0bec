"""Grants among services are exactly those that the wiring needs; and the comparison would notice each one missing."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from tests.infrastructure.grants import given, needed
from tests.infrastructure.product_template import as_list, machine, of_type, statements, translated

TEMPLATE = translated()
POLICIES = {
    "AWS::SQS::QueuePolicy": "PolicyDocument",
    "AWS::SNS::TopicPolicy": "PolicyDocument",
    "AWS::S3::BucketPolicy": "PolicyDocument",
    "AWS::KMS::Key": "KeyPolicy",
}
SDK_ONLY = ("dynamodb:", "s3:", "kms:", "states:", "cognito-idp:", "ses:", "bedrock:", "cloudwatch:")
"""Calls of a function's own code: those the emulator enforces, and the workflow tests prove."""


def test_nothing_is_missing_and_nothing_is_too_much():
    assert sorted(needed(TEMPLATE, machine()) - given(TEMPLATE)) == []
    assert sorted(given(TEMPLATE) - needed(TEMPLATE, machine())) == []


def _without(path: tuple[Any, ...]) -> dict[str, Any]:
    """The template without what stands at ``path``."""
    template = copy.deepcopy(TEMPLATE)
    parent: Any = template["Resources"]
    for step in path[:-1]:
        parent = parent[step]
    del parent[path[-1]]
    return template


def _statement_parts(start: tuple[Any, ...], statement: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Each single action and each single resource of a statement, or the statement where it has but one."""
    several = False
    for part in ("Action", "Resource"):
        values = statement.get(part)
        if isinstance(values, list) and len(values) > 1:
            several = True
            for position in range(len(values)):
                yield (*start, part, position)
    if not several:
        yield start


def _of_resource_policies() -> Iterator[tuple[Any, ...]]:
    for name in of_type(TEMPLATE, "AWS::Lambda::Permission"):
        yield (name,)
    for kind, document in POLICIES.items():
        for name, properties in of_type(TEMPLATE, kind).items():
            for position, statement in enumerate(properties[document]["Statement"]):
                if statement["Effect"] == "Allow":
                    yield from _statement_parts((name, "Properties", document, "Statement", position), statement)


def _of_roles() -> Iterator[tuple[Any, ...]]:
    for name, role in of_type(TEMPLATE, "AWS::IAM::Role").items():
        yield (name, "Properties", "AssumeRolePolicyDocument", "Statement", 0)
        for position, statement in enumerate(statements(role)):
            if not as_list(statement["Action"])[0].startswith(SDK_ONLY):
                start = (name, "Properties", "Policies", 0, "PolicyDocument", "Statement", position)
                yield from _statement_parts(start, statement)
        for number in range(len(role.get("ManagedPolicyArns", []))):
            yield (name, "Properties", "ManagedPolicyArns", number)


MUTATIONS = [*_of_resource_policies(), *_of_roles()]


@pytest.mark.parametrize("path", MUTATIONS, ids=lambda path: "/".join(str(step) for step in path))
def test_deleting_any_one_of_them_is_noticed(path: tuple[Any, ...]):
    # Given the template without this one permission, action or resource
    template = _without(path)
    # When needs and grants are compared
    missing = needed(template, machine()) - given(template)
    # Then it is missed
    assert missing


def test_the_mutations_reach_every_kind_of_grant():
    """An empty list would prove nothing."""
    kinds = {TEMPLATE["Resources"][path[0]]["Type"] for path in MUTATIONS}
    assert kinds == {*POLICIES, "AWS::Lambda::Permission", "AWS::IAM::Role"}
    assert len(MUTATIONS) > 200
