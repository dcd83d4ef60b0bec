"""Answers that a model gives now and then, scripted in advance: the next requests take them one by one."""

from __future__ import annotations

import json
import secrets
import time
from decimal import Decimal
from typing import Any, Literal

from flask import Response
from pydantic import BaseModel, ConfigDict

from sandbox import exact_json
from sandbox.database import Database

SETTING = "anthropic_script"


class Variant(BaseModel):
    """One scripted answer. ``error`` needs ``status``; ``slow`` needs ``seconds``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal[
        "normal", "thinking_first", "refusal", "refusal_with_prose", "max_tokens", "wrong_case", "number_for_text",
        "cache_usage", "override", "not_json", "empty_object", "error", "slow",
    ]  # fmt: skip
    status: int = 529
    retry_after_ms: int | None = None
    seconds: float = 5
    values: dict[str, Any] = {}
    """``override``: values laid over the answer, by dotted path."""


NORMAL = Variant(kind="normal")
_ERRORS = {
    400: "invalid_request_error", 401: "authentication_error", 403: "permission_error", 404: "not_found_error",
    413: "request_too_large", 429: "rate_limit_error", 500: "api_error", 504: "timeout_error", 529: "overloaded_error",
}  # fmt: skip


def script(database: Database, variants: list[Variant]) -> None:
    """Replace what is left of the script."""
    database.set_setting(SETTING, [variant.model_dump(mode="json") for variant in variants])


def take(database: Database) -> Variant:
    with database.transaction():
        waiting = database.setting(SETTING, [])
        if not waiting:
            return NORMAL
        database.set_setting(SETTING, waiting[1:])
    return Variant.model_validate(waiting[0])


def error(status: int, kind: str, message: str, *, retry_after_ms: int | None = None) -> Response:
    request_id = f"req_{secrets.token_hex(10)}"
    body = {"type": "error", "error": {"type": kind, "message": message}, "request_id": request_id}
    response = Response(json.dumps(body), status, content_type="application/json")
    response.headers["request-id"] = request_id
    if retry_after_ms is not None:
        response.headers["retry-after-ms"] = str(retry_after_ms)
    return response


def refusing(variant: Variant) -> Response | None:
    """The answer of variants that do not read at all; waits first when the variant is slow."""
    if variant.kind == "slow":
        time.sleep(variant.seconds)
    if variant.kind != "error":
        return None
    kind = _ERRORS.get(variant.status, "api_error")
    return error(variant.status, kind, "scripted error", retry_after_ms=variant.retry_after_ms)


def bent(variant: Variant, content: Any) -> Any:
    """The content as a model may bend it."""
    if variant.kind == "wrong_case":
        return _map_text(content, str.capitalize)
    if variant.kind == "override":
        for path, value in variant.values.items():
            _lay(content, path.split("."), value)
    return content


def shaped(variant: Variant, message: dict[str, Any]) -> dict[str, Any]:
    """The message as a model may shape it."""
    text = message["content"][0].get("text", "{}")
    if variant.kind == "empty_object":
        return {}
    changes: dict[str, dict[str, Any]] = {
        "thinking_first": {"content": [_thinking(), *message["content"]]},
        "refusal": {"content": [], "stop_reason": "refusal", "stop_details": _REFUSAL},
        "refusal_with_prose": {
            "content": _text("I can't help with that."),
            "stop_reason": "refusal",
            "stop_details": _REFUSAL,
        },
        "max_tokens": {"content": _text(text[: len(text) // 2]), "stop_reason": "max_tokens"},
        "not_json": {"content": _text("Here is the invoice.")},
        "number_for_text": {"content": _text(exact_json.dumps(_first_amount_as_number(json.loads(text))))},
        "cache_usage": {
            "usage": {**message["usage"], "cache_creation_input_tokens": 700, "cache_read_input_tokens": 1200}
        },
    }
    return {**message, **changes.get(variant.kind, {})}


_REFUSAL = {"type": "refusal", "category": None, "explanation": None}


def _text(text: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": text}]


def _thinking() -> dict[str, Any]:
    return {"type": "thinking", "thinking": "", "signature": secrets.token_hex(16)}


def _map_text(value: Any, change: Any) -> Any:
    if isinstance(value, dict):
        return {name: _map_text(inner, change) for name, inner in value.items()}
    if isinstance(value, list):
        return [_map_text(inner, change) for inner in value]
    # Only bare lower-case words look like values of an enumeration.
    return change(value) if isinstance(value, str) and value.replace("_", "").isalpha() and value.islower() else value


def _first_amount_as_number(value: Any) -> Any:
    """Text that is a plain decimal becomes a JSON number, once."""
    if isinstance(value, dict):
        for name, inner in value.items():
            changed = _first_amount_as_number(inner)
            if changed is not inner:
                return {**value, name: changed}
    if isinstance(value, str) and value.replace(".", "", 1).isdigit() and "." in value:
        return Decimal(value)
    return value


def _lay(content: Any, path: list[str], value: Any) -> None:
    for name in path[:-1]:
        content = content[int(name) if isinstance(content, list) else name]
    last = path[-1]
    content[int(last) if isinstance(content, list) else last] = value
