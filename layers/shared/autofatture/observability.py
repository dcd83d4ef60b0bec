"""One logger and one set of metrics. Ids are logged, contents never.

The redaction filter is the second line of defence: a field whose *name* says secret is replaced even when
somebody logs it by mistake, and bearer tokens and e-mail addresses inside messages are masked.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

REDACTED = "***"

_SECRET_NAME = re.compile(
    r"token|secret|password|authorization|cookie|code$|state$|ticket|email|vat_?(id|number)|tax_code|iban|name$",
    re.IGNORECASE,
)
_NOT_SECRET = frozenset({"function_name", "service_name", "error_code", "metric_name", "state_name", "file_type"})
_IN_TEXT = (
    re.compile(r"(?i)bearer\s+[\w.~+/=-]+"),
    re.compile(r"\b[acr]/[\w.~+/=-]{16,}"),
    re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    re.compile(r"X-Amz-(Signature|Credential|Security-Token)=[^&\s\"]+"),
)
_STANDARD = frozenset(vars(logging.makeLogRecord({})))


def redact(name: str, value: Any) -> Any:
    """``value`` without what must not be logged under the field ``name``."""
    if name not in _NOT_SECRET and _SECRET_NAME.search(name):
        return REDACTED
    if isinstance(value, dict):
        return {key: redact(str(key), item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [redact(name, item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value if isinstance(value, str) else str(value)
    for pattern in _IN_TEXT:
        text = pattern.sub(REDACTED, text)
    return text


class RedactionFilter(logging.Filter):
    """Redacts the message and every extra field of a record. Of an exception the type and the places stay."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is not None:
            record.error_type, record.where = type(error).__name__, where(error)
            record.exc_info = record.exc_text = None
        if isinstance(record.msg, str | dict):
            record.msg = redact("message", record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(redact("argument", argument) for argument in record.args)
        for name in vars(record).keys() - _STANDARD:
            setattr(record, name, redact(name, getattr(record, name)))
        return True


@cache
def logger() -> Logger:
    """The one logger; the correlation id is the document id wherever there is a document."""
    made = Logger(service="autofatture", log_uncaught_exceptions=False)
    made.addFilter(RedactionFilter())
    return made


@cache
def metrics() -> Metrics:
    """One metric per business event, under the namespace ``Autofatture``."""
    return Metrics(namespace="Autofatture", service="autofatture")


def count(event: str) -> None:
    """One business event has happened. It is published by :func:`publish_counts` at the end of the invocation."""
    metrics().add_metric(name=event, unit=MetricUnit.Count, value=1)


def publish_counts() -> None:
    """Publish what was counted; nothing to publish is no event."""
    if metrics().metric_set:
        metrics().flush_metrics()


def where(error: BaseException) -> list[str]:
    """The places an unexpected failure passed, innermost last.

    Without its text: the message of a failed validation, for one, quotes what it was given.
    """
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
