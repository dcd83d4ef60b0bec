"""The demo on a running stack: its people, and where to go with what."""

from __future__ import annotations

from local import people
from local.stack import Stack


def create(stack: Stack) -> None:
    """The demo users with their companies in the sandbox, ready to link. The accountant's code brought the client."""
    control = people.SandboxControl(stack.place)
    try:
        control.have_companies()
    finally:
        control.close()
    with people.signed_in(stack, people.ACCOUNTANT) as accountant:
        code = accountant.call("GET", "/referral")["code"]
    people.signed_in(stack, people.CLIENT, referral_code=code).close()


def code_command(stack: Stack) -> str:
    """What prints the six digits of the accountant's authenticator app."""
    name = stack.place.name
    return ".venv/bin/python -m local code" + (f" --name {name}" if name != "run" else "")


def print_code(stack: Stack) -> None:
    """The second factor of each person who has one, good for at most 30 seconds."""
    for person in people.PEOPLE:
        secret = people.Authenticator(stack.place).secret(person)
        if secret:
            stack.say(f"{people.totp(secret)}  {person.email}")


def print_addresses(stack: Stack) -> None:
    stack.say("")
    stack.say(f"  the app       {stack.place.public_url}")
    stack.say(f"  the sandbox   {stack.place.sandbox_url}/fattureincloud/app")
    for person in people.PEOPLE:
        stack.say(f"  log in as     {person.email}  {person.password}")
        if people.Authenticator(stack.place).secret(person):
            stack.say(f"    code        {code_command(stack)}")
        stack.say(f"    with FiC    {person.fic_email}  {person.fic_password}")
    stack.say("  Ctrl-C stops everything; the next `make run` goes on from here.")
