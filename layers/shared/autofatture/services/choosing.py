"""Choosing an accountant, changing and revoking one, and the studio that gives a client up. All at once effective."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from autofatture.account_ports import Transactions, UserStore
from autofatture.company_ports import CompanyStore
from autofatture.domain.access import Access, Action, Basis, Role
from autofatture.domain.accounts import User
from autofatture.domain.company_access import By, Changed, chosen, dropped, followed, revoked
from autofatture.domain.errors import ConditionFailed, NotAllowed, NotFound
from autofatture.domain.linked_company import Choice, LinkedCompany
from autofatture.domain.notices import Words
from autofatture.domain.sign_in import digest_of_email
from autofatture.domain.studios import InvitationState, Studio
from autofatture.domain.timestamps import stamp
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.access import AccessReader, Identity, SignedIn
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import Around, CompanyWrites
from autofatture.services.notices import Notices, Outbox, addresses_of
from autofatture.studio_ports import StudioStore

OWNER_ONLY = "Il commercialista lo sceglie il titolare dell'azienda, cioè chi ha collegato il suo Fatture in Cloud."
EMPLOYEE = (
    "In Fatture in Cloud hai un accesso da collaboratore: il commercialista lo sceglie chi ha l'account principale "
    "dell'azienda, che ha già collegato Fatture in Cloud."
)


@dataclass(frozen=True)
class ChoosingStores:
    users: UserStore
    studios: StudioStore
    companies: CompanyStore


class Choosing:
    def __init__(
        self,
        *,
        access: AccessReader,
        stores: ChoosingStores,
        writes: CompanyWrites,
        transactions: Transactions,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._access = access
        self._users = stores.users
        self._studios = stores.studios
        self._companies = stores.companies
        self._writes = writes
        self._transactions = transactions
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def choose(self, claims: Identity, company_id: str, studio_id: str) -> tuple[LinkedCompany, Studio]:
        """The owner chooses a studio for one company; it works there from this moment.

        Raises:
            NotFound: the company, or a studio that exists and was not withdrawn.
            NotAllowed: somebody who is not the owner.
        """
        loaded = self._access.load(claims, company_id, Action.MANAGE)
        owner = self._users.get(claims.user_id)
        studio = self._open_studio(studio_id)
        if owner is None:
            raise NotFound
        _owner_may(loaded.access, loaded.company)
        done = self._choose(SignedIn(loaded.access.actor, owner), studio, [loaded.company], chosen)
        return done[0], studio

    def choose_for_all(self, claims: Identity, studio_id: str) -> tuple[list[LinkedCompany], Studio]:
        """The same for every company of this owner, and for those linked from now on.

        Companies where another has the say are left as they are.

        Raises:
            NotFound: the studio, or there is no company yet.
        """
        signed_in = self._access.signed_in(claims)
        studio = self._open_studio(studio_id)
        own = self._own_companies(signed_in.user)
        if not own:
            raise NotFound("Non hai ancora aziende collegate: collega prima Fatture in Cloud.", code="no_company")
        if signed_in.user.standing_studio_id != studio.studio_id:
            self._stand(signed_in.user, studio.studio_id)
        return self._choose(signed_in, studio, own, chosen), studio

    def end_standing(self, claims: Identity) -> None:
        """Companies linked from now on get no studio by themselves. Those that have one keep it.

        Raises:
            NotFound: no studio was chosen for all companies.
        """
        user = self._access.signed_in(claims).user
        if user.standing_studio_id is None:
            raise NotFound("Non c'è una scelta valida per tutte le aziende.", code="no_standing_choice")
        self._stand(user, None)

    def follow(self, owner: SignedIn, company_ids: Sequence[str]) -> tuple[Studio, list[LinkedCompany]] | None:
        """Let what the owner chose for all companies reach those that were just linked.

        Returns the studio and the companies that it came to; None where there is nothing to follow. A studio
        that was withdrawn meanwhile takes no new client: the choice ends, and the owner is told.
        """
        studio_id = owner.user.standing_studio_id
        if studio_id is None or not company_ids:
            return None
        studio = self._studios.get(studio_id)
        if studio is None or studio.withdrawn_at is not None:
            self._stand(owner.user, None)
            name = studio.name if studio else "Lo studio"
            text = f"{name} non accetta più nuovi clienti: scegli uno studio per le aziende appena collegate."
            self._transactions.transact(self._notices.telling([owner.user.user_id], "company.no_studio", text))
            return None
        free = [c for c in self._own_companies(owner.user, company_ids) if c.choice is None]
        done = self._choose(owner, studio, free, followed)
        return studio, [c for c in done if c.choice is not None and c.choice.studio_id == studio_id]

    def revoke(self, claims: Identity, company_id: str, basis: Basis | None) -> LinkedCompany:
        """The owner ends the studio's access on one basis, by default the one in force. The other one stays.

        Raises:
            NotFound: no such company, or no studio on that basis.
            NotAllowed: somebody who is not the owner.
        """
        loaded = self._access.load(claims, company_id, Action.MANAGE)
        _owner_may(loaded.access, loaded.company)
        ending = basis or loaded.company.studio_basis
        owner = self._users.get(claims.user_id)
        if ending is None or owner is None:
            raise NotFound
        before = loaded.company
        studio_id = before.choice.studio_id if ending is Basis.CLIENTE and before.choice else None
        if ending is Basis.STUDIO and before.control is not None:
            studio_id = before.control.studio_id
        studio = self._studios.get(studio_id) if studio_id else None
        if studio is None:
            raise NotFound
        by = By(owner.user_id, owner.name, self._clock.now())

        def around(_: LinkedCompany | None, changed: Changed) -> Around:
            details = {"studio_id": studio.studio_id, "studio": studio.name, "basis": ending.value}
            entry = self._audit.on_company(loaded.access, changed.company, "company.studio_revoked", details=details)
            beside = Around(actions=[entry])
            self._both_sides(
                beside,
                studio,
                owner,
                to_owner=letters.studio_revoked_to_owner(studio.name, [before.name], self._public_url),
                to_studio=letters.studio_revoked_to_studio(owner.name, [before.name], self._public_url),
                notice=("company.revoked", f"{owner.name} ha revocato l'accesso dello studio a {before.name}."),
                own_notice=f"{studio.name} non ha più accesso a {before.name}.",
            )
            text = f"{owner.name} ha revocato l'accesso di {studio.name} a {before.name}."
            beside.actions += self._notices.telling(
                _other_owners(before, owner), "company.revoked", text, company_id=company_id
            )
            return beside

        return self._writes.apply_all([before], lambda c: revoked(c, ending, by), around)[0].company

    def drop(self, claims: Identity, company_id: str) -> None:
        """The studio gives a client up: its choice and its own links to the company end.

        Raises:
            NotAllowed: not the *titolare*, or one's own company.
        """
        loaded = self._access.load(claims, company_id, Action.MANAGE)
        actor = loaded.access.actor
        if loaded.access.basis is Basis.OWN or actor.role is not Role.TITOLARE or actor.studio_id is None:
            raise NotAllowed("Solo il titolare dello studio può concludere il lavoro per un cliente.")
        studio = self._studios.get(actor.studio_id)
        if studio is None:
            raise NotFound
        before = loaded.company
        owners = self._users.get_many(list(before.owners_in_force[:100])) if before.owners_in_force else []
        by = By(actor.user_id, actor.name, self._clock.now())

        def around(_: LinkedCompany | None, changed: Changed) -> Around:
            entry = self._audit.on_company(loaded.access, before, "company.dropped")
            text = f"{studio.name} non lavora più su {before.name}: puoi scegliere un altro studio."
            beside = Around(actions=[entry])
            beside.actions += self._notices.telling(
                [o.user_id for o in owners], "company.dropped", text, company_id=company_id
            )
            own = f"Lo studio non lavora più su {changed.company.name}."
            beside.actions += self._notices.telling(
                sorted(studio.titolare_ids), "company.dropped", own, company_id=company_id
            )
            words = letters.studio_dropped_to_owner(studio.name, before.name, self._public_url)
            beside.add(self._outbox.posting([o.email for o in owners if o.closed_at is None], words))
            return beside

        self._writes.apply_all([before], lambda c: dropped(c, studio.studio_id, by), around)

    def _stand(self, user: User, studio_id: str | None) -> None:
        since = stamp(self._clock.now()) if studio_id else None
        action = "account.studio_for_all" if studio_id else "account.studio_for_all_ended"
        self._transactions.transact(
            [
                self._users.changing(user.user_id, {"standing_studio_id": studio_id, "standing_since": since}),
                self._audit.on_account(user.user_id, action),
            ]
        )

    def _choose(
        self,
        owner: SignedIn,
        studio: Studio,
        companies: Sequence[LinkedCompany],
        change: Callable[[LinkedCompany, Choice, By], Changed],
    ) -> list[LinkedCompany]:
        now = self._clock.now()
        by = By(owner.user.user_id, owner.user.name, now)
        choice = Choice(
            studio_id=studio.studio_id,
            studio_name=studio.name,
            studio_wallet_id=studio.wallet_id,
            chosen_by=owner.user.user_id,
            since=now,
        )

        def around(before: LinkedCompany | None, changed: Changed) -> Around:
            access = Access(actor=owner.actor, company_id=changed.company.company_id, basis=Basis.OWN)
            details = {"studio_id": studio.studio_id, "studio": studio.name}
            if change is followed:
                details["choice"] = "for_all"
            beside = Around()
            beside.actions.append(
                self._audit.on_company(access, changed.company, "company.studio_chosen", details=details)
            )
            if before is not None and before.choice is not None:
                self._tell_left(beside, owner.user, before, before.choice.studio_id)
            text = f"{owner.user.name} ha scelto {studio.name} per {changed.company.name}: da ora vi lavora."
            beside.actions += self._notices.telling(
                _other_owners(changed.company, owner.user),
                "company.chosen",
                text,
                company_id=changed.company.company_id,
            )
            if len(companies) == 1:
                self._tell_chosen(beside, owner.user, studio, [changed.company.name])
            return beside

        done = self._writes.apply_all(companies, lambda c: change(c, choice, by), around)
        changed = [one.company for one in done if one.events]
        if changed and len(companies) > 1:
            together = Around()
            self._tell_chosen(together, owner.user, studio, [company.name for company in changed])
            self._transactions.transact(together.actions)
            self._outbox.dispatch(together.letters)
        if any(one.company.choice and one.company.choice.studio_id == studio.studio_id for one in done):
            # Also when another owner had chosen the same studio already: this client has come all the same.
            self._mark_invitation(studio, owner.user)
        return [one.company for one in done]

    def _tell_chosen(self, beside: Around, owner: User, studio: Studio, names: Sequence[str]) -> None:
        """One letter to each side, for all companies together."""
        self._both_sides(
            beside,
            studio,
            owner,
            to_owner=letters.studio_chosen_to_owner(
                studio.name, studio.city, studio.vat_number, names, self._public_url
            ),
            to_studio=letters.studio_chosen_to_studio(owner.name, names, self._public_url),
            notice=("company.chosen", f"{owner.name} ha scelto il tuo studio per {', '.join(names)}."),
            own_notice=f"Da ora {studio.name} lavora per {', '.join(names)}.",
        )

    def _mark_invitation(self, studio: Studio, owner: User) -> None:
        """Show the studio that a client it invited has come."""
        try:
            moved = self._studios.client_invitation_moving(
                studio.studio_id,
                digest_of_email(owner.email),
                InvitationState.LINKED,
                user_id=owner.user_id,
                at=self._clock.now(),
            )
            self._transactions.transact([moved])
        except ConditionFailed:
            # This owner was not invited: there is nothing to mark.
            return

    def _tell_left(self, beside: Around, owner: User, before: LinkedCompany, studio_id: str) -> None:
        """The studio that is replaced learns it too."""
        studio = self._studios.get(studio_id)
        if studio is None:
            return
        text = f"{owner.name} ha scelto un altro studio per {before.name}."
        beside.actions += self._notices.telling(
            sorted(studio.titolare_ids), "company.revoked", text, company_id=before.company_id
        )
        words = letters.studio_revoked_to_studio(owner.name, [before.name], self._public_url)
        beside.add(self._outbox.posting(addresses_of(studio, self._users), words))

    def _both_sides(
        self,
        beside: Around,
        studio: Studio,
        owner: User,
        *,
        to_owner: Words,
        to_studio: Words,
        notice: tuple[str, str],
        own_notice: str,
    ) -> None:
        beside.actions += self._notices.telling(sorted(studio.titolare_ids), *notice)
        beside.actions += self._notices.telling([owner.user_id], notice[0], own_notice)
        beside.add(self._outbox.posting([owner.email], to_owner))
        beside.add(self._outbox.posting(addresses_of(studio, self._users), to_studio))

    def _open_studio(self, studio_id: str) -> Studio:
        studio = self._studios.get(studio_id)
        if studio is None or studio.withdrawn_at is not None:
            raise NotFound("Lo studio non esiste più o si è ritirato: scegline un altro.", code="studio_not_found")
        return studio

    def _own_companies(self, user: User, company_ids: Sequence[str] | None = None) -> list[LinkedCompany]:
        ids = sorted(user.company_ids if company_ids is None else company_ids)
        found: list[LinkedCompany] = []
        for start in range(0, len(ids), 100):
            found += self._companies.get_many(ids[start : start + 100]).values()
        return [c for c in found if user.user_id in c.acting_owner_ids and _has_the_say(c, user.user_id)]


def _owner_may(access: Access, company: LinkedCompany) -> None:
    if access.basis is not Basis.OWN:
        raise NotAllowed(OWNER_ONLY)
    if not _has_the_say(company, access.actor.user_id):
        raise NotAllowed(EMPLOYEE)


def _other_owners(company: LinkedCompany, owner: User) -> list[str]:
    return [user_id for user_id in company.owners_in_force if user_id != owner.user_id]


def _has_the_say(company: LinkedCompany, user_id: str) -> bool:
    """FiC's employees do not choose the accountant while somebody with the main account is linked too."""
    mine = [link for link in company.acting_links if link.user_id == user_id]
    masters = {link.user_id for link in company.acting_links if link.fic_role == "master"}
    return any(link.fic_role != "employee" for link in mine) or not masters - {user_id}
