"""Small rows beside a document: task tokens, claims, intents, keys accepted once, the outbox."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pydantic import SecretStr

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.documents import message_of, message_row, plain
from autofatture.adapters.dynamodb.table import Row, Table
from autofatture.domain.errors import ConditionFailed, TransientError
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.stores import Intent, Message, ReminderState, TableAction, Wait, WaitingToken


class DynamoTokens:
    """Implements :class:`autofatture.stores.TokenStore`. The table's own key encrypts the rows."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def keep(self, token: WaitingToken, *, expires_at: dt.datetime) -> None:
        self._table.put(
            {
                **keys.task_token(token.company_id, token.document_id, token.run),
                "wait": token.wait.value,
                "task_token": token.token.get_secret_value(),
                "expires_at": int(expires_at.timestamp()),
            }
        )

    def find(self, company_id: str, document_id: str, run: int) -> WaitingToken | None:
        row = self._table.get(keys.task_token(company_id, document_id, run))
        if row is None:
            return None
        return WaitingToken(
            company_id=company_id,
            document_id=document_id,
            run=run,
            wait=Wait(row["wait"]),
            token=SecretStr(row["task_token"]),
        )

    def forget(self, token: WaitingToken) -> None:
        key = keys.task_token(token.company_id, token.document_id, token.run)
        gone = self._table.deleting(
            key, condition="task_token = :token", values={":token": token.token.get_secret_value()}
        )
        try:
            self._table.transact([gone])
        except ConditionFailed:
            return


class DynamoClaims:
    """Implements :class:`autofatture.stores.ClaimStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def claim_file(self, company_id: str, sha256: str, document_id: str) -> str | None:
        return self._claim(keys.file_claim(company_id, sha256), document_id)

    def claim_invoice(self, company_id: str, invoice_key: str, document_id: str) -> str | None:
        return self._claim(keys.invoice_claim(company_id, invoice_key), document_id)

    def invoice_owners(self, company_id: str, invoice_keys: Sequence[str]) -> list[str]:
        rows = self._table.get_many([keys.invoice_claim(company_id, key) for key in invoice_keys])
        return [str(row["document_id"]) for row in rows if row]

    def file_owner(self, company_id: str, sha256: str) -> str | None:
        row = self._table.get(keys.file_claim(company_id, sha256))
        return str(row["document_id"]) if row else None

    def holding_invoice(self, company_id: str, invoice_key: str, document_id: str) -> TableAction:
        return self._table.updating(keys.invoice_claim(company_id, invoice_key), **_claiming(document_id))

    def release(self, company_id: str, document_id: str, *, sha256: str | None, invoice_key: str | None) -> None:
        held = [keys.file_claim(company_id, sha256)] if sha256 else []
        held += [keys.invoice_claim(company_id, invoice_key)] if invoice_key else []
        for key in held:
            gone = self._table.deleting(key, condition="document_id = :me", values={":me": document_id})
            try:
                self._table.transact([gone])
            except ConditionFailed:
                continue

    def _claim(self, key: keys.Key, document_id: str) -> str | None:
        try:
            self._table.update(key, **_claiming(document_id))
        except ConditionFailed as taken:
            return str(taken.row["document_id"]) if taken.row else None
        return None


def _claiming(document_id: str) -> dict[str, object]:
    return {
        "update": "SET document_id = :me",
        "condition": "attribute_not_exists(pk) OR document_id = :me",
        "values": {":me": document_id},
    }


class DynamoIntents:
    """Implements :class:`autofatture.stores.IntentStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, company_id: str, document_id: str) -> Intent | None:
        row = self._table.get(keys.intent(company_id, document_id))
        return _intent_of(company_id, document_id, row) if row else None

    def lease(self, company_id: str, document_id: str, *, run: int, now: dt.datetime, until: dt.datetime) -> Intent:
        try:
            row = self._table.update(
                keys.intent(company_id, document_id),
                update="SET leased_until = :until, #run = :run",
                condition="attribute_not_exists(pk) OR leased_until < :now",
                names={"#run": "run"},
                values={":until": keys.stamp(until), ":now": keys.stamp(now), ":run": run},
            )
        except ConditionFailed as held:
            raise TransientError(code="being_created") from held
        return _intent_of(company_id, document_id, row)

    def save(self, intent: Intent) -> None:
        attempted, invoice = intent.attempted_at, intent.invoice
        try:
            self._table.update(
                keys.intent(intent.company_id, intent.document_id),
                update="SET ignored_fic_ids = :ignored, attempted_at = :attempted, invoice = :invoice",
                condition="leased_until = :until",
                values={
                    ":ignored": list(intent.ignored_fic_ids),
                    ":attempted": keys.stamp(attempted) if attempted else "",
                    ":invoice": invoice.model_dump_json(exclude_none=True) if invoice else "",
                    ":until": keys.stamp(intent.leased_until),
                },
            )
        except ConditionFailed as lost:
            raise TransientError(code="lease_lost") from lost

    def give_back(self, intent: Intent) -> None:
        try:
            self._table.update(
                keys.intent(intent.company_id, intent.document_id),
                update="SET leased_until = :none",
                condition="leased_until = :until",
                values={":none": "", ":until": keys.stamp(intent.leased_until)},
            )
        except ConditionFailed:
            return

    def clear_attempt(self, company_id: str, document_id: str) -> None:
        self._table.update(
            keys.intent(company_id, document_id), update="SET attempted_at = :none", values={":none": ""}
        )


def _intent_of(company_id: str, document_id: str, row: Row) -> Intent:
    attempted, invoice = row.get("attempted_at"), row.get("invoice")
    return Intent(
        company_id=company_id,
        document_id=document_id,
        run=row.get("run", 0),
        leased_until=dt.datetime.fromisoformat(row["leased_until"]) if row.get("leased_until") else _NEVER,
        invoice=SelfInvoice.model_validate_json(invoice) if invoice else None,
        attempted_at=dt.datetime.fromisoformat(attempted) if attempted else None,
        ignored_fic_ids=tuple(row.get("ignored_fic_ids", ())),
    )


_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class DynamoOutbox:
    """Implements :class:`autofatture.stores.Outbox`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def adding(self, message: Message) -> TableAction:
        return self._table.putting(message_row(message), only_new=True)

    def pending(self, *, before: dt.datetime, at_most: int) -> list[Message]:
        rows: list[Row] = []
        for shard in range(keys.OUTBOX_SHARDS):
            rows += self._table.query_all(f"HOPS#{shard}", at_most=at_most)
        messages = [message_of(row) for row in rows]
        return [message for message in messages if message.at < before][:at_most]

    def done(self, message: Message) -> None:
        self._table.delete(keys.workflow_outbox(message.message_id))


class DynamoOnce:
    """Implements :class:`autofatture.stores.Once`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def first(self, tenant: str, key: str, *, expires_at: dt.datetime, value: str = "") -> str | None:
        row_key = keys.once(tenant, key)
        try:
            self._table.put({**row_key, "value": value, "expires_at": int(expires_at.timestamp())}, only_new=True)
        except ConditionFailed:
            row = self._table.get(row_key)
            return str(row["value"]) if row else ""
        return None

    def is_known(self, tenant: str, key: str) -> bool:
        return self._table.get(keys.once(tenant, key)) is not None

    def marking(self, tenant: str, key: str, *, expires_at: dt.datetime) -> TableAction:
        row = {**keys.once(tenant, key), "value": "", "expires_at": int(expires_at.timestamp())}
        return self._table.putting(row, only_new=True)


class DynamoActivity:
    """Implements :class:`autofatture.stores.ActivityStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def marking(self, company_id: str, day: dt.date) -> TableAction:
        expires = dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(days=30)
        return self._table.putting({**keys.created_on(day, company_id), "expires_at": int(expires.timestamp())})

    def companies(self, day: dt.date) -> Sequence[str]:
        rows = self._table.query_all(keys.created_on(day, "")["pk"], at_most=100_000)
        return [str(row["sk"]) for row in rows]


class DynamoReminders:
    """Implements :class:`autofatture.stores.ReminderStore`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def state(self, company_id: str) -> ReminderState:
        return reminder_state_of(self._table.get(keys.reminders(company_id)))

    def saving(self, company_id: str, state: ReminderState) -> TableAction:
        return self._table.putting({**keys.reminders(company_id), **plain(state)})

    def known(self, company_id: str, reminders: Sequence[str]) -> frozenset[str]:
        tenant = keys.company(company_id)["pk"]
        found: set[str] = set()
        for start in range(0, len(reminders), 100):
            chunk = reminders[start : start + 100]
            rows = self._table.get_many([keys.once(tenant, name) for name in chunk])
            found.update(name for name, row in zip(chunk, rows, strict=True) if row is not None)
        return frozenset(found)

    def marking(self, company_id: str, reminder: str, *, at: dt.datetime) -> TableAction:
        expires = int((at + dt.timedelta(days=400)).timestamp())
        row = {**keys.once(keys.company(company_id)["pk"], reminder), "value": "", "expires_at": expires}
        return self._table.putting(row, only_new=True)


def reminder_state_of(row: Row | None) -> ReminderState:
    """Where there is no row, nothing was sent and nothing is paused."""
    return ReminderState.model_validate({n: row[n] for n in ReminderState.model_fields if n in row} if row else {})
