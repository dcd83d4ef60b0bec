"""Files whose streams grow, loop or lie when they are decoded."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from samples.hostile.raw import FONT, INVOICE, PAGE, pdf, stream

_IMAGE = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8"


def files() -> Iterator[tuple[str, bytes]]:
    spaces = zlib.compress(b" " * 200_000_000, 9)
    yield "content_bomb.pdf", _content(spaces, b"/Filter /FlateDecode")
    yield "content_bomb_twice.pdf", _content(zlib.compress(spaces, 9), b"/Filter [/FlateDecode /FlateDecode]")
    yield "content_of_operators.pdf", _content(zlib.compress(b"q Q " * 3_000_000, 9), b"/Filter /FlateDecode")
    yield "content_of_text.pdf", _content(zlib.compress(_many_words(120_000), 9), b"/Filter /FlateDecode")
    yield "content_nested_states.pdf", _content(b"q " * 400_000 + INVOICE)
    yield "content_broken_flate.pdf", _content(b"\x78\x9c" + b"\xff" * 500, b"/Filter /FlateDecode")
    yield "content_unknown_filter.pdf", _content(INVOICE, b"/Filter /MadeUpDecode")
    yield "content_wrong_length.pdf", pdf().replace(b"/Length %d" % len(INVOICE), b"/Length 4")
    yield "form_calls_itself.pdf", _with_form(b"/X0 Do")
    yield (
        "image_of_ten_gigapixels.pdf",
        _with_image(b"/Width 100000 /Height 100000 /Filter /FlateDecode", zlib.compress(b"\0" * 99)),
    )
    yield (
        "image_broken_jpx.pdf",
        _with_image(b"/Width 500 /Height 500 /Filter /JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\xff" * 300),
    )
    yield (
        "image_broken_jbig2.pdf",
        _with_image(b"/Width 500 /Height 500 /Filter /JBIG2Decode", b"\x97JB2\r\n\x1a\n" + b"\xff" * 300),
    )


def _content(data: bytes, entries: bytes = b"") -> bytes:
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            stream(data, entries),
            FONT,
        ]
    )


def _many_words(count: int) -> bytes:
    rows = (
        b"1 0 0 1 %d %d Tm (word%d) Tj" % (20 + number % 9 * 60, 20 + number % 800, number) for number in range(count)
    )
    return b"BT /F1 6 Tf " + b"\n".join(rows) + b" ET"


def _with_form(body: bytes) -> bytes:
    """A form that draws itself, on a page that draws it."""
    form = stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X0 6 0 R >> >>")
    page = PAGE.replace(b"/Font", b"/XObject << /X0 6 0 R >> /Font")
    return pdf(content=INVOICE + b" /X0 Do", page=page, more=[form])


def _with_image(entries: bytes, data: bytes) -> bytes:
    page = PAGE.replace(b"/Font", b"/XObject << /I0 6 0 R >> /Font")
    return pdf(
        content=INVOICE + b" q 300 0 0 300 50 50 cm /I0 Do Q", page=page, more=[stream(data, _IMAGE + b" " + entries)]
    )
