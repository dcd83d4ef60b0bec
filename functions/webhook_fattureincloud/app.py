"""Notifications of Fatture in Cloud."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import webhook as bootstrap
from autofatture.entrypoints.http import create_app, handler_of

app = create_app("Autofatture - webhook")


def _headers() -> dict[str, str]:
    return {name.lower(): value for name, value in app.current_event.headers.items()}


@app.get("/webhooks/fattureincloud")
def verify() -> dict[str, str]:
    """FiC asks whether the address is ours before it sends anything there."""
    query = app.current_event.query_string_parameters
    return {"verification": bootstrap.webhook_door().challenge(_headers(), query)}


@app.post("/webhooks/fattureincloud")
def notified() -> dict[str, bool]:
    body = app.current_event.json_body
    bootstrap.webhook_door().take(_headers(), body if isinstance(body, dict) else {})
    return {"taken": True}


handler: Any = handler_of(app)
