"""How full the queues of dead letters are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import TransientError

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class SqsDeadLetters:
    """Queues by address; the last part of an address is the queue's name. ``client`` is injected."""

    def __init__(self, client: SQSClient, urls: Sequence[str]) -> None:
        self._client = client
        self._urls = urls

    def depths(self) -> Mapping[str, int]:
        """Raises: TransientError."""
        return {url.rpartition("/")[2]: self._depth(url) for url in self._urls}

    def _depth(self, url: str) -> int:
        try:
            answer = self._client.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
        except (ClientError, BotoCoreError) as error:
            raise TransientError from error
        return int(answer["Attributes"]["ApproximateNumberOfMessages"])
