"""Linking Fatture in Cloud: authorisation, callback, and removing a connection."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pydantic import SecretStr

from autofatture.account_ports import ConnectionStore, Transactions, UserStore
from autofatture.company_ports import CompanyStore, OAuthState, OAuthStateStore
from autofatture.domain.access import Access, Action, Basis, Role
from autofatture.domain.accounts import User
from autofatture.domain.company_access import By, Changed, unlinked
from autofatture.domain.connections import SCOPES, Connection
from autofatture.domain.errors import BadInput, ConditionFailed, Conflict, NotFound
from autofatture.domain.linked_company import LinkedCompany, LinkState
from autofatture.domain.studios import Studio
from autofatture.fic_ports import FicAccount, FicSignIn
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.access import AccessReader, Identity, SignedIn
from autofatture.services.audit import AuditTrail
from autofatture.services.choosing import Choosing
from autofatture.services.company_writes import Around, CompanyWrites
from autofatture.services.connections import Connections
from autofatture.services.link_companies import PROFILE_NEEDED, CompanyLinking, Linked, Linker, doors_of
from autofatture.services.notices import Notices, Outbox, addresses_of
from autofatture.studio_ports import StudioStore

CALLBACK_PATH = "/fattureincloud/callback"
"""The page of the app that FiC returns to; registered at FiC with the public address before it."""
STATE_TIME = dt.timedelta(minutes=10)
BAD_STATE = (
    "L'autorizzazione non è stata chiesta da questa sessione, oppure è scaduta o già usata. "
    "Nulla è stato collegato: premi di nuovo Collega."
)
LEFT_MEANWHILE = "Nel frattempo hai lasciato lo studio: nulla è stato collegato per lo studio. Premi di nuovo Collega."


@dataclass(frozen=True)
class LinkResult:
    connection: Connection
    companies: Sequence[Linked]
    return_to: str | None
    studio: Studio | None = None
    """The studio that the person had chosen for all companies, when it came to some of these."""
    studio_came_to: Sequence[str] = ()
    """The ids of those companies."""


@dataclass(frozen=True)
class LinkStores:
    """The stores that linking touches."""

    users: UserStore
    studios: StudioStore
    companies: CompanyStore
    connections: ConnectionStore
    states: OAuthStateStore


class Linking:
    def __init__(
        self,
        *,
        access: AccessReader,
        stores: LinkStores,
        sign_in: FicSignIn,
        account: FicAccount,
        vault: Connections,
        companies: CompanyLinking,
        choosing: Choosing,
        writes: CompanyWrites,
        transactions: Transactions,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._access = access
        self._stores = stores
        self._sign_in = sign_in
        self._account = account
        self._vault = vault
        self._companies = companies
        self._choosing = choosing
        self._writes = writes
        self._transactions = transactions
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def authorize(self, claims: Identity, return_to: str | None) -> str:
        """Where the browser goes. The state is for this person in this session, ten minutes, once.

        Raises:
            BadInput: ``return_to`` is not a path of this app.
        """
        self._access.signed_in(claims)
        if return_to is not None and (not return_to.startswith("/") or return_to.startswith(("//", "/\\"))):
            raise BadInput(code="bad_return")
        state = secrets.token_urlsafe(32)
        held = OAuthState(claims.user_id, claims.session_id, return_to, self._clock.now() + STATE_TIME)
        self._stores.states.keep(_digest(state), held)
        return self._sign_in.authorize_url(state=state, redirect_uri=self._redirect_uri, scopes=SCOPES)

    def callback(self, claims: Identity, code: SecretStr, state: SecretStr) -> LinkResult:
        """Exchange the code at once, look at every company, and link those this person may link.

        Raises:
            BadInput: a state that is not of this person and session, is old or was used; or a code that FiC
                does not take.
            TransientError: FiC cannot be reached.
        """
        signed_in = self._access.signed_in(claims)
        held = self._stores.states.take(_digest(state.get_secret_value()))
        asked_here = held is not None and (held.user_id, held.session_id) == (claims.user_id, claims.session_id)
        if held is None or not asked_here or held.valid_until < self._clock.now():
            raise BadInput(BAD_STATE, code="bad_state")
        tokens = self._sign_in.exchange(code, redirect_uri=self._redirect_uri)
        person = self._account.person(tokens.access)
        user, studio = signed_in.user, self._studio_of(signed_in.user)
        doors, beyond = doors_of(self._account.companies(tokens.access), as_studio=studio is not None)
        connection, opened_before = self._vault.store_new(
            user_id=user.user_id,
            fic_user_id=person.user_id,
            fic_user_name=person.name,
            tokens=tokens,
            company_ids=tuple(door.company.company_id for door in doors),
            studio_id=studio.studio_id if studio else None,
        )
        own = {door.company.company_id for door in doors if Basis.OWN in door.bases}
        # First the person's own list: a company that is in it and does not exist yet is simply not shown.
        held_by: dict[str, set[str]] = {"connection_ids": {connection.connection_id}, "company_ids": own}
        self._hold(user, held_by, connection, studio)
        linked = self._companies.link(Linker(signed_in, connection, studio), tokens.access, doors)
        self._unlink_missing(signed_in, connection, opened_before)
        skipped = [Linked(c.company_id, c.name, c.vat_id, None, (PROFILE_NEEDED,)) for c in beyond]
        result = LinkResult(connection, [*linked, *skipped], held.return_to)
        followed = self._choosing.follow(signed_in, sorted(own))
        if followed is None or not followed[1]:
            return result
        return replace(result, studio=followed[0], studio_came_to=[c.company_id for c in followed[1]])

    def connections(self, claims: Identity) -> list[tuple[Connection, list[LinkedCompany]]]:
        """This person's connections with their companies. At most three calls to the table."""
        user = self._access.signed_in(claims).user
        found = self._stores.connections.get_many(sorted(user.connection_ids)) if user.connection_ids else []
        wanted = list(dict.fromkeys(company_id for c in found for company_id in c.company_ids))[:100]
        companies = self._stores.companies.get_many(wanted) if wanted else {}
        return [(c, [companies[i] for i in c.company_ids if i in companies]) for c in found]

    def unlink(self, claims: Identity, connection_id: str) -> None:
        """Remove a connection of one's own: its tokens are erased, its companies say so, their studios are told.

        Raises:
            NotFound: not a connection of this person.
        """
        signed_in = self._access.signed_in(claims)
        connection = self._stores.connections.get(connection_id)
        if connection is None or connection.user_id != signed_in.user.user_id:
            raise NotFound
        self._stores.connections.end(connection, state=LinkState.REVOCATA)
        self._unlink_companies(signed_in, connection.company_ids, connection_id)
        self._transactions.transact(
            [
                self._stores.users.removing(signed_in.user.user_id, {"connection_ids": {connection_id}}),
                self._audit.on_account(signed_in.user.user_id, "fattureincloud.unlinked"),
            ]
        )

    def check_again(self, claims: Identity, company_id: str) -> LinkedCompany:
        """Ask FiC about one company once more, after somebody has mended what was missing.

        Raises:
            RelinkNeeded: the connection that writes no longer works.
        """
        company = self._access.load(claims, company_id, Action.READ).company
        return self._vault.calling(company.writing, lambda token: self._companies.check_again(company, token))

    @property
    def _redirect_uri(self) -> str:
        return self._public_url + CALLBACK_PATH

    def _studio_of(self, user: User) -> Studio | None:
        """The studio whose companies this person may bring in: only a *titolare* binds the studio."""
        if user.studio_id is None or user.role is not Role.TITOLARE:
            return None
        studio = self._stores.studios.get(user.studio_id)
        return studio if studio is not None and studio.withdrawn_at is None else None

    def _hold(self, user: User, held_by: dict[str, set[str]], connection: Connection, studio: Studio | None) -> None:
        """Put the connection on the person's list, while the person is still of the studio that it is for.

        Raises:
            Conflict: the person was removed from the studio while FiC answered; nothing was linked for it.
        """
        studio_id = studio.studio_id if studio else None
        entry = self._audit.on_account(user.user_id, "fattureincloud.linked")
        try:
            self._transactions.transact([self._stores.users.adding(user.user_id, held_by, of_studio=studio_id), entry])
        except ConditionFailed:
            if studio_id is not None:
                self._transactions.transact([self._stores.connections.closing_to(connection.connection_id, studio_id)])
            raise Conflict(LEFT_MEANWHILE, code="left_studio") from None

    def _unlink_missing(self, signed_in: SignedIn, connection: Connection, opened_before: Sequence[str]) -> None:
        """Linked again: what this FiC account no longer shows, or no longer controls, is not linked through it."""
        if connection.connection_id not in signed_in.user.connection_ids:
            return
        gone = sorted((signed_in.user.company_ids | set(opened_before)) - set(connection.company_ids))
        for start in range(0, len(gone), 100):
            companies = self._stores.companies.get_many(gone[start : start + 100])
            opened = [i for i, c in companies.items() if c.link_of(connection.connection_id) is not None]
            self._unlink_companies(signed_in, opened, connection.connection_id)

    def _unlink_companies(self, signed_in: SignedIn, company_ids: Iterable[str], connection_id: str) -> None:
        by = By(signed_in.user.user_id, signed_in.user.name, self._clock.now())

        def around(before: LinkedCompany | None, changed: Changed) -> Around:
            company_id = changed.company.company_id
            link = before.link_of(connection_id) if before is not None else None
            basis = link.basis if link else Basis.OWN
            access = Access(actor=signed_in.actor, company_id=company_id, basis=basis)
            beside = Around(actions=[self._audit.on_company(access, changed.company, "company.unlinked")])
            if before is not None and before.choice is not None and changed.company.choice is None:
                studio = self._stores.studios.get(before.choice.studio_id)
                text = f"{signed_in.user.name} ha scollegato {before.name}: lo studio non vi ha più accesso."
                beside.actions += self._notices.telling(
                    sorted(studio.titolare_ids) if studio else [], "company.revoked", text, company_id=company_id
                )
                words = letters.studio_revoked_to_studio(signed_in.user.name, [before.name], self._public_url)
                beside.add(self._outbox.posting(addresses_of(studio, self._stores.users) if studio else [], words))
            control = before.control if before is not None else None
            if before is not None and control is not None and changed.company.studio_id != control.studio_id:
                others = [one for one in changed.company.owners_in_force if one != signed_in.user.user_id]
                text = f"{control.studio_name} ha tolto il proprio collegamento a {before.name}."
                beside.actions += self._notices.telling(others, "company.control_ended", text, company_id=company_id)
            return beside

        self._writes.each(company_ids, lambda company: unlinked(company, connection_id, by), around)


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
