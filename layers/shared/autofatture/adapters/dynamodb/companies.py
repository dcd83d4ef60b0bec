"""Rows of companies, of their counters and of the history of access."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from autofatture.account_ports import Action
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.company_counts import CompanyCounts
from autofatture.domain.document import Status
from autofatture.domain.linked_company import AccessEvent, CompanyInFic, LinkedCompany
from autofatture.domain.search import normalised
from autofatture.domain.timestamps import new_id, stamp

SCHEMA = 1
_COUNT = "n_"
_DUE = "due_"


def company_of(row: Row | None) -> LinkedCompany | None:
    if row is None:
        return None
    kept = {name: row[name] for name in LinkedCompany.model_fields if name in row}
    return LinkedCompany.model_validate(kept)


def _row_of(company: LinkedCompany) -> Row:
    plain = company.model_dump(mode="json", exclude_none=True)
    plain.pop("assigned")
    row: Row = {**keys.company(company.company_id), "kind": "company", "schema_version": SCHEMA, **plain}
    if company.assigned:
        row["assigned"] = set(company.assigned)
    if company.studio_id:
        row["studio_id"] = company.studio_id
        row |= keys.companies_of_studio(company.studio_id, normalised(company.name), company.company_id)
    return row


def fic_of(row: Row | None) -> CompanyInFic | None:
    if row is None:
        return None
    return CompanyInFic.model_validate({name: row[name] for name in CompanyInFic.model_fields if name in row})


def counts_of(row: Row | None) -> CompanyCounts:
    found = row or {}
    by_status = {name.removeprefix(_COUNT): n for name, n in found.items() if name.startswith(_COUNT) and n > 0}
    by_deadline = {
        dt.date.fromisoformat(name.removeprefix(_DUE)): n
        for name, n in found.items()
        if name.startswith(_DUE) and n > 0
    }
    return CompanyCounts(by_status=by_status, by_deadline=by_deadline)


class Companies:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, company_id: str) -> LinkedCompany | None:
        return company_of(self._table.get(keys.company(company_id)))

    def with_fic(self, company_id: str) -> tuple[LinkedCompany, CompanyInFic | None] | None:
        """The company and what FiC said about it, in one call; ``company.profile(fic)`` joins the two."""
        row, fic = self._table.get_many([keys.company(company_id), keys.company_in_fic(company_id)])
        company = company_of(row)
        return (company, fic_of(fic)) if company else None

    def remember(self, fic: CompanyInFic) -> None:
        """Replace what FiC said earlier."""
        row = fic.model_dump(mode="json", exclude_none=True)
        self._table.put({**keys.company_in_fic(fic.company_id), "schema_version": SCHEMA, **row})

    def get_many(self, company_ids: Sequence[str]) -> dict[str, LinkedCompany]:
        """By id; at most 100. Unknown ones are left out."""
        rows = self._table.get_many([keys.company(company_id) for company_id in company_ids])
        return {c.company_id: c for row in rows if (c := company_of(row)) is not None}

    def with_counts(self, company_ids: Sequence[str]) -> list[tuple[LinkedCompany, CompanyCounts]]:
        """At most 50, in one call."""
        wanted = [key for c in company_ids for key in (keys.company(c), keys.company_counts(c))]
        rows = self._table.get_many(wanted)
        pairs = zip(rows[::2], rows[1::2], strict=True)
        return [(c, counts_of(counts)) for row, counts in pairs if (c := company_of(row)) is not None]

    def of_studio(
        self, studio_id: str, *, cursor: str | None = None, limit: int = 1000
    ) -> tuple[list[tuple[LinkedCompany, CompanyCounts]], str | None]:
        """Companies of a studio by name, each with its counters: one call for up to ``limit`` / 2 companies."""
        rows, following = self._table.query(
            keys.companies_of_studio(studio_id, "", "")["lookup_pk"],
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
            limit=limit,
            cursor=cursor,
        )
        counters = {row["company_id"]: row for row in rows if row["kind"] == "company_counts"}
        found = [c for row in rows if row["kind"] == "company" and (c := company_of(row)) is not None]
        return [(c, counts_of(counters.get(c.company_id))) for c in found], following

    def ids_of_studio(self, studio_id: str) -> list[str]:
        """Every company that a studio works on, by name. Not for request paths that show a page."""
        rows = self._table.query_all(
            keys.companies_of_studio(studio_id, "", "")["lookup_pk"],
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
        )
        return [str(row["company_id"]) for row in rows if row["kind"] == "company"]

    def all_of_studio(self, studio_id: str) -> list[LinkedCompany]:
        """Every company that a studio works on, whole, by name. Not for request paths."""
        rows = self._table.query_all(
            keys.companies_of_studio(studio_id, "", "")["lookup_pk"],
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
        )
        return [c for row in rows if row["kind"] == "company" and (c := company_of(row)) is not None]

    def saving(self, before: LinkedCompany | None, after: LinkedCompany) -> list[Action]:
        """Write ``after`` if ``before`` still stands there. The counters follow to the list of the studio."""
        version = before.version + 1 if before else 1
        row = {**_row_of(after), "version": version}
        if before is None:
            actions: list[Action] = [self._table.putting(row, only_new=True)]
        else:
            put = self._table.putting(row)
            put["Put"] |= {
                "ConditionExpression": "#version = :version",
                "ExpressionAttributeNames": {"#version": "version"},
                "ExpressionAttributeValues": self._table.item({":version": before.version}),
            }
            actions = [put]
        moved = before is None or (before.studio_id, before.name) != (after.studio_id, after.name)
        return [*actions, self._placing_counts(after)] if moved else actions

    def _placing_counts(self, company: LinkedCompany) -> Action:
        sets = "kind = if_not_exists(kind, :kind), company_id = :id, schema_version = :schema"
        values = {":kind": "company_counts", ":id": company.company_id, ":schema": SCHEMA}
        removes = ""
        if company.studio_id:
            place = keys.companies_of_studio(company.studio_id, normalised(company.name), company.company_id)
            sets += ", lookup_pk = :pk, lookup_sk = :sk"
            values |= {":pk": place["lookup_pk"], ":sk": place["lookup_sk"]}
        else:
            removes = " REMOVE lookup_pk, lookup_sk"
        return self._table.updating(
            keys.company_counts(company.company_id), update=f"SET {sets}{removes}", values=values
        )

    def assigning(self, company: LinkedCompany, user_id: str, *, works: bool) -> Action:
        """Put a member of the company's studio to work on it, or take them off."""
        verb = "ADD" if works else "DELETE"
        return self._table.updating(
            keys.company(company.company_id),
            update=f"SET version = version + :one {verb} assigned :user",
            condition="studio_id = :studio",
            values={":user": {user_id}, ":one": 1, ":studio": company.studio_id},
        )

    def counting(
        self,
        company_id: str,
        *,
        before: tuple[Status, dt.date | None] | None,
        after: tuple[Status, dt.date | None] | None,
    ) -> Action | None:
        """Move a document from one counter to another; None when nothing changes.

        Each side is the status and, while the document still has to be sent by then, its deadline. The counters
        are made by the first addition, so a company needs no preparation.
        """
        if before == after:
            return None
        change: dict[str, int] = {}
        for side, step in ((before, -1), (after, 1)):
            if side is None:
                continue
            status, deadline = side
            names = [f"{_COUNT}{status.value}"] + ([f"{_DUE}{deadline.isoformat()}"] if deadline else [])
            for name in names:
                change[name] = change.get(name, 0) + step
        moved = {name: step for name, step in change.items() if step}
        if not moved:
            return None
        return self._table.updating(
            keys.company_counts(company_id),
            update="ADD " + ", ".join(f"#{n} :{n}" for n in range(len(moved))),
            names={f"#{n}": name for n, name in enumerate(moved)},
            values={f":{n}": step for n, step in enumerate(moved.values())},
        )

    def recording(self, event: AccessEvent, *, order: int = 0) -> Action:
        """One line of the history of access; ``order`` among those of one change, which have one moment."""
        entry = f"{stamp(event.at)}#{order}#{new_id(6)}"
        row = {
            **keys.company_history(event.company_id, entry),
            "kind": "access_event",
            "schema_version": SCHEMA,
            **event.model_dump(mode="json", exclude_none=True),
        }
        return self._table.putting(row, only_new=True)

    def history(self, company_id: str, *, limit: int = 100) -> list[AccessEvent]:
        rows, _ = self._table.query(f"COMPANY#{company_id}", begins_with="ACCESS#", newest_first=True, limit=limit)
        return [AccessEvent.model_validate({k: row[k] for k in AccessEvent.model_fields if k in row}) for row in rows]
