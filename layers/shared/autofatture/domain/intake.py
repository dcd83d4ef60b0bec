"""What may be uploaded, and where it is kept. Keys are built from ids, never from what a person typed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_PAGES: Final = 50
SDI_MAX_BYTES: Final = 5 * 1024 * 1024
"""SdI refuses a larger file (00003): the attachment is inside it, in base64."""

_BY_SUFFIX: Final = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "heif": "image/heic",
    "zip": "application/zip",
    "eml": "message/rfc822",
    "xml": "application/xml",
    "p7m": "application/pkcs7-mime",
}
_SAME: Final = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/heif": "image/heic",
    "application/x-pdf": "application/pdf",
    "application/x-zip-compressed": "application/zip",
    "text/xml": "application/xml",
    "application/x-pkcs7-mime": "application/pkcs7-mime",
}
CONTAINERS: Final = frozenset({"application/zip", "message/rfc822"})
"""Each file inside becomes a document of its own."""
TYPED_BY_HAND: Final = frozenset({"encrypted", "too_many_pages", "too_slow", "too_complex"})
"""Why a file is not read although a person can open it and type what it says; what remains cannot be a document."""
_UNKNOWN: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_ARRIVAL: Final = re.compile(
    r"arrivals/(?P<kind>studio|user)/(?P<id>[0-9a-zA-Z-]{1,64})/(?P<upload>[0-9a-hjkmnp-tv-z]{26})/source"
)
_UPLOAD: Final = re.compile(r"uploads/(?P<company>[0-9]{1,20})/(?P<document>[0-9a-hjkmnp-tv-z]{26})/source")


def content_type_of(file_name: str, declared: str) -> str | None:
    """The content type that the upload form demands, or None for a file that we do not read.

    Browsers do not know every type: then the name decides. What the file really is, is found by reading it.
    """
    known = _SAME.get(declared.lower().strip(), declared.lower().strip())
    if known in _UNKNOWN:
        return _BY_SUFFIX.get(file_name.rpartition(".")[2].lower())
    return known if known in _BY_SUFFIX.values() else None


class UploadKey(NamedTuple):
    company_id: str
    document_id: str


def upload_key(company_id: str, document_id: str) -> str:
    return f"uploads/{company_id}/{document_id}/source"


def parse_upload_key(key: str) -> UploadKey | None:
    """The ids of an upload's key, or None for any other key."""
    found = _UPLOAD.fullmatch(key)
    return UploadKey(found["company"], found["document"]) if found else None


class ArrivalKey(NamedTuple):
    owner: str
    """``STUDIO#…`` or ``USER#…``."""
    upload_id: str


def arrival_key(owner: str, upload_id: str) -> str:
    """Where a file without a company is sent."""
    return f"arrivals/{_folder(owner)}/{upload_id}/source"


def parse_arrival_key(key: str) -> ArrivalKey | None:
    """The owner and the id of a file without a company, or None for any other key."""
    found = _ARRIVAL.fullmatch(key)
    return ArrivalKey(f"{found['kind'].upper()}#{found['id']}", found["upload"]) if found else None


def unassigned_key(owner: str, upload_id: str, sha256: str) -> str:
    """The bytes that were looked at: shown to who assigns them, and taken over by the company's document."""
    return f"unassigned/{_folder(owner)}/{upload_id}/{sha256}"


def _folder(owner: str) -> str:
    kind, _, owner_id = owner.partition("#")
    return f"{kind.lower()}/{owner_id}"


def source_key(company_id: str, document_id: str, sha256: str) -> str:
    """Viewer, engine and attachment read this key only: what was reviewed is what is attached."""
    return f"work/{company_id}/{document_id}/{sha256}"


def layout_key(company_id: str, document_id: str) -> str:
    """Words of the source with their rectangles, for the viewer."""
    return f"work/{company_id}/{document_id}/layout.json"


def xml_key(company_id: str, document_id: str, kind: str, sha256: str) -> str:
    """``kind`` is ``original`` or ``working-copy``. Kept as long as the document, unlike archives of exports."""
    return f"work/{company_id}/{document_id}/xml/{kind}-{sha256}.xml"


def archive_key(user_id: str, job_id: str, part: int) -> str:
    return f"exports/{user_id}/{job_id}/{part:03d}.zip"


def base64_size(size: int) -> int:
    """Bytes of a file of ``size`` bytes once it is written in base64."""
    return (size + 2) // 3 * 4
