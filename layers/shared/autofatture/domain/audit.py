"""Who did what, for whom, when. Entries are only ever added; every hour of a tenant is sealed in a chain.

A seal's hash covers the previous seal and every entry of its hour, so that an entry that is changed, removed
or slipped in afterwards is found by recomputing the chain.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field

START = "0" * 64
"""What the first seal of a tenant follows."""


class AuditEntry(BaseModel):
    """Ids and words, never the content of a document. ``tenant`` is ``COMPANY#id``, ``STUDIO#id`` or ``USER#id``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tenant: str
    entry_id: str
    """Begins with the timestamp: entries sort by it."""
    at: dt.datetime
    actor_id: str
    """User id, ``operator:NAME`` or ``system``."""
    actor_name: str = ""
    studio_id: str | None = None
    """Set when the person acted as a member of a studio, for another's company."""
    studio_name: str | None = None
    basis: str | None = None
    action: str
    """``document.approved``, ``company.studio_chosen`` ... (docs/glossary.md)."""
    document_id: str | None = None
    details: dict[str, str] = Field(default_factory=dict)

    @property
    def hour(self) -> str:
        """The hour it belongs to, ``2026-11-25T10``, UTC."""
        return hour_of(self.at)


class Seal(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    tenant: str
    hour: str
    entries: int
    previous_hour: str | None = None
    previous: str = START
    digest: str


def hour_of(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H")


def digest_of(previous: str, entries: Iterable[AuditEntry]) -> str:
    """SHA-256 over the previous seal and the entries, each as JSON with sorted keys, in the order of their ids."""
    running = hashlib.sha256(previous.encode())
    for entry in sorted(entries, key=lambda e: e.entry_id):
        text = json.dumps(entry.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        running.update(b"\n" + text.encode())
    return running.hexdigest()


def sealed(tenant: str, hour: str, entries: Sequence[AuditEntry], after: Seal | None) -> Seal:
    """The seal of one hour of a tenant, following the last one."""
    previous = after.digest if after else START
    return Seal(
        tenant=tenant,
        hour=hour,
        entries=len(entries),
        previous_hour=after.hour if after else None,
        previous=previous,
        digest=digest_of(previous, entries),
    )


def breaks(seals: Sequence[Seal], entries: Sequence[AuditEntry]) -> list[str]:
    """Hours whose seal does not fit its entries or the seal before; empty when the chain is whole.

    ``entries`` later than the last seal are not judged; one that is older and in no sealed hour is a break.
    """
    found: list[str] = []
    by_hour: dict[str, list[AuditEntry]] = {}
    for entry in entries:
        by_hour.setdefault(entry.hour, []).append(entry)
    last: Seal | None = None
    for seal in sorted(seals, key=lambda s: s.hour):
        if sealed(seal.tenant, seal.hour, by_hour.pop(seal.hour, []), last) != seal:
            found.append(seal.hour)
        last = seal
    if last is not None:
        found += [hour for hour in by_hour if hour < last.hour]
    return sorted(found)
