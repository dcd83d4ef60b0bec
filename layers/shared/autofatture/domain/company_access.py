"""How access to a company changes.

Each function takes the company as it stands and returns it as it becomes, with the lines of its history. None
of them asks anybody anything, so every rule of access can be read and tested here.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from autofatture.domain.access import Basis
from autofatture.domain.linked_company import AccessChange, AccessEvent, Choice, FicLink, LinkedCompany, LinkState


class Changed(NamedTuple):
    company: LinkedCompany
    events: tuple[AccessEvent, ...]


class FicIdentity(BaseModel):
    """A company as FiC names it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    company_id: str
    name: str
    vat_id: str
    tax_code: str | None = None


class By(NamedTuple):
    """The person who changes access, and when."""

    user_id: str | None
    name: str | None
    at: dt.datetime


def joined(before: LinkedCompany | None, identity: FicIdentity, link: FicLink, by: By) -> Changed:
    """A connection opens the company. The first one makes it; later ones join it; a known one is renewed."""
    if before is None:
        company = LinkedCompany(**identity.model_dump(), created_at=by.at, links=(link,), writer=link.connection_id)
        return Changed(company, (_event(company, AccessChange.LINKED, by, link=link),))
    known = next((k for k in before.links if _same_door(k, link) and not k.left_behind), None)
    kept = tuple(k for k in before.links if not _same_door(k, link))
    renewed = link
    if known is not None:
        # What FiC did not say this time is as it was.
        may_write = known.may_write if link.may_write is None else link.may_write
        renewed = link.model_copy(update={"since": known.since, "may_write": may_write})
    # Somebody opens the company again: a door that was left behind has done its part.
    links = tuple(sorted((*(k for k in kept if not k.left_behind), renewed), key=lambda k: k.since))
    change = AccessChange.RELINKED if known else AccessChange.JOINED
    after = before.model_copy(update={**identity.model_dump(), "links": links})
    return _settled(before, after, by, (_event(after, change, by, link=link),))


def unlinked(before: LinkedCompany, connection_id: str, by: By) -> Changed:
    """The person removed the connection. The company stays readable for those it was linked by.

    The choice of a studio rests on the owner's link: with the last one the choice ends too.
    """
    link = before.link_of(connection_id)
    if link is None or link.state is LinkState.REVOCATA or link.left_behind:
        return Changed(before, ())
    events = [_event(before, AccessChange.UNLINKED, by, link=link)]
    after = _with_state(before, connection_id, LinkState.REVOCATA, ended=by.at)
    if after.choice is not None and before.owners_in_force and not after.owners_in_force:
        events.append(_event(after, AccessChange.REVOKED, by, basis=Basis.CLIENTE, choice=after.choice))
        after = after.model_copy(update={"choice": None})
    return _settled(before, after, by, tuple(events))


def member_left(before: LinkedCompany, connection_id: str, studio_id: str, by: By) -> Changed:
    """The person behind a connection is no longer of the studio: nothing is written for it through that account.

    Control passes to another door, of the studio or of anybody. Where there is none the studio goes on reading
    what it did, and the company waits until another member, or the owner, links it.
    """
    gone = [
        k
        for k in before.links
        if (k.connection_id, k.basis, k.studio_id) == (connection_id, Basis.STUDIO, studio_id) and not k.left_behind
    ]
    if not gone or gone[0].state is LinkState.REVOCATA:
        return Changed(before, ())
    event = _event(before, AccessChange.MEMBER_LEFT, by, link=gone[0])
    others = tuple(k for k in before.links if k not in gone)
    if any(k.state is not LinkState.REVOCATA and not before.is_blocked(k) for k in others):
        links = others
    else:
        waiting = gone[0].model_copy(update={"state": LinkState.DA_RICOLLEGARE, "ended": by.at})
        links = tuple(sorted((*others, waiting), key=lambda k: k.since))
    return _settled(before, before.model_copy(update={"links": links}), by, (event,))


def looked_at(before: LinkedCompany, connection_id: str, by: By, *, may_write: bool | None) -> Changed:
    """FiC was asked once more what the person behind a connection may do."""
    links = tuple(
        k.model_copy(update={"may_write": may_write}) if k.connection_id == connection_id else k for k in before.links
    )
    return _settled(before, before.model_copy(update={"links": links}), by, ())


def lost(before: LinkedCompany, connection_id: str, at: dt.datetime) -> Changed:
    """FiC stopped taking the connection's token. Repeating it changes nothing."""
    link = before.link_of(connection_id)
    if link is None or link.state is not LinkState.COLLEGATA:
        return Changed(before, ())
    by = By(None, None, at)
    after = _with_state(before, connection_id, LinkState.DA_RICOLLEGARE)
    return _settled(before, after, by, (_event(before, AccessChange.LOST, by, link=link),))


def chosen(before: LinkedCompany, choice: Choice, by: By) -> Changed:
    """The owner chooses a studio: at once, in place of an earlier choice. Choosing the same one changes nothing."""
    earlier = before.choice
    if earlier is not None and earlier.studio_id == choice.studio_id:
        return Changed(before, ())
    events = []
    gone = before.left_studios
    if earlier is not None:
        events.append(_event(before, AccessChange.REVOKED, by, basis=Basis.CLIENTE, choice=earlier))
        gone |= {earlier.studio_id}
    events.append(_event(before, AccessChange.CHOSEN, by, basis=Basis.CLIENTE, choice=choice))
    blocked = before.blocked_studios - {choice.studio_id}
    after = before.model_copy(
        update={"choice": choice, "blocked_studios": blocked, "left_studios": gone - {choice.studio_id}}
    )
    return _settled(before, after, by, tuple(events))


def followed(before: LinkedCompany, choice: Choice, by: By) -> Changed:
    """What the owner chose for all companies reaches one that was linked later.

    Only where nobody is chosen, and never against what was decided about that studio for this company.
    """
    if before.choice is not None or choice.studio_id in before.left_studios | before.blocked_studios:
        return Changed(before, ())
    return chosen(before, choice, by)


def revoked(before: LinkedCompany, basis: Basis, by: By) -> Changed:
    """The owner ends one basis of the studio; the other one stays."""
    if basis is Basis.CLIENTE and before.choice is not None:
        event = _event(before, AccessChange.REVOKED, by, basis=basis, choice=before.choice)
        gone = before.left_studios | {before.choice.studio_id}
        return _settled(before, before.model_copy(update={"choice": None, "left_studios": gone}), by, (event,))
    if basis is Basis.STUDIO and before.control is not None:
        link = before.control
        event = _event(before, AccessChange.REVOKED, by, link=link)
        blocked = before.blocked_studios | {k.studio_id for k in (link,) if k.studio_id}
        return _settled(before, before.model_copy(update={"blocked_studios": blocked}), by, (event,))
    return Changed(before, ())


def dropped(before: LinkedCompany, studio_id: str, by: By) -> Changed:
    """The studio gives the company up: its choice and its own links end together."""
    doors = [k for k in before.links if k.basis is Basis.STUDIO and k.studio_id == studio_id]
    chosen_one = before.choice if before.choice and before.choice.studio_id == studio_id else None
    if not doors and chosen_one is None:
        return Changed(before, ())
    basis = Basis.CLIENTE if chosen_one else Basis.STUDIO
    event = _event(before, AccessChange.DROPPED, by, basis=basis, choice=chosen_one, link=doors[0] if doors else None)
    after = before.model_copy(
        update={
            "choice": None if chosen_one else before.choice,
            "links": tuple(k for k in before.links if k not in doors),
            "left_studios": before.left_studios | {studio_id},
        }
    )
    return _settled(before, after, by, (event,))


def left(before: LinkedCompany, user_id: str, by: By) -> Changed:
    """A person closed the account: their links go, and with the last owner the choice of a studio."""
    gone = [k for k in before.links if k.user_id == user_id and not k.left_behind]
    # What the studio goes on reading by keeps its place, without the name.
    kept = tuple(
        k.model_copy(update={"user_name": ""}) if k.user_id == user_id else k for k in before.links if k not in gone
    )
    if kept == before.links:
        return Changed(before, ())
    events = [_event(before, AccessChange.UNLINKED, By(by.user_id, None, by.at), link=k) for k in gone]
    after = before.model_copy(update={"links": kept})
    if after.choice is not None and not after.owners_in_force:
        events.append(_event(after, AccessChange.REVOKED, By(None, None, by.at), choice=after.choice))
        after = after.model_copy(update={"choice": None})
    return _settled(before, after, by, tuple(events))


def renamed_studio(before: LinkedCompany, studio_id: str, name: str) -> LinkedCompany:
    """The studio's new name, wherever the company shows it."""
    choice = before.choice
    if choice is not None and choice.studio_id == studio_id:
        choice = choice.model_copy(update={"studio_name": name})
    links = tuple(k.model_copy(update={"studio_name": name}) if k.studio_id == studio_id else k for k in before.links)
    return before.model_copy(update={"choice": choice, "links": links})


def moved_wallet(before: LinkedCompany, user_id: str, wallet_id: str) -> LinkedCompany:
    """A person has another wallet now; it pays where this person's links are asked to."""
    links = tuple(
        k.model_copy(update={"user_wallet_id": wallet_id}) if k.user_id == user_id else k for k in before.links
    )
    return before.model_copy(update={"links": links})


def _same_door(one: FicLink, other: FicLink) -> bool:
    return one.connection_id == other.connection_id and one.basis == other.basis


def _with_state(
    company: LinkedCompany, connection_id: str, state: LinkState, *, ended: dt.datetime | None = None
) -> LinkedCompany:
    changes = {"state": state, "ended": ended}
    links = tuple(k.model_copy(update=changes) if k.connection_id == connection_id else k for k in company.links)
    return company.model_copy(update={"links": links})


def _settled(before: LinkedCompany, after: LinkedCompany, by: By, events: tuple[AccessEvent, ...]) -> Changed:
    """Keep the two promises that hold over every change.

    The writer moves only when its own link no longer works, or FiC does not let its person write self-invoices
    while it lets another; then to the oldest that can. The token of a studio whose
    control was revoked writes nothing, even where no other one could. Members are assigned by a studio: with
    another studio in force nobody is assigned.
    """
    changes: dict[str, Any] = {}
    open_doors = [k for k in after.links if not after.is_blocked(k)]
    healthy = [k for k in open_doors if k.state is LinkState.COLLEGATA]
    able = [k for k in healthy if k.may_write is not False] or healthy
    if able and after.writer not in {k.connection_id for k in able}:
        changes["writer"] = able[0].connection_id
        events = (*events, _event(after, AccessChange.WRITER_MOVED, by, link=able[0]))
    elif not healthy and after.writer not in {k.connection_id for k in open_doors}:
        # The owner's link that waits to be made again says what is missing.
        waiting = next((k for k in open_doors if k.state is LinkState.DA_RICOLLEGARE), None)
        changes["writer"] = waiting.connection_id if waiting else None
    if before.studio_id != after.studio_id:
        changes["assigned"] = frozenset()
    return Changed(after.model_copy(update=changes), events)


def _event(
    company: LinkedCompany,
    change: AccessChange,
    by: By,
    *,
    link: FicLink | None = None,
    basis: Basis | None = None,
    choice: Choice | None = None,
) -> AccessEvent:
    return AccessEvent(
        company_id=company.company_id,
        at=by.at,
        change=change,
        basis=basis or (link.basis if link else None),
        actor_id=by.user_id,
        actor_name=by.name,
        studio_id=choice.studio_id if choice else (link.studio_id if link else None),
        studio_name=choice.studio_name if choice else (link.studio_name if link else None),
        connection_id=link.connection_id if link else None,
    )
