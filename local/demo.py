"""The demo on a running stack: its people, and where to go with what."""

from __future__ import annotations

from local import people
from local.stack import Stack


def create(stack: Stack) -> None:
    """The demo users with their companies in the sandbox, ready to link."""
    control = people.SandboxControl(stack.place)
    try:
        control.have_companies()
    finally:
        control.close()
    for person in people.PEOPLE:
        people.signed_in(stack, person).close()


def print_addresses(stack: Stack) -> None:
    stack.say("")
    stack.say(f"  the app       {stack.place.public_url}")
    stack.say(f"  the sandbox   {stack.place.sandbox_url}/fattureincloud/app")
    for person in people.PEOPLE:
        stack.say(f"  log in as     {person.email}  {person.password}")
        stack.say(f"    with FiC    {person.fic_email}  {person.fic_password}")
    stack.say("  Ctrl-C stops everything; the next `make run` goes on from here.")
