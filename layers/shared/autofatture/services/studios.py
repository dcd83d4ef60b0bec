"""The accountant's profile: activated in the account settings, found in the list, edited, withdrawn."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autofatture.account_ports import Action, Transactions, UserStore
from autofatture.company_ports import CompanyStore
from autofatture.domain.access import Role
from autofatture.domain.accounting_software import AccountingSoftware
from autofatture.domain.company_access import Changed, renamed_studio
from autofatture.domain.errors import BadInput, ConditionFailed, Conflict, NotAllowed, NotFound
from autofatture.domain.search import normalised
from autofatture.domain.studios import Member, Studio, vat_number_of
from autofatture.domain.timestamps import new_id, stamp
from autofatture.ports import Clock
from autofatture.services.access import AccessReader, Identity, SignedIn
from autofatture.services.attempts import Attempts
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import CompanyWrites
from autofatture.services.notices import Notices
from autofatture.services.outbox import Errands, withdrawn_message
from autofatture.studio_ports import ListedStudio, StudioStore

SEARCHES_A_MINUTE = 60
FILTERED_PAGE = 100
WITHDRAWALS_A_DAY = 3
TITOLARE_ONLY = "Solo il titolare dello studio può farlo."


@dataclass(frozen=True)
class Profile:
    """What an accountant fills in."""

    name: str
    vat_number: str
    city: str
    contact_email: str
    contact_phone: str | None
    about: str
    listed: bool


@dataclass(frozen=True)
class Withdrawn:
    """What stays after a withdrawal."""

    links_kept: int
    """Companies that go on: the studio is only no longer offered to others."""
    message: str


class Studios:
    def __init__(
        self,
        *,
        access: AccessReader,
        users: UserStore,
        studios: StudioStore,
        companies: CompanyStore,
        writes: CompanyWrites,
        transactions: Transactions,
        attempts: Attempts,
        audit: AuditTrail,
        notices: Notices,
        errands: Errands,
        clock: Clock,
    ) -> None:
        self._access = access
        self._users = users
        self._studios = studios
        self._companies = companies
        self._writes = writes
        self._transactions = transactions
        self._attempts = attempts
        self._audit = audit
        self._notices = notices
        self._errands = errands
        self._clock = clock

    def show(self, claims: Identity) -> tuple[Studio, SignedIn]:
        """The studio of this person. Two calls.

        Raises:
            NotFound: no profile was activated.
        """
        signed_in = self._access.signed_in(claims)
        return self._studio_of(signed_in), signed_in

    def save(self, claims: Identity, profile: Profile) -> Studio:
        """Activate the profile, or edit it. Visible in the list from this moment, when ``listed``.

        Raises:
            BadInput: the VAT number's check digit.
            NotAllowed: a member who is not *titolare*.
        """
        signed_in = self._access.signed_in(claims)
        values = {**profile.__dict__, "vat_number": vat_number_of(profile.vat_number)}
        if signed_in.user.studio_id is None:
            return self._activate(signed_in, values)
        before = self._studio_of(signed_in)
        _titolare_only(signed_in)
        after = before.model_copy(update={**values, "withdrawn_at": None})
        self._write(before, after, self._audit.in_studio(signed_in.actor, before.studio_id, "studio.edited"))
        if after.name != before.name:
            self._rename_in_companies(after)
        return after.model_copy(update={"version": before.version + 1})

    def withdraw(self, claims: Identity) -> Withdrawn:
        """Leave the list. Companies that chose the studio keep it until they or the studio end it.

        Its clients are told by a worker, see :mod:`autofatture.services.withdrawals`. A second time changes nothing.

        Raises:
            NotAllowed: a member who is not *titolare*.
            TooManyRequests: more than three times a day: each time every client is written to.
        """
        signed_in = self._access.signed_in(claims)
        before = self._studio_of(signed_in)
        _titolare_only(signed_in)
        kept = len(self._companies.ids_of_studio(before.studio_id))
        if before.withdrawn_at is None:
            self._withdraw(signed_in, before)
        message = (
            "Lo studio non compare più nell'elenco e nessun nuovo cliente può sceglierlo. "
            f"{kept} collegamenti esistenti restano attivi: li concludi tu, azienda per azienda, o i clienti, che "
            "vengono avvisati. Per tornare nell'elenco salva di nuovo il profilo."
        )
        return Withdrawn(kept, message)

    def _withdraw(self, signed_in: SignedIn, before: Studio) -> None:
        self._attempts.allow(before.studio_id, "WITHDRAW", limit=WITHDRAWALS_A_DAY, window=dt.timedelta(days=1))
        now = self._clock.now()
        errand = withdrawn_message(before.studio_id, at=stamp(now), now=now)
        text = f"{signed_in.user.name} ha ritirato il profilo dello studio: i clienti vengono avvisati."
        others = sorted(before.titolare_ids - {signed_in.user.user_id})
        beside = [*self._notices.telling(others, "studio.withdrawn", text), self._errands.adding(errand)]
        entry = self._audit.in_studio(signed_in.actor, before.studio_id, "studio.withdrawn")
        self._write(before, before.model_copy(update={"withdrawn_at": now}), entry, beside)
        self._errands.deliver([errand])

    def change_rules(self, claims: Identity, rules: Mapping[str, object]) -> Studio:
        """How the studio works; what is not in ``rules`` stays.

        ``four_eyes_amount`` and ``four_eyes_new_supplier``: when a second person has to approve what one
        prepared. ``accounting_software``: what it imports with. ``exports``: the form of the XML by package;
        packages that are not named keep theirs.

        Raises:
            BadInput: a working copy without a package that would import it.
            NotAllowed: a member who is not *titolare*.
        """
        signed_in = self._access.signed_in(claims)
        before = self._studio_of(signed_in)
        _titolare_only(signed_in)
        after = Studio.model_validate({**before.model_dump(), **rules})
        after = after.model_copy(update={"exports": {**before.exports, **after.exports}})
        if AccountingSoftware.NESSUNO in after.exports:
            message = "Scegli prima il software contabile: senza software si esporta l'originale. Nulla è cambiato."
            raise BadInput(message, code="no_software", details={"field": "exports"})
        details = _changed(before, after)
        if not details:
            return before
        self._write(
            before, after, self._audit.in_studio(signed_in.actor, before.studio_id, "studio.rules_changed", details)
        )
        return after.model_copy(update={"version": before.version + 1})

    def search(
        self,
        claims: Identity,
        *,
        q: str | None,
        city: str | None,
        vat_number: str | None,
        cursor: str | None,
        limit: int,
    ) -> tuple[list[ListedStudio], str | None]:
        """The public list: by how the words of the name, the city and the VAT number begin. Three calls.

        A page may be short, or empty with a cursor, when several conditions are combined.

        Raises:
            TooManyRequests: more than sixty searches a minute.
        """
        self._access.signed_in(claims)
        self._attempts.allow(claims.user_id, "STUDIOS", limit=SEARCHES_A_MINUTE, window=dt.timedelta(minutes=1))
        wanted, place = normalised(q or "").split(), normalised(city or "")
        digits = "".join(c for c in vat_number or "" if c.isdigit())
        kind, beginning = _best_way(wanted, place, digits)
        conditions = bool(wanted) + bool(place) + bool(digits) + max(0, len(wanted) - 1)
        page = limit if conditions <= 1 else max(limit, FILTERED_PAGE)
        found, following = self._studios.listed(kind, beginning, limit=page, cursor=cursor)
        return [s for s in found if _fits(s, wanted, place, digits)], following

    def _activate(self, signed_in: SignedIn, values: dict[str, object]) -> Studio:
        user, now = signed_in.user, self._clock.now()
        studio = Studio.model_validate(
            {
                **values,
                "studio_id": new_id(),
                "created_at": now,
                "wallet_id": user.wallet_id,
                "titolare_ids": {user.user_id},
            }
        )
        member = Member(
            studio_id=studio.studio_id,
            user_id=user.user_id,
            name=user.name,
            email=user.email,
            role=Role.TITOLARE,
            all_companies=True,
            since=now,
        )
        actions = [
            self._users.joining_studio(
                user.user_id,
                studio_id=studio.studio_id,
                role=Role.TITOLARE,
                all_companies=True,
                studio_wallet_id=studio.wallet_id,
            ),
            *self._studios.saving(None, studio),
            self._studios.member_saving(member),
            self._audit.in_studio(signed_in.actor, studio.studio_id, "studio.activated"),
        ]
        try:
            self._transactions.transact(actions)
        except ConditionFailed:
            raise Conflict("Fai già parte di uno studio: ricarica la pagina.", code="already_in_studio") from None
        return studio

    def _write(self, before: Studio, after: Studio, entry: Action, beside: Sequence[Action] = ()) -> None:
        try:
            self._transactions.transact([*self._studios.saving(before, after), entry, *beside])
        except ConditionFailed:
            current = self._studios.get(before.studio_id)
            raise Conflict(details={"version": current.version if current else before.version}) from None

    def _rename_in_companies(self, studio: Studio) -> None:
        """Clients see the new name too."""
        ids = self._companies.ids_of_studio(studio.studio_id)
        self._writes.each(ids, lambda company: Changed(renamed_studio(company, studio.studio_id, studio.name), ()))

    def _studio_of(self, signed_in: SignedIn) -> Studio:
        studio = self._studios.get(signed_in.user.studio_id) if signed_in.user.studio_id else None
        if studio is None:
            raise NotFound("Non hai attivato il profilo commercialista.", code="no_studio")
        return studio


def _changed(before: Studio, after: Studio) -> dict[str, str]:
    """The rules that changed, with their new value as text."""
    new, old = after.model_dump(mode="json"), before.model_dump(mode="json")
    return {name: json.dumps(value, sort_keys=True) for name, value in new.items() if old[name] != value}


def _titolare_only(signed_in: SignedIn) -> None:
    if signed_in.user.role is not Role.TITOLARE:
        raise NotAllowed(TITOLARE_ONLY)


def _best_way(words: list[str], city: str, digits: str) -> tuple[str, str]:
    """The index that finds the fewest; the other conditions are applied to what it finds."""
    if len(digits) > 1:
        return "vat", digits
    longest = max(words, key=len, default="")
    if len(longest) > 1:
        return "word", longest
    return ("city", city) if len(city) > 1 else ("all", longest)


def _fits(studio: ListedStudio, words: list[str], city: str, digits: str) -> bool:
    names = normalised(studio.name).split()
    by_name = all(any(name.startswith(word) for name in names) for word in words)
    return by_name and normalised(studio.city).startswith(city) and studio.vat_number.startswith(digits)
