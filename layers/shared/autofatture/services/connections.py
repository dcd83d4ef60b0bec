"""The vault of FiC tokens: encrypted at rest, refreshed by one caller at a time.

FiC rotates the refresh token with every refresh, so the new pair is stored before anybody uses it, and two
refreshes at once would kill the connection. A conditional write takes a lease; whoever does not get it waits
for the new generation. Only an answer that the grant is dead (``invalid_grant``, 401) ends a connection:
being asked to wait (429, 403 with Retry-After) or an outage never touches the tokens.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

from pydantic import SecretStr

from autofatture.account_ports import ConnectionStore
from autofatture.domain.connections import Connection, Tokens, connection_id_of
from autofatture.domain.errors import NotFound, RelinkNeeded, TransientError
from autofatture.domain.linked_company import LinkState, Writer
from autofatture.domain.timestamps import new_id
from autofatture.fic_ports import FicSignIn
from autofatture.ports import Cipher, Clock

T = TypeVar("T")

FRESH = dt.timedelta(minutes=5)
"""A token that lives less than this is renewed before use."""
LEASE = dt.timedelta(seconds=30)
"""Longer than a refresh may take with its timeout; a caller that died loses it after that."""
WAIT_STEPS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0, 1.0, 1.5, 2.0, 2.0, 2.0, 2.0, 2.0)
"""Seconds between looks at the row while another caller refreshes."""


class LinkEnding(Protocol):
    """Tells the companies behind a connection, and their people, that it has to be made again."""

    def lost(self, connection: Connection) -> None:
        """Safe to repeat."""


class Stored(NamedTuple):
    connection: Connection
    opened_before: tuple[str, ...]
    """Companies that this FiC account showed when it was linked last."""


class Connections:
    def __init__(
        self,
        *,
        store: ConnectionStore,
        sign_in: FicSignIn,
        cipher: Cipher,
        clock: Clock,
        links: LinkEnding,
        sleep: Callable[[float], None],
    ) -> None:
        self._store = store
        self._sign_in = sign_in
        self._cipher = cipher
        self._clock = clock
        self._links = links
        self._sleep = sleep

    def access_token(
        self, connection_id: str, *, for_studio: str | None = None, rejected: SecretStr | None = None
    ) -> SecretStr:
        """A token to call FiC with now.

        ``for_studio`` names the studio that it would be used for, where that is not the person's own company.
        ``rejected`` is a token of this connection that FiC has just answered 401 to: it is renewed although
        its time has not come, and if the grant is dead too the connection ends here.

        Raises:
            RelinkNeeded: the person who linked has to link again, or has left that studio; work stays queued.
            TransientError: FiC or the other caller's refresh took too long; the tokens are untouched.
        """
        connection = self._alive(connection_id)
        if for_studio is not None and for_studio in connection.closed_to:
            raise RelinkNeeded
        usable = self._usable(connection, rejected, margin=FRESH)
        if usable is not None:
            return usable
        for pause in (0.0, *WAIT_STEPS):
            if pause:
                self._sleep(pause)
                connection = self._alive(connection_id)
                usable = self._usable(connection, rejected, margin=FRESH)
                if usable is not None:
                    return usable
            now = self._clock.now()
            if connection.lease_until is None or connection.lease_until <= now:
                owner = new_id()
                if self._store.take_lease(connection, owner=owner, until=now + LEASE, now=now):
                    return self._refresh(connection, owner, rejected)
        raise TransientError

    def calling(self, writer: Writer | None, call: Callable[[SecretStr], T]) -> T:
        """What ``call`` gets from FiC through the door that writes; a token that FiC refuses is renewed once.

        Raises:
            RelinkNeeded: no door that works, or the person who linked has to link again.
            TransientError: see :meth:`access_token`.
        """
        if writer is None:
            raise RelinkNeeded
        token = self.access_token(writer.connection_id, for_studio=writer.studio_id)
        try:
            return call(token)
        except RelinkNeeded:
            return call(self.access_token(writer.connection_id, for_studio=writer.studio_id, rejected=token))

    def store_new(
        self,
        *,
        user_id: str,
        fic_user_id: str,
        fic_user_name: str,
        tokens: Tokens,
        company_ids: tuple[str, ...],
        studio_id: str | None = None,
    ) -> Stored:
        """Encrypt and store the first pair of a connection, or the new pair of one that is linked again.

        ``studio_id``: the studio that it is linked for, when its person is one of the *titolari*.
        """
        connection_id = connection_id_of(user_id, fic_user_id)
        now = self._clock.now()
        earlier = self._store.get(connection_id)
        blank = Connection(
            connection_id=connection_id,
            user_id=user_id,
            fic_user_id=fic_user_id,
            fic_user_name=fic_user_name,
            generation=earlier.generation + 1 if earlier else 1,
            access="",
            refresh="",
            access_expires=now,
            company_ids=company_ids,
            closed_to=(earlier.closed_to if earlier else frozenset()) - {studio_id or ""},
            created_at=earlier.created_at if earlier else now,
            linked_at=now,
        )
        connection = self._sealed(blank, tokens, now)
        self._store.put(connection)
        return Stored(connection, earlier.company_ids if earlier else ())

    def _alive(self, connection_id: str) -> Connection:
        connection = self._store.get(connection_id)
        if connection is None:
            raise NotFound
        if connection.state is not LinkState.COLLEGATA:
            raise RelinkNeeded
        return connection

    def _usable(self, connection: Connection, rejected: SecretStr | None, *, margin: dt.timedelta) -> SecretStr | None:
        """The stored access token, when it still lives and is not the one that was refused."""
        if connection.access_expires <= self._clock.now() + margin:
            return None
        token = self._open(connection, connection.access)
        if rejected is not None and token.get_secret_value() == rejected.get_secret_value():
            return None
        return token

    def _refresh(self, connection: Connection, owner: str, rejected: SecretStr | None) -> SecretStr:
        try:
            tokens = self._sign_in.refresh(self._open(connection, connection.refresh))
        except RelinkNeeded:
            self._links.lost(connection)
            self._store.end(connection, state=LinkState.DA_RICOLLEGARE)
            raise
        except TransientError:
            self._store.release_lease(connection, owner=owner)
            still_good = self._usable(connection, rejected, margin=dt.timedelta())
            if still_good is not None:
                return still_good
            raise
        renewed = self._sealed(connection, tokens, self._clock.now())
        if not self._store.store_refreshed(renewed, owner=owner):
            # Linked again or ended while we asked: what stands there is newer than what we hold.
            current = self._usable(self._alive(connection.connection_id), rejected, margin=dt.timedelta())
            if current is None:
                raise TransientError
            return current
        return tokens.access

    def _sealed(self, connection: Connection, tokens: Tokens, now: dt.datetime) -> Connection:
        def seal(token: SecretStr) -> str:
            cipher = self._cipher.encrypt(token.get_secret_value().encode(), context=connection.context)
            return base64.b64encode(cipher).decode()

        return connection.model_copy(
            update={
                "access": seal(tokens.access),
                "refresh": seal(tokens.refresh),
                "access_expires": now + dt.timedelta(seconds=tokens.expires_in),
            }
        )

    def _open(self, connection: Connection, cipher: str) -> SecretStr:
        plain = self._cipher.decrypt(base64.b64decode(cipher), context=connection.context)
        return SecretStr(plain.decode())
