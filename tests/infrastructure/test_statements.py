"""What roles may do: explicit statements, resources by name, a few things for one function alone."""

from __future__ import annotations

import pytest

from tests.infrastructure.product_template import as_list, of_type, pairs, statements, target, translated, written

TEMPLATE = written()
ROLES = of_type(TEMPLATE, "AWS::IAM::Role")
FUNCTIONS = of_type(TEMPLATE, "AWS::Serverless::Function")

WITHOUT_RESOURCE_LEVEL = {
    "cloudwatch:PutMetricData",  # narrowed by the namespace
    "logs:CreateLogDelivery",  # log delivery of Step Functions, all of it
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
}
"""Actions that IAM knows no resource for: the only ones that may be allowed on ``*``."""

CALLS_FATTURE_IN_CLOUD = {
    "ApiLinkingRole",
    "ApiCompaniesRole",  # checks that a series of numbers exists
    "WorkflowCreateDocumentRole",
    "WorkflowExportXmlRole",
    "SdiPollRole",
    "ReconcileRole",
}


def roles_that_may(action: str) -> set[str]:
    return {name for name, role in ROLES.items() if action in {allowed for allowed, _ in pairs(role)}}


def test_sam_adds_no_role_and_no_policy_of_its_own():
    """Policy templates carry Scan and Delete, and the basic execution policy writes to every log group."""
    made = of_type(translated(), "AWS::IAM::Role")
    assert made.keys() == ROLES.keys()
    assert not any("Policies" in function for function in FUNCTIONS.values())
    managed = {name for name, role in made.items() if role.get("ManagedPolicyArns")}
    # API Gateway refuses an account role with less.
    assert managed == {"ApiLogsRole"}


@pytest.mark.parametrize("name", sorted(ROLES))
def test_every_statement_is_explicit(name: str):
    for statement in statements(ROLES[name]):
        assert statement["Effect"] == "Allow"
        assert not {"NotAction", "NotResource"} & statement.keys()
        for action in as_list(statement["Action"]):
            assert "*" not in action
            if any(resource == "*" for resource in as_list(statement["Resource"])):
                assert action in WITHOUT_RESOURCE_LEVEL


def test_metrics_go_to_our_namespace_only():
    found = [
        statement
        for role in ROLES.values()
        for statement in statements(role)
        if "cloudwatch:PutMetricData" in as_list(statement["Action"])
    ]
    assert [statement["Condition"] for statement in found] == [
        {"StringEquals": {"cloudwatch:namespace": "Autofatture"}}
    ]


@pytest.mark.parametrize("name", sorted(ROLES))
def test_wildcards_in_resources_are_prefixes_of_our_own(name: str):
    """Objects of one folder of our bucket, executions of our machine, one family of models."""
    for _, resource in pairs(ROLES[name]):
        if "*" in resource and resource != "*":
            assert resource.endswith("*")
            assert resource.startswith(
                (
                    "arn:${AWS::Partition}:s3:::${DocumentsBucketName}/",
                    "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${AWS::StackName}-autofattura:",
                    "arn:${AWS::Partition}:bedrock:",
                )
            )


def test_nobody_scans_and_nobody_deletes_objects():
    for role in ROLES.values():
        actions = {action for action, _ in pairs(role)}
        assert not {"dynamodb:Scan", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucket"} & actions


def test_the_table_is_reached_by_its_own_indexes():
    indexes = {index["IndexName"] for index in TEMPLATE["Resources"]["Table"]["Properties"]["GlobalSecondaryIndexes"]}
    for role in ROLES.values():
        for action, resource in pairs(role):
            if action.startswith("dynamodb:") and resource != "Table":
                assert action == "dynamodb:Query"
                assert resource.removeprefix("${Table.Arn}/index/") in indexes


def test_only_workflow_signal_may_resume_a_waiting_execution():
    for action in ("states:SendTaskSuccess", "states:SendTaskFailure"):
        assert roles_that_may(action) == {"WorkflowSignalRole"}
    assert roles_that_may("states:SendTaskHeartbeat") == set()
    assert roles_that_may("states:StopExecution") == set()


def test_only_the_starter_and_the_sweeper_start_executions():
    assert roles_that_may("states:StartExecution") == {"WorkflowStartRole", "WorkflowResumeRole"}


def test_only_functions_that_call_fatture_in_cloud_may_decrypt_its_tokens():
    assert roles_that_may("kms:Decrypt") == CALLS_FATTURE_IN_CLOUD
    assert roles_that_may("kms:Encrypt") == CALLS_FATTURE_IN_CLOUD
    for name in CALLS_FATTURE_IN_CLOUD:
        assert {resource for action, resource in pairs(ROLES[name]) if action.startswith("kms:")} == {"TokensKey"}


def test_nobody_else_gets_at_the_tokens_key():
    policy = TEMPLATE["Resources"]["TokensKey"]["Properties"]["KeyPolicy"]["Statement"]
    principals = [statement["Principal"] for statement in policy]
    assert [target(principal["AWS"]) for principal in principals] == [
        "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"
    ]


def test_each_secret_has_its_few_readers():
    readers: dict[str, set[str]] = {}
    for name, role in ROLES.items():
        for action, resource in pairs(role):
            if action == "secretsmanager:GetSecretValue":
                readers.setdefault(resource, set()).add(name)
    assert readers == {
        "UserPoolClientSecret": {"ApiAuthRole", "ApiAccountsRole"},
        "SigningSecret": {"ApiAuthRole"},
        "FicSecret": CALLS_FATTURE_IN_CLOUD,
        "AnthropicSecret": {"WorkflowExtractRole"},
    }


def test_only_mail_send_sends_mail():
    assert roles_that_may("ses:SendEmail") == {"MailSendRole"}
