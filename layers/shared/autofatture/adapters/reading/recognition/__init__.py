"""Reading scans with a recognition library that ships its model in a package: the local extra ``ocr``.

It is too large for a function, so nothing imports it unless it was asked for; where it is missing, a scan is
said to be one.
"""

from __future__ import annotations

from importlib.util import find_spec

LIBRARY = "rapidocr_onnxruntime"


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec(LIBRARY) is not None
