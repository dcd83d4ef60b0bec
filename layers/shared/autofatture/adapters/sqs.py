"""Queues, and how many messages rest in their dead letters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

_FOR_GOOD = frozenset(
    {"AccessDenied", "AccessDeniedException", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"}
)


class SqsQueue:
    """Implements :class:`autofatture.ports.Queue`."""

    def __init__(self, client: SQSClient, url: str) -> None:
        self._client = client
        self._url = url

    def send(self, body: dict[str, Any], *, delay_seconds: int = 0) -> None:
        try:
            self._client.send_message(
                QueueUrl=self._url, MessageBody=json.dumps(body, separators=(",", ":")), DelaySeconds=delay_seconds
            )
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error


def _translated(error: ClientError | BotoCoreError) -> Exception:
    code = error.response.get("Error", {}).get("Code", "") if isinstance(error, ClientError) else ""
    return PermanentError(code="queue") if code in _FOR_GOOD else TransientError()
