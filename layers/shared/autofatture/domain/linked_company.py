"""A company of Fatture in Cloud that somebody linked: who reaches it, on which basis, and whose token writes.

A company is the FiC company id and is globally one: a second link *joins* it. A link is one door: a FiC
connection of a user, with the basis ``own`` (the user has the company in his own FiC account) or ``studio``
(the studio's FiC account controls it). The owner's choice of a studio is the basis ``cliente``. Each is
revoked apart. One studio works on a company at a time: the owner's choice comes before control.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.access import Basis, CompanyAccess
from autofatture.domain.accounting_software import AccountingSoftware
from autofatture.domain.company import CompanyProfile, RateSource, Regime, VatType


class LinkState(StrEnum):
    COLLEGATA = "collegata"
    DA_RICOLLEGARE = "da_ricollegare"
    """FiC no longer takes the token: the person who linked has to link again. Queued work waits."""
    REVOCATA = "revocata"
    """The connection was removed here. What was done stays readable; nothing can be created."""


class Payer(StrEnum):
    """Whose wallet is asked first."""

    STUDIO = "studio"
    COMPANY = "company"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FicLink(_Model):
    """One door to a company."""

    connection_id: str
    user_id: str
    user_name: str = ""
    user_wallet_id: str | None = None
    """The wallet of the person who linked; None stands for the one with the person's id."""
    basis: Basis
    """``own`` or ``studio``."""
    studio_id: str | None = None
    studio_name: str | None = None
    studio_wallet_id: str | None = None
    fic_role: str | None = None
    """What FiC calls this user in the company: ``master``, ``subaccount`` or ``employee``."""
    may_write: bool | None = None
    """Whether FiC lets this user write self-invoices there, as it said last; None while it has not said."""
    state: LinkState = LinkState.COLLEGATA
    since: dt.datetime
    ended: dt.datetime | None = None
    """When the person removed it, or left the studio that it was made for; None while it stands."""

    @property
    def left_behind(self) -> bool:
        """Its person has left the studio: the studio still reads the company, and nothing is written through it."""
        return self.basis is Basis.STUDIO and self.state is LinkState.DA_RICOLLEGARE and self.ended is not None


class Writer(NamedTuple):
    """The door that a self-invoice goes through now."""

    connection_id: str
    studio_id: str | None
    """The studio for which the connection writes; None where it is an owner's own."""


class Choice(_Model):
    """The owner's choice of a studio."""

    studio_id: str
    studio_name: str
    studio_wallet_id: str
    chosen_by: str
    since: dt.datetime


class Problem(_Model):
    """Something that will stop a self-invoice in this company. ``code`` is stable, ``message`` Italian."""

    code: str
    message: str


class CompanySettings(_Model):
    numeration: str = "/AF"
    """The *sezionale*; empty means the company's main series. It has to exist in FiC."""
    ei_code: str = "M5UXCR1"
    """Recipient code of the company itself: the self-invoice comes back to it."""
    regime: Regime = Regime.ORDINARIO
    rate_source: dict[int, RateSource] = Field(default_factory=dict)
    """By calendar year; a year that is absent uses *Banca d'Italia*."""
    conventional_id: str = "99999999999"
    """``IdCodice`` of a supplier without any id."""
    payer: Payer = Payer.STUDIO
    accounting_software: AccountingSoftware | None = None
    """An exception: None where the package of the studio counts."""


class CompanyInFic(_Model):
    """What FiC said about the company when it was last asked."""

    company_id: str
    checked_at: dt.datetime
    plan: str | None = None
    licence_expires: dt.date | None = None
    documents_limit: int | None = None
    """Documents that the plan allows in the year."""
    documents_used: int | None = None
    numerations: tuple[str, ...] | None = None
    """Series that exist for self-invoices; None when FiC did not tell."""
    vat_types: tuple[VatType, ...] = ()
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    province: str | None = None
    owner_name: str | None = None
    """Name and surname of a sole trader, when FiC has them."""


class LinkedCompany(_Model):
    company_id: str
    name: str
    vat_id: str
    """Eleven digits, as FiC returns them."""
    tax_code: str | None = None
    version: int = 0
    created_at: dt.datetime
    links: tuple[FicLink, ...] = ()
    choice: Choice | None = None
    blocked_studios: frozenset[str] = frozenset()
    """Studios whose control the owner has revoked; choosing one again lifts it."""
    left_studios: frozenset[str] = frozenset()
    """Studios that an owner ended or replaced here, or that gave the company up. A choice made for all companies
    does not bring them back; choosing one again for this company does."""
    writer: str | None = None
    """The connection whose token writes. Fixed when first linked; it moves only when that link is lost."""
    assigned: frozenset[str] = frozenset()
    """Members of the studio that work on it. It empties with every change of studio, in the same write."""
    settings: CompanySettings = CompanySettings()
    problems: tuple[Problem, ...] = ()
    checked_at: dt.datetime | None = None
    """When FiC was last asked about this company; None before the first answer."""

    @property
    def owner_links(self) -> tuple[FicLink, ...]:
        return tuple(link for link in self.links if link.basis is Basis.OWN)

    @property
    def owner_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(link.user_id for link in self.owner_links))

    @property
    def owners_in_force(self) -> tuple[str, ...]:
        """Owners who have not removed their link: the ones that are written to about the company."""
        return tuple(dict.fromkeys(k.user_id for k in self.owner_links if k.state is not LinkState.REVOCATA))

    @property
    def acting_owner_ids(self) -> tuple[str, ...]:
        """Whom the company counts as its owners.

        Who removed the link last still sees what was done, until another owner's link is in force. Who had
        removed it before that is no owner any more: what the others did from then on is not for them to see.
        """
        return tuple(dict.fromkeys(link.user_id for link in self.acting_links))

    @property
    def acting_links(self) -> tuple[FicLink, ...]:
        """The doors that make somebody an owner, see :attr:`acting_owner_ids`."""
        living = tuple(k for k in self.owner_links if k.state is not LinkState.REVOCATA)
        last = max((k.ended or k.since for k in self.owner_links), default=None)
        return living or tuple(k for k in self.owner_links if (k.ended or k.since) == last)

    @property
    def _reading_owner_ids(self) -> frozenset[str]:
        writing = {k.user_id for k in self.acting_links if k.may_write is not False}
        return frozenset(self.acting_owner_ids) - writing

    @property
    def control(self) -> FicLink | None:
        """The link of the studio that controls the company in FiC: the oldest that the owner has not blocked."""
        return next(iter(self._controls), None)

    @property
    def _controls(self) -> tuple[FicLink, ...]:
        """Links of studios that count. One that was removed does only where nobody else's is in force.

        The studio then still reads what it did. Beside an owner in force it neither works on nor pays for what
        that owner issues.
        """
        found = tuple(k for k in self.links if k.basis is Basis.STUDIO and not self.is_blocked(k))
        living = tuple(k for k in found if k.state is not LinkState.REVOCATA)
        return living or (() if self.owners_in_force else found)

    def is_blocked(self, link: FicLink) -> bool:
        """Whether the owner has revoked this door of a studio: it opens nothing and writes nothing."""
        return link.basis is Basis.STUDIO and link.studio_id in self.blocked_studios

    @property
    def studio_id(self) -> str | None:
        """The one studio that works on the company."""
        if self.choice is not None:
            return self.choice.studio_id
        return self.control.studio_id if self.control else None

    @property
    def studio_name(self) -> str | None:
        if self.choice is not None:
            return self.choice.studio_name
        return self.control.studio_name if self.control else None

    @property
    def studio_basis(self) -> Basis | None:
        if self.choice is not None:
            return Basis.CLIENTE
        return Basis.STUDIO if self.control else None

    @property
    def studio_bases(self) -> tuple[Basis, ...]:
        """Every basis of the studio in force: both can hold at once."""
        studio = self.studio_id
        bases = [Basis.CLIENTE] if self.choice is not None else []
        controls = any(k.studio_id == studio for k in self._controls)
        return (*bases, Basis.STUDIO) if studio and controls else tuple(bases)

    @property
    def link_state(self) -> LinkState:
        """The state of the link that writes."""
        link = self.link_of(self.writer)
        return link.state if link else LinkState.REVOCATA

    @property
    def writing(self) -> Writer | None:
        """Through what is written now; None while somebody has to link again."""
        doors = [k for k in self.links if k.connection_id == self.writer and k.state is LinkState.COLLEGATA]
        door = next((k for k in _own_first(doors) if not self.is_blocked(k)), None)
        return Writer(door.connection_id, door.studio_id) if door else None

    def link_of(self, connection_id: str | None) -> FicLink | None:
        """The door of a connection; one that works where the connection has two bases."""
        doors = [k for k in self.links if k.connection_id == connection_id]
        return next((k for k in doors if k.state is LinkState.COLLEGATA), doors[0] if doors else None)

    @property
    def wallets(self) -> tuple[str, ...]:
        """Wallets that can pay, in the order of the company's setting."""
        studio = (
            self.choice.studio_wallet_id if self.choice else self.control.studio_wallet_id if self.control else None
        )
        # Who has removed the link reads on, and does not pay for what others issue.
        first = next((k for k in self.owner_links if k.state is not LinkState.REVOCATA), None)
        owner = (first.user_wallet_id or first.user_id) if first else None
        order = (studio, owner) if self.settings.payer is Payer.STUDIO else (owner, studio)
        return tuple(dict.fromkeys(wallet for wallet in order if wallet))

    def profile(self, fic: CompanyInFic | None) -> CompanyProfile:
        """The company as the fiscal rules see it."""
        known = fic or CompanyInFic(company_id=self.company_id, checked_at=self.created_at)
        return CompanyProfile(
            company_id=self.company_id,
            name=self.name,
            vat_id=self.vat_id,
            tax_code=self.tax_code,
            owner_name=known.owner_name,
            street=known.street,
            postal_code=known.postal_code,
            city=known.city,
            province=known.province,
            regime=self.settings.regime,
            rate_source=self.settings.rate_source,
            numeration=self.settings.numeration,
            ei_code=self.settings.ei_code,
            conventional_id=self.settings.conventional_id,
            vat_types=known.vat_types,
        )

    def access(self) -> CompanyAccess:
        return CompanyAccess(
            company_id=self.company_id,
            owner_ids=self.acting_owner_ids,
            reading_owner_ids=self._reading_owner_ids,
            studio_id=self.studio_id,
            studio_basis=self.studio_basis,
        )


def _own_first(links: Iterable[FicLink]) -> list[FicLink]:
    return sorted(links, key=lambda k: k.basis is not Basis.OWN)


class AccessChange(StrEnum):
    LINKED = "linked"
    JOINED = "joined"
    RELINKED = "relinked"
    UNLINKED = "unlinked"
    MEMBER_LEFT = "member_left"
    """The person who had linked it for a studio left the studio."""
    LOST = "lost"
    """FiC stopped taking the token."""
    CHOSEN = "chosen"
    REVOKED = "revoked"
    DROPPED = "dropped"
    WRITER_MOVED = "writer_moved"


class AccessEvent(_Model):
    """One line of the history of who could reach a company, on which basis, since when."""

    company_id: str
    at: dt.datetime
    change: AccessChange
    basis: Basis | None = None
    actor_id: str | None = None
    actor_name: str | None = None
    studio_id: str | None = None
    studio_name: str | None = None
    connection_id: str | None = None
