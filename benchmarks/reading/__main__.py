"""``python -m benchmarks.reading``: score, print the tables, compare with the baseline.

Exit 1 when a number falls by more than one point. ``--write-baseline`` stores the numbers of this run;
``--no-anchor`` leaves invoice2data out; ``--no-times`` leaves out what depends on the machine; ``--model``
scores the model as well.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from autofatture.adapters.reading.embedded.find import find_embedded
from autofatture.adapters.reading.embedded.page_check import best_of, compare
from autofatture.adapters.reading.offline.engine import read_offline
from autofatture.adapters.reading.pdf.document import embedded_files, opened, read_pages
from autofatture.adapters.reading.result import Result
from autofatture.domain.reading_terms import Confidence
from benchmarks.reading import sets, timing
from benchmarks.reading.grounding import grounded
from benchmarks.reading.scoring import FIELDS, Tally

BASELINE = Path(__file__).with_name("baseline.json")
TOLERANCE = 1.0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--write-baseline", action="store_true")
    parser.add_argument("--no-anchor", action="store_true")
    parser.add_argument("--no-times", action="store_true")
    parser.add_argument("--model", action="store_true", help="score the configured model too; it costs money")
    options = parser.parse_args(arguments)
    tallies = _tallies()
    if options.model and sets.public_folder().is_dir():
        from benchmarks.reading import model  # noqa: PLC0415  (a second, and only where it is asked for)

        tally = model.score(sets.public())
        if tally is None:
            _say("the model was not scored: AUTOFATTURE_ANTHROPIC_API_KEY is not set")
        else:
            tallies["public/model"] = tally
    _print_fields(tallies)
    if sets.public_folder().is_dir():
        _print_times(with_times=not options.no_times, with_anchor=not options.no_anchor)
    numbers = {name: tally.numbers() for name, tally in tallies.items() if name != "public/model"}
    if options.write_baseline:
        BASELINE.write_text(json.dumps(numbers, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    return _compare(numbers)


def _tallies() -> dict[str, Tally]:
    found: dict[str, Tally] = {}
    if sets.public_folder().is_dir():
        cases = list(sets.public())
        found["public/offline"] = _offline(cases)
        found["public/embedded"], found["public/best"] = _embedded(cases)
    else:
        _say("the public set (../shared/data) is not on this machine: only our own sets are scored\n")
    found["samples/offline"] = _offline(sets.samples())
    found["invented/offline"] = _offline(sets.invented())
    return found


def _offline(cases: Iterable[sets.Case]) -> Tally:
    """The page alone, over documents whose text can be read."""
    tally = Tally()
    for case in cases:
        if case.text:
            with opened(case.source) as document:
                result = read_offline(read_pages(document))
            tally.add(case.name, result, case.truth)
            good, found = grounded(case.source, result)
            tally.grounded += good
            tally.found += found
    return tally


def _embedded(cases: Iterable[sets.Case]) -> tuple[Tally, Tally]:
    """The XML alone against its own values, and what the product gives: XML checked against the page, else the page."""
    exact, best = Tally(), Tally()
    for case in cases:
        with opened(case.source) as document:
            found, pages = find_embedded(embedded_files(document)), read_pages(document)
        page = read_offline(pages)
        if case.embedded and found.result is not None and not case.truth.get("xml_conflict"):
            exact.add(case.name, found.result, case.truth)
        if case.text:
            best.add(case.name, _best(found.result, page), case.truth)
    return exact, best


def _best(exact: Result | None, page: Result) -> Result:
    if exact is None:
        return page
    compare(exact, page)
    return best_of(exact, page)


def _print_fields(tallies: dict[str, Tally]) -> None:
    names = list(tallies)
    _say(f"{'field':26}" + "".join(f"{name:>20}" for name in names))
    for field in FIELDS:
        cells = []
        for tally in tallies.values():
            value = tally.percent(field)
            cells.append(f"{'-' if value is None else f'{value} ({tally.scored[field]})':>20}")
        _say(f"{field:26}" + "".join(cells))
    for label, shares in (
        ("documents without a miss", [(tally.clean, tally.documents) for tally in tallies.values()]),
        ("sure and wrong / sure", [(len(tally.sure_and_wrong), tally.sure) for tally in tallies.values()]),
        ("right / sicuro", [tuple(tally.checked[Confidence.SICURO]) for tally in tallies.values()]),
        ("right / da_controllare", [tuple(tally.checked[Confidence.DA_CONTROLLARE]) for tally in tallies.values()]),
        ("grounded / found", [(tally.grounded, tally.found) for tally in tallies.values()]),
    ):
        _say(f"{label:26}" + "".join(f"{f'{part}/{whole}':>20}" for part, whole in shares))
    for name, tally in tallies.items():
        for miss in tally.sure_and_wrong:
            _say(f"sure and wrong in {name}: {miss}")


def _print_times(*, with_times: bool, with_anchor: bool) -> None:
    anchor = _anchor() if with_anchor else None
    if anchor:
        cells = ", ".join(f"{name} {value} %" for name, value in anchor["percent"].items())
        _say(f"\ninvoice2data, same files, same run: {cells}; median {anchor['median_ms']} ms a file")
    if not with_times:
        return
    sources = [case.source for case in sets.public()]
    ours, text = timing.median_ms(timing.read_document, sources), timing.median_ms(timing.read_text, sources)
    _say(f"offline, processor time: median {ours} ms a file; text extraction alone {text} ms; ratio {ours / text:.1f}")
    _say(f"autofatture read, start to answer: {timing.command_seconds(sets.public_folder() / 'de_hetzner.pdf')} s")
    _say(f"fifty pages: {timing.fifty_pages_megabytes():.0f} MB")


def _anchor() -> dict[str, Any] | None:
    """invoice2data needs an environment of its own: what it depends on does not go with ours."""
    if shutil.which("pdftotext") is None:
        _say("invoice2data was not measured: it needs the program pdftotext (package poppler-utils)")
        return None
    script = Path(__file__).with_name("templates_anchor.py")
    command = [
        "uv",
        "run",
        "--quiet",
        "--isolated",
        "--only-group",
        "bench",
        "python",
        str(script),
        str(sets.public_folder()),
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=600, cwd=sets.ROOT)  # noqa: S603
        answer: dict[str, Any] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        _say(f"invoice2data was not measured: {type(error).__name__}")
        return None
    return answer


def _compare(numbers: dict[str, dict[str, float]]) -> int:
    if not BASELINE.is_file():
        _say("no baseline is stored: run with --write-baseline")
        return 1
    stored = json.loads(BASELINE.read_text(encoding="utf-8"))
    fallen = [
        f"{name}/{field}: {before} -> {numbers[name].get(field)}"
        for name, fields in stored.items()
        if name in numbers
        for field, before in fields.items()
        if numbers[name].get(field, 0.0) < before - TOLERANCE
    ]
    for line in fallen:
        _say(f"FALLEN {line}")
    return 1 if fallen else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
