"""JSON with exact amounts: ``Decimal`` in, the same digits out, and never a float between."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any


def loads(text: str | bytes) -> Any:
    """Numbers with a fraction become ``Decimal``.

    Raises:
        ValueError: not JSON.
    """
    return json.loads(text, parse_float=Decimal)


def dumps(value: Any) -> bytes:
    """UTF-8. ``Decimal`` is written as a plain number."""
    return _text(value).encode()


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{_text(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_text(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
