"""The template and the state machine as data, for the tests of this folder."""

from __future__ import annotations

import copy
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from samtranslator.translator.transform import transform

from local import asl, cloudformation

ROOT = Path(__file__).resolve().parents[2]
MACHINE = ROOT / "statemachines" / "autofattura.asl.yaml"

PARAMETERS = {
    "PublicUrl": "https://app.example",
    "DocumentsBucketName": "documents",
    "ExtractionEngine": "anthropic",
    "MailFrom": "no-reply@example.it",
    "MailIdentity": "example.it",
}


class NoManagedPolicies:
    """The template names managed policies by ARN; nothing has to be looked up."""

    def load(self) -> dict[str, str]:
        return {}


@cache
def _written() -> dict[str, Any]:
    return cloudformation.load(ROOT / "template.yaml")


def written() -> dict[str, Any]:
    """As it stands in template.yaml."""
    return copy.deepcopy(_written())


@cache
def _translated() -> dict[str, Any]:
    template = written()
    for resource in template["Resources"].values():
        for name in ("CodeUri", "ContentUri", "DefinitionUri"):
            if name in resource.get("Properties", {}):
                resource["Properties"][name] = {"Bucket": "code", "Key": "0"}
    # The translator asks for a Region; nobody is called.
    before = os.environ.get("AWS_DEFAULT_REGION")
    os.environ["AWS_DEFAULT_REGION"] = "eu-south-1"
    try:
        result: dict[str, Any] = transform(template, PARAMETERS, NoManagedPolicies())
    finally:
        if before is None:
            del os.environ["AWS_DEFAULT_REGION"]
        else:
            os.environ["AWS_DEFAULT_REGION"] = before
    # SAM writes "LogicalId.Attribute" here and there; one notation is enough for the tests.
    return json.loads(json.dumps(result), object_hook=_one_notation)  # type: ignore[no-any-return]


def _one_notation(value: dict[str, Any]) -> dict[str, Any]:
    if isinstance(value.get("Fn::GetAtt"), str):
        return {"Fn::GetAtt": value["Fn::GetAtt"].split(".", 1)}
    return value


def translated() -> dict[str, Any]:
    """As SAM hands it to CloudFormation."""
    return copy.deepcopy(_translated())


def machine() -> dict[str, Any]:
    """The definition with its placeholders filled by the defaults of the template's parameters."""
    template = _written()
    substitutions = template["Resources"]["AutofatturaStateMachine"]["Properties"]["DefinitionSubstitutions"]
    values = {
        name: str(template["Parameters"][value["Ref"]]["Default"])
        for name, value in substitutions.items()
        if value.get("Ref") in template["Parameters"]
    }
    return asl.filled(MACHINE, values)


def substitution_targets() -> dict[str, str]:
    """Logical id of the function behind each ARN placeholder of the definition."""
    substitutions = _written()["Resources"]["AutofatturaStateMachine"]["Properties"]["DefinitionSubstitutions"]
    return {name: value["Fn::GetAtt"][0] for name, value in substitutions.items() if "Fn::GetAtt" in value}


def of_type(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    """Properties by logical id."""
    return {name: item.get("Properties", {}) for name, item in template["Resources"].items() if item["Type"] == kind}


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def target(value: Any) -> str:
    """The logical id that an ARN, name or address leads to; text of a Sub stays as text."""
    if isinstance(value, dict):
        if "Ref" in value:
            return str(value["Ref"])
        if "Fn::GetAtt" in value:
            return str(value["Fn::GetAtt"][0])
        if "Fn::Sub" in value:
            text = value["Fn::Sub"]
            return str(text[0] if isinstance(text, list) else text)
        return json.dumps(value, sort_keys=True)
    return str(value)


def statements(role: dict[str, Any]) -> list[dict[str, Any]]:
    """Every statement of a role's inline policies."""
    return [
        statement for policy in role.get("Policies", []) for statement in as_list(policy["PolicyDocument"]["Statement"])
    ]


def pairs(role: dict[str, Any]) -> set[tuple[str, str]]:
    """(action, resource) of everything that a role allows."""
    return {
        (action, target(resource))
        for statement in statements(role)
        for action in as_list(statement["Action"])
        for resource in as_list(statement["Resource"])
    }


def role_of(template: dict[str, Any], function: str) -> str:
    return target(template["Resources"][function]["Properties"]["Role"])


def folder_of(function: dict[str, Any]) -> str:
    """``functions/api_auth`` → ``api_auth``; needs the written template."""
    return str(function["CodeUri"]).removeprefix("functions/")
