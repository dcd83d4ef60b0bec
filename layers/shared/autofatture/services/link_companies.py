"""The companies of a FiC account that was just linked: which are opened, on which basis, and what each lacks."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import SecretStr

from autofatture.account_ports import Transactions, UserStore
from autofatture.company_ports import CompanyStore
from autofatture.domain.access import Access, Basis
from autofatture.domain.company_access import By, Changed, FicIdentity, joined, looked_at
from autofatture.domain.connections import Connection
from autofatture.domain.linked_company import CompanySettings, FicLink, LinkedCompany, Problem
from autofatture.domain.studios import Studio
from autofatture.fic_ports import FicCompany
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.access import SignedIn
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import Around, CompanyWrites
from autofatture.services.link_check import Checked, LinkCheck
from autofatture.services.notices import Notices, Outbox

CHECK_SECONDS = 10.0
"""For asking FiC about the companies, out of the 25 seconds of the function."""
TOGETHER = 8
PROFILE_NEEDED = Problem(
    code="accountant_profile_needed",
    message="Questa azienda è controllata dal tuo account commercialista: attiva il profilo commercialista "
    "(o chiedi al titolare dello studio), poi collega di nuovo Fatture in Cloud.",
)


@dataclass(frozen=True)
class Linked:
    """One company of the FiC account that was linked."""

    company_id: str
    name: str
    vat_id: str
    basis: Basis | None
    """None when it was not linked; the problem says why."""
    problems: tuple[Problem, ...]
    joined_existing: bool = False
    writes_here: bool = False
    """Whether this connection's token is the one that writes."""


class Doors(NamedTuple):
    """One company of the account, with every basis on which the account opens it."""

    company: FicCompany
    bases: tuple[Basis, ...]


@dataclass(frozen=True)
class Linker:
    """Who links, through which connection, and for which studio."""

    signed_in: SignedIn
    connection: Connection
    studio: Studio | None

    def link(self, basis: Basis, checked: Checked, by: By) -> FicLink:
        of_studio = self.studio if basis is Basis.STUDIO else None
        return FicLink(
            connection_id=self.connection.connection_id,
            user_id=self.signed_in.user.user_id,
            user_name=self.signed_in.user.name,
            user_wallet_id=self.signed_in.user.wallet_id,
            basis=basis,
            studio_id=of_studio.studio_id if of_studio else None,
            studio_name=of_studio.name if of_studio else None,
            studio_wallet_id=of_studio.wallet_id if of_studio else None,
            fic_role=checked.role,
            may_write=checked.may_write,
            since=by.at,
        )


class _Opened(NamedTuple):
    linked: list[Linked]
    owners_to_tell: tuple[str, ...]


def doors_of(rows: Sequence[FicCompany], *, as_studio: bool) -> tuple[list[Doors], list[FicCompany]]:
    """What a FiC account opens, and the controlled companies that need an accountant's profile first."""
    bases: dict[str, tuple[FicCompany, list[Basis]]] = {}
    for row in rows:
        if not row.is_accountant:
            bases.setdefault(row.company_id, (row, []))[1].append(Basis.OWN)
    controlled = {c.company_id: c for row in rows if row.is_accountant for c in row.controlled}
    if as_studio:
        for company in controlled.values():
            bases.setdefault(company.company_id, (company, []))[1].append(Basis.STUDIO)
    found = [Doors(company, tuple(dict.fromkeys(kinds))) for company, kinds in bases.values()]
    return found, [] if as_studio else [c for i, c in controlled.items() if i not in bases]


class CompanyLinking:
    def __init__(
        self,
        *,
        companies: CompanyStore,
        users: UserStore,
        check: LinkCheck,
        writes: CompanyWrites,
        transactions: Transactions,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._companies = companies
        self._users = users
        self._check = check
        self._writes = writes
        self._transactions = transactions
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def link(self, linker: Linker, token: SecretStr, doors: Sequence[Doors]) -> list[Linked]:
        """Link every company, several at once; one line for each company and basis."""
        ids = [door.company.company_id for door in doors]
        standing: dict[str, LinkedCompany] = {}
        for start in range(0, len(ids), 100):
            standing |= self._companies.get_many(ids[start : start + 100])
        questions = [
            (i, door.company.vat_id, standing[i].settings if i in standing else CompanySettings())
            for i, door in zip(ids, doors, strict=True)
        ]
        answers = self._check.many(token, questions, within=CHECK_SECONDS)

        def open_one(door: Doors) -> _Opened:
            company_id = door.company.company_id
            return self._open(linker, door, answers[company_id], standing.get(company_id))

        with ThreadPoolExecutor(TOGETHER) as pool:
            opened = list(pool.map(open_one, doors))
        told: dict[str, list[str]] = {}
        for one in opened:
            for owner in one.owners_to_tell:
                told.setdefault(owner, []).append(one.linked[0].name)
        self._tell_owners(linker, told)
        return [line for one in opened for line in one.linked]

    def check_again(self, company: LinkedCompany, token: SecretStr) -> LinkedCompany:
        """Ask FiC about one company once more.

        Raises:
            RelinkNeeded: FiC does not take the token.
        """
        checked = self._check.one(token, company.company_id, company.vat_id, company.settings)
        if checked.fic is not None:
            self._companies.remember(checked.fic)
        asked, by = company.writer or "", By(None, None, self._clock.now())

        def change(before: LinkedCompany | None) -> Changed:
            after = looked_at(before or company, asked, by, may_write=checked.may_write)
            marks = _marks(checked) if after.company.writer == asked else {}
            return Changed(after.company.model_copy(update=marks), after.events)

        return self._writes.apply(company.company_id, change, lambda *_: Around()).company

    def _open(self, linker: Linker, door: Doors, checked: Checked, known: LinkedCompany | None) -> _Opened:
        by = By(linker.signed_in.user.user_id, linker.signed_in.user.name, self._clock.now())
        identity = FicIdentity(
            company_id=door.company.company_id,
            name=door.company.name,
            vat_id=door.company.vat_id,
            tax_code=door.company.tax_code,
        )
        standing = known
        lines: list[Linked] = []
        tell: tuple[str, ...] = ()
        for basis in door.bases:
            link = linker.link(basis, checked, by)
            changed = self._join(linker, identity, link, by, checked, standing)
            if basis is Basis.STUDIO and known is not None and changed.events:
                tell = known.owners_in_force
            standing = changed.company
            lines.append(
                Linked(
                    company_id=standing.company_id,
                    name=standing.name,
                    vat_id=standing.vat_id,
                    basis=basis,
                    problems=checked.problems,
                    joined_existing=known is not None,
                    writes_here=standing.writer == linker.connection.connection_id,
                )
            )
        if checked.fic is not None:
            self._companies.remember(checked.fic)
        return _Opened(lines, tuple(owner for owner in tell if owner != by.user_id))

    def _join(  # noqa: PLR0917  (the six things that one link is made of)
        self,
        linker: Linker,
        identity: FicIdentity,
        link: FicLink,
        by: By,
        checked: Checked,
        standing: LinkedCompany | None,
    ) -> Changed:
        def change(before: LinkedCompany | None) -> Changed:
            changed = joined(before, identity, link, by)
            # What the company lacks is what stops the token that writes, not what another person may not do.
            marks = _marks(checked) if changed.company.writer == link.connection_id else {}
            return Changed(changed.company.model_copy(update=marks), changed.events)

        def around(before: LinkedCompany | None, changed: Changed) -> Around:
            action = "company.joined" if before is not None else "company.linked"
            access = Access(actor=linker.signed_in.actor, company_id=identity.company_id, basis=link.basis)
            return Around(actions=[self._audit.on_company(access, changed.company, action)])

        return self._writes.apply(identity.company_id, change, around, known=standing)

    def _tell_owners(self, linker: Linker, told: dict[str, list[str]]) -> None:
        """The owner is told when a studio reaches the company through its own FiC account."""
        studio = linker.studio
        if studio is None or not told:
            return
        for user in self._users.get_many(sorted(told)[:100]):
            names = told[user.user_id]
            text = f"{studio.name} ha accesso a {', '.join(names)} con il proprio account Fatture in Cloud."
            actions = self._notices.telling([user.user_id], "company.controlled", text)
            words = letters.studio_controls(studio.name, names, self._public_url)
            posted, ids = self._outbox.posting([user.email] if user.closed_at is None else [], words)
            self._transactions.transact([*actions, *posted])
            self._outbox.dispatch(ids)


def _marks(checked: Checked) -> dict[str, object]:
    """What changes on the company's row after FiC was asked; nothing when it could not be."""
    if checked.fic is None:
        return {}
    return {"problems": checked.problems, "checked_at": checked.fic.checked_at}
