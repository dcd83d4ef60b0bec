"""A sheet on which text is placed, with the habits of various producers of PDF."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from importlib import resources
from typing import NamedTuple

import pikepdf
from fpdf import FPDF

from benchmarks.unseen.facts import Party


class Mark(NamedTuple):
    """A text to place. Coordinates are points from the top left corner; ``align`` is ``l``, ``r`` or ``c``."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    align: str


class Canvas:
    """Collects texts and rules page by page, and writes them in the manner asked for."""

    def __init__(
        self, *, font: str = "Helvetica", size: float = 9.5, width: float = 595.0, height: float = 842.0
    ) -> None:
        """``font`` is a built-in one (Latin letters of western Europe) or ``Source`` for all letters."""
        self.font, self.size, self.width, self.height = font, size, width, height
        self.pages: list[list[Mark]] = [[]]
        self.rules: list[list[tuple[float, float, float, float]]] = [[]]

    def next_page(self) -> None:
        self.pages.append([])
        self.rules.append([])

    def put(
        self, x: float, y: float, text: str, *, size: float | None = None, bold: bool = False, align: str = "l"
    ) -> None:
        if text:
            self.pages[-1].append(Mark(x, y, text.replace("\u202f", "\u00a0"), size or self.size, bold, align))

    def column(
        self,
        x: float,
        y: float,
        texts: Sequence[str],
        *,
        step: float = 12.5,
        size: float | None = None,
        align: str = "l",
        bold: bool = False,
    ) -> float:
        """Texts below each other; returns where the next one would stand."""
        for text in texts:
            if text:
                self.put(x, y, text, size=size, align=align, bold=bold)
                y += step
        return y

    def row(
        self,
        y: float,
        stops: Sequence[tuple[float, str]],
        texts: Sequence[str],
        *,
        size: float | None = None,
        bold: bool = False,
    ) -> None:
        """Texts at the columns ``stops``, each a place and its alignment."""
        for (x, align), text in zip(stops, texts, strict=True):
            self.put(x, y, text, size=size, align=align, bold=bold)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.rules[-1].append((x0, y0, x1, y1))

    def footer(self, party: Party, *, vat: str = "VAT ID", y: float = 800.0) -> None:
        """Two small centred lines with all that the law asks of a letterhead."""
        first = " - ".join(part for part in (party.name, *party.address, party.phone, party.web) if part)
        second = " - ".join(
            part
            for part in (
                *party.register,
                f"{vat} {party.vat}" if party.vat else "",
                party.bank,
                f"IBAN {party.iban}" if party.iban else "",
            )
            if part
        )
        self.put(self.width / 2, y, first, size=7, align="c")
        self.put(self.width / 2, y + 9, second, size=7, align="c")

    def write(self, *, split: int = 0, shuffle: bool = False, rotate: int = 0) -> bytes:
        """The PDF.

        Args:
            split: characters of one text run; 0 writes whole strings.
            shuffle: writes the texts in another order than they are read.
            rotate: the page's /Rotate entry; the content is turned so that it shows upright.
        """
        pdf = FPDF(unit="pt", format=(self.width, self.height))
        pdf.set_auto_page_break(False)
        pdf.core_fonts_encoding = "cp1252"
        if self.font == "Source":
            files = resources.files("font_source_sans_pro") / "files"
            pdf.add_font("Source", "", str(files / "SourceSansPro-Regular.ttf"))
            pdf.add_font("Source", "B", str(files / "SourceSansPro-Bold.ttf"))
        order = random.Random(len(self.pages[0]))
        for marks, rules in zip(self.pages, self.rules, strict=True):
            pdf.add_page()
            for rule in rules:
                pdf.line(*rule)
            for mark in order.sample(marks, len(marks)) if shuffle else marks:
                _place(pdf, self.font, mark, split)
        return _turned(bytes(pdf.output()), rotate)


def _place(pdf: FPDF, font: str, mark: Mark, split: int) -> None:
    pdf.set_font(font, "B" if mark.bold else "", mark.size)
    width = pdf.get_string_width(mark.text)
    x = mark.x - (width if mark.align == "r" else width / 2 if mark.align == "c" else 0)
    if not split:
        pdf.text(x, mark.y, mark.text)
        return
    for start in range(0, len(mark.text), split):
        run = mark.text[start : start + split]
        if run.strip():
            pdf.text(x, mark.y, run)
        x += pdf.get_string_width(run)


def _turned(source: bytes, rotate: int) -> bytes:
    """The file with its content turned against its /Rotate entry."""
    if not rotate:
        return source
    with pikepdf.open(io.BytesIO(source)) as document:
        for page in document.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            turn = {
                90: f"0 1 -1 0 {height} 0 cm",
                180: f"-1 0 0 -1 {width} {height} cm",
                270: f"0 -1 1 0 0 {width} cm",
            }[rotate]
            page.contents_add(document.make_stream(f"q {turn}\n".encode()), prepend=True)
            page.contents_add(document.make_stream(b"Q"))
            if rotate in {90, 270}:
                page.mediabox = pikepdf.Array([0, 0, height, width])
            page.Rotate = rotate
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
