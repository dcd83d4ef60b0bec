"""Who asks, and may they: one read for session, user, company and document together."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from autofatture.account_ports import AccessRows
from autofatture.domain.access import Access, Action, Actor, authorise
from autofatture.domain.accounts import User, actor_of
from autofatture.domain.errors import NotFound, NotSignedIn
from autofatture.domain.linked_company import LinkedCompany


class Identity(Protocol):
    """Who asks, as the entry point verified it."""

    @property
    def user_id(self) -> str: ...

    @property
    def session_id(self) -> str: ...


class Loaded(NamedTuple):
    access: Access
    company: LinkedCompany
    document: dict[str, Any] | None
    """The row of the document, as its repository maps it. Never None when a document id was given."""


class SignedIn(NamedTuple):
    actor: Actor
    user: User


class AccessReader:
    """The one place where a request is allowed or refused."""

    def __init__(self, rows: AccessRows) -> None:
        self._rows = rows

    def load(self, claims: Identity, company_id: str, action: Action, document_id: str | None = None) -> Loaded:
        """The company and the document, for a person who may do ``action`` there. One call to the table.

        Raises:
            NotSignedIn: the session has ended.
            NotFound: no such company or document, or not for this person.
            MfaRequired: another's company, without a second factor.
            NotAllowed: the role does not allow it.
        """
        found = self._rows.find(
            claims.user_id, session_id=claims.session_id, company_id=company_id, document_id=document_id
        )
        actor = actor_of(found.user, found.session, user_id=claims.user_id)
        access, company = self._decide(actor, found.company, action)
        if document_id is not None and found.document is None:
            raise NotFound
        return Loaded(access, company, found.document)

    def signed_in(self, claims: Identity) -> SignedIn:
        """The person behind a request that names no company. One call to the table.

        Raises:
            NotSignedIn: the session has ended.
        """
        found = self._rows.find(claims.user_id, session_id=claims.session_id)
        actor = actor_of(found.user, found.session, user_id=claims.user_id)
        if found.user is None:
            raise NotSignedIn
        return SignedIn(actor, found.user)

    def still_allowed(self, user_id: str, company_id: str, action: Action) -> Loaded:
        """The same decision for work that was queued: the session may have ended, the right must not.

        Queued work asks this right before its effect, so that a revocation reaches it too. The second factor
        was given when the work was approved.

        Raises:
            NotFound: the person lost the company, the studio or the account meanwhile.
            NotAllowed: the role was lowered meanwhile.
        """
        found = self._rows.find(user_id, session_id=None, company_id=company_id)
        access, company = self._decide(_without_session(found.user), found.company, action)
        return Loaded(access, company, None)

    def still_there(self, user_id: str) -> SignedIn:
        """The person behind work that was queued and names no company yet.

        Raises:
            NotFound: the account was closed meanwhile.
        """
        user = self._rows.find(user_id, session_id=None).user
        if user is None:
            raise NotFound
        return SignedIn(_without_session(user), user)

    @staticmethod
    def _decide(actor: Actor, company: LinkedCompany | None, action: Action) -> tuple[Access, LinkedCompany]:
        assigned = company is not None and actor.user_id in company.assigned
        access = authorise(actor, company.access() if company else None, assigned=assigned, action=action)
        if company is None:
            raise NotFound
        return access, company


def _without_session(user: User | None) -> Actor:
    if user is None or user.closed_at is not None:
        raise NotFound
    return Actor(
        user_id=user.user_id,
        session_id="",
        mfa=True,
        name=user.name,
        studio_id=user.studio_id,
        role=user.role,
        all_companies=user.all_companies,
    )
