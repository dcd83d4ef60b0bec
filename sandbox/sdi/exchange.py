"""SdI's answer to one file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from sandbox.sdi import controls, schema
from sandbox.sdi.violations import Violation

MAX_BYTES = 5 * 1024 * 1024
UNSPECIFIED = Violation("00999", "")
CREDIT_NOTES = {"TD04"}
BUYER_NUMBERS = {"TD16", "TD17", "TD18", "TD19", "TD20", "TD22", "TD23", "TD28"}
"""Types that the buyer numbers: its id is part of what makes a number unique (00404). No source settles it; if
the seller alone counted, the first two clients of a large supplier that number from 1 would clash."""


class Receipt(NamedTuple):
    violations: list[Violation]
    keys: list[str]
    """What may not be accepted a second time: one per document in the file."""


def examine(file: bytes, *, received: dt.date, known: Callable[[str], bool]) -> Receipt:
    """Run every control. ``known`` tells whether a document with such a key was accepted before."""
    if len(file) > MAX_BYTES:
        return Receipt([Violation("00003", "")], [])
    try:
        root = etree.fromstring(file, schema.parser())
    except etree.XMLSyntaxError:
        return Receipt([Violation("00200", "XML non leggibile")], [])
    formal = schema.errors(root)
    if formal:
        return Receipt([Violation("00200", detail) for detail in formal], [])
    violations: list[Violation] = []
    keys: list[str] = []
    for body in root.findall("FatturaElettronicaBody"):
        seen = controls.File(root, body, received)
        for control in controls.ALL:
            violations += control(seen)
        key = unique_key(seen)
        if known(key) or key in keys:
            violations.append(Violation("00404", seen.number))
        keys.append(key)
    return Receipt(violations, keys)


def late_refusal() -> Receipt:
    """What comes back when SdI first took a file and refuses it days later."""
    return Receipt([Violation("00404", "scarto successivo alla presa in carico")], [])


def unique_key(file: controls.File) -> str:
    parts = [f"{file.seller.country}{file.seller.vat}", str(file.date.year), file.number]
    if file.type in BUYER_NUMBERS:
        parts.append(file.buyer.vat)
    if file.type in CREDIT_NOTES:
        parts.append(file.type)
    return "|".join(parts)
