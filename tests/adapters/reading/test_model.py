"""The model as an engine: what is sent, what is made of every kind of answer, and how long it may take. F6, H3, K8, K12."""

from __future__ import annotations

import base64
import datetime as dt
import json
import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import httpx2
import pytest

from autofatture.adapters.reading.model.answer import schema
from autofatture.adapters.reading.model.clients import bedrock_client
from autofatture.adapters.reading.model.failures import EngineNotAvailable
from autofatture.adapters.reading.model.profiles import cost, profile
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.domain.errors import PermanentError, RateLimited, TransientError, UnreadableDocument
from autofatture.domain.reading import Confidence, DocumentKind, Engine, Origin, Reading
from autofatture.services.reading import extract
from samples.hostile import build
from samples.hostile.raw import pdf
from tests.adapters.reading.answers import EMPTY, PLAIN, Asked, failure, message, reader

SOURCE = pdf()
FILES = dict(build())


def read(
    asked: Asked,
    source: bytes = SOURCE,
    *,
    deadline: float = 30.0,
    waits: list[float] | None = None,
    model: str = "claude-haiku-5-5",
) -> Reading:
    return reader(asked, model=model, waits=waits).read(source, content_type="application/pdf", deadline=deadline)


# ------------------------------------------------------------------------------------------ the request


def test_the_document_is_sent_alone_and_instructions_stand_in_the_system_prompt():
    asked = Asked(message(PLAIN))
    read(asked)
    (body,) = asked.bodies
    document, request = body["messages"][0]["content"]
    assert document["type"] == "document"
    assert base64.b64decode(document["source"]["data"]) == SOURCE
    assert request == {"type": "text", "text": "Transcribe this document."}
    assert body["system"][0]["cache_control"] == {"type": "ephemeral"}
    assert body["output_config"]["format"]["type"] == "json_schema"
    assert not {"tools", "tool_choice", "temperature", "top_p", "title"} & set(body)
    assert asked.headers[0]["authorization"] == "Bearer test-key"


def test_thinking_effort_and_size_are_one_setting_of_the_model():
    for model, thinking in (
        ("claude-haiku-5-5", {"type": "disabled"}),
        ("claude-sonnet-5-5", {"type": "between_tools"}),
    ):
        asked = Asked(message(PLAIN))
        read(asked, model=model)
        assert asked.bodies[0]["thinking"] == thinking
        assert asked.bodies[0]["output_config"]["effort"] == "medium"
    asked = Asked(message(PLAIN))
    read(asked, model="claude-of-tomorrow")
    assert "thinking" not in asked.bodies[0]
    assert "effort" not in asked.bodies[0]["output_config"]


def test_the_schema_stays_within_the_limits_of_structured_output():
    """At most 24 optional and 16 union-typed properties, every object closed."""
    optional = unions = 0

    def walk(node: Any) -> None:
        nonlocal optional, unions
        if isinstance(node, dict):
            if "properties" in node:
                optional += len(set(node["properties"]) - set(node.get("required", ())))
                assert node["additionalProperties"] is False
            unions += "anyOf" in node or isinstance(node.get("type"), list)
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema())
    assert (optional, unions) == (0, 0)
    assert next(iter(schema()["properties"])) == "evidence"


def test_a_page_with_hidden_text_is_sent_as_a_picture():
    """Defect: hidden text reaches the model through the PDF and is believed; pictures of 150 dpi lose it."""
    asked = Asked(message(PLAIN))
    read(asked, FILES["hidden_white.pdf"])
    block = asked.bodies[0]["messages"][0]["content"][0]
    assert (block["type"], block["source"]["media_type"]) == ("image", "image/png")
    picture = base64.b64decode(block["source"]["data"])
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    assert (width, height) == (1240, 1754)


def test_pictures_are_sent_and_heic_is_said_to_be_impossible():
    asked = Asked(message(PLAIN))
    reader(asked).read(FILES["picture_cut.jpg"], content_type="image/jpeg", deadline=20)
    assert asked.bodies[0]["messages"][0]["content"][0]["source"]["media_type"] == "image/jpeg"
    with pytest.raises(UnreadableDocument) as caught:
        reader(asked).read(FILES["picture.heic"], content_type="image/heic", deadline=20)
    assert caught.value.error_code == "model_unsupported_type"


# ------------------------------------------------------------------------------------------ the answer


def test_values_are_parsed_by_our_rules_and_grounded_on_the_page():
    reading = read(Asked(message(PLAIN)))
    assert reading.engine is Engine.ANTHROPIC
    assert reading.document_kind.value is DocumentKind.INVOICE
    assert reading.supplier_vat_id.value == "GB980780684"
    assert reading.invoice_date.value == dt.date(2026, 3, 14)
    assert reading.total_gross.value == Decimal("240.00")
    for name in (
        "supplier_name",
        "supplier_vat_id",
        "invoice_number",
        "invoice_date",
        "total_gross",
        "currency",
        "customer_name",
    ):
        field = getattr(reading, name)
        assert field.boxes, name
        assert field.origin is Origin.MODEL
        assert field.confidence is Confidence.DA_CONTROLLARE


def test_a_value_that_is_not_on_the_visible_page_is_never_sure():
    """Defect: well-formed JSON with invented values."""
    reading = extract(
        SOURCE, "application/pdf", reader=IsolatedReader(),
        engine=reader(Asked(message({**PLAIN, "invoice_number": "HX-2026-999", "total_gross": "GBP 2,400.00"}))),
    )  # fmt: skip
    assert reading.invoice_number.confidence is Confidence.DA_CONTROLLARE
    assert reading.invoice_number.others == ("HX-2026-118",)
    assert reading.total_gross.confidence is Confidence.DA_CONTROLLARE
    assert "totali_non_quadrano" in {warning.code for warning in reading.warnings}


def test_the_model_and_the_page_that_agree_are_sure():
    reading = extract(SOURCE, "application/pdf", reader=IsolatedReader(), engine=reader(Asked(message(PLAIN))))
    assert reading.invoice_number.confidence is Confidence.SICURO
    assert reading.total_gross.confidence is Confidence.SICURO
    assert reading.supplier_name.confidence is Confidence.SICURO
    assert reading.nature.confidence is Confidence.DA_CONTROLLARE


def test_an_open_order_of_day_and_month_stays_open():
    reading = read(Asked(message({**PLAIN, "invoice_date": "03/04/2026"})))
    assert reading.invoice_date.value is None
    assert set(reading.invoice_date.others) == {dt.date(2026, 4, 3), dt.date(2026, 3, 4)}


def test_a_shared_sign_gives_no_currency():
    assert read(Asked(message({**PLAIN, "currency": "$"}))).currency.value is None


def test_an_empty_answer_is_an_empty_reading():
    reading = read(Asked(message(EMPTY)))
    assert reading.invoice_number.value is None
    assert reading.document_kind.value is None


def test_direction_and_control_characters_do_not_travel_on():
    reading = read(Asked(message({**PLAIN, "supplier_name": "Brackenfold\u202e Tools\u0000 Ltd"})))
    assert reading.supplier_name.value == "Brackenfold Tools Ltd"


def test_a_thinking_block_before_the_answer_is_skipped():
    assert read(Asked(message(PLAIN, thinking=True))).invoice_number.value == "HX-2026-118"


def test_tokens_and_cost_are_recorded_with_the_cache():
    usage = read(Asked(message(PLAIN, cache_read_input_tokens=1000))).usage
    assert usage is not None
    assert (usage.model, usage.input_tokens, usage.output_tokens) == ("claude-haiku-5-5", 10_000, 1200)
    assert usage.cost_usd == Decimal("0.001510")


def test_costs():
    assert cost("claude-haiku-5-5", fresh=200_000, written=0, cached=0, output=1000) == Decimal("0.102500")
    assert cost("eu.anthropic.claude-haiku-5-5", fresh=10_000, written=0, cached=0, output=1000) == Decimal("0.001650")
    assert cost("claude-of-tomorrow", fresh=1, written=0, cached=0, output=1) is None
    assert profile("eu.anthropic.claude-haiku-4-5-20251001-v1:0").input_price == Decimal(1)


# ------------------------------------------------------------------------------------------ odd answers


def test_an_answer_that_was_cut_is_asked_again_with_more_room():
    asked = Asked(message('{"evidence": [', stop="max_tokens"), message(PLAIN))
    reading = read(asked)
    assert [body["max_tokens"] for body in asked.bodies] == [8000, 16000]
    assert reading.usage is not None
    assert reading.usage.output_tokens == 2400


def test_prose_instead_of_json_is_repaired_once():
    asked = Asked(message("I cannot do that."), message(PLAIN))
    assert read(asked).invoice_number.value == "HX-2026-118"
    assert len(asked.bodies) == 2


@pytest.mark.parametrize(
    ("answer", "code", "calls"),
    [
        (message("", stop="refusal"), "model_refusal", 1),
        (message("Sorry, I cannot.", stop="refusal"), "model_refusal", 1),
        (message("prose"), "model_unreadable_answer", 2),
        (message("", stop="model_context_window_exceeded"), "model_too_large", 1),
        (failure(400, "invalid_request_error", "Could not process PDF"), "model_refused_document", 1),
        (failure(413, "request_too_large"), "model_too_large", 1),
    ],
)
def test_permanent_failures_are_not_repeated_and_leave_the_page_reading(answer, code, calls):
    """Defect: every retry fails the same way. What was spent is kept."""
    asked = Asked(answer)
    reading = extract(SOURCE, "application/pdf", reader=IsolatedReader(), engine=reader(asked))
    assert len(asked.bodies) == calls
    assert reading.engine is Engine.OFFLINE
    assert reading.invoice_number.value == "HX-2026-118"
    assert code in {warning.code for warning in reading.warnings}
    assert (reading.usage is not None) is (answer.status_code == 200)


@pytest.mark.parametrize("status", [401, 402, 403, 404])
def test_key_money_and_permission_are_the_operators(status):
    asked = Asked(failure(status))
    with pytest.raises(EngineNotAvailable):
        read(asked)
    assert len(asked.bodies) == 1
    reading = extract(SOURCE, "application/pdf", reader=IsolatedReader(), engine=reader(Asked(failure(status))))
    assert "engine_not_available" in {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    "error", [failure(529, "overloaded_error"), failure(500), failure(408, "timeout_error"), httpx2.ConnectError("x")]
)
def test_a_busy_model_is_tried_again_a_bounded_number_of_times(error):
    waits: list[float] = []
    asked = Asked(error)
    with pytest.raises(TransientError):
        read(asked, waits=waits)
    assert len(asked.bodies) == 3
    assert len(waits) == 2
    assert read(Asked(error, message(PLAIN)), waits=[]).invoice_number.value == "HX-2026-118"


def test_the_wait_that_is_asked_for_is_kept_within_the_deadline():
    """A Retry-After of an hour would sleep a function to death."""
    waits: list[float] = []
    with pytest.raises(RateLimited) as caught:
        read(Asked(failure(429, "rate_limit_error", retry_after="3600")), deadline=15, waits=waits)
    assert waits == []
    assert caught.value.retry_after == 3600
    asked = Asked(failure(429, "rate_limit_error", retry_after="3"), message(PLAIN))
    assert read(asked, waits=waits).invoice_number.value == "HX-2026-118"
    assert waits == [3.0]


def test_a_server_that_drips_bytes_does_not_outlive_the_deadline():
    """The client's timeout counts each wait: one byte now and then kept a call alive for ever."""

    class Drip(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            for _ in range(200):
                time.sleep(0.05)
                yield b" "

    asked = Asked(lambda _: httpx2.Response(200, stream=Drip(), headers={"content-type": "application/json"}))
    started = time.monotonic()
    with pytest.raises(TransientError):
        read(asked, deadline=4)
    assert time.monotonic() - started < 8


def test_structured_output_that_a_door_refuses_is_asked_for_in_words():
    """Bedrock: "output_config.format: Extra inputs are not permitted", by model and region."""
    refused = failure(400, "invalid_request_error", "output_config.format: Extra inputs are not permitted")
    asked = Asked(refused, message("Here it is:\n" + json.dumps(PLAIN)))
    assert read(asked).invoice_number.value == "HX-2026-118"
    assert "format" not in asked.bodies[1].get("output_config", {})
    assert "JSON schema" in asked.bodies[1]["system"][0]["text"]


@pytest.mark.parametrize(
    "model", ["global.anthropic.claude-haiku-5-5", "us.anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5"]
)
def test_bedrock_refuses_a_model_that_may_leave_the_eu(model):
    with pytest.raises(PermanentError) as caught:
        bedrock_client(model, region="eu-central-1")
    assert caught.value.error_code == "engine_configuration"


def test_bedrock_signs_and_names_the_model_in_the_path(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return message(PLAIN)

    client = bedrock_client(
        "eu.anthropic.claude-haiku-5-5", region="eu-central-1", transport=httpx2.MockTransport(answer)
    )
    found = client.messages.create(
        model="eu.anthropic.claude-haiku-5-5", max_tokens=10, messages=[{"role": "user", "content": "x"}]
    )
    assert found.stop_reason == "end_turn"
    assert "eu.anthropic.claude-haiku-5-5/invoke" in str(seen[0].url)
    assert seen[0].headers["authorization"].startswith("AWS4-HMAC-SHA256")
