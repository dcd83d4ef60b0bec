"""Users and their sessions.

A user is the Cognito ``sub``. A session is the ``origin_jti`` of the tokens of one log-in: it says whether a
second factor was given, and it can end at once although tokens live on for minutes.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict

from autofatture.domain.access import Actor, Role
from autofatture.domain.errors import NotSignedIn


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class User(_Model):
    user_id: str
    email: str
    name: str
    locale: str = "it"
    created_at: dt.datetime
    referral_code: str
    referral_chain: tuple[str, ...] = ()
    """Who referred this user, who referred that one, and so on; the nearest last."""
    invited_by: str | None = None
    """The studio whose invitation brought this user: proposed when an accountant is chosen."""
    studio_id: str | None = None
    role: Role | None = None
    all_companies: bool = False
    """A member sees every company of the studio. Implied for a *titolare*."""
    studio_wallet_id: str | None = None
    """The wallet of the studio, so that the balance is read together with the user's own."""
    own_wallet_id: str | None = None
    """Set when the user left a studio that goes on with the wallet he once founded it with."""
    company_ids: frozenset[str] = frozenset()
    """Companies that this user's own FiC accounts opened."""
    connection_ids: frozenset[str] = frozenset()
    standing_studio_id: str | None = None
    """The studio that was chosen for all companies: those linked later get it too, until the owner ends this."""
    standing_since: dt.datetime | None = None
    selected_company_id: str | None = None
    only_mine: bool = False
    """*Mostra solo le mie*: the list of companies begins with those assigned to this person alone."""
    mfa_enabled: bool = False
    sessions_from: dt.datetime | None = None
    """Sessions that began earlier have ended, all of them at once."""
    exported_at: dt.datetime | None = None
    closed_at: dt.datetime | None = None
    """The account was deleted; the row only keeps its id from being used again."""

    @property
    def wallet_id(self) -> str:
        """The user's own wallet. It pays for a studio too, from the day the user founds one."""
        return self.own_wallet_id or self.user_id

    @property
    def paying_wallet_id(self) -> str:
        """Where credits that come to this user belong: a *titolare*'s to the studio."""
        if self.role is Role.TITOLARE and self.studio_wallet_id is not None:
            return self.studio_wallet_id
        return self.wallet_id


class Session(_Model):
    session_id: str
    user_id: str
    mfa: bool
    started_at: dt.datetime
    refreshed_at: dt.datetime
    revoked_at: dt.datetime | None = None


def actor_of(user: User | None, session: Session | None, *, user_id: str) -> Actor:
    """Who acts, when the session is alive and is this user's.

    Raises:
        NotSignedIn: no session row, one of another user, one that was ended, or an account that was closed.
    """
    if user is None or session is None or session.user_id != user_id or user.user_id != user_id:
        raise NotSignedIn
    ended = session.revoked_at is not None or user.closed_at is not None
    if ended or (user.sessions_from is not None and session.started_at < user.sessions_from):
        raise NotSignedIn
    return Actor(
        user_id=user.user_id,
        session_id=session.session_id,
        mfa=session.mfa,
        name=user.name,
        studio_id=user.studio_id,
        role=user.role,
        all_companies=user.all_companies or user.role is Role.TITOLARE,
    )
