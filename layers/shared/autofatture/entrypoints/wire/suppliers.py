"""Bodies and answers about what is remembered of suppliers, of a studio and of a company."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from autofatture.domain.supplier_facts import MAX_VALUE, Fact
from autofatture.domain.supplier_memory import Level, Remembrance, SupplierRecord
from autofatture.entrypoints.http import Wire
from autofatture.services.suppliers import Suppliers

FactValue = Annotated[str, StringConstraints(min_length=1, max_length=MAX_VALUE, strip_whitespace=True)]


class FactView(BaseModel):
    fact: Fact
    value: str
    confirmed_by: str
    """Name of the person."""
    confirmed_at: dt.datetime


class SupplierView(BaseModel):
    supplier_id: str
    level: Level
    version: int
    name: str
    vat_ids: list[str]
    facts: list[FactView]


class SupplierList(BaseModel):
    items: list[SupplierView]
    editable: bool
    """This person may edit and forget."""
    next_cursor: str | None = None


class SupplierRequest(Wire):
    """Exactly these facts stay: one that is left out is forgotten."""

    version: int
    facts: Annotated[dict[Fact, FactValue], Field(min_length=1, max_length=len(Fact))]


class ProposalView(BaseModel):
    """A remembered value. A person takes it or leaves it; nothing has been applied."""

    fact: Fact
    value: str
    level: Level
    field: str | None
    """Where it stands in the draft: ``lines.vat`` and ``lines.description`` are those of every line."""
    origin: str
    """Italian: who confirmed it, when, and for whom; in another language it is made of the next two."""
    confirmed_by: str
    """Name of the person."""
    confirmed_at: dt.datetime
    differs_from: str | None


class MemoryView(BaseModel):
    known: bool
    """Somebody confirmed this supplier before."""
    proposals: list[ProposalView]


def memory_view(found: Remembrance) -> MemoryView:
    return MemoryView(known=found.known, proposals=[ProposalView(**one.model_dump()) for one in found.proposals])


def supplier_view(record: SupplierRecord) -> SupplierView:
    return SupplierView(
        supplier_id=record.supplier_id,
        level=record.level,
        version=record.version,
        name=record.name,
        vat_ids=list(record.vat_ids),
        facts=[
            FactView(
                fact=item.fact, value=item.value, confirmed_by=item.confirmed_by_name, confirmed_at=item.confirmed_at
            )
            for item in record.facts
        ],
    )


def supplier_list(found: Suppliers) -> SupplierList:
    return SupplierList(
        items=[supplier_view(record) for record in found.items],
        editable=found.editable,
        next_cursor=found.next_cursor,
    )
