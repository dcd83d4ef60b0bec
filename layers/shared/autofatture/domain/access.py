"""Who may do what on which company.

A request reads the session, the user, the company, the member's assignment and the document in **one**
BatchGetItem; :func:`authorise` then decides without any further call. Revoking is one write on the
company or on the user, and is effective on the next request and on queued work.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from autofatture.domain.errors import MfaRequired, NotAllowed, NotFound


class Role(StrEnum):
    """Roles inside a studio."""

    TITOLARE = "titolare"
    COLLABORATORE = "collaboratore"
    PRATICANTE = "praticante"


class Basis(StrEnum):
    """Why somebody may reach a company."""

    OWN = "own"
    """The user linked the company's own FiC account."""
    CLIENTE = "cliente"
    """The owner chose this studio."""
    STUDIO = "studio"
    """The studio's own FiC account controls the company (``controlled_companies``)."""


class Action(StrEnum):
    READ = "read"
    PREPARE = "prepare"
    """Upload, edit a draft, discard."""
    APPROVE = "approve"
    """*Invia*: create in FiC."""
    MANAGE = "manage"
    """Settings of the company, choice of the studio."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Actor(_Model):
    """The person behind a request, as the session and the user row say."""

    user_id: str
    session_id: str
    mfa: bool
    name: str = ""
    studio_id: str | None = None
    role: Role | None = None
    all_companies: bool = False
    """A *titolare* sees every company of the studio; others see what is assigned."""


class CompanyAccess(_Model):
    """The parts of a company that decide on access. ``company_id`` is the FiC company id."""

    company_id: str
    owner_ids: tuple[str, ...] = ()
    reading_owner_ids: frozenset[str] = frozenset()
    """Those of them whom FiC itself does not let write self-invoices."""
    studio_id: str | None = None
    """The one studio that works on the company, if any."""
    studio_basis: Basis | None = None


class Access(_Model):
    """The answer: this actor, on this company, on this basis."""

    actor: Actor
    company_id: str
    basis: Basis
    role: Role | None = None


def authorise(actor: Actor, company: CompanyAccess | None, *, assigned: bool, action: Action) -> Access:
    """Decide, or raise.

    Raises:
        NotFound: unknown company, or one of another tenant (the answer does not tell which).
        MfaRequired: the company is another's and the session has no second factor.
        NotAllowed: a *praticante* approving or managing, a studio member managing the owner's choice; approving or
            managing by who may only read in FiC.
    """
    if company is None:
        raise NotFound
    if actor.user_id in company.owner_ids:
        if actor.user_id in company.reading_owner_ids and action in {Action.APPROVE, Action.MANAGE}:
            message = (
                "In Fatture in Cloud non hai il permesso di scrivere le autofatture di questa azienda: puoi preparare "
                "i documenti, non inviarli né cambiare le impostazioni. Se chi ha l'account principale ti ha dato il "
                "permesso, collega di nuovo Fatture in Cloud."
            )
            raise NotAllowed(message, code="read_only_in_fic")
        return Access(actor=actor, company_id=company.company_id, basis=Basis.OWN)
    of_studio = actor.studio_id is not None and actor.studio_id == company.studio_id
    sees = actor.role is Role.TITOLARE or actor.all_companies or assigned
    if not of_studio or actor.role is None or company.studio_basis is None or not sees:
        raise NotFound
    if not actor.mfa:
        raise MfaRequired
    if action is Action.APPROVE and actor.role is Role.PRATICANTE:
        message = "Un praticante può preparare il documento ma non inviarlo: chiedi a un collaboratore o al titolare."
        raise NotAllowed(message)
    if action is Action.MANAGE and actor.role is not Role.TITOLARE:
        message = "Solo il titolare dello studio può cambiare le impostazioni dell'azienda."
        raise NotAllowed(message)
    return Access(actor=actor, company_id=company.company_id, basis=company.studio_basis, role=actor.role)
