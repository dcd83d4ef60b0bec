"""Drawing on paper: text, rules, boxes, paragraphs and tables in millimetres, on top of fpdf2.

The bytes depend on what is drawn and on nothing else: the clock, the machine and the order of hashing have no part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from fpdf import FPDF
from fpdf.enums import DocumentCompliance, TextMode

Align = Literal["L", "R", "C"]
Paper = Literal["A4", "Letter"]

CORE_FACES = ("helvetica", "times", "courier")
EMBEDDED_FACE = "source"
"""Source Sans Pro, for letters beyond Windows-1252 and for PDF/A."""

_EMBEDDED_FILES = {"": "SourceSansPro-Regular.ttf", "B": "SourceSansPro-Bold.ttf", "I": "SourceSansPro-It.ttf"}
_POINT_IN_MM = 0.352778
INK = "#1f2328"
GREY = "#6b7280"


@dataclass(frozen=True, kw_only=True)
class Column:
    title: str
    width: float
    align: Align = "L"


@dataclass(frozen=True, kw_only=True)
class TableLook:
    """How a table is drawn; sizes in points, gaps in millimetres."""

    size: float = 8.5
    head_size: float = 8
    head_fill: str | None = None
    head_ink: str = INK
    rule: str | None = "#d0d5dd"
    zebra: str | None = None
    grid: bool = False
    gap: float = 1.6
    padding: float = 1.5


def _rgb(colour: str) -> tuple[int, int, int]:
    value = colour.removeprefix("#")
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


class Sheet:
    """Pages of one document. ``y`` of a text is the top of its line; every method that flows returns the next ``y``."""

    def __init__(
        self,
        *,
        face: str = "helvetica",
        paper: Paper = "A4",
        title: str,
        producer: str,
        made_on: dt.date,
        pdf_a3: bool = False,
    ) -> None:
        """``producer`` and ``made_on`` go into the document information, as a billing system's would."""
        compliance = DocumentCompliance.PDFA_3B if pdf_a3 else None
        self.pdf = FPDF(unit="mm", format=paper, enforce_compliance=compliance)
        self.pdf.core_fonts_encoding = "windows-1252"
        self.pdf.set_auto_page_break(auto=False)
        self.pdf.set_margins(0, 0, 0)
        self.pdf.c_margin = 0
        self.pdf.set_title(title)
        self.pdf.set_producer(producer)
        self.pdf.set_creation_date(dt.datetime.combine(made_on, dt.time(9, 30), tzinfo=dt.UTC))
        self.face = face
        if face == EMBEDDED_FACE:
            folder = resources.files("font_source_sans_pro") / "files"
            for style, name in _EMBEDDED_FILES.items():
                self.pdf.add_font(EMBEDDED_FACE, style, str(folder / name))
        self.width = self.pdf.w
        self.height = self.pdf.h

    def new_page(self) -> None:
        self.pdf.add_page()

    @property
    def page_number(self) -> int:
        return self.pdf.page_no()

    def to_bytes(self) -> bytes:
        return bytes(self.pdf.output())

    def text_width(self, text: str, *, size: float, bold: bool = False, face: str | None = None) -> float:
        self._font(size, bold=bold, italic=False, face=face)
        return float(self.pdf.get_string_width(text))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 9,
        bold: bool = False,
        italic: bool = False,
        ink: str = INK,
        align: Align = "L",
        face: str | None = None,
        spacing: float = 0,
    ) -> float:
        """Draw one line; ``x`` is its left, right or middle by ``align``. ``spacing`` widens letters, in points."""
        self._font(size, bold=bold, italic=italic, face=face)
        self.pdf.set_char_spacing(spacing)
        width = float(self.pdf.get_string_width(text))
        if align == "R":
            x -= width
        elif align == "C":
            x -= width / 2
        self.pdf.set_text_color(*_rgb(ink))
        self.pdf.text(x, y + size * _POINT_IN_MM * 0.78, text)
        self.pdf.set_char_spacing(0)
        return y + self.leading(size)

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        size: float = 9,
        bold_first: bool = False,
        ink: str = INK,
        align: Align = "L",
        leading: float | None = None,
        face: str | None = None,
    ) -> float:
        """Draw lines one under the other."""
        step = leading if leading is not None else self.leading(size)
        for index, line in enumerate(lines):
            self.text(x, y, line, size=size, bold=bold_first and index == 0, ink=ink, align=align, face=face)
            y += step
        return y

    def pairs(
        self,
        x: float,
        y: float,
        pairs: Sequence[tuple[str, str]],
        *,
        gap: float,
        size: float = 9,
        bold_labels: bool = False,
        bold_values: bool = False,
        label_ink: str = INK,
        right: bool = False,
        leading: float | None = None,
    ) -> float:
        """Labels at ``x`` with their values ``gap`` further (ending there when ``right``)."""
        step = leading if leading is not None else self.leading(size)
        for label, value in pairs:
            self.text(x, y, label, size=size, ink=label_ink, bold=bold_labels)
            self.text(x + gap, y, value, size=size, align="R" if right else "L", bold=bold_values)
            y += step
        return y

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        *,
        width: float,
        size: float = 9,
        bold: bool = False,
        italic: bool = False,
        ink: str = INK,
        leading: float | None = None,
    ) -> float:
        """Wrap at spaces within ``width``."""
        step = leading if leading is not None else self.leading(size)
        for line in self.wrap(text, width=width, size=size, bold=bold):
            self.text(x, y, line, size=size, bold=bold, italic=italic, ink=ink)
            y += step
        return y

    def wrap(self, text: str, *, width: float, size: float, bold: bool = False) -> list[str]:
        wrapped: list[str] = []
        for part in text.split("\n"):
            line = ""
            for word in part.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self.text_width(longer, size=size, bold=bold) > width:
                    wrapped.append(line)
                    line = word
                else:
                    line = longer
            wrapped.append(line)
        return wrapped

    def rule(self, x0: float, y0: float, x1: float, y1: float, *, ink: str = "#d0d5dd", width: float = 0.2) -> None:
        self.pdf.set_draw_color(*_rgb(ink))
        self.pdf.set_line_width(width)
        self.pdf.line(x0, y0, x1, y1)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line_width: float = 0.2,
        radius: float = 0,
    ) -> None:
        if fill:
            self.pdf.set_fill_color(*_rgb(fill))
        if stroke:
            self.pdf.set_draw_color(*_rgb(stroke))
            self.pdf.set_line_width(line_width)
        style = {(True, True): "DF", (True, False): "F", (False, True): "D"}[(bool(fill), bool(stroke))]
        if radius:
            self.pdf.rect(x, y, width, height, style=style, round_corners=True, corner_radius=radius)
        else:
            self.pdf.rect(x, y, width, height, style=style)

    def circle(self, x: float, y: float, radius: float, *, fill: str | None = None, stroke: str | None = None) -> None:
        if fill:
            self.pdf.set_fill_color(*_rgb(fill))
        if stroke:
            self.pdf.set_draw_color(*_rgb(stroke))
        self.pdf.circle(x, y, radius, style="F" if fill else "D")

    def polygon(self, points: Sequence[tuple[float, float]], *, fill: str) -> None:
        self.pdf.set_fill_color(*_rgb(fill))
        self.pdf.polygon(points, style="F")

    def stamp(self, x: float, y: float, lines: Sequence[str], *, ink: str, size: float = 12, angle: float = 8) -> None:
        """A rubber stamp: a turned, framed block of text."""
        width = max(self.text_width(line, size=size, bold=True) for line in lines) + 8
        height = len(lines) * self.leading(size) + 5
        with self.pdf.rotation(angle, x + width / 2, y + height / 2):
            self.box(x, y, width, height, stroke=ink, line_width=0.7)
            top = y + 2.6
            for line in lines:
                top = self.text(x + width / 2, top, line, size=size, bold=True, ink=ink, align="C")

    def outline_text(self, x: float, y: float, text: str, *, size: float, ink: str, angle: float = 0) -> None:
        """Large hollow letters, as a watermark."""
        self._font(size, bold=True, italic=False, face=None)
        self.pdf.set_draw_color(*_rgb(ink))
        self.pdf.set_line_width(0.3)
        with self.pdf.local_context(), self.pdf.rotation(angle, x, y):
            self.pdf.text_mode = TextMode.STROKE
            self.pdf.text(x, y, text)
            self.pdf.text_mode = TextMode.FILL

    def table(
        self,
        x: float,
        y: float,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        look: TableLook | None = None,
        bottom: float | None = None,
        next_page: Callable[[], float] | None = None,
    ) -> float:
        """Draw a table; the lines of a cell after the first are printed smaller and grey.

        A row that would pass ``bottom`` goes under a new head at the ``y`` that ``next_page`` returns.
        """
        look = look or TableLook()
        y = self._table_head(x, y, columns, look)
        for index, row in enumerate(rows):
            height = self._row_height(columns, row, look)
            if bottom is not None and next_page is not None and y + height > bottom:
                y = self._table_head(x, next_page(), columns, look)
            self._table_row(x, y, columns, row, look, height=height, shaded=index % 2 == 1)
            y += height
        return y

    def _table_head(self, x: float, y: float, columns: Sequence[Column], look: TableLook) -> float:
        total = sum(column.width for column in columns)
        deepest = max(column.title.count("\n") for column in columns) + 1
        height = deepest * self.leading(look.head_size) + look.gap * 2
        if look.head_fill:
            self.box(x, y, total, height, fill=look.head_fill, stroke=look.rule if look.grid else None)
        left = x
        for column in columns:
            edge = self._edge(left, column, look)
            titles = column.title.split("\n")
            self.lines(
                edge,
                y + look.gap,
                titles,
                size=look.head_size,
                ink=look.head_ink,
                align=column.align,
            )
            if look.grid and look.rule:
                self.box(left, y, column.width, height, stroke=look.rule)
            left += column.width
        if look.rule:
            self.rule(x, y + height, x + total, y + height, ink=look.rule, width=0.35)
        return y + height

    def _cells(self, columns: Sequence[Column], row: Sequence[str], look: TableLook) -> list[tuple[list[str], int]]:
        """Of each cell: its wrapped lines, and how many of them are of the first, larger size."""
        cells: list[tuple[list[str], int]] = []
        for column, cell in zip(columns, row, strict=True):
            first, *details = cell.split("\n")
            width = column.width - 2 * look.padding
            head = self.wrap(first, width=width, size=look.size)
            small = [line for part in details for line in self.wrap(part, width=width, size=look.size - 1)]
            cells.append((head + small, len(head)))
        return cells

    def _row_height(self, columns: Sequence[Column], row: Sequence[str], look: TableLook) -> float:
        tallest = max(
            large * self.leading(look.size) + (len(lines) - large) * self.leading(look.size - 1)
            for lines, large in self._cells(columns, row, look)
        )
        return tallest + 2 * look.gap

    def _table_row(
        self,
        x: float,
        y: float,
        columns: Sequence[Column],
        row: Sequence[str],
        look: TableLook,
        *,
        height: float,
        shaded: bool,
    ) -> None:
        total = sum(column.width for column in columns)
        if look.zebra and shaded:
            self.box(x, y, total, height, fill=look.zebra)
        left = x
        for column, (lines, large) in zip(columns, self._cells(columns, row, look), strict=True):
            edge = self._edge(left, column, look)
            top = self.lines(edge, y + look.gap, lines[:large], size=look.size, align=column.align)
            self.lines(edge, top, lines[large:], size=look.size - 1, ink=GREY, align=column.align)
            if look.grid and look.rule:
                self.box(left, y, column.width, height, stroke=look.rule)
            left += column.width
        if look.rule and not look.grid:
            self.rule(x, y + height, x + total, y + height, ink=look.rule)

    @staticmethod
    def _edge(left: float, column: Column, look: TableLook) -> float:
        if column.align == "R":
            return left + column.width - look.padding
        if column.align == "C":
            return left + column.width / 2
        return left + look.padding

    @staticmethod
    def leading(size: float) -> float:
        """The height of a line of text of ``size`` points, in millimetres."""
        return size * _POINT_IN_MM * 1.3

    def _font(self, size: float, *, bold: bool, italic: bool, face: str | None) -> None:
        style = ("B" if bold else "") + ("I" if italic and not bold else "")
        self.pdf.set_font(face or self.face, style, size)
