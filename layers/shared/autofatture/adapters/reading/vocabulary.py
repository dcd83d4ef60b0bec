"""Lists of words written as text, which is how a person reads and edits them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``."""
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    """``at:AT be:BE`` as a dictionary."""
    return dict(pair.split(":", 1) for pair in text.split())
