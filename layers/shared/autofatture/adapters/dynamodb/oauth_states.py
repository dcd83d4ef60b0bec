"""OAuth states: a few minutes long, used once. The row's key is a digest: reading the table gives no state away."""

from __future__ import annotations

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.company_ports import OAuthState
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.timestamps import moment, stamp

SCHEMA = 1


class OAuthStatesInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def keep(self, digest: str, state: OAuthState) -> None:
        self._table.put(
            {
                **keys.oauth_state(digest),
                "schema_version": SCHEMA,
                "user_id": state.user_id,
                "session_id": state.session_id,
                "return_to": state.return_to,
                "valid_until": stamp(state.valid_until),
                "expires_at": int(state.valid_until.timestamp()),
            },
            only_new=True,
        )

    def take(self, digest: str) -> OAuthState | None:
        row = self._table.get(keys.oauth_state(digest))
        if row is None:
            return None
        try:
            gone = self._table.deleting(keys.oauth_state(digest), condition="attribute_exists(pk)")
            self._table.transact([gone])
        except ConditionFailed:
            return None
        return OAuthState(
            user_id=row["user_id"],
            session_id=row["session_id"],
            return_to=row.get("return_to"),
            valid_until=moment(row["valid_until"]),
        )
