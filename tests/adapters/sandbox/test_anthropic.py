"""The stand-in of the Anthropic API, asked by the vendor's own client."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from enum import Enum
from typing import Any

import anthropic
import pytest
from fpdf import FPDF
from pydantic import BaseModel

from tests.adapters.sandbox.world import Outside


class Kind(Enum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    UNKNOWN = "unknown"


class Evidence(BaseModel):
    value: str
    quote: str
    page: int


class Supplier(BaseModel):
    name: str
    vat_id: str
    country: str


class Row(BaseModel):
    description: str
    net: str


class Wanted(BaseModel):
    document_kind: Kind
    supplier: Supplier
    customer_vat_id: str | None
    invoice_number: Evidence
    invoice_date: str
    currency: str
    total_net: str
    total_gross: str
    iban: str
    lines: list[Row]


SCHEMA = anthropic.transform_schema(Wanted)
PAGE = """Acme Cloud Limited
1 Example Quay, Dublin
VAT IE6388047V
Invoice number: INV-2026-0042
Invoice date: 3 November 2026
Bill to: Rossi Forniture S.r.l.
VAT IT99900010150
Cloud subscription November 1,200.00
Subtotal 1,200.00
VAT 0% 0.00
Total EUR 1,200.00
"""


def pdf(text: str = PAGE) -> bytes:
    document = FPDF()
    document.set_font("helvetica", size=10)
    document.add_page()
    document.multi_cell(0, 6, text)
    return bytes(document.output())


@pytest.fixture
def client(address: str) -> Iterator[anthropic.Anthropic]:
    with anthropic.Anthropic(
        api_key="chiave", base_url=f"{address}/anthropic", max_retries=0, open_telemetry=False
    ) as made:
        yield made


def ask(client: Any, **changes: Any) -> Any:
    body = {
        "model": "claude-haiku-5-5",
        "max_tokens": 8000,
        "system": "Read the invoice.",
        "messages": [
            {
                "role": "user",
                "content": [
                    {
                        "type": "document",
                        "source": {
                            "type": "base64",
                            "media_type": "application/pdf",
                            "data": base64.b64encode(pdf()).decode(),
                        },
                    },
                    {"type": "text", "text": "Extract."},
                ],
            }
        ],
        "output_config": {"format": {"type": "json_schema", "schema": SCHEMA}},
        **changes,
    }
    return client.messages.create(**body)


def text(message: Any) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


def script(outside: Outside, *variants: dict[str, Any]) -> None:
    outside.control("PUT", "/anthropic", script=list(variants))


def test_it_reads_the_text_layer_into_the_schema(client: anthropic.Anthropic) -> None:
    message = ask(client)
    read = Wanted.model_validate_json(text(message))
    assert message.stop_reason == "end_turn"
    assert read.document_kind is Kind.INVOICE
    assert read.supplier == Supplier(name="Acme Cloud Limited", vat_id="IE6388047V", country="IE")
    assert read.customer_vat_id == "IT99900010150"
    assert read.invoice_number == Evidence(value="INV-2026-0042", quote="Invoice number: INV-2026-0042", page=1)
    assert (read.invoice_date, read.currency) == ("2026-11-03", "EUR")
    assert (read.total_net, read.total_gross) == ("1,200.00", "1,200.00")
    assert read.lines == [Row(description="Cloud subscription November", net="1,200.00")]
    assert read.iban == ""
    assert message.usage.input_tokens > 0
    assert message.usage.output_tokens > 0


def test_what_is_not_there_stays_empty(client: anthropic.Anthropic) -> None:
    content = [
        {
            "type": "document",
            "source": {
                "type": "base64",
                "media_type": "application/pdf",
                "data": base64.b64encode(pdf("x")).decode(),
            },
        }
    ]
    read = Wanted.model_validate_json(text(ask(client, messages=[{"role": "user", "content": content}])))
    assert (read.total_net, read.currency, read.customer_vat_id, read.lines) == ("", "", None, [])


def test_a_tool_is_answered_with_a_tool(client: anthropic.Anthropic) -> None:
    message = ask(
        client,
        output_config=anthropic.NOT_GIVEN,
        tools=[{"name": "record", "description": "d", "input_schema": SCHEMA}],
        tool_choice={"type": "tool", "name": "record"},
    )
    assert message.stop_reason == "tool_use"
    assert message.content[0].input["invoice_date"] == "2026-11-03"


def test_bedrock_speaks_its_own_dialect(outside: Outside, address: str) -> None:
    with anthropic.AnthropicBedrock(
        aws_region="eu-south-1",
        aws_access_key="test",
        aws_secret_key="test",
        base_url=f"{address}/anthropic",
        max_retries=0,
    ) as client:
        message = ask(client, model="eu.anthropic.claude-haiku-5-5")
        assert json.loads(text(message))["invoice_date"] == "2026-11-03"
        with pytest.raises(anthropic.BadRequestError):
            ask(client, model="eu.anthropic.claude-haiku-5-5", extra_body={"temperature": 0})
    assert outside.control("GET", "/calls")["by_route"]["POST /anthropic/model/{id}/invoke"] == 2


def test_counting_tokens(client: anthropic.Anthropic) -> None:
    counted = client.messages.count_tokens(model="m", messages=[{"role": "user", "content": "x"}])
    assert counted.input_tokens > 0


@pytest.mark.parametrize(
    "changes",
    [
        {"extra_body": {"temperature": 0}},
        {"output_config": {"format": {"type": "text"}}},
        {"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}}}}},
        {
            "output_config": {
                "format": {
                    "type": "json_schema",
                    "schema": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"a": {"type": "string", "maxLength": 3}},
                    },
                }
            }
        },
        {
            "messages": [
                {
                    "role": "user",
                    "content": [
                        {
                            "type": "document",
                            "source": {"type": "base64", "media_type": "application/pdf", "data": "aGVsbG8="},
                        }
                    ],
                }
            ]
        },
    ],
)
def test_what_the_service_refuses(client: anthropic.Anthropic, changes: dict[str, Any]) -> None:
    with pytest.raises(anthropic.BadRequestError):
        ask(client, **changes)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (429, anthropic.RateLimitError),
        (500, anthropic.InternalServerError),
        (529, anthropic.InternalServerError),
        (413, anthropic.APIStatusError),
    ],
)
def test_scripted_errors(client: anthropic.Anthropic, outside: Outside, status: int, error: type[Exception]) -> None:
    script(outside, {"kind": "error", "status": status, "retry_after_ms": 5})
    with pytest.raises(error) as caught:
        ask(client)
    assert caught.value.status_code == status  # type: ignore[attr-defined]
    assert caught.value.request_id.startswith("req_")  # type: ignore[attr-defined]
    assert ask(client).stop_reason == "end_turn"


def test_scripted_answers(client: anthropic.Anthropic, outside: Outside) -> None:
    kinds = ("thinking_first", "refusal", "refusal_with_prose", "max_tokens", "wrong_case", "not_json", "cache_usage")
    script(outside, *({"kind": kind} for kind in kinds))
    thinking, refusal, prose, cut, case, words, cached = (ask(client) for _ in kinds)
    assert [block.type for block in thinking.content] == ["thinking", "text"]
    assert (refusal.stop_reason, refusal.content) == ("refusal", [])
    assert (prose.stop_reason, bool(text(prose))) == ("refusal", True)
    assert cut.stop_reason == "max_tokens"
    for broken in (cut, words):
        with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
            json.loads(text(broken))
    assert json.loads(text(case))["document_kind"] == "Invoice"
    assert cached.usage.cache_read_input_tokens == 1200


def test_a_slow_answer(client: anthropic.Anthropic, outside: Outside) -> None:
    script(outside, {"kind": "slow", "seconds": 0.5})
    with pytest.raises(anthropic.APITimeoutError):
        ask(client, timeout=0.1)


def test_values_can_be_planted(client: anthropic.Anthropic, outside: Outside) -> None:
    script(outside, {"kind": "override", "values": {"supplier.name": "Altro", "lines.0.net": "1.00"}})
    read = json.loads(text(ask(client)))
    assert (read["supplier"]["name"], read["lines"][0]["net"]) == ("Altro", "1.00")
