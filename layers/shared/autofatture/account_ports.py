"""What the account services need from the outside, beside ``ports.py``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from pydantic import SecretStr

from autofatture.domain.accounts import Session, User
from autofatture.domain.connections import Connection, Tokens
from autofatture.domain.credits import Movement, Reservation
from autofatture.domain.linked_company import LinkedCompany, LinkState

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

    def adding(self, movement: Movement) -> list[Action]:
        """Add to a wallet, once per business key."""

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


class FicSignIn(Protocol):
    """The OAuth2 side of FiC."""

    def authorize_url(self, *, state: str, redirect_uri: str, scopes: Sequence[str]) -> str: ...

    def exchange(self, code: SecretStr, *, redirect_uri: str) -> Tokens:
        """Within the 60 seconds that a code lives; a code works once.

        Raises:
            BadInput: FiC does not take the code (expired, used, of another address).
            TransientError: FiC cannot be reached or asks to wait.
        """

    def refresh(self, refresh_token: SecretStr) -> Tokens:
        """The next pair; FiC may end the old one at once.

        Raises:
            RelinkNeeded: ``invalid_grant`` or 401: the grant is dead.
            TransientError: anything else that is not an answer (429, 403 with Retry-After, 5xx, time-out).
        """
