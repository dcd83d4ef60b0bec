"""Requests to FiC: authorised, repeated where that is harmless, translated where they fail.

Sending to SdI is the client's own act. Its path is refused here, below everything else that could ask for it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol
from urllib.parse import unquote

import httpx
from pydantic import SecretStr

from autofatture.adapters.fattureincloud import exact_json, refusals
from autofatture.domain.errors import OutcomeUnknown, RateLimited, RelinkNeeded, TransientError
from autofatture.observability import logger

TIMEOUT: Final = httpx.Timeout(20.0, connect=5.0)
USER_AGENT: Final = "autofatture"
NOT_SENT: Final = "not_sent"
"""Code of a TransientError whose request never left: nothing can have happened."""

_SENDING = re.compile(r"e_?invoice/+send\b", re.IGNORECASE)


class SendingRefused(Exception):
    """Somebody tried to call ``e_invoice/send``: a fault of the program, never of its user."""


class TokenSource(Protocol):
    def __call__(self, *, rejected: SecretStr | None = None) -> SecretStr:
        """A token to use now; another one when ``rejected`` has just been answered 401.

        Raises:
            RelinkNeeded: there is none any more.
            TransientError: it cannot be renewed at the moment.
        """


@dataclass(frozen=True)
class Retries:
    """Of requests without a second effect. Full waiting time stays under ``longest_wait`` for each pause."""

    attempts: int = 3
    first_pause: float = 0.5
    longest_wait: float = 8.0
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)


NO_RETRIES: Final = Retries(attempts=1)


def http_client(transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """A client with explicit timeouts and without redirects, to be shared."""
    return httpx.Client(
        transport=transport,
        timeout=TIMEOUT,
        follow_redirects=False,
        headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
        limits=httpx.Limits(max_connections=10, max_keepalive_connections=5),
    )


class Transport:
    def __init__(
        self, *, base_url: str, token: TokenSource, http: httpx.Client, retries: Retries | None = None
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._token = token
        self._http = http
        self._retries = retries or Retries()

    def get(self, path: str, *, params: Mapping[str, str] | None = None) -> dict[str, Any]:
        """The object that the answer is.

        Raises:
            RelinkNeeded, RateLimited, PlanLimit, NotAllowed, NotFound, RefusedByFic, TransientError.
        """
        return json_object(self.request("GET", path, params=params))

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        files: Any = None,
        data: Mapping[str, str] | None = None,
        once: bool = False,
    ) -> httpx.Response:
        """An answer of 2xx.

        ``once``: the request has an effect that must not happen twice, so it is never repeated after it may
        have arrived, and an answer that leaves its effect in doubt is an :class:`OutcomeUnknown`.

        Raises:
            SendingRefused: the path would send to SdI.
            OutcomeUnknown: only with ``once``.
            RelinkNeeded, RateLimited, PlanLimit, NotAllowed, NotFound, RefusedByFic, TransientError.
        """
        refuse_sending(path)
        build = _Request(method, f"{self._base_url}{path}", params, json, files, data)
        attempt = 1
        while True:
            try:
                return self._authorised(build, once=once)
            except RateLimited as error:
                pause = float(error.retry_after)
                if once or attempt >= self._retries.attempts or pause > self._retries.longest_wait:
                    raise
            except TransientError as error:
                pause = min(self._retries.first_pause * 2 ** (attempt - 1), self._retries.longest_wait)
                may_repeat = not once or error.error_code == NOT_SENT
                if not may_repeat or attempt >= self._retries.attempts:
                    raise
            logger().info("asking FiC again", extra={"http_method": method, "attempt": attempt, "pause": pause})
            self._retries.sleep(pause)
            attempt += 1

    def _authorised(self, build: _Request, *, once: bool) -> httpx.Response:
        """One try, with one more token when the first is no longer taken: a 401 has no effect."""
        token = self._token()
        response = self._send(build, token, once=once)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            response = self._send(build, self._token(rejected=token), once=once)
        if response.is_success:
            return response
        error = refusals.translate(response)
        if isinstance(error, TransientError) and not isinstance(error, RateLimited) and once:
            raise OutcomeUnknown
        raise error

    def _send(self, build: _Request, token: SecretStr, *, once: bool) -> httpx.Response:
        try:
            return self._http.request(
                build.method,
                build.url,
                params=build.params,
                content=None if build.json is None else exact_json.dumps(build.json),
                files=build.files,
                data=build.data,
                headers=build.headers(token),
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise TransientError(code=NOT_SENT) from error
        except httpx.HTTPError as error:
            if once:
                raise OutcomeUnknown from error
            raise TransientError from error


@dataclass(frozen=True)
class _Request:
    method: str
    url: str
    params: Mapping[str, str] | None
    json: Any
    files: Any
    data: Mapping[str, str] | None

    def headers(self, token: SecretStr) -> dict[str, str]:
        found = {"Authorization": f"Bearer {token.get_secret_value()}"}
        return found if self.json is None else {**found, "Content-Type": "application/json"}


def refuse_sending(path: str) -> None:
    """Raises: SendingRefused, however the path is written."""
    plain = path
    for _ in range(3):
        plain = unquote(plain)
    if _SENDING.search(re.sub(r"/\.?(?=/)", "", plain)):
        raise SendingRefused


def json_object(response: httpx.Response) -> dict[str, Any]:
    """Raises: TransientError when a 2xx answer cannot be read."""
    try:
        body = exact_json.loads(response.content)
    except ValueError as error:
        raise TransientError(code="unreadable_answer") from error
    if not isinstance(body, dict):
        raise TransientError(code="unreadable_answer")
    return body


def given_token(token: SecretStr) -> TokenSource:
    """A source that has one token and no other."""

    def source(*, rejected: SecretStr | None = None) -> SecretStr:
        if rejected is not None:
            raise RelinkNeeded
        return token

    return source
