"""What a file really is, by its first bytes. The name and the declared type are only compared with it."""

from __future__ import annotations

import re
from typing import Final

from autofatture.adapters.reading.intake.limits import MAX_ARCHIVE_BYTES, MAX_BYTES
from autofatture.domain.errors import UnreadableDocument

PDF: Final = "application/pdf"
JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
HEIC: Final = "image/heic"
ZIP: Final = "application/zip"
EML: Final = "message/rfc822"
XML: Final = "application/xml"
P7M: Final = "application/pkcs7-mime"

IMAGES: Final = frozenset({JPEG, PNG, HEIC})
CONTAINERS: Final = frozenset({ZIP, EML})
ACCEPTED: Final = frozenset({PDF, JPEG, PNG, HEIC, ZIP, EML, XML, P7M})

_ALIASES = {
    "application/x-pdf": PDF,
    "image/jpg": JPEG,
    "image/pjpeg": JPEG,
    "image/heif": HEIC,
    "image/heic-sequence": HEIC,
    "application/x-zip-compressed": ZIP,
    "application/x-zip": ZIP,
    "text/xml": XML,
    "application/pkcs7-signature": P7M,
    "application/x-pkcs7-mime": P7M,
    "application/p7m": P7M,
    "application/eml": EML,
}
_UNTYPED = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-unknown", "text/plain"})
_PICTURES = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_HEADER = re.compile(
    rb"^(?:From|To|Received|Return-Path|Date|Subject|MIME-Version|Delivered-To|Message-ID|X-[\w-]+|DKIM-Signature|ARC-[\w-]+):",
    re.IGNORECASE,
)
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"word/document.xml", b"xl/workbook.xml")


def detect(source: bytes) -> str:
    """The media type of ``source``.

    Raises:
        UnreadableDocument: ``empty``, ``too_large`` or ``not_a_document``.
    """
    if not source:
        message = "Il file è vuoto. Caricalo di nuovo o chiedi una copia al fornitore."
        raise UnreadableDocument(message, code="empty")
    kind = _by_magic(source)
    if kind is None:
        message = (
            "Il file non è un documento che si può leggere. Sono accettati PDF, JPG, PNG, HEIC, ZIP, EML, "
            "fatture elettroniche XML e p7m."
        )
        raise UnreadableDocument(message, code="not_a_document")
    limit = MAX_ARCHIVE_BYTES if kind in CONTAINERS else MAX_BYTES
    if len(source) > limit:
        message = f"Il file supera il limite di {limit // (1024 * 1024)} MB: riducilo o dividilo."
        raise UnreadableDocument(message, code="too_large", details={"size": len(source), "limit": limit})
    return kind


def check_declared(declared: str, real: str) -> None:
    """Compare the type that the sender declared with the real one.

    Raises:
        UnreadableDocument: ``content_type_mismatch``.
    """
    bare = declared.partition(";")[0].strip().lower()
    if bare in _UNTYPED or _ALIASES.get(bare, bare) == real:
        return
    message = "Il contenuto del file non corrisponde al tipo dichiarato. Controlla di aver scelto il file giusto."
    raise UnreadableDocument(message, code="content_type_mismatch", details={"declared": bare[:60], "real": real})


def _by_magic(source: bytes) -> str | None:
    head = source[:2048]
    if b"%PDF-" in head[:1024] and not head.startswith(b"PK"):  # a ZIP may hold a PDF as it is
        return PDF
    picture = next((kind for sign, kind in _PICTURES if head.startswith(sign)), None)
    if picture:
        return picture
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif"}:
        return HEIC
    if head.startswith(b"PK\x03\x04"):
        return None if any(sign in head for sign in _OFFICE) else ZIP
    if _is_signed(source):
        return P7M
    return _by_text(head)


def _is_signed(source: bytes) -> bool:
    """CMS signed data, as DER or as base64 text."""
    if source[:1] == b"\x30" and _SIGNED_DATA in source[:64]:
        return True
    if source[:1] not in b"MK-":
        return False
    from autofatture.adapters.reading.intake.signed import from_base64  # noqa: PLC0415  (rare, and costs an import)

    decoded = from_base64(source[:400])
    return decoded is not None and _SIGNED_DATA in decoded[:64]


def _by_text(head: bytes) -> str | None:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        bare = head[2:].replace(b"\x00", b"").lstrip()
    if bare.startswith(b"<"):
        lowered = bare[:600].lower()
        return None if b"<html" in lowered or b"<!doctype html" in lowered or b"<svg" in lowered else XML
    if _HEADER.match(bare) and re.search(rb"(?im)^(?:mime-version|content-type|subject|from|received):", bare):
        return EML
    return None
