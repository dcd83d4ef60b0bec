"""The stack is stopped and started while documents wait: each finishes, and once.

The first module of its folder by its name: a restart resumes everything that other tests left open, and that is dozens
of functions started at once.
"""

from __future__ import annotations

import pytest

from local.stack import Stack
from tests.workflow.office import Office

pytestmark = pytest.mark.emulator


def test_documents_that_wait_outlive_a_restart(office: Office, stack: Stack) -> None:
    """Executions and their tokens are gone after a restart of the emulator; the rows are the truth."""
    # Given
    in_review = office.upload()
    office.in_review(in_review)
    at_sdi = office.upload()
    office.invia(at_sdi)
    office.created(at_sdi)
    office.waits_in(at_sdi, "AwaitSdi")

    # When
    stack.stop()
    stack.up()
    office.resume()

    # Then
    office.waits_in(in_review, "OpenReview", run=2)
    office.waits_in(at_sdi, "AwaitSdi", run=2)
    office.send(in_review, office.complete(in_review)["version"])
    office.created(in_review)
    for path in (in_review, at_sdi):
        office.client_sends(path)
        office.finished(path)
        assert len(office.in_fic(path)) == 1
