"""Self-invoices of one company in Fatture in Cloud."""

from __future__ import annotations

import datetime as dt
import mimetypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import httpx

from autofatture.adapters.fattureincloud import mapping
from autofatture.adapters.fattureincloud.account import SELF_INVOICE, self_invoice_info
from autofatture.adapters.fattureincloud.countries import Countries
from autofatture.adapters.fattureincloud.suppliers import Suppliers
from autofatture.adapters.fattureincloud.transport import NOT_SENT, Retries, TokenSource, Transport, json_object
from autofatture.domain.errors import NotAllowed, NotFound, OutcomeUnknown, RateLimited, RefusedByFic, TransientError
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.fic_ports import FicSelfInvoiceInfo

PER_PAGE: Final = 100
MOST_PAGES: Final = 50
"""A list longer than this is a fault, not a result: 5,000 self-invoices in one window."""
SEARCH_WINDOW: Final = dt.timedelta(days=366)
"""How far from the date that we know a person may have moved the document in FiC."""

_REFERENCE: Final = re.compile(r"[A-Za-z0-9_-]{8,}")


class FattureInCloudInvoicing:
    """Implements :class:`~autofatture.ports.InvoicingApi`."""

    def __init__(
        self,
        *,
        base_url: str,
        company_id: str,
        token: TokenSource,
        http: httpx.Client,
        countries: Countries | None = None,
        retries: Retries | None = None,
    ) -> None:
        """``countries`` may be shared between companies: the list is the same for all."""
        self._transport = Transport(base_url=base_url, token=token, http=http, retries=retries)
        self._documents = f"/c/{company_id}/issued_documents"
        self._bin = f"/c/{company_id}/bin/issued_documents"
        self._countries = countries or Countries(lambda: self._transport.get("/info/detailed_countries"))
        self._suppliers = Suppliers(self._transport, company_id)
        self._info: FicSelfInvoiceInfo | None = None

    # ------------------------------------------------------------------------- reading

    def find(self, reference: str, *, around: dt.date) -> Sequence[dict[str, Any]]:
        """Self-invoices that carry our reference, those in the bin too (``deleted`` true).

        FiC's search only narrows; whether a document is ours is decided here.

        Raises:
            ValueError: a reference that could not be ours.
            TransientError, RelinkNeeded, PlanLimit, RefusedByFic.
        """
        if not _REFERENCE.fullmatch(reference):
            message = "a reference is letters, digits, _ and -, eight at least"
            raise ValueError(message)
        window = f"date >= '{around - SEARCH_WINDOW}' and date <= '{around + SEARCH_WINDOW}'"
        with _as_refusal():
            try:
                rows = list(self._list(q=f"any_subject contains '{reference}' and {window}", fieldset="detailed"))
            except RefusedByFic:
                # The filter on the subject is documented for documents in general, not for this type.
                rows = list(self._list(q=window, fieldset="detailed"))
            live = [{**row, "deleted": False} for row in rows if mapping.reference_of(row) == reference]
            answer = self._transport.get(self._bin)
            binned = [row for row in answer.get("data") or [] if mapping.reference_of(row) == reference]
        return [*live, *({**row, "deleted": True} for row in binned)]

    def document(self, fic_id: int) -> dict[str, Any] | None:
        """The whole document, or None when it is not there (any more)."""
        with _as_refusal():
            try:
                answer = self._transport.get(f"{self._documents}/{fic_id}", params={"fieldset": "detailed"})
            except NotFound:
                return None
        return _data(answer)

    def statuses(self, *, since: dt.date) -> dict[int, str | None]:
        """``ei_status`` of the company's self-invoices dated since then, 100 a call."""
        with _as_refusal():
            return {
                int(row["id"]): row.get("ei_status")
                for row in self._list(q=f"date >= '{since}'", fields="id,ei_status", sort="date")
                if row.get("id") is not None
            }

    def references(self, *, since: dt.date) -> dict[int, str | None]:
        """Our reference, or whatever stands in its place, in each self-invoice dated since then."""
        with _as_refusal():
            return {
                int(row["id"]): mapping.reference_of(row)
                for row in self._list(q=f"date >= '{since}'", fieldset="detailed", sort="date")
                if row.get("id") is not None
            }

    def xml(self, fic_id: int, *, attachment: bool = False) -> bytes:
        """The bytes as FiC gives them; with ``attachment`` the source document is inside.

        Raises:
            NotFound: no such document.
            RefusedByFic: it has no electronic invoice.
            TransientError: what came is no XML.
        """
        params = {"include_attachment": "true"} if attachment else None
        with _as_refusal():
            response = self._transport.request("GET", f"{self._documents}/{fic_id}/e_invoice/xml", params=params)
        if not response.content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            raise TransientError(code="unreadable_answer")
        return response.content

    def verify_xml(self, fic_id: int) -> list[str]:
        """What FiC's formal check finds; empty when it finds nothing."""
        with _as_refusal():
            try:
                self._transport.get(f"{self._documents}/{fic_id}/e_invoice/xml_verify")
            except RefusedByFic as error:
                return list(error.details["reasons"]) or [error.message]
        return []

    def error_reason(self, fic_id: int) -> dict[str, Any]:
        """Why SdI refused it: ``reason``, ``solution``, ``code``, ``date``; empty when FiC has no reason."""
        with _as_refusal():
            try:
                return _data(self._transport.get(f"{self._documents}/{fic_id}/e_invoice/error_reason"))
            except (NotFound, RefusedByFic):
                return {}

    # ------------------------------------------------------------------------- writing

    def totals(self, invoice: SelfInvoice) -> dict[str, Any]:
        """What FiC would make of it; nothing is saved."""
        with _writing():
            body = self._body(invoice)
            return _data(json_object(self._transport.request("POST", f"{self._documents}/totals", json=body)))

    def attach(self, name: str, body: bytes) -> str:
        """Upload a file and return its token. A file that no document names is forgotten by FiC."""
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        with _writing():
            response = self._transport.request(
                "POST",
                f"{self._documents}/attachment",
                data={"filename": name},
                files={"attachment": (name, body, kind)},
            )
        token = _data(json_object(response)).get("attachment_token")
        if not isinstance(token, str) or not token:
            raise TransientError(code="unreadable_answer")
        return token

    def create(self, invoice: SelfInvoice, *, attachment_token: str | None) -> dict[str, Any]:
        """Create, once, and never by itself again.

        Raises:
            RateLimited, RelinkNeeded, PlanLimit, RefusedByFic: nothing was created.
            TransientError: with code ``not_sent``: the request never left.
            OutcomeUnknown: no answer, an answer of 5xx, or one that cannot be understood.
        """
        with _writing():
            try:
                body = self._body(invoice, attachment_token=attachment_token, with_supplier=True)
            except RateLimited:
                raise
            except TransientError as error:
                raise TransientError(code=NOT_SENT) from error
            response = self._transport.request("POST", self._documents, json=body, once=True)
        try:
            created = _data(json_object(response))
        except TransientError as error:
            raise OutcomeUnknown from error
        if not isinstance(created.get("id"), int):
            raise OutcomeUnknown
        return created

    def modify(self, fic_id: int, invoice: SelfInvoice, *, attachment_token: str | None) -> dict[str, Any]:
        """Replace the content of a document of ours that was not sent yet, or was refused by SdI.

        Everything is sent: lists replace lists, and whether ``ei_raw`` is merged is not known. The number stays.
        """
        with _writing():
            body = self._body(invoice, attachment_token=attachment_token, with_supplier=True)
            return _data(json_object(self._transport.request("PUT", f"{self._documents}/{fic_id}", json=body)))

    # ------------------------------------------------------------------------- parts

    def _body(
        self, invoice: SelfInvoice, *, attachment_token: str | None = None, with_supplier: bool = False
    ) -> dict[str, Any]:
        if self._info is None:
            params = {"type": SELF_INVOICE}
            self._info = self_invoice_info(self._transport.get(f"{self._documents}/info", params=params))
        supplier_id = None
        if with_supplier:
            # Anything that can be refused here is refused before an entry is made in the registry.
            mapping.document_body(invoice, vat_types=self._info.vat_types, country_of=self._countries.by_iso)
            country = self._countries.by_iso(invoice.cedente.country)
            supplier_id = self._suppliers.match_or_create(invoice.cedente, country)
        return mapping.document_body(
            invoice,
            vat_types=self._info.vat_types,
            country_of=self._countries.by_iso,
            supplier_id=supplier_id,
            attachment_token=attachment_token,
        )

    def _list(self, **params: str) -> Iterator[dict[str, Any]]:
        """Every row of a list, page by page. Page size is always given: the default is not the documented one."""
        for page in range(1, MOST_PAGES + 1):
            wanted = {"type": SELF_INVOICE, "per_page": str(PER_PAGE), "page": str(page), **params}
            answer = self._transport.get(self._documents, params=wanted)
            rows = answer.get("data") or []
            yield from (row for row in rows if isinstance(row, dict))
            last = answer.get("last_page")
            if not rows or (isinstance(last, int) and page >= last) or (last is None and len(rows) < PER_PAGE):
                return
        raise TransientError(code="list_too_long")


def _data(answer: dict[str, Any]) -> dict[str, Any]:
    data = answer.get("data")
    return data if isinstance(data, dict) else {}


@contextmanager
def _as_refusal() -> Iterator[None]:
    """A permission that is lacking in FiC is a refusal by FiC here, not one of our own rules."""
    try:
        yield
    except NotAllowed as error:
        details = {"reasons": [], **error.details}
        raise RefusedByFic(error.message, code=error.error_code, details=details) from error


@contextmanager
def _writing() -> Iterator[None]:
    """As above; and what is not there (the company, the document meanwhile) cannot be written."""
    with _as_refusal():
        try:
            yield
        except NotFound as error:
            message = (
                "In Fatture in Cloud l'azienda o il documento non c'è più. "
                "La bozza è salvata: controlla lì, poi riprova."
            )
            raise RefusedByFic(message, code="not_in_fic", details={"reasons": []}) from error
