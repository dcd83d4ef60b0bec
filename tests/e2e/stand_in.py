"""The built web app before the stand-in API of ``frontend/mocks``: every state on demand, without a cloud."""

from __future__ import annotations

import subprocess
import time
from typing import Any

import httpx
from playwright.sync_api import BrowserContext

from local import site
from local.place import Place

PASSWORD = "Prova-2026-lunga"
CODE = "123456"
STUDIO = "chiara@bellandi.example"
CLIENT = "marco@rinaldi.example"
NEWCOMER = "nuovo@studio.example"

COMPANY = "104201"
LIST = f"/aziende/{COMPANY}/autofatture"
CLEAN = f"{LIST}/d000-104201"
DOUBTFUL = f"{LIST}/d001-104201"
FOREIGN = f"{LIST}/d002-104201"
WRONG_BUYER = f"{LIST}/d003-104201"
DUPLICATE = "/aziende/104204/autofatture/d019-104204"
DAY = "2026-11-24"
"""The day of the pictures: their dates and deadlines stay as they are."""


class StandIn:
    """``vite preview`` with the stand-in API beside the built files."""

    def __init__(self, place: Place, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._http = httpx.Client(base_url=self.address, trust_env=False, timeout=10)
        folder = site.sources(place)
        command = ["node", "node_modules/vite/bin/vite.js", "preview", "--mode", "mocks", "--host", "127.0.0.1"]
        with (place.logs / "stand-in.log").open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "--port", str(port), "--strictPort"],
                cwd=folder,
                env=site.node_environment(place),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._until_ready()

    def _until_ready(self) -> None:
        for _ in range(150):
            try:
                if self._http.get("/").is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        raise TimeoutError(f"no answer at {self.address}; see stand-in.log")

    def stop(self) -> None:
        self._http.close()
        self._process.terminate()
        self._process.wait(timeout=10)

    def _control(self, what: str, **body: Any) -> None:
        self._http.post(f"/__mock/{what}", json=body).raise_for_status()

    def reset(self, scenario: str = "studio", *, today: str | None = None) -> None:
        """Everything as at the beginning; nobody is signed in."""
        self._control("reset", scenario=scenario, today=today)

    def fault(self, route: str, status: int, code: str, **details: Any) -> None:
        """The next call of ``POST /companies/…`` (or ``POST *last-part``) fails."""
        self._control("fault", route=route, status=status, code=code, details=details)

    def expire(self, *, for_good: bool = False) -> None:
        """Access tokens are refused; ``for_good``: the sessions are over as well."""
        self._control("expire", all=for_good)

    def somebody_saves(self, document_id: str, **draft: Any) -> None:
        self._control("touch", document_id=document_id, draft=draft)

    def sign_in(self, context: BrowserContext, email: str) -> None:
        """The refresh cookie of a signed-in person, as after the form of *Accedi*."""
        headers = {"X-Autofatture": "1"}
        log_in = f"{self.address}/api/auth/log-in"
        answer = context.request.post(log_in, data={"email": email, "password": PASSWORD}, headers=headers).json()
        if answer.get("challenge") == "totp":
            context.request.post(f"{log_in}/totp", data={"ticket": answer["ticket"], "code": CODE}, headers=headers)
