"""What comes in: real types, limits, archives, e-mails, signed files."""

from __future__ import annotations

import pytest

from autofatture.adapters.reading.intake.archive import unpack
from autofatture.adapters.reading.intake.detect import EML, P7M, PDF, PNG, XML, ZIP, check_declared, detect
from autofatture.adapters.reading.intake.signed import unwrap
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.domain.errors import UnreadableDocument
from samples.hostile.containers import mail, signed, zipped
from samples.hostile.raw import pdf

PLAIN = pdf()
FATTURA = b"<?xml version='1.0'?><p:FatturaElettronica xmlns:p='http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2'/>"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (PLAIN, PDF),
        (b"\n\n" + PLAIN, PDF),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, PNG),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "image/jpeg"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 20, "image/heic"),
        (zipped({"a.pdf": PLAIN}), ZIP),
        (mail({"a.pdf": PLAIN}), EML),
        (FATTURA, XML),
        (b"\xef\xbb\xbf" + FATTURA, XML),
        (FATTURA.decode().encode("utf-16"), XML),
        (signed(FATTURA), P7M),
        (signed(FATTURA, as_text=True), P7M),
    ],
)
def test_the_type_is_found_by_the_bytes(source, kind):
    assert detect(source) == kind


@pytest.mark.parametrize(
    "declared", ["application/pdf", "application/x-pdf", "", "application/octet-stream", "Application/PDF; charset=x"]
)
def test_declared_types_that_fit(declared):
    check_declared(declared, PDF)


@pytest.mark.parametrize("declared", ["image/png", "application/zip", "text/html"])
def test_a_declared_type_that_does_not_fit_is_refused(declared):
    with pytest.raises(UnreadableDocument) as caught:
        check_declared(declared, PDF)
    assert caught.value.error_code == "content_type_mismatch"


def test_stray_files_do_not_stop_an_archive():
    """Defect: sub-folders and stray files aborted the whole ZIP."""
    found = unpack(
        zipped({"a/one.pdf": PLAIN, "b/c/two.pdf": PLAIN + b"\n", "notes.txt": b"x", "__MACOSX/._one.pdf": b"x"}), ZIP
    )
    assert [member.name for member in found.members] == ["one.pdf", "two.pdf"]
    assert found.skipped == (("notes.txt", "not_a_document"),)


def test_names_of_an_archive_never_lead_outside():
    (member,) = unpack(zipped({"../../etc/passwd.pdf": PLAIN}), ZIP).members
    assert member.name == "passwd.pdf"


def test_every_attachment_of_a_mail_is_found_once():
    """Defect: second PDF lost, forwards filed twice."""
    found = unpack(mail({"one.pdf": PLAIN, "two.pdf": PLAIN + b"\n", "again.pdf": PLAIN}), EML)
    assert [member.name for member in found.members] == ["one.pdf", "two.pdf"]


@pytest.mark.parametrize("as_text", [False, True])
def test_the_document_inside_a_signed_file(as_text):
    assert unwrap(signed(FATTURA, as_text=as_text)) == FATTURA


def test_a_document_is_its_own_only_part():
    (part,) = IsolatedReader().unpack(PLAIN, content_type="application/pdf").parts
    assert (part.content_type, part.body) == (PDF, PLAIN)


def test_a_container_is_not_read_as_one_document():
    with pytest.raises(UnreadableDocument) as caught:
        IsolatedReader().read(zipped({"a.pdf": PLAIN, "b.pdf": PLAIN}), content_type="application/zip", deadline=8)
    assert caught.value.error_code == "container"
