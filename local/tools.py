"""Environments that the stack needs beside our own: sam, the functions', Node. All under ``.local/``."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from local import requirements
from local.place import Place


class Missing(Exception):
    """Something that this machine has to bring; the message is one sentence that says what."""


def uv(place: Place) -> str:
    """uv, from the machine or as ``make`` put it into ``.local/tools``.

    Raises:
        Missing: neither is there.
    """
    ours = place.shared_tools / "tools" / "bin" / "uv"
    found = str(ours) if ours.is_file() else shutil.which("uv")
    if not found:
        raise Missing("uv is missing: `make setup` installs it into .local/tools, or install it yourself")
    return found


_under_way: set[subprocess.Popen[str]] = set()


def run(command: Sequence[str | Path], *, cwd: Path, environment: dict[str, str] | None = None, log: Path) -> None:
    """Run to the end, output into ``log``.

    Raises:
        subprocess.CalledProcessError: with the end of its output.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as out:
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        _under_way.add(child)
        try:
            code = child.wait()
        except BaseException:
            _end(child)
            raise
        finally:
            _under_way.discard(child)
    if code:
        text = log.read_text(encoding="utf-8", errors="replace")
        raise subprocess.CalledProcessError(code, str(command[0]), output=text[-4000:])


def abort() -> None:
    """End what :func:`run` still does in other threads: somebody wants to stop."""
    for child in list(_under_way):
        _end(child)


def _end(child: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


@contextlib.contextmanager
def exclusively(place: Place) -> Iterator[None]:
    """Environments and layers are shared by the places of a checkout: one makes them, the others wait and find them."""
    place.shared_tools.mkdir(parents=True, exist_ok=True)
    with (place.shared_tools / "tools.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _stamped(folder: Path, stamp: str) -> bool:
    """True when ``folder`` was finished for this very content."""
    marker = folder / ".complete"
    return marker.is_file() and marker.read_text(encoding="utf-8") == stamp


def _stamp(folder: Path, stamp: str) -> None:
    (folder / ".complete").write_text(stamp, encoding="utf-8")


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def sam(place: Place) -> Path:
    """The ``sam`` program, in an environment of its own: it pins boto3, click and others."""
    folder = place.shared_tools / "venvs" / "sam"
    stamp = _hash((place.root / "uv.lock").read_text(encoding="utf-8"), sys.version)
    if not _stamped(folder, stamp):
        environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
        environment["UV_PROJECT_ENVIRONMENT"] = str(folder)
        command = [uv(place), "sync", "--frozen", "--quiet", "--only-group", "sam", "--python", sys.executable]
        run(command, cwd=place.root, environment=environment, log=place.logs / "install-sam.log")
        _stamp(folder, stamp)
    return folder / "bin" / "sam"


def functions_python(place: Place) -> Path:
    """The interpreter of the functions: it holds AWS's runtime client and nothing of ours."""
    folder = place.shared_tools / "venvs" / "functions"
    wanted = requirements.runtime_client(place.root, uv(place))
    stamp = _hash(wanted, sys.version)
    if not _stamped(folder, stamp):
        log = place.logs / "install-functions.log"
        shutil.rmtree(folder, ignore_errors=True)
        run([uv(place), "venv", "--quiet", "--python", sys.executable, folder], cwd=place.root, log=log)
        listing = folder / "requirements.txt"
        listing.write_text(wanted, encoding="utf-8")
        python = str(folder / "bin" / "python")
        command = [uv(place), "pip", "sync", "--quiet", "--compile-bytecode", "--python", python, str(listing)]
        run(command, cwd=place.root, log=log)
        _stamp(folder, stamp)
    return folder / "bin" / "python"


def layer(place: Place, name: str) -> Path:
    """The packages of a layer for this machine's interpreter, from the file that the real layer is built from."""
    listing = place.root / "layers" / name / "requirements.txt"
    folder = place.shared_tools / "layers" / name
    stamp = _hash(listing.read_text(encoding="utf-8"), sys.version)
    if not _stamped(folder, stamp):
        shutil.rmtree(folder, ignore_errors=True)
        command = [uv(place), "pip", "install", "--quiet", "--require-hashes", "--no-deps", "--compile-bytecode"]
        command += ["--python", sys.executable, "--target", str(folder), "--requirement", str(listing)]
        run(command, cwd=place.root, log=place.logs / f"install-{name}.log")
        _stamp(folder, stamp)
    return folder


def shared_package(place: Place) -> Path:
    """A copy of layers/shared as it stands now: an edit reaches a running stack by deployment, not by surprise."""
    source = place.root / "layers" / "shared"
    folder = place.shared_tools / "layers" / f"shared-{content_hash([source])}"
    if not _stamped(folder, "1"):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
        run([sys.executable, "-m", "compileall", "-q", folder], cwd=place.root, log=place.logs / "compile.log")
        _stamp(folder, "1")
    return folder


def content_hash(roots: Sequence[Path], *more: str) -> str:
    """Names and bytes of every file below ``roots``."""
    digest = hashlib.sha256("\0".join(more).encode())
    for root in roots:
        files = [root] if root.is_file() else sorted(path for path in root.rglob("*") if path.is_file())
        for path in files:
            if "__pycache__" in path.parts:
                continue
            digest.update(str(path.relative_to(root.parent)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
