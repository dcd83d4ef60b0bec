"""JSON answers with exact numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from flask import Response, g, request

from sandbox import exact_json
from sandbox.fattureincloud.failures import ApiError


def answer(body: Any, status: int = 200) -> Response:
    response = Response(exact_json.dumps(body), status, content_type="application/json")
    response.headers.update(g.get("limit_headers", {}))
    return response


def empty() -> Response:
    response = Response("", 200, content_type="application/json")
    response.headers.update(g.get("limit_headers", {}))
    return response


def payload() -> dict[str, Any]:
    """The JSON object of the request, numbers as ``Decimal`` or ``int``.

    Raises:
        ApiError: 400.
    """
    try:
        body = exact_json.loads(request.get_data())
    except ValueError:
        raise ApiError(400, "Il corpo della richiesta non è JSON valido.") from None
    if not isinstance(body, dict):
        raise ApiError(400, "Il corpo della richiesta non è un oggetto JSON.")
    return body


def data_of(body: dict[str, Any]) -> dict[str, Any]:
    """The mandatory ``data`` object.

    Raises:
        ApiError: 422.
    """
    data = body.get("data")
    if not isinstance(data, dict):
        raise ApiError(422, "Dati non validi.", validation={"data": ["Il campo data è obbligatorio."]})
    return data


def number(value: Any, default: str = "0") -> Decimal:
    """A JSON number or numeric string as ``Decimal``."""
    return Decimal(str(default if value is None or value == "" else value))
