"""Broken and hostile files, built by our own hands: what a stranger may upload. None of them is anybody's file.

``build()`` gives every file with its name; ``python -m samples.hostile OUT_DIR`` writes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from samples.hostile import containers, hidden, pages, streams, structure, xml


def build() -> Iterator[tuple[str, bytes]]:
    """Every file as (name, bytes), in a fixed order."""
    for module in (structure, streams, pages, hidden, xml, containers):
        yield from module.files()
