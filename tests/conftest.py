"""Fixtures for every tier."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.local_stack import stack, web_stack

__all__ = ["shared_dir", "stack", "web_stack"]

ROOT = Path(__file__).resolve().parent.parent

# How long an example takes says how busy the machine is: speed has its benchmarks.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def _shared() -> Path:
    return Path(os.environ.get("AUTOFATTURE_SHARED", ROOT.parent / "shared")) / "data"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of public test data. Absent on a stranger's machine: skipped there, a failure in CI."""
    path = _shared()
    if not path.is_dir():
        reason = "the public test data (../shared/data) is not on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Thousands of collected tests live to the end: the collector need not walk over them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests have measured: keystrokes, milliseconds, rows."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    measured = [line for report in reports if report.when == "call" for line in report.user_properties]
    if measured:
        terminalreporter.section("measured")
    for what, value in measured:
        terminalreporter.write_line(f"{value!s:>8}  {what}")
