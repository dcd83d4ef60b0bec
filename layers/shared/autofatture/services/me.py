"""The signed-in person as the app shows them: name, studio, selected company, credits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from autofatture.account_ports import ProfileRows, UserStore
from autofatture.domain.access import Role
from autofatture.domain.accounts import User
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.studios import Studio
from autofatture.services.access import AccessReader, Identity

LOCALES = ("it",)


@dataclass(frozen=True)
class Me:
    user: User
    mfa: bool
    """Of this session."""
    credits: int
    """*Crediti Autofatture* of the wallet that pays for what this person does: the studio's, or the own one."""
    studio: Studio | None = None
    selected_company: LinkedCompany | None = None
    inviting_studio: Studio | None = None
    """Whose invitation brought this person, as long as it can be chosen."""
    standing_studio: Studio | None = None
    """Chosen for all companies: those linked later get it too."""


class MemberNames(Protocol):
    """The list of members of a studio shows names too."""

    def rename(self, studio_id: str, user_id: str, name: str) -> None: ...


def may_see(user: User, company: LinkedCompany) -> bool:
    """Whether a company can be in this person's list."""
    if user.user_id in company.acting_owner_ids:
        return True
    of_studio = user.studio_id is not None and user.studio_id == company.studio_id
    sees_all = user.role is Role.TITOLARE or user.all_companies
    return of_studio and (sees_all or user.user_id in company.assigned)


class MeReader:
    def __init__(self, access: AccessReader, rows: ProfileRows, users: UserStore, members: MemberNames) -> None:
        self._access = access
        self._rows = rows
        self._users = users
        self._members = members

    def show(self, claims: Identity) -> Me:
        """Two calls to the table.

        Raises:
            NotSignedIn: the session has ended.
        """
        signed_in = self._access.signed_in(claims)
        return self.of(signed_in.user, mfa=signed_in.actor.mfa)

    def of(self, user: User, *, mfa: bool) -> Me:
        """One call to the table, for a person who was read already."""
        wallet = user.studio_wallet_id or user.wallet_id
        invited_by = user.invited_by if user.studio_id is None else None
        rows = self._rows.profile(
            studio_id=user.studio_id,
            company_id=user.selected_company_id,
            wallet_id=wallet,
            inviting_id=invited_by,
            standing_id=user.standing_studio_id,
        )
        company = rows.company if rows.company and may_see(user, rows.company) else None
        inviting = rows.inviting_studio if rows.inviting_studio and rows.inviting_studio.in_list else None
        return Me(
            user=user,
            mfa=mfa,
            credits=rows.balance,
            studio=rows.studio,
            selected_company=company,
            inviting_studio=inviting,
            standing_studio=rows.standing_studio,
        )

    def change(self, claims: Identity, *, name: str | None, locale: str | None, only_mine: bool | None = None) -> Me:
        """Change what the person may change about themselves; None leaves it."""
        signed_in = self._access.signed_in(claims)
        wanted: dict[str, str | bool | None] = {"name": name, "locale": locale, "only_mine": only_mine}
        changes = {key: value for key, value in wanted.items() if value is not None}
        if changes:
            self._users.change(signed_in.user.user_id, changes)
        if name is not None and signed_in.user.studio_id is not None:
            self._members.rename(signed_in.user.studio_id, signed_in.user.user_id, name)
        return self.of(signed_in.user.model_copy(update=changes), mfa=signed_in.actor.mfa)
