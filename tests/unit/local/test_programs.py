"""Children of a local stack, found again by another process."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from local.place import Place
from local.programs import Program
from local.stack import Stack

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_a_program_that_another_process_replaced_is_the_new_one(tmp_path: Path) -> None:
    """A stack that another terminal had brought up to date left its new front running when it stopped."""
    # Given a program that we started
    ours = Program("front", tmp_path, tmp_path)
    ours.start(SLEEPER, environment={}, cwd=tmp_path)
    first = ours.pid
    # When another process puts a new one in its place
    theirs = Program("front", tmp_path, tmp_path)
    theirs.stop()
    theirs.start(SLEEPER, environment={}, cwd=tmp_path)
    # Then it is the one that we see and stop
    assert ours.pid == theirs.pid != first
    ours.stop()
    assert theirs.pid is None


def test_a_stack_under_update_has_not_ended(tmp_path: Path) -> None:
    """``deploy`` in another terminal ended the stack: its front is down for a while."""
    # Given a stack of which only two programs run
    place = Place("a", 1, 2, 3, root=tmp_path)
    place.make_folders()
    stack = Stack(place)
    for program in (stack.aws, stack.sandbox):
        program.remember(os.getpid())
    assert [program.name for program in stack.ended()] == ["front"]
    # When another terminal brings it up to date
    updater = Program("update", place.folder, place.logs)
    updater.start(SLEEPER, environment={}, cwd=tmp_path)
    # Then nothing has ended until that process is over
    assert stack.ended() == []
    updater.stop()
    time.sleep(0.01)
    assert [program.name for program in stack.ended()] == ["front"]
