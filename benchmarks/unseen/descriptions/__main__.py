"""``python -m benchmarks.unseen.descriptions``: how often a line's description tells what is sold.

The first list is the one that the vocabulary was written with; the second was kept back until that was done, and the
third was written when the vocabulary was finished, of trades that nobody had thought of. Neither is written for.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from autofatture.adapters.reading.offline.natures import word_marks

FOLDER = Path(__file__).parent
_READ = {(False, False): "undecidable", (True, False): "services", (False, True): "goods", (True, True): "mixed"}


class Described(NamedTuple):
    """One line with its truth and with what was read."""

    language: str
    truth: str
    text: str
    read: str


def described(name: str) -> list[Described]:
    """The lines of the list ``first``, ``second`` or ``third``."""
    rows = (line.split("\t") for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines())
    return [Described(language, truth, text, _READ[word_marks(text)]) for language, truth, text in rows]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unseen.descriptions", description=__doc__)
    parser.add_argument("lists", nargs="*", default=["first", "second", "third"])
    parser.add_argument("--misses", action="store_true", help="print every line that was read wrongly")
    options = parser.parse_args(arguments)
    for name in options.lists:
        lines = described(name)
        right = sum(line.read == line.truth for line in lines)
        wrong = sum(line.read not in {line.truth, "undecidable"} for line in lines)
        sys.stdout.write(
            f"{name}: {right} of {len(lines)} ({100 * right / len(lines):.1f} %), said wrongly {wrong}, "
            f"not said {len(lines) - right - wrong}\n"
        )
        for (truth, read), count in sorted(Counter((line.truth, line.read) for line in lines).items()):
            sys.stdout.write(f"  {truth:12} read {read:12} {count:4}\n")
        if options.misses:
            for line in lines:
                if line.read != line.truth:
                    sys.stdout.write(f"  {line.language} {line.truth:12} read {line.read:12} {line.text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
