"""The systems of others, as this machine has them: where the sandbox stands and what opens its doors."""

from __future__ import annotations

import json
import os
import secrets
import sys

from local import emulator
from local.place import Place
from local.programs import Program
from sandbox.fattureincloud import seed

AI_KEY = "sandbox-key"

CALLBACK_PATH = "/fattureincloud/callback"
"""The page of the app that Fatture in Cloud sends the browser back to."""


def addresses(place: Place) -> dict[str, str]:
    """The template's parameters that name an outside system."""
    base = place.sandbox_url
    return {
        "FicBaseUrl": f"{base}/fattureincloud",
        "FicAuthorizeUrl": f"{base}/fattureincloud/oauth/authorize",
        "FicAppUrl": f"{base}/fattureincloud",
        "FicDocumentUrl": f"{base}/fattureincloud/app/{{company_id}}/autofatture#{{fic_id}}",
        "ViesBaseUrl": f"{base}/vies",
        "BancaItaliaBaseUrl": f"{base}/bancaditalia",
        "EcbBaseUrl": f"{base}/ecb",
        "AnthropicBaseUrl": f"{base}/anthropic",
    }


def control_token(place: Place) -> str:
    """Opens the sandbox's controls; made once for each place."""
    memory = place.folder / "sandbox-control-token"
    if not memory.is_file():
        memory.touch(mode=0o600)
        memory.write_text(secrets.token_urlsafe(24), encoding="utf-8")
    return memory.read_text(encoding="utf-8")


def start(place: Place) -> Program:
    """Start the sandbox.

    Raises:
        DidNotStart: it ended or did not answer.
    """
    program = Program("sandbox", place.folder, place.logs)
    command = [sys.executable, "-m", "sandbox", "--port", str(place.sandbox_port)]
    command += ["--state-dir", str(place.folder / "sandbox"), "--public-url", place.sandbox_url]
    command += ["--redirect-uri", f"{place.public_url}{CALLBACK_PATH}"]
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    environment["SANDBOX_CONTROL_TOKEN"] = control_token(place)
    program.start(command, environment=environment, cwd=place.root)
    program.wait_for(f"{place.sandbox_url}/fattureincloud/app", seconds=60)
    return program


def seed_secrets(place: Place, outputs: dict[str, str]) -> None:
    """What an operator would put into Secrets Manager after the first deployment."""
    store = emulator.client(place, "secretsmanager")
    app = json.dumps({"client_id": seed.CLIENT_ID, "client_secret": seed.CLIENT_SECRET})
    for name, value in ((outputs["FicSecretName"], app), (outputs["AnthropicSecretName"], AI_KEY)):
        if store.get_secret_value(SecretId=name)["SecretString"] != value:
            store.put_secret_value(SecretId=name, SecretString=value)
