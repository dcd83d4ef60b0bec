"""Nothing secret and nothing personal reaches the log, whatever somebody logs by mistake."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from autofatture.entrypoints.http import create_app, handler_of
from autofatture.observability import REDACTED, RedactionFilter, logger, redact

JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the product's own logger writes, with its own formatter."""
    out = io.StringIO()
    inner = logging.getLogger("autofatture")
    made = logger()
    handler = logging.StreamHandler(out)
    handler.setFormatter(made.registered_formatter)
    inner.addHandler(handler)
    yield out
    inner.removeHandler(handler)


@pytest.mark.parametrize(
    "name",
    [
        "access_token",
        "refresh_token",
        "client_secret",
        "password",
        "Authorization",
        "cookie",
        "code",
        "state",
        "ticket",
        "email",
        "vat_id",
        "vat_number",
        "tax_code",
        "iban",
        "supplier_name",
        "file_name",
        "task_token",
    ],
)
def test_a_field_with_a_telling_name_is_replaced(name: str) -> None:
    assert redact(name, "anything") == REDACTED
    assert redact("outer", {name: "anything"}) == {name: REDACTED}
    assert redact("outer", [{"inner": {name: "anything"}}]) == [{"inner": {name: REDACTED}}]


@pytest.mark.parametrize("name", ["function_name", "error_code", "metric_name", "document_id", "company_id", "status"])
def test_a_field_that_helps_is_kept(name: str) -> None:
    assert redact(name, "01hq3v9zk7") == "01hq3v9zk7"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Authorization: Bearer {JWT}", "Authorization: ***"),
        (f"token {JWT} refused", "token *** refused"),
        ("a/eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1 was sent", "*** was sent"),
        ("r/abcdefghijklmnop0123 rotated", "*** rotated"),
        ("c/abcdefghijklmnop0123 exchanged", "*** exchanged"),
        ("mail to anna.bianchi+x@example.co.it failed", "mail to *** failed"),
        ("https://b/k?X-Amz-Signature=abc123&X-Amz-Credential=AKIA%2F1&x=1", "https://b/k?***&***&x=1"),
        ("GET /companies/100/documents", "GET /companies/100/documents"),
    ],
)
def test_what_gives_itself_away_in_a_text_is_masked(text: str, left: str) -> None:
    assert redact("message", text) == left


def test_values_of_any_type_are_looked_into() -> None:
    class Sent(BaseModel):
        to: str

    assert redact("x", {"anna@example.it", "b"} & {"anna@example.it"}) == [REDACTED]
    assert REDACTED in redact("x", Sent(to="anna@example.it"))
    assert "hidden" not in redact("x", SecretStr("hidden"))
    for plain in (3, None, True, 0.5):
        assert redact("n", plain) is plain


def test_the_logger_itself_writes_redacted_lines(written: io.StringIO) -> None:
    logger().info(
        "sent to anna@example.it with %s",
        JWT,
        extra={"refresh_token": "r/secret", "document_id": "doc-1", "request": {"password": "x", "size": 3}},
    )
    line = json.loads(written.getvalue())
    assert line["message"] == "sent to *** with ***"
    assert (line["refresh_token"], line["document_id"]) == (REDACTED, "doc-1")
    assert line["request"] == {"password": REDACTED, "size": 3}


def test_the_text_of_an_exception_is_not_written(written: io.StringIO) -> None:
    """Regression guard: a failed validation quotes what it was given, and a traceback would carry it out."""

    def fail() -> None:
        message = "password Lunga-e-Sicura-1 of anna@example.it"
        raise ValueError(message)

    try:
        fail()
    except ValueError:
        logger().exception("unexpected failure")
    text = written.getvalue()
    assert "Lunga-e-Sicura-1" not in text
    assert "anna@example.it" not in text
    line = json.loads(text)
    assert line["error_type"] == "ValueError"
    assert any("fail" in place for place in line["where"])


def test_a_filter_does_not_stop_a_line() -> None:
    record = logging.LogRecord("x", logging.INFO, "f", 1, "hello %s", ("a@b.it",), None)
    assert RedactionFilter().filter(record) is True
    assert record.getMessage() == "hello ***"


def test_no_event_is_logged_by_the_door(written: io.StringIO) -> None:
    """The handler of every HTTP function gets tokens and personal data in its event, and logs none of it."""
    app = create_app("test")

    @app.post("/x")
    def fails() -> dict[str, Any]:
        message = "secret-in-an-exception"
        raise KeyError(message)

    event = {
        "path": "/x",
        "httpMethod": "POST",
        "headers": {"Authorization": f"Bearer {JWT}"},
        "multiValueHeaders": {"Authorization": [f"Bearer {JWT}"]},
        "requestContext": {"requestId": "r-1"},
        "body": json.dumps({"password": "secret-in-a-body"}),
        "isBase64Encoded": False,
    }
    answer = handler_of(app)(event, None)
    assert answer["statusCode"] == 500
    assert "secret-in-an-exception" not in answer["body"]
    text = written.getvalue()
    assert "unexpected failure" in text
    for secret in (JWT, "secret-in-an-exception", "secret-in-a-body"):
        assert secret not in text
