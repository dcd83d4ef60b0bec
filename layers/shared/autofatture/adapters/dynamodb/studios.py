"""Rows of studios, of the public list, of members and of invitations."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import Any

from autofatture.account_ports import Action
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.search import normalised, words
from autofatture.domain.studios import ClientInvitation, InvitationState, Member, MemberInvitation, Studio
from autofatture.domain.timestamps import stamp
from autofatture.studio_ports import ListedStudio

SCHEMA = 1
LISTING_WORDS = 8
"""Words of a name that it can be found by."""


def studio_of(row: Row | None) -> Studio | None:
    if row is None:
        return None
    return Studio.model_validate({name: row[name] for name in Studio.model_fields if name in row})


def _row_of(studio: Studio) -> Row:
    row = studio.model_dump(mode="json", exclude_none=True)
    row.pop("titolare_ids")
    if studio.titolare_ids:
        row["titolare_ids"] = set(studio.titolare_ids)
    return {**keys.studio(studio.studio_id), "kind": "studio", "schema_version": SCHEMA, **row}


def _listings(studio: Studio) -> list[tuple[str, str]]:
    """Every way to find the studio in the public list."""
    if not studio.in_list:
        return []
    found = [("all", ""), ("vat", studio.vat_number), ("city", normalised(studio.city))]
    return found + [("word", word) for word in words(studio.name)[:LISTING_WORDS]]


class StudiosInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, studio_id: str) -> Studio | None:
        return studio_of(self._table.get(keys.studio(studio_id)))

    def saving(self, before: Studio | None, after: Studio) -> list[Action]:
        """Write the profile if ``before`` still stands there, and bring its public listings in line."""
        version = before.version + 1 if before else 1
        put = self._table.putting({**_row_of(after), "version": version}, only_new=before is None)
        if before is not None:
            put["Put"] |= {
                "ConditionExpression": "version = :version",
                "ExpressionAttributeValues": self._table.item({":version": before.version}),
            }
        old, new = set(_listings(before)) if before else set(), set(_listings(after))
        removed = [self._table.deleting(keys.listing(after.studio_id, *one)) for one in sorted(old - new)]
        return [put, *removed, *(self._table.putting(self._listing_row(after, *one)) for one in sorted(new))]

    def _listing_row(self, studio: Studio, kind: str, value: str) -> Row:
        return {
            **keys.listing(studio.studio_id, kind, value),
            **keys.listed_by(kind, value, normalised(studio.name), studio.studio_id),
            "schema_version": SCHEMA,
            "studio_id": studio.studio_id,
            "name": studio.name,
            "city": studio.city,
            "vat_number": studio.vat_number,
            "about": studio.about,
        }

    def listed(
        self, kind: str, beginning: str, *, limit: int, cursor: str | None
    ) -> tuple[list[ListedStudio], str | None]:
        """Studios of the public list, by how a word of the name, the city or the VAT number begins.

        ``kind`` ``all`` goes by the whole name, with any beginning; the others need two characters.
        """
        partition = keys.listed_by(kind, "" if kind == "all" else beginning, "", "")["lookup_pk"]
        start = f"#{beginning}" if kind == "all" else beginning
        rows, following = self._table.query(
            partition,
            index=keys.BY_LOOKUP,
            pk_name="lookup_pk",
            sk_name="lookup_sk",
            begins_with=start,
            limit=limit,
            cursor=cursor,
        )
        return [ListedStudio(**{n: row.get(n, "") for n in ListedStudio._fields}) for row in rows], following

    # Members

    def members(self, studio_id: str) -> list[Member]:
        rows, _ = self._table.query(f"STUDIO#{studio_id}", begins_with="MEMBER#", limit=200)
        return [Member.model_validate({n: row[n] for n in Member.model_fields if n in row}) for row in rows]

    def member(self, studio_id: str, user_id: str) -> Member | None:
        row = self._table.get(keys.member(studio_id, user_id))
        return Member.model_validate({n: row[n] for n in Member.model_fields if n in row}) if row else None

    def member_saving(self, member: Member, *, existing: bool = False) -> Action:
        """A member's row; with ``existing`` only over one that is there, so that a removed one stays removed."""
        row = member.model_dump(mode="json")
        put = self._table.putting({**keys.member(member.studio_id, member.user_id), "schema_version": SCHEMA, **row})
        if existing:
            put["Put"]["ConditionExpression"] = "attribute_exists(pk)"
        return put

    def member_removing(self, studio_id: str, user_id: str) -> Action:
        return self._table.deleting(keys.member(studio_id, user_id), condition="attribute_exists(pk)")

    def rename(self, studio_id: str, user_id: str, name: str) -> None:
        """A member's new name. One who was removed meanwhile stays removed."""
        with contextlib.suppress(ConditionFailed):
            self._table.update(
                keys.member(studio_id, user_id),
                update="SET #name = :name",
                condition="attribute_exists(pk)",
                names={"#name": "name"},
                values={":name": name},
            )

    def titolare_changing(self, studio_id: str, user_id: str, *, is_one: bool) -> Action:
        """Keep the set of people who get the studio's notices. The last one cannot be taken away."""
        values: dict[str, Any] = {":user": {user_id}, ":step": 1}
        condition = "attribute_exists(pk)"
        if not is_one:
            condition, values[":one"] = "size(titolare_ids) > :one AND contains(titolare_ids, :who)", 1
            values[":who"] = user_id
        return self._table.updating(
            keys.studio(studio_id),
            update=f"SET version = version + :step {'ADD' if is_one else 'DELETE'} titolare_ids :user",
            condition=condition,
            values=values,
        )

    # Invitations

    def member_inviting(self, invitation: MemberInvitation) -> Action:
        row = invitation.model_dump(mode="json")
        expires = int(invitation.valid_until.timestamp())
        key = keys.member_invitation(invitation.studio_id, invitation.digest)
        return self._table.putting({**key, "schema_version": SCHEMA, "expires_at": expires, **row})

    def member_invitation(self, studio_id: str, digest: str) -> MemberInvitation | None:
        row = self._table.get(keys.member_invitation(studio_id, digest))
        if row is None:
            return None
        return MemberInvitation.model_validate({n: row[n] for n in MemberInvitation.model_fields if n in row})

    def member_invitation_using(self, studio_id: str, digest: str) -> Action:
        """It works once."""
        return self._table.deleting(keys.member_invitation(studio_id, digest), condition="attribute_exists(pk)")

    def client_inviting(self, invitation: ClientInvitation) -> Action:
        row = invitation.model_dump(mode="json", exclude_none=True)
        key = keys.client_invitation(invitation.studio_id, invitation.digest)
        return self._table.putting({**key, "schema_version": SCHEMA, **row})

    def client_invitation(self, studio_id: str, digest: str) -> ClientInvitation | None:
        row = self._table.get(keys.client_invitation(studio_id, digest))
        return _client_of(row) if row else None

    def client_invitations_named(self, studio_id: str, digests: list[str]) -> dict[str, ClientInvitation]:
        """Those that exist, by digest; at most 100."""
        rows = self._table.get_many([keys.client_invitation(studio_id, digest) for digest in digests])
        return {row["digest"]: _client_of(row) for row in rows if row is not None}

    def client_invitations(
        self, studio_id: str, *, limit: int = 500, cursor: str | None = None
    ) -> tuple[list[ClientInvitation], str | None]:
        rows, following = self._table.query(
            f"STUDIO#{studio_id}", begins_with="CLIENT_INVITATION#", limit=limit, cursor=cursor
        )
        return [_client_of(row) for row in rows], following

    def client_invitation_moving(
        self, studio_id: str, digest: str, state: InvitationState, *, user_id: str, at: dt.datetime
    ) -> Action:
        return self._table.updating(
            keys.client_invitation(studio_id, digest),
            update="SET #state = :state, user_id = :user, changed_at = :at",
            condition="attribute_exists(pk)",
            names={"#state": "state"},
            values={":state": state.value, ":user": user_id, ":at": stamp(at)},
        )

    def client_invitation_forgetting(self, studio_id: str, digest: str) -> Action:
        return self._table.deleting(keys.client_invitation(studio_id, digest))


def _client_of(row: Row) -> ClientInvitation:
    return ClientInvitation.model_validate({n: row[n] for n in ClientInvitation.model_fields if n in row})
