"""Archives, e-mails, signed files and pictures that are broken, endless or something else."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage

from samples.hostile.raw import pdf


def files() -> Iterator[tuple[str, bytes]]:
    whole = pdf()
    yield "two_documents.zip", zipped({"a/first.pdf": whole, "b/second.pdf": whole + b"\n", "readme.txt": b"hello"})
    yield "bomb.zip", zipped({"big.pdf": b"%PDF-" + b"\0" * 50_000_000})
    yield "path_traversal.zip", zipped({"../../etc/passwd.pdf": whole})
    yield "nested.zip", _nested(6, whole)
    yield "ten_thousand_files.zip", zipped({f"{number}.txt": b"x" for number in range(10_000)})
    yield "truncated.zip", zipped({"a.pdf": whole})[:-40]
    yield "word.docx", zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    yield "mail_with_invoice.eml", mail({"invoice.pdf": whole})
    yield "mail_without_attachment.eml", mail({})
    yield "mail_in_mail.eml", _mail_in_mail(whole)
    yield "broken.p7m", signed(b"<p:FatturaElettronica/>" * 20)[:90]
    yield "signed_nothing.p7m", bytes.fromhex("3080060a2a864886f70d010702a080") + b"\x30\x80" * 200
    yield "not_base64.p7m", b"MIIsomething that is not base64 at all \x00\x01"
    yield (
        "picture_huge.png",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x00\x00\x00" + b"\0" * 40,
    )
    yield "picture_cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x01" * 60
    yield "picture.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 100
    yield "too_large.pdf", whole + b"\0" * (10 * 1024 * 1024)
    yield "program.exe", b"MZ" + b"\x90" * 4000
    yield "text.txt", b"Invoice 12, total 100"


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _nested(levels: int, body: bytes) -> bytes:
    for level in range(levels):
        body = zipped({f"level{level}.{'pdf' if level == 0 else 'zip'}": body})
    return body


def mail(attachments: dict[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "sender@example.com", "studio@example.com", "Invoice"
    message.set_content("Please find the invoice attached.")
    for name, body in attachments.items():
        message.add_attachment(body, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def _mail_in_mail(body: bytes) -> bytes:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@example.com", "b@example.com", "Fwd: Invoice"
    outer.set_content("Forwarded.")
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "c@example.com", "a@example.com", "Invoice"
    inner.set_content("See attachment.")
    inner.add_attachment(body, maintype="application", subtype="pdf", filename="invoice.pdf")
    outer.add_attachment(inner)
    return outer.as_bytes()


def signed(content: bytes, *, as_text: bool = False) -> bytes:
    """CMS signed data around ``content``, without a signature: what a reader has to take the content out of."""
    octets = _tlv(0x04, content)
    inner = _tlv(0x30, bytes.fromhex("06092a864886f70d010701") + _tlv(0xA0, octets))
    data = _tlv(0x30, bytes.fromhex("020101") + _tlv(0x31, b"") + inner + _tlv(0x31, b""))
    whole = _tlv(0x30, bytes.fromhex("06092a864886f70d010702") + _tlv(0xA0, data))
    return base64.encodebytes(whole) if as_text else whole


def _tlv(tag: int, body: bytes) -> bytes:
    size = len(body)
    if size < 0x80:
        return bytes((tag, size)) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + body
