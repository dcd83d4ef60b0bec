"""Every function: one folder, one role, one log group, a limit below its caller's."""

from __future__ import annotations

import re
from typing import Any

import pytest

from autofatture import settings
from tests.infrastructure.product_template import (
    ROOT,
    as_list,
    folder_of,
    machine,
    of_type,
    substitution_targets,
    target,
    written,
)

TEMPLATE = written()
FUNCTIONS = of_type(TEMPLATE, "AWS::Serverless::Function")
LOG_GROUPS = of_type(TEMPLATE, "AWS::Logs::LogGroup")
QUEUES = of_type(TEMPLATE, "AWS::SQS::Queue")
RESOURCES: dict[str, Any] = TEMPLATE["Resources"]

API_GATEWAY_SECONDS = 29
"""The integration timeout of a Regional REST API without a raised quota."""

every_function = pytest.mark.parametrize("name", sorted(FUNCTIONS))


def test_every_folder_is_a_function_and_every_function_a_folder():
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/app.py")}
    assert folders == {folder_of(function) for function in FUNCTIONS.values()}


def test_a_function_is_named_after_its_folder():
    for name, function in FUNCTIONS.items():
        words = "".join(part.capitalize() for part in folder_of(function).split("_"))
        assert name == f"{words}Function"
        assert target(function["FunctionName"]) == f"${{AWS::StackName}}-{folder_of(function).replace('_', '-')}"


def test_runtime_processor_and_handler_are_the_same_for_all():
    defaults = TEMPLATE["Globals"]["Function"]
    assert defaults["Runtime"] == "python3.13"
    assert defaults["Architectures"] == ["arm64"]
    assert defaults["Handler"] == "app.handler"
    for function in FUNCTIONS.values():
        assert not {"Runtime", "Architectures", "Handler"} & function.keys()


@every_function
def test_it_has_a_log_group_of_its_own_with_retention(name: str):
    group = target(FUNCTIONS[name]["LoggingConfig"]["LogGroup"])
    assert LOG_GROUPS[group]["RetentionInDays"] == {"Ref": "LogRetentionDays"}
    users = [other for other, function in FUNCTIONS.items() if target(function["LoggingConfig"]["LogGroup"]) == group]
    assert users == [name]


@every_function
def test_it_has_a_role_of_its_own(name: str):
    role = target(FUNCTIONS[name]["Role"])
    assert RESOURCES[role]["Type"] == "AWS::IAM::Role"
    assert [other for other, function in FUNCTIONS.items() if target(function["Role"]) == role] == [name]
    trust = as_list(RESOURCES[role]["Properties"]["AssumeRolePolicyDocument"]["Statement"])
    assert [statement["Principal"] for statement in trust] == [{"Service": "lambda.amazonaws.com"}]


@every_function
def test_memory_and_timeout_are_stated(name: str):
    assert FUNCTIONS[name]["MemorySize"] >= 256
    assert FUNCTIONS[name]["Timeout"] >= 10


@every_function
def test_its_timeout_is_below_its_callers(name: str):
    """Each function has a caller, and none waits for less than the function may take."""
    timeout = FUNCTIONS[name]["Timeout"]
    patience = []
    for event in FUNCTIONS[name].get("Events", {}).values():
        if event["Type"] == "Api":
            patience.append(API_GATEWAY_SECONDS)
        else:
            # AWS asks for six times the timeout, so that a throttled batch does not become visible meanwhile.
            patience.append(QUEUES[target(event["Properties"]["Queue"])]["VisibilityTimeout"] / 6 + 0.001)
    patience += [
        state["TimeoutSeconds"]
        for state in machine()["States"].values()
        if state["Type"] == "Task" and target_of_task(state) == name
    ]
    assert patience, "nothing calls it"
    assert timeout < min(patience)


def target_of_task(state: dict[str, Any]) -> str:
    arn = state["Arguments"]["FunctionName"]
    return substitution_targets()[arn.rpartition(":")[2]]


@every_function
def test_its_settings_are_known_to_the_settings_module(name: str):
    """A variable that no settings model reads is a typo or a leftover."""
    kinds = [kind for kind in vars(settings).values() if isinstance(kind, type) and issubclass(kind, settings.Settings)]
    known = {settings.PREFIX + field.upper() for kind in kinds for field in kind.model_fields}
    ours = set(FUNCTIONS[name]["Environment"]["Variables"])
    assert ours <= known


def test_no_secret_stands_in_an_environment():
    for function in FUNCTIONS.values():
        for key, value in function["Environment"]["Variables"].items():
            assert "resolve:" not in str(value)
            if re.search("SECRET|KEY|PASSWORD|TOKEN", key):
                assert key.endswith(("_NAME", "_KEY_ID", "_PUBLIC_KEY")), "names of secrets only"


def test_only_functions_that_read_documents_carry_the_reading_layer():
    assert TEMPLATE["Globals"]["Function"]["Layers"] == [{"Ref": "SharedLayer"}, {"Ref": "DependenciesLayer"}]
    carriers = {name for name, function in FUNCTIONS.items() if function.get("Layers") == [{"Ref": "ReadingLayer"}]}
    assert carriers == {"WorkflowReadSourceFunction", "WorkflowExtractFunction"}
    assert all(function.get("Layers") in (None, [{"Ref": "ReadingLayer"}]) for function in FUNCTIONS.values())


def test_a_deployment_without_an_ai_engine_is_a_decision() -> None:
    """Issue 6: production without an AI engine needs an explicit setting."""
    engine = TEMPLATE["Parameters"]["ExtractionEngine"]
    assert "Default" not in engine
    assert set(engine["AllowedValues"]) == {"anthropic", "bedrock", "offline"}
