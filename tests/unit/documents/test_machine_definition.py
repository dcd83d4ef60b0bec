"""The state machine as data: what each state promises, and that its names are those of the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonata.jsonata import Jsonata

from autofatture.domain.document import OPEN_PHASES
from autofatture.entrypoints.tasks import RAISED, FailedTask, Task
from autofatture.services.create_document import Outcome
from autofatture.services.decisions import PHASE_OF_STATE

ROOT = Path(__file__).resolve().parents[3]
MACHINE: dict[str, Any] = yaml.safe_load((ROOT / "statemachines/autofattura.asl.yaml").read_text(encoding="utf-8"))
STATES: dict[str, dict[str, Any]] = MACHINE["States"]
TASKS = {name: state for name, state in STATES.items() if state["Type"] == "Task"}
WAITS = {name for name, state in TASKS.items() if state["Resource"].endswith(".waitForTaskToken")}
OF_THE_SERVICE = re.compile(r"(States|Lambda|Sandbox)\.")


def names_of(entries: list[dict[str, Any]]) -> list[str]:
    return [name for entry in entries for name in entry["ErrorEquals"]]


def expressions(value: Any) -> list[str]:
    if isinstance(value, str):
        return re.findall(r"\{%(.*?)%\}", value, re.DOTALL)
    if isinstance(value, dict):
        return [found for item in value.values() for found in expressions(item)]
    if isinstance(value, list):
        return [found for item in value for found in expressions(item)]
    return []


def test_one_language_and_a_limit_on_the_whole() -> None:
    assert MACHINE["QueryLanguage"] == "JSONata"
    assert 0 < MACHINE["TimeoutSeconds"] < 365 * 24 * 3600
    assert MACHINE["StartAt"] == "Resume"


@pytest.mark.parametrize("name", STATES)
def test_each_state_is_a_verb_with_a_reason(name: str) -> None:
    assert re.fullmatch(r"([A-Z][a-z]*)+", name)
    assert STATES[name]["Comment"]


@pytest.mark.parametrize("name", TASKS)
def test_each_task_has_a_limit_that_is_a_parameter(name: str) -> None:
    assert re.fullmatch(r"\{% \$\{\w+TimeoutSeconds\} %\}", str(TASKS[name]["TimeoutSeconds"]))


def test_what_the_tasks_raise_is_what_the_machine_knows_and_nothing_else() -> None:
    raised = {kind.__name__ for kind in RAISED}
    known = {
        name
        for state in TASKS.values()
        for name in names_of([*state.get("Retry", []), *state.get("Catch", [])])
        if not OF_THE_SERVICE.match(name)
    }

    assert known == raised


@pytest.mark.parametrize("name", TASKS)
def test_only_what_may_work_is_tried_again(name: str) -> None:
    """A permanent error that is retried for hours hides itself; so does a time-out."""
    patient, once = TASKS[name]["Retry"]

    assert patient["ErrorEquals"][0] == "TransientError"
    assert patient["JitterStrategy"] == "FULL"
    assert patient["MaxAttempts"] >= 5
    assert once["MaxAttempts"] == 1
    for forbidden in ("States.ALL", "States.TaskFailed", "PermanentError", "Superseded"):
        assert forbidden not in names_of(TASKS[name]["Retry"])
    assert ("States.Timeout" in once["ErrorEquals"]) is (name not in WAITS)


@pytest.mark.parametrize("name", sorted(TASKS.keys() - {"RecordFailure"}))
def test_every_way_out_of_a_task_is_written_down(name: str) -> None:
    caught = TASKS[name]["Catch"]
    by_name = {entry["ErrorEquals"][0]: entry for entry in caught}

    assert by_name["Superseded"]["Next"] == "YieldToNewerRun"
    for error in ("PermanentError", "States.ALL"):
        assert by_name[error]["Next"] == "RecordFailure"
        assert by_name[error]["Assign"]["failed"]["state"] == name
    assert caught[-1]["ErrorEquals"] == ["States.ALL"]
    assert ("States.Timeout" in by_name) is (name in WAITS)


@pytest.mark.parametrize("name", sorted(WAITS))
def test_a_wait_that_times_out_is_no_failure(name: str) -> None:
    """A wait that hung for ever, or ended as a failure, lost reviews in other products."""
    timeout = next(entry for entry in TASKS[name]["Catch"] if entry["ErrorEquals"] == ["States.Timeout"])

    assert timeout["Next"] == "Resume"
    assert TASKS[name]["Next"] == "Resume"


def test_every_open_phase_can_be_continued() -> None:
    chosen = {choice["Condition"].split("'")[1] for choice in STATES["Resume"]["Choices"]}

    assert chosen == {phase.value for phase in OPEN_PHASES}


def test_every_outcome_of_a_creation_is_chosen_on() -> None:
    text = " ".join(choice["Condition"] for choice in STATES["ChooseOutcome"]["Choices"])

    assert set(re.findall(r"'([A-Z_]+)'", text)) == {outcome.value for outcome in Outcome}
    asked = next(c for c in STATES["ChooseOutcome"]["Choices"] if "UNKNOWN" in c["Condition"])
    assert STATES[asked["Next"]]["Type"] == "Succeed", "nothing is repeated before a person has looked"


def test_every_state_that_can_fail_can_be_tried_again() -> None:
    assert PHASE_OF_STATE.keys() == TASKS.keys() - {"RecordFailure"}


def test_the_failure_state_gets_what_it_needs_and_no_more() -> None:
    payload = STATES["RecordFailure"]["Arguments"]["Payload"]

    wanted = set(re.findall(r"'(\w+)'", payload)) | {"company_id", "document_id", "run"}
    assert wanted == set(FailedTask.model_fields)


def test_every_target_exists_and_every_state_is_reached() -> None:
    reached = {"Resume"}
    for state in STATES.values():
        following = [state.get("Next"), state.get("Default")]
        following += [entry["Next"] for key in ("Choices", "Catch") for entry in state.get(key, [])]
        reached |= {name for name in following if name}

    assert reached == STATES.keys()


def test_nothing_counts_money_and_every_expression_is_jsonata() -> None:
    found = expressions(MACHINE)

    assert len(found) > 20
    for expression in found:
        # A parameter is filled in when the machine is deployed.
        Jsonata(re.sub(r"\$\{\w+\}", "60", expression).strip())
        assert not re.search(r"[*/]|\$sum|\$number", expression), "no arithmetic in the machine"


def test_the_token_goes_to_the_two_waits_and_nowhere_else() -> None:
    for name, state in TASKS.items():
        assert ("Task.Token" in str(state["Arguments"])) is (name in WAITS)
    assert "task_token" in Task.model_fields
