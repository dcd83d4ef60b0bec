"""The supplier's document, attached to the self-invoice when it fits."""

from __future__ import annotations

import re
import unicodedata

from autofatture.domain.document import Document
from autofatture.domain.errors import PlanLimit, RefusedByFic
from autofatture.domain.intake import MAX_BYTES, SDI_MAX_BYTES, base64_size
from autofatture.observability import logger
from autofatture.ports import Blobs, InvoicingApi

_ROOM_FOR_XML = 256 * 1024
"""The rest of the file: SdI counts the attachment and the XML around it together (00003)."""
_SUFFIXES = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/zip": "zip",
}
"""What FiC takes as an attachment."""


_LONGEST_NAME = 60
"""Of ``NomeAttachment`` in a FatturaPA file."""


def attachment_name(document: Document) -> str:
    """The name of the supplier's file as the person knows it, in characters that every system takes.

    Letters lose their accents, whatever else is not a letter, a digit, ``.``, ``-`` or ``_`` becomes ``-``, and the
    ending follows what the bytes are. Where nothing is left, the id of the document stands in.
    """
    suffix = _SUFFIXES[document.content_type]
    name = document.file_name.replace("\\", "/").rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    plain = "".join(one for one in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(one))
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip(".-_")[: _LONGEST_NAME - len(suffix) - 1].rstrip(".-_")
    return f"{safe or document.document_id}.{suffix}"


class SourceAttachment:
    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    def upload(self, api: InvoicingApi, document: Document) -> str | None:
        """The token of the uploaded source, or None when it cannot be attached: :meth:`missing` says why.

        The bytes are those that were reviewed. Tokens are short-lived, so this happens just before creating.
        """
        if self.missing(document) is not None:
            return None
        body = self._blobs.get(document.source_key or "", max_bytes=MAX_BYTES)
        try:
            return api.attach(attachment_name(document), body)
        except (PlanLimit, RefusedByFic) as error:
            logger().info(
                "created without attachment",
                extra={"document_id": document.document_id, "error_code": error.error_code},
            )
            return None

    def missing(self, document: Document) -> str | None:
        """Why the source will not be attached, in Italian; None when it will."""
        if document.source_key is None or document.content_type not in _SUFFIXES:
            return "Fatture in Cloud non accetta allegati di questo tipo: il documento è creato senza allegato."
        size = base64_size(document.source_size or 0)
        if size + _ROOM_FOR_XML > SDI_MAX_BYTES:
            megabytes = f"{size / 1024 / 1024:.1f}".replace(".", ",")
            return (
                f"L'allegato occuperebbe {megabytes} MB dentro la fattura elettronica e SdI ne accetta 5 in tutto: "
                "il documento è creato senza allegato. Conserva il file a parte."
            )
        return None
