"""Sign-up, log-in and sessions."""

from __future__ import annotations

from autofatture import __version__
from autofatture.entrypoints.http import create_app, handler_of

app = create_app("Autofatture: accesso")


@app.get("/health")
def health() -> dict[str, object]:
    return {"ok": True, "version": __version__}


handler = handler_of(app)
