"""The error answers of the API, in FiC's shapes."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """Becomes ``{"error": {"message", "code"?, "validation_result"?}, "extra"?}``."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: str | None = None,
        validation: Any = None,
        extra: dict[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.validation = validation
        self.extra = extra
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"message": self.message}
        if self.code is not None:
            error["code"] = self.code
        error["validation_result"] = self.validation
        return {"error": error} if self.extra is None else {"error": error, "extra": self.extra}


def unauthenticated() -> ApiError:
    return ApiError(401, "Token non valido o scaduto.", code="UNAUTHENTICATED")


def forbidden(message: str, *, code: str = "NO_PERMISSION") -> ApiError:
    return ApiError(403, message, code=code)


def not_found(message: str = "La risorsa richiesta non esiste.") -> ApiError:
    return ApiError(404, message, code="NOT_FOUND")


def invalid(validation: dict[str, list[str]]) -> ApiError:
    """422 for fields that are missing or wrong: ``field -> [messages]``."""
    return ApiError(422, "Dati non validi.", validation=validation)


class OAuthError(Exception):
    """Becomes 400 ``{"error", "error_description"}``: a shape of its own."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(error)
        self.error = error
        self.description = description
