"""The benchmark itself: a number that falls by more than one point against the stored baseline fails here."""

from __future__ import annotations

import pytest

from benchmarks.reading.__main__ import main


@pytest.mark.shared
def test_no_number_has_fallen(shared_dir, capsys):
    assert shared_dir.is_dir()
    status = main(["--no-anchor", "--no-times"])
    printed = capsys.readouterr().out
    assert status == 0, [line for line in printed.splitlines() if line.startswith("FALLEN")]
    assert "sure and wrong in" not in printed
