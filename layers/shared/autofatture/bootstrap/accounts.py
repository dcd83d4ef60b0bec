"""Services of accounts: signing in, studios, linking, companies, credits, notices, audit."""

from __future__ import annotations

from functools import cache

from pydantic import SecretStr

from autofatture.adapters.cognito import CognitoIdentity
from autofatture.adapters.dynamodb.access_rows import ProfileRowsInTable
from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.connections import ConnectionsInTable
from autofatture.adapters.dynamodb.credits import LedgerInTable
from autofatture.adapters.dynamodb.idempotency import IdempotencyInTable
from autofatture.adapters.dynamodb.newcomers import EmailChangesInTable, NewcomersInTable
from autofatture.adapters.dynamodb.oauth_states import OAuthStatesInTable
from autofatture.adapters.dynamodb.outbox import NoticesInTable, OutboxInTable
from autofatture.adapters.dynamodb.users import Sessions
from autofatture.adapters.ses import SesMail
from autofatture.bootstrap.account_parts import (
    access,
    attempts,
    audit_trail,
    companies,
    company_writes,
    credits_of_documents,
    departures,
    errands,
    fic_account,
    fic_sign_in,
    notices,
    outbox,
    pace,
    public_url,
    secrets,
    secure_cookies,
    studio_rows,
    users,
    vault,
)
from autofatture.bootstrap.clients import blobs, client, clock, table
from autofatture.domain.errors import PermanentError
from autofatture.services.audit_seal import AuditSeal
from autofatture.services.choosing import Choosing, ChoosingStores
from autofatture.services.closing import AccountExport, AccountStores, Closing
from autofatture.services.companies import CompanyDesk, CompanyList
from autofatture.services.credentials import Credentials
from autofatture.services.granting import Granting
from autofatture.services.idempotency import Idempotency
from autofatture.services.invitations import Invitations
from autofatture.services.link_check import LinkCheck
from autofatture.services.link_companies import CompanyLinking
from autofatture.services.linking import Linking, LinkStores
from autofatture.services.me import MeReader
from autofatture.services.members import Members
from autofatture.services.notices import LetterSender
from autofatture.services.sign_in import SignIn
from autofatture.services.sign_up import Gifts, Newcomers, SignUp
from autofatture.services.studios import Studios
from autofatture.services.tickets import Tickets
from autofatture.services.wallets import Wallets
from autofatture.settings import Credits as CreditSettings
from autofatture.settings import Identity, MailSettings, Viewers, load

__all__ = ["access", "notices", "secure_cookies", "vault"]
"""Parts that the functions ask for beside the services below."""

# ------------------------------------------------------------------------------ api_auth


def viewer_header() -> str:
    name: str = load(Viewers).viewer_header
    return name


@cache
def identity() -> CognitoIdentity:
    settings = load(Identity)
    return CognitoIdentity(
        client("cognito-idp"),
        pool_id=settings.user_pool_id,
        client_id=settings.user_pool_client_id,
        secret=lambda: secrets().get(settings.user_pool_client_secret_name),
    )


def signing_secret() -> SecretStr:
    name = load(Identity).signing_secret_name
    if name is None:
        raise PermanentError(code="secret")
    return secrets().get(name)


@cache
def sign_up() -> SignUp:
    gifts = load(CreditSettings)
    return SignUp(
        identity=identity(),
        stores=Newcomers(users(), NewcomersInTable(table()), studio_rows()),
        transactions=table(),
        attempts=attempts(),
        pace=pace(),
        ledger=credits_of_documents(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        gifts=Gifts(gifts.welcome_credits, gifts.referral_credits),
        public_url=public_url(),
        clock=clock(),
    )


@cache
def sign_in() -> SignIn:
    return SignIn(
        identity=identity(),
        users=users(),
        sessions=Sessions(table()),
        access=access(),
        newcomers=sign_up(),
        attempts=attempts(),
        pace=pace(),
        tickets=Tickets(signing_secret, clock()),
        me=me(),
        clock=clock(),
    )


@cache
def credentials() -> Credentials:
    return Credentials(
        identity=identity(),
        access=access(),
        users=users(),
        sessions=Sessions(table()),
        newcomers=NewcomersInTable(table()),
        email_changes=EmailChangesInTable(table()),
        transactions=table(),
        attempts=attempts(),
        pace=pace(),
        audit=audit_trail(),
        outbox=outbox(),
        signing_secret=signing_secret,
        public_url=public_url(),
        clock=clock(),
    )


# ------------------------------------------------------------------------------ api_accounts


@cache
def me() -> MeReader:
    return MeReader(access(), ProfileRowsInTable(table()), users(), studio_rows())


def _account_stores() -> AccountStores:
    return AccountStores(
        users=users(),
        studios=studio_rows(),
        newcomers=NewcomersInTable(table()),
        companies=companies(),
        connections=ConnectionsInTable(table()),
        ledger=LedgerInTable(table()),
        notices=NoticesInTable(table()),
    )


@cache
def account_export() -> AccountExport:
    return AccountExport(access=access(), stores=_account_stores(), blobs=blobs(), clock=clock())


@cache
def closing() -> Closing:
    return Closing(
        access=access(),
        stores=_account_stores(),
        identity=identity(),
        writes=company_writes(),
        departures=departures(),
        transactions=table(),
        attempts=attempts(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )


@cache
def studios() -> Studios:
    return Studios(
        access=access(),
        users=users(),
        studios=studio_rows(),
        companies=companies(),
        writes=company_writes(),
        transactions=table(),
        attempts=attempts(),
        audit=audit_trail(),
        notices=notices(),
        errands=errands(),
        clock=clock(),
    )


@cache
def members() -> Members:
    return Members(
        access=access(),
        users=users(),
        studios=studio_rows(),
        companies=companies(),
        connections=ConnectionsInTable(table()),
        writes=company_writes(),
        transactions=table(),
        attempts=attempts(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        errands=errands(),
        public_url=public_url(),
        clock=clock(),
    )


@cache
def invitations() -> Invitations:
    return Invitations(
        access=access(),
        studios=studio_rows(),
        newcomers=NewcomersInTable(table()),
        transactions=table(),
        attempts=attempts(),
        audit=audit_trail(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )


@cache
def idempotency() -> Idempotency:
    return Idempotency(access(), IdempotencyInTable(table()), clock())


@cache
def wallets() -> Wallets:
    return Wallets(access(), LedgerInTable(table()), credits_of_documents())


# ------------------------------------------------------------------------------ api_linking


@cache
def linking() -> Linking:
    return Linking(
        access=access(),
        stores=LinkStores(
            users=users(),
            studios=studio_rows(),
            companies=companies(),
            connections=ConnectionsInTable(table()),
            states=OAuthStatesInTable(table()),
        ),
        sign_in=fic_sign_in(),
        account=fic_account(),
        vault=vault(),
        companies=_company_linking(),
        choosing=choosing(),
        writes=company_writes(),
        transactions=table(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )


def _company_linking() -> CompanyLinking:
    return CompanyLinking(
        companies=companies(),
        users=users(),
        check=LinkCheck(fic_account(), clock()),
        writes=company_writes(),
        transactions=table(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )


@cache
def choosing() -> Choosing:
    return Choosing(
        access=access(),
        stores=ChoosingStores(users=users(), studios=studio_rows(), companies=companies()),
        writes=company_writes(),
        transactions=table(),
        audit=audit_trail(),
        notices=notices(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )


# ------------------------------------------------------------------------------ api_companies


@cache
def company_list() -> CompanyList:
    return CompanyList(access(), companies())


@cache
def company_desk() -> CompanyDesk:
    return CompanyDesk(
        access=access(),
        companies=companies(),
        users=users(),
        studios=studio_rows(),
        transactions=table(),
        audit=audit_trail(),
        vault=vault,
        account=fic_account(),
        clock=clock(),
    )


# ------------------------------------------------------------------------------ workers and the operator


@cache
def letter_sender() -> LetterSender:
    return LetterSender(OutboxInTable(table()), SesMail(client("sesv2"), sender=load(MailSettings).mail_from), clock())


@cache
def audit_seal() -> AuditSeal:
    return AuditSeal(AuditInTable(table()), table(), clock())


@cache
def granting() -> Granting:
    return Granting(
        users=users(),
        newcomers=NewcomersInTable(table()),
        ledger=credits_of_documents(),
        transactions=table(),
        audit=audit_trail(),
        notices=notices(),
    )
