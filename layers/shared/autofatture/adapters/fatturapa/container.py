"""Opening a FatturaPA file: signature envelope, byte order mark, encoding, and XML that is not trusted.

No DTD, no entity and no network access is ever allowed. A CAdES envelope (``.p7m``, binary or base64) is opened by
reading its structure; its signature is not verified.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple

from lxml import etree

from autofatture.domain.errors import UnreadableDocument

MAX_BYTES = 30_000_000
"""Far above SdI's 5 MB: a bigger file is not opened at all."""
_LONGEST_TEXT = 10_000_000
_BOM = b"\xef\xbb\xbf"
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
"""OBJECT IDENTIFIER 1.2.840.113549.1.7.2, as it is encoded."""
_SEQUENCE, _OCTET_STRING, _CONSTRUCTED_OCTETS, _EXPLICIT_0 = 0x30, 0x04, 0x24, 0xA0
_PEM = re.compile(rb"-----[A-Z0-9 ]+-----")
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]+")


class NotAFatturaPA(UnreadableDocument):
    code = "not_a_fatturapa"
    default_message = "Il file non si può aprire come fattura elettronica. È stato conservato com'era."


class Opened(NamedTuple):
    root: etree._Element
    xml: bytes
    """The XML itself, out of its envelope and without byte order mark."""
    was_enveloped: bool


def open_fattura(data: bytes) -> Opened:
    """Parse a ``.xml`` or ``.xml.p7m``.

    Raises:
        NotAFatturaPA: empty, too large, not XML, not well formed, or with a DTD.
    """
    if not data.strip():
        raise NotAFatturaPA("Il file è vuoto.")
    if len(data) > MAX_BYTES:
        raise NotAFatturaPA("Il file è troppo grande per essere una fattura elettronica.")
    content = unwrap(data)
    xml = _from_first_tag(content)
    return Opened(_parse(xml), xml, was_enveloped=content is not data)


def _parse(xml: bytes) -> etree._Element:
    try:
        root = etree.fromstring(xml, _parser(xml))
    except etree.XMLSyntaxError as error:
        # A file that says UTF-8 and is windows-1252 is common among old programs.
        again = _as_windows_1252(xml)
        if again is None:
            raise NotAFatturaPA(f"Il file non è XML ben formato (riga {error.lineno or 0}).") from error
        try:
            root = etree.fromstring(again, _parser(again))
        except etree.XMLSyntaxError:
            raise NotAFatturaPA(f"Il file non è XML ben formato (riga {error.lineno or 0}).") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotAFatturaPA("Il file contiene una DTD, che non è ammessa nelle fatture elettroniche.")
    return root


def _parser(xml: bytes) -> etree.XMLParser:
    """Safe for files nobody vouches for.

    The library's limit of 10 MB for one text is lifted for what is larger than that: an attachment too big for SdI
    is to be told so. Without entities a text is never longer than the file, which :data:`MAX_BYTES` bounds.
    """
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=len(xml) > _LONGEST_TEXT)


def _as_windows_1252(xml: bytes) -> bytes | None:
    try:
        xml.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = xml.decode("cp1252")
        except UnicodeDecodeError:
            return None
        return re.sub(r"^<\?xml[^>]*\?>", "", text).encode("utf-8")
    return None


def _from_first_tag(data: bytes) -> bytes:
    """Drop a byte order mark and whatever stands before the first tag."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data
    start = data.find(b"<")
    if start < 0:
        raise NotAFatturaPA("Il file non è XML.")
    return data[start:]


def unwrap(data: bytes) -> bytes:
    """The content of a CAdES envelope, or ``data`` itself when there is none."""
    binary = _binary_envelope(data)
    if binary is None:
        return data
    content = _signed_content(binary)
    if not content:
        raise NotAFatturaPA("La busta firmata (.p7m) è vuota o danneggiata.")
    return unwrap(content)


def _binary_envelope(data: bytes) -> bytes | None:
    if data[:1] == b"\x30" and _SIGNED_DATA in data[:64]:
        return data
    text = _PEM.sub(b"", data.removeprefix(_BOM)).strip()
    if text[:1] != b"M" or _BASE64.fullmatch(text) is None:
        return None
    try:
        decoded = base64.b64decode(b"".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if decoded[:1] == b"\x30" and _SIGNED_DATA in decoded[:64] else None


class _Element(NamedTuple):
    tag: int
    start: int
    end: int | None
    """None: indefinite length, closed by two zero bytes."""


def _signed_content(data: bytes) -> bytes:
    """``eContent`` of a CMS SignedData (RFC 5652), DER or BER."""
    try:
        outer = _element(data, 0)
        after_type = _skip(data, outer.start)
        signed = _element(data, _element(data, after_type).start)
        position = _skip(data, signed.start)  # version
        position = _skip(data, position)  # digestAlgorithms
        encapsulated = _element(data, position)
        explicit = _element(data, _skip(data, encapsulated.start))
        if explicit.tag != _EXPLICIT_0:
            return b""
        return _octets(data, explicit.start)[0]
    except (IndexError, RecursionError) as error:
        raise NotAFatturaPA("La busta firmata (.p7m) è danneggiata.") from error


def _element(data: bytes, position: int) -> _Element:
    tag, length = data[position], data[position + 1]
    position += 2
    if length == 0x80:
        return _Element(tag, position, None)
    if length > 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[position : position + size], "big")
        position += size
    if position + length > len(data):
        raise IndexError
    return _Element(tag, position, position + length)


def _skip(data: bytes, position: int) -> int:
    """The position after the element at ``position``."""
    element = _element(data, position)
    if element.end is not None:
        return element.end
    inner = element.start
    while data[inner : inner + 2] != b"\x00\x00":
        inner = _skip(data, inner)
    return inner + 2


def _octets(data: bytes, position: int) -> tuple[bytes, int]:
    """An OCTET STRING, primitive or made of parts, and the position after it."""
    element = _element(data, position)
    if element.tag == _OCTET_STRING and element.end is not None:
        return data[element.start : element.end], element.end
    if element.tag != _CONSTRUCTED_OCTETS:
        raise IndexError
    parts: list[bytes] = []
    inner = element.start
    while (inner < element.end) if element.end is not None else (data[inner : inner + 2] != b"\x00\x00"):
        part, inner = _octets(data, inner)
        parts.append(part)
    return b"".join(parts), inner if element.end is not None else inner + 2
