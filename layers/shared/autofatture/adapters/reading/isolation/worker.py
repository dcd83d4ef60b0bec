"""The process that parses one document: it limits itself, reads from standard input, answers on standard output.

A stranger's file may loop, eat memory or crash the parser: then this process ends, and nothing else does. It is
started without the parent's environment, so it holds no credentials.
"""

from __future__ import annotations

import base64
import json
import resource
import sys
from typing import Any

from autofatture.adapters.reading.intake.limits import (
    MEMORY_LIMIT_BYTES,
    RECOGNITION_BYTES,
    RECOGNITION_SECONDS,
    TIME_LIMIT_SECONDS,
)


def main() -> int:
    """Read a line of JSON (the request) and the document after it; write one JSON answer."""
    request = json.loads(sys.stdin.buffer.readline())
    _limit(recognition=bool(request.get("recognition")))
    source = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(_answer(source, request)))
    sys.stdout.flush()
    return 0


def _limit(*, recognition: bool) -> None:
    """At most this much memory and processor time, no files of any size, no new core dumps."""
    for what, value in (
        (resource.RLIMIT_AS, RECOGNITION_BYTES if recognition else MEMORY_LIMIT_BYTES),
        (resource.RLIMIT_CPU, 2 * RECOGNITION_SECONDS if recognition else TIME_LIMIT_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (limit, limit))


def _answer(source: bytes, request: dict[str, Any]) -> dict[str, Any]:
    from autofatture.domain.errors import UnreadableDocument  # noqa: PLC0415  (after the limits are set)

    try:
        return {"report": _done(source, request)}
    except UnreadableDocument as error:
        return {"error": error.error_code, "message": error.message, "details": error.details}
    except (MemoryError, RecursionError):
        return {"error": "too_complex"}


def _done(source: bytes, request: dict[str, Any]) -> Any:
    """``read`` (a report), ``render`` (pictures of the pages) or ``cut`` (a PDF of some pages), bytes as base64."""
    if request["action"] == "read":
        from autofatture.adapters.reading.local import read_locally  # noqa: PLC0415

        wanted = {name: bool(request.get(name)) for name in ("layout", "recognition")}
        return read_locally(source, str(request["content_type"]), **wanted)
    from autofatture.adapters.reading.pdf.render import cut, render  # noqa: PLC0415

    if request["action"] == "render":
        return [base64.b64encode(page).decode() for page in render(source)]
    return base64.b64encode(cut(source, request["pages"])).decode()


if __name__ == "__main__":
    raise SystemExit(main())
