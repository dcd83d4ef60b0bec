"""One OpenAPI document of every HTTP function: ``python -m autofatture.entrypoints.openapi functions docs/openapi.json``.

The document is composed from the resolvers themselves, so it cannot say anything else than the code does. It is
OpenAPI 3.0, which the generator of the front end and the validators both read; what pydantic writes in the
dialect of 3.1 is turned into that of 3.0 here.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayRestResolver

from autofatture import __version__

VERSION = "3.0.3"
PUBLIC = frozenset(
    {
        ("get", "/health"),
        ("post", "/auth/sign-up"),
        ("post", "/auth/confirm"),
        ("post", "/auth/resend"),
        ("post", "/auth/log-in"),
        ("post", "/auth/log-in/totp"),
        ("post", "/auth/refresh"),
        ("post", "/auth/log-out"),
        ("post", "/auth/password/forgot"),
        ("post", "/auth/password/reset"),
    }
)
"""Operations without an access token. The template says the same, and a test compares the two."""

COOKIE = frozenset({("post", "/auth/refresh"), ("post", "/auth/log-out")})
"""Operations that use the session's cookie and its header."""

PROBLEM = {
    "type": "object",
    "title": "Problem",
    "required": ["code", "message", "details", "request_id"],
    "properties": {
        "code": {"type": "string", "description": "Stable, for the program."},
        "message": {"type": "string", "description": "Italian, for the person."},
        "details": {"type": "object", "additionalProperties": True},
        "request_id": {"type": "string"},
    },
}


def load(folder: Path) -> dict[str, APIGatewayRestResolver]:
    """The resolvers of ``folder``/api_*/app.py, by the name of the function."""
    found: dict[str, APIGatewayRestResolver] = {}
    for path in sorted(folder.glob("api_*/app.py")):
        spec = importlib.util.spec_from_file_location(f"functions_{path.parent.name}", path)
        if spec is None or spec.loader is None:
            continue
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found[path.parent.name] = module.app
    return found


def operations(apps: Mapping[str, APIGatewayRestResolver]) -> dict[tuple[str, str], str]:
    """Every ``(method, path)`` with the function that answers it.

    Raises:
        ValueError: two functions answer the same.
    """
    found: dict[tuple[str, str], str] = {}
    for name, app in apps.items():
        schema = app.get_openapi_schema(title=name, version=__version__)
        document = schema.model_dump(mode="json", by_alias=True, exclude_none=True)
        for path, item in document.get("paths", {}).items():
            for method in item:
                if (method, path) in found:
                    msg = f"{method} {path} is answered by {found[(method, path)]} and by {name}"
                    raise ValueError(msg)
                found[(method, path)] = name
    return found


def compose(apps: Mapping[str, APIGatewayRestResolver]) -> dict[str, Any]:
    """The document of all functions together.

    Raises:
        ValueError: two functions answer the same operation, or mean different things by one schema's name.
    """
    operations(apps)
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {"Problem": PROBLEM}
    for name, app in apps.items():
        schema = app.get_openapi_schema(title=name, version=__version__)
        document = _in_3_0(schema.model_dump(mode="json", by_alias=True, exclude_none=True))
        for path, item in document.get("paths", {}).items():
            for method, operation in item.items():
                paths.setdefault(path, {})[method] = _operation(name, method, path, operation)
        for title, one in document.get("components", {}).get("schemas", {}).items():
            if schemas.setdefault(title, one) != one:
                msg = f"two different schemas are named {title}"
                raise ValueError(msg)
    used = _used(paths, schemas)
    return {
        "openapi": VERSION,
        "info": {"title": "Autofatture", "version": __version__},
        "servers": [{"url": "/api"}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": {title: schemas[title] for title in sorted(used)},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                "session": {"type": "apiKey", "in": "cookie", "name": "autofatture_session"},
            },
        },
    }


def _operation(function: str, method: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in operation.items() if key not in {"operationId", "summary", "responses"}}
    key = (method, path)
    kept["tags"] = [function]
    kept["operationId"] = _name(method, path)
    kept["security"] = [{"session": []}] if key in COOKIE else [] if key in PUBLIC else [{"token": []}]
    if key in COOKIE:
        header = {
            "name": "X-Autofatture",
            "in": "header",
            "required": True,
            "schema": {"type": "string", "enum": ["1"]},
        }
        kept["parameters"] = [*kept.get("parameters", []), header]
    answers = {code: one for code, one in operation.get("responses", {}).items() if code != "422"}
    for code in ("202", "204"):
        if code in answers and _is_empty(answers[code]):
            answers[code] = {"description": answers[code].get("description", "Done")}
    if path.endswith(".csv"):
        answers["200"] = {**answers["200"], "content": {"text/csv": {"schema": {"type": "string"}}}}
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers["default"] = {"description": "What went wrong, in Italian and by a stable code.", "content": problem}
    kept["responses"] = answers
    return kept


def _is_empty(answer: dict[str, Any]) -> bool:
    content = answer.get("content", {}).get("application/json", {}).get("schema", {})
    return not content.get("$ref") and content.get("type") in {None, "null"} and "anyOf" not in content


def _name(method: str, path: str) -> str:
    """``get /companies/{company_id}/audit`` is ``get_companies_company_id_audit``."""
    words = path.replace("{", "").replace("}", "").replace("-", "_").replace(".", "_").strip("/").split("/")
    return "_".join([method, *words])


_NULL = {"type": "null"}
_NOT_IN_SCHEMAS = frozenset({"ge", "gt", "le", "lt"})
"""Limits of a decimal that pydantic leaves beside its two forms."""


def _in_3_0(value: Any) -> Any:
    """A schema of JSON Schema 2020-12 in the dialect of OpenAPI 3.0: nullable instead of a null type."""
    if isinstance(value, list):
        return [_in_3_0(item) for item in value]
    if not isinstance(value, dict):
        return value
    choices = value.get("anyOf")
    if isinstance(choices, list):
        return _choice(value, choices)
    if value.get("type") == "null":
        return {"nullable": True, "enum": [None]}
    found = {key: _in_3_0(item) for key, item in value.items()}
    if "const" in found and not isinstance(found["const"], dict):
        found["enum"] = [found.pop("const")]
    if "patternProperties" in found:
        found["additionalProperties"] = next(iter(found.pop("patternProperties").values()))
    if "prefixItems" in found:
        found["items"] = {"anyOf": found.pop("prefixItems")}
    for word, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(found.get(word), int | float) and not isinstance(found.get(word), bool):
            found[limit], found[word] = found[word], True
    return found


def _choice(value: dict[str, Any], choices: list[Any]) -> dict[str, Any]:
    """A choice between schemas: with null it is a nullable one, and an amount is always text."""
    beside = {key: _in_3_0(item) for key, item in value.items() if key not in {"anyOf", *_NOT_IN_SCHEMAS}}
    rest = [_in_3_0(choice) for choice in choices if choice != _NULL]
    if {"type": "number"} in rest and any(one.get("type") == "string" and "pattern" in one for one in rest):
        rest = [one for one in rest if one.get("type") == "string"]
    if len(rest) < len(choices) and _NULL in choices:
        beside["nullable"] = True
    if len(rest) > 1:
        return {**beside, "anyOf": rest}
    return {**beside, "allOf": rest} if "$ref" in rest[0] else {**rest[0], **beside}


def _used(paths: dict[str, Any], schemas: dict[str, Any]) -> set[str]:
    """Names of the schemas that the operations reach."""
    found: set[str] = set()
    waiting: list[Any] = [paths]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = str(one.get("$ref", "")).removeprefix("#/components/schemas/")
            if name and name in schemas and name not in found:
                found.add(name)
                waiting.append(schemas[name])
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def main(arguments: Sequence[str]) -> int:
    """Write the document of the functions in the first argument to the second."""
    folder, target = Path(arguments[0]), Path(arguments[1])
    text = json.dumps(compose(load(folder)), indent=2, ensure_ascii=False, sort_keys=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
