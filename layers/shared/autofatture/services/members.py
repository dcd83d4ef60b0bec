"""The people of a studio: invited by e-mail, given a role and companies, removed at once."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence

from autofatture.account_ports import Action, ConnectionStore, Transactions, UserStore
from autofatture.company_ports import CompanyStore
from autofatture.domain.access import Role
from autofatture.domain.accounts import User
from autofatture.domain.company_access import Changed, moved_wallet
from autofatture.domain.errors import BadInput, ConditionFailed, Conflict, MfaRequired, NotAllowed, NotFound
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.sign_in import normal_email
from autofatture.domain.studios import Member, MemberInvitation, Studio
from autofatture.domain.timestamps import new_id
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.access import AccessReader, Identity, SignedIn
from autofatture.services.attempts import Attempts
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import CompanyWrites
from autofatture.services.notices import Notices, Outbox
from autofatture.services.outbox import Errands, member_left_message
from autofatture.studio_ports import StudioStore

INVITATION_TIME = dt.timedelta(days=14)
MEMBERS = 100
PER_TRANSACTION = 25
TITOLARE_ONLY = "Solo il titolare dello studio può gestire i collaboratori."
LAST_TITOLARE = "Lo studio deve avere almeno un titolare: nominane prima un altro."
BAD_INVITATION = (
    "L'invito non è valido: è scaduto, è già stato usato o è per un altro indirizzo. Chiedi allo studio di rimandarlo."
)
ONE_STUDIO = "Fai già parte di uno studio: lascialo prima di entrare in un altro."
ROLE_WORDS = {Role.TITOLARE: "titolare", Role.COLLABORATORE: "collaboratore", Role.PRATICANTE: "praticante"}


class Members:
    def __init__(
        self,
        *,
        access: AccessReader,
        users: UserStore,
        studios: StudioStore,
        companies: CompanyStore,
        connections: ConnectionStore,
        writes: CompanyWrites,
        transactions: Transactions,
        attempts: Attempts,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        errands: Errands,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._access = access
        self._users = users
        self._studios = studios
        self._companies = companies
        self._connections = connections
        self._writes = writes
        self._transactions = transactions
        self._attempts = attempts
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._errands = errands
        self._public_url = public_url
        self._clock = clock

    def all(self, claims: Identity) -> list[Member]:
        """Members of the studio, for every member. Two calls.

        Raises:
            NotFound: this person is in no studio.
        """
        user = self._access.signed_in(claims).user
        if user.studio_id is None:
            raise NotFound(code="no_studio")
        return self._studios.members(user.studio_id)

    def invite(self, claims: Identity, email: str, role: Role) -> MemberInvitation:
        """Send an invitation to one address; it works once, for that address, for fourteen days.

        Raises:
            NotAllowed: not the *titolare*.
            BadInput: the form of the address.
        """
        signed_in, studio = self._titolare(claims)
        address = normal_email(email)
        self._attempts.allow(studio.studio_id, "INVITE_MEMBER", limit=50, window=dt.timedelta(days=1))
        secret = secrets.token_urlsafe(24)
        now = self._clock.now()
        invitation = MemberInvitation(
            studio_id=studio.studio_id,
            digest=_digest(secret),
            email=address,
            role=role,
            invited_by=signed_in.user.name,
            invited_at=now,
            valid_until=now + INVITATION_TIME,
        )
        link = f"{self._public_url}/studio/invito#{studio.studio_id}.{secret}"
        words = letters.member_invited(studio.name, signed_in.user.name, ROLE_WORDS[role], link, self._public_url)
        posted, ids = self._outbox.posting([address], words)
        entry = self._audit.in_studio(signed_in.actor, studio.studio_id, "studio.member_invited", {"role": role.value})
        self._transactions.transact([self._studios.member_inviting(invitation), entry, *posted])
        self._outbox.dispatch(ids)
        return invitation

    def accept(self, claims: Identity, token: str) -> Studio:
        """Join a studio with an invitation that was sent to one's own address.

        Raises:
            BadInput: expired, used, or for another address: one answer for all.
            Conflict: this person is in a studio already.
        """
        signed_in = self._access.signed_in(claims)
        user = signed_in.user
        studio_id, _, secret = token.partition(".")
        digest = _digest(secret)
        invitation = self._studios.member_invitation(studio_id, digest) if studio_id and secret else None
        expired = invitation is not None and invitation.valid_until < self._clock.now()
        if invitation is None or expired or invitation.email != user.email:
            raise BadInput(BAD_INVITATION, code="bad_invitation")
        studio = self._studios.get(studio_id)
        if studio is None:
            raise BadInput(BAD_INVITATION, code="bad_invitation")
        if user.studio_id is not None:
            raise Conflict(
                "Fai già parte di uno studio: lascialo prima di entrare in un altro.", code="already_in_studio"
            )
        titolare = invitation.role is Role.TITOLARE
        member = Member(
            studio_id=studio_id,
            user_id=user.user_id,
            name=user.name,
            email=user.email,
            role=invitation.role,
            all_companies=titolare,
            since=self._clock.now(),
        )
        actions: list[Action] = [
            self._users.joining_studio(
                user.user_id,
                studio_id=studio_id,
                role=invitation.role,
                all_companies=titolare,
                studio_wallet_id=studio.wallet_id,
            ),
            self._studios.member_invitation_using(studio_id, digest),
            self._studios.member_saving(member),
            self._audit.in_studio(signed_in.actor, studio_id, "studio.member_joined", {"role": member.role.value}),
            *self._notices.telling(
                sorted(studio.titolare_ids), "studio.member_joined", f"{user.name} è entrato nello studio."
            ),
        ]
        if titolare:
            actions.append(self._studios.titolare_changing(studio_id, user.user_id, is_one=True))
        try:
            self._transactions.transact(actions)
        except ConditionFailed:
            raise BadInput(BAD_INVITATION, code="bad_invitation") from None
        return studio

    def change(self, claims: Identity, user_id: str, *, role: Role | None, all_companies: bool | None) -> Member:
        """Another role, or all companies instead of those assigned. Effective with the member's next request.

        Raises:
            NotFound: no such member.
            NotAllowed: not the *titolare*, or it would leave the studio without one.
        """
        signed_in, studio = self._titolare(claims)
        before = self._member(studio, user_id)
        after = before.model_copy(
            update={
                "role": role or before.role,
                "all_companies": before.all_companies if all_companies is None else all_companies,
            }
        )
        if after.role is Role.TITOLARE:
            after = after.model_copy(update={"all_companies": True})
        actions = [
            self._users.changing(user_id, {"role": after.role.value, "all_companies": after.all_companies}),
            self._studios.member_saving(after, existing=True),
            self._audit.in_studio(
                signed_in.actor,
                studio.studio_id,
                "studio.member_changed",
                {"user_id": user_id, "role": after.role.value, "all_companies": str(after.all_companies).lower()},
            ),
        ]
        self._with_titolari(actions, studio, before.role, after.role, user_id)
        return after

    def remove(self, claims: Identity, user_id: str) -> None:
        """Remove a member, or leave. Effective with the next request of that person.

        With the same write the person's own Fatture in Cloud accounts stop writing for the studio, on queued work
        too; what becomes of each company is told by a worker, see :mod:`autofatture.services.departures`.

        Raises:
            NotFound: no such member.
            NotAllowed: not the *titolare* and not oneself, or the studio would be left without one.
        """
        signed_in = self._access.signed_in(claims)
        if signed_in.user.studio_id is None:
            raise NotFound(code="no_studio")
        if user_id != claims.user_id:
            self._titolare_of(signed_in)
        studio = self._studios.get(signed_in.user.studio_id)
        if studio is None:
            raise NotFound
        before = self._member(studio, user_id)
        person = self._users.get(user_id)
        leaving: dict[str, str | None] = {
            "studio_id": None,
            "role": None,
            "all_companies": None,
            "studio_wallet_id": None,
        }
        if person is not None and person.wallet_id == studio.wallet_id:
            # The studio goes on with the wallet it was founded with; who leaves begins an empty one.
            leaving["own_wallet_id"] = new_id()
        linked = sorted(person.connection_ids) if person is not None else []
        errand = member_left_message(
            studio.studio_id, user_id, linked, by=signed_in.user.user_id, now=self._clock.now()
        )
        actions = [
            self._users.changing(user_id, leaving),
            self._studios.member_removing(studio.studio_id, user_id),
            self._audit.in_studio(signed_in.actor, studio.studio_id, "studio.member_removed", {"user_id": user_id}),
            *self._closing(linked[:PER_TRANSACTION], studio.studio_id),
            self._errands.adding(errand),
        ]
        words = letters.member_removed(studio.name, self._public_url)
        posted, ids = self._outbox.posting([before.email] if user_id != claims.user_id else [], words)
        self._with_titolari([*actions, *posted], studio, before.role, None, user_id)
        for start in range(PER_TRANSACTION, len(linked), PER_TRANSACTION):
            self._transactions.transact(self._closing(linked[start : start + PER_TRANSACTION], studio.studio_id))
        self._errands.deliver([errand])
        self._outbox.dispatch(ids)
        own_wallet = leaving.get("own_wallet_id")
        if person is not None and own_wallet is not None:
            self._move_wallet(person, own_wallet)

    def _closing(self, connection_ids: Sequence[str], studio_id: str) -> list[Action]:
        return [self._connections.closing_to(connection_id, studio_id) for connection_id in connection_ids]

    def _move_wallet(self, person: User, wallet_id: str) -> None:
        """The companies of the person who left no longer draw on the studio's credits."""
        self._writes.each(
            sorted(person.company_ids), lambda company: Changed(moved_wallet(company, person.user_id, wallet_id), ())
        )

    def assign(self, claims: Identity, user_id: str, company_ids: Sequence[str]) -> list[str]:
        """Replace the companies that a member works on; the ids that the studio has.

        Raises:
            NotFound: no such member.
            NotAllowed: not the *titolare*.
        """
        signed_in, studio = self._titolare(claims)
        self._member(studio, user_id)
        wanted = set(company_ids)
        actions: list[Action] = []
        kept: list[str] = []
        ids = self._companies.ids_of_studio(studio.studio_id)
        for start in range(0, len(ids), 100):
            for company in self._companies.get_many(ids[start : start + 100]).values():
                works = company.company_id in wanted
                kept += [company.company_id] if works else []
                actions += self._assigning(signed_in, company, user_id, works=works)
        for start in range(0, len(actions), PER_TRANSACTION * 2):
            try:
                self._transactions.transact(actions[start : start + PER_TRANSACTION * 2])
            except ConditionFailed:
                raise Conflict from None
        return kept

    def _assigning(self, signed_in: SignedIn, company: LinkedCompany, user_id: str, *, works: bool) -> list[Action]:
        if works == (user_id in company.assigned):
            return []
        action = "studio.company_assigned" if works else "studio.company_unassigned"
        details = {"user_id": user_id, "company_id": company.company_id}
        entry = self._audit.in_studio(signed_in.actor, company.studio_id or "", action, details)
        return [self._companies.assigning(company, user_id, works=works), entry]

    def _with_titolari(
        self, actions: list[Action], studio: Studio, before: Role, after: Role | None, user_id: str
    ) -> None:
        """Commit, and keep the set of *titolari* in step. The condition keeps the last one."""
        last = len(actions)
        was, will_be = before is Role.TITOLARE, after is Role.TITOLARE
        if was != will_be:
            actions.append(self._studios.titolare_changing(studio.studio_id, user_id, is_one=will_be))
        try:
            self._transactions.transact(actions)
        except ConditionFailed as failure:
            if failure.at(last):
                raise NotAllowed(LAST_TITOLARE, code="last_titolare") from None
            raise Conflict from None

    def _member(self, studio: Studio, user_id: str) -> Member:
        member = self._studios.member(studio.studio_id, user_id)
        if member is None:
            raise NotFound
        return member

    def _titolare(self, claims: Identity) -> tuple[SignedIn, Studio]:
        signed_in = self._access.signed_in(claims)
        return signed_in, self._titolare_of(signed_in)

    def _titolare_of(self, signed_in: SignedIn) -> Studio:
        """The studio, for its *titolare* with a second factor: who joins reaches other people's companies."""
        studio = self._studios.get(signed_in.user.studio_id) if signed_in.user.studio_id else None
        if studio is None:
            raise NotFound(code="no_studio")
        if signed_in.user.role is not Role.TITOLARE:
            raise NotAllowed(TITOLARE_ONLY)
        if not signed_in.actor.mfa:
            raise MfaRequired
        return studio


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()[:40]
