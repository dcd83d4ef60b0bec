"""Encryption by AWS KMS. Tokens are shorter than KMS's own limit of 4096 bytes, so KMS encrypts them itself.

No data key ever exists in our memory or rows, the encryption context is checked by KMS at decrypt, and each
decrypt of a token is one line of CloudTrail (ADR: tokens encrypted by KMS directly).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

LIMIT = 4096
_WORTH_ANOTHER_TRY = frozenset({"ThrottlingException", "KMSInternalException", "DependencyTimeoutException"})


class KmsCipher:
    """One key by id. ``client`` is injected."""

    def __init__(self, client: KMSClient, key_id: str) -> None:
        self._client = client
        self._key_id = key_id

    def encrypt(self, plain: bytes, *, context: dict[str, str]) -> bytes:
        """The ciphertext of ``plain``, bound to ``context``.

        Raises:
            ValueError: more than 4096 bytes: this is for tokens, not for documents.
        """
        if len(plain) > LIMIT:
            msg = f"at most {LIMIT} bytes"
            raise ValueError(msg)
        try:
            answer = self._client.encrypt(KeyId=self._key_id, Plaintext=plain, EncryptionContext=context)
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error
        return answer["CiphertextBlob"]

    def decrypt(self, cipher: bytes, *, context: dict[str, str]) -> bytes:
        """The plain bytes, when ``context`` is the one they were encrypted with.

        Raises:
            PermanentError: another context, another key, or no permission.
        """
        try:
            answer = self._client.decrypt(KeyId=self._key_id, CiphertextBlob=cipher, EncryptionContext=context)
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error
        return answer["Plaintext"]


def _translated(error: ClientError | BotoCoreError) -> Exception:
    if isinstance(error, BotoCoreError):
        return TransientError()
    code = error.response.get("Error", {}).get("Code", "")
    return TransientError() if code in _WORTH_ANOTHER_TRY else PermanentError(code="encryption")
