"""``make test``: every test of Python, in three processes side by side.

The tests on a deployed stack mostly wait for it, the others mostly compute; one after the other they would take the
sum of all. Those on a stack are divided again, each part with a stack of its own; on two cores the three take about the
same time. What the processes beside say is shown when the one in front has ended, so that no two reports mix.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from local.place import ROOT


@dataclass(frozen=True)
class Part:
    """Folders whose tests share one running stack, and therefore one process."""

    name: str
    folders: tuple[str, ...]

    @property
    def command(self) -> list[str]:
        return [*PYTEST, "-o", f"cache_dir=.pytest_cache/{self.name}", *self.folders]

    @property
    def environment(self) -> dict[str, str]:
        """The name of its stack: two parts never meet on one."""
        return {**os.environ, "AUTOFATTURE_STACK_OF_TESTS": self.name}


PYTEST = (sys.executable, "-m", "pytest")
ON_A_STACK = (
    Part("services", ("tests/integration", "tests/workflow")),
    Part("browser", ("tests/e2e",)),
)


def others() -> list[str]:
    """All that is left in ``tests``, whatever its folder."""
    return [*PYTEST, "tests", *(f"--ignore={folder}" for part in ON_A_STACK for folder in part.folders)]


def run(logs: Path) -> int:
    """Run all and show them one after the other. 0 if every one passed."""
    logs.mkdir(parents=True, exist_ok=True)
    beside = [(part, _begin(part, _log(logs, part))) for part in ON_A_STACK]
    try:
        codes = {"all others": subprocess.run(others(), cwd=ROOT, check=False).returncode}
        for part, process in beside:
            print(f"\n\nThe tests on a running stack, {part.name}, which began at the same time:\n", flush=True)
            codes[part.name] = _follow(process, _log(logs, part))
    except KeyboardInterrupt:
        # The terminal told all of them; each stops its stack by itself.
        for _, process in beside:
            process.wait()
        return 130
    for name, ended in codes.items():
        print(f"tests, {name}: {'passed' if ended == 0 else f'FAILED (exit code {ended})'}", flush=True)
    return next((code for code in codes.values() if code), 0)


def _log(logs: Path, part: Part) -> Path:
    return logs / f"tests-{part.name}.log"


def _begin(part: Part, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as out:
        return subprocess.Popen(part.command, cwd=ROOT, env=part.environment, stdout=out, stderr=subprocess.STDOUT)


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
    sys.exit(run(ROOT / ".local"))
