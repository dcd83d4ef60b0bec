"""``python -m benchmarks.unseen``: print the set, read it, and say how well.

Exit status 1 with ``--check`` when a target is missed.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import sys
import time
from pathlib import Path
from typing import Any

from autofatture.adapters.reading.local import read_locally
from benchmarks.unseen.printing import printed_set
from benchmarks.unseen.reporting import missed, numbers, print_report
from benchmarks.unseen.scoring import Score, score_document

ROUNDS = 3
"""Each file is read so many times; its time is the best of them, in processor time of this process."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unseen", description=__doc__)
    parser.add_argument("--only", default="*", help="a pattern that file names begin with")
    parser.add_argument("--folder", type=Path, help="where the printed set is kept (default: a temporary folder)")
    parser.add_argument("--json", type=Path, help="write the numbers to this file")
    parser.add_argument("--quiet", action="store_true", help="no list of failures")
    parser.add_argument("--check", action="store_true", help="fail when a target is missed")
    options = parser.parse_args(arguments)
    folder, truths = printed_set(options.folder)
    score, times = run(folder, [truth for truth in truths if fnmatch.fnmatch(truth["file"], options.only + "*")])
    print_report(score, times, quiet=options.quiet)
    if options.json:
        options.json.write_text(json.dumps(numbers(score, times), indent=1), encoding="utf-8")
    below = missed(score) if options.check else []
    for line in below:
        sys.stdout.write(f"MISSED {line}\n")
    return 1 if below else 0


def run(folder: Path, truths: list[dict[str, Any]], rounds: int = ROUNDS) -> tuple[Score, list[float]]:
    """Read every document of ``truths`` in this process; scores, and seconds a file."""
    score, times = Score(), []
    for truth in truths:
        source = (folder / truth["file"]).read_bytes()
        reading, seconds = _timed(source, rounds)
        times.append(seconds)
        score_document(score, truth, reading, source)
    return score, times


def _timed(source: bytes, rounds: int) -> tuple[dict[str, Any], float]:
    best = float("inf")
    reading: dict[str, Any] = {}
    for _ in range(rounds):
        start = time.process_time()
        report = read_locally(source)
        best = min(best, time.process_time() - start)
        reading = report["reading"]
    return reading, best


if __name__ == "__main__":
    sys.exit(main())
