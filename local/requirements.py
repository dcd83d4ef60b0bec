"""The requirements of the layers, exported from uv.lock. The same export makes the local functions' environment."""

from __future__ import annotations

import subprocess
from pathlib import Path

READING_ROOTS = ("anthropic", "pypdf", "pypdfium2")
"""What only the functions that read documents import; with what only these need, it goes to layers/reading."""

HEADER = "# Exported from uv.lock by `python -m local requirements`; do not edit.\n"


def _export(root: Path, uv: str, *options: str) -> list[str]:
    """Requirements with hashes, one text block a package."""
    command = [uv, "export", "--frozen", "--quiet", "--no-header", "--no-annotate", "--no-emit-project", *options]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    blocks: list[str] = []
    for line in done.stdout.splitlines(keepends=True):
        if line[:1].isspace():
            blocks[-1] += line
        elif line.strip():
            blocks.append(line)
    return blocks


def exported(root: Path, uv: str = "uv") -> dict[str, str]:
    """The text of each layer's requirements.txt, by layer, as the lock says now."""
    pruned = [option for name in READING_ROOTS for option in ("--prune", name)]
    everything = _export(root, uv, "--no-default-groups")
    dependencies = _export(root, uv, "--no-default-groups", *pruned)
    reading = [block for block in everything if block not in dependencies]
    return {"dependencies": HEADER + "".join(dependencies), "reading": HEADER + "".join(reading)}


def runtime_client(root: Path, uv: str = "uv") -> str:
    """AWS's runtime client with what it needs, for the interpreter that runs the functions here."""
    return "".join(_export(root, uv, "--only-group", "emulator", "--prune", "ministack"))


def write(root: Path, uv: str = "uv") -> None:
    for layer, text in exported(root, uv).items():
        (root / "layers" / layer / "requirements.txt").write_text(text, encoding="utf-8")
