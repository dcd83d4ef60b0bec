"""The description of the HTTP API, made from the routes and models of the functions themselves."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayRestResolver

from local import cloudformation
from local.place import ROOT

TARGET = ROOT / "docs" / "openapi.json"

Json = dict[str, Any]

PROBLEM: Json = {
    "type": "object",
    "title": "Problem",
    "required": ["code", "message", "details", "request_id"],
    "properties": {
        "code": {"type": "string", "description": "Stable and machine readable"},
        "message": {"type": "string", "description": "Italian, for the person"},
        "details": {"type": "object"},
        "request_id": {"type": "string"},
    },
}


class Disagreement(Exception):
    """Two functions describe one name differently, or a route is missing on one side."""


def resolver(function: str) -> APIGatewayRestResolver:
    """The ``app`` of a function's module, loaded under a name of its own."""
    path = ROOT / "functions" / function / "app.py"
    name = f"functions_{function}"
    specification = importlib.util.spec_from_file_location(name, path)
    assert specification is not None  # noqa: S101  # the file is part of this checkout
    assert specification.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    found: APIGatewayRestResolver = module.app
    return found


def routes_of_the_template() -> dict[str, dict[tuple[str, str], bool]]:
    """For each function: (method, path) → whether a session is needed."""
    found: dict[str, dict[tuple[str, str], bool]] = {}
    for resource in cloudformation.load(ROOT / "template.yaml")["Resources"].values():
        if resource["Type"] != "AWS::Serverless::Function":
            continue
        folder = resource["Properties"]["CodeUri"].removeprefix("functions/")
        for event in resource["Properties"].get("Events", {}).values():
            if event["Type"] == "Api":
                properties = event["Properties"]
                needs_session = properties.get("Auth", {}).get("Authorizer") != "NONE"
                found.setdefault(folder, {})[properties["Method"].upper(), properties["Path"]] = needs_session
    return found


def routes_of_the_code(function: str) -> set[tuple[str, str]]:
    schema = _schema(resolver(function), function)
    return {(method.upper(), path) for path, methods in schema.get("paths", {}).items() for method in methods}


def _schema(app: APIGatewayRestResolver, title: str) -> Json:
    schema = app.get_openapi_schema(title=title, version="1")
    described: Json = json.loads(schema.model_dump_json(by_alias=True, exclude_none=True))
    return described


def described() -> Json:
    """One document for all functions of the API.

    Raises:
        Disagreement: two functions use one schema name for different things.
    """
    paths: Json = {}
    schemas: Json = {"Problem": PROBLEM}
    for function, routes in sorted(routes_of_the_template().items()):
        if not function.startswith("api_"):
            continue
        schema = _schema(resolver(function), function)
        for name, value in schema.get("components", {}).get("schemas", {}).items():
            if name in {"HTTPValidationError", "ResponseValidationError", "ValidationError"}:
                continue
            if schemas.setdefault(name, value) != value:
                raise Disagreement(f"{function}: the schema {name} exists already and is another one")
        for path, methods in schema.get("paths", {}).items():
            for method, operation in methods.items():
                needs_session = routes.get((method.upper(), path), True)
                paths.setdefault(path, {})[method] = _operation(operation, function, needs_session=needs_session)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Autofatture", "version": "1"},
        "servers": [{"url": "/api"}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(operation: Json, function: str, *, needs_session: bool) -> Json:
    """The resolver's own validation error is answered in the product's shape, like every other error."""
    operation.pop("operationId", None)
    responses = operation.setdefault("responses", {})
    responses.pop("422", None)
    reference = {"schema": {"$ref": "#/components/schemas/Problem"}}
    responses["default"] = {"description": "Problem", "content": {"application/json": reference}}
    return {**operation, "tags": [function], "security": [{"session": []}] if needs_session else []}


def text() -> str:
    return json.dumps(described(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def write(target: Path = TARGET) -> None:
    target.parent.mkdir(exist_ok=True)
    target.write_text(text(), encoding="utf-8")
