"""Starts the parsing process and turns whatever happens to it into a clear outcome.

Pipes and a plain child only: a function's machine has no shared memory for the pools of ``multiprocessing``.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from autofatture.adapters.reading.intake.limits import RECOGNITION_SECONDS, TIME_LIMIT_SECONDS
from autofatture.domain.errors import UnreadableDocument

_COMMAND = (sys.executable, "-s", "-m", "autofatture.adapters.reading.isolation.worker")
TOO_COMPLEX = (
    "Il documento è troppo complesso o costruito in modo anomalo e non si può leggere. È stato conservato:"
    " compila i dati a mano."
)
TOO_SLOW = "La lettura del documento ha superato il tempo massimo. Il file è stato conservato: compila i dati a mano."


def read_isolated(
    source: bytes, content_type: str, *, deadline: float, layout: bool = False, recognition: bool = False
) -> dict[str, Any]:
    """What ``read_locally`` says of one document, found in a process of its own.

    ``recognition`` reads scans with the extra ``ocr``, within wider limits.

    Raises:
        UnreadableDocument: the document's own reason, ``too_complex`` or ``too_slow``.
    """
    request = {"action": "read", "content_type": content_type, "layout": layout, "recognition": recognition}
    report: dict[str, Any] = _asked(source, request, deadline)
    return report


def render_isolated(source: bytes, *, deadline: float) -> list[bytes]:
    """Pictures of the pages of a PDF.

    Raises:
        UnreadableDocument: as ``read_isolated``.
    """
    return [base64.b64decode(page) for page in _asked(source, {"action": "render"}, deadline)]


def cut_isolated(source: bytes, pages: Sequence[int], *, deadline: float) -> bytes:
    """A PDF of some pages (from 1).

    Raises:
        UnreadableDocument: as ``read_isolated``, or ``page_range``.
    """
    return base64.b64decode(_asked(source, {"action": "cut", "pages": list(pages)}, deadline))


def _asked(source: bytes, request: dict[str, Any], deadline: float) -> Any:
    """Start the process, give it the document, and take its answer or its end."""
    process = subprocess.Popen(  # noqa: S603  (our own module, no shell, nothing of a stranger in the command)
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1"},
        close_fds=True,
    )
    longest = RECOGNITION_SECONDS if request.get("recognition") else TIME_LIMIT_SECONDS
    try:
        output, _ = process.communicate(
            json.dumps(request).encode() + b"\n" + source, timeout=max(0.1, min(deadline, longest))
        )
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise UnreadableDocument(TOO_SLOW, code="too_slow") from None
    try:
        answer = json.loads(output)
    except ValueError:
        raise UnreadableDocument(TOO_COMPLEX, code="too_complex") from None
    if "report" in answer:
        return answer["report"]
    raise UnreadableDocument(answer.get("message") or TOO_COMPLEX, code=answer["error"], details=answer.get("details"))
