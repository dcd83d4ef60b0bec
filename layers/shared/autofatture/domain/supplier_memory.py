"""What a studio and a company know about a supplier. Proposed with its origin, never applied in silence.

Two levels: the *studio* knows identity and habits, confirmed once by one of its people and proposed in all its
companies; the *company* knows exceptions, or everything where no studio approves for it. No amount, number or
file of a document is ever part of it (:mod:`autofatture.domain.supplier_facts`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.agreement import same
from autofatture.domain.draft import Draft
from autofatture.domain.supplier_facts import MAX_VALUE, OF_A_COMPANY, Fact, field_of, stated

_ROME = ZoneInfo("Europe/Rome")
_MOST_KEYS = 5
MOST_IDS = 10
"""VAT ids and names that a record is known by."""


class Level(StrEnum):
    STUDIO = "studio"
    COMPANY = "azienda"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Owner(_Model):
    """Whose memory: a studio's, or a company's (``owner_id`` is then its FiC id)."""

    level: Level
    owner_id: str


class Remembered(_Model):
    """One fact about a supplier, with the person who confirmed it and when."""

    fact: Fact
    value: str = Field(max_length=MAX_VALUE)
    confirmed_by: str
    """User id."""
    confirmed_by_name: str
    confirmed_at: dt.datetime


class SupplierRecord(_Model):
    """What one level knows about one supplier, recognised by a VAT id, or by its name when it has none."""

    key: str
    """Of :func:`key_of`."""
    level: Level
    version: int = 0
    vat_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    facts: tuple[Remembered, ...] = ()

    @property
    def supplier_id(self) -> str:
        return id_of(self.key)

    @property
    def name(self) -> str:
        """What a list shows it as."""
        confirmed = self.value(Fact.NAME)
        return confirmed.value if confirmed else next(iter((*self.names, *self.vat_ids)), "")

    def value(self, fact: Fact) -> Remembered | None:
        return next((item for item in self.facts if item.fact is fact), None)


class Proposal(_Model):
    """A remembered value for a person to take or leave. ``origin`` is shown beside it in Italian."""

    fact: Fact
    value: str
    level: Level
    field: str | None
    """Where it stands in the draft; None for what is only told."""
    origin: str
    confirmed_by: str
    confirmed_at: dt.datetime
    differs_from: str | None = None
    """What the draft says instead: then the memory may be out of date, or the document read wrongly."""


class Remembrance(NamedTuple):
    """What memory has to say about one draft."""

    known: bool = False
    """A person confirmed this supplier before, on a level that the reader of this may see."""
    proposals: tuple[Proposal, ...] = ()


NOTHING = Remembrance()
"""Nobody confirmed anything of the supplier, or it is not known who it is."""


class Lesson(NamedTuple):
    """What an approval adds to one level. Equal values of the same level are left out."""

    owner: Owner
    key: str
    vat_ids: tuple[str, ...]
    names: tuple[str, ...]
    facts: Mapping[Fact, str]


def key_of(*, vat_id: str | None, name: str | None) -> str | None:
    """The key that a supplier is remembered by: its VAT id, else the letters of its name; None without either."""
    if vat_id:
        return "vat:" + "".join(character for character in vat_id.upper() if character.isalnum())
    letters = "".join(character for character in (name or "").casefold() if character.isalnum())
    return f"name:{letters}" if len(letters) > 2 else None


def id_of(key: str) -> str:
    """The public id of a record: the same for the same key, and without the supplier's name in an address."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def keys_of(draft: Draft) -> tuple[str, ...]:
    """The keys a draft's supplier may be remembered by, the surest first.

    By name only where the document prints no VAT id: two suppliers may share a name.
    """
    supplier = draft.supplier
    ids = [number for number in (supplier.vat_id, *supplier.other_vat_ids) if number]
    found = [key_of(vat_id=number, name=None) for number in ids] or [key_of(vat_id=None, name=supplier.name)]
    return tuple(dict.fromkeys(key for key in found if key))[:_MOST_KEYS]


def chosen(records: Iterable[SupplierRecord], keys: Sequence[str]) -> list[SupplierRecord]:
    """One record of each level: the one that the surest key finds."""
    best: dict[Level, SupplierRecord] = {}
    for record in sorted((one for one in records if one.key in keys), key=lambda one: keys.index(one.key)):
        best.setdefault(record.level, record)
    return list(best.values())


def remembrance(records: Sequence[SupplierRecord], draft: Draft) -> Remembrance:
    """What memory offers for a draft: the company's exception before the studio's habit.

    A fact that the draft already states equally is not offered; one that it states otherwise is, with both values.
    """
    found = chosen(records, keys_of(draft))
    said = stated(draft)
    offered: dict[Fact, Proposal | None] = {}
    for level in (Level.COMPANY, Level.STUDIO):
        for item in (fact for record in found if record.level is level for fact in record.facts):
            if item.fact not in offered:
                offered[item.fact] = _proposal(item, level, said.get(item.fact))
    return Remembrance(known=bool(found), proposals=tuple(one for one in offered.values() if one is not None))


def _proposal(item: Remembered, level: Level, read: str | None) -> Proposal | None:
    if read is not None and equal(item.fact, read, item.value):
        return None
    return Proposal(
        fact=item.fact,
        value=item.value,
        level=level,
        field=field_of(item.fact),
        origin=origin(item, level),
        confirmed_by=item.confirmed_by_name,
        confirmed_at=item.confirmed_at,
        differs_from=read,
    )


def origin(item: Remembered, level: Level) -> str:
    """Who confirmed a fact, when and for whom, as the screen says it."""
    day = item.confirmed_at.astimezone(_ROME)
    whose = "memoria dello studio" if level is Level.STUDIO else "solo per questa azienda"
    return f"Confermato da {item.confirmed_by_name} il {day:%d/%m/%Y} per questo fornitore ({whose})"


def equal(fact: Fact, one: str, other: str) -> bool:
    """Whether two values of a fact say the same."""
    return same(one, other, f"supplier_{fact.value}")


def lessons(
    draft_facts: Mapping[Fact, str], draft: Draft, records: Sequence[SupplierRecord], owners: Sequence[Owner]
) -> tuple[Lesson, ...]:
    """What an approved draft teaches the levels in ``owners`` (the company's, and the studio's that approved).

    The studio learns what it did not know. What it knows otherwise stays as it is and becomes an exception of
    the company: only an edit changes what is proposed to all the others.
    """
    keys = keys_of(draft)
    if not keys:
        return ()
    known = {record.level: record for record in chosen(records, keys)}
    studio = next((owner for owner in owners if owner.level is Level.STUDIO), None)
    company = next(owner for owner in owners if owner.level is Level.COMPANY)
    of_studio: dict[Fact, str] = {}
    of_company: dict[Fact, str] = {}
    for fact, value in draft_facts.items():
        general = known[Level.STUDIO].value(fact) if Level.STUDIO in known else None
        special = known[Level.COMPANY].value(fact) if Level.COMPANY in known else None
        shared = studio is not None and fact not in OF_A_COMPANY
        if shared and general is None:
            of_studio[fact] = value
        agrees = special is not None and equal(fact, special.value, value)
        follows = shared and special is None and (general is None or equal(fact, general.value, value))
        if not agrees and not follows:
            of_company[fact] = value
    taught = []
    for owner, facts in ((studio, of_studio), (company, of_company)):
        if owner is not None and facts:
            taught.append(_lesson(owner, known.get(owner.level), keys[0], draft, facts))
    return tuple(taught)


def _lesson(owner: Owner, known: SupplierRecord | None, key: str, draft: Draft, facts: Mapping[Fact, str]) -> Lesson:
    vat_ids = [number for number in (draft.supplier.vat_id, *draft.supplier.other_vat_ids) if number]
    names = [draft.supplier.name] if draft.supplier.name else []
    return Lesson(
        owner=owner,
        key=known.key if known else key,
        vat_ids=_new(known.vat_ids if known else (), vat_ids),
        names=_new(known.names if known else (), names),
        facts=facts,
    )


def _new(known: tuple[str, ...], found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in found if one not in known))[: max(0, MOST_IDS - len(known))]


def edited(
    record: SupplierRecord, values: Mapping[Fact, str], *, by: str, name: str, at: dt.datetime
) -> SupplierRecord:
    """``record`` with exactly these facts: what is left out is forgotten, what is new or other is confirmed by ``by``.

    Raises:
        ValueError: a fact does not belong to the record's level.
    """
    facts = []
    for fact, value in values.items():
        if record.level is Level.STUDIO and fact in OF_A_COMPANY:
            message = f"{fact} belongs to a company"
            raise ValueError(message)
        before = record.value(fact)
        unchanged = before is not None and before.value == value
        facts.append(
            before
            if unchanged and before is not None
            else Remembered(fact=fact, value=value, confirmed_by=by, confirmed_by_name=name, confirmed_at=at)
        )
    return record.model_copy(update={"facts": tuple(facts), "version": record.version + 1})
