"""What the tests of the sandbox have at hand."""

from __future__ import annotations

from typing import Any

import httpx

from sandbox.application import Sandbox
from sandbox.fattureincloud import seed

CLIENT = "cliente@esempio.test"
STUDIO = "studio@esempio.test"
FULL = "piano-pieno@esempio.test"
EXPIRED = "licenza-scaduta@esempio.test"
READER = "sola-lettura@esempio.test"


class Sink:
    """An endpoint for webhooks: answers challenges, remembers notifications, can be told to fail."""

    def __init__(self) -> None:
        self.notifications: list[httpx.Request] = []
        self.challenges: list[httpx.Request] = []
        self.status = 204
        self.repeats_challenge = True

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            self.challenges.append(request)
            name = "x-fic-verification-challenge"
            value = request.headers.get(name) or request.url.params.get(name)
            return httpx.Response(200, json={"verification": value if self.repeats_challenge else "no"})
        self.notifications.append(request)
        return httpx.Response(self.status)

    def types(self) -> list[str]:
        return [
            request.headers["ce-type"].removeprefix("it.fattureincloud.webhooks.") for request in self.notifications
        ]


class Outside:
    """The sandbox in-process: its routes, and the control API."""

    def __init__(self, sandbox: Sandbox, client: httpx.Client) -> None:
        self.sandbox = sandbox
        self.client = client

    def control(self, method: str, path: str, /, **body: Any) -> Any:
        answer = self.client.request(
            method, f"/control{path}", json=body, headers={"X-Sandbox-Control": "gettone-di-prova"}
        )
        assert answer.status_code == 200, answer.text
        return answer.json()

    def fic(self, email: str = CLIENT, *, scopes: str | None = None) -> Fic:
        wanted = {"email": email} if scopes is None else {"email": email, "scopes": scopes}
        token = self.control("POST", "/fattureincloud/tokens", **wanted)["access_token"]
        return Fic(self.client, token)


class Fic:
    """The API of FiC with one bearer token."""

    def __init__(self, client: httpx.Client, token: str) -> None:
        self._client = client
        self.token = token

    def ask(self, method: str, path: str, **rest: Any) -> httpx.Response:
        return self._client.request(
            method, f"/fattureincloud{path}", headers={"Authorization": f"Bearer {self.token}"}, **rest
        )

    def get(self, path: str, **params: Any) -> httpx.Response:
        return self.ask("GET", path, params=params)

    def post(self, path: str, body: Any = None) -> httpx.Response:
        return self.ask("POST", path, json={} if body is None else body)

    def put(self, path: str, body: Any) -> httpx.Response:
        return self.ask("PUT", path, json=body)

    def delete(self, path: str) -> httpx.Response:
        return self.ask("DELETE", path)

    def create(self, company_id: int = seed.ROSSI, **changes: Any) -> dict[str, Any]:
        answer = self.post(f"/c/{company_id}/issued_documents", self_invoice(**changes))
        assert answer.status_code == 200, answer.text
        created: dict[str, Any] = answer.json()["data"]
        return created


def self_invoice(**changes: Any) -> dict[str, Any]:
    """A body for a TD17 of 100.00 EUR and 22 %, as the product sends it; ``changes`` replace fields of ``data``."""
    data = {
        "type": "self_supplier_invoice",
        "date": "2026-09-25",
        "numeration": "/AF",
        "subject": "doc-0001",
        "visible_subject": "TD17 - Acme Cloud - INV-1",
        "e_invoice": True,
        "use_gross_prices": False,
        "entity": {
            "name": "Acme Cloud Limited",
            "vat_number": "IE6388047V",
            "country": "Irlanda",
            "address_street": "1 Example Quay",
            "address_city": "Dublin",
            "address_postal_code": "00000",
            "address_province": "EE",
            "ei_code": "M5UXCR1",
        },
        "items_list": [
            {"name": "Servizi cloud", "description": "Fattura INV-1", "qty": 1, "net_price": 100, "vat": {"id": 0}}
        ],
        "payments_list": [{"amount": 122, "due_date": "2026-09-25", "status": "reversed"}],
        "ei_data": {"payment_method": "MP05", "vat_kind": "I"},
        "extra_data": {"debt_vat_detect": True, "revenue_detect": False},
        "ei_raw": ei_raw(),
        **changes,
    }
    return {"data": data}


def ei_raw(document_type: str | None = "TD17", **general: Any) -> dict[str, Any]:
    body: dict[str, Any] = {"DatiFattureCollegate": [{"IdDocumento": "INV-1", "Data": "2026-09-03"}], **general}
    if document_type is not None:
        body["DatiGeneraliDocumento"] = {"TipoDocumento": document_type}
    return {
        "FatturaElettronicaHeader": {"CedentePrestatore": {"DatiAnagrafici": {"RegimeFiscale": "RF18"}}},
        "FatturaElettronicaBody": {"DatiGenerali": body},
    }
