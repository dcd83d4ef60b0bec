"""From FiC's answers to the product's errors: the one translator.

The same 403 means three things. Who is asked to wait finds Retry-After; a plan or a licence speaks of itself in
the text; what is left is a permission that the token or the person lacks.
"""

from __future__ import annotations

import re
from typing import Any, Final

import httpx

from autofatture.adapters.fattureincloud import exact_json
from autofatture.domain.errors import (
    AutofattureError,
    NotAllowed,
    NotFound,
    PlanLimit,
    RateLimited,
    RefusedByFic,
    RelinkNeeded,
    TransientError,
)

DEFAULT_WAIT: Final = 60
"""Seconds, when FiC asks to wait without saying how long."""
LONGEST_REASON: Final = 300

_PLAN = re.compile(r"licen[zs]|scadut|expired|limit|piano\b|plan\b|abbonament|subscription", re.IGNORECASE)
_NOT_ALLOWED = (
    "Fatture in Cloud non permette questa operazione con l'accesso collegato. La bozza è salvata: chi ha collegato "
    "l'account deve avere il permesso di scrivere autofatture, oppure l'account va ricollegato."
)


def translate(response: httpx.Response) -> AutofattureError:
    """The error that an answer other than 2xx stands for. Its text never holds a token or an address."""
    status = response.status_code
    wait = retry_after(response)
    if status == httpx.codes.UNAUTHORIZED:
        return RelinkNeeded()
    if status == httpx.codes.TOO_MANY_REQUESTS or (status == httpx.codes.FORBIDDEN and wait is not None):
        return RateLimited(retry_after=DEFAULT_WAIT if wait is None else wait)
    if status == httpx.codes.FORBIDDEN:
        return _forbidden(response)
    if status == httpx.codes.NOT_FOUND:
        return NotFound()
    if status == httpx.codes.REQUEST_TIMEOUT or not 400 <= status < 500:
        return TransientError()
    return RefusedByFic(details={"reasons": reasons(response)})


def _forbidden(response: httpx.Response) -> AutofattureError:
    said = " ".join(reasons(response))
    error = _object(_body(response).get("error"))
    if _PLAN.search(f"{said} {error.get('code') or ''}"):
        return PlanLimit(details={"reasons": reasons(response)})
    return NotAllowed(_NOT_ALLOWED, code="fic_not_allowed", details={"reasons": reasons(response)})


def retry_after(response: httpx.Response) -> int | None:
    """Seconds to wait, at least one, when the answer says so."""
    text = response.headers.get("retry-after", "").strip()
    return max(1, int(text)) if text.isdigit() else None


def reasons(response: httpx.Response) -> list[str]:
    """What FiC says is wrong, one sentence each: from every shape that its error bodies are known to have."""
    body = _body(response)
    error = body.get("error")
    if isinstance(error, str):
        return [error[:LONGEST_REASON]]
    said = _object(error)
    found = [*_sentences(said.get("validation_result")), *_sentences(_object(body.get("extra")).get("errors"))]
    message = said.get("message")
    if isinstance(message, str) and message and (not found or _object(body.get("extra")).get("totals")):
        found.insert(0, message)
    return [sentence[:LONGEST_REASON] for sentence in found]


def xml_errors(response: httpx.Response) -> list[str]:
    """The findings of ``xml_verify``: a list, an object with ``xml_errors``, or ``extra.errors``."""
    return reasons(response) or ["Fatture in Cloud segnala un errore formale nell'XML senza indicare quale."]


def _sentences(value: Any, field: str = "") -> list[str]:
    """Strings of a list, or of an object of lists with the field before each."""
    if isinstance(value, str):
        return [f"{field}: {value}" if field else value]
    if isinstance(value, list):
        return [sentence for item in value for sentence in _sentences(item, field)]
    if isinstance(value, dict):
        named = {name: "" if name == "xml_errors" else str(name) for name in value}
        return [sentence for name, item in value.items() for sentence in _sentences(item, named[name])]
    return []


def _body(response: httpx.Response) -> dict[str, Any]:
    try:
        return _object(exact_json.loads(response.content))
    except ValueError:
        return {}


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
