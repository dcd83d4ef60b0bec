"""The deployed state machine on the emulator, with permissions enforced and the sandbox of Fatture in Cloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local.stack import Stack
from tests.workflow.office import Office


@pytest.fixture(scope="session")
def linked(stack: Stack) -> Iterator[Office]:
    """A client whose company is linked; the sweeper acts on rows that are a second old."""
    office = Office(stack)
    client = office.aws("lambda")
    name = f"{stack.place.stack_name}-workflow-resume"
    variables = client.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    client.update_function_configuration(
        FunctionName=name, Environment={"Variables": {**variables, "AUTOFATTURE_RESUME_GRACE_SECONDS": "1"}}
    )
    office.link()
    office.give_credits(500)
    office.control.put("/options", json={"sdi_delays": [0.2, 0.2, 0.2]}).raise_for_status()
    yield office
    office.close()


@pytest.fixture
def office(linked: Office) -> Iterator[Office]:
    """Without faults before and after."""
    linked.clear()
    yield linked
    linked.clear()
