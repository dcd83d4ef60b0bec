"""How fast, and in how much memory: in one process, from start to answer, and for fifty pages."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from fpdf import FPDF

from autofatture.adapters.reading.isolation.process import read_isolated
from autofatture.adapters.reading.offline.engine import read_offline
from autofatture.adapters.reading.pdf.document import opened, read_pages

REPEATS = 3


def read_text(source: bytes) -> None:
    """The PDF library's own extraction of all text: the yardstick."""
    document = pdfium.PdfDocument(source)
    for page in document:
        page.get_textpage().get_text_bounded()
    document.close()


def read_document(source: bytes) -> None:
    """Everything that offline reading does with a file's bytes."""
    with opened(source) as document:
        pages = read_pages(document)
    read_offline(pages)


def median_ms(action: Callable[[bytes], None], sources: Sequence[bytes]) -> float:
    """Median over the files of the best of three runs, in milliseconds of processor time.

    Processor time and not the clock: what else the machine does is no part of the reading.
    """
    for source in sources[:5]:
        action(source)
    return round(statistics.median(_best(action, source) for source in sources) * 1000, 2)


def _best(action: Callable[[bytes], None], source: bytes) -> float:
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        action(source)
        times.append(time.process_time() - start)
    return min(times)


def command_seconds(path: Path) -> float:
    """Median time of ``autofatture read FILE --json`` from start to answer."""
    command = [str(Path(sys.executable).with_name("autofatture")), "read", str(path), "--json"]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (our own command)
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 3)


def fifty_pages_megabytes() -> float:
    """Peak memory of the process that reads a document of fifty full pages."""
    sheet = FPDF()
    sheet.set_font("Helvetica", size=8)
    for page in range(50):
        sheet.add_page()
        for row in range(60):
            sheet.text(
                15,
                15 + 4.4 * row,
                f"Item {page}-{row}  description of a line  {row + 1}  12.50  {12.5 * (row + 1):.2f}",
            )
    read_isolated(bytes(sheet.output()), "application/pdf", deadline=9, layout=True)
    return round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 0)
