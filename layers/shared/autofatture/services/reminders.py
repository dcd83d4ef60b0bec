"""*Da inviare* has somebody in charge and a clock: one e-mail per company, never per document.

On creation (in the digest of the next morning), then five and two days before the deadline and on the day. They
stop when the document is sent, can be paused, and are never sent after the link was revoked.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from autofatture.document_ports import Asker, AuditTrail, Companies, Gate, Opened, Recipients
from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import AutofattureError, Conflict, TooManyRequests, TransientError
from autofatture.domain.linked_company import LinkedCompany, LinkState
from autofatture.observability import count, logger
from autofatture.ports import Clock
from autofatture.services.notices import Outbox
from autofatture.services.reminder_words import listing, reminder
from autofatture.services.sdi_schedule import ROME
from autofatture.stores import DocumentStore, ReminderState, ReminderStore, TableAction

_WAITING = frozenset({Status.TO_SEND, Status.SDI_ERROR})
_MOST_A_MAIL = 60
_MOST_ROWS = 50_000
_BY_HAND_EVERY = dt.timedelta(hours=1)


class Kind(StrEnum):
    CREATED = "created"
    FIVE_DAYS = "five_days"
    TWO_DAYS = "two_days"
    LAST_DAY = "last_day"


def kind_due(document: Document, today: dt.date) -> Kind:
    """Which reminder a waiting document has reached. A morning that was missed is made up for by the next."""
    left = (document.deadline - today).days if document.deadline else None
    if left is None or left > 5 or left < 0:
        return Kind.CREATED
    if left > 2:
        return Kind.FIVE_DAYS
    return Kind.TWO_DAYS if left > 0 else Kind.LAST_DAY


@dataclass(frozen=True)
class CompanyReminders:
    """What the studio sees: the list, a text to copy, when the company was last reminded."""

    company: CompanyProfile
    documents: Sequence[Document]
    text: str
    state: ReminderState


class Reminders:
    def __init__(
        self,
        *,
        gate: Gate,
        documents: DocumentStore,
        companies: Companies,
        recipients: Recipients,
        store: ReminderStore,
        audit: AuditTrail,
        outbox: Outbox,
        clock: Clock,
        public_url: str,
        fic_document_url: str,
    ) -> None:
        self._gate = gate
        self._documents = documents
        self._companies = companies
        self._recipients = recipients
        self._store = store
        self._audit = audit
        self._outbox = outbox
        self._clock = clock
        self._public_url = public_url
        self._fic_document_url = fic_document_url

    # ------------------------------------------------------------------------- every morning

    def digest(self) -> int:
        """Remind every company that has something due today. The number of companies that were written to.

        What goes wrong for one company stops no other.

        Raises:
            TransientError: at the end, if some failed. The tick comes again; who was reminded is not written to twice.
        """
        now = self._clock.now()
        by_company: dict[str, list[Document]] = defaultdict(list)
        for document in self._documents.in_phase(Phase.AWAIT_SDI, before=now, at_most=_MOST_ROWS):
            if document.status in _WAITING:
                by_company[document.company_id].append(document)
        sent = failed = 0
        for company_id, waiting in by_company.items():
            try:
                sent += self._morning(company_id, waiting)
            except AutofattureError as error:
                failed += 1
                logger().warning("not reminded", extra={"company_id": company_id, "error_code": error.error_code})
        if failed:
            raise TransientError
        return sent

    def _morning(self, company_id: str, documents: list[Document]) -> int:
        today = self._clock.now().astimezone(ROME).date()
        standing = self._companies.standing(company_id)
        state = self._store.state(company_id)
        if standing is None or _silent(standing.linked) or state.paused(today):
            return 0
        due = [(document, kind_due(document, today)) for document in documents]
        keys = {_key(document, kind): document for document, kind in due}
        fresh = [key for key in keys if key not in self._store.known(company_id, list(keys))][:_MOST_A_MAIL]
        if not fresh:
            return 0
        return self._send(standing.linked, documents, reminded=fresh)

    # ------------------------------------------------------------------------- by hand

    def of_company(self, asker: Asker, company_id: str) -> CompanyReminders:
        opened = self._gate.open(asker, company_id, Action.READ)
        documents = self._waiting(company_id)
        text = listing(opened.linked.name, documents, fic_document_url=self._fic_document_url)
        return CompanyReminders(opened.company, documents, text, self._state(opened))

    def pause(self, asker: Asker, company_id: str, until: dt.date | None) -> ReminderState:
        """Until the day before ``until``; None takes reminders up again."""
        opened = self._gate.open(asker, company_id, Action.PREPARE)
        state = self._state(opened).model_copy(update={"paused_until": until})
        self._documents.record([self._store.saving(company_id, state), *self._recording(opened, "reminders.pause")])
        return state

    def send_now(self, asker: Asker, company_id: str) -> int:
        """*Sollecita ora*. How many addresses were written to.

        Raises:
            Conflict: nothing waits to be sent, or nobody can be written to.
            TooManyRequests: the company was reminded less than an hour ago.
        """
        opened = self._gate.open(asker, company_id, Action.PREPARE)
        last = self._state(opened).last_sent_at
        if last is not None and last > self._clock.now() - _BY_HAND_EVERY:
            message = "L'azienda è stata sollecitata da meno di un'ora. Attendi prima di scriverle di nuovo."
            raise TooManyRequests(message)
        documents = self._waiting(company_id)
        if not documents or _silent(opened.linked):
            message = "Non c'è nulla da sollecitare: nessun documento di questa azienda aspetta di essere inviato."
            raise Conflict(message, code="nothing_to_remind")
        return self._send(opened.linked, documents, reminded=[], by=opened)

    # ------------------------------------------------------------------------- parts

    def _state(self, opened: Opened) -> ReminderState:
        return opened.reminders or self._store.state(opened.access.company_id)

    def _waiting(self, company_id: str) -> list[Document]:
        found: list[Document] = []
        for status in sorted(_WAITING):
            found += self._documents.of_company(company_id, status=status, limit=_MOST_A_MAIL).items
        return found

    def _send(
        self, linked: LinkedCompany, documents: list[Document], *, reminded: list[str], by: Opened | None = None
    ) -> int:
        """Letters, the marks that they were sent and the entry of the audit trail, in one write."""
        addresses = self._recipients.of(linked)
        if not addresses:
            logger().info("nobody to remind", extra={"company_id": linked.company_id})
            return 0
        words = reminder(linked.name, documents, fic_document_url=self._fic_document_url, public_url=self._public_url)
        letters, ids = self._outbox.posting(addresses, words)
        now = self._clock.now()
        state = self._store.state(linked.company_id).model_copy(update={"last_sent_at": now})
        actions: list[TableAction] = [
            self._store.saving(linked.company_id, state),
            *(self._store.marking(linked.company_id, key, at=now) for key in reminded),
            *letters,
            *(self._recording(by, "reminders.send") if by else []),
        ]
        self._documents.record(actions)
        self._outbox.dispatch(ids)
        count("Reminders.sent")
        return len(addresses) if by else 1

    def _recording(self, opened: Opened, action: str) -> Sequence[TableAction]:
        return self._audit.recording(opened, action, document_id="", details={})


def _silent(linked: LinkedCompany) -> bool:
    """Nobody is reminded of a company whose link was revoked."""
    return linked.link_state is LinkState.REVOCATA


def _key(document: Document, kind: Kind) -> str:
    """A document that was deleted and made again is a new one to be reminded of."""
    fic_id = document.fic.fic_id if document.fic else 0
    return f"REMINDER#{document.document_id}#{fic_id}#{kind.value}"
