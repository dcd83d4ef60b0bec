"""Safe XML: no DTD, no entities, no network, and elements looked up by their local names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

_AMOUNT = re.compile(r"^\s*[-+]?\d{1,15}(?:\.\d{1,10})?\s*$")
MAX_DEPTH = 60
MAX_NODES = 200_000


class NotReadable(Exception):
    """The XML is broken, or holds what an invoice never holds. Carries no content of it."""


class Node:
    """An element whose children are found by local name; ``a|b`` accepts either."""

    __slots__ = ("element",)

    def __init__(self, element: etree._Element) -> None:
        self.element = element

    @property
    def name(self) -> str:
        return local(self.element)

    def all(self, path: str) -> Iterator[Node]:
        """Every element at ``path`` (names divided by ``/``)."""
        head, _, rest = path.partition("/")
        names = head.split("|")
        for child in self.element:
            if local(child) in names:
                if rest:
                    yield from Node(child).all(rest)
                else:
                    yield Node(child)

    def first(self, path: str) -> Node | None:
        return next(self.all(path), None)

    def text(self, path: str) -> str | None:
        """The text of the first element at ``path`` that has some."""
        return next((value for node in self.all(path) if (value := node.own)), None)

    @property
    def own(self) -> str | None:
        """This element's text without spaces around it; None when empty."""
        value = " ".join((self.element.text or "").split())
        return value or None

    def attribute(self, name: str) -> str | None:
        return next(
            (str(value) for key, value in self.element.attrib.items() if str(key).rpartition("}")[2] == name), None
        )

    def amount(self, path: str) -> Decimal | None:
        return decimal(self.text(path))


def local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def parse(data: bytes) -> Node:
    """The root of an XML document.

    Raises:
        NotReadable: it is not well formed, declares a DTD, or is deeper or larger than any invoice.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise NotReadable from None
    information: Any = root.getroottree().docinfo
    if information.doctype:
        raise NotReadable
    _check_shape(root)
    return Node(root)


def _check_shape(root: etree._Element) -> None:
    depth = 0
    for seen, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH or seen > 2 * MAX_NODES:
            raise NotReadable


def decimal(text: str | None) -> Decimal | None:
    if text is None or not _AMOUNT.match(text):
        return None
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None


def day(text: str | None) -> dt.date | None:
    """A date in ISO form, with or without a time or a zone, or as ``20260815``."""
    if not text:
        return None
    digits = re.match(r"^(\d{4})-?(\d{2})-?(\d{2})", text)
    if not digits:
        return None
    try:
        return dt.date(*map(int, digits.groups()))
    except ValueError:
        return None
