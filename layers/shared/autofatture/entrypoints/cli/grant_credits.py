"""``autofatture grant-credits``: the operator gives credits, or records a payment. Audited, once per key."""

from __future__ import annotations

import argparse
import getpass
import sys

from autofatture.bootstrap.accounts import granting
from autofatture.domain.errors import AutofattureError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", help="address of the account")
    parser.add_argument("amount", type=int, help="number of credits")
    parser.add_argument("--key", required=True, help="names the event, such as a payment or a ticket: it counts once")
    parser.add_argument("--note", required=True, help="the reason, shown to the account's owner")
    parser.add_argument("--purchase", action="store_true", help="the credits were paid for")
    parser.add_argument("--operator", default=getpass.getuser(), help="who does this, for the audit trail")


def run(args: argparse.Namespace) -> int:
    """Exit status 0 when it was recorded, 1 when it was refused."""
    try:
        granting().grant(
            args.email, args.amount, key=args.key, note=args.note, operator=args.operator, purchase=args.purchase
        )
    except AutofattureError as error:
        print(f"{error.error_code}: {error.message}", file=sys.stderr)  # noqa: T201  (a console command answers so)
        return 1
    print(f"{args.amount} credits recorded for this account")  # noqa: T201  (a console command answers so)
    return 0
