"""Bodies and answers of ``api_accounts``."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from autofatture.domain.access import Role
from autofatture.domain.accounting_software import WORKING_COPY_WARNINGS, AccountingSoftware, ExportChoice
from autofatture.domain.credits import Movement, MovementKind
from autofatture.domain.money import Amount
from autofatture.domain.notices import Notice
from autofatture.domain.referral import REASONS, ReferralOutcome
from autofatture.domain.studios import ClientInvitation, InvitationState, Member, MemberInvitation, Studio
from autofatture.entrypoints.http import Wire
from autofatture.entrypoints.wire.people import Email, Name, Password
from autofatture.services.invitations import MyReferral, Sent
from autofatture.services.wallets import WalletPage
from autofatture.studio_ports import ListedStudio

Line = Annotated[str, StringConstraints(max_length=120, strip_whitespace=True)]


class MeChange(Wire):
    name: Name | None = None
    locale: Literal["it"] | None = None
    only_mine: bool | None = None
    """*Mostra solo le mie*: of a studio's companies only those assigned to oneself. Remembered."""


class CloseRequest(Wire):
    password: Password


class ExportAnswer(BaseModel):
    download_url: str
    """Good for a minute."""


class StudioRequest(Wire):
    name: Name
    vat_number: Annotated[str, StringConstraints(min_length=11, max_length=20, strip_whitespace=True)]
    city: Name
    contact_email: Email
    contact_phone: Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)] | None = None
    about: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    listed: bool = True
    """Shown in the list that clients choose from."""


class StudioView(BaseModel):
    """The studio as its members see it."""

    studio_id: str
    name: str
    vat_number: str
    city: str
    contact_email: str
    contact_phone: str | None
    about: str
    listed: bool
    withdrawn: bool
    role: Role
    four_eyes_amount: Amount | None
    """EUR; above it, who prepared a document cannot approve it."""
    four_eyes_new_supplier: bool
    accounting_software: AccountingSoftware
    """What the studio works with; a company may name another one."""
    exports: dict[AccountingSoftware, ExportChoice]
    """By package; one that is absent takes the original."""
    working_copy_warnings: list[str]
    """What to know before the working copy is chosen."""
    version: int


def studio_view(studio: Studio, role: Role | None) -> StudioView:
    return StudioView(
        studio_id=studio.studio_id,
        name=studio.name,
        vat_number=studio.vat_number,
        city=studio.city,
        contact_email=studio.contact_email,
        contact_phone=studio.contact_phone,
        about=studio.about,
        listed=studio.in_list,
        withdrawn=studio.withdrawn_at is not None,
        role=role or Role.TITOLARE,
        four_eyes_amount=studio.four_eyes_amount,
        four_eyes_new_supplier=studio.four_eyes_new_supplier,
        accounting_software=studio.accounting_software,
        exports=studio.exports,
        working_copy_warnings=list(WORKING_COPY_WARNINGS),
        version=studio.version,
    )


class WithdrawAnswer(BaseModel):
    links_kept: int
    message: str


class StudioRules(Wire):
    """What is left out stays as it is."""

    four_eyes_amount: Annotated[Amount, Field(ge=0)] | None = None
    """None: the amount does not matter."""
    four_eyes_new_supplier: bool = False
    accounting_software: AccountingSoftware = AccountingSoftware.NESSUNO
    exports: dict[AccountingSoftware, ExportChoice] = Field(default_factory=dict)
    """By package; packages that are not named keep their choice."""

    def given(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.model_fields_set}


class ListedStudioView(BaseModel):
    """What anybody who signed in may see of a studio; never an e-mail address."""

    studio_id: str
    name: str
    city: str
    vat_number: str
    about: str


class StudioList(BaseModel):
    items: list[ListedStudioView]
    next_cursor: str | None


def studio_list(found: list[ListedStudio], following: str | None) -> StudioList:
    return StudioList(items=[ListedStudioView(**one._asdict()) for one in found], next_cursor=following)


class MemberView(BaseModel):
    user_id: str
    name: str
    email: str
    role: Role
    all_companies: bool
    since: dt.datetime


def member_view(member: Member) -> MemberView:
    return MemberView(**member.model_dump(exclude={"studio_id"}))


class MemberList(BaseModel):
    items: list[MemberView]
    next_cursor: str | None = None


class MemberInvite(Wire):
    email: Email
    role: Role


class MemberInvitationView(BaseModel):
    email: str
    role: Role
    invited_at: dt.datetime
    valid_until: dt.datetime


def member_invitation_view(invitation: MemberInvitation) -> MemberInvitationView:
    return MemberInvitationView(**invitation.model_dump(include=set(MemberInvitationView.model_fields)))


class AcceptRequest(Wire):
    token: Annotated[str, StringConstraints(min_length=3, max_length=200, strip_whitespace=True)]


class MemberChange(Wire):
    role: Role | None = None
    all_companies: bool | None = None


class AssignRequest(Wire):
    company_ids: Annotated[list[Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]], Field(max_length=2000)]


class AssignAnswer(BaseModel):
    company_ids: list[str]
    """Those of the request that the studio has."""


class ClientInvite(Wire):
    email: Annotated[str, StringConstraints(max_length=254)]
    name: Line = ""


class InviteRequest(Wire):
    clients: Annotated[list[ClientInvite], Field(min_length=1, max_length=500)]


class InvitationView(BaseModel):
    email: str
    name: str
    state: InvitationState
    invited_at: dt.datetime
    changed_at: dt.datetime


def invitation_view(invitation: ClientInvitation) -> InvitationView:
    return InvitationView(**invitation.model_dump(include=set(InvitationView.model_fields)))


class InvitationList(BaseModel):
    items: list[InvitationView]
    next_cursor: str | None
    link: str
    """The open invitation link of the studio, for anybody."""


class InviteAnswer(BaseModel):
    items: list[InvitationView]
    skipped: list[str]
    """Addresses that were invited before: they get no second letter."""


def invite_answer(sent: Sent) -> InviteAnswer:
    return InviteAnswer(
        items=[invitation_view(one) for one in sent.invitations], skipped=[one.email for one in sent.skipped]
    )


class RewardView(BaseModel):
    name: str
    at: dt.datetime
    outcome: ReferralOutcome
    credits: int
    reason: str


class ReferralView(BaseModel):
    code: str
    share_url: str
    rewards: list[RewardView]


def referral_view(mine: MyReferral) -> ReferralView:
    rewards = [
        RewardView(
            name=one.referred_name, at=one.at, outcome=one.outcome, credits=one.credits, reason=REASONS[one.outcome]
        )
        for one in mine.rewards
    ]
    return ReferralView(code=mine.code, share_url=mine.share_url, rewards=rewards)


class WalletView(BaseModel):
    wallet_id: str
    of: Literal["me", "studio"]
    balance: int


class MovementView(BaseModel):
    kind: MovementKind
    amount: int
    at: dt.datetime
    company_id: str | None
    company_name: str | None
    document_id: str | None
    note: str | None


def movement_view(movement: Movement) -> MovementView:
    return MovementView(**movement.model_dump(include=set(MovementView.model_fields)))


class CreditsView(BaseModel):
    balance: int
    """Of the wallet whose movements these are."""
    wallets: list[WalletView]
    items: list[MovementView]
    next_cursor: str | None


def credits_view(page: WalletPage) -> CreditsView:
    return CreditsView(
        balance=page.balance,
        wallets=[WalletView(wallet_id=w, of=of, balance=n) for w, of, n in page.wallets],
        items=[movement_view(one) for one in page.movements],
        next_cursor=page.next_cursor,
    )


class NoticeView(BaseModel):
    notice_id: str
    at: dt.datetime
    kind: str
    text: str
    company_id: str | None
    read: bool


class NoticeList(BaseModel):
    items: list[NoticeView]
    next_cursor: str | None


def notice_list(found: list[Notice], following: str | None) -> NoticeList:
    items = [
        NoticeView(
            notice_id=n.notice_id,
            at=n.at,
            kind=n.kind,
            text=n.text,
            company_id=n.company_id,
            read=n.read_at is not None,
        )
        for n in found
    ]
    return NoticeList(items=items, next_cursor=following)
