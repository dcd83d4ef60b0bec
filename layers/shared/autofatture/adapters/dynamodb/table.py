"""Access to the table: plain Python values in, plain Python values out, one translator of errors.

Amounts are stored as strings, counters as whole numbers. There is no scan.
"""

from __future__ import annotations

import base64
import json
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.exceptions import BotoCoreError, ClientError

from autofatture.adapters.dynamodb.keys import Key
from autofatture.domain.errors import BadInput, ConditionFailed, PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Row = dict[str, Any]

BATCH_GET_LIMIT = 100
TRANSACTION_LIMIT = 100
_ATTEMPTS = 4
_TRANSACTION_ATTEMPTS = 12
_THROTTLED = frozenset(
    {
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
        "InternalServerError",
        "TransactionInProgressException",
        "ServiceUnavailable",
    }
)


def _whole(value: Any) -> Any:
    """DynamoDB numbers come back as Decimal; rows hold only whole numbers."""
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if hasattr(value, "as_tuple"):
        return int(value)
    return value


class TransactionCollision(TransientError):
    """Two transactions met on one row; neither condition is known to have failed."""


class Table:
    """One table by name. ``client`` is injected, so a test can count its calls."""

    def __init__(self, client: DynamoDBClient, name: str) -> None:
        self._client = client
        self.name = name
        self._serialise = TypeSerializer().serialize
        self._deserialise = TypeDeserializer().deserialize

    def item(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row in DynamoDB's own notation; keys with value None are left out."""
        return {name: self._serialise(value) for name, value in row.items() if value is not None}

    def row(self, item: Mapping[str, Any]) -> Row:
        return {name: _whole(self._deserialise(value)) for name, value in item.items()}

    def get(self, key: Key, *, consistent: bool = True) -> Row | None:
        answer = self._call("get_item", Key=self.item(key), ConsistentRead=consistent)
        return self.row(answer["Item"]) if "Item" in answer else None

    def get_many(self, keys: Sequence[Key]) -> list[Row | None]:
        """Rows in the order of ``keys``, read consistently in one call (at most 100 keys)."""
        if len(keys) > BATCH_GET_LIMIT:
            msg = f"at most {BATCH_GET_LIMIT} keys"
            raise ValueError(msg)
        wanted = [self.item(key) for key in {(key["pk"], key["sk"]): key for key in keys}.values()]
        found: dict[tuple[str, str], Row] = {}
        for attempt in range(_ATTEMPTS):
            request = {self.name: {"Keys": wanted, "ConsistentRead": True}}
            answer = self._call("batch_get_item", RequestItems=request)
            for item in answer["Responses"].get(self.name, []):
                row = self.row(item)
                found[(row["pk"], row["sk"])] = row
            wanted = answer.get("UnprocessedKeys", {}).get(self.name, {}).get("Keys", [])
            if not wanted:
                return [found.get((key["pk"], key["sk"])) for key in keys]
            time.sleep(0.05 * 2**attempt)
        raise TransientError

    def put(self, row: Row, *, only_new: bool = False) -> None:
        """Write a whole row.

        Raises:
            ConditionFailed: ``only_new`` and the key exists.
        """
        extra: dict[str, Any] = {"ConditionExpression": "attribute_not_exists(pk)"} if only_new else {}
        self._call("put_item", Item=self.item(row), **extra)

    def delete(self, key: Key) -> None:
        self._call("delete_item", Key=self.item(key))

    def update(self, key: Key, **expression: Any) -> Row:
        """``update`` / ``condition`` are expressions, ``names`` and ``values`` their placeholders.

        Returns the row as it stands afterwards.

        Raises:
            ConditionFailed: carries the row that stood there.
        """
        answer = self._call(
            "update_item", ReturnValues="ALL_NEW", **self._update_of(key, expression), **_old_row_on_failure()
        )
        return self.row(answer["Attributes"])

    def query(
        self,
        pk: str,
        *,
        index: str | None = None,
        pk_name: str = "pk",
        sk_name: str = "sk",
        begins_with: str | None = None,
        between: tuple[str, str] | None = None,
        newest_first: bool = False,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[list[Row], str | None]:
        """One page of rows of one partition, and the cursor of the next page or None.

        Raises:
            BadInput: a cursor that is not one of this list.
        """
        names, values, condition = {"#pk": pk_name}, {":pk": pk}, "#pk = :pk"
        if begins_with is not None or between is not None:
            names["#sk"] = sk_name
        if begins_with is not None:
            values[":begin"], condition = begins_with, condition + " AND begins_with(#sk, :begin)"
        elif between is not None:
            values[":low"], values[":high"] = between
            condition += " AND #sk BETWEEN :low AND :high"
        request: dict[str, Any] = {
            "KeyConditionExpression": condition,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": self.item(values),
            "ScanIndexForward": not newest_first,
            "Limit": limit,
        }
        if index:
            request["IndexName"] = index
        else:
            request["ConsistentRead"] = True
        if cursor:
            start = _decode(cursor)
            if start.get(pk_name) != pk or start.keys() != {"pk", "sk", pk_name, sk_name}:
                raise BadInput(code="bad_cursor")
            request["ExclusiveStartKey"] = self.item(start)
        answer = self._call("query", **request)
        last = answer.get("LastEvaluatedKey")
        return [self.row(item) for item in answer["Items"]], _encode(self.row(last)) if last else None

    def query_all(self, pk: str, *, at_most: int = 10_000, **how: Any) -> list[Row]:
        """Every row of a partition, page by page, up to ``at_most``. Not for request paths."""
        rows: list[Row] = []
        cursor: str | None = None
        while len(rows) < at_most:
            page, cursor = self.query(pk, limit=500, cursor=cursor, **how)
            rows.extend(page)
            if cursor is None:
                break
        return rows[:at_most]

    def transact(self, actions: Iterable[Mapping[str, Any]], *, token: str | None = None) -> None:
        """All or nothing. Build the actions with :meth:`putting`, :meth:`updating`, :meth:`checking`, :meth:`deleting`.

        A transaction that only met another one on the same row has written nothing and is tried again, with
        full jitter: a hot row (a wallet, the counters of a company) is then slow, not refused.

        Raises:
            ConditionFailed: ``reasons`` names what failed, item by item (``None`` for those that held).
            TransientError: another transaction held one of the items during every attempt.
        """
        items = list(actions)
        if len(items) > TRANSACTION_LIMIT:
            msg = f"at most {TRANSACTION_LIMIT} actions"
            raise ValueError(msg)
        extra = {"ClientRequestToken": token} if token else {}
        for attempt in range(_TRANSACTION_ATTEMPTS):
            try:
                self._call("transact_write_items", TransactItems=items, **extra)
            except TransactionCollision:
                time.sleep(random.uniform(0, min(1.0, 0.02 * 2**attempt)))
            else:
                return
        raise TransientError

    def putting(self, row: Row, *, only_new: bool = False) -> dict[str, Any]:
        put: dict[str, Any] = {"TableName": self.name, "Item": self.item(row)}
        if only_new:
            put["ConditionExpression"] = "attribute_not_exists(pk)"
        return {"Put": put}

    def updating(self, key: Key, **expression: Any) -> dict[str, Any]:
        return {"Update": {"TableName": self.name, **self._update_of(key, expression), **_old_row_on_failure()}}

    def checking(self, key: Key, **expression: Any) -> dict[str, Any]:
        return {"ConditionCheck": {"TableName": self.name, **self._update_of(key, expression)}}

    def deleting(self, key: Key, **expression: Any) -> dict[str, Any]:
        return {"Delete": {"TableName": self.name, **self._update_of(key, expression)}}

    def _update_of(self, key: Key, expression: Mapping[str, Any]) -> dict[str, Any]:
        request: dict[str, Any] = {"Key": self.item(key)}
        if "update" in expression:
            request["UpdateExpression"] = expression["update"]
        if expression.get("condition"):
            request["ConditionExpression"] = expression["condition"]
        if expression.get("names"):
            request["ExpressionAttributeNames"] = expression["names"]
        if expression.get("values"):
            request["ExpressionAttributeValues"] = {
                name: self._serialise(value) for name, value in expression["values"].items()
            }
        return request

    def _call(self, operation: str, **request: Any) -> Any:
        if operation not in {"batch_get_item", "transact_write_items"}:
            request["TableName"] = self.name
        try:
            return getattr(self._client, operation)(**request)
        except ClientError as error:
            raise self._translate(error) from error
        except BotoCoreError as error:
            raise TransientError from error

    def _translate(self, error: ClientError) -> Exception:
        code = error.response.get("Error", {}).get("Code", "")
        if code == "ConditionalCheckFailedException":
            item = error.response.get("Item")
            return ConditionFailed(("ConditionalCheckFailed",), self.row(item) if isinstance(item, dict) else None)
        if code == "TransactionCanceledException":
            reasons = [str(reason.get("Code")) for reason in error.response.get("CancellationReasons", [])]
            if "ConditionalCheckFailed" in reasons:
                return ConditionFailed(reasons)
            return TransactionCollision() if "TransactionConflict" in reasons else TransientError()
        if code in _THROTTLED:
            return TransientError()
        return PermanentError(code="storage")


def _old_row_on_failure() -> dict[str, str]:
    return {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}


def _encode(key: Row) -> str:
    return base64.urlsafe_b64encode(json.dumps(key, separators=(",", ":")).encode()).decode()


def _decode(cursor: str) -> dict[str, str]:
    try:
        found = json.loads(base64.b64decode(cursor.encode(), altchars=b"-_", validate=True))
    except ValueError:
        raise BadInput(code="bad_cursor") from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise BadInput(code="bad_cursor")
    return found
