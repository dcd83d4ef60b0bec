"""What ``autofatture check`` does with the files that really arrive: envelopes, encodings, rubbish, public samples."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID
from lxml import etree

from autofatture.entrypoints.cli import main
from tests.adapters.fatturapa.samples import NAMES, sample
from tests.adapters.fatturapa.test_check_casebook import VALID, Answer

Check = Callable[..., Answer]
TD17 = tuple(name for name in NAMES if name.startswith("oca_IT"))


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    def run(data: bytes, name: str = "IT01234560157_00001.xml") -> Answer:
        file = tmp_path / name
        file.write_bytes(data)
        status = main(["check", str(file), "--at", "2026-11-25"])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


def signed(xml: bytes) -> bytes:
    """A CAdES-like envelope, signed by a certificate made here."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prova")])
    day = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(day)
        .not_valid_after(day + dt.timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(xml).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])


GOOD_FILES = {
    "plain": VALID.encode(),
    "byte-order-mark": b"\xef\xbb\xbf" + VALID.encode(),
    "no-declaration": VALID.partition("?>")[2].strip().encode(),
    "windows-1252-declared": VALID.replace("UTF-8", "windows-1252").replace("Hosting", "Pubblicità").encode("cp1252"),
    "windows-1252-that-says-utf-8": VALID.replace("Hosting", "Pubblicità").encode("cp1252"),
    "latin-1": VALID.replace("UTF-8", "ISO-8859-1").replace("Hosting", "Pubblicità").encode("latin-1"),
    "utf-16": VALID.replace("UTF-8", "UTF-16").encode("utf-16"),
    "style-sheet": VALID.replace(
        "?>\n", '?>\n<?xml-stylesheet type="text/xsl" href="fatturaordinaria.xsl"?>\n', 1
    ).encode(),
    "comment": VALID.replace("<DatiGenerali>", "<!-- nota --><DatiGenerali>").encode(),
    "garbage-before": b"\x00\x01\x02\r\n" + VALID.encode(),
    "line-ends": VALID.replace("\n", "\r\n").encode(),
    "p7m": signed(VALID.encode()),
    "p7m-base64": base64.b64encode(signed(VALID.encode())),
    "p7m-base64-in-lines": base64.encodebytes(signed(VALID.encode())).replace(b"\n", b"\r\n"),
    "p7m-twice": signed(signed(VALID.encode())),
    "character-reference": VALID.replace("Hosting", "M&#252;ller").encode(),
    "cdata": VALID.replace("Hosting", "<![CDATA[Hosting & C.]]>").encode(),
}


@pytest.mark.parametrize("name", GOOD_FILES)
def test_a_good_document_is_good_in_any_wrapping(name: str, check: Check) -> None:
    answer = check(GOOD_FILES[name])

    assert (answer.status, answer.out.strip(), answer.err) == (0, "[]", "")


@pytest.mark.parametrize("name", ["p7m", "byte-order-mark"])
def test_a_fault_is_found_through_the_wrapping(name: str, check: Check) -> None:
    bad = VALID.replace("<Imposta>66.00", "<Imposta>60.00").encode()
    data = signed(bad) if name == "p7m" else b"\xef\xbb\xbf" + bad

    answer = check(data, "IT01234560157_00001.xml.p7m" if name == "p7m" else "a.xml")

    assert (answer.status, answer.codes) == (1, {"00421"})


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
UNREADABLE = {
    "empty": b"",
    "blanks": b" \r\n\t ",
    "text": b"Gentile cliente, in allegato la fattura.",
    "pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "zip": b"PK\x03\x04" + bytes(40),
    "zeros": bytes(2000),
    "json": b'{"a": "<b>"}',
    "cut-short": VALID.encode()[: len(VALID) // 2],
    "not-well-formed": VALID.replace("</Divisa>", "").encode(),
    "entities": VALID.replace("?>\n", f"?>\n{ENTITIES}\n", 1).replace("Hosting", "&b;").encode(),
    "entity-of-a-file": VALID.replace("?>\n", f"?>\n{OUTSIDE}\n", 1).replace("Hosting", "&a;").encode(),
    "document-type": VALID.replace("?>\n", "?>\n<!DOCTYPE x>\n", 1).encode(),
    "p7m-cut-short": signed(VALID.encode())[:500],
    "p7m-of-nothing": signed(b""),
    "two-roots": VALID.encode() + VALID.partition("?>")[2].encode(),
    "unknown-encoding": VALID.replace("UTF-8", "KLINGON").encode(),
    "deep": b"<a>" * 20_000 + b"</a>" * 20_000,
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_opened_ends_with_one_line_and_two(name: str, check: Check) -> None:
    answer = check(UNREADABLE[name])

    assert answer.status == 2
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("place", ["absent.xml", "."])
def test_a_file_that_is_not_there(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(tmp_path / place)])

    said = capsys.readouterr()
    assert status == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "xml",
    [
        b"<html><body/></html>",
        b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
        VALID.replace("p:FatturaElettronica", "p:FatturaElettronicaSemplificata").encode(),
        VALID.replace("docs/xsd/fatture/v1.2", "docs/xsd/fatture/v1.1").encode(),
    ],
    ids=["html", "ubl", "simplified", "old-namespace"],
)
def test_another_kind_of_xml_breaks_the_schema(xml: bytes, check: Check) -> None:
    answer = check(xml)

    assert (answer.status, answer.codes) == (1, {"00200"})


@pytest.mark.parametrize("megabytes", [6, 20])
def test_a_file_above_the_limit_of_sdi(megabytes: int, check: Check) -> None:
    content = base64.b64encode(bytes(megabytes * 750_000)).decode()
    name = "<NomeAttachment>a.pdf</NomeAttachment>"
    attached = f"</DatiPagamento><Allegati>{name}<Attachment>{content}</Attachment></Allegati>"

    answer = check(VALID.replace("</DatiPagamento>", attached).encode())

    assert (answer.status, answer.codes) == (1, {"00003"})


# The public samples ---------------------------------------------------------------------------------------------------


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_a_public_sample_is_accepted(name: str, shared_dir: Path, check: Check) -> None:
    answer = check(sample(shared_dir, name), name)

    assert answer.findings == []
    assert answer.status == 0


def mutated(data: bytes, path: str, text: str | None) -> bytes:
    """The sample with one node's text changed, or the node removed."""
    root = etree.fromstring(data)
    for node in root.findall(f".//{path}"):
        if text is None:
            parent = node.getparent()
            assert parent is not None
            parent.remove(node)
        else:
            node.text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


@pytest.mark.shared
@pytest.mark.parametrize("name", TD17)
@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("CedentePrestatore/DatiAnagrafici/IdFiscaleIVA/IdPaese", "IT", "00473"),
        ("CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA", None, "00475"),
        ("DatiGeneraliDocumento/Numero", "AF", "00425"),
        ("DatiGeneraliDocumento/Data", "2099-01-01", "00403"),
        ("DatiFattureCollegate/Data", "2026-11-24", "00418"),
        ("CedentePrestatore/DatiAnagrafici/RegimeFiscale", None, "00200"),
        ("CedentePrestatore/Sede/CAP", "SW1A1", "00200"),
        ("DettaglioLinee/Descrizione", "5 €", "00200"),
        ("DatiFattureCollegate/IdDocumento", "1" * 21, "00200"),
        ("DatiRiepilogo/Imposta", "7777.77", "00421"),
        ("CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA/IdPaese", "FR", "00476"),
        ("DatiTrasmissione/CodiceDestinatario", "XXXXXXX", "00313"),
        ("DatiGeneraliDocumento/TipoDocumento", "TD21", "00472"),
        ("DatiGeneraliDocumento/TipoDocumento", "TD28", "00473"),
    ],
)
def test_one_fault_in_a_public_sample(
    name: str, path: str, text: str | None, code: str, shared_dir: Path, check: Check
) -> None:
    data = sample(shared_dir, name)
    if etree.fromstring(data).find(f".//{path}") is None:
        pytest.skip("this sample has no such node to spoil")

    answer = check(mutated(data, path, text), name)

    assert answer.status == 1
    assert code in answer.codes
