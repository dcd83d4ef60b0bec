"""Starts the parsing process and turns whatever happens to it into a clear outcome.

Pipes and a plain child only: a function's machine has no shared memory for the pools of ``multiprocessing``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from autofatture.adapters.reading.intake.limits import TIME_LIMIT_SECONDS
from autofatture.domain.errors import UnreadableDocument

_COMMAND = (sys.executable, "-s", "-m", "autofatture.adapters.reading.isolation.worker")
TOO_COMPLEX = "Il documento è troppo complesso o costruito in modo anomalo e non si può leggere. È stato conservato: compila i dati a mano."
TOO_SLOW = "La lettura del documento ha superato il tempo massimo. Il file è stato conservato: compila i dati a mano."


class Running:
    """A parsing process that has been started; its answer is taken with ``answer``."""

    def __init__(self, source: bytes, content_type: str, *, layout: bool) -> None:
        """Starts the process at once, so that the caller can do something else meanwhile."""
        self._input = json.dumps({"content_type": content_type, "layout": layout}).encode() + b"\n" + source
        self._process = subprocess.Popen(  # noqa: S603  (our own module, no shell, no input in the command)
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1"},
            close_fds=True,
        )

    def answer(self, deadline: float) -> dict[str, Any]:
        """The report of ``read_locally``, within ``deadline`` seconds.

        Raises:
            UnreadableDocument: the document's own reason, ``too_complex`` or ``too_slow``.
        """
        try:
            output, _ = self._process.communicate(self._input, timeout=max(0.1, min(deadline, TIME_LIMIT_SECONDS)))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise UnreadableDocument(TOO_SLOW, code="too_slow") from None
        try:
            answer = json.loads(output)
        except ValueError:
            raise UnreadableDocument(TOO_COMPLEX, code="too_complex") from None
        if "report" in answer:
            report: dict[str, Any] = answer["report"]
            return report
        raise UnreadableDocument(
            answer.get("message") or TOO_COMPLEX, code=answer["error"], details=answer.get("details")
        )


def read_isolated(source: bytes, content_type: str, *, deadline: float, layout: bool = False) -> dict[str, Any]:
    """Read one document in a process of its own.

    Raises:
        UnreadableDocument: it cannot be read; the code says why.
    """
    return Running(source, content_type, layout=layout).answer(deadline)
