"""Letters of any script to ASCII, for what the domain's own table does not know."""

from __future__ import annotations

from anyascii import anyascii


def romanise(text: str) -> str:
    """ASCII that sounds alike; empty when nothing is known."""
    return str(anyascii(text))
