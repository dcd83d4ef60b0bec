"""The copy for accounting software: only the text node changes, byte for byte."""

from __future__ import annotations

import base64
import re
from decimal import Decimal
from pathlib import Path

import pytest

from autofatture.adapters.fatturapa.build import build
from autofatture.adapters.fatturapa.check import check_file
from autofatture.adapters.fatturapa.container import NotAFatturaPA, open_fattura, unwrap
from autofatture.adapters.fatturapa.files import Files
from autofatture.adapters.fatturapa.parse import parse
from autofatture.adapters.fatturapa.working_copy import WARNINGS, copy_file_name, working_copy
from autofatture.domain.self_invoice import SelfInvoiceLine
from tests.adapters.fatturapa.invoices import irish_services
from tests.adapters.fatturapa.samples import NAMES, sample

XML = build(irish_services(), number="1/AF")
NEGATIVE = build(
    irish_services().model_copy(
        update={"lines": (SelfInvoiceLine(description="Storno", net=Decimal("-100.00"), vat_rate=Decimal(22)),)}
    ),
    number="2/AF",
)
SIGNATURE = (
    b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="a"/>'
    b'<ds:SignatureMethod Algorithm="b"/><ds:Reference><ds:DigestMethod Algorithm="c"/><ds:DigestValue>QUJD</ds:DigestValue>'
    b"</ds:Reference></ds:SignedInfo><ds:SignatureValue>QUJD</ds:SignatureValue></ds:Signature>"
)


def only_types_differ(before: bytes, after: bytes) -> bool:
    """Both sides with the type masked are the same bytes."""
    mask = re.compile(rb"(<TipoDocumento>)TD\d\d(</TipoDocumento>)")
    return mask.sub(rb"\1\2", before) == mask.sub(rb"\1\2", after)


def test_only_the_text_node_changes() -> None:
    copy = working_copy(XML)

    assert only_types_differ(XML, copy.xml)
    assert len(copy.xml) == len(XML)
    assert [(edit.why, XML[edit.start : edit.end], edit.replacement) for edit in copy.edits] == [
        ("TipoDocumento", b"TD17", b"TD01")
    ]
    assert parse(copy.xml).bodies[0].document_type == "TD01"
    assert check_file(copy.xml) == []
    assert copy.warnings == WARNINGS


def test_every_body_of_a_lot_changes() -> None:
    end = XML.index(b"</p:FatturaElettronica>")
    body = XML[XML.index(b"<FatturaElettronicaBody>") : end]
    lot = XML[:end] + body.replace(b"1/AF", b"2/AF").replace(b"TD17", b"TD18") + XML[end:]

    copy = working_copy(lot)

    assert [one.document_type for one in parse(copy.xml).bodies] == ["TD01", "TD01"]
    assert only_types_differ(lot, copy.xml)


def test_comments_attachments_and_attributes_are_left_alone() -> None:
    noisy = XML.replace(b"<Divisa>", b"<!-- <TipoDocumento>TD17</TipoDocumento> > --><Divisa>")
    noisy = noisy.replace(b"TD17 - fattura", b"TD17 &gt; <![CDATA[<TipoDocumento>TD17</TipoDocumento>]]>")

    copy = working_copy(noisy)

    assert len(copy.edits) == 1
    assert copy.xml.count(b"TD17") == noisy.count(b"TD17") - 1


def test_signature_and_style_sheet_are_left_out() -> None:
    signed = XML.replace(b"</p:FatturaElettronica>", SIGNATURE + b"</p:FatturaElettronica>")
    signed = signed.replace(b"?>", b'?><?xml-stylesheet type="text/xsl" href="fattura.xsl"?>', 1)
    assert check_file(signed) == []

    copy = working_copy(signed)

    assert {edit.why for edit in copy.edits} == {"TipoDocumento", "ds:Signature", "xml-stylesheet"}
    assert copy.xml == working_copy(XML).xml


def test_byte_order_mark_goes() -> None:
    """Defect: "content is not allowed in prolog"."""
    assert working_copy(b"\xef\xbb\xbf" + XML).xml == working_copy(XML).xml


def test_windows_1252_stays_windows_1252() -> None:
    old = XML.decode().replace("UTF-8", "windows-1252").encode("cp1252")

    copy = working_copy(old)

    assert only_types_differ(old, copy.xml)
    assert "Pubblicità".encode("cp1252") in copy.xml


def test_utf_16_becomes_utf_8() -> None:
    wide = XML.decode().replace("UTF-8", "UTF-16").encode("utf-16")

    assert parse(working_copy(wide).xml).bodies[0].lines[0].description == "Pubblicità"


def test_credit_note_with_positive_amounts_when_asked() -> None:
    copy = working_copy(NEGATIVE, credit_note_positive=True)

    body = parse(copy.xml).bodies[0]
    assert (body.document_type, body.total, body.total_net, body.total_vat) == (
        "TD04",
        Decimal(122),
        Decimal(100),
        Decimal(22),
    )
    assert check_file(copy.xml) == []
    assert {edit.why for edit in copy.edits} == {
        "TipoDocumento", "ImportoTotaleDocumento", "PrezzoUnitario", "PrezzoTotale", "ImponibileImporto", "Imposta", "ImportoPagamento",
    }  # fmt: skip


def test_credit_note_stays_negative_by_default() -> None:
    body = parse(working_copy(NEGATIVE).xml).bodies[0]

    assert (body.document_type, body.total) == ("TD01", Decimal("-122.00"))


def test_a_positive_document_is_never_turned() -> None:
    assert working_copy(XML, credit_note_positive=True).xml == working_copy(XML).xml


def test_an_ordinary_invoice_needs_no_copy() -> None:
    assert Files().working_copy(XML.replace(b"TD17", b"TD01", 1)) is None


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("IT01234560157_00001.xml", "IT01234560157_00001_TD01copia.xml"),
        ("IT01234560157_00001.xml.p7m", "IT01234560157_00001_TD01copia.xml"),
    ],
)
def test_the_name_tells(original: str, copy: str) -> None:
    assert copy_file_name(original) == copy


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_public_samples(shared_dir: Path, name: str) -> None:
    original = sample(shared_dir, name)
    copy = working_copy(original)

    assert only_types_differ(original, copy.xml)
    assert check_file(copy.xml) == []


class TestEnvelope:
    """CAdES: DER with known lengths, BER in parts, base64 with line ends."""

    def test_der(self) -> None:
        assert unwrap(cms(XML)) == XML
        assert working_copy(cms(XML)).xml == working_copy(XML).xml

    def test_ber_with_parts_and_indefinite_lengths(self) -> None:
        assert unwrap(cms(XML, indefinite=True)) == XML

    def test_base64_with_crlf(self) -> None:
        text = base64.encodebytes(cms(XML)).replace(b"\n", b"\r\n")

        assert open_fattura(text).was_enveloped
        assert open_fattura(text).xml == XML

    def test_pem(self) -> None:
        text = b"-----BEGIN PKCS7-----\n" + base64.encodebytes(cms(XML)) + b"-----END PKCS7-----\n"

        assert unwrap(text) == XML

    @pytest.mark.parametrize("keep", [20, 60, 200])
    def test_cut_short(self, keep: int) -> None:
        with pytest.raises(NotAFatturaPA):
            open_fattura(cms(XML)[:keep])

    def test_envelope_in_an_envelope(self) -> None:
        assert unwrap(cms(cms(XML))) == XML


def der(tag: int, content: bytes) -> bytes:
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    size = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + content


def cms(content: bytes, *, indefinite: bool = False) -> bytes:
    """A CMS SignedData without signers: the structure is what is read."""
    data_oid, signed_oid = bytes.fromhex("06092a864886f70d010701"), bytes.fromhex("06092a864886f70d010702")
    if indefinite:
        parts = b"".join(der(0x04, content[at : at + 1000]) for at in range(0, len(content), 1000))
        octets = b"\x24\x80" + parts + b"\x00\x00"
        inner = b"\x30\x80" + data_oid + b"\xa0\x80" + octets + b"\x00\x00" + b"\x00\x00"
        signed = b"\x30\x80" + b"\x02\x01\x01" + der(0x31, b"") + inner + der(0x31, b"") + b"\x00\x00"
        return b"\x30\x80" + signed_oid + b"\xa0\x80" + signed + b"\x00\x00" + b"\x00\x00"
    inner = der(0x30, data_oid + der(0xA0, der(0x04, content)))
    signed = der(0x30, b"\x02\x01\x01" + der(0x31, b"") + inner + der(0x31, b""))
    return der(0x30, signed_oid + der(0xA0, signed))


def test_the_credit_copy_exists_for_a_negative_document_alone() -> None:
    copy = Files().credit_copy(NEGATIVE)

    assert copy == working_copy(NEGATIVE, credit_note_positive=True).xml
    assert Files().credit_copy(XML) is None
