"""The main job, over the public HTTP API only."""

from __future__ import annotations

from local.stack import Stack


class JobFailed(Exception):
    """A step did not lead where it should; the message says which."""


def run(stack: Stack) -> None:
    """Take every sample through the whole job."""
