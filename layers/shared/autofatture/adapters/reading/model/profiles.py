"""What each model accepts and costs: one tuple of thinking, effort and size for each, never mixed.

Prices are USD for a million tokens, list price of November 2026 (docs/adr has the source); an unknown model is
called without optional parameters and its cost is not stated.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from autofatture.domain.errors import PermanentError

MILLION = Decimal(1_000_000)
CACHE_WRITE = Decimal("1.25")
"""Writing to the cache for five minutes costs this many times the input price."""


class Profile(NamedTuple):
    """One model's settings. ``thinking`` and ``effort`` None: the parameter is not sent."""

    thinking: dict[str, Any] | None
    effort: str | None
    max_tokens: int
    input_price: Decimal | None = None
    output_price: Decimal | None = None
    cache_read_price: Decimal | None = None
    step_tokens: int | None = None
    """Above this many input tokens the whole request costs ``step_factor`` times as much."""
    step_factor: int = 1


_PROFILES = {
    "claude-haiku-5-5": Profile(
        {"type": "disabled"}, "medium", 8_000, Decimal("0.10"), Decimal("0.50"), Decimal("0.01"), 100_000, 5
    ),
    "claude-sonnet-5-5": Profile({"type": "between_tools"}, "medium", 8_000, Decimal(2), Decimal(10), Decimal("0.10")),
    "claude-opus-5-5": Profile(None, "low", 16_000, Decimal(4), Decimal(20), Decimal("0.40")),
    "claude-sonnet-5": Profile({"type": "disabled"}, None, 8_000, Decimal(2), Decimal(10), Decimal("0.20")),
    "claude-sonnet-4-6": Profile(None, None, 8_000, Decimal(3), Decimal(15), Decimal("0.30")),
    "claude-haiku-4-5": Profile(None, None, 8_000, Decimal(1), Decimal(5), Decimal("0.10")),
}
_UNKNOWN = Profile(None, None, 16_000)
EU_SURCHARGE = Decimal("1.10")
"""Bedrock's EU profiles cost a tenth more than the list price."""


def bare(model: str) -> str:
    """The vendor's name of a model: ``eu.anthropic.claude-haiku-5-5`` is ``claude-haiku-5-5``."""
    name = model.rpartition("anthropic.")[2]
    return next((known for known in _PROFILES if name == known or name.startswith(known + "-20")), name)


def profile(model: str) -> Profile:
    return _PROFILES.get(bare(model), _UNKNOWN)


def check_stays_in_eu(model: str) -> None:
    """Refuse a Bedrock id that may run outside the EU.

    Raises:
        PermanentError: ``engine_configuration``.
    """
    if not model.startswith(("eu.anthropic.", "arn:aws:bedrock:eu-")):
        message = "Il modello configurato per Bedrock non garantisce l'elaborazione nell'UE (serve un profilo «eu.»)."
        raise PermanentError(message, code="engine_configuration")


def cost(model: str, *, fresh: int, written: int, cached: int, output: int) -> Decimal | None:
    """USD for one answer, from its token counts; None for a model whose price is not known."""
    found = profile(model)
    if found.input_price is None or found.output_price is None:
        return None
    total_input = fresh + written + cached
    factor = found.step_factor if found.step_tokens and total_input > found.step_tokens else 1
    surcharge = EU_SURCHARGE if model.startswith("eu.") else Decimal(1)
    value = (
        found.input_price * fresh
        + found.input_price * CACHE_WRITE * written
        + (found.cache_read_price or found.input_price) * cached
        + found.output_price * output
    )
    return (value * factor * surcharge / MILLION).quantize(Decimal("0.000001"))
