"""Logos drawn by code, one for each way a small company draws one."""

from __future__ import annotations

import math
from collections.abc import Callable

from samples.sheet import Sheet

Logo = Callable[[Sheet, float, float, str, str], None]
"""Draw at ``x``, ``y`` (top left), in a colour, with the wordmark."""


def spindle(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """A round badge with a turned bar, and the name beside it."""
    sheet.circle(x + 5, y + 5, 5, fill=colour)
    with sheet.pdf.rotation(-35, x + 5, y + 5):
        sheet.box(x + 1.6, y + 4.2, 6.8, 1.6, fill="#ffffff")
    sheet.circle(x + 5, y + 5, 1.5, fill="#ffffff")
    sheet.text(x + 12.5, y + 2.2, wordmark, size=15, bold=True, ink=colour)


def waves(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """Three bars of growing length, on a coloured ground or on white."""
    for index, length in enumerate((4.5, 8.5, 12)):
        sheet.box(x, y + index * 3, length, 1.9, fill=colour, radius=0.9)
    sheet.text(x + 15, y + 1, wordmark, size=16, bold=True, ink=colour)


def leaf(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """A leaf made of two triangles, the name in small letters."""
    sheet.polygon([(x, y + 9), (x + 4.5, y), (x + 9, y + 9)], fill=colour)
    sheet.polygon([(x + 4.5, y + 9), (x + 7.8, y + 2.4), (x + 11.4, y + 9)], fill="#94a3b8")
    sheet.text(x + 14, y + 2.2, wordmark.lower(), size=14, bold=True, ink="#111827")


def gear(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """A cog wheel, for those who make machines; the name in capitals."""
    middle_x, middle_y = x + 8, y + 8
    for tooth in range(10):
        turned = math.radians(tooth * 36)
        corners = []
        for distance, spread in ((5.2, 0.20), (8.0, 0.14), (8.0, -0.14), (5.2, -0.20)):
            corners.append(
                (middle_x + distance * math.cos(turned + spread), middle_y + distance * math.sin(turned + spread))
            )
        sheet.polygon(corners, fill=colour)
    sheet.circle(middle_x, middle_y, 6, fill=colour)
    sheet.circle(middle_x, middle_y, 2.4, fill="#ffffff")
    sheet.text(x + 20, y + 4.6, wordmark.upper(), size=17, bold=True, ink=colour, spacing=1.2)


def monogram(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """Initials in a filled square, the name in two weights."""
    words = wordmark.split(" ")
    initials = "".join(word[0] for word in words[:2]).upper()
    sheet.box(x, y, 13, 13, fill=colour)
    sheet.text(x + 6.5, y + 3.5, initials, size=18, bold=True, ink="#ffffff", align="C")
    sheet.text(x + 16, y + 1.2, words[0], size=15, bold=True, ink=colour)
    sheet.text(x + 16, y + 7.6, " ".join(words[1:]), size=9, ink="#4b5563", spacing=0.6)


def bands(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """The name between two rules, spaced wide."""
    width = sheet.text_width(wordmark.upper(), size=14, bold=True) + 1.6 * len(wordmark) * 0.3528
    sheet.rule(x, y + 1, x + width, y + 1, ink=colour, width=0.9)
    sheet.text(x, y + 3, wordmark.upper(), size=14, bold=True, ink=colour, spacing=1.6)
    sheet.rule(x, y + 10.4, x + width, y + 10.4, ink=colour, width=0.3)


def peak(sheet: Sheet, x: float, y: float, colour: str, wordmark: str) -> None:
    """Two mountains over the name."""
    sheet.polygon([(x, y + 10), (x + 7, y), (x + 14, y + 10)], fill=colour)
    sheet.polygon([(x + 5.4, y + 2.3), (x + 7, y), (x + 8.6, y + 2.3), (x + 7, y + 3.2)], fill="#ffffff")
    sheet.polygon([(x + 9, y + 10), (x + 14.5, y + 3.5), (x + 20, y + 10)], fill="#9ca3af")
    sheet.text(x, y + 11.5, wordmark, size=11, bold=True, ink=colour)
