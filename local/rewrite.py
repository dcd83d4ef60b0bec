"""The built template, changed where the emulator differs from AWS. The product knows nothing of this.

Each change has its reason beside it, each is reported, and a test keeps the report exact.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

from local import asl

DROPPED_TYPES = {
    "AWS::Serverless::LayerVersion": "functions run with the same packages, unpacked for this machine",
    "AWS::SES::Template": "refused by the emulator",
    "AWS::CloudWatch::CompositeAlarm": "refused by the emulator",
    "AWS::StepFunctions::StateMachineAlias": "refused by the emulator",
    "AWS::StepFunctions::StateMachineVersion": "refused by the emulator",
}

RUNTIME = "provided.al2023"
"""The emulator's own Python executor names every exception Runtime.HandlerError, which no Retry can match."""


@dataclasses.dataclass(frozen=True)
class Runtime:
    """What the functions run with on this machine."""

    python: Path
    shared: Path
    layers: dict[str, Path]
    """Unpacked packages by the logical id of the layer that carries them."""


@dataclasses.dataclass
class Rewritten:
    template: dict[str, Any]
    dropped: list[str] = dataclasses.field(default_factory=list)
    changed: list[str] = dataclasses.field(default_factory=list)


def rewrite(template: dict[str, Any], *, sources: Path, target: Path, aws_port: int, runtime: Runtime) -> Rewritten:
    """Change ``template`` in place; code and definitions are written below ``target``.

    ``sources`` is the folder that relative paths of the built template start from.
    """
    done = Rewritten(template)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    attached = template.get("Globals", {}).get("Function", {}).pop("Layers", [])
    resources = template["Resources"]
    for name in sorted(resources):
        kind = resources[name]["Type"]
        if kind in DROPPED_TYPES:
            del resources[name]
            done.dropped.append(f"{kind} {name}: {DROPPED_TYPES[kind]}")
        elif kind == "AWS::Serverless::Function":
            _function(resources[name], target / name, attached=attached, sources=sources, runtime=runtime)
        elif kind == "AWS::Serverless::StateMachine":
            _state_machine(resources[name]["Properties"], name, sources, target)
        elif kind == "AWS::IAM::Role":
            _role(resources[name]["Properties"], name, done)
        elif kind == "AWS::S3::BucketPolicy":
            _plain_http(resources, name, done)
        elif kind == "AWS::CloudFront::Distribution":
            _cdn(resources[name]["Properties"]["DistributionConfig"], aws_port)
    functions = sum(1 for item in resources.values() if item["Type"] == "AWS::Serverless::Function")
    done.changed += [
        f"{functions} functions run by AWS's runtime client in {RUNTIME}",
        "the state machine's definition as JSON",
        f"the CDN reaches the API at http://localhost:{aws_port} and serves plain http",
    ]
    return done


def _function(function: dict[str, Any], folder: Path, *, attached: list[Any], sources: Path, runtime: Runtime) -> None:
    """Its folder copied beside a ``bootstrap`` that puts exactly its layers on the path."""
    properties = function["Properties"]
    code = (sources / properties["CodeUri"]).resolve()
    shutil.copytree(code, folder, ignore=shutil.ignore_patterns("__pycache__"))
    layers = [item["Ref"] for item in [*attached, *properties.pop("Layers", [])]]
    path = [str(runtime.shared if layer == "SharedLayer" else runtime.layers[layer]) for layer in layers]
    bootstrap = folder / "bootstrap"
    # The shared layer's folder carries its hash, so a changed layer changes this file and new code is loaded.
    bootstrap.write_text(
        "#!/bin/sh\n"
        f'export PYTHONPATH="$LAMBDA_TASK_ROOT:{":".join(path)}"\n'
        f'exec {runtime.python} -m awslambdaric "$_HANDLER"\n',
        encoding="utf-8",
    )
    bootstrap.chmod(0o755)
    properties["CodeUri"] = str(folder)
    properties["Runtime"] = RUNTIME
    # sam would look for a build of this runtime.
    function.setdefault("Metadata", {})["SkipBuild"] = True


def _state_machine(properties: dict[str, Any], name: str, sources: Path, target: Path) -> None:
    definition = target / f"{name}.asl.json"
    definition.write_text(asl.to_json((sources / properties["DefinitionUri"]).resolve()), encoding="utf-8")
    properties["DefinitionUri"] = str(definition)


COMPARED_WITH_EVERYTHING = {
    "states:SendTaskSuccess": "may SendTask* to every machine",
    "ses:SendEmail": "may send from every identity",
}
"""Actions that the emulator compares with no resource but ``*``."""

UNKNOWN_CONDITION = "cloudwatch:namespace"
"""A condition key that the emulator does not know, so that it denies what it should allow."""


def _role(properties: dict[str, Any], name: str, done: Rewritten) -> None:
    """Statements that the emulator would deny as they stand."""
    for policy in properties.get("Policies", []):
        for statement in policy["PolicyDocument"]["Statement"]:
            actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            for action in COMPARED_WITH_EVERYTHING.keys() & set(actions):
                statement["Resource"] = "*"
                done.changed.append(f"{name} {COMPARED_WITH_EVERYTHING[action]}")
            if UNKNOWN_CONDITION in json.dumps(statement.get("Condition", {})):
                del statement["Condition"]
                done.changed.append(f"{name} without the condition on {UNKNOWN_CONDITION}")


def _plain_http(resources: dict[str, Any], name: str, done: Rewritten) -> None:
    """The emulator is reached by plain http, which the real buckets refuse."""
    document = resources[name]["Properties"]["PolicyDocument"]
    document["Statement"] = [
        statement
        for statement in document["Statement"]
        if "aws:SecureTransport" not in json.dumps(statement.get("Condition", {}))
    ]
    done.changed.append(f"{name} takes plain http")
    if not document["Statement"]:
        del resources[name]


def _cdn(configuration: dict[str, Any], aws_port: int) -> None:
    """An execute-api host name leads nowhere here, and TLS ends at the local front, if at all."""
    for origin in configuration["Origins"]:
        if "CustomOriginConfig" in origin:
            origin["DomainName"] = "localhost"
            origin["OriginPath"] = {"Fn::Sub": "/_aws/execute-api/${Api}"}
            origin["CustomOriginConfig"] = {"OriginProtocolPolicy": "http-only", "HTTPPort": aws_port}
    for behaviour in [configuration["DefaultCacheBehavior"], *configuration.get("CacheBehaviors", [])]:
        behaviour["ViewerProtocolPolicy"] = "allow-all"


def write(rewritten: Rewritten, folder: Path) -> None:
    """The template as JSON, which is YAML too, and the report beside it."""
    (folder / "template.json").write_text(json.dumps(rewritten.template, indent=1, default=str), encoding="utf-8")
    report = {"dropped": rewritten.dropped, "changed": rewritten.changed}
    (folder / "rewritten.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
