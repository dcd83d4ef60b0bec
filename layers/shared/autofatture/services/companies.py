"""The list of companies of a person, one company in full, its settings and its audit trail."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from autofatture.account_ports import Transactions, UserStore
from autofatture.company_ports import CompanyStore, Counted
from autofatture.domain.access import Action, Basis, Role
from autofatture.domain.accounting_software import InForce, in_force
from autofatture.domain.accounts import User
from autofatture.domain.audit import AuditEntry
from autofatture.domain.company import RateSource
from autofatture.domain.company_counts import CompanyCounts
from autofatture.domain.deadlines import rome_date
from autofatture.domain.errors import AutofattureError, BadInput, ConditionFailed, Conflict, MfaRequired, RelinkNeeded
from autofatture.domain.linked_company import AccessEvent, CompanySettings, LinkedCompany
from autofatture.domain.search import normalised
from autofatture.fic_ports import FicAccount
from autofatture.ports import Clock
from autofatture.services.access import AccessReader, Identity, Loaded
from autofatture.services.audit import AuditTrail
from autofatture.services.connections import Connections
from autofatture.services.me import may_see
from autofatture.studio_ports import StudioStore

PAGE = 50
OWN_AT_ONCE = 50
"""Companies of one's own that are read in one call, with their counters."""


@dataclass(frozen=True)
class CompanyLine:
    """One line of the list, as this person sees it."""

    company: LinkedCompany
    basis: Basis
    counts: CompanyCounts


@dataclass(frozen=True)
class CompanyDetail:
    company: LinkedCompany
    basis: Basis
    role: Role | None
    history: Sequence[AccessEvent]


@dataclass(frozen=True)
class SettingsSaved:
    company: LinkedCompany
    warnings: Sequence[str]
    """Italian sentences about what was saved; nothing stops for them."""


@dataclass(frozen=True)
class _Place:
    """Where a page of the list begins: ``offset`` lines after what ``start`` reads."""

    own_from: int = 0
    start: str | None = None
    offset: int = 0
    studio: bool = True


class CompanyList:
    def __init__(self, access: AccessReader, companies: CompanyStore, *, at_once: int = 1000) -> None:
        """``at_once`` rows of a studio's list are read in one call: each company has two."""
        self._access = access
        self._companies = companies
        self._at_once = at_once

    def page(
        self, claims: Identity, *, q: str | None, cursor: str | None, limit: int = PAGE, mine: bool | None = None
    ) -> tuple[list[CompanyLine], str | None]:
        """Own companies and those of the studio, the ones that need somebody first. At most three calls.

        ``mine`` leaves out the studio's companies that are not assigned to this person; without it the person's
        remembered choice counts. A search looks at all.

        Raises:
            NotSignedIn: the session has ended.
            MfaRequired: a member of a studio without a second factor has only companies of others to see.
            BadInput: a cursor that is not one of this list.
        """
        signed_in = self._access.signed_in(claims)
        user, place = signed_in.user, _place_of(cursor)
        only_mine = (user.only_mine and not q) if mine is None else mine
        own_ids = sorted(user.company_ids)
        own = own_ids[place.own_from : place.own_from + OWN_AT_ONCE]
        counted: list[Counted] = self._companies.with_counts(own) if own else []
        following: str | None = None
        if user.studio_id is not None and place.studio:
            if signed_in.actor.mfa:
                found, following = self._companies.of_studio(user.studio_id, cursor=place.start, limit=self._at_once)
                seen = {company.company_id for company, _ in counted} | set(own_ids)
                counted += [pair for pair in found if pair[0].company_id not in seen]
            elif not own_ids:
                raise MfaRequired
        lines = sorted(
            (
                CompanyLine(c, Basis.OWN if user.user_id in c.acting_owner_ids else c.studio_basis or Basis.STUDIO, n)
                for c, n in counted
                if may_see(user, c) and _matches(c, q) and (not only_mine or _is_mine(c, user))
            ),
            key=lambda line: (*line.counts.risk, normalised(line.company.name)),
        )
        shown = lines[place.offset : place.offset + limit]
        if place.offset + limit < len(lines):
            return shown, _cursor_of(_Place(place.own_from, place.start, place.offset + limit, studio=place.studio))
        more_own = place.own_from + OWN_AT_ONCE < len(own_ids)
        if more_own or following:
            return shown, _cursor_of(_Place(place.own_from + OWN_AT_ONCE, following, 0, studio=following is not None))
        return shown, None


class CompanyDesk:
    """What is done with one company."""

    def __init__(
        self,
        *,
        access: AccessReader,
        companies: CompanyStore,
        users: UserStore,
        studios: StudioStore,
        transactions: Transactions,
        audit: AuditTrail,
        vault: Callable[[], Connections],
        account: FicAccount,
        clock: Clock,
    ) -> None:
        self._access = access
        self._companies = companies
        self._users = users
        self._studios = studios
        self._transactions = transactions
        self._audit = audit
        self._vault = vault
        self._account = account
        self._clock = clock

    def show(self, claims: Identity, company_id: str) -> CompanyDetail:
        """Two calls to the table."""
        loaded = self._access.load(claims, company_id, Action.READ)
        history = self._companies.history(company_id)
        return CompanyDetail(loaded.company, loaded.access.basis, loaded.access.role, history)

    def software(self, claims: Identity, company_id: str) -> InForce:
        """With what the files of a company are imported, and in which form they are exported. Two calls."""
        company = self._access.load(claims, company_id, Action.READ).company
        studio = self._studios.get(company.studio_id) if company.studio_id else None
        return in_force(
            company.settings.accounting_software,
            studio.accounting_software if studio else None,
            studio.exports if studio else {},
        )

    def select(self, claims: Identity, company_id: str) -> LinkedCompany:
        """Remember the company that this person works on."""
        company = self._access.load(claims, company_id, Action.READ).company
        self._users.change(claims.user_id, {"selected_company_id": company_id})
        return company

    def audit(
        self, claims: Identity, company_id: str, *, cursor: str | None, limit: int
    ) -> tuple[list[AuditEntry], str | None]:
        """Who did what in this company, newest first. Two calls."""
        self._access.load(claims, company_id, Action.READ)
        return self._audit.of_company(company_id, cursor=cursor, limit=limit)

    def change_settings(
        self,
        claims: Identity,
        company_id: str,
        settings: CompanySettings,
        *,
        version: int,
        rate_reason: str | None = None,
    ) -> SettingsSaved:
        """Replace the settings, if nobody did meanwhile.

        ``rate_reason`` says why the source of the exchange rate of a year that has begun becomes another one.

        Raises:
            Conflict: ``details.version`` is the current one.
            BadInput: a series that does not exist in FiC; another source within a year without a reason.
            NotAllowed: the role does not allow it.
        """
        loaded = self._access.load(claims, company_id, Action.MANAGE)
        before = loaded.company
        if before.version != version:
            raise Conflict(details={"version": before.version})
        warnings = [] if settings.numeration == before.settings.numeration else self._check_series(loaded, settings)
        moved = _sources_moved(before.settings, settings, until=rome_date(self._clock.now()).year)
        if moved and not rate_reason:
            raise _reason_needed(moved)
        warnings += _warnings(moved)
        problems = tuple(p for p in before.problems if p.code != "numeration_missing")
        after = before.model_copy(update={"settings": settings, "problems": problems})
        details = _changed(before.settings, settings)
        if moved and rate_reason:
            details["rate_reason"] = rate_reason
        entry = self._audit.on_company(loaded.access, before, "company.settings_changed", details=details)
        try:
            self._transactions.transact([*self._companies.saving(before, after), entry])
        except ConditionFailed:
            current = self._companies.get(company_id)
            raise Conflict(details={"version": current.version if current else version}) from None
        return SettingsSaved(after.model_copy(update={"version": before.version + 1}), warnings)

    def _check_series(self, loaded: Loaded, settings: CompanySettings) -> list[str]:
        """The series has to exist in FiC, which is asked now; when it cannot be, what it said last counts."""
        wanted = settings.numeration
        if not wanted:
            return []
        company = loaded.company
        try:
            existing = (
                self._vault()
                .calling(company.writing, lambda token: self._account.self_invoice_info(token, company.company_id))
                .numerations
            )
        except RelinkNeeded:
            return ["Il sezionale non si può verificare finché Fatture in Cloud non è ricollegato."]
        except AutofattureError:
            known = self._companies.with_fic(company.company_id)
            fic = known[1] if known else None
            if fic is None or fic.numerations is None:
                return ["Il sezionale non si è potuto verificare in Fatture in Cloud: controllalo lì."]
            existing = fic.numerations
        if wanted not in existing:
            there = ", ".join(repr(name) if name else "principale" for name in existing) or "nessuno"
            message = (
                f"Il sezionale {wanted} non esiste in Fatture in Cloud (ci sono: {there}). Le impostazioni non sono "
                "cambiate: crea il sezionale in Fatture in Cloud oppure scegline uno esistente."
            )
            raise BadInput(message, code="numeration_missing", details={"field": "numeration"})
        return []


def _changed(before: CompanySettings, after: CompanySettings) -> dict[str, str]:
    """What changed, with its new value as text."""
    new, old = after.model_dump(mode="json"), before.model_dump(mode="json")
    changed = {name: value for name, value in new.items() if old[name] != value}
    return {n: value if isinstance(value, str) else json.dumps(value, sort_keys=True) for n, value in changed.items()}


def _sources_moved(before: CompanySettings, after: CompanySettings, *, until: int) -> list[int]:
    """Years that have begun and get another source; a year without a setting has Banca d'Italia."""
    years = sorted(before.rate_source.keys() | after.rate_source.keys())
    default = RateSource.BANCA_ITALIA
    return [
        year
        for year in years
        if year <= until and before.rate_source.get(year, default) is not after.rate_source.get(year, default)
    ]


def _reason_needed(years: Sequence[int]) -> BadInput:
    """The same source for all operations of a calendar year: art. 13 c. 4 DPR 633/1972."""
    when = ", ".join(str(year) for year in years)
    message = (
        f"La fonte del cambio del {when} cambierebbe in corso d'anno: deve restare uguale per tutto l'anno solare. "
        "Le impostazioni non sono cambiate: per confermare scrivi il motivo."
    )
    return BadInput(message, code="rate_reason_needed", details={"field": "rate_reason", "years": when})


def _warnings(moved: Sequence[int]) -> list[str]:
    return [
        f"Per il {year} la fonte del cambio era un'altra: la norma la vuole uguale per tutto l'anno solare. "
        "Le autofatture già create non cambiano."
        for year in moved
    ]


def _is_mine(company: LinkedCompany, user: User) -> bool:
    return user.user_id in company.acting_owner_ids or user.user_id in company.assigned


def _matches(company: LinkedCompany, q: str | None) -> bool:
    """Every word of the search begins a word of the name, or the VAT number."""
    if not q:
        return True
    words = [*normalised(company.name).split(), company.vat_id]
    return all(any(word.startswith(part) for word in words) for part in normalised(q).split())


def _cursor_of(place: _Place) -> str:
    parts = [place.own_from, place.start, place.offset, int(place.studio)]
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


def _place_of(cursor: str | None) -> _Place:
    if cursor is None:
        return _Place()
    try:
        own_from, start, offset, studio = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except (ValueError, TypeError):
        raise BadInput(code="bad_cursor") from None
    numbers = all(isinstance(n, int) and n >= 0 for n in (own_from, offset))
    if not numbers or not (start is None or isinstance(start, str)):
        raise BadInput(code="bad_cursor")
    return _Place(own_from, start, offset, studio=bool(studio))


def owner_name(company: LinkedCompany, user: User | None = None) -> str | None:
    """Who owns the company, for the list: the person of its oldest own link."""
    links = company.owner_links
    if user is not None and user.user_id in company.acting_owner_ids:
        return user.name
    return links[0].user_name if links else None
