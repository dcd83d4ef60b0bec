"""Documents inside a ZIP or an e-mail. Stray files are named and left out; they never stop the others."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from typing import NamedTuple

from autofatture.adapters.reading.intake.detect import CONTAINERS, EML, ZIP, detect
from autofatture.adapters.reading.intake.limits import MAX_ARCHIVE_BYTES, MAX_BYTES, MAX_PARTS
from autofatture.domain.errors import UnreadableDocument

MAX_NESTING = 2
MAX_RATIO = 200
"""A member that grows by more than this when unpacked is a bomb."""
_INLINE_IMAGE = 40_000
"""Bytes below which a picture inside an e-mail is a logo, not a document."""


class Member(NamedTuple):
    """A document taken out of a container. ``name`` is for display only."""

    name: str
    content_type: str
    body: bytes


class Unpacked(NamedTuple):
    """The documents of a container, and the names of what was left out with the reason's code."""

    members: tuple[Member, ...]
    skipped: tuple[tuple[str, str], ...]


def unpack(source: bytes, kind: str) -> Unpacked:
    """Take a ZIP or an e-mail apart, containers inside included.

    Raises:
        UnreadableDocument: ``truncated``, ``encrypted``, ``too_large``, or ``not_a_document`` when nothing is in it.
    """
    members: list[Member] = []
    skipped: list[tuple[str, str]] = []
    _collect(source, kind, members, skipped, depth=0)
    if not members:
        code = skipped[0][1] if skipped else "not_a_document"
        message = "Nel file non c'è nessun documento che si possa leggere (PDF, immagini o fatture elettroniche)."
        raise UnreadableDocument(message, code=code)
    return Unpacked(tuple(members), tuple(skipped))


def _collect(source: bytes, kind: str, members: list[Member], skipped: list[tuple[str, str]], *, depth: int) -> None:
    for name, body in _zipped(source, skipped) if kind == ZIP else _attached(source):
        if len(members) >= MAX_PARTS:
            skipped.append((name, "too_many"))
            continue
        try:
            inner = detect(body)
        except UnreadableDocument as error:
            skipped.append((name, error.error_code))
            continue
        if inner in CONTAINERS:
            if depth >= MAX_NESTING:
                skipped.append((name, "too_deep"))
            else:
                _collect(body, inner, members, skipped, depth=depth + 1)
        elif len(body) > MAX_BYTES:
            skipped.append((name, "too_large"))
        else:
            members.append(Member(_shown(name), inner, body))


def _shown(name: str) -> str:
    """The last part of a name, printable and short."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in bare if character.isprintable())[:120] or "documento"


def _zipped(source: bytes, skipped: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(source))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        message = "L'archivio ZIP è danneggiato. È stato conservato: caricalo di nuovo."
        raise UnreadableDocument(message, code="truncated") from None
    total = 0
    for entry in entries[: 4 * MAX_PARTS]:
        if entry.is_dir() or _is_noise(entry.filename):
            continue
        if entry.flag_bits & 1:
            skipped.append((_shown(entry.filename), "encrypted"))
            continue
        if entry.file_size > MAX_BYTES or entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            skipped.append((_shown(entry.filename), "too_large"))
            continue
        total += entry.file_size
        if total > MAX_ARCHIVE_BYTES:
            skipped.append((_shown(entry.filename), "too_large"))
            return
        try:
            with archive.open(entry) as member:
                body = member.read(MAX_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
            skipped.append((_shown(entry.filename), "truncated"))
            continue
        yield entry.filename, body


def _is_noise(name: str) -> bool:
    """What operating systems leave in archives."""
    return name.startswith("__MACOSX/") or name.endswith((".DS_Store", "Thumbs.db")) or "/._" in f"/{name}"


def _attached(source: bytes) -> Iterator[tuple[str, bytes]]:
    message = email.message_from_bytes(source, policy=email.policy.default)
    seen: set[bytes] = set()
    for number, part in enumerate(message.walk()):
        if number > 4 * MAX_PARTS:
            return
        if part.is_multipart() and part.get_content_type() != EML:
            continue
        body = _payload(part)
        if not body or body in seen or _is_body(part) or _is_logo(part, body):
            continue
        seen.add(body)
        yield part.get_filename() or f"allegato-{number}", body


def _payload(part: EmailMessage) -> bytes | None:
    if part.get_content_type() == EML:
        return None
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return None
    return payload if isinstance(payload, bytes) else None


def _is_body(part: EmailMessage) -> bool:
    """The text of the message itself: an e-mail without attachments holds no document."""
    return part.get_content_maintype() == "text" and part.get_content_subtype() in {"plain", "html", "calendar"}


def _is_logo(part: EmailMessage, body: bytes) -> bool:
    inline = part.get_content_disposition() != "attachment"
    return part.get_content_maintype() == "image" and inline and len(body) < _INLINE_IMAGE
