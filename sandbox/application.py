"""The whole sandbox as one WSGI application, its stand-ins under a path prefix each."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.wrappers import Request, Response

from sandbox import control
from sandbox.anthropic import app as anthropic
from sandbox.fattureincloud import app as fattureincloud
from sandbox.fattureincloud import seed, transmission, webhooks
from sandbox.fattureincloud.store import Store
from sandbox.faults import CONTROL_PREFIX, FaultyApplication
from sandbox.rates import bancaditalia, ecb
from sandbox.vies import app as vies
from sandbox.world import World

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

TICK_SECONDS = 0.5


class Sandbox:
    """All stand-ins with their state. Usable in-process (``.wsgi``) or behind a server."""

    def __init__(
        self,
        *,
        state_dir: Path | None = None,
        public_url: str = "http://localhost:8900",
        control_token: str = "",
        redirect_uris: Sequence[str] = (seed.REDIRECT_URI,),
        client: httpx.Client | None = None,
    ) -> None:
        """``state_dir`` None keeps the state in memory. An empty ``control_token`` switches the control API off.

        ``client`` is how webhooks leave; it is closed with the sandbox.
        """
        self.world = World(state_dir=state_dir, public_url=public_url)
        self.store = Store(self.world)
        self.redirect_uris = tuple(redirect_uris)
        self.client = client or httpx.Client(trust_env=False)
        self._stop = threading.Event()
        self._ticker: threading.Thread | None = None
        seed.plant(self.store, self.redirect_uris)
        stand_ins: dict[str, WSGIApplication] = {
            "/fattureincloud": fattureincloud.create(self.store, self.client),
            "/vies": vies.create(self.world),
            "/bancaditalia": bancaditalia.create(self.world),
            "/ecb": ecb.create(self.world),
            "/anthropic": anthropic.create(self.world),
            CONTROL_PREFIX: control.create(self, control_token),
        }
        self.wsgi: WSGIApplication = FaultyApplication(
            DispatcherMiddleware(_nothing_here, stand_ins), self.world.faults
        )

    def tick(self) -> None:
        """What happens by itself as time goes by: statuses move, notifications go out."""
        transmission.settle(self.store)
        webhooks.deliver(self.store, self.client)

    def start_ticking(self) -> None:
        def run() -> None:
            while not self._stop.wait(TICK_SECONDS):
                self.tick()

        self._ticker = threading.Thread(target=run, name="sandbox-ticker", daemon=True)
        self._ticker.start()

    def reset(self) -> None:
        """Back to the seed: documents, tokens, options, faults, time."""
        self.world.database.empty()
        seed.plant(self.store, self.redirect_uris)

    def close(self) -> None:
        self._stop.set()
        if self._ticker is not None:
            self._ticker.join()
        self.client.close()
        self.world.close()


@Request.application
def _nothing_here(request: Request) -> Response:
    if request.path == "/health":
        return Response('{"ok": true}', content_type="application/json")
    return Response("not found", 404)
