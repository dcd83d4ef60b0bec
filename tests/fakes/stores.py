"""The stores of documents in memory, with the conditions that the table has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from autofatture.domain.document import OPEN_PHASES, Document, Phase, Status, TimelineEntry
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.errors import ActionFailed, Conflict, NotFound, StaleDocument, TransientError
from autofatture.domain.export import ExportJob
from autofatture.domain.reading import Reading
from autofatture.number_ports import Numbered
from autofatture.stores import Change, Intent, Message, Page, ReminderState, Stored, TableAction, WaitingToken

NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class Act:
    """An action of another aggregate: a condition and an effect."""

    holds: Callable[[], bool]
    happen: Callable[[], None]

    def as_action(self) -> TableAction:
        return {"act": self}


def acts_of(actions: Sequence[TableAction]) -> list[Act]:
    return [action["act"] for action in actions if "act" in action]


def carry_out(actions: Sequence[TableAction]) -> None:
    acts = acts_of(actions)
    if not all(act.holds() for act in acts):
        raise ActionFailed
    for act in acts:
        act.happen()


class MemoryOutbox:
    def __init__(self) -> None:
        self.messages: dict[str, Message] = {}

    def adding(self, message: Message) -> TableAction:
        return Act(lambda: True, lambda: self.messages.update({message.message_id: message})).as_action()

    def pending(self, *, before: dt.datetime, at_most: int) -> list[Message]:
        return [message for message in self.messages.values() if message.at < before][:at_most]

    def done(self, message: Message) -> None:
        self.messages.pop(message.message_id, None)


class MemoryDocuments:
    """``before_write`` lets a test act between the read and the write of a service."""

    def __init__(self, outbox: MemoryOutbox | None = None) -> None:
        self.rows: dict[tuple[str, str], Stored] = {}
        self.outbox = outbox or MemoryOutbox()
        self.before_write: Callable[[], None] | None = None

    def put(self, document: Document, **beside: Any) -> Document:
        self.rows[(document.company_id, document.document_id)] = Stored(document=document, **beside)
        return document

    def adding(
        self,
        document: Document,
        *,
        timeline: TimelineEntry,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
    ) -> list[TableAction]:
        key = (document.company_id, document.document_id)
        stored = Stored(document=document, draft=draft, assessment=assessment, timeline=(timeline,))
        return [Act(lambda: key not in self.rows, lambda: self.rows.__setitem__(key, stored)).as_action()]

    def add(
        self,
        document: Document,
        *,
        timeline: TimelineEntry,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
        messages: Sequence[Message] = (),
        actions: Sequence[TableAction] = (),
    ) -> None:
        try:
            carry_out([*self.adding(document, timeline=timeline, draft=draft, assessment=assessment), *actions])
        except ActionFailed:
            raise Conflict from None
        self._post(messages)

    def get(self, company_id: str, document_id: str) -> Document | None:
        stored = self.rows.get((company_id, document_id))
        return stored.document if stored else None

    def load(self, company_id: str, document_id: str) -> Stored | None:
        return self.rows.get((company_id, document_id))

    def write(self, change: Change) -> Document:
        if self.before_write is not None:
            interrupt, self.before_write = self.before_write, None
            interrupt()
        key = (change.before.company_id, change.before.document_id)
        stored = self.rows.get(key)
        if stored is None:
            raise NotFound
        if stored.document.version != change.before.version:
            raise StaleDocument(details={"version": stored.document.version})
        carry_out(change.actions)
        self.rows[key] = replace(
            stored,
            document=change.after,
            draft=change.draft or stored.draft,
            assessment=change.assessment or stored.assessment,
            reading=change.reading or stored.reading,
            timeline=(*stored.timeline, *([change.timeline] if change.timeline else [])),
        )
        self._post(change.messages)
        return change.after

    def record(self, actions: Sequence[TableAction]) -> None:
        carry_out(actions)

    def _post(self, messages: Sequence[Message]) -> None:
        for message in messages:
            self.outbox.messages[message.message_id] = message

    def all(self) -> list[Document]:
        return [stored.document for stored in self.rows.values()]

    def of_company(
        self,
        company_id: str,
        *,
        status: Status | None = None,
        vat_period: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page:
        found = [
            document
            for document in self.all()
            if document.company_id == company_id
            and status in {None, document.status}
            and vat_period in {None, document.vat_period}
        ]
        return _page(sorted(found, key=lambda document: document.document_id, reverse=True), limit, cursor)

    def of_studio(self, studio_id: str, *, status: Status, limit: int = 50, cursor: str | None = None) -> Page:
        found = [d for d in self.all() if d.studio_id == studio_id and d.status is status]
        return _page(sorted(found, key=lambda d: (d.deadline or dt.date.max, d.document_id)), limit, cursor)

    def in_phase(self, phase: Phase, *, before: dt.datetime, at_most: int) -> list[Document]:
        assert phase in OPEN_PHASES
        found = [d for d in self.all() if d.phase is phase and d.phase_since <= before]
        return sorted(found, key=lambda d: d.phase_since)[:at_most]

    def oldest_in(self, phase: Phase) -> dt.datetime | None:
        return min((d.phase_since for d in self.all() if d.phase is phase), default=None)

    def due_for_sdi(self, shard: int, *, now: dt.datetime, at_most: int) -> list[Document]:
        return [d for d in self.all() if shard == 0 and d.sdi_due_at is not None and d.sdi_due_at <= now][:at_most]

    def by_fic_id(self, company_id: str, fic_id: int) -> Document | None:
        return next((d for d in self.all() if d.company_id == company_id and d.fic and d.fic.fic_id == fic_id), None)

    def set_sdi_due(
        self, company_id: str, document_id: str, *, due_at: dt.datetime, checked_at: dt.datetime | None = None
    ) -> bool:
        stored = self.rows[(company_id, document_id)]
        if stored.document.sdi_due_at is None:
            return False
        changes = {"sdi_due_at": due_at, **({"sdi_checked_at": checked_at} if checked_at else {})}
        document = stored.document.model_copy(update=changes)
        self.rows[(company_id, document_id)] = replace(stored, document=document)
        return True

    def stamp_studio(self, document: Document, studio_id: str | None) -> Document:
        return self.write(
            Change(
                before=document,
                after=document.model_copy(update={"studio_id": studio_id, "version": document.version + 1}),
            )
        )


def _page(found: list[Document], limit: int, cursor: str | None) -> Page:
    start = int(cursor or 0)
    following = str(start + limit) if start + limit < len(found) else None
    return Page(found[start : start + limit], following)


class MemoryTokens:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, int], WaitingToken] = {}
        self.after_keep: Callable[[], None] | None = None

    def keep(self, token: WaitingToken, *, expires_at: dt.datetime) -> None:
        self.kept[(token.company_id, token.document_id, token.run)] = token
        if self.after_keep is not None:
            self.after_keep()

    def find(self, company_id: str, document_id: str, run: int) -> WaitingToken | None:
        return self.kept.get((company_id, document_id, run))

    def forget(self, token: WaitingToken) -> None:
        key = (token.company_id, token.document_id, token.run)
        if self.kept.get(key) == token:
            del self.kept[key]


class MemoryClaims:
    def __init__(self) -> None:
        self.files: dict[tuple[str, str], str] = {}
        self.invoices: dict[tuple[str, str], str] = {}

    def claim_file(self, company_id: str, sha256: str, document_id: str) -> str | None:
        owner = self.files.setdefault((company_id, sha256), document_id)
        return None if owner == document_id else owner

    def claim_invoice(self, company_id: str, invoice_key: str, document_id: str) -> str | None:
        owner = self.invoices.setdefault((company_id, invoice_key), document_id)
        return None if owner == document_id else owner

    def invoice_owners(self, company_id: str, invoice_keys: Sequence[str]) -> list[str]:
        return [owner for key in invoice_keys if (owner := self.invoices.get((company_id, key)))]

    def file_owner(self, company_id: str, sha256: str) -> str | None:
        return self.files.get((company_id, sha256))

    def holding_invoice(self, company_id: str, invoice_key: str, document_id: str) -> TableAction:
        key = (company_id, invoice_key)
        return Act(
            lambda: self.invoices.get(key, document_id) == document_id,
            lambda: self.invoices.__setitem__(key, document_id),
        ).as_action()

    def release(self, company_id: str, document_id: str, *, sha256: str | None, invoice_key: str | None) -> None:
        for held, key in ((self.files, sha256), (self.invoices, invoice_key)):
            if key and held.get((company_id, key)) == document_id:
                del held[(company_id, key)]


class MemoryNumbers:
    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, str], Numbered] = {}

    def with_number(self, company_id: str, number: str) -> list[Numbered]:
        return [row for (of, at, _), row in sorted(self.rows.items()) if (of, at) == (company_id, number)]

    def keep(self, company_id: str, entries: Sequence[Numbered], *, gone: Sequence[Numbered]) -> None:
        for entry in gone:
            self.rows.pop((company_id, entry.number, entry.document_id), None)
        for entry in entries:
            self.rows[(company_id, entry.number, entry.document_id)] = entry


class MemoryIntents:
    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], Intent] = {}

    def get(self, company_id: str, document_id: str) -> Intent | None:
        return self.rows.get((company_id, document_id))

    def lease(self, company_id: str, document_id: str, *, run: int, now: dt.datetime, until: dt.datetime) -> Intent:
        known = self.rows.get((company_id, document_id))
        if known is not None and known.leased_until > now:
            raise TransientError(code="being_created")
        blank = Intent(company_id=company_id, document_id=document_id, run=run, leased_until=until)
        taken = known.model_copy(update={"run": run, "leased_until": until}) if known else blank
        self.rows[(company_id, document_id)] = taken
        return taken

    def save(self, intent: Intent) -> None:
        if self.rows[(intent.company_id, intent.document_id)].leased_until != intent.leased_until:
            raise TransientError(code="lease_lost")
        self.rows[(intent.company_id, intent.document_id)] = intent

    def give_back(self, intent: Intent) -> None:
        known = self.rows[(intent.company_id, intent.document_id)]
        if known.leased_until == intent.leased_until:
            self.rows[(intent.company_id, intent.document_id)] = known.model_copy(update={"leased_until": NEVER})

    def clear_attempt(self, company_id: str, document_id: str) -> None:
        known = self.rows[(company_id, document_id)]
        self.rows[(company_id, document_id)] = known.model_copy(update={"attempted_at": None})


class MemoryOnce:
    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = {}

    def first(self, tenant: str, key: str, *, expires_at: dt.datetime, value: str = "") -> str | None:
        if (tenant, key) in self.known:
            return self.known[(tenant, key)]
        self.known[(tenant, key)] = value
        return None

    def is_known(self, tenant: str, key: str) -> bool:
        return (tenant, key) in self.known

    def marking(self, tenant: str, key: str, *, expires_at: dt.datetime) -> TableAction:
        place = (tenant, key)
        return Act(lambda: place not in self.known, lambda: self.known.update({place: ""})).as_action()


class MemoryActivity:
    def __init__(self) -> None:
        self.days: dict[dt.date, set[str]] = {}

    def marking(self, company_id: str, day: dt.date) -> TableAction:
        return Act(lambda: True, lambda: self.days.setdefault(day, set()).add(company_id)).as_action()

    def companies(self, day: dt.date) -> Sequence[str]:
        return sorted(self.days.get(day, set()))


class MemoryReminders:
    def __init__(self) -> None:
        self.states: dict[str, ReminderState] = {}
        self.sent: dict[str, set[str]] = {}

    def state(self, company_id: str) -> ReminderState:
        return self.states.get(company_id, ReminderState())

    def saving(self, company_id: str, state: ReminderState) -> TableAction:
        return Act(lambda: True, lambda: self.states.__setitem__(company_id, state)).as_action()

    def known(self, company_id: str, reminders: Sequence[str]) -> frozenset[str]:
        return frozenset(reminders) & frozenset(self.sent.get(company_id, set()))

    def marking(self, company_id: str, reminder: str, *, at: dt.datetime) -> TableAction:
        marks = self.sent.setdefault(company_id, set())
        return Act(lambda: reminder not in marks, lambda: marks.add(reminder)).as_action()


class MemoryJobs:
    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], ExportJob] = {}

    def add(self, job: ExportJob) -> None:
        assert (job.user_id, job.job_id) not in self.rows
        self.rows[(job.user_id, job.job_id)] = job

    def get(self, user_id: str, job_id: str) -> ExportJob | None:
        return self.rows.get((user_id, job_id))

    def of_user(self, user_id: str, *, limit: int, cursor: str | None) -> tuple[list[ExportJob], str | None]:
        found = [job for (owner, _), job in self.rows.items() if owner == user_id]
        return found[:limit], None

    def save(self, job: ExportJob) -> None:
        self.rows[(job.user_id, job.job_id)] = job


__all__ = [
    "Act",
    "Assessment",
    "MemoryClaims",
    "MemoryDocuments",
    "MemoryIntents",
    "MemoryJobs",
    "MemoryOnce",
    "MemoryOutbox",
    "MemoryTokens",
    "Reading",
    "acts_of",
    "carry_out",
]
