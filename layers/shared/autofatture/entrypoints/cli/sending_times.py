"""``autofatture sending-times [COMPANY …]``: per company, days from created to sent."""

from __future__ import annotations

import argparse

from autofatture.bootstrap.sending_times import sending_times
from autofatture.services.sending_times import CompanyTimes

_HEAD = ("company", "sent", "median", "longest", "waiting", "oldest", "late", "name")
_LINE = "{:<12} {:>6} {:>7} {:>8} {:>8} {:>7} {:>5}  {}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("company", nargs="*", help="FiC company ids; none: all that created something in 30 days")


def run(args: argparse.Namespace) -> int:
    """Exit status 0."""
    print(_LINE.format(*_HEAD))  # noqa: T201  (a console command answers so)
    for times in sending_times().of(args.company):
        print(_line(times))  # noqa: T201  (a console command answers so)
    return 0


def _line(times: CompanyTimes) -> str:
    numbers = (times.sent, times.median_days, times.longest_days, times.waiting, times.oldest_waiting_days, times.late)
    return _LINE.format(times.company_id, *("-" if each is None else f"{each:g}" for each in numbers), times.name)
