"""The door of the HTTP API: one resolver shape, one error map, one way to know who asks.

Every failure is answered as ``{code, message, details, request_id}`` with an Italian message. What is not
known by name is logged with its type and answered as 500 without text of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response, content_types
from aws_lambda_powertools.event_handler.exceptions import ServiceError
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict

from autofatture.document_ports import Asker
from autofatture.domain.errors import AutofattureError, NotSignedIn
from autofatture.domain.sign_in import source_of
from autofatture.observability import logger, publish_counts, where

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]

_NO_STORE = {"Cache-Control": "no-store"}


class Wire(BaseModel):
    """Base of request and answer bodies: unknown keys are refused, so a typo is never silently dropped."""

    model_config = ConfigDict(extra="forbid")


class Claims(BaseModel):
    """Who asks, as the authorizer verified it."""

    model_config = ConfigDict(frozen=True)

    user_id: str
    session_id: str


def claims(app: APIGatewayRestResolver) -> Claims:
    """The identity behind the current request.

    The gateway has verified the token; the identity is read again here, so that a route that lost its
    authorizer answers 401 and not somebody's data.
    """
    context = app.current_event.raw_event.get("requestContext") or {}
    found = (context.get("authorizer") or {}).get("claims") or {}
    user_id, session_id = found.get("sub"), found.get("origin_jti")
    if not user_id or not session_id:
        raise NotSignedIn
    return Claims(user_id=user_id, session_id=session_id)


def viewer_of(app: APIGatewayRestResolver, *, trusted: str) -> str:
    """What stands for the place that a request comes from, for counting attempts.

    ``trusted`` is the header that the CDN writes over whatever the viewer sent. It is empty where the API can be
    reached around the CDN, because anybody could make it up. Then, and where the header is absent, the address that
    the gateway saw counts.
    """
    event = app.current_event.raw_event
    headers: dict[str, str] = event.get("headers") or {}
    named = next((value for name, value in headers.items() if trusted and name.lower() == trusted.lower()), None)
    identity = (event.get("requestContext") or {}).get("identity") or {}
    return source_of(named, identity.get("sourceIp"))


def asker_of(app: APIGatewayRestResolver) -> Asker:
    """:func:`claims` in the form that the services of documents take."""
    found = claims(app)
    return Asker(user_id=found.user_id, session_id=found.session_id)


def _problem(app: APIGatewayRestResolver, status: int, code: str, message: str, details: Any) -> Response[Any]:
    request_id = (app.current_event.raw_event.get("requestContext") or {}).get("requestId", "")
    body = {"code": code, "message": message, "details": details, "request_id": request_id}
    return Response(status, content_types.APPLICATION_JSON, json.dumps(body, default=str), headers=dict(_NO_STORE))


def create_app(title: str) -> APIGatewayRestResolver:
    """A resolver with validation of bodies and answers and with the error map of the product."""
    app = APIGatewayRestResolver(enable_validation=True)
    app.configure_openapi(title=title, version="1")

    @app.exception_handler(AutofattureError)
    def known(error: AutofattureError) -> Response[Any]:
        logger().info("refused", extra={"error_code": error.error_code, "status": error.http_status})
        return _problem(app, error.http_status, error.error_code, error.message, error.details)

    @app.exception_handler(RequestValidationError)
    def not_valid(error: RequestValidationError) -> Response[Any]:
        fields = [{"field": ".".join(map(str, item["loc"])), "problem": item["type"]} for item in error.errors()]
        message = "Alcuni dati non sono validi. Nulla è stato modificato: correggi i campi indicati e riprova."
        return _problem(app, 400, "bad_input", message, {"fields": fields})

    @app.exception_handler(ServiceError)
    def of_the_router(error: ServiceError) -> Response[Any]:
        message = "L'indirizzo richiesto non esiste." if error.status_code == 404 else "La richiesta non è valida."
        return _problem(app, error.status_code, "not_found" if error.status_code == 404 else "bad_input", message, {})

    @app.exception_handler(Exception)
    def unknown(error: Exception) -> Response[Any]:
        logger().error("unexpected failure", extra={"error_type": type(error).__name__, "where": where(error)})
        fallback = AutofattureError()
        return _problem(app, 500, fallback.error_code, fallback.message, {})

    return app


def handler_of(app: APIGatewayRestResolver) -> Handler:
    """The Lambda entry of a resolver. Events are never logged: they carry tokens and personal data."""

    def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
        parameters = event.get("pathParameters") or {}
        logger().set_correlation_id(
            parameters.get("document_id") or (event.get("requestContext") or {}).get("requestId", "")
        )
        answer = app.resolve(event, context)
        publish_counts()
        headers = answer.setdefault("multiValueHeaders", {})
        headers.setdefault("Cache-Control", ["no-store"])
        if answer.get("body") in {None, "null"}:
            # Done, with nothing to say: an empty body, not the JSON word for nothing.
            answer["body"] = ""
            headers.pop("Content-Type", None)
        return answer

    return handler
