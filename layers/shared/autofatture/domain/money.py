"""Amounts, rates and currencies.

Amounts are ``Decimal`` in Python and strings on the wire and in rows (``"1234.56"``): a float is refused
wherever a model is built, so that 0.1 + 0.2 can never reach a fiscal document.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, StringConstraints

CENT = Decimal("0.01")
EUR = "EUR"


def _exact(value: Any) -> Any:
    if isinstance(value, float):
        msg = "amounts are decimal strings, never floats"
        raise ValueError(msg)  # noqa: TRY004  (pydantic reports ValueError, not TypeError)
    return value


def as_text(value: Decimal) -> str:
    """The plain decimal notation of ``value`` (never scientific), as it travels on the wire."""
    return format(value, "f")


Amount = Annotated[Decimal, BeforeValidator(_exact), PlainSerializer(as_text, return_type=str)]
"""A signed amount of money. Its currency is always named by a field beside it."""

Rate = Annotated[Decimal, BeforeValidator(_exact), PlainSerializer(as_text, return_type=str)]
"""A percentage as printed on an invoice: 22 % is ``Decimal("22")``, never 0.22."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 4217 alphabetic code. There is no default currency anywhere."""


def to_cents(value: Decimal) -> Decimal:
    """Round half away from zero to two decimals, as FatturaPA amounts are rounded (SdI control 00421)."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)
