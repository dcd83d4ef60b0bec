"""From the definition's YAML to what the emulator takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from local import asl

DEFINITION = """
QueryLanguage: JSONata
StartAt: Wait
States:
  Wait:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke.waitForTaskToken
    TimeoutSeconds: "{% ${ReviewTimeoutSeconds} %}"
    Arguments: { FunctionName: "${OpenReviewFunctionArn}", Payload: "{% $states.input %}" }
    End: true
"""


@pytest.fixture
def definition(tmp_path: Path) -> Path:
    path = tmp_path / "machine.asl.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    return path


def test_a_placeholder_of_a_number_becomes_a_number(definition: Path):
    """The emulator does not evaluate an expression here, and waits for ever on a text."""
    text = asl.to_json(definition)
    assert '"TimeoutSeconds": ${ReviewTimeoutSeconds}' in text
    assert '"FunctionName": "${OpenReviewFunctionArn}"' in text
    assert json.loads(text.replace("${ReviewTimeoutSeconds}", "5"))["States"]["Wait"]["TimeoutSeconds"] == 5


def test_filled_takes_given_values_and_makes_up_the_rest(definition: Path):
    state = asl.filled(definition, {"ReviewTimeoutSeconds": "7"})["States"]["Wait"]
    assert state["TimeoutSeconds"] == 7
    assert state["Arguments"]["FunctionName"].endswith(":OpenReviewFunctionArn")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [("End: true", "Next: Nowhere", "Nowhere"), ("$states.input %}", "$states.input( %}", "$states.input(")],
)
def test_mistakes_of_structure_and_of_expressions_are_found(definition: Path, right: str, wrong: str, said: str):
    assert asl.problems(definition) == []
    definition.write_text(DEFINITION.replace(right, wrong), encoding="utf-8")
    assert any(said in problem for problem in asl.problems(definition))
