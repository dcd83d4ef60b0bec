"""The signed-in person, and bodies and answers of ``api_auth``."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from autofatture.domain.access import Role
from autofatture.entrypoints.http import Wire
from autofatture.services.me import Me
from autofatture.services.sign_in import LoggedIn

Email = Annotated[str, StringConstraints(min_length=3, max_length=254, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$", strip_whitespace=True)]
Password = Annotated[SecretStr, Field(min_length=1, max_length=256)]


class StudioOfMine(BaseModel):
    studio_id: str
    name: str
    role: Role


class CompanyShort(BaseModel):
    company_id: str
    name: str
    vat_id: str


class InvitingStudio(BaseModel):
    """The studio whose invitation brought this person: proposed when an accountant is chosen."""

    studio_id: str
    name: str
    city: str


class StandingStudio(BaseModel):
    """The studio chosen for all companies: those linked from now on get it too, until the choice is ended."""

    studio_id: str
    name: str
    city: str
    since: dt.datetime
    withdrawn: bool
    """It takes no new clients: companies linked from now on do not get it."""


class UserView(BaseModel):
    user_id: str
    email: str
    name: str
    mfa: bool
    """Whether this session was begun with a second factor."""
    mfa_enabled: bool
    studio: StudioOfMine | None
    accountant: bool
    selected_company: CompanyShort | None
    credits: int
    """*Crediti Autofatture*: the number of self-invoices that can be created."""
    locale: str
    only_mine: bool
    """*Mostra solo le mie*: of a studio's companies the list shows only those assigned to this person."""
    referral_code: str
    invitation: InvitingStudio | None
    standing_studio: StandingStudio | None


def user_view(me: Me) -> UserView:
    user, studio, company, inviting = me.user, me.studio, me.selected_company, me.inviting_studio
    return UserView(
        user_id=user.user_id,
        email=user.email,
        name=user.name,
        mfa=me.mfa,
        mfa_enabled=user.mfa_enabled,
        studio=StudioOfMine(studio_id=studio.studio_id, name=studio.name, role=user.role)
        if studio and user.role
        else None,
        accountant=studio is not None,
        selected_company=CompanyShort(company_id=company.company_id, name=company.name, vat_id=company.vat_id)
        if company
        else None,
        credits=me.credits,
        locale=user.locale,
        only_mine=user.only_mine,
        referral_code=user.referral_code,
        invitation=InvitingStudio(studio_id=inviting.studio_id, name=inviting.name, city=inviting.city)
        if inviting
        else None,
        standing_studio=_standing(me),
    )


def _standing(me: Me) -> StandingStudio | None:
    studio, since = me.standing_studio, me.user.standing_since
    if studio is None or since is None:
        return None
    return StandingStudio(
        studio_id=studio.studio_id,
        name=studio.name,
        city=studio.city,
        since=since,
        withdrawn=studio.withdrawn_at is not None,
    )


class SignUpRequest(Wire):
    email: Email
    password: Password
    name: Name
    referral_code: Annotated[str, StringConstraints(max_length=40)] | None = None
    invitation: Annotated[str, StringConstraints(max_length=100)] | None = None
    """From an invitation link of a studio."""


class EmailRequest(Wire):
    email: Email


class ConfirmRequest(Wire):
    email: Email
    code: Code


class LogInRequest(Wire):
    email: Email
    password: Password


class TotpLogInRequest(Wire):
    ticket: Annotated[SecretStr, Field(min_length=1, max_length=8000)]
    code: Code


class SessionAnswer(BaseModel):
    access_token: str
    expires_in: int
    """Seconds."""
    user: UserView


class ChallengeAnswer(BaseModel):
    challenge: Literal["totp"] = "totp"
    ticket: str
    """Comes back with the code of the authenticator app, within three minutes."""


class ResetRequest(Wire):
    email: Email
    code: Code
    password: Password


class PasswordRequest(Wire):
    old: Password
    new: Password


class CodeRequest(Wire):
    code: Code


class TotpAnswer(BaseModel):
    secret: str
    otpauth_uri: str


def session_answer(logged_in: LoggedIn) -> SessionAnswer:
    return SessionAnswer(
        access_token=logged_in.access_token.get_secret_value(),
        expires_in=logged_in.expires_in,
        user=user_view(logged_in.me),
    )
