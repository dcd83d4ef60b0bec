"""What a model answers in a test, and a client that answers so."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx2

from autofatture.adapters.reading.isolation.process import render_isolated
from autofatture.adapters.reading.model.clients import anthropic_client
from autofatture.adapters.reading.model.engine import ClaudeReader
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.domain.reading import Engine

EMPTY: dict[str, Any] = {
    "evidence": [], "document_kind": "unknown", "language": "en", "supplier_name": "", "supplier_vat_id": "",
    "supplier_country": "", "supplier_street": "", "supplier_city": "", "supplier_postal_code": "", "customer_name": "",
    "customer_vat_id": "", "customer_is_person": "unknown", "other_vat_ids": [], "invoice_number": "", "invoice_date": "",
    "due_date": "", "service_from": "", "service_to": "", "paid_date": "", "currency": "", "total_net": "", "total_vat": "",
    "total_gross": "", "total_paid": "", "total_due": "", "related_number": "", "nature": "unknown", "nature_evidence": "",
    "ship_from": "", "vat_lines": [], "lines": [], "wordings": [], "other_invoice_numbers": [],
}  # fmt: skip
PLAIN: dict[str, Any] = {
    **EMPTY,
    "evidence": [
        {"field": "total_gross", "page": 1, "quote": "Total amount GBP 240.00"},
        {"field": "currency", "page": 1, "quote": "GBP"},
        {"field": "document_kind", "page": 1, "quote": "INVOICE"},
    ],
    "document_kind": "Invoice",
    "supplier_name": "Brackenfold Tools Ltd",
    "supplier_country": "GB",
    "supplier_vat_id": "GB 980 7806 84",
    "customer_name": "Officina Ferrante S.r.l.",
    "invoice_number": "HX-2026-118",
    "invoice_date": "14 March 2026",
    "currency": "GBP",
    "total_net": "GBP 240.00",
    "total_vat": "GBP 0.00",
    "total_gross": "GBP 240.00",
    "nature": "goods",
    "nature_evidence": "Steel brackets, 20 pcs",
}
"""The plain invoice of the hostile files, read rightly."""


def message(content: Any, *, stop: str = "end_turn", thinking: bool = False, **usage: int) -> httpx2.Response:
    text = content if isinstance(content, str) else json.dumps(content)
    blocks: list[dict[str, Any]] = [{"type": "thinking", "thinking": "...", "signature": "s"}] if thinking else []
    body = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-haiku-5-5",
        "content": [*blocks, {"type": "text", "text": text}],
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": {"input_tokens": 9000, "output_tokens": 1200, **usage},
    }
    return httpx2.Response(200, json=body, headers={"request-id": "req_1"})


def failure(status: int, kind: str = "api_error", text: str = "no", **headers: str) -> httpx2.Response:
    body = {"type": "error", "error": {"type": kind, "message": text}, "request_id": "req_1"}
    return httpx2.Response(
        status,
        json=body,
        headers={"request-id": "req_1", **{key.replace("_", "-"): value for key, value in headers.items()}},
    )


class Asked:
    """Answers in turn, the last one for ever, and keeps what was sent."""

    def __init__(self, *answers: httpx2.Response | Exception | Callable[[httpx2.Request], httpx2.Response]) -> None:
        self._answers = list(answers)
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[httpx2.Headers] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(json.loads(request.content))
        self.headers.append(request.headers)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer(request) if callable(answer) else answer


def reader(asked: Asked, *, model: str = "claude-haiku-5-5", waits: list[float] | None = None) -> ClaudeReader:
    """An engine whose client talks to ``asked``."""
    return ClaudeReader(
        lambda: anthropic_client("test-key", base_url="http://model.test", transport=httpx2.MockTransport(asked)),
        engine=Engine.ANTHROPIC,
        model=model,
        local=IsolatedReader(),
        render=lambda source, _: render_isolated(source, deadline=8),
        sleep=(waits if waits is not None else []).append,
    )
