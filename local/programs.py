"""Child programs of a local stack: started with a chosen environment, watched, stopped cleanly."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

STOP_SECONDS = 30.0
"""How long a program may take to write its state. A killed emulator loses everything since its start."""


class DidNotStart(Exception):
    """A program ended, or did not answer in time. The message names its log."""


class Program:
    """One child, remembered in a file so that another process can find and stop it."""

    def __init__(self, name: str, folder: Path, logs: Path) -> None:
        self.name = name
        self.log = logs / f"{name}.log"
        self._memory = folder / f"{name}.pid"
        self._child: subprocess.Popen[bytes] | None = None

    def start(self, command: Sequence[str], *, environment: Mapping[str, str], cwd: Path) -> None:
        with self.log.open("ab") as log:
            # Its own session: a Ctrl-C in the terminal reaches us alone, and we stop the children in order.
            self._child = subprocess.Popen(
                list(command),
                env=dict(environment),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.remember(self._child.pid)

    def remember(self, pid: int) -> None:
        """Write down which process it is."""
        self._memory.write_text(json.dumps({"pid": pid, "started": _start_time(pid)}), encoding="utf-8")

    def forget(self) -> None:
        self._memory.unlink(missing_ok=True)

    @property
    def pid(self) -> int | None:
        """The process, if it is alive and still the one that was started."""
        if self._child is not None and self._child.poll() is None:
            return self._child.pid
        # Another process may have put a new one in its place.
        with contextlib.suppress(OSError, ValueError, KeyError):
            memory = json.loads(self._memory.read_text(encoding="utf-8"))
            if _start_time(memory["pid"]) == memory["started"] != "":
                return int(memory["pid"])
        return None

    def stop(self) -> None:
        """Ask it to end and wait; its children get the same signal only if they outlive it."""
        pid = self.pid
        if pid is not None:
            os.kill(pid, signal.SIGTERM)
            deadline = time.monotonic() + STOP_SECONDS
            while self.pid is not None and time.monotonic() < deadline:
                time.sleep(0.05)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
        self.forget()

    def release(self) -> None:
        """Leave it running after this process has ended, without the warning about a child nobody waited for."""
        if self._child is not None:
            self._child.returncode = 0
            self._child = None

    def wait_for(self, url: str, *, seconds: float, context: ssl.SSLContext | None = None) -> None:
        """Wait until ``url`` answers with success.

        Raises:
            DidNotStart: it ended or did not answer.
        """
        wait(lambda: self.pid is None or answers(url, context=context), seconds=seconds)
        if self.pid is None or not answers(url, context=context):
            raise DidNotStart(f"{self.name} did not start; its log is {self.log}\n{self.tail()}")

    def tail(self, lines: int = 15) -> str:
        if not self.log.is_file():
            return ""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def _start_time(pid: int) -> str:
    """Something that changes when a process number is used again; empty where there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        done = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return done.stdout.strip()
    fields = stat.rpartition(")")[2].split()
    return "" if fields[0] == "Z" else fields[19]


def answers(url: str, *, context: ssl.SSLContext | None = None) -> bool:
    """A GET succeeds. Only addresses of this machine are asked, so no proxy of the shell comes between."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    try:
        with opener.open(url, timeout=10) as answer:
            return bool(answer.status < 400)
    except (OSError, urllib.error.URLError):
        return False


def wait(ready: Callable[[], bool], *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return True
        time.sleep(0.1)
    return ready()
