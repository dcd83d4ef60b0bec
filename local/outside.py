"""The systems of others, as this machine has them: where the sandbox stands and what opens its doors."""

from __future__ import annotations

import importlib.util
import json
import os
import sys

from local import emulator
from local.place import Place
from local.programs import Program

CLIENT_ID = "autofatture-local"
CLIENT_SECRET = "autofatture-local-secret"  # noqa: S105  # opens nothing but the sandbox
AI_KEY = "sandbox-key"


def addresses(place: Place) -> dict[str, str]:
    """The template's parameters that name an outside system."""
    base = place.sandbox_url
    return {
        "FicBaseUrl": f"{base}/fattureincloud",
        "FicAuthorizeUrl": f"{base}/fattureincloud/oauth/authorize",
        "FicAppUrl": f"{base}/fattureincloud",
        "ViesBaseUrl": f"{base}/vies",
        "BancaItaliaBaseUrl": f"{base}/bancaditalia",
        "EcbBaseUrl": f"{base}/ecb",
        "AnthropicBaseUrl": f"{base}/anthropic",
    }


def present() -> bool:
    return importlib.util.find_spec("sandbox") is not None and importlib.util.find_spec("sandbox.__main__") is not None


def start(place: Place) -> Program | None:
    """Start the sandbox; None where this checkout has none."""
    if not present():
        return None
    program = Program("sandbox", place.folder, place.logs)
    command = [sys.executable, "-m", "sandbox", "--port", str(place.sandbox_port)]
    command += ["--state-dir", str(place.folder / "sandbox"), "--public-url", place.sandbox_url]
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    program.start(command, environment=environment, cwd=place.root)
    program.wait_for(f"{place.sandbox_url}/health", seconds=60)
    return program


def seed_secrets(place: Place, outputs: dict[str, str]) -> None:
    """What an operator would put into Secrets Manager after the first deployment."""
    secrets = emulator.client(place, "secretsmanager")
    app = json.dumps({"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET})
    for name, value in ((outputs["FicSecretName"], app), (outputs["AnthropicSecretName"], AI_KEY)):
        if secrets.get_secret_value(SecretId=name)["SecretString"] != value:
            secrets.put_secret_value(SecretId=name, SecretString=value)
