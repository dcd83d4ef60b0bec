"""``python -m benchmarks.unseen``: print the set, read it, and say how well.

Exit status 1 with ``--check`` when a target is missed.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from autofatture.adapters.reading.local import read_locally
from benchmarks.unseen.printing import printed_set
from benchmarks.unseen.scoring import NEVER_WRONG, TARGETS, Failure, Score, score_document

SURE_WRONG_LIMIT = 0.5
GROUNDING_TARGET = 90.0
ROUNDS = 3
"""Each file is read so many times; its time is the best of them."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unseen", description=__doc__)
    parser.add_argument("--only", default="*", help="a pattern of file names")
    parser.add_argument("--folder", type=Path, help="where the printed set is kept (default: the system's temporary folder)")
    parser.add_argument("--json", type=Path, help="write the numbers to this file")
    parser.add_argument("--quiet", action="store_true", help="no list of failures")
    parser.add_argument("--check", action="store_true", help="fail when a target is missed")
    options = parser.parse_args()
    folder, truths = printed_set(options.folder)
    truths = [truth for truth in truths if fnmatch.fnmatch(truth["file"], options.only + "*")]
    score, times = Score(), []
    for truth in truths:
        source = (folder / truth["file"]).read_bytes()
        reading, seconds = _timed(source)
        times.append(seconds)
        score_document(score, truth, reading, source)
    _report(score, times, quiet=options.quiet)
    if options.json:
        options.json.write_text(json.dumps(_numbers(score, times), indent=1), encoding="utf-8")
    return 1 if options.check and _missed(score) else 0


def _timed(source: bytes) -> tuple[dict[str, Any], float]:
    best = float("inf")
    reading: dict[str, Any] = {}
    for _ in range(ROUNDS):
        start = time.process_time()
        report = read_locally(source)
        best = min(best, time.process_time() - start)
        reading = report["reading"]
    return reading, best


def _report(score: Score, times: list[float], *, quiet: bool) -> None:
    out = sys.stdout.write
    if not quiet:
        for failure in sorted(score.failures, key=lambda item: (list(TARGETS).index(item.field), item.file)):
            out(f"{failure.field:17} {failure.file:34} {_short(failure.truth)!s:38} read {_short(failure.value)!s:38} {failure.word}\n")
        for failure in score.misplaced:
            out(f"place of {failure.field:17} {failure.file:34} {failure.truth!s:38} box {failure.value!r}\n")
        out("\n")
    for name, target in TARGETS.items():
        share = score.share(name)
        out(f"{name:17} {score.right[name]:4} of {score.asked[name]:4}  {share:6.1f} %  {'below ' + str(target) if share < target else ''}\n")
    wrong = 100.0 * len(score.sure_wrong) / max(score.sure, 1)
    out(f"\nsicuro {score.sure}, wrong {len(score.sure_wrong)} ({wrong:.2f} %)\n")
    for failure in score.sure_wrong:
        out(f"  SURE AND WRONG {_line(failure)}\n")
    out(f"grounding {score.placed_right} of {score.placed} ({100.0 * score.placed_right / max(score.placed, 1):.1f} %)\n")
    out(f"documents without an edit {score.documents_right} of {score.documents}\n")
    if times:
        out(f"processor time a file: median {1000 * statistics.median(times):.1f} ms, mean {1000 * statistics.mean(times):.1f}, max {1000 * max(times):.1f}\n")


def _line(failure: Failure) -> str:
    return f"{failure.file} {failure.field}: {_short(failure.truth)} read {_short(failure.value)}"


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return " ".join(f"{row['rate']}%:{row['base']}:{row['amount']}" for row in value)
    return value


def _numbers(score: Score, times: list[float]) -> dict[str, Any]:
    return {
        "fields": {name: round(score.share(name), 2) for name in TARGETS},
        "sure": score.sure,
        "sure_wrong": [_line(failure) for failure in score.sure_wrong],
        "grounding": round(100.0 * score.placed_right / max(score.placed, 1), 2),
        "documents": score.documents,
        "documents_right": score.documents_right,
        "median_ms": round(1000 * statistics.median(times), 2) if times else None,
    }


def _missed(score: Score) -> bool:
    wrong = 100.0 * len(score.sure_wrong) / max(score.sure, 1)
    grounded = 100.0 * score.placed_right / max(score.placed, 1)
    worst = any(failure.field in NEVER_WRONG for failure in score.sure_wrong)
    return bool(score.below_target()) or wrong > SURE_WRONG_LIMIT or grounded < GROUNDING_TARGET or worst


if __name__ == "__main__":
    sys.exit(main())
