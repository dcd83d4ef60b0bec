"""FiC's published OpenAPI document as a judge of answers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openapi_schema_validator import OAS30ReadValidator, oas30_format_checker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

_BASE = "urn:fattureincloud"


@cache
def document(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        # The safe loader all the same, in C where there is one: the document has 48,000 lines.
        loaded: dict[str, Any] = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded


class Judge:
    def __init__(self, path: Path) -> None:
        self._document = document(path)
        resource = Resource.from_contents(self._document, default_specification=DRAFT4)
        self._registry: Any = Registry().with_resource(_BASE, resource)

    def operations(self) -> dict[tuple[str, str], str]:
        """``(method, path) -> operationId``."""
        return {
            (method.upper(), path): operation["operationId"]
            for path, item in self._document["paths"].items()
            for method, operation in item.items()
            if isinstance(operation, dict) and "operationId" in operation
        }

    def complaints(self, method: str, path: str, status: int, body: Any) -> list[str]:
        """What the document says against an answer: ``place: message`` for each.

        A field that is nullable and an enumeration may be null: the document means it so (its examples show it)
        although OpenAPI 3.0.3 would want null among the values.
        """
        schema = self._schema(method, path, status)
        if schema is None:
            return []
        validator = OAS30ReadValidator(schema, registry=self._registry, format_checker=oas30_format_checker)
        return [
            f"{'.'.join('*' if isinstance(part, int) else str(part) for part in error.absolute_path)}: {error.message}"
            for error in validator.iter_errors(body)
            if not (error.validator == "enum" and error.instance is None and error.schema.get("nullable"))
        ]

    def _schema(self, method: str, path: str, status: int) -> dict[str, Any] | None:
        pointer = ["paths", path, method.lower(), "responses", str(status)]
        response = self._follow(pointer)
        content = self._document_at(response).get("content", {})
        if "application/json" not in content:
            return None
        place = [*response, "content", "application/json", "schema"]
        return {"$ref": f"{_BASE}#/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in place)}

    def _document_at(self, pointer: list[str]) -> dict[str, Any]:
        found: Any = self._document
        for part in pointer:
            found = found[part]
        result: dict[str, Any] = found
        return result

    def _follow(self, pointer: list[str]) -> list[str]:
        """The pointer, with a reference at its end resolved."""
        found = self._document_at(pointer)
        while "$ref" in found:
            pointer = [part.replace("~1", "/").replace("~0", "~") for part in found["$ref"].split("/")[1:]]
            found = self._document_at(pointer)
        return pointer
