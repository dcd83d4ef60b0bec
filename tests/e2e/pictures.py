"""Pictures of screens: kept small under ``docs/screenshots``, and compared with the ones made now."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops, PngImagePlugin

from local.place import ROOT

KEPT = ROOT / "docs" / "screenshots"
COLOURS = 128
MADE_BY = "Chromium"
NOTICED = 64
"""A difference of grey, of 255, that is more than the reduced palette and the edges of letters."""
UNSEEN = 0.00005
"""Of the pixels: fewer than those of a letter."""
SCALE = 8
"""Another version of the browser draws letters a little differently: then the layout is compared, not the pixels."""


def keep(name: str, png: bytes, browser: str) -> None:
    """Write the picture, with the version of the browser that drew it; unless it is as the one that is there."""
    KEPT.mkdir(parents=True, exist_ok=True)
    if path_of(name).is_file() and changed_share(name, png, browser) < UNSEEN:
        return
    notes = PngImagePlugin.PngInfo()
    notes.add_text(MADE_BY, browser)
    reduced = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    reduced.save(path_of(name), optimize=True, pnginfo=notes)


def path_of(name: str) -> Path:
    return KEPT / f"{name}.png"


def changed_share(name: str, png: bytes, browser: str) -> float:
    """The share of the picture that is not as in the one that was kept.

    Raises:
        FileNotFoundError: none was kept.
    """
    kept = Image.open(path_of(name))
    same_browser = kept.info.get(MADE_BY) == browser
    before = kept.convert("RGB").convert("L")
    after = Image.open(io.BytesIO(png)).convert("L")
    if after.size != before.size:
        return 1.0
    if not same_browser:
        size = (before.width // SCALE, before.height // SCALE)
        before, after = before.resize(size, Image.Resampling.BOX), after.resize(size, Image.Resampling.BOX)
    different = ImageChops.difference(before, after).point(lambda value: 255 if value > NOTICED else 0)
    return different.histogram()[255] / (after.width * after.height)
