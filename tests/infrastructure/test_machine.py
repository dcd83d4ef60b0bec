"""The state machine's definition as data."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from local import asl
from tests.infrastructure.grants import _tasks
from tests.infrastructure.product_template import MACHINE, ROOT, machine, of_type, substitution_targets, written

TEMPLATE = written()
DEFINITION = machine()
STATES: dict[str, dict[str, Any]] = DEFINITION["States"]
TASKS = {name: state for name, state in STATES.items() if state["Type"] == "Task"}
PROPERTIES = TEMPLATE["Resources"]["AutofatturaStateMachine"]["Properties"]


def test_it_is_well_formed():
    assert asl.problems(MACHINE) == []


def test_it_speaks_jsonata_only():
    assert DEFINITION["QueryLanguage"] == "JSONata"
    text = MACHINE.read_text(encoding="utf-8")
    assert not re.search(
        r"\b(ResultPath|InputPath|OutputPath|Parameters|ResultSelector|QueryLanguage: JSONPath)\b", text
    )


def test_it_needs_no_anchors():
    """CloudFormation reads this file itself, and promises nothing about YAML's anchors."""
    tokens = yaml.scan(MACHINE.read_text(encoding="utf-8"))
    assert not [token for token in tokens if isinstance(token, yaml.AnchorToken | yaml.AliasToken)]


def test_every_placeholder_is_substituted_and_every_substitution_is_used():
    used = set(asl.PLACEHOLDER.findall(MACHINE.read_text(encoding="utf-8")))
    assert used == PROPERTIES["DefinitionSubstitutions"].keys()


def test_numbers_from_parameters_are_expressions():
    """CloudFormation parses the file before it substitutes: a bare placeholder would become a text, and be refused."""
    text = MACHINE.read_text(encoding="utf-8")
    assert not re.search(r"Seconds: \$\{", text)
    assert re.search(r'TimeoutSeconds: "\{% \$\{ReviewTimeoutSeconds\} %\}"', text)


def test_every_workflow_step_has_its_function():
    """workflow_start, workflow_signal and workflow_resume stand outside of the machine."""
    folders = {path.name for path in (ROOT / "functions").iterdir() if path.name.startswith("workflow_")}
    functions = of_type(TEMPLATE, "AWS::Serverless::Function")
    called = {functions[name]["CodeUri"].removeprefix("functions/") for name in substitution_targets().values()}
    assert folders - called == {"workflow_start", "workflow_signal", "workflow_resume"}


@pytest.mark.parametrize("name", sorted(STATES))
def test_names_are_verbs_and_nouns(name: str):
    assert re.fullmatch(r"([A-Z][a-z]*)+", name)


@pytest.mark.parametrize("name", sorted(TASKS))
def test_every_task_has_a_timeout(name: str):
    """The one waiting state without a timeout is the one that hangs while every alarm is silent."""
    assert TASKS[name]["TimeoutSeconds"] > 0


def test_the_machine_ends_before_the_year_that_aws_allows():
    assert DEFINITION["TimeoutSeconds"] < 365 * 24 * 3600
    waits = [task["TimeoutSeconds"] for task in TASKS.values() if "waitForTaskToken" in task["Resource"]]
    assert DEFINITION["TimeoutSeconds"] > sum(waits)


def _failure_state() -> str:
    """The one state that records failures."""
    (name,) = {
        catcher["Next"]
        for task in TASKS.values()
        for catcher in task.get("Catch", [])
        if catcher["ErrorEquals"] == ["States.ALL"]
    }
    return str(name)


@pytest.mark.parametrize("name", sorted(TASKS.keys() - {"RecordFailure"}))
def test_every_failure_ends_in_the_one_failure_state(name: str):
    last = TASKS[name]["Catch"][-1]
    assert last["ErrorEquals"] == ["States.ALL"]
    assert last["Next"] == _failure_state() == "RecordFailure"


@pytest.mark.parametrize("name", sorted(TASKS))
def test_only_named_errors_are_retried(name: str):
    """States.ALL in a Retry repeats bugs, and repeats them for hours."""
    for retry in TASKS[name].get("Retry", []):
        assert not {"States.ALL", "States.TaskFailed", "Exception"} & set(retry["ErrorEquals"])
        if {"States.Timeout", "Sandbox.Timedout"} & set(retry["ErrorEquals"]):
            assert retry["MaxAttempts"] == 1, "a timeout gets one more attempt"
        else:
            assert retry["JitterStrategy"] == "FULL"


@pytest.mark.parametrize("name", sorted(name for name, task in TASKS.items() if "waitForTaskToken" in task["Resource"]))
def test_a_wait_that_times_out_is_resumed_and_not_failed(name: str):
    (catcher,) = [catcher for catcher in TASKS[name]["Catch"] if "States.Timeout" in catcher["ErrorEquals"]]
    assert catcher["Next"] != _failure_state()
    assert TASKS[name]["Catch"].index(catcher) < len(TASKS[name]["Catch"]) - 1
    assert not TASKS[name].get("Retry") or "States.Timeout" not in str(TASKS[name]["Retry"])


def test_its_log_holds_no_task_token():
    assert PROPERTIES["Logging"]["IncludeExecutionData"] is False
    assert PROPERTIES["Type"] == "STANDARD"


def test_no_parallel_and_no_distributed_map():
    assert {state["Type"] for state in STATES.values()} <= {"Task", "Choice", "Pass", "Succeed", "Fail", "Wait"}
    assert len(_tasks(STATES)) == len(TASKS)
