"""Logging in and out, and the sessions behind it.

A session is a row of ours beside the tokens of the identity provider: it says whether a second factor was
given, it can be ended at once, and it is over after twelve idle hours. Failures are counted by us, in the same
way for addresses that have an account and for those that have none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import SecretStr

from autofatture.account_ports import SessionStore, UserStore
from autofatture.domain.accounts import Session, User, actor_of
from autofatture.domain.errors import BadCredentials, ConditionFailed, NotSignedIn
from autofatture.domain.sign_in import IDLE, digest_of_email, normal_email
from autofatture.domain.timestamps import stamp
from autofatture.identity_ports import IdentityProvider, IdentityTokens, NotConfirmed
from autofatture.ports import Clock
from autofatture.services.access import AccessReader, Identity
from autofatture.services.attempts import Attempts, Pace
from autofatture.services.me import Me, MeReader
from autofatture.services.sign_up import SignUp
from autofatture.services.tickets import Tickets

PACE = 0.5
"""Seconds that every answer to a password takes."""
LOG_IN = "LOG_IN"
TOTP = "TOTP"
SESSION_KEPT = dt.timedelta(days=8)
"""Longer than the refresh token of the pool lives."""


@dataclass(frozen=True)
class LoggedIn:
    access_token: SecretStr
    expires_in: int
    me: Me
    renewal: SecretStr | None = None
    """What the cookie holds; None when the cookie stays as it is."""


class SignIn:
    def __init__(
        self,
        *,
        identity: IdentityProvider,
        users: UserStore,
        sessions: SessionStore,
        access: AccessReader,
        newcomers: SignUp,
        attempts: Attempts,
        pace: Pace,
        tickets: Tickets,
        me: MeReader,
        clock: Clock,
    ) -> None:
        self._identity = identity
        self._users = users
        self._sessions = sessions
        self._access = access
        self._newcomers = newcomers
        self._attempts = attempts
        self._pace = pace
        self._tickets = tickets
        self._me = me
        self._clock = clock

    def log_in(self, email: str, password: SecretStr, *, source: str) -> LoggedIn | str:
        """A session, or the ticket for the second factor. ``source`` is where the request comes from.

        Raises:
            BadCredentials: unknown address, wrong password or address not confirmed: one answer for all.
            TooManyRequests: locked after repeated failures, also for addresses that have no account.
        """
        address = normal_email(email)
        digest = digest_of_email(address)
        with self._pace.steady(PACE), self._attempts.guarded_from(digest, LOG_IN, source=source):
            try:
                answer = self._identity.log_in(address, password)
            except NotConfirmed:
                # Said before the password is looked at, so it must not show; the person has the code by e-mail.
                raise BadCredentials from None
            if isinstance(answer, IdentityTokens):
                return self._begin(answer, address, mfa=False)
            return self._tickets.issue(answer, address)

    def log_in_totp(self, ticket: str, code: str) -> LoggedIn:
        """A session with a second factor.

        Raises:
            BadCredentials: wrong code, or a ticket that is old or not ours.
            TooManyRequests: too many wrong codes.
        """
        challenge, address = self._tickets.read(ticket)
        with self._attempts.guarded(digest_of_email(address), TOTP):
            tokens = self._identity.answer_totp(challenge, code)
        return self._begin(tokens, address, mfa=True)

    def refresh(self, renewal: SecretStr) -> LoggedIn:
        """A new access token of a session that is alive.

        Raises:
            NotSignedIn: ended here or at the provider, idle for twelve hours, or not a cookie of ours.
        """
        user_id, token = _opened(renewal)
        tokens = self._identity.refresh(user_id, token)
        user, session = self._users.get(tokens.user_id), self._sessions.get(tokens.session_id)
        actor = actor_of(user, session, user_id=user_id)
        now = self._clock.now()
        if user is None or session is None or now - session.refreshed_at > IDLE:
            raise NotSignedIn
        try:
            self._sessions.change(session.session_id, {"refreshed_at": stamp(now)})
        except ConditionFailed:
            raise NotSignedIn from None
        return LoggedIn(tokens.access, tokens.expires_in, self._me.of(user, mfa=actor.mfa))

    def log_out(self, renewal: SecretStr | None) -> None:
        """End the session of this cookie. Without one there is nothing to end."""
        if renewal is None:
            return
        try:
            user_id, token = _opened(renewal)
            tokens = self._identity.refresh(user_id, token)
            self._sessions.change(tokens.session_id, {"revoked_at": stamp(self._clock.now())})
        except (NotSignedIn, ConditionFailed):
            return
        self._identity.revoke(token)

    def log_out_everywhere(self, claims: Identity) -> None:
        """End every session of this person at once, this one too."""
        user = self._access.signed_in(claims).user
        end_sessions(self._users, user.user_id, self._clock.now())
        self._identity.end_all_sessions(user.user_id)

    def _begin(self, tokens: IdentityTokens, address: str, *, mfa: bool) -> LoggedIn:
        user = self._users.get(tokens.user_id) or self._newcomers.welcome(tokens.user_id, address, "")
        if user.closed_at is not None or tokens.refresh is None:
            raise BadCredentials
        now = self._clock.now()
        session = Session(session_id=tokens.session_id, user_id=user.user_id, mfa=mfa, started_at=now, refreshed_at=now)
        self._sessions.start(session, expires=now + SESSION_KEPT)
        renewal = SecretStr(f"{user.user_id}:{tokens.refresh.get_secret_value()}")
        return LoggedIn(tokens.access, tokens.expires_in, self._me.of(user, mfa=mfa), renewal)


def end_sessions(users: UserStore, user_id: str, at: dt.datetime) -> None:
    """Every session that began before ``at`` is over, with one write."""
    users.change(user_id, {"sessions_from": stamp(at)})


def keep_session(sessions: SessionStore, session_id: str, at: dt.datetime, user: User) -> None:
    """Let one session outlive :func:`end_sessions`: it begins again now, the others do not."""
    if user.closed_at is None:
        sessions.change(session_id, {"started_at": stamp(at)})


def _opened(renewal: SecretStr) -> tuple[str, SecretStr]:
    user_id, parted, token = renewal.get_secret_value().partition(":")
    if not parted or not user_id or not token:
        raise NotSignedIn
    return user_id, SecretStr(token)
