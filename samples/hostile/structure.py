"""Files whose structure is broken, circular or out of all proportion."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

import pikepdf

from samples.hostile.raw import FONT, INVOICE, PAGE, pdf, stream


def files() -> Iterator[tuple[str, bytes]]:
    whole = pdf()
    yield "plain.pdf", whole
    yield "empty.pdf", b""
    yield "header_only.pdf", b"%PDF-1.7\n"
    yield "noise_after_header.pdf", b"%PDF-1.4\n" + random.Random(7).randbytes(20_000)
    yield "truncated_half.pdf", whole[: len(whole) // 2]
    yield "truncated_in_header.pdf", whole[:120]
    yield "no_xref.pdf", pdf(xref=False)
    yield "wrong_startxref.pdf", pdf(startxref=999_999_999)
    yield "xref_to_itself.pdf", pdf(trailer=b"/Prev %d" % whole.index(b"xref\n"))
    yield "junk_before_header.pdf", b"\x00" * 700 + whole
    yield "no_pages.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    yield "pages_loop.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])
    yield "count_of_a_billion.pdf", _with_count(1_000_000_000)
    yield "fifty_one_pages.pdf", _many_pages(51)
    yield "fifty_pages.pdf", _many_pages(50)
    yield "deep_page_tree.pdf", _deep_tree(3000)
    yield "deep_arrays.pdf", pdf(more=[b"[" * 100_000 + b"]" * 100_000], catalog=b"/Names 6 0 R")
    yield "deep_dictionaries.pdf", pdf(more=[b"<< /A " * 20_000 + b"null" + b" >>" * 20_000], catalog=b"/Names 6 0 R")
    yield "hundred_thousand_objects.pdf", pdf(more=[b"<< /N %d >>" % number for number in range(100_000)])
    yield "object_stream_of_itself.pdf", _object_stream_loop()
    yield (
        "length_of_itself.pdf",
        pdf(more=[b"<< /Length 6 0 R >>\nstream\nx\nendstream"], page=PAGE.replace(b"4 0 R", b"6 0 R")),
    )
    yield "names_loop.pdf", pdf(catalog=b"/Names << /EmbeddedFiles 6 0 R >>", more=[b"<< /Kids [6 0 R] >>"])
    yield "javascript.pdf", pdf(catalog=b"/OpenAction << /S /JavaScript /JS (while(true){app.alert(1);}) >>")
    yield "launch.pdf", pdf(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) >>")
    yield "encrypted_empty_password.pdf", _encrypted(whole, user="")
    yield "encrypted.pdf", _encrypted(whole, user="secret")


def _with_count(count: int) -> bytes:
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count,
            PAGE,
            stream(INVOICE),
            FONT,
        ]
    )


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            FONT,
            stream(INVOICE),
            *([PAGE.replace(b"5 0 R", b"3 0 R")] * count),
        ]
    )


def _deep_tree(levels: int) -> bytes:
    """Every node of the page tree holds one node, down to one page."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(levels)]
    leaf = PAGE.replace(b"2 0 R", b"%d 0 R" % (levels + 1)).replace(b"4 0 R", b"%d 0 R" % (levels + 3))
    leaf = leaf.replace(b"5 0 R", b"%d 0 R" % (levels + 4))
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, leaf, stream(INVOICE), FONT])


def _object_stream_loop() -> bytes:
    inner = b"6 0 << /Extends 6 0 R >>"
    return pdf(more=[stream(inner, b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R")])


def _encrypted(source: bytes, *, user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(source)) as document:
        document.save(out, encryption=pikepdf.Encryption(user=user, owner="owner-password", R=6))
    return out.getvalue()
