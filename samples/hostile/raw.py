"""Writing a PDF object by object, so that it can be wrong in exactly one way."""

from __future__ import annotations

INVOICE = (
    b"BT /F1 16 Tf 50 780 Td (INVOICE) Tj ET "
    b"BT /F1 10 Tf 50 750 Td (Brackenfold Tools Ltd) Tj 0 -14 Td (12 Quay Street, Bristol BS1 4QA, United Kingdom) Tj "
    b"0 -14 Td (VAT Reg. No. GB 980 7806 84) Tj ET "
    b"BT /F1 10 Tf 320 750 Td (Invoice No.: HX-2026-118) Tj 0 -14 Td (Invoice Date: 14 March 2026) Tj ET "
    b"BT /F1 10 Tf 50 660 Td (Bill to) Tj 0 -14 Td (Officina Ferrante S.r.l.) Tj "
    b"0 -14 Td (Via Roma 3, 20121 Milano, Italy) Tj ET "
    b"BT /F1 10 Tf 50 560 Td (Description) Tj 350 0 Td (Amount) Tj ET "
    b"BT /F1 10 Tf 50 545 Td (Steel brackets, 20 pcs) Tj 350 0 Td (GBP 240.00) Tj ET "
    b"BT /F1 10 Tf 300 500 Td (Net amount) Tj 100 0 Td (GBP 240.00) Tj ET "
    b"BT /F1 10 Tf 300 485 Td (VAT 0%) Tj 100 0 Td (GBP 0.00) Tj ET "
    b"BT /F1 10 Tf 300 470 Td (Total amount) Tj 100 0 Td (GBP 240.00) Tj ET"
)
"""A plain invoice as page content: number HX-2026-118, 14 March 2026, GBP 240.00."""
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def pdf(
    objects: list[bytes] | None = None,
    *,
    content: bytes = INVOICE,
    page: bytes = PAGE,
    catalog: bytes = b"",
    trailer: bytes = b"",
    more: list[bytes] | None = None,
    xref: bool = True,
    startxref: int | None = None,
) -> bytes:
    """A PDF: catalog 1, pages 2, page 3, content 4, font 5, then ``more``; or exactly ``objects``."""
    if objects is None:
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            stream(content),
            FONT,
            *(more or []),
        ]
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    if xref:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start if startxref is None else startxref,
    )
    return bytes(out)
