"""Takes notifications of Fatture in Cloud: verifies, enqueues, answers at once."""

from __future__ import annotations

from autofatture.entrypoints.http import create_app, handler_of

app = create_app("Autofatture")
handler = handler_of(app)
