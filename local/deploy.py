"""The stock ``sam build`` and ``sam deploy`` against the emulator, with the rewrite between them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from local import cloudformation, emulator, outside, rewrite, tools
from local.place import HOST, REGION, Place

CODE_BUCKET = "autofatture-code-local"
NOT_BUILT = ("DependenciesLayer", "ReadingLayer")
"""Wheels for Lambda's processor, of no use here; a test builds them."""

LOCAL_PARAMETERS = {
    "SdiPollSchedule": "rate(1 minute)",
    "ResumeSchedule": "rate(1 minute)",
    "MeasureSchedule": "rate(1 minute)",
    "EnableWaf": "false",
    "ViewerHeaderWithoutWaf": "x-viewer-ip",
    "MailFrom": "Autofatture <no-reply@autofatture.example>",
    "MailIdentity": "autofatture.example",
    "LogRetentionDays": "7",
}


def parameters(place: Place, extra: dict[str, str] | None = None) -> dict[str, str]:
    """Values of the template's parameters: endpoints of this machine and nothing else of note."""
    return {
        "PublicUrl": place.public_url,
        "DocumentsBucketName": place.bucket,
        "DocumentsOrigin": f"http://{HOST}:{place.aws_port}",
        "ExtractionEngine": "offline",
        **outside.addresses(place),
        **LOCAL_PARAMETERS,
        **(extra or {}),
    }


def build_hash(place: Place, values: dict[str, str]) -> str:
    """Changes whenever a deployment would change anything."""
    root = place.root
    inputs = [root / "template.yaml", root / "functions", root / "statemachines", root / "layers"]
    inputs += [root / "local" / "rewrite.py", root / "local" / "asl.py", root / "local" / "deploy.py"]
    return tools.content_hash(inputs, json.dumps(values, sort_keys=True))


def sam_environment(place: Place) -> dict[str, str]:
    return {
        "PATH": f"{Path(tools.uv(place)).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "HOME": str(place.folder),
        "LANG": "C.UTF-8",
        "SAM_CLI_TELEMETRY": "0",
        "AWS_ENDPOINT_URL": place.aws_url,
        "AWS_DEFAULT_REGION": REGION,
        **emulator.credentials(),
    }


def build(place: Place) -> rewrite.Rewritten:
    """``sam build``, then the rewrite, into ``build/`` of the place."""
    sam = tools.sam(place)
    built = place.folder / "build" / "sam"
    command: list[str | Path] = [sam, "build", "--template", place.root / "template.yaml", "--build-dir", built]
    command += ["--config-file", place.root / "samconfig.toml"]
    for name in NOT_BUILT:
        command += ["--exclude", name]
    tools.run(command, cwd=place.root, environment=sam_environment(place), log=place.logs / "sam-build.log")
    runtime = rewrite.Runtime(
        python=tools.functions_python(place),
        shared=tools.shared_package(place),
        layers={f"{name.capitalize()}Layer": tools.layer(place, name) for name in ("dependencies", "reading")},
    )
    done = rewrite.rewrite(
        cloudformation.load(built / "template.yaml"),
        sources=built,
        target=place.folder / "build" / "code",
        aws_port=place.aws_port,
        runtime=runtime,
    )
    rewrite.write(done, place.folder / "build")
    return done


def outputs(place: Place) -> dict[str, str]:
    """What the stack says about itself; empty where it is not deployed."""
    client = emulator.client(place, "cloudformation")
    try:
        stacks = client.describe_stacks(StackName=place.stack_name)["Stacks"]
    except client.exceptions.ClientError:
        return {}
    if not stacks[0]["StackStatus"].endswith("_COMPLETE") or "ROLLBACK" in stacks[0]["StackStatus"]:
        return {}
    return {item["OutputKey"]: item["OutputValue"] for item in stacks[0].get("Outputs", [])}


def deploy(place: Place, extra: dict[str, str] | None = None, say: Callable[[str], None] = print) -> dict[str, str]:
    """Deploy where something changed since the last time, and return the outputs.

    Raises:
        subprocess.CalledProcessError: sam failed; its output is in ``logs/``.
    """
    values = parameters(place, extra)
    wanted = build_hash(place, values)
    memory = place.folder / "deployed"
    if memory.is_file() and memory.read_text(encoding="utf-8") == wanted and (known := outputs(place)):
        return known
    memory.unlink(missing_ok=True)
    with tools.exclusively(place):
        done = build(place)
    for line in [f"dropped: {item}" for item in done.dropped] + [f"changed: {item}" for item in done.changed]:
        say(f"    {line}")
    s3 = emulator.client(place, "s3")
    with contextlib.suppress(s3.exceptions.BucketAlreadyOwnedByYou):
        s3.create_bucket(Bucket=CODE_BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    command: list[str | Path] = [tools.sam(place), "deploy", "--template", place.folder / "build" / "template.json"]
    command += ["--config-file", place.root / "samconfig.toml", "--stack-name", place.stack_name]
    command += ["--s3-bucket", CODE_BUCKET, "--no-resolve-s3", "--no-confirm-changeset", "--no-fail-on-empty-changeset"]
    command += ["--region", REGION, "--capabilities", "CAPABILITY_IAM", "--no-progressbar", "--parameter-overrides"]
    command += [f'ParameterKey={key},ParameterValue="{value}"' for key, value in values.items() if value]
    tools.run(command, cwd=place.folder, environment=sam_environment(place), log=place.logs / "sam-deploy.log")
    known = outputs(place)
    if not known:
        raise subprocess.CalledProcessError(1, "sam deploy", output="the stack has no outputs")
    answers_of_the_gateway(place, done.template["Resources"]["Api"]["Properties"], known["ApiId"])
    memory.write_text(wanted, encoding="utf-8")
    return known


def answers_of_the_gateway(place: Place, api: dict[str, Any], api_id: str) -> None:
    """The gateway's own error bodies: the emulator reads them from its API, not from the OpenAPI document."""
    client = emulator.client(place, "apigateway")
    for kind, response in api["GatewayResponses"].items():
        status = {"statusCode": str(response["StatusCode"])} if "StatusCode" in response else {}
        templates = response["ResponseTemplates"]
        client.put_gateway_response(restApiId=api_id, responseType=kind, responseTemplates=templates, **status)
    client.create_deployment(restApiId=api_id, stageName=api["StageName"])
