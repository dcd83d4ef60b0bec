"""The private document bucket."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

from boto3.exceptions import S3UploadFailedError
from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import BadInput, NotFound, PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_ABSENT = frozenset({"NoSuchKey", "404", "NotFound"})
_FOR_GOOD = frozenset({"AccessDenied", "403", "InvalidBucketName", "NoSuchBucket", "InvalidRequest"})


class S3Blobs:
    """Implements :class:`autofatture.ports.Blobs`."""

    def __init__(self, client: S3Client, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def upload_form(self, key: str, *, content_type: str, max_bytes: int, expires_in: int) -> dict[str, Any]:
        """Key, type and size are conditions of the signature: S3 refuses anything else."""
        return self._client.generate_presigned_post(
            self._bucket,
            key,
            Fields={"Content-Type": content_type},
            Conditions=[{"Content-Type": content_type}, ["content-length-range", 1, max_bytes]],
            ExpiresIn=expires_in,
        )

    def get(self, key: str, *, max_bytes: int | None = None) -> bytes:
        """The object's bytes.

        Raises:
            NotFound: no such object.
            BadInput: larger than ``max_bytes``; nothing beyond that was read.
        """
        try:
            body = self._client.get_object(Bucket=self._bucket, Key=key)["Body"]
            found = body.read() if max_bytes is None else body.read(max_bytes + 1)
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error
        if max_bytes is not None and len(found) > max_bytes:
            raise BadInput(code="file_too_large")
        return found

    def put(self, key: str, body: bytes, *, content_type: str) -> None:
        try:
            self._client.put_object(Bucket=self._bucket, Key=key, Body=body, ContentType=content_type)
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error

    def put_file(self, key: str, body: IO[bytes], *, content_type: str) -> None:
        """A large object, in parts: the file is never in memory as a whole."""
        try:
            self._client.upload_fileobj(body, self._bucket, key, ExtraArgs={"ContentType": content_type})
        except (ClientError, BotoCoreError, S3UploadFailedError) as error:
            raise _translated(error) from error

    def copy(self, source: str, target: str) -> None:
        try:
            self._client.copy_object(
                Bucket=self._bucket, Key=target, CopySource={"Bucket": self._bucket, "Key": source}
            )
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error

    def exists(self, key: str) -> bool:
        try:
            self._client.head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in _ABSENT:
                return False
            raise _translated(error) from error
        except BotoCoreError as error:
            raise _translated(error) from error
        return True

    def download_url(
        self, key: str, *, file_name: str, expires_in: int, inline: bool = False, content_type: str | None = None
    ) -> str:
        """The answer carries our type and name: what a person called the file never becomes a header as it is."""
        plain = "".join(
            letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_" for letter in file_name
        )
        kind = "inline" if inline else "attachment"
        parameters: dict[str, Any] = {
            "Bucket": self._bucket,
            "Key": key,
            "ResponseContentDisposition": f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name, safe='')}",
        }
        if content_type:
            parameters["ResponseContentType"] = content_type
        return self._client.generate_presigned_url("get_object", Params=parameters, ExpiresIn=expires_in)

    def delete(self, key: str) -> None:
        try:
            self._client.delete_object(Bucket=self._bucket, Key=key)
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error


def _translated(error: Exception) -> Exception:
    code = error.response.get("Error", {}).get("Code", "") if isinstance(error, ClientError) else ""
    if code in _ABSENT:
        return NotFound()
    if code in _FOR_GOOD:
        return PermanentError(code="storage")
    return TransientError()
