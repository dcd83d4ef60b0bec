"""What the account services need from the outside, beside ``ports.py``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from autofatture.domain.access import Role
from autofatture.domain.accounts import Session, User
from autofatture.domain.audit import AuditEntry, Seal
from autofatture.domain.connections import Connection
from autofatture.domain.credits import Movement, Reservation
from autofatture.domain.linked_company import LinkedCompany, LinkState
from autofatture.domain.notices import Letter, Notice
from autofatture.domain.studios import Studio

Action = Mapping[str, Any]
"""One part of a transaction. A repository makes it, nobody else looks inside."""


class Transactions(Protocol):
    def transact(self, actions: Iterable[Action], *, token: str | None = None) -> None:
        """All or nothing, at most 100 actions.

        Raises:
            ConditionFailed: ``at(n)`` tells whether the condition of action ``n`` did not hold.
            TransientError: other transactions held a row during every attempt.
        """


class FoundRows(NamedTuple):
    user: User | None
    session: Session | None
    company: LinkedCompany | None = None
    document: dict[str, Any] | None = None


class AccessRows(Protocol):
    """The rows that decide on a request, in one consistent read."""

    def find(
        self, user_id: str, *, session_id: str | None, company_id: str | None = None, document_id: str | None = None
    ) -> FoundRows: ...


class LedgerState(NamedTuple):
    """What stands in the ledger about one document, read at one moment."""

    reservation: Reservation | None
    balances: dict[str, int]


class Ledger(Protocol):
    """Wallets, movements and reservations. ``...ing`` methods only make parts of a transaction."""

    def state(self, company_id: str, document_id: str, wallet_ids: Sequence[str]) -> LedgerState:
        """Consistent, in one call."""

    def balances(self, wallet_ids: Sequence[str]) -> dict[str, int]: ...

    def adding(self, movements: Sequence[Movement]) -> list[Action]:
        """Add to wallets, once per business key: the first actions record, one for each movement."""

    def reserving(self, reservation: Reservation, movement: Movement | None) -> list[Action]:
        """The first action is the condition that the balance suffices, when there is a movement."""

    def closing(self, reservation: Reservation, movement: Movement | None) -> list[Action]:
        """Capture or release a reservation that is open."""

    def movements(
        self, wallet_id: str, *, cursor: str | None = None, limit: int = 50
    ) -> tuple[list[Movement], str | None]:
        """Newest first."""

    def movements_between(self, wallet_id: str, first: dt.datetime, last: dt.datetime) -> list[Movement]:
        """From ``first`` (included) to ``last`` (excluded), oldest first."""


class ConnectionStore(Protocol):
    """Rows of connections. Tokens are ciphertext here."""

    def get(self, connection_id: str) -> Connection | None: ...

    def get_many(self, connection_ids: Sequence[str]) -> list[Connection]: ...

    def put(self, connection: Connection) -> None: ...

    def take_lease(self, connection: Connection, *, owner: str, until: dt.datetime, now: dt.datetime) -> bool:
        """True for exactly one caller per generation while the lease lasts."""

    def release_lease(self, connection: Connection, *, owner: str) -> None: ...

    def store_refreshed(self, connection: Connection, *, owner: str) -> bool:
        """Write the new pair as the next generation; False when the lease was lost meanwhile."""

    def end(self, connection: Connection, *, state: LinkState) -> bool:
        """Stop using a connection and erase its tokens; False when a newer generation stands there."""

    def closing_to(self, connection_id: str, studio_id: str) -> Action:
        """It writes nothing for this studio any more."""


class AuditStore(Protocol):
    def adding(self, entry: AuditEntry) -> Action: ...

    def of_tenant(
        self, tenant: str, *, cursor: str | None = None, limit: int = 50
    ) -> tuple[list[AuditEntry], str | None]: ...

    def of_document(self, company_id: str, document_id: str) -> list[AuditEntry]: ...

    def of_hour(self, hour: str) -> list[AuditEntry]:
        """Of every tenant."""

    def heads(self, tenants: Sequence[str]) -> dict[str, Seal]: ...

    def sealing(self, seal: Seal) -> list[Action]: ...

    def chain(self, tenant: str) -> tuple[list[Seal], list[AuditEntry]]: ...

    def next_hour(self) -> dt.datetime | None: ...

    def move_on(self, hour: dt.datetime) -> None: ...


class NoticeStore(Protocol):
    def adding(self, notice: Notice) -> Action: ...

    def of_user(
        self, user_id: str, *, cursor: str | None = None, limit: int = 50
    ) -> tuple[list[Notice], str | None]: ...

    def read(self, user_id: str, notice_id: str, at: dt.datetime) -> bool: ...

    def forget_all(self, user_id: str) -> None: ...


class OutboxStore(Protocol):
    def adding(self, letter: Letter) -> Action: ...

    def claim(self, message_id: str, *, now: dt.datetime, until: dt.datetime) -> Letter | None: ...

    def sent(self, message_id: str, at: dt.datetime) -> None: ...

    def given_up(self, message_id: str, at: dt.datetime) -> None: ...

    def waiting(self, *, before: dt.datetime, limit: int = 100) -> list[str]: ...


class AttemptStore(Protocol):
    def count(self, subject: str, scope: str, *, window: dt.timedelta, now: dt.datetime) -> int: ...

    def begin(self, subject: str, scope: str, *, now: dt.datetime) -> int | None: ...

    def locked_until(self, subject: str, scope: str) -> dt.datetime | None: ...

    def lock(self, subject: str, scope: str, *, until: dt.datetime) -> None: ...

    def give_back(self, subject: str, scope: str) -> None: ...

    def clear(self, subject: str, scope: str) -> None: ...

    def know(self, subject: str, *, until: dt.datetime) -> None: ...

    def is_known(self, subject: str, *, now: dt.datetime) -> bool: ...


class UserStore(Protocol):
    def get(self, user_id: str) -> User | None: ...

    def get_many(self, user_ids: list[str]) -> list[User]: ...

    def creating(self, user: User) -> Action: ...

    def changing(self, user_id: str, changes: dict[str, Any]) -> Action: ...

    def change(self, user_id: str, changes: dict[str, Any]) -> None: ...

    def adding(self, user_id: str, sets: dict[str, set[str]], *, of_studio: str | None = None) -> Action:
        """Add to sets of the row; with ``of_studio`` only while the person is of that studio."""

    def removing(self, user_id: str, sets: dict[str, set[str]]) -> Action: ...

    def joining_studio(
        self, user_id: str, *, studio_id: str, role: Role, all_companies: bool, studio_wallet_id: str
    ) -> Action: ...

    def closing(self, user_id: str, at: dt.datetime) -> Action: ...


class SessionStore(Protocol):
    def get(self, session_id: str) -> Session | None: ...

    def start(self, session: Session, *, expires: dt.datetime) -> None: ...

    def change(self, session_id: str, changes: dict[str, Any]) -> None: ...


class ProfileRowsFound(NamedTuple):
    balance: int
    studio: Studio | None
    company: LinkedCompany | None
    inviting_studio: Studio | None
    standing_studio: Studio | None


class ProfileRows(Protocol):
    """What stands around a person, in one consistent read."""

    def profile(
        self,
        *,
        studio_id: str | None,
        company_id: str | None,
        wallet_id: str,
        inviting_id: str | None,
        standing_id: str | None,
    ) -> ProfileRowsFound: ...


class EmailChange(BaseModel):
    """A new address that waits for its code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_id: str
    email: str
    code_digest: str
    valid_until: dt.datetime


class EmailChangeStore(Protocol):
    def keeping(self, change: EmailChange) -> Action: ...

    def find(self, user_id: str) -> EmailChange | None: ...

    def forgetting(self, user_id: str) -> Action: ...


class IdempotencyStore(Protocol):
    def begin(self, user_id: str, key: str, *, fingerprint: str, now: dt.datetime) -> str | None:
        """None for the first; afterwards the answer that the first one got.

        Raises:
            Conflict: the first one is still under way, or the key was used for another request.
        """

    def finish(self, user_id: str, key: str, answer: str) -> None: ...

    def forget(self, user_id: str, key: str) -> None:
        """It failed: the key may be used again."""
