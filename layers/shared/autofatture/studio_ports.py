"""What the services of studios and of newcomers need of the table."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from autofatture.account_ports import Action
from autofatture.domain.referral import Referral
from autofatture.domain.studios import ClientInvitation, InvitationState, Member, MemberInvitation, Studio


class PendingSignUp(BaseModel):
    """What was typed at sign-up. Its effects happen once, when the address is confirmed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_id: str
    name: str
    referral_code: str | None = None
    invitation: str | None = None
    """``STUDIO`` or ``STUDIO.DIGEST``: an open link of a studio, or the invitation of one address."""


class NewcomerStore(Protocol):
    def keep(self, pending: PendingSignUp, *, now: dt.datetime) -> None: ...

    def find(self, user_id: str) -> PendingSignUp | None: ...

    def forgetting(self, user_id: str) -> Action: ...

    def address_holder(self, digest: str) -> str | None: ...

    def holding_address(self, digest: str, user_id: str) -> Action: ...

    def code_owner(self, code: str) -> str | None: ...

    def claiming_code(self, code: str, user_id: str) -> Action: ...

    def releasing_code(self, code: str) -> Action: ...

    def recording(self, referral: Referral) -> Action: ...

    def forgetting_name(self, owner_id: str, referred_id: str) -> Action: ...

    def referrals_of(self, user_id: str, *, limit: int = 200) -> list[Referral]: ...


class ListedStudio(NamedTuple):
    """A row of the public list: what anybody who signed in may see."""

    studio_id: str
    name: str
    city: str
    vat_number: str
    about: str


class StudioStore(Protocol):
    def get(self, studio_id: str) -> Studio | None: ...

    def saving(self, before: Studio | None, after: Studio) -> list[Action]: ...

    def listed(
        self, kind: str, beginning: str, *, limit: int, cursor: str | None
    ) -> tuple[list[ListedStudio], str | None]: ...

    def members(self, studio_id: str) -> list[Member]: ...

    def member(self, studio_id: str, user_id: str) -> Member | None: ...

    def member_saving(self, member: Member, *, existing: bool = False) -> Action: ...

    def member_removing(self, studio_id: str, user_id: str) -> Action: ...

    def titolare_changing(self, studio_id: str, user_id: str, *, is_one: bool) -> Action: ...

    def member_inviting(self, invitation: MemberInvitation) -> Action: ...

    def member_invitation(self, studio_id: str, digest: str) -> MemberInvitation | None: ...

    def member_invitation_using(self, studio_id: str, digest: str) -> Action: ...

    def client_inviting(self, invitation: ClientInvitation) -> Action: ...

    def client_invitation(self, studio_id: str, digest: str) -> ClientInvitation | None: ...

    def client_invitations_named(self, studio_id: str, digests: list[str]) -> dict[str, ClientInvitation]: ...

    def client_invitations(
        self, studio_id: str, *, limit: int = 500, cursor: str | None = None
    ) -> tuple[list[ClientInvitation], str | None]: ...

    def client_invitation_moving(
        self, studio_id: str, digest: str, state: InvitationState, *, user_id: str, at: dt.datetime
    ) -> Action: ...

    def client_invitation_forgetting(self, studio_id: str, digest: str) -> Action: ...
