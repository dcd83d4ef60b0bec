"""What a studio and a company know about a supplier. Proposed with its origin, never applied in silence.

Two levels: the *studio* knows identity and habits, confirmed once by a person and proposed to all its companies;
the *company* knows exceptions. No amount, number or file of a document is ever part of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.agreement import same
from autofatture.domain.reading import Reading


class Level(StrEnum):
    STUDIO = "studio"
    COMPANY = "azienda"
    LIST = "elenco"
    """The public list of usual foreign suppliers that ships with the product; always confirmed the first time."""


class Fact(StrEnum):
    """What may be remembered. Nothing else is."""

    NAME = "name"
    COUNTRY = "country"
    STREET = "street"
    CITY = "city"
    POSTAL_CODE = "postal_code"
    VAT_SCHEME = "vat_scheme"
    NATURE = "nature"
    CATEGORY = "category"
    VAT_RATE = "vat_rate"
    NATURA = "natura"
    DOCUMENT_KIND = "document_kind"
    DESCRIPTION = "description"
    NUMERATION = "numeration"
    RECEIPT_HABIT = "receipt_habit"
    CURRENCY = "currency"
    SHIP_FROM = "ship_from"


STUDIO_FACTS = frozenset(Fact) - {Fact.DESCRIPTION, Fact.NUMERATION, Fact.RECEIPT_HABIT}
"""Identity and habits hold for every company; texts, series and receipt habits belong to one."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Remembered(_Model):
    """One fact about a supplier, with who confirmed it and when. ``confirmed_by`` None: nobody has yet."""

    fact: Fact
    value: str = Field(max_length=200)
    level: Level
    confirmed_by: str | None = None
    confirmed_at: dt.datetime | None = None

    @property
    def active(self) -> bool:
        """Only a fact that a person confirmed is proposed as known."""
        return self.confirmed_by is not None


class SupplierRecord(_Model):
    """What one level knows about one supplier, recognised by any of its VAT ids, or by its name without one."""

    key: str
    level: Level
    vat_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    facts: tuple[Remembered, ...] = ()

    def value(self, fact: Fact) -> Remembered | None:
        return next((item for item in self.facts if item.fact is fact), None)


class Proposal(_Model):
    """A remembered value for a person to take or leave. ``origin`` is shown beside it in Italian."""

    fact: Fact
    value: str
    level: Level
    origin: str
    differs_from: str | None = None
    """What the document says instead: then the memory may be out of date, or the document read wrongly."""


_ORIGINS = {
    Level.STUDIO: "dalla memoria dello studio",
    Level.COMPANY: "dalla memoria dell'azienda",
    Level.LIST: "dall'elenco dei fornitori noti, da confermare",
}
_READ = {
    Fact.NAME: "supplier_name",
    Fact.COUNTRY: "supplier_country",
    Fact.STREET: "supplier_street",
    Fact.CITY: "supplier_city",
    Fact.POSTAL_CODE: "supplier_postal_code",
    Fact.NATURE: "nature",
    Fact.DOCUMENT_KIND: "document_kind",
    Fact.CURRENCY: "currency",
    Fact.SHIP_FROM: "ship_from",
}


def key_of(*, vat_id: str | None, name: str | None) -> str | None:
    """The key that a supplier is remembered by: its VAT id, else the letters of its name; None without either."""
    if vat_id:
        return "vat:" + "".join(character for character in vat_id.upper() if character.isalnum())
    letters = "".join(character for character in (name or "").casefold() if character.isalnum())
    return f"name:{letters}" if len(letters) > 2 else None


def find(records: Iterable[SupplierRecord], reading: Reading) -> list[SupplierRecord]:
    """The records of the supplier of ``reading``: by VAT id; by name only where one side has no VAT id."""
    vat_id, name = reading.supplier_vat_id.value, reading.supplier_name.value
    key = key_of(vat_id=vat_id, name=None)
    found = []
    for record in records:
        known = {key_of(vat_id=number, name=None) for number in record.vat_ids}
        by_vat = key is not None and key in known
        comparable = name is not None and (not vat_id or not record.vat_ids)
        by_name = comparable and any(same(name, other, "supplier_name") for other in record.names)
        if by_vat or by_name:
            found.append(record)
    return found


def proposals(records: Sequence[SupplierRecord], reading: Reading) -> tuple[Proposal, ...]:
    """What memory offers for a document: the company's exception before the studio's habit before the public list.

    Confirmed facts only, except those of the public list, which say that nobody confirmed them. A fact that the
    document already states equally is not offered; one that it states otherwise is, with both values.
    """
    offered: dict[Fact, Proposal] = {}
    for level in (Level.COMPANY, Level.STUDIO, Level.LIST):
        for record in records:
            if record.level is not level:
                continue
            for item in record.facts:
                if item.fact in offered or not (item.active or level is Level.LIST):
                    continue
                read = _read_value(reading, item.fact)
                if read is not None and same(read, item.value, _READ.get(item.fact, "")):
                    continue
                offered[item.fact] = Proposal(
                    fact=item.fact, value=item.value, level=level, origin=_ORIGINS[level], differs_from=read
                )
    return tuple(offered.values())


def _read_value(reading: Reading, fact: Fact) -> str | None:
    field = _READ.get(fact)
    value: Any = getattr(reading, field).value if field else None
    return None if value is None else str(value)


def remember(record: SupplierRecord, fact: Fact, value: str, *, by: str, at: dt.datetime) -> SupplierRecord:
    """``record`` with a fact that a person confirmed or edited.

    Raises:
        ValueError: the fact does not belong to the record's level.
    """
    if record.level is Level.STUDIO and fact not in STUDIO_FACTS:
        message = f"{fact} belongs to a company"
        raise ValueError(message)
    item = Remembered(fact=fact, value=value, level=record.level, confirmed_by=by, confirmed_at=at)
    kept = tuple(other for other in record.facts if other.fact is not fact)
    return record.model_copy(update={"facts": (*kept, item)})


def forget(record: SupplierRecord, fact: Fact | None = None) -> SupplierRecord | None:
    """``record`` without one fact; None, to be deleted everywhere, without a fact named or when nothing is left."""
    if fact is None:
        return None
    kept = tuple(other for other in record.facts if other.fact is not fact)
    return record.model_copy(update={"facts": kept}) if kept else None
