"""Clients that a studio invites, many at once, and who of them has not linked yet; one's own referral code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from autofatture.account_ports import Transactions
from autofatture.domain.access import Role
from autofatture.domain.errors import BadInput, NotAllowed, NotFound
from autofatture.domain.referral import Referral
from autofatture.domain.sign_in import digest_of_email, normal_email
from autofatture.domain.studios import ClientInvitation, InvitationState, Studio
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.access import AccessReader, Identity, SignedIn
from autofatture.services.attempts import Attempts
from autofatture.services.audit import AuditTrail
from autofatture.services.notices import Outbox
from autofatture.studio_ports import NewcomerStore, StudioStore

AT_ONCE = 500
"""Clients in one call; a longer list is sent in parts."""
LISTS_A_DAY = 5
PER_TRANSACTION = 40
"""Each invitation is two rows: the invitation and its letter."""


class Invited(NamedTuple):
    email: str
    name: str


@dataclass(frozen=True)
class Sent:
    invitations: Sequence[ClientInvitation]
    skipped: Sequence[Invited]
    """Invited before: no second letter."""


@dataclass(frozen=True)
class MyReferral:
    code: str
    share_url: str
    rewards: Sequence[Referral]


class Invitations:
    def __init__(
        self,
        *,
        access: AccessReader,
        studios: StudioStore,
        newcomers: NewcomerStore,
        transactions: Transactions,
        attempts: Attempts,
        audit: AuditTrail,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._access = access
        self._studios = studios
        self._newcomers = newcomers
        self._transactions = transactions
        self._attempts = attempts
        self._audit = audit
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def all(
        self, claims: Identity, *, cursor: str | None, limit: int
    ) -> tuple[list[ClientInvitation], str | None, str]:
        """Every invited client with its state, and the studio's open link. Three calls."""
        signed_in, studio = self._studio(claims)
        found, following = self._studios.client_invitations(studio.studio_id, cursor=cursor, limit=limit)
        return found, following, self.link(studio, signed_in.user.referral_code)

    def invite(self, claims: Identity, clients: Sequence[Invited]) -> Sent:
        """One letter to each address that was not invited before, with a link that proposes studio and code.

        Raises:
            BadInput: an address is not valid (``details`` name the lines; nobody is invited), or too many.
            NotAllowed: a *praticante*.
            TooManyRequests: more than five lists a day.
        """
        signed_in, studio = self._studio(claims)
        if signed_in.user.role is Role.PRATICANTE:
            raise NotAllowed("Un praticante non può invitare clienti: chiedi a un collaboratore o al titolare.")
        wanted = _checked(clients)
        known: dict[str, ClientInvitation] = {}
        digests = list(wanted)
        for start in range(0, len(digests), 100):
            known |= self._studios.client_invitations_named(studio.studio_id, digests[start : start + 100])
        fresh = [digest for digest in digests if digest not in known]
        if fresh:
            self._attempts.allow(studio.studio_id, "INVITE_CLIENTS", limit=LISTS_A_DAY, window=dt.timedelta(days=1))
        made = [self._invitation(studio, digest, wanted[digest]) for digest in fresh]
        link = self.link(studio, signed_in.user.referral_code)
        words = letters.client_invited(studio.name, studio.city, link, self._public_url)
        for start in range(0, len(made), PER_TRANSACTION):
            part = made[start : start + PER_TRANSACTION]
            posted, ids = self._outbox.posting([one.email for one in part], words)
            entry = self._audit.in_studio(
                signed_in.actor, studio.studio_id, "studio.clients_invited", {"count": str(len(part))}
            )
            inviting = [self._studios.client_inviting(one) for one in part]
            self._transactions.transact([*inviting, *posted, entry])
            self._outbox.dispatch(ids)
        return Sent(made, [wanted[digest] for digest in digests if digest in known])

    def link(self, studio: Studio, referral_code: str) -> str:
        """The address that proposes this studio and gives both sides their credits."""
        return f"{self._public_url}/iscriviti?invito={quote(studio.studio_id)}&codice={quote(referral_code)}"

    def my_referral(self, claims: Identity) -> MyReferral:
        """Code, link and what it has brought. Two calls."""
        user = self._access.signed_in(claims).user
        url = f"{self._public_url}/iscriviti?codice={quote(user.referral_code)}"
        if user.studio_id is not None:
            url += f"&invito={quote(user.studio_id)}"
        return MyReferral(user.referral_code, url, self._newcomers.referrals_of(user.user_id))

    def _invitation(self, studio: Studio, digest: str, client: Invited) -> ClientInvitation:
        now = self._clock.now()
        return ClientInvitation(
            studio_id=studio.studio_id,
            digest=digest,
            email=client.email,
            name=client.name,
            state=InvitationState.INVITED,
            invited_at=now,
            changed_at=now,
        )

    def _studio(self, claims: Identity) -> tuple[SignedIn, Studio]:
        signed_in = self._access.signed_in(claims)
        studio = self._studios.get(signed_in.user.studio_id) if signed_in.user.studio_id else None
        if studio is None:
            raise NotFound("Non hai attivato il profilo commercialista.", code="no_studio")
        return signed_in, studio


def _checked(clients: Sequence[Invited]) -> dict[str, Invited]:
    """By digest of the address, each address once."""
    if len(clients) > AT_ONCE:
        message = f"Al massimo {AT_ONCE} clienti per volta: dividi l'elenco. Nessun invito è stato mandato."
        raise BadInput(message, code="too_many")
    found: dict[str, Invited] = {}
    wrong: list[int] = []
    for number, client in enumerate(clients, start=1):
        try:
            address = normal_email(client.email)
        except BadInput:
            wrong.append(number)
            continue
        found[digest_of_email(address)] = Invited(address, client.name.strip())
    if wrong:
        lines = ", ".join(str(number) for number in wrong[:20])
        message = (
            f"Alcuni indirizzi non sono validi (righe {lines}). Nessun invito è stato mandato: correggili e riprova."
        )
        raise BadInput(message, code="bad_email", details={"lines": wrong})
    return found
