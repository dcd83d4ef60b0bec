"""Pages of a PDF as a PDF of their own, taken out in a process of its own with limits of time and memory.

Run as a module it is that process: page numbers as JSON and the file on standard input, the new file on standard
output. A document that makes the parser hang or grow ends the process and nothing else.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence

from autofatture.domain.errors import UnreadableDocument

SECONDS = 9
MEMORY_BYTES = 512 * 1024 * 1024

_COMMAND = (sys.executable, "-s", "-m", "autofatture.adapters.pdf_pages")


class IsolatedPages:
    """Implements :class:`autofatture.services.source_documents.PageCutter`."""

    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        """See the protocol."""
        try:
            done = subprocess.run(  # noqa: S603  (our own module, no shell, no input in the command)
                _COMMAND,
                input=json.dumps(list(pages)).encode() + b"\n" + body,
                capture_output=True,
                timeout=SECONDS + 1,
                env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1"},
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _not_split() from None
        if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
            raise _not_split()
        return done.stdout


def _not_split() -> UnreadableDocument:
    message = (
        "Le pagine indicate non si possono separare. Il documento di partenza è conservato: "
        "dividilo con un altro programma e carica le parti."
    )
    return UnreadableDocument(message, code="not_split")


def take_out(body: bytes, pages: Sequence[int]) -> bytes:
    """The pages (from 1) of ``body`` in this order, without anything that only the whole file carries."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  (only the child has the library on its hands)

    source, target = PdfReader(io.BytesIO(body)), PdfWriter()
    for page in pages:
        target.add_page(source.pages[page - 1])
    written = io.BytesIO()
    target.write(written)
    return written.getvalue()


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    numbers, _, body = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(take_out(body, json.loads(numbers)))


if __name__ == "__main__":
    main()
