"""invoice2data on the same files, in an environment of its own. Prints one JSON object; imports nothing of ours."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any


def main(folder: Path) -> None:
    from invoice2data import extract_data  # noqa: PLC0415  (only in its own environment)
    from invoice2data.extract.loader import read_templates  # noqa: PLC0415

    templates = read_templates()
    right, scored, times = (
        dict.fromkeys(("number", "date", "total"), 0),
        dict.fromkeys(("number", "date", "total"), 0),
        [],
    )
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        start = time.perf_counter()
        found = _read(extract_data, folder / truth["file"], templates)
        times.append(time.perf_counter() - start)
        for name, got, want in (
            ("number", str(found.get("invoice_number", "")), truth["invoice_number"]),
            ("date", str(found.get("date", ""))[:10], truth["invoice_date"]),
            ("total", found.get("amount"), truth["total_gross"]),
        ):
            if want is not None:
                scored[name] += 1
                right[name] += _same(got, want)
    percent = {name: round(100 * right[name] / scored[name], 1) for name in right}
    sys.stdout.write(json.dumps({"percent": percent, "median_ms": round(statistics.median(times) * 1000, 2)}))


def _read(extract: Any, path: Path, templates: Any) -> dict[str, Any]:
    try:
        return extract(str(path), templates=templates) or {}
    except Exception:  # noqa: BLE001  (whatever it does on a file is its result)
        return {}


def _same(got: Any, want: str) -> bool:
    if isinstance(got, int | float):
        return abs(got - float(want)) < 0.005
    return str(got) == want


if __name__ == "__main__":
    main(Path(sys.argv[1]))
