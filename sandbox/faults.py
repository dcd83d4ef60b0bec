"""Faults that can be switched on for any stand-in: what networks and busy services really do.

A fault matches a method and a part of the path, and is spent after ``times`` uses. The kinds:

    status         answer with a status, headers and body; the request has no effect
    error_after    let the request have its effect, then answer with the status instead
    timeout_before say nothing for ``seconds``, then cut the line; no effect
    timeout_after  let the request have its effect, say nothing for ``seconds``, cut the line
    slow           answer normally after ``seconds``
    garbled        let the request have its effect, then answer 200 with a body that is not JSON
"""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from werkzeug.wrappers import Response

from sandbox.database import Database

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CONTROL_PREFIX = "/control"


class Fault(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["status", "error_after", "timeout_before", "timeout_after", "slow", "garbled"]
    path: str = ""
    """A regular expression searched in the path, prefix included."""
    method: str | None = None
    times: int | None = Field(default=1, ge=1)
    """None: until cleared."""
    skip: int = Field(default=0, ge=0)
    """How many matching requests pass before it begins."""
    status: int = 500
    headers: dict[str, str] = {}
    body: Any = None
    seconds: float = 30


class Faults:
    def __init__(self, database: Database) -> None:
        self._database = database
        database.script("CREATE TABLE IF NOT EXISTS fault (id INTEGER PRIMARY KEY, data TEXT NOT NULL)")

    def add(self, fault: Fault) -> int:
        return self._database.run("INSERT INTO fault (data) VALUES (?)", fault.model_dump_json())

    def all(self) -> dict[int, Fault]:
        rows = self._database.rows("SELECT id, data FROM fault ORDER BY id")
        return {row["id"]: Fault.model_validate_json(row["data"]) for row in rows}

    def clear(self) -> None:
        self._database.run("DELETE FROM fault")

    def take(self, method: str, path: str) -> Fault | None:
        """The first fault that this request meets, counted down."""
        with self._database.transaction():
            for number, fault in self.all().items():
                if (fault.method or method) != method or not re.search(fault.path, path):
                    continue
                if fault.skip:
                    self._keep(number, fault.model_copy(update={"skip": fault.skip - 1}))
                    continue
                if fault.times == 1:
                    self._database.run("DELETE FROM fault WHERE id = ?", number)
                elif fault.times is not None:
                    self._keep(number, fault.model_copy(update={"times": fault.times - 1}))
                return fault
        return None

    def _keep(self, number: int, fault: Fault) -> None:
        self._database.run("UPDATE fault SET data = ? WHERE id = ?", fault.model_dump_json(), number)


class FaultyApplication:
    """WSGI middleware that lets faults happen in front of any stand-in. The control routes are spared."""

    def __init__(self, application: WSGIApplication, faults: Faults) -> None:
        self._application = application
        self._faults = faults

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        fault = None if path.startswith(CONTROL_PREFIX) else self._faults.take(environ["REQUEST_METHOD"], path)
        if fault is None:
            return self._application(environ, start_response)
        if fault.kind in {"error_after", "timeout_after", "garbled"}:
            self._let_it_happen(environ)
        if fault.kind in {"timeout_before", "timeout_after", "slow"}:
            time.sleep(fault.seconds)
        if fault.kind == "slow":
            return self._application(environ, start_response)
        if fault.kind in {"timeout_before", "timeout_after"}:
            _cut_the_line(environ)
            return []
        return _answer(fault)(environ, start_response)

    def _let_it_happen(self, environ: WSGIEnvironment) -> None:
        Response.from_app(self._application, environ, buffered=True).close()


def _answer(fault: Fault) -> Response:
    if fault.kind == "garbled":
        return Response('{"data": {"id": ', 200, content_type="application/json")
    body = fault.body if fault.body is not None else {"error": {"message": "Errore interno"}}
    text = body if isinstance(body, str) else json.dumps(body)
    return Response(text, fault.status, headers=fault.headers, content_type="application/json")


def _cut_the_line(environ: WSGIEnvironment) -> None:
    """Close the socket without an answer: the client sees what it sees when a connection dies."""
    line: socket.socket | None = environ.get("werkzeug.socket")
    if line is not None:
        line.shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError
