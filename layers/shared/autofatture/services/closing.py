"""Leaving: a copy of everything first, then the account is closed and what is personal in it is erased."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from autofatture.account_ports import Action, ConnectionStore, Ledger, NoticeStore, Transactions, UserStore
from autofatture.company_ports import CompanyStore
from autofatture.domain.access import Role
from autofatture.domain.accounts import User
from autofatture.domain.company_access import By, Changed, dropped, left
from autofatture.domain.errors import BadCredentials, BadInput, ConditionFailed, Conflict
from autofatture.domain.linked_company import AccessEvent, LinkedCompany, LinkState
from autofatture.domain.sign_in import digest_of_email
from autofatture.domain.studios import Studio
from autofatture.domain.timestamps import new_id, stamp
from autofatture.identity_ports import IdentityProvider
from autofatture.ports import Blobs, Clock
from autofatture.services import letters
from autofatture.services.access import AccessReader, Identity
from autofatture.services.attempts import Attempts
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import Around, CompanyWrites
from autofatture.services.departures import Departures
from autofatture.services.notices import Notices, Outbox, addresses_of
from autofatture.studio_ports import NewcomerStore, StudioStore

EXPORT_VALID = dt.timedelta(days=7)
"""How long a copy counts as made before closing."""
DOWNLOAD_SECONDS = 60


@dataclass(frozen=True)
class AccountStores:
    """Everything that knows a person."""

    users: UserStore
    studios: StudioStore
    newcomers: NewcomerStore
    companies: CompanyStore
    connections: ConnectionStore
    ledger: Ledger
    notices: NoticeStore


class AccountExport:
    def __init__(self, *, access: AccessReader, stores: AccountStores, blobs: Blobs, clock: Clock) -> None:
        self._access = access
        self._stores = stores
        self._blobs = blobs
        self._clock = clock

    def make(self, claims: Identity) -> str:
        """An address, good for a minute, of a JSON file with all that is kept about this person."""
        user = self._access.signed_in(claims).user
        held = self._all_of(user)
        key = f"account-exports/{user.user_id}/{new_id()}.json"
        body = json.dumps(held, ensure_ascii=False, indent=2, sort_keys=True).encode()
        self._blobs.put(key, body, content_type="application/json")
        self._stores.users.change(user.user_id, {"exported_at": stamp(self._clock.now())})
        return self._blobs.download_url(key, file_name="autofatture-account.json", expires_in=DOWNLOAD_SECONDS)

    def _all_of(self, user: User) -> dict[str, Any]:
        stores = self._stores
        connections = stores.connections.get_many(sorted(user.connection_ids)) if user.connection_ids else []
        companies = _companies_of(stores.companies, user)
        wallets = [w for w in dict.fromkeys((user.wallet_id, user.studio_wallet_id)) if w]
        studio = stores.studios.get(user.studio_id) if user.studio_id else None
        runs_it = studio is not None and user.role is Role.TITOLARE
        secret = {"access", "refresh", "lease_owner", "lease_until", "generation"}
        return {
            "profilo": user.model_dump(mode="json"),
            "studio": studio.model_dump(mode="json") if studio else None,
            "collaboratori": [m.model_dump(mode="json") for m in stores.studios.members(studio.studio_id)]
            if studio and runs_it
            else [],
            "inviti": [i.model_dump(mode="json") for i in stores.studios.client_invitations(studio.studio_id)[0]]
            if studio and runs_it
            else [],
            "collegamenti": [c.model_dump(mode="json", exclude=secret) for c in connections],
            "aziende": [
                _whole(c, stores.companies.history(c.company_id))
                if user.user_id in c.acting_owner_ids
                else _own_part(c, stores.companies.history(c.company_id), user.user_id)
                for c in companies
            ],
            "crediti": {
                "saldi": stores.ledger.balances(wallets),
                "movimenti": [m.model_dump(mode="json") for m in _movements_of(stores.ledger, user.wallet_id)],
            },
            "referral": [r.model_dump(mode="json") for r in stores.newcomers.referrals_of(user.user_id)],
            "avvisi": [n.model_dump(mode="json") for n in stores.notices.of_user(user.user_id, limit=500)[0]],
        }


class Closing:
    def __init__(
        self,
        *,
        access: AccessReader,
        stores: AccountStores,
        identity: IdentityProvider,
        writes: CompanyWrites,
        departures: Departures,
        transactions: Transactions,
        attempts: Attempts,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._access = access
        self._stores = stores
        self._identity = identity
        self._writes = writes
        self._departures = departures
        self._transactions = transactions
        self._attempts = attempts
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def close(self, claims: Identity, password: SecretStr) -> None:
        """Close the account. Each step can be repeated, so a call that was cut short is simply made again.

        Raises:
            BadInput: wrong password.
            Conflict: no copy was made in the last seven days, or the studio would be left without *titolare*.
        """
        user = self._access.signed_in(claims).user
        self._prove(user, password)
        now = self._clock.now()
        if user.exported_at is None or now - user.exported_at > EXPORT_VALID:
            message = "Prima di chiudere l'account scarica una copia dei tuoi dati: dopo non sarà più possibile."
            raise Conflict(message, code="export_first")
        self._leave_studio(user)
        for connection in self._stores.connections.get_many(sorted(user.connection_ids)) if user.connection_ids else []:
            self._stores.connections.end(connection, state=LinkState.REVOCATA)
            self._leave_companies(connection.company_ids, user)
        self._leave_companies(sorted(user.company_ids), user)
        self._stores.notices.forget_all(user.user_id)
        posted, ids = self._outbox.posting([user.email], letters.account_closed(self._public_url))
        actions: list[Action] = [
            self._stores.users.closing(user.user_id, now),
            self._stores.newcomers.forgetting(user.user_id),
            self._audit.on_account(user.user_id, "account.closed"),
            *posted,
        ]
        if user.referral_code:
            actions.append(self._stores.newcomers.releasing_code(user.referral_code))
        if user.invited_by:
            digest = digest_of_email(user.email)
            actions.append(self._stores.studios.client_invitation_forgetting(user.invited_by, digest))
        self._transactions.transact(actions)
        self._forget_name(user)
        self._outbox.dispatch(ids)
        self._identity.end_all_sessions(user.user_id)
        self._identity.delete(user.user_id)

    def _prove(self, user: User, password: SecretStr) -> None:
        try:
            with self._attempts.guarded(user.user_id, "PASSWORD"):
                self._identity.log_in(user.email, password)
        except BadCredentials:
            message = "La password non è corretta. L'account non è stato chiuso."
            raise BadInput(message, code="wrong_password", details={"field": "password"}) from None

    def _leave_studio(self, user: User) -> None:
        """A member leaves; the only person of a studio closes it, and its clients are free."""
        studio = self._stores.studios.get(user.studio_id) if user.studio_id else None
        if studio is None:
            return
        members = self._stores.studios.members(studio.studio_id)
        others = [m for m in members if m.user_id != user.user_id]
        alone = studio.titolare_ids <= {user.user_id}
        if others and alone and user.role is Role.TITOLARE:
            message = "Nello studio lavorano altre persone: nomina un altro titolare, poi chiudi l'account."
            raise Conflict(message, code="last_titolare")
        if not others:
            self._close_studio(studio, user)
            return
        linked = sorted(user.connection_ids)
        for connection_id in linked:
            self._transactions.transact([self._stores.connections.closing_to(connection_id, studio.studio_id)])
        self._departures.end(studio.studio_id, user.user_id, linked, by=user.user_id)
        self._transactions.transact(
            [
                self._stores.studios.member_removing(studio.studio_id, user.user_id),
                *(
                    [self._stores.studios.titolare_changing(studio.studio_id, user.user_id, is_one=False)]
                    if user.role is Role.TITOLARE
                    else []
                ),
                self._stores.users.changing(
                    user.user_id,
                    {"studio_id": None, "role": None, "all_companies": None, "studio_wallet_id": None},
                ),
            ]
        )

    def _close_studio(self, studio: Studio, user: User) -> None:
        by = By(user.user_id, None, self._clock.now())

        def around(before: LinkedCompany | None, changed: Changed) -> Around:
            company = changed.company
            beside = Around(actions=[self._audit.by_system(company.company_id, "company.dropped")])
            if before is None or before.studio_id != studio.studio_id:
                return beside
            text = f"{studio.name} ha chiuso e non lavora più su {company.name}: puoi scegliere un altro studio."
            owners = [one for one in company.owners_in_force if one != user.user_id]
            beside.actions += self._notices.telling(owners, "company.dropped", text, company_id=company.company_id)
            people = self._stores.users.get_many(owners[:100]) if owners else []
            words = letters.studio_dropped_to_owner(studio.name, company.name, self._public_url)
            beside.add(self._outbox.posting([one.email for one in people if one.closed_at is None], words))
            return beside

        ids = self._stores.companies.ids_of_studio(studio.studio_id)
        self._writes.each(ids, lambda company: dropped(company, studio.studio_id, by), around)
        closed = studio.model_copy(
            update={"withdrawn_at": self._clock.now(), "listed": False, "contact_email": "", "contact_phone": None}
        )
        self._transactions.transact(self._stores.studios.saving(studio, closed))

    def _leave_companies(self, company_ids: Iterable[str], user: User) -> None:
        by = By(user.user_id, None, self._clock.now())

        def around(before: LinkedCompany | None, changed: Changed) -> Around:
            beside = Around(actions=[self._audit.by_system(changed.company.company_id, "company.unlinked")])
            if before is not None and before.choice is not None and changed.company.choice is None:
                self._tell_studio(beside, before, before.choice.studio_id)
            return beside

        self._writes.each(company_ids, lambda company: left(company, user.user_id, by), around)

    def _tell_studio(self, beside: Around, company: LinkedCompany, studio_id: str) -> None:
        """With the last owner the studio's work ends; who that was is not named any more."""
        studio = self._stores.studios.get(studio_id)
        if studio is None:
            return
        text = f"Il cliente ha chiuso l'account: lo studio non ha più accesso a {company.name}."
        beside.actions += self._notices.telling(
            sorted(studio.titolare_ids), "company.revoked", text, company_id=company.company_id
        )
        words = letters.client_closed_to_studio([company.name], self._public_url)
        beside.add(self._outbox.posting(addresses_of(studio, self._stores.users), words))

    def _forget_name(self, user: User) -> None:
        """Whoever brought this person keeps the reward, without the name."""
        if not user.referral_chain:
            return
        try:
            self._transactions.transact([self._stores.newcomers.forgetting_name(user.referral_chain[-1], user.user_id)])
        except ConditionFailed:
            return


def _companies_of(companies: CompanyStore, user: User) -> list[LinkedCompany]:
    ids = sorted(user.company_ids)
    found: list[LinkedCompany] = []
    for start in range(0, len(ids), 100):
        found += companies.get_many(ids[start : start + 100]).values()
    return [c for c in found if user.user_id in c.owner_ids]


def _whole(company: LinkedCompany, history: Iterable[AccessEvent]) -> dict[str, Any]:
    return {**company.model_dump(mode="json"), "accessi": [e.model_dump(mode="json") for e in history]}


def _own_part(company: LinkedCompany, history: Iterable[AccessEvent], user_id: str) -> dict[str, Any]:
    """Who removed the link gets what tells of them; the company is another owner's now."""
    return {
        **company.model_dump(mode="json", include={"company_id", "name", "vat_id", "tax_code"}),
        "links": [k.model_dump(mode="json") for k in company.owner_links if k.user_id == user_id],
        "accessi": [e.model_dump(mode="json") for e in history if e.actor_id == user_id],
    }


def _movements_of(ledger: Ledger, wallet_id: str) -> list[Any]:
    first = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    return ledger.movements_between(wallet_id, first, dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
