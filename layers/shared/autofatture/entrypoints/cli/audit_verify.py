"""``autofatture audit-verify TENANT``: recompute the chain of one tenant's audit trail."""

from __future__ import annotations

import argparse

from autofatture.bootstrap.accounts import audit_seal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tenant", help="COMPANY#id, STUDIO#id or USER#id")


def run(args: argparse.Namespace) -> int:
    """Exit status 0 when the chain is whole, 1 when an hour of it does not fit."""
    broken = audit_seal().verify(args.tenant)
    for hour in broken:
        print(f"{hour}: the seal does not fit the entries")  # noqa: T201  (a console command answers so)
    if not broken:
        print("the chain is whole")  # noqa: T201  (a console command answers so)
    return 1 if broken else 0
