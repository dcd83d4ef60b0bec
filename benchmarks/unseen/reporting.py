"""The scores of a run, printed for a person and as numbers."""

from __future__ import annotations

import statistics
import sys
from typing import Any

from benchmarks.unseen.scoring import NEVER_WRONG, TARGETS, Failure, Score

SURE_WRONG_LIMIT = 0.5
"""Percent of the values called ``sicuro`` that may be wrong."""
GROUNDING_TARGET = 90.0
_ORDER = list(TARGETS)


def print_report(score: Score, times: list[float], *, quiet: bool) -> None:
    """Print failures (unless ``quiet``), accuracy by field, what was sure and wrong, grounding and time."""
    if not quiet:
        _print_failures(score)
    for name, target in TARGETS.items():
        share = score.share(name)
        below = f"below {target}" if share < target else ""
        _say(f"{name:17} {score.right[name]:4} of {score.asked[name]:4}  {share:6.1f} %  {below}")
    _say(f"\nsicuro {score.sure}, wrong {len(score.sure_wrong)} ({sure_wrong_share(score):.2f} %)")
    for word, (right, whole) in score.checked.items():
        _say(f"{word:14} right {right} of {whole} ({100 * right / max(whole, 1):.1f} %)")
    for failure in score.sure_wrong:
        _say(f"  SURE AND WRONG {line_of(failure)}")
    _say(f"grounding {score.placed_right} of {score.placed} ({grounding_share(score):.1f} %)")
    _say(f"documents without an edit {score.documents_right} of {score.documents}")
    if times:
        usual, mean, most = statistics.median(times), statistics.mean(times), max(times)
        _say(f"processor time a file: median {1000 * usual:.1f} ms, mean {1000 * mean:.1f}, max {1000 * most:.1f}")


def _print_failures(score: Score) -> None:
    for failure in sorted(score.failures, key=lambda item: (_ORDER.index(item.field), item.file)):
        truth, value = shown(failure.truth), shown(failure.value)
        _say(f"{failure.field:17} {failure.file:34} {truth!s:38} read {value!s:38} {failure.word}")
    for failure in score.misplaced:
        _say(f"place of {failure.field:17} {failure.file:34} {failure.truth!s:38} box {failure.value!r}")
    _say("")


def sure_wrong_share(score: Score) -> float:
    return 100.0 * len(score.sure_wrong) / max(score.sure, 1)


def grounding_share(score: Score) -> float:
    return 100.0 * score.placed_right / max(score.placed, 1)


def line_of(failure: Failure) -> str:
    return f"{failure.file} {failure.field}: {shown(failure.truth)} read {shown(failure.value)}"


def shown(value: Any) -> Any:
    """VAT lines in one line, everything else as it is."""
    if isinstance(value, list):
        return " ".join(f"{row['rate']}%:{row['base']}:{row['amount']}" for row in value)
    return value


def numbers(score: Score, times: list[float]) -> dict[str, Any]:
    """The scores as JSON values."""
    return {
        "fields": {name: round(score.share(name), 2) for name in TARGETS},
        "sure": score.sure,
        "sure_wrong": [line_of(failure) for failure in score.sure_wrong],
        "calibration": {word: round(100 * right / max(whole, 1), 2) for word, (right, whole) in score.checked.items()},
        "grounding": round(grounding_share(score), 2),
        "documents": score.documents,
        "documents_right": score.documents_right,
        "median_ms": round(1000 * statistics.median(times), 2) if times else None,
    }


def missed(score: Score) -> list[str]:
    """The targets that a run does not reach."""
    found = [f"{name} {score.share(name):.1f} %" for name in score.below_target()]
    if sure_wrong_share(score) > SURE_WRONG_LIMIT:
        found.append(f"sicuro and wrong {sure_wrong_share(score):.2f} %")
    if grounding_share(score) < GROUNDING_TARGET:
        found.append(f"grounding {grounding_share(score):.1f} %")
    found.extend(f"sicuro and wrong: {line_of(item)}" for item in score.sure_wrong if item.field in NEVER_WRONG)
    return found


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
