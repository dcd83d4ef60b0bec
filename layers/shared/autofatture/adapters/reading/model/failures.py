"""The vendor's errors as ours: what a machine may try again, what a person must see, what an operator must mend."""

from __future__ import annotations

from typing import Any

from autofatture.domain.errors import PermanentError, RateLimited, TransientError, UnreadableDocument

OPERATOR = frozenset({401, 402, 403, 404})
"""Key, money, permission, model: the document is fine and the deployment is not."""
RETRIED = frozenset({408, 409, 429})


class EngineNotAvailable(PermanentError):
    """The engine refuses to work for reasons that only the operator can mend; the document can still be typed."""

    code = "engine_not_available"
    default_message = (
        "Il motore AI non è disponibile. Il documento è stato letto senza: controlla tutti i valori. "
        "Il gestore del servizio è stato avvisato."
    )


def worth_retrying(error: Any) -> bool:
    """Whether another attempt may succeed."""
    status = getattr(error, "status_code", None)
    if status is None:
        return True
    if status == 429 and "spend" in type(error).__name__.lower() + str(getattr(error, "error_code", "") or "").lower():
        return False
    return status in RETRIED or status >= 500


def wait_asked(error: Any) -> float | None:
    """Seconds that the server asks to wait, if it says so."""
    headers: dict[str, str] = getattr(getattr(error, "response", None), "headers", None) or {}
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers.get(name, "")) * unit)
        except ValueError:
            continue
    return None


def translated(error: Any) -> Exception:
    """Our error for a failure of the vendor's client. It never carries content or a key."""
    status = getattr(error, "status_code", None)
    details = {"request_id": getattr(error, "request_id", None), "status": status}
    if status is None:
        return TransientError(
            "Il motore AI non risponde. Nulla è andato perso: si riproverà.", code="engine_unreachable"
        )
    if status in OPERATOR or (status == 429 and not worth_retrying(error)):
        return EngineNotAvailable(details=details)
    if status == 429:
        return RateLimited("Il motore AI è occupato: si riproverà.", retry_after=int(wait_asked(error) or 30))
    if worth_retrying(error):
        return TransientError("Il motore AI è momentaneamente occupato: si riproverà.", details=details)
    code = "model_too_large" if status == 413 else "model_refused_document"
    message = "Il motore AI non ha potuto leggere il documento: sono mostrati i valori letti dal testo, se c'è."
    return UnreadableDocument(message, code=code, details=details)
