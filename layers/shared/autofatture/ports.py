"""What the services need from the outside, as protocols. Adapters implement them, tests fake them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Protocol

from pydantic import SecretStr

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.reading import Reading
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.domain.source import LocalReading, SourceParts


class Clock(Protocol):
    def now(self) -> dt.datetime:
        """The current time, aware, UTC."""


class Blobs(Protocol):
    """The private document bucket. Keys are built by the services, never taken from a request."""

    def upload_form(self, key: str, *, content_type: str, max_bytes: int, expires_in: int) -> dict[str, Any]:
        """A presigned POST ``{"url", "fields"}`` for exactly this key, type and size."""

    def get(self, key: str, *, max_bytes: int | None = None) -> bytes: ...

    def put(self, key: str, body: bytes, *, content_type: str) -> None: ...

    def copy(self, source: str, target: str) -> None: ...

    def exists(self, key: str) -> bool: ...

    def download_url(
        self, key: str, *, file_name: str, expires_in: int, inline: bool = False, content_type: str | None = None
    ) -> str:
        """A presigned GET; ``file_name`` becomes the Content-Disposition."""

    def delete(self, key: str) -> None: ...


class Extractor(Protocol):
    """One engine that reads a document."""

    def read(self, source: bytes, *, content_type: str, deadline: float) -> Reading:
        """Read within ``deadline`` seconds.

        Raises:
            UnreadableDocument: encrypted, broken, too large, or not of a type this engine reads.
            TransientError: worth another attempt.
        """


class LocalReader(Protocol):
    """Reads a document on our own machine, isolated, without any service. Always there, whatever engine is set."""

    def read(self, source: bytes, *, content_type: str, deadline: float, layout: bool = False) -> LocalReading:
        """Type, limits, embedded invoice and page text within ``deadline`` seconds; ``layout`` adds the words.

        Raises:
            UnreadableDocument: with the code that says why; ``container`` for a ZIP or an e-mail.
        """

    def unpack(self, source: bytes, *, content_type: str) -> SourceParts:
        """The documents inside a ZIP or an e-mail; a plain document is its own only part.

        Raises:
            UnreadableDocument: nothing readable is in it.
        """


class Queue(Protocol):
    def send(self, body: dict[str, Any], *, delay_seconds: int = 0) -> None: ...


class Workflow(Protocol):
    def start(self, *, company_id: str, document_id: str, run: int, phase: str) -> None:
        """Start execution ``{document_id}-{run}``; one that exists already counts as started."""

    def succeed(self, token: SecretStr, output: dict[str, Any]) -> bool:
        """Resume a waiting task. False when the token no longer waits (timed out, or used before)."""

    def is_running(self, *, document_id: str, run: int) -> bool: ...

    def running(self) -> frozenset[str]:
        """Names of the executions that run. It may be some seconds behind: ask :meth:`is_running` before acting."""


class Secrets(Protocol):
    def get(self, name: str) -> SecretStr: ...


class Cipher(Protocol):
    """Envelope encryption. ``context`` is bound to the ciphertext and has to be equal at decrypt."""

    def encrypt(self, plain: bytes, *, context: dict[str, str]) -> bytes: ...

    def decrypt(self, cipher: bytes, *, context: dict[str, str]) -> bytes: ...


class Rates(Protocol):
    """Official exchange rates of one source."""

    def units_per_eur(self, currency: str, day: dt.date) -> tuple[dt.date, str] | None:
        """The rate of ``day`` or of the nearest earlier day (at most 7 back) as ``(day, decimal text)``.

        None when the source has no such currency or no rate in those days.

        Raises:
            TransientError: the source cannot be reached. It is never replaced by another source.
        """


class Vies(Protocol):
    def check(self, vat_id: str) -> str:
        """``valid``, ``not_valid`` or ``unreachable``: three answers, and the last one never blocks."""


class Mail(Protocol):
    def send(self, *, to: str, subject: str, text: str, html: str | None = None) -> None: ...


class InvoicingApi(Protocol):
    """Fatture in Cloud for one company, with one connection's token."""

    def find(self, reference: str, *, around: dt.date) -> Sequence[dict[str, Any]]:
        """Self-invoices that carry our reference, including those in the bin (``deleted`` true)."""

    def totals(self, invoice: SelfInvoice) -> dict[str, Any]: ...

    def create(self, invoice: SelfInvoice, *, attachment_token: str | None) -> dict[str, Any]:
        """Create, once, and never by itself again.

        Raises:
            RateLimited, RelinkNeeded, PlanLimit, RefusedByFic: nothing was created.
            TransientError: with code ``not_sent``: the request never left.
            OutcomeUnknown: no answer, an answer of 5xx, or one that cannot be understood.
        """

    def modify(self, fic_id: int, invoice: SelfInvoice, *, attachment_token: str | None) -> dict[str, Any]:
        """Replace the content of a document of ours that was not sent yet, or was refused by SdI."""

    def document(self, fic_id: int) -> dict[str, Any] | None: ...

    def statuses(self, *, since: dt.date) -> dict[int, str | None]:
        """``ei_status`` of the company's self-invoices dated since then, 100 a call."""

    def references(self, *, since: dt.date) -> dict[int, str | None]:
        """Our reference (or another's) in each self-invoice dated since then."""

    def attach(self, name: str, body: bytes) -> str:
        """Upload a file and return its attachment token."""

    def xml(self, fic_id: int, *, attachment: bool = False) -> bytes:
        """The bytes as FiC gives them; with ``attachment`` the source document is inside, as SdI receives it."""

    def verify_xml(self, fic_id: int) -> list[str]:
        """Empty when FiC finds no formal error."""

    def error_reason(self, fic_id: int) -> dict[str, Any]: ...


class RateBook(Protocol):
    """The store of official rates, filled by a schedule and backfilled on demand."""

    def rate_for(self, currency: str, day: dt.date, *, source: str, reason: str) -> ExchangeRate | None: ...
