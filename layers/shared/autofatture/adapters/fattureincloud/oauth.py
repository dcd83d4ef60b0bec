"""The OAuth2 code flow of FiC: a code lives 60 seconds, refresh tokens rotate, errors have a shape of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode

import httpx
from pydantic import SecretStr, ValidationError

from autofatture.adapters.fattureincloud import exact_json, refusals
from autofatture.domain.connections import Tokens
from autofatture.domain.errors import BadInput, RateLimited, RelinkNeeded, TransientError

_CODE_REFUSED: Final = (
    "Fatture in Cloud non ha accettato l'autorizzazione: forse è passato più di un minuto. "
    "Nulla è stato modificato: premi di nuovo Collega."
)
_DEAD: Final = frozenset({"invalid_grant", "unauthorized_client", "access_denied"})


class FattureInCloudSignIn:
    """Implements :class:`~autofatture.fic_ports.FicSignIn`."""

    def __init__(
        self, *, base_url: str, authorize_url: str, client_id: str, client_secret: SecretStr, http: httpx.Client
    ) -> None:
        """``authorize_url`` is where the browser goes, ``base_url`` where this program asks."""
        self._token_url = f"{base_url.rstrip('/')}/oauth/token"
        self._authorize_url = authorize_url
        self._client_id = client_id
        self._client_secret = client_secret
        self._http = http

    def authorize_url(self, *, state: str, redirect_uri: str, scopes: Sequence[str]) -> str:
        """The address of FiC's consent page. ``redirect_uri`` has to equal a registered one exactly."""
        query = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": redirect_uri,
            "scope": " ".join(scopes),
            "state": state,
        }
        return f"{self._authorize_url}?{urlencode(query)}"

    def exchange(self, code: SecretStr, *, redirect_uri: str) -> Tokens:
        """Turn a code into tokens. Never repeated: a code works once.

        Raises:
            BadInput: FiC does not take the code.
            TransientError: FiC cannot be reached or asks to wait.
        """
        answer = self._ask(
            {"grant_type": "authorization_code", "code": code.get_secret_value(), "redirect_uri": redirect_uri}
        )
        if answer.is_success:
            return _tokens(answer)
        error = self._failure(answer)
        if isinstance(error, RelinkNeeded):
            raise BadInput(_CODE_REFUSED, code="fic_code_refused")
        raise error

    def refresh(self, refresh_token: SecretStr) -> Tokens:
        """The next pair. Not repeated here either: whoever holds the lease decides.

        Raises:
            RelinkNeeded: the grant is dead.
            TransientError: anything that is not an answer about the grant.
        """
        answer = self._ask({"grant_type": "refresh_token", "refresh_token": refresh_token.get_secret_value()})
        if answer.is_success:
            return _tokens(answer)
        raise self._failure(answer)

    def _ask(self, fields: dict[str, str]) -> httpx.Response:
        body = {**fields, "client_id": self._client_id, "client_secret": self._client_secret.get_secret_value()}
        try:
            return self._http.post(
                self._token_url, content=exact_json.dumps(body), headers={"Content-Type": "application/json"}
            )
        except httpx.HTTPError:
            # Without the cause: an httpx error carries the request, and that one carries secrets.
            raise TransientError from None

    @staticmethod
    def _failure(answer: httpx.Response) -> RelinkNeeded | TransientError:
        wait = refusals.retry_after(answer)
        if wait is not None or answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            return RateLimited(retry_after=wait or refusals.DEFAULT_WAIT)
        error = _json(answer).get("error")
        if error == "invalid_client":
            # Our own credentials are wrong: every connection is still good, and none may be ended for it.
            return TransientError(code="fic_client_refused")
        if answer.status_code == httpx.codes.UNAUTHORIZED or error in _DEAD:
            return RelinkNeeded()
        return TransientError(code="fic_sign_in")


def _tokens(answer: httpx.Response) -> Tokens:
    body = _json(answer)
    fields = {"access": body.get("access_token"), "refresh": body.get("refresh_token")}
    try:
        return Tokens.model_validate({**fields, "expires_in": body.get("expires_in")})
    except ValidationError:
        raise TransientError(code="unreadable_answer") from None


def _json(answer: httpx.Response) -> dict[str, Any]:
    try:
        body = exact_json.loads(answer.content)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
