"""Pages that are turned, sized or lettered in ways that readers trip over."""

from __future__ import annotations

from collections.abc import Iterator

from samples.hostile.raw import INVOICE, PAGE, pdf, stream

_HEBREW = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    b"1 begincodespacerange <00> <FF> endcodespacerange\n"
    b"1 beginbfrange <41> <5A> <05D0> endbfrange 1 beginbfrange <61> <7A> <05D0> endbfrange\n"
    b"endcmap end end"
)


def files() -> Iterator[tuple[str, bytes]]:
    for angle in (90, 180, 270):
        box = b"[0 0 595 842]" if angle == 180 else b"[0 0 842 595]"
        page = _page(b"/Rotate %d" % angle).replace(b"[0 0 595 842]", box)
        yield f"rotated_{angle}.pdf", pdf(page=page, content=_turned(angle))
    yield "rotated_45.pdf", pdf(page=_page(b"/Rotate 45"))
    yield "text_turned_90.pdf", pdf(content=b"q 0 1 -1 0 842 0 cm " + INVOICE + b" Q", page=_box(b"[0 0 842 842]"))
    yield "media_box_huge.pdf", pdf(page=_box(b"[0 0 1000000000 1000000000]"))
    yield "media_box_negative.pdf", pdf(page=_box(b"[595 842 0 0]"))
    yield "media_box_empty.pdf", pdf(page=_box(b"[0 0 0 0]"))
    yield "media_box_missing.pdf", pdf(page=PAGE.replace(b"/MediaBox [0 0 595 842]", b""))
    yield (
        "media_box_shifted.pdf",
        pdf(page=_box(b"[-100 -200 495 642]"), content=b"q 1 0 0 1 -100 -200 cm " + INVOICE + b" Q"),
    )
    yield "type3_without_unicode.pdf", _type3()
    yield "no_to_unicode.pdf", _no_unicode()
    yield (
        "right_to_left.pdf",
        pdf(more=[stream(_HEBREW)]).replace(b"/BaseFont /Helvetica", b"/BaseFont /Helvetica /ToUnicode 6 0 R"),
    )


def _page(entries: bytes) -> bytes:
    return PAGE.replace(b"/Type /Page ", b"/Type /Page " + entries + b" ")


def _box(box: bytes) -> bytes:
    return PAGE.replace(b"[0 0 595 842]", box)


def _turned(angle: int) -> bytes:
    """Content turned against the page's own rotation, so that a viewer shows it upright."""
    matrix = {90: b"0 1 -1 0 842 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 595"}[angle]
    return b"q " + matrix + b" cm " + INVOICE + b" Q"


def _type3() -> bytes:
    """Letters drawn as boxes; their codes mean nothing."""
    names = b" ".join(b"/g%d" % code for code in range(32, 127))
    glyphs = b" ".join(b"/g%d 6 0 R" % code for code in range(32, 127))
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750]"
        b" /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 /LastChar 126"
        b" /Widths [" + b"600 " * 95 + b"] /Encoding << /Type /Encoding /Differences [32 " + names + b"] >>"
        b" /CharProcs << " + glyphs + b" >> /Resources << >> >>"
    )
    return pdf(more=[stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")]).replace(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", font
    )


def _no_unicode() -> bytes:
    """A font whose codes are named by its maker alone."""
    names = b" ".join(b"/zz%d" % code for code in range(32, 127))
    return pdf().replace(
        b"/BaseFont /Helvetica",
        b"/BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [32 " + names + b"] >>",
    )
