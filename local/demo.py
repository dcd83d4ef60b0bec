"""The people of the demo."""

from __future__ import annotations

from local.stack import Stack


def create(stack: Stack) -> None:
    """Create the demo users."""


def print_addresses(stack: Stack) -> None:
    print(f"\n  the app        {stack.place.public_url}", flush=True)
    print(f"  the sandbox    {stack.place.sandbox_url}", flush=True)
    print("  Ctrl-C stops everything; the next `make run` goes on from here.", flush=True)
