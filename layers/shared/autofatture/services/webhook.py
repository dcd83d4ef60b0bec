"""Notifications of Fatture in Cloud: verified, put into a queue, answered at once. Nothing else happens here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Protocol

from autofatture.domain.errors import BadInput, NotSignedIn
from autofatture.ports import Clock, Queue

_CHALLENGE = re.compile(r"[A-Za-z0-9._~-]{1,200}")
_COMPANY = re.compile(r"company:(\d{1,20})")
_BEARER = re.compile(r"Bearer\s+(\S+)", re.IGNORECASE)
_MOST_IDS = 1000


class Signatures(Protocol):
    def event_id(self, token: str, *, audience: str, now: dt.datetime) -> str:
        """Raises NotSignedIn."""


class WebhookDoor:
    def __init__(self, signatures: Signatures | None, queue: Queue, clock: Clock, *, sink: str) -> None:
        """``sink`` is our address as FiC knows it. Without ``signatures`` no notification is taken."""
        self._signatures = signatures
        self._queue = queue
        self._clock = clock
        self._sink = sink

    def challenge(self, headers: Mapping[str, str], query: Mapping[str, str]) -> str:
        """The value that FiC wants back, from the header or from the query.

        Raises:
            BadInput: none, or one that is no challenge.
        """
        value = headers.get("x-fic-verification-challenge") or query.get("x-fic-verification-challenge") or ""
        if not _CHALLENGE.fullmatch(value):
            raise BadInput(code="no_challenge")
        return value

    def take(self, headers: Mapping[str, str], body: Mapping[str, Any]) -> None:
        """Put one event into the queue: which company, which documents. Both mappings of CloudEvents are read.

        Raises:
            NotSignedIn: not from Fatture in Cloud.
            BadInput: no event.
        """
        bearer = _BEARER.fullmatch(headers.get("authorization", "").strip())
        if self._signatures is None or bearer is None:
            raise NotSignedIn
        event_id = self._signatures.event_id(bearer[1], audience=self._sink, now=self._clock.now())
        said_id = str(headers.get("ce-id") or body.get("id") or "")
        if said_id != event_id:
            raise NotSignedIn
        company = _COMPANY.fullmatch(str(headers.get("ce-subject") or body.get("subject") or ""))
        data = body.get("data")
        ids = data.get("ids") if isinstance(data, dict) else None
        if company is None or not isinstance(ids, list):
            raise BadInput(code="no_event")
        if ids:
            fic_ids = [int(number) for number in ids[:_MOST_IDS] if str(number).isdigit()]
            self._queue.send({"event_id": event_id, "company_id": company[1], "fic_ids": fic_ids})
