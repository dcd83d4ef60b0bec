"""The outer form of an XML signature (W3C xmldsig-core): enough to tell a whole one from a broken one.

The signature is not verified: SdI does that on what is signed, and an invoice between private parties need not be.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from autofatture.adapters.fatturapa.datatypes import is_base64

NAMESPACE = "http://www.w3.org/2000/09/xmldsig#"
PREFIX = f"{{{NAMESPACE}}}"
_SEQUENCES = {
    "Signature": (("SignedInfo", 1, 1), ("SignatureValue", 1, 1), ("KeyInfo", 0, 1), ("Object", 0, None)),
    "SignedInfo": (("CanonicalizationMethod", 1, 1), ("SignatureMethod", 1, 1), ("Reference", 1, None)),
    "Reference": (("Transforms", 0, 1), ("DigestMethod", 1, 1), ("DigestValue", 1, 1)),
}
_WITH_ALGORITHM = frozenset({"CanonicalizationMethod", "SignatureMethod", "DigestMethod"})
_BASE64 = frozenset({"SignatureValue", "DigestValue"})


def faults(element: etree._Element) -> Iterator[str]:
    """Italian sentences, one per fault."""
    name = etree.QName(element).localname
    if name in _WITH_ALGORITHM and element.get("Algorithm") is None:
        yield f"Nella firma, {name} è senza Algorithm."
    if name in _BASE64:
        if len(element) or not is_base64(" ".join((element.text or "").split())):
            yield f"Nella firma, {name} non è in base64."
        return
    if name in _SEQUENCES:
        yield from _sequence(element, name)


def _sequence(element: etree._Element, name: str) -> Iterator[str]:
    children = list(element.iterchildren("{*}*"))
    position = 0
    for wanted, least, most in _SEQUENCES[name]:
        count = 0
        while position < len(children) and children[position].tag == PREFIX + wanted and (most is None or count < most):
            yield from faults(children[position])
            position += 1
            count += 1
        if count < least:
            yield f"Nella firma, manca {wanted}."
            return
    if position < len(children):
        yield f"Nella firma, {etree.QName(children[position]).localname} non è previsto."
