"""The content of a signed file (CAdES ``.p7m``). The signature is not verified: SdI did that at delivery."""

from __future__ import annotations

import base64
import binascii
import re

from autofatture.adapters.reading.intake.limits import MAX_XML_BYTES
from autofatture.domain.errors import UnreadableDocument

_DATA = bytes.fromhex("06092a864886f70d010701")
_OCTETS, _CONSTRUCTED = 0x04, 0x24
MAX_DEPTH = 12


def unwrap(source: bytes) -> bytes:
    """The signed document inside CMS signed data, DER or BER, binary or base64.

    Raises:
        UnreadableDocument: ``truncated`` when no content can be taken out.
    """
    data = source if source[:1] == b"\x30" else from_base64(source)
    at = data.find(_DATA) if data else -1
    if data is None or at < 0:
        raise _broken()
    try:
        content = _explicit(data, at + len(_DATA))
    except (IndexError, ValueError):
        raise _broken() from None
    if not content or len(content) > MAX_XML_BYTES:
        raise _broken()
    return content


def from_base64(source: bytes) -> bytes | None:
    """The bytes behind base64 text, with or without PEM lines; None when it is not base64."""
    text = re.sub(rb"-----[A-Z0-9 ]+-----", b"", source)
    text = re.sub(rb"\s+", b"", text)
    text = text[: len(text) // 4 * 4]
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def _broken() -> UnreadableDocument:
    message = "Il file firmato (p7m) è danneggiato. È stato conservato: caricalo di nuovo o usa il file XML."
    return UnreadableDocument(message, code="truncated")


def _explicit(data: bytes, at: int) -> bytes:
    """The octets of the ``[0] EXPLICIT`` element at ``at``."""
    tag, start, _ = _element(data, at)
    if tag != 0xA0:
        raise ValueError(tag)
    return _octets(data, start, depth=0)


def _octets(data: bytes, at: int, *, depth: int) -> bytes:
    """An octet string, put together where it is written in pieces."""
    if depth > MAX_DEPTH:
        raise ValueError(depth)
    tag, start, length = _element(data, at)
    if length is not None and start + length > len(data):
        raise ValueError(length)
    if tag == _OCTETS and length is not None:
        return data[start : start + length]
    if tag != _CONSTRUCTED:
        raise ValueError(tag)
    pieces: list[bytes] = []
    end = len(data) if length is None else start + length
    position = start
    while position < end and data[position : position + 2] != b"\x00\x00":
        inner, begin, size = _element(data, position)
        if inner == _OCTETS and size is not None:
            pieces.append(data[begin : begin + size])
            position = begin + size
        else:
            pieces.append(_octets(data, position, depth=depth + 1))
            position = end if size is None else begin + size
    return b"".join(pieces)


def _element(data: bytes, at: int) -> tuple[int, int, int | None]:
    """Tag, start of the content and its length (None: until the end marker) of the element at ``at``."""
    tag, first = data[at], data[at + 1]
    if first < 0x80:
        return tag, at + 2, first
    if first == 0x80:
        return tag, at + 2, None
    size = first & 0x7F
    if size > 4:
        raise ValueError(size)
    return tag, at + 2 + size, int.from_bytes(data[at + 2 : at + 2 + size], "big")
