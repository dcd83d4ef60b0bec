"""Mistyped commands: one Italian sentence, status 2, nothing on stdout."""

from __future__ import annotations

import pytest

from autofatture.entrypoints.cli import main
from autofatture.entrypoints.cli.usage import in_italian


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "manca il comando"),
        (["advise"], "manca FILE"),
        (["check"], "manca FILE"),
        (["read"], "manca FILE"),
        (["advise", "f.json", "--at", "ieri"], "--at vuole una data AAAA-MM-GG e non 'ieri'"),
        (["check", "f.xml", "--at"], "--at vuole un valore"),
        (["check", "f.xml", "--forza"], "non conosco --forza"),
        (["read", "f.pdf", "--engine", "magia"], "--engine non ammette 'magia': scegli tra"),
        (["adviser"], "il comando non ammette 'adviser': scegli tra"),
    ],
)
def test_a_mistyped_command_is_told_in_italian(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Defect: argparse answered in English, on three lines."""
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert "usage" not in err


def test_what_is_not_known_is_still_italian() -> None:
    assert in_italian("something new") == "argomenti non validi"
