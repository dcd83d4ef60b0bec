"""``make test`` runs every test once, and its parts never meet on one stack."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path

import pytest

from local import suite, tools
from local.place import ROOT
from tests.local_stack import PLACES, place_of_tests

FOLDERS = [folder for part in suite.ON_A_STACK for folder in part.folders]


def test_every_folder_of_a_part_is_left_out_of_the_others():
    assert len(FOLDERS) == len(set(FOLDERS))
    assert all((ROOT / folder).is_dir() for folder in FOLDERS)
    assert [argument.removeprefix("--ignore=") for argument in suite.others() if "--ignore=" in argument] == FOLDERS


@pytest.mark.parametrize("part", suite.ON_A_STACK, ids=lambda part: part.name)
def test_a_part_has_a_stack_of_its_own(part: suite.Part):
    assert f"tests-{part.environment['AUTOFATTURE_STACK_OF_TESTS']}" in PLACES
    assert f"cache_dir=.pytest_cache/{part.name}" in part.command


def test_no_two_places_share_a_port():
    ports = [port for name in PLACES for port in place_of_tests(name).ports().values()]
    assert len(ports) == len(set(ports))
    assert max(ports) < 31_000, "the stand-in of the browser tests begins there"


def test_two_stacks_that_start_at_once_prepare_the_tools_one_after_the_other(tmp_path: Path):
    """In a fresh checkout both found no layers, and each removed what the other was unpacking."""
    # Given one of them at work
    at_work, others_turn = place_of_tests("tests-services"), threading.Event()
    here = dataclasses.replace(at_work, root=tmp_path)

    def other() -> None:
        with tools.exclusively(dataclasses.replace(here, name="tests-browser")):
            others_turn.set()

    with tools.exclusively(here):
        # When the other one begins
        waiting = threading.Thread(target=other)
        waiting.start()
        # Then it waits
        assert not others_turn.wait(0.2)
    assert others_turn.wait(10)
    waiting.join()
