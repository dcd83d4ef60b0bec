"""Finding an electronic invoice: by its root element, never by the name of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from autofatture.adapters.reading.embedded import cii, fatturapa, ubl
from autofatture.adapters.reading.embedded.tree import Node, NotReadable, parse
from autofatture.adapters.reading.result import Result
from autofatture.domain.reading_terms import EmbeddedState

_SIGNS = (b"CrossIndustryInvoice", b"CrossIndustryDocument", b"FatturaElettronica", b"oasis:names:specification:ubl")
_NAMES = ("zugferd", "factur-x", "facturx", "xrechnung", "order-x", "cii", "ubl")


class Embedded(NamedTuple):
    """What a search found. ``result`` only when ``state`` is ``found``."""

    state: EmbeddedState
    result: Result | None = None


def read_xml(data: bytes) -> Result | None:
    """The invoice in an XML document; None when its root is not an invoice's.

    Raises:
        NotReadable: the XML is broken or carries a DTD.
    """
    root = parse(data)
    reader = _reader(root)
    return reader(root) if reader else None


def _reader(root: Node) -> Callable[[Node], Result] | None:
    if root.name in cii.ROOTS:
        return cii.read_cii
    if root.name in fatturapa.ROOTS:
        return fatturapa.read_fatturapa
    if root.name in ubl.ROOTS and ubl.NAMESPACE in str(root.element.tag):
        return ubl.read_ubl
    return None


def find_embedded(files: Iterable[tuple[str, bytes]]) -> Embedded:
    """The first electronic invoice among the files of a document."""
    unreadable = False
    for name, data in files:
        looks = any(sign in data for sign in _SIGNS) or any(part in name.lower() for part in _NAMES)
        if not looks and not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            result = read_xml(data)
        except NotReadable:
            unreadable = unreadable or looks
            continue
        if result is not None and result.fields:
            return Embedded(EmbeddedState.FOUND, result)
        unreadable = unreadable or (looks and result is not None)
    return Embedded(EmbeddedState.UNREADABLE if unreadable else EmbeddedState.NONE)
