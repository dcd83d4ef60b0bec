"""``make bench``: what each function costs to import, then how well and how fast invoices are read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import time; began = time.process_time(); import app; print(time.process_time() - began)"


def import_seconds(folder: Path) -> float:
    """Processor seconds that the module of a function takes in a fresh process."""
    path = f"{folder}:{ROOT / 'layers' / 'shared'}"
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(  # noqa: S603  (our own interpreter and a constant program)
        command, env={"PYTHONPATH": path}, cwd=folder, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> int:
    print("import of each function, processor seconds")  # noqa: T201
    for module in sorted((ROOT / "functions").glob("*/app.py")):
        print(f"  {module.parent.name:28} {import_seconds(module.parent):.2f}")  # noqa: T201
    command = [sys.executable, "-m", "benchmarks.reading"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603  (our own module)


if __name__ == "__main__":
    sys.exit(main())
