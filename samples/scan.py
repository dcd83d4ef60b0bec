"""A paper invoice on a scanner: the page as a picture, a little turned, grey, speckled, without any text."""

from __future__ import annotations

import datetime as dt
import io
import random

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

_DOTS_PER_INCH = 150
_POINTS_PER_INCH = 72
_PAPER = 250
"""The grey of paper under a scanner's lamp."""


def scanned(document: bytes, *, seed: int, turn: float, made_on: dt.date) -> bytes:
    """Print ``document`` and scan it again: every page turned by ``turn`` degrees. ``seed`` places the dust."""
    noise = random.Random(seed)
    pages = []
    source = pypdfium2.PdfDocument(document)
    for page in source:
        picture = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True).to_pil().convert("L")
        pages.append(_as_scanned(picture, noise, turn))
        page.close()
    source.close()
    return _picture_pdf(pages, made_on)


def _as_scanned(picture: Image.Image, noise: random.Random, turn: float) -> Image.Image:
    turned = picture.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255)
    paper = Image.new("L", turned.size, _PAPER)
    inked = ImageChops.multiply(turned.filter(ImageFilter.GaussianBlur(0.6)), paper)
    grain = Image.frombytes("L", (160, 226), noise.randbytes(160 * 226)).resize(turned.size, Image.Resampling.BILINEAR)
    mottled = Image.blend(inked, ImageChops.multiply(inked, grain.point(lambda level: 236 + level // 14)), 0.5)
    for _ in range(90):
        x, y = noise.randrange(turned.width), noise.randrange(turned.height)
        size = noise.choice((1, 1, 1, 2))
        mottled.paste(noise.randrange(60, 170), (x, y, min(x + size, turned.width), min(y + size, turned.height)))
    # The shadow of the lid along one edge, and the hole of a punched sheet.
    for offset in range(14):
        column = turned.width - 1 - offset
        mottled.paste(150 + offset * 6, (column, 0, column + 1, turned.height))
    return mottled


def _picture_pdf(pages: list[Image.Image], made_on: dt.date) -> bytes:
    pdf = pikepdf.Pdf.new()
    for picture in pages:
        buffer = io.BytesIO()
        picture.save(buffer, format="JPEG", quality=58)
        width = picture.width * _POINTS_PER_INCH / _DOTS_PER_INCH
        height = picture.height * _POINTS_PER_INCH / _DOTS_PER_INCH
        image = pikepdf.Stream(
            pdf,
            buffer.getvalue(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        page = pdf.add_blank_page(page_size=(width, height))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        page.Contents = pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im0 Do Q".encode())
    pdf.docinfo["/Producer"] = "Scan to mail"
    pdf.docinfo["/CreationDate"] = f"D:{made_on:%Y%m%d}091500+01'00'"
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
