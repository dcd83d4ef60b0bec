"""Letters through Amazon SES."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client
    from mypy_boto3_sesv2.type_defs import BodyTypeDef

_REFUSED = frozenset(
    {"MessageRejected", "MailFromDomainNotVerifiedException", "BadRequestException", "NotFoundException"}
)


class SesMail:
    """Implements :class:`autofatture.ports.Mail`."""

    def __init__(self, client: SESV2Client, *, sender: str) -> None:
        self._client = client
        self._sender = sender

    def send(self, *, to: str, subject: str, text: str, html: str | None = None) -> None:
        """Hand one letter over.

        Raises:
            PermanentError: SES refuses this letter.
            TransientError: anything else.
        """
        body: BodyTypeDef = {"Text": {"Data": text, "Charset": "UTF-8"}}
        if html is not None:
            body["Html"] = {"Data": html, "Charset": "UTF-8"}
        try:
            self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [to]},
                Content={"Simple": {"Subject": {"Data": subject, "Charset": "UTF-8"}, "Body": body}},
            )
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            # Without ``from error``: the text of SES names the address.
            raise (PermanentError(code="mail_refused") if code in _REFUSED else TransientError()) from None
        except BotoCoreError as error:
            raise TransientError from error
