"""What a function loads before its first line: no environment, no AWS, nothing heavy, and not for long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.infrastructure.product_template import ROOT

FUNCTIONS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/app.py"))
MODULES = sorted(
    path.relative_to(ROOT / "layers" / "shared").with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in (ROOT / "layers" / "shared").rglob("*.py")
)
HEAVY = {"anthropic", "httpx2", "lxml", "pypdf", "pypdfium2"}
"""Modules of the reading layer, or that cost more than all others together; functions that need them load them at their first use."""

IMPORT_SECONDS = 3.0
"""Processor time, on a slow machine: six times what it takes on a quick one. A heavy module at import exceeds it."""

PROGRAM = """
import json, sys, time
began = time.process_time()
__import__(sys.argv[1])
print(json.dumps({"seconds": time.process_time() - began, "modules": sorted({name.partition(".")[0] for name in sys.modules})}))
"""


def _imported(module: str, folder: Path) -> dict[str, object]:
    """Import in a child without environment, credentials, home or configuration."""
    path = [str(folder), str(ROOT / "layers" / "shared")]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, module],
        env={"PYTHONPATH": os.pathsep.join(path), "PATH": "/nowhere"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_imports_anywhere_quickly_and_lightly(function: str):
    found = _imported("app", ROOT / "functions" / function)
    assert isinstance(found["modules"], list)
    assert not HEAVY & set(found["modules"])
    assert float(str(found["seconds"])) < IMPORT_SECONDS


def test_every_module_of_the_package_imports_without_environment():
    """In one child, for speed; the failing module's name is in the trace."""
    program = f"import importlib\nfor name in {MODULES!r}: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={"PYTHONPATH": str(ROOT / "layers" / "shared"), "PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_there_is_something_to_import():
    assert len(FUNCTIONS) > 20
    assert len(MODULES) > 20
