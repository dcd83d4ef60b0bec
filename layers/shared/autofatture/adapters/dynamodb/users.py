"""Rows of users and of their sessions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from autofatture.account_ports import Action
from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.access import Role
from autofatture.domain.accounts import Session, User
from autofatture.domain.timestamps import moment, stamp

SCHEMA = 1


def user_of(row: Row | None) -> User | None:
    if row is None:
        return None
    return User(
        user_id=row["user_id"],
        email=row.get("email", ""),
        name=row.get("name", ""),
        locale=row.get("locale", "it"),
        created_at=moment(row["created_at"]),
        referral_code=row.get("referral_code", ""),
        referral_chain=tuple(row.get("referral_chain", ())),
        invited_by=row.get("invited_by"),
        studio_id=row.get("studio_id"),
        role=Role(row["role"]) if row.get("role") else None,
        all_companies=bool(row.get("all_companies", False)),
        studio_wallet_id=row.get("studio_wallet_id"),
        own_wallet_id=row.get("own_wallet_id"),
        company_ids=frozenset(row.get("company_ids", ())),
        connection_ids=frozenset(row.get("connection_ids", ())),
        standing_studio_id=row.get("standing_studio_id"),
        standing_since=_moment(row, "standing_since"),
        selected_company_id=row.get("selected_company_id"),
        only_mine=bool(row.get("only_mine", False)),
        mfa_enabled=bool(row.get("mfa_enabled", False)),
        sessions_from=_moment(row, "sessions_from"),
        exported_at=_moment(row, "exported_at"),
        closed_at=_moment(row, "closed_at"),
    )


def session_of(row: Row | None) -> Session | None:
    if row is None:
        return None
    return Session(
        session_id=row["session_id"],
        user_id=row["user_id"],
        mfa=bool(row["mfa"]),
        started_at=moment(row["started_at"]),
        refreshed_at=moment(row["refreshed_at"]),
        revoked_at=_moment(row, "revoked_at"),
    )


def _moment(row: Row, name: str) -> dt.datetime | None:
    return moment(row[name]) if row.get(name) else None


class Users:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, user_id: str) -> User | None:
        return user_of(self._table.get(keys.user(user_id)))

    def get_many(self, user_ids: list[str]) -> list[User]:
        rows = self._table.get_many([keys.user(user_id) for user_id in user_ids])
        return [user for row in rows if (user := user_of(row)) is not None]

    def creating(self, user: User) -> Action:
        """A first row only: a second sign-up of the same id is refused by the condition."""
        row = {
            **keys.user(user.user_id),
            "kind": "user",
            "schema_version": SCHEMA,
            "user_id": user.user_id,
            "email": user.email,
            "name": user.name,
            "locale": user.locale,
            "created_at": stamp(user.created_at),
            "referral_code": user.referral_code,
            "referral_chain": list(user.referral_chain),
            "invited_by": user.invited_by,
            "mfa_enabled": user.mfa_enabled,
        }
        return self._table.putting(row, only_new=True)

    def changing(self, user_id: str, changes: dict[str, Any]) -> Action:
        """``changes`` by attribute; the value None removes it. The row has to exist and not be closed."""
        return self._table.updating(keys.user(user_id), **_changes(changes))

    def change(self, user_id: str, changes: dict[str, Any]) -> None:
        self._table.update(keys.user(user_id), **_changes(changes))

    def adding(self, user_id: str, sets: dict[str, set[str]], *, of_studio: str | None = None) -> Action:
        """Add to sets of the row, such as ``company_ids``. Empty ones are left out."""
        change = _set_change("ADD", sets)
        if of_studio is not None:
            change["condition"] += " AND studio_id = :studio"
            change["values"][":studio"] = of_studio
        return self._table.updating(keys.user(user_id), **change)

    def removing(self, user_id: str, sets: dict[str, set[str]]) -> Action:
        return self._table.updating(keys.user(user_id), **_set_change("DELETE", sets))

    def joining_studio(
        self, user_id: str, *, studio_id: str, role: Role, all_companies: bool, studio_wallet_id: str
    ) -> Action:
        """One studio per person: the condition refuses a second one."""
        changed = _changes(
            {
                "studio_id": studio_id,
                "role": role.value,
                "all_companies": all_companies,
                "studio_wallet_id": studio_wallet_id,
            }
        )
        changed["condition"] += " AND attribute_not_exists(studio_id)"
        return self._table.updating(keys.user(user_id), **changed)

    def closing(self, user_id: str, at: dt.datetime) -> Action:
        """Leave an empty row with the id: nothing personal stays in it."""
        row = {
            **keys.user(user_id),
            "kind": "user",
            "schema_version": SCHEMA,
            "user_id": user_id,
            "created_at": stamp(at),
            "closed_at": stamp(at),
        }
        return self._table.putting(row)


class Sessions:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, session_id: str) -> Session | None:
        return session_of(self._table.get(keys.session(session_id)))

    def start(self, session: Session, *, expires: dt.datetime) -> None:
        self._table.put(
            {
                **keys.session(session.session_id),
                "kind": "session",
                "schema_version": SCHEMA,
                "session_id": session.session_id,
                "user_id": session.user_id,
                "mfa": session.mfa,
                "started_at": stamp(session.started_at),
                "refreshed_at": stamp(session.refreshed_at),
                "expires_at": int(expires.timestamp()),
            }
        )

    def change(self, session_id: str, changes: dict[str, Any]) -> None:
        """``changes`` by attribute, of a session that exists."""
        self._table.update(keys.session(session_id), **_changes(changes))


def _changes(changes: dict[str, Any]) -> dict[str, Any]:
    """An update of plain attributes of a row that exists and is not closed."""
    names = {f"#{number}": name for number, name in enumerate(changes)}
    values = {f":{number}": value for number, value in enumerate(changes.values()) if value is not None}
    sets = [f"#{n} = :{n}" for n, value in enumerate(changes.values()) if value is not None]
    removes = [f"#{n}" for n, value in enumerate(changes.values()) if value is None]
    parts = [f"SET {', '.join(sets)}"] if sets else []
    parts += [f"REMOVE {', '.join(removes)}"] if removes else []
    return {
        "update": " ".join(parts),
        "condition": "attribute_exists(pk) AND attribute_not_exists(closed_at)",
        "names": names,
        "values": values,
    }


def _set_change(verb: str, sets: dict[str, set[str]]) -> dict[str, Any]:
    filled = {name: values for name, values in sets.items() if values}
    return {
        "update": f"{verb} " + ", ".join(f"#{n} :{n}" for n in range(len(filled))),
        "condition": "attribute_exists(pk) AND attribute_not_exists(closed_at)",
        "names": {f"#{n}": name for n, name in enumerate(filled)},
        "values": {f":{n}": values for n, values in enumerate(filled.values())},
    }
