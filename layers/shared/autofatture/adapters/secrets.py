"""Secrets Manager. A value is fetched when it is needed and kept for a few minutes, so that it can be rotated."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import SecretStr

from autofatture.domain.errors import PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

KEPT = 300.0
"""Seconds."""


class StoredSecrets:
    """Implements :class:`autofatture.ports.Secrets`."""

    def __init__(self, client: SecretsManagerClient, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._monotonic = monotonic
        self._kept: dict[str, tuple[float, SecretStr]] = {}

    def get(self, name: str) -> SecretStr:
        """The value of the secret ``name``.

        Raises:
            PermanentError: it does not exist, is empty, or may not be read.
            TransientError: the service cannot be reached.
        """
        kept = self._kept.get(name)
        if kept is not None and self._monotonic() - kept[0] < KEPT:
            return kept[1]
        try:
            answer = self._client.get_secret_value(SecretId=name)
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            raise (TransientError() if code == "InternalServiceError" else PermanentError(code="secret")) from error
        except BotoCoreError as error:
            raise TransientError from error
        value = SecretStr(answer.get("SecretString") or "")
        if not value.get_secret_value():
            raise PermanentError(code="secret")
        self._kept[name] = (self._monotonic(), value)
        return value
