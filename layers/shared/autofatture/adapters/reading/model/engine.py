"""A Claude model as an engine: one request, one structured answer, within one deadline, with its cost recorded."""

from __future__ import annotations

import base64
import json
import random
import time
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from autofatture.adapters.reading.intake.detect import JPEG, PDF, PNG, detect
from autofatture.adapters.reading.model.answer import WireAnswer, schema
from autofatture.adapters.reading.model.deadline import left, until
from autofatture.adapters.reading.model.failures import translated, wait_asked, worth_retrying
from autofatture.adapters.reading.model.interpret import interpret
from autofatture.adapters.reading.model.profiles import Profile, cost, profile
from autofatture.adapters.reading.model.prompt import REPAIR, REQUEST, SYSTEM, with_schema
from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.reading import Engine, Reading, Usage
from autofatture.domain.source import LocalReading
from autofatture.ports import LocalReader

ATTEMPTS = 3
LOCAL_SECONDS = 9.0
MIN_SECONDS = 2.0
"""Less time than this is not worth a request."""
Render = Callable[[bytes, int], list[bytes]]
"""Pages of a PDF as PNG images: what a person sees, without the words that nobody sees."""


class ClaudeReader:
    """Implements ``ports.Extractor`` with any client that has ``messages.create``."""

    def __init__(
        self,
        client: Callable[[], Any],
        *,
        engine: Engine,
        model: str,
        local: LocalReader,
        render: Render,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """``client`` makes the client on first use: importing it takes a second."""
        self._make = client
        self._client: Any = None
        self._engine = engine
        self._model = model
        self._profile: Profile = profile(model)
        self._local = local
        self._render = render
        self._sleep = sleep
        self._structured = True

    def read(self, source: bytes, *, content_type: str, deadline: float) -> Reading:
        """Read one document within ``deadline`` seconds.

        Raises:
            UnreadableDocument: the document's own fault, or an answer that cannot be used.
            TransientError: the engine is busy or out of reach.
            EngineNotAvailable: key, money or configuration: the operator has to act.
        """
        with until(deadline):
            local = self._local.read(
                source, content_type=content_type, deadline=min(LOCAL_SECONDS, deadline), layout=True
            )
            usage = _Meter(self._model)
            answer = self._ask(self._content(source, local), usage)
        return interpret(
            answer, engine=self._engine, layout=local.layout, pages=local.source.pages, usage=usage.total()
        )

    # ------------------------------------------------------------------------------------ the request

    def _content(self, source: bytes, local: LocalReading) -> list[dict[str, Any]]:
        """The document as blocks. Hidden words would reach the model within a PDF: then pictures are sent instead."""
        kind = detect(source)
        if kind == PDF and local.source.hidden_words:
            pages = self._render(source, local.source.pages)
            return [*(_block("image", PNG, page) for page in pages), _text(REQUEST)]
        if kind == PDF:
            return [_block("document", PDF, source), _text(REQUEST)]
        if kind in {JPEG, PNG}:
            return [_block("image", kind, source), _text(REQUEST)]
        message = "Questo formato non si può inviare al motore AI: compila i dati a mano o carica un PDF."
        raise UnreadableDocument(message, code="model_unsupported_type")

    def _parameters(self, content: list[dict[str, Any]], max_tokens: int) -> dict[str, Any]:
        system = SYSTEM if self._structured else with_schema(json.dumps(schema()))
        output: dict[str, Any] = {}
        if self._structured:
            output["format"] = {"type": "json_schema", "schema": schema()}
        if self._profile.effort:
            output["effort"] = self._profile.effort
        parameters: dict[str, Any] = {
            "model": self._model,
            "max_tokens": max_tokens,
            "system": [{"type": "text", "text": system, "cache_control": {"type": "ephemeral"}}],
            "messages": [{"role": "user", "content": content}],
            "timeout": max(MIN_SECONDS, left()),
        }
        if output:
            parameters["output_config"] = output
        if self._profile.thinking is not None:
            parameters["thinking"] = self._profile.thinking
        return parameters

    # ------------------------------------------------------------------------------------ the answer

    def _ask(self, content: list[dict[str, Any]], usage: _Meter) -> WireAnswer:
        """One usable answer: more room once when it was cut, one repair when it was no JSON of ours."""
        max_tokens = self._profile.max_tokens
        asked = content
        for attempt in (1, 2):
            message = self._send(self._parameters(asked, max_tokens))
            usage.add(getattr(message, "usage", None))
            reason = getattr(message, "stop_reason", None)
            if reason == "refusal":
                raise _unusable("Il motore AI ha rifiutato di leggere il documento.", "model_refusal", usage)
            if reason == "model_context_window_exceeded":
                raise _unusable("Il documento è troppo lungo per il motore AI.", "model_too_large", usage)
            if reason == "max_tokens":
                max_tokens *= 2
                continue
            answer = _parsed(message)
            if answer is not None:
                return answer
            asked = [*content, _text(REPAIR)] if attempt == 1 else asked
        raise _unusable("La risposta del motore AI non è utilizzabile.", "model_unreadable_answer", usage)

    def _send(self, parameters: dict[str, Any]) -> Any:
        """One message, with bounded retries inside the deadline."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._messages().create(**parameters)
            except Exception as error:  # the client's errors have no base that can be named without importing it
                if not _is_vendor(error):
                    raise
                if self._fall_back(error):
                    return self._send(self._parameters(parameters["messages"][0]["content"], parameters["max_tokens"]))
                pause = _pause(error, attempt)
                if attempt == ATTEMPTS or not worth_retrying(error) or left() < pause + MIN_SECONDS:
                    raise translated(error) from None
                self._sleep(pause)
                parameters["timeout"] = max(MIN_SECONDS, left())
        raise AssertionError

    def _fall_back(self, error: Any) -> bool:
        """Some doors refuse structured output for some models: then the form is asked for in words, from now on."""
        refused = getattr(error, "status_code", None) == 400 and "output_config" in str(getattr(error, "message", ""))
        if refused and self._structured:
            self._structured = False
            return True
        return False

    def _messages(self) -> Any:
        if self._client is None:
            self._client = self._make()
        return self._client.messages


class _Meter:
    """Tokens of every request for one document, failed answers included: they are billed too."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._fresh = self._written = self._cached = self._output = 0

    def add(self, usage: Any) -> None:
        if usage is None:
            return
        self._fresh += getattr(usage, "input_tokens", 0) or 0
        self._written += getattr(usage, "cache_creation_input_tokens", 0) or 0
        self._cached += getattr(usage, "cache_read_input_tokens", 0) or 0
        self._output += getattr(usage, "output_tokens", 0) or 0

    def total(self) -> Usage:
        counted = {"fresh": self._fresh, "written": self._written, "cached": self._cached, "output": self._output}
        return Usage(
            model=self._model,
            input_tokens=self._fresh + self._written + self._cached,
            output_tokens=self._output,
            cost_usd=cost(self._model, **counted),
        )


def _parsed(message: Any) -> WireAnswer | None:
    """The answer in the text blocks; a thinking block may stand before them."""
    blocks = getattr(message, "content", None) or []
    text = "".join(getattr(block, "text", "") or "" for block in blocks if getattr(block, "type", "") == "text").strip()
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return None
    try:
        return WireAnswer.model_validate_json(text[start : end + 1])
    except ValidationError:
        return None


def _unusable(message: str, code: str, usage: _Meter) -> UnreadableDocument:
    """The tokens were spent all the same: they travel with the error."""
    spent = usage.total().model_dump(mode="json")
    return UnreadableDocument(f"{message} Sono mostrati i valori letti dal testo.", code=code, details={"usage": spent})


def _is_vendor(error: Exception) -> bool:
    return any(base.__name__ == "AnthropicError" for base in type(error).__mro__)


def _pause(error: Any, attempt: int) -> float:
    asked = wait_asked(error)
    return min(asked, 20.0) if asked is not None else 0.5 * 2 ** (attempt - 1) * random.uniform(0.75, 1.0)


def _block(kind: str, media_type: str, data: bytes) -> dict[str, Any]:
    source = {"type": "base64", "media_type": media_type, "data": base64.b64encode(data).decode()}
    return {"type": kind, "source": source}


def _text(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}
