"""Sends one letter of the outbox a message; a tick of the schedule sends what the queue forgot."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import accounts as services
from autofatture.entrypoints.queues import queue


def send(message: dict[str, Any]) -> None:
    if "tick" in message:
        services.letter_sender().sweep()
    else:
        services.letter_sender().send(str(message["message_id"]))


handler = queue(send)
