"""``make test``: every test of Python, in two processes side by side.

The tests on the deployed stack mostly wait for it, the others mostly compute; one after the other they would take the
sum of both. What the first process says is shown when the second one has ended, so that no two reports mix.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from local.place import ROOT

ON_THE_STACK = ("tests/integration", "tests/workflow", "tests/e2e/stack")
"""Folders whose tests share one running stack, and therefore one process."""


def commands() -> tuple[list[str], list[str]]:
    """The two runs: on the stack, and all that is left in ``tests``, whatever its folder."""
    pytest = [sys.executable, "-m", "pytest"]
    beside = [f"--ignore={folder}" for folder in ON_THE_STACK]
    return (
        [*pytest, "-o", "cache_dir=.pytest_cache/stack", *ON_THE_STACK],
        [*pytest, "tests", *beside],
    )


def run(log: Path) -> int:
    """Run both and show them one after the other. 0 if both passed."""
    first, second = commands()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        stack = subprocess.Popen(first, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
    try:
        code = subprocess.run(second, cwd=ROOT, check=False).returncode
        print("\n\nThe tests on the running stack, which began at the same time:\n", flush=True)
        stack_code = _follow(stack, log)
    except KeyboardInterrupt:
        # The terminal told both; the stack is stopped by its own process.
        stack.wait()
        return 130
    for name, ended in (("stack", stack_code), ("all others", code)):
        print(f"tests, {name}: {'passed' if ended == 0 else f'FAILED (exit code {ended})'}", flush=True)
    return code or stack_code


def _follow(process: subprocess.Popen[bytes], log: Path) -> int:
    with log.open("rb") as lines:
        while True:
            ended = process.poll()
            sys.stdout.buffer.write(lines.read())
            sys.stdout.flush()
            if ended is not None:
                return ended
            time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(run(ROOT / ".local" / "tests-stack.log"))
