"""CreateDocument: the self-invoice comes into being in Fatture in Cloud, once.

Intent, search by our reference, totals, attachment, creation, reading back, comparison. FiC knows no
idempotency key, so before anything is created the table holds what was meant, and an attempt whose outcome is
not known is never repeated: it is searched for, and then a person is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from autofatture.document_ports import Companies, Fiscal, Invoicing, Standing, Wallets
from autofatture.domain.document import Document, Failure, Phase, Status
from autofatture.domain.errors import (
    AutofattureError,
    NotFound,
    OutcomeUnknown,
    PermanentError,
    PlanLimit,
    RateLimited,
    RefusedByFic,
    RelinkNeeded,
    TransientError,
)
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.ports import InvoicingApi
from autofatture.services.fic_documents import fic_document, may_be_modified, same_totals
from autofatture.services.sdi_schedule import ROME, first_poll
from autofatture.services.source_attachment import SourceAttachment
from autofatture.services.transitions import Transitions
from autofatture.stores import ActivityStore, Intent, IntentStore, Stored

STATE = "CreateDocument"
_SEARCHES = (0.0, 2.0, 5.0)
"""Seconds before each search after a lost answer: a new document may not be found at once."""

_REVOKED = (
    "Chi ha inviato il documento non ha più accesso all'azienda: nulla è stato creato in Fatture in Cloud. "
    "La bozza è salvata."
)
_XML_NOT_RIGHT = (
    "Il documento è in Fatture in Cloud, ma il suo XML non è come dovrebbe: non inviarlo a SdI. "
    "Correggi qui e premi di nuovo Invia: verrà aggiornato, senza altri crediti."
)


class Outcome(StrEnum):
    """What the state machine chooses on."""

    CREATED = "CREATED"
    RATE_LIMITED = "RATE_LIMITED"
    REFUSED = "REFUSED"
    RELINK_NEEDED = "RELINK_NEEDED"
    PLAN_LIMIT = "PLAN_LIMIT"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True)
class Created:
    document: Document
    outcome: Outcome
    retry_at: dt.datetime | None = None


@dataclass(frozen=True)
class _Work:
    """One document on its way into one company's FiC account."""

    document: Document
    standing: Standing
    api: InvoicingApi
    intent: Intent
    invoice: SelfInvoice


class Creation:
    def __init__(
        self,
        *,
        transitions: Transitions,
        companies: Companies,
        invoicing: Invoicing,
        fiscal: Fiscal,
        intents: IntentStore,
        wallets: Wallets,
        attachment: SourceAttachment,
        activity: ActivityStore,
        lease: dt.timedelta,
        sleep: Callable[[float], None],
    ) -> None:
        """``lease`` is longer than the function may run: two workers are never at one document."""
        self._transitions = transitions
        self._companies = companies
        self._invoicing = invoicing
        self._fiscal = fiscal
        self._intents = intents
        self._wallets = wallets
        self._attachment = attachment
        self._activity = activity
        self._lease = lease
        self._sleep = sleep

    def run(self, company_id: str, document_id: str, run: int) -> Created:
        """Create the approved document, or say why not.

        Raises:
            Superseded: a newer run follows the document.
            TransientError: another worker is at it, or something is out of reach; nothing is in doubt.
        """
        stored = self._transitions.current(company_id, document_id, run)
        document = stored.document
        if document.phase is not Phase.CREATE:
            return Created(document, Outcome.CREATED if document.fic else Outcome.REFUSED)
        standing = self._companies.standing(company_id)
        if standing is None:
            raise NotFound
        if not self._companies.may_approve(company_id, document.approved_by or ""):
            return self._to_review(document, standing, Outcome.REFUSED, RefusedByFic(_REVOKED, code="access_revoked"))
        now = self._transitions.clock.now()
        intent = self._intents.lease(company_id, document_id, run=run, now=now, until=now + self._lease)
        try:
            return self._with_lease(stored, standing, intent)
        finally:
            self._intents.give_back(intent)

    def _with_lease(self, stored: Stored, standing: Standing, intent: Intent) -> Created:
        document = stored.document
        try:
            work = self._prepare(stored, standing, intent)
            document = self._record(work, self._bring_about(work))
            return self._verify(work, document)
        except RateLimited as error:
            return self._wait(document, error)
        except RelinkNeeded as error:
            return self._to_review(document, standing, Outcome.RELINK_NEEDED, error)
        except PlanLimit as error:
            return self._to_review(document, standing, Outcome.PLAN_LIMIT, error)
        except RefusedByFic as error:
            return self._to_review(document, standing, Outcome.REFUSED, error)
        except OutcomeUnknown as error:
            return self._ask_a_person(document, error)

    def _prepare(self, stored: Stored, standing: Standing, intent: Intent) -> _Work:
        document = stored.document
        if stored.draft is None or stored.assessment is None:
            raise PermanentError(code="nothing_approved")
        api = self._invoicing.of(document.company_id)
        invoice = self._fiscal.self_invoice(
            stored.draft, stored.assessment, standing.company, reference=document.document_id
        )
        intent = intent.model_copy(update={"invoice": invoice})
        self._intents.save(intent)
        today = self._transitions.clock.now().date()
        self._transitions.documents.record([self._activity.marking(document.company_id, today)])
        return _Work(document, standing, api, intent, invoice)

    # ------------------------------------------------------------------------- find, or make

    def _bring_about(self, work: _Work) -> dict[str, Any]:
        """The document in FiC that carries our reference and says what was meant."""
        existing = self._existing(work)
        if existing is not None:
            return self._adopt(work, existing)
        if work.intent.attempted_at is not None:
            raise OutcomeUnknown
        return self._create(work)

    def _existing(self, work: _Work) -> dict[str, Any] | None:
        known = work.document.fic and work.api.document(work.document.fic.fic_id)
        if known:
            return known  # even where somebody has changed the reference in it
        found = work.api.find(work.invoice.reference, around=work.invoice.date)
        live = [item for item in found if not item.get("deleted")]
        if len(live) > 1:
            numbers = ", ".join(str(item.get("number")) for item in live)
            message = (
                f"In Fatture in Cloud ci sono più documenti con lo stesso riferimento (numeri {numbers}). "
                "Elimina quelli di troppo, poi riprova."
            )
            raise OutcomeUnknown(message)
        if live:
            return live[0]
        binned = tuple(int(item["id"]) for item in found if int(item["id"]) not in work.intent.ignored_fic_ids)
        if binned:
            # From now on a person knows of it: pressing *Invia* again creates it anew.
            ignored = (*work.intent.ignored_fic_ids, *binned)
            self._intents.save(work.intent.model_copy(update={"ignored_fic_ids": ignored, "attempted_at": None}))
            message = (
                "Il documento era stato creato, ma qualcuno lo ha eliminato in Fatture in Cloud (è nel cestino). "
                "Ripristinalo lì, oppure premi di nuovo Invia per crearlo da capo."
            )
            raise RefusedByFic(message, code="deleted_in_fic")
        return None

    def _adopt(self, work: _Work, existing: dict[str, Any]) -> dict[str, Any]:
        """A document of ours that is there already: after a lost answer, or to be corrected."""
        differences = () if not same_totals(existing, work.invoice) else self._differences(work, int(existing["id"]))
        if same_totals(existing, work.invoice) and not differences:
            return existing
        if not may_be_modified(existing):
            message = (
                "In Fatture in Cloud il documento è già stato inviato a SdI, con dati diversi da questi: "
                "non si può più modificare. Per correggerlo serve uno storno."
            )
            raise RefusedByFic(message, code="already_sent", details={"reasons": list(differences)})
        self._check_totals(work)
        token = self._attachment.upload(work.api, work.document)
        return work.api.modify(int(existing["id"]), work.invoice, attachment_token=token)

    def _create(self, work: _Work) -> dict[str, Any]:
        self._check_totals(work)
        token = self._attachment.upload(work.api, work.document)
        attempt = work.intent.model_copy(update={"attempted_at": self._transitions.clock.now()})
        self._intents.save(attempt)
        try:
            return work.api.create(work.invoice, attachment_token=token)
        except OutcomeUnknown:
            return self._search_for(work)
        except (RateLimited, RelinkNeeded, PlanLimit, RefusedByFic):
            self._intents.save(work.intent)
            raise
        except TransientError as error:
            if error.error_code != "not_sent":
                return self._search_for(work)
            self._intents.save(work.intent)
            raise

    def _search_for(self, work: _Work) -> dict[str, Any]:
        """After an answer that was lost: it is there, or a person is asked. It is never made a second time."""
        for pause in _SEARCHES:
            self._sleep(pause)
            try:
                found = self._existing(work)
            except TransientError:
                continue
            if found is not None:
                return found
        raise OutcomeUnknown

    def _check_totals(self, work: _Work) -> None:
        """What FiC would compute has to equal what was approved, to the cent."""
        totals = work.api.totals(work.invoice)
        if not same_totals(totals, work.invoice):
            message = (
                f"Fatture in Cloud calcola {totals.get('amount_net')} + {totals.get('amount_vat')} = "
                f"{totals.get('amount_gross')} €, la bozza {work.invoice.total_net} + {work.invoice.total_vat} = "
                f"{work.invoice.total_gross} €. Nulla è stato creato: controlla righe e aliquote."
            )
            raise RefusedByFic(message, code="totals_differ")

    def _differences(self, work: _Work, fic_id: int) -> Sequence[str]:
        return self._fiscal.differences(work.invoice, work.api.xml(fic_id))

    # ------------------------------------------------------------------------- what it comes to

    def _record(self, work: _Work, found: dict[str, Any]) -> Document:
        """FiC's id is known: it is kept, the credit is spent, and nothing is in doubt any more."""
        fic = fic_document(found)
        document = work.document
        if document.fic != fic:
            missing = None if fic.attached else self._attachment.missing(document)
            document = self._transitions.apply(
                document,
                f"In Fatture in Cloud con il numero {fic.number or '?'}{fic.numeration or ''}. {missing or ''}".strip(),
                fic=fic,
                actions=self._wallets.capturing(work.standing.linked, document.document_id),
            )
        self._intents.save(work.intent.model_copy(update={"attempted_at": None}))
        return document

    def _verify(self, work: _Work, document: Document) -> Created:
        """The XML is read back before anybody is asked to send it."""
        fic_id = document.fic.fic_id if document.fic else 0
        problems = [*self._differences(work, fic_id), *work.api.verify_xml(fic_id)]
        if problems:
            error = RefusedByFic(_XML_NOT_RIGHT, code="xml_not_right", details={"reasons": problems})
            return self._to_review(document, work.standing, Outcome.REFUSED, error)
        now = self._transitions.clock.now()
        after = self._transitions.apply(
            document,
            "Da inviare a SdI da Fatture in Cloud",
            phase=Phase.AWAIT_SDI,
            status=Status.TO_SEND,
            failure=None,
            to_send_since=document.to_send_since or now,
            sdi_due_at=first_poll(document, now),
            watch_until=None,
        )
        return Created(after, Outcome.CREATED)

    def _wait(self, document: Document, error: RateLimited) -> Created:
        retry_at = self._transitions.clock.now() + dt.timedelta(seconds=error.retry_after)
        text = f"Fatture in Cloud chiede di attendere: si riprova alle {retry_at.astimezone(ROME):%H:%M del %d/%m}"
        return Created(self._transitions.apply(document, text), Outcome.RATE_LIMITED, retry_at)

    def _to_review(self, document: Document, standing: Standing, outcome: Outcome, error: AutofattureError) -> Created:
        """Back to the person with the reason. The credit goes back too, unless the document exists.

        What waits for a link goes on by itself afterwards, see :mod:`autofatture.services.relinked`.
        """
        waits = outcome is Outcome.RELINK_NEEDED
        reasons = tuple(str(reason) for reason in error.details.get("reasons", ()))
        after = self._transitions.apply(
            document,
            error.message,
            phase=Phase.REVIEW,
            status=Status.TO_REVIEW,
            failure=Failure(state=STATE, code=error.error_code, message=error.message, reasons=reasons),
            approved_version=document.version + 1 if waits else None,
            actions=self._wallets.releasing(standing.linked, document.document_id),
        )
        return Created(after, outcome)

    def _ask_a_person(self, document: Document, error: AutofattureError) -> Created:
        """The credit stays reserved: the document may well be there."""
        after = self._transitions.apply(
            document,
            error.message,
            phase=Phase.FAILED,
            status=Status.FAILED,
            failure=Failure(state=STATE, code="outcome_unknown", message=error.message),
        )
        return Created(after, Outcome.UNKNOWN)
