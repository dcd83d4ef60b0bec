"""Grants among services: which are needed, which are given.

The emulator enforces only the roles of functions. Roles of Step Functions and Scheduler, the policies of queues,
topics, buckets and keys, and Lambda's own permissions are proved here: both sides are derived from the translated
template and the state machine, and compared as sets.

A grant is ``(who, what, on, source)``: who acts (a service, or a role), the action, the resource and, for a policy of
a resource, the source that it is limited to.
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from tests.infrastructure.product_template import as_list, of_type, pairs, substitution_targets, target

Template = dict[str, Any]


THROUGH_SERVICE = (
    "kms:Encrypt",
    "kms:Decrypt",
    "kms:ReEncrypt*",
    "kms:GenerateDataKey*",
    "kms:DescribeKey",
    "kms:CreateGrant",
)
IMPLIED = {"_QUEUE_URL": "sqs:SendMessage", "_SECRET_NAME": "secretsmanager:GetSecretValue"}
"""What a setting of a function implies: an address of a queue is there to send to, a secret's name to read it."""


class Grant(NamedTuple):
    who: str
    what: str
    on: str
    source: str = ""


_URI = re.compile(r"functions/\$\{(\w+)\.Arn\}/invocations")
POLLING = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
LOG_DELIVERY = (
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
)


def _tasks(states: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for state in states.values():
        if state["Type"] == "Task":
            found.append(state)
        for inner in [state.get("ItemProcessor", {}), *state.get("Branches", [])]:
            found += _tasks(inner.get("States", {}))
    return found


def needed(template: Template, machine: dict[str, Any]) -> set[Grant]:
    """What the services must be allowed, seen from the wiring."""
    return (
        _gateway_needs(template)
        | _lambda_needs(template)
        | _events_need(template)
        | _states_need(template, machine)
        | _cdn_needs(template)
        | _alarms_need(template)
        | _keys_are_used(template)
    )


def _gateway_needs(template: Template) -> set[Grant]:
    """API Gateway invokes the function behind each method and writes access logs with the account's role."""
    grants: set[Grant] = set()
    for path, methods in template["Resources"]["Api"]["Properties"]["Body"]["paths"].items():
        for method, operation in methods.items():
            function = _URI.search(operation["x-amazon-apigateway-integration"]["uri"]["Fn::Sub"])
            assert function, path
            route = f"{method.upper()}{re.sub(r'{[^}]+}', '*', path)}"
            grants.add(Grant("apigateway.amazonaws.com", "lambda:InvokeFunction", function[1], route))
    for account in of_type(template, "AWS::ApiGateway::Account").values():
        role = target(account["CloudWatchRoleArn"])
        grants.add(Grant("apigateway.amazonaws.com", "sts:AssumeRole", role))
        grants.add(Grant(role, "managed", "AmazonAPIGatewayPushToCloudWatchLogs"))
    return grants


def _lambda_needs(template: Template) -> set[Grant]:
    """Lambda runs a function with its role, which writes its log, polls its queues and has what its settings name."""
    grants: set[Grant] = set()
    for function in of_type(template, "AWS::Lambda::Function").values():
        role = target(function["Role"])
        grants.add(Grant("lambda.amazonaws.com", "sts:AssumeRole", role))
        group = target(function["LoggingConfig"]["LogGroup"])
        grants |= {Grant(role, action, group) for action in ("logs:CreateLogStream", "logs:PutLogEvents")}
        for name, value in function["Environment"]["Variables"].items():
            grants |= {
                Grant(role, action, target(value)) for ending, action in IMPLIED.items() if name.endswith(ending)
            }
            if name.endswith("DEAD_LETTER_QUEUE_URLS"):
                grants |= {Grant(role, "sqs:GetQueueAttributes", target(queue)) for queue in value["Fn::Join"][1]}
    for mapping in of_type(template, "AWS::Lambda::EventSourceMapping").values():
        role = target(template["Resources"][target(mapping["FunctionName"])]["Properties"]["Role"])
        grants |= {Grant(role, action, target(mapping["EventSourceArn"])) for action in POLLING}
    return grants


def _events_need(template: Template) -> set[Grant]:
    """EventBridge writes as itself, limited to the rule; Scheduler writes with its role; each to targets and dead letters."""
    grants: set[Grant] = set()
    for name, rule in of_type(template, "AWS::Events::Rule").items():
        for item in rule["Targets"]:
            for queue in (target(item["Arn"]), target(item["DeadLetterConfig"]["Arn"])):
                grants.add(Grant("events.amazonaws.com", "sqs:SendMessage", queue, name))
    for schedule in of_type(template, "AWS::Scheduler::Schedule").values():
        role = target(schedule["Target"]["RoleArn"])
        grants.add(Grant("scheduler.amazonaws.com", "sts:AssumeRole", role))
        for queue in (target(schedule["Target"]["Arn"]), target(schedule["Target"]["DeadLetterConfig"]["Arn"])):
            grants.add(Grant(role, "sqs:SendMessage", queue))
    return grants


def _states_need(template: Template, machine: dict[str, Any]) -> set[Grant]:
    """Step Functions invokes the functions of its tasks and delivers its log."""
    grants: set[Grant] = set()
    for properties in of_type(template, "AWS::StepFunctions::StateMachine").values():
        role = target(properties["RoleArn"])
        grants.add(Grant("states.amazonaws.com", "sts:AssumeRole", role))
        for task in _tasks(machine["States"]):
            function = substitution_targets()[task["Arguments"]["FunctionName"].rpartition(":")[2]]
            grants.add(Grant(role, "lambda:InvokeFunction", function))
        if properties["LoggingConfiguration"]["Level"] != "OFF":
            grants |= {Grant(role, action, "*") for action in LOG_DELIVERY}
    return grants


def _cdn_needs(template: Template) -> set[Grant]:
    """The CDN reads the site, limited to the distribution."""
    return {
        Grant("cloudfront.amazonaws.com", "s3:GetObject", target(origin["DomainName"]), name)
        for name, cdn in of_type(template, "AWS::CloudFront::Distribution").items()
        for origin in cdn["DistributionConfig"]["Origins"]
        if "S3OriginConfig" in origin
    }


def _alarms_need(template: Template) -> set[Grant]:
    """Alarms publish to their topic, through the topic's key."""
    grants: set[Grant] = set()
    for alarm in of_type(template, "AWS::CloudWatch::Alarm").values():
        for action in alarm["AlarmActions"]:
            topic = target(action)
            key = target(template["Resources"][topic]["Properties"]["KmsMasterKeyId"])
            grants.add(Grant("cloudwatch.amazonaws.com", "sns:Publish", topic, "account"))
            grants |= _key_use("cloudwatch.amazonaws.com", key, ("kms:Decrypt", "kms:GenerateDataKey*"), "account")
    return grants


def _keys_are_used(template: Template) -> set[Grant]:
    """Table and bucket use their key on behalf of whoever may use them; the account administers every key."""
    grants = {Grant("root", "kms:*", name) for name in of_type(template, "AWS::KMS::Key")}
    for table in of_type(template, "AWS::DynamoDB::Table").values():
        grants |= _key_use("anyone", target(table["SSESpecification"]["KMSMasterKeyId"]), THROUGH_SERVICE, "dynamodb")
    for bucket in of_type(template, "AWS::S3::Bucket").values():
        rule = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"][0]["ServerSideEncryptionByDefault"]
        if "KMSMasterKeyID" in rule:
            grants |= _key_use("anyone", target(rule["KMSMasterKeyID"]), THROUGH_SERVICE, "s3")
    return grants


def _key_use(who: str, key: str, actions: tuple[str, ...], source: str) -> set[Grant]:
    return {Grant(who, action, key, source) for action in actions}


def given(template: Template) -> set[Grant]:
    """What the policies allow, as far as services among themselves are concerned."""
    grants: set[Grant] = set()
    for permission in of_type(template, "AWS::Lambda::Permission").values():
        text, values = permission["SourceArn"]["Fn::Sub"]
        assert values == {"__ApiId__": {"Ref": "Api"}, "__Stage__": "*"}
        route = text.partition("${__Stage__}/")[2]
        grants.add(Grant(permission["Principal"], permission["Action"], target(permission["FunctionName"]), route))
    services = ("logs:", "lambda:", "sqs:", "secretsmanager:")
    for name, role in of_type(template, "AWS::IAM::Role").items():
        for statement in as_list(role["AssumeRolePolicyDocument"]["Statement"]):
            grants.add(Grant(statement["Principal"]["Service"], "sts:AssumeRole", name))
        grants |= {Grant(name, action, resource) for action, resource in pairs(role) if action.startswith(services)}
        for policy in role.get("ManagedPolicyArns", []):
            grants.add(Grant(name, "managed", target(policy).rpartition("/")[2]))
    grants |= _queues(template) | _topics(template) | _buckets(template) | _keys(template)
    return grants


def _queues(template: Template) -> set[Grant]:
    grants = set()
    for policy in of_type(template, "AWS::SQS::QueuePolicy").values():
        attached = {target(queue) for queue in policy["Queues"]}
        for statement in policy["PolicyDocument"]["Statement"]:
            source = target(statement["Condition"]["ArnEquals"]["aws:SourceArn"])
            for queue in attached & {target(resource) for resource in as_list(statement["Resource"])}:
                grants.add(Grant(statement["Principal"]["Service"], statement["Action"], queue, source))
    return grants


def _topics(template: Template) -> set[Grant]:
    grants = set()
    for policy in of_type(template, "AWS::SNS::TopicPolicy").values():
        attached = {target(topic) for topic in policy["Topics"]}
        for statement in policy["PolicyDocument"]["Statement"]:
            assert statement["Condition"] == {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}
            for topic in attached & {target(resource) for resource in as_list(statement["Resource"])}:
                grants.add(Grant(statement["Principal"]["Service"], statement["Action"], topic, "account"))
    return grants


def _buckets(template: Template) -> set[Grant]:
    grants = set()
    for policy in of_type(template, "AWS::S3::BucketPolicy").values():
        for statement in policy["PolicyDocument"]["Statement"]:
            if statement["Effect"] == "Allow":
                source = json.dumps(statement["Condition"]["StringEquals"]["AWS:SourceArn"])
                distribution = re.findall(r"\$\{(\w+)\}", source)[-1]
                assert target(statement["Resource"]) == f"${{{target(policy['Bucket'])}.Arn}}/*"
                grants.add(
                    Grant(
                        statement["Principal"]["Service"], statement["Action"], target(policy["Bucket"]), distribution
                    )
                )
    return grants


def _keys(template: Template) -> set[Grant]:
    grants = set()
    for name, key in of_type(template, "AWS::KMS::Key").items():
        for statement in key["KeyPolicy"]["Statement"]:
            conditions = statement.get("Condition", {}).get("StringEquals", {})
            principal = statement["Principal"]
            if "kms:ViaService" in conditions:
                assert conditions["kms:CallerAccount"] == {"Ref": "AWS::AccountId"}
                sources = [target(item).partition(".")[0] for item in as_list(conditions["kms:ViaService"])]
                who = "anyone"
            elif "Service" in principal:
                assert conditions == {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
                sources, who = ["account"], principal["Service"]
            else:
                assert target(principal["AWS"]).endswith(":root")
                sources, who = [""], "root"
            for action in as_list(statement["Action"]):
                grants |= {Grant(who, action, name, source) for source in sources}
    return grants
