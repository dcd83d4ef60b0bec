"""Electronic invoices inside and outside a PDF that attack their parser or cannot be read."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from samples.hostile.raw import pdf

_ROOT = b"rsm:CrossIndustryInvoice xmlns:rsm='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'"


def files() -> Iterator[tuple[str, bytes]]:
    outside = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><" + _ROOT + b">&e;</rsm:CrossIndustryInvoice>"
    laughs = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(12)
    )
    laughs += b"]><" + _ROOT + b">&m;</rsm:CrossIndustryInvoice>"
    yield "xml_entity_of_a_file.pdf", attached("factur-x.xml", outside)
    yield "xml_billion_laughs.pdf", attached("factur-x.xml", laughs)
    yield "xml_cut_off.pdf", attached("factur-x.xml", b"<" + _ROOT + b"><rsm:ExchangedDocument>")
    yield (
        "xml_deep.pdf",
        attached("factur-x.xml", b"<" + _ROOT + b">" + b"<a>" * 5000 + b"</a>" * 5000 + b"</rsm:CrossIndustryInvoice>"),
    )
    yield "xml_without_fields.pdf", attached("factur-x.xml", b"<" + _ROOT + b"/>")
    yield "xml_not_an_invoice.pdf", attached("notes.xml", b"<notes><note>hello</note></notes>")
    yield "xml_large_attachment.pdf", attached("data.bin", b"\0" * 9_500_000)
    yield "entity_of_a_file.xml", outside
    yield "billion_laughs.xml", laughs
    yield "not_an_invoice.xml", b"<?xml version='1.0'?><notes/>"
    yield "page.html", b"<!DOCTYPE html><html><body>Invoice 12</body></html>"
    yield "drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def attached(name: str, data: bytes) -> bytes:
    """The plain invoice with a file embedded in it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, data, filename=name)
        document.save(out)
    return out.getvalue()
