"""The sandbox as a program of its own: starting, stopping, keeping its state."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import CLIENT, Fic

ROOT = Path(__file__).resolve().parents[3]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def program(port: int, state: Path) -> Iterator[httpx.Client]:
    command = [sys.executable, "-m", "sandbox", "--port", str(port), "--state-dir", str(state), "--control-token", "t"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"]})
    headers = {"X-Sandbox-Control": "t"}
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, trust_env=False) as client:
            for _ in range(100):
                try:
                    assert client.get("/health").json() == {"ok": True}
                    break
                except httpx.ConnectError:
                    time.sleep(0.1)
            yield client
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_state_survives_a_restart(tmp_path: Path) -> None:
    # Given a document on its way to SdI
    with program(free_port(), tmp_path) as client:
        tokens = client.post("/control/fattureincloud/tokens", json={"email": CLIENT}).json()
        client.put("/control/options", json={"sdi_delays": [0, 0, 3600]})
        document = Fic(client, tokens["access_token"]).create()["id"]
        client.post(f"/control/fattureincloud/documents/{document}/send")
    # When the sandbox is stopped and started again, then everything goes on where it was
    with program(free_port(), tmp_path) as client:
        fic = Fic(client, tokens["access_token"])
        path = f"/c/{seed.ROSSI}/issued_documents/{document}"
        assert fic.get(path, fields="ei_status").json()["data"] == {"ei_status": "processing"}
        client.post("/control/clock", json={"advance_seconds": 3600})
        assert fic.get(path, fields="ei_status").json()["data"] == {"ei_status": "sent"}
        # And two pages have no door but the pages
        assert client.get("/elsewhere").status_code == 404


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "sandbox", "--port", str(port), "--state-dir", str(tmp_path)]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert result.returncode == 1
    assert f"port {port}" in result.stderr
