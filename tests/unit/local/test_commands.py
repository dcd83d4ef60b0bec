"""What ``python -m local`` says and finds before anything runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from local.__main__ import main
from local.place import Place


def test_a_place_is_found_where_its_stack_listens(tmp_path: Path) -> None:
    """Defect: a stack started on other ports was not found by ``demo`` without the same flags."""
    started = Place("a", 8081, 4567, 8091, tls=True, root=tmp_path)
    started.make_folders()
    started.remember()

    found = Place("a", 8080, 4566, 8090, root=tmp_path).remembered()

    assert found == started


def test_a_place_never_started_is_where_the_flags_say(tmp_path: Path) -> None:
    place = Place("a", 8080, 4566, 8090, root=tmp_path)
    assert place.remembered() == place


@pytest.mark.parametrize("command", ["demo", "job"])
def test_without_a_running_stack_one_sentence_says_so(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Defect: a refused connection came as a page of traceback."""
    code = main([command, "--name", "never-started", "--front-port", "9", "--aws-port", "9", "--sandbox-port", "9"])

    said = capsys.readouterr().err
    assert code == 1
    assert said.startswith("error: no stack answers at http://localhost:9")
    assert "make run" in said
    assert len(said.splitlines()) == 1
