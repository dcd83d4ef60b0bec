"""The door of the tasks of the state machine.

A task gets ids and gives ids back: no text of a document, no amount, no token leaves through its answer. It
raises exactly three names, and the state machine knows all three: ``TransientError`` (tried again),
``Superseded`` (a newer run has the document: end quietly) and ``PermanentError`` (recorded for a person).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, SecretStr

from autofatture.domain.document import Document
from autofatture.domain.errors import AutofattureError, Conflict, PermanentError, Superseded, TransientError
from autofatture.observability import logger, publish_counts, where

RAISED: tuple[type[AutofattureError], ...] = (TransientError, PermanentError, Superseded)
"""Every class that a task raises. A test compares these names with those in the state machine."""

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


class Task(BaseModel):
    """What travels in the state."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    company_id: str
    document_id: str
    run: int
    phase: str
    task_token: SecretStr | None = None
    """Only of the two states that wait."""


class FailedTask(BaseModel):
    """What the failure state gets: the ids, the state that failed and the error as the service reports it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    company_id: str
    document_id: str
    run: int
    failed_state: str
    error: str
    cause: str = ""


class TaskAnswer(BaseModel):
    model_config = ConfigDict(frozen=True)

    company_id: str
    document_id: str
    run: int
    phase: str
    outcome: str | None = None
    retry_at: str | None = None


def answer_of(document: Document, *, outcome: str | None = None, retry_at: dt.datetime | None = None) -> TaskAnswer:
    """The state after a task: where the row stands now."""
    return TaskAnswer(
        company_id=document.company_id,
        document_id=document.document_id,
        run=document.run,
        phase=document.phase.value,
        outcome=outcome,
        retry_at=retry_at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if retry_at else None,
    )


def token_of(asked: Task) -> SecretStr:
    """The token of a state that waits.

    Raises:
        PermanentError: the state machine gave none.
    """
    if asked.task_token is None:
        raise PermanentError(code="no_task_token")
    return asked.task_token


def failure_of(failed: FailedTask) -> tuple[str, str | None]:
    """Our code and our Italian text, from what the service reports of the error.

    The text of an error of ours is ``code: message``; anything else has no text of its own for a person.
    """
    if failed.error in {"States.Timeout", "Sandbox.Timedout"}:
        return "timeout", None
    try:
        said = str(json.loads(failed.cause).get("errorMessage", ""))
    except (ValueError, AttributeError):
        said = ""
    code, separator, message = said.partition(": ")
    if failed.error == TransientError.__name__:
        return TransientError.code, None
    if failed.error != PermanentError.__name__ or not separator:
        return "unexpected", None
    return code, None if code in _WITHOUT_TEXT else message


_WITHOUT_TEXT = frozenset({"unexpected", PermanentError.code})


def task(work: Callable[[Task], TaskAnswer]) -> Handler:
    """A Lambda entry around one service."""

    def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
        asked = Task.model_validate(event)
        with _Raised(asked.document_id):
            return work(asked).model_dump(exclude_none=True)

    return handler


def failure_task(work: Callable[[FailedTask], None]) -> Handler:
    """The entry of the failure state."""

    def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
        asked = FailedTask.model_validate(event)
        with _Raised(asked.document_id):
            work(asked)
        return {}

    return handler


class _Raised:
    """Lets only the three known names out, without anything of the document in their text."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id

    def __enter__(self) -> None:
        logger().set_correlation_id(self._document_id)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> Literal[False]:
        publish_counts()
        if error is None or type(error) in RAISED or not isinstance(error, Exception):
            return False
        if isinstance(error, TransientError | Conflict):
            # A row that moved meanwhile is read again by the next attempt.
            raise TransientError(code=error.error_code) from None
        if isinstance(error, AutofattureError):
            raise PermanentError(error.message, code=error.error_code) from None
        logger().error("unexpected failure", extra={"error_type": type(error).__name__, "where": where(error)})
        raise PermanentError(code="unexpected") from None
