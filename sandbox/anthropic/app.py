"""``POST /v1/messages`` and its Bedrock twin ``POST /model/{id}/invoke``."""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from typing import Any

from flask import Flask, Response, request

from sandbox.anthropic import facts, variants
from sandbox.anthropic.answer import fill
from sandbox.anthropic.facts import Facts
from sandbox.world import World

SAMPLING = {"temperature", "top_p", "top_k"}
"""Parameters that the API no longer takes."""
TOKENS_PER_PAGE = 2300


class Refused(Exception):
    def __init__(self, status: int, kind: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message


def create(world: World) -> Flask:
    app = Flask(__name__)

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        if request.path.startswith("/model/"):
            return _bedrock_error(error)
        return variants.error(error.status, error.kind, error.message)

    @app.after_request
    def count(response: Response) -> Response:
        route = "/model/{id}/invoke" if request.path.startswith("/model/") else request.path
        world.calls.record(f"{request.method} /anthropic{route}", status=response.status_code)
        return response

    @app.post("/v1/messages")
    def messages() -> Response:
        if not request.headers.get("Authorization", "").startswith("Bearer "):
            raise Refused(401, "authentication_error", "missing bearer key")
        if not request.headers.get("anthropic-version"):
            raise Refused(400, "invalid_request_error", "anthropic-version: header is required")
        body = _body()
        return _answer(world, body, model=str(body.get("model", "")))

    @app.post("/v1/messages/count_tokens")
    def count_tokens() -> Response:
        return _json({"input_tokens": _input_tokens(_read(_body()))})

    @app.post("/model/<path:model>/invoke")
    def invoke(model: str) -> Response:
        body = _body()
        if "anthropic_version" not in body:
            raise Refused(400, "ValidationException", "anthropic_version: field required")
        return _answer(world, body, model=model)

    return app


def _answer(world: World, body: dict[str, Any], *, model: str) -> Response:
    _check(body, model)
    variant = variants.take(world.database)
    stopped = variants.refusing(variant)
    if stopped is not None:
        return stopped
    read = _read(body)
    tool = _forced_tool(body)
    schema = tool["input_schema"] if tool else _schema(body)
    content = fill(schema, read) if schema else {"text": "ok"}
    content = variants.bent(variant, content)
    text = json.dumps(content, ensure_ascii=False)
    message: dict[str, Any] = {
        "id": f"msg_{secrets.token_hex(12)}",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": _input_tokens(read), "output_tokens": max(1, len(text) // 4)},
    }
    if tool:
        message["content"] = [
            {"type": "tool_use", "id": f"toolu_{secrets.token_hex(8)}", "name": tool["name"], "input": content}
        ]
        message["stop_reason"] = "tool_use"
    return _json(variants.shaped(variant, message))


def _check(body: dict[str, Any], model: str) -> None:
    """What the real service refuses with 400."""
    if not model or not isinstance(body.get("max_tokens"), int) or not body.get("messages"):
        raise Refused(400, "invalid_request_error", "model, max_tokens and messages are required")
    wrong = SAMPLING & set(body)
    if wrong:
        raise Refused(400, "invalid_request_error", f"{min(wrong)}: Extra inputs are not permitted")
    form = (body.get("output_config") or {}).get("format")
    if form is not None and form.get("type") != "json_schema":
        raise Refused(400, "invalid_request_error", "output_config.format.type: must be json_schema")
    if form is not None:
        _check_schema(form.get("schema") or {}, "output_config.format.schema")


def _check_schema(schema: Any, place: str) -> None:
    """Keywords that structured output does not take, and objects that are not closed."""
    if isinstance(schema, list):
        for part in schema:
            _check_schema(part, place)
        return
    if not isinstance(schema, dict):
        return
    banned = {"minimum", "maximum", "multipleOf", "minLength", "maxLength", "maxItems"} & set(schema)
    if banned and "type" in schema:
        raise Refused(400, "invalid_request_error", f"{place}: {min(banned)} is not supported")
    if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        raise Refused(400, "invalid_request_error", f"{place}: additionalProperties must be false")
    for name, part in schema.items():
        if name in {"properties", "$defs", "definitions"}:
            for inner in part.values():
                _check_schema(inner, f"{place}.{name}")
        elif name in {"items", "anyOf", "allOf"}:
            _check_schema(part, f"{place}.{name}")


def _schema(body: dict[str, Any]) -> dict[str, Any] | None:
    form = (body.get("output_config") or {}).get("format")
    return None if form is None else form.get("schema")


def _forced_tool(body: dict[str, Any]) -> dict[str, Any] | None:
    """The tool to answer with, where the product falls back on one."""
    tools = {tool["name"]: tool for tool in body.get("tools") or []}
    choice = body.get("tool_choice") or {}
    if choice.get("type") == "tool":
        return tools.get(choice.get("name"))
    return next(iter(tools.values()), None)


def _read(body: dict[str, Any]) -> Facts:
    for message in body.get("messages") or []:
        blocks = message.get("content")
        for block in blocks if isinstance(blocks, list) else []:
            source = block.get("source") or {}
            if block.get("type") == "document" and source.get("type") == "base64":
                return facts.read(_pdf(source))
    return Facts()


def _pdf(source: dict[str, Any]) -> bytes:
    if source.get("media_type") != "application/pdf":
        raise Refused(400, "invalid_request_error", "media_type: must be application/pdf")
    try:
        pdf = base64.b64decode(source.get("data", ""), validate=True)
    except binascii.Error:
        raise Refused(400, "invalid_request_error", "data: invalid base64") from None
    if not pdf.lstrip().startswith(b"%PDF"):
        raise Refused(400, "invalid_request_error", "Could not process PDF")
    return pdf


def _input_tokens(read: Facts) -> int:
    return 900 + TOKENS_PER_PAGE * read.pages


def _body() -> dict[str, Any]:
    found = request.get_json(silent=True)
    if not isinstance(found, dict):
        raise Refused(400, "invalid_request_error", "the body is not a JSON object")
    return found


def _json(body: dict[str, Any]) -> Response:
    response = Response(json.dumps(body, ensure_ascii=False), content_type="application/json")
    response.headers["request-id"] = f"req_{secrets.token_hex(10)}"
    return response


def _bedrock_error(error: Refused) -> Response:
    response = Response(json.dumps({"message": error.message}), error.status, content_type="application/json")
    response.headers["x-amzn-errortype"] = error.kind
    response.headers["x-amzn-requestid"] = secrets.token_hex(16)
    return response
