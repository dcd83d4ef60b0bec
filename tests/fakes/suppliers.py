"""What is remembered of suppliers, in memory, with the rules of the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from autofatture.domain.supplier_facts import Fact
from autofatture.domain.supplier_memory import Lesson, Level, Owner, Remembered, SupplierRecord, id_of
from autofatture.supplier_ports import Person
from tests.fakes.stores import Act


class MemorySuppliers:
    def __init__(self) -> None:
        self.rows: dict[tuple[Owner, str], SupplierRecord] = {}
        self.reads = 0

    def find(self, owners: Sequence[Owner], keys: Sequence[str]) -> list[SupplierRecord]:
        self.reads += 1
        wanted = [(owner, id_of(key)) for owner in owners for key in keys]
        return [self.rows[one] for one in wanted if one in self.rows]

    def get(self, owner: Owner, supplier_id: str) -> SupplierRecord | None:
        return self.rows.get((owner, supplier_id))

    def page(self, owner: Owner, *, limit: int, cursor: str | None) -> tuple[list[SupplierRecord], str | None]:
        found = [record for (whose, _), record in self.rows.items() if whose == owner]
        return sorted(found, key=lambda record: record.name)[:limit], None

    def learning(self, lesson: Lesson, *, by: Person, at: dt.datetime) -> Mapping[str, Any]:
        return Act(lambda: True, lambda: self._learn(lesson, by, at)).as_action()

    def _learn(self, lesson: Lesson, by: Person, at: dt.datetime) -> None:
        place = (lesson.owner, id_of(lesson.key))
        record = self.rows.get(place) or SupplierRecord(key=lesson.key, level=lesson.owner.level)
        facts = {item.fact: item for item in record.facts}
        for fact, value in lesson.facts.items():
            if lesson.owner.level is Level.COMPANY or fact not in facts:
                facts[fact] = Remembered(
                    fact=fact, value=value, confirmed_by=by.user_id, confirmed_by_name=by.name, confirmed_at=at
                )
        self.rows[place] = record.model_copy(
            update={
                "version": record.version + 1,
                "vat_ids": (*record.vat_ids, *lesson.vat_ids),
                "names": (*record.names, *lesson.names),
                "facts": tuple(facts[fact] for fact in Fact if fact in facts),
            }
        )

    def replacing(self, owner: Owner, before: SupplierRecord, after: SupplierRecord) -> Mapping[str, Any]:
        place = (owner, before.supplier_id)
        return Act(
            lambda: place in self.rows and self.rows[place].version == before.version,
            lambda: self.rows.__setitem__(place, after),
        ).as_action()

    def forgetting(self, owner: Owner, supplier_id: str) -> Mapping[str, Any]:
        place = (owner, supplier_id)
        return Act(lambda: place in self.rows, lambda: self.rows.__delitem__(place)).as_action()
