"""``autofatture advise FILE.json``: the decision from the facts, as JSON."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from typing import Any

from autofatture.domain.advice import Advice
from autofatture.domain.deadlines import rome_date
from autofatture.domain.decision import advise
from autofatture.entrypoints.cli.facts_file import NoFacts, facts_of_file

UNREADABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="JSON with the facts, or the output of `autofatture read --json`; - for stdin")
    parser.add_argument(
        "--at",
        type=dt.date.fromisoformat,
        metavar="DATE",
        help="the day of the question (default: today in Italy); lateness is judged against it",
    )
    parser.add_argument("--all", action="store_true", help="also print notes, law, letters, lateness and confidence")


def run(args: argparse.Namespace) -> int:
    """Print the advice. Exit 0; 2 with one line of reason for a file that holds no facts."""
    try:
        facts = facts_of_file(args.file)
    except NoFacts as reason:
        print(reason, file=sys.stderr)  # noqa: T201  (a command speaks to its terminal)
        return UNREADABLE
    advice = advise(facts, at=args.at or rome_date(dt.datetime.now(dt.UTC)))
    answer = json.dumps(_output(advice, everything=args.all), ensure_ascii=False, indent=2)
    # JSON can carry half a character (a lone surrogate), which no terminal can print.
    print(answer.encode("utf-8", "replace").decode())  # noqa: T201  (its output)
    return 0


def _output(advice: Advice, *, everything: bool) -> dict[str, Any]:
    data = advice.model_dump(mode="json")
    rate = data["exchange_rate"]
    if rate is None and advice.exchange_rate_day is not None:
        # Offline the rate itself is not known: the day that it must have is.
        data["exchange_rate"] = {"day": data["exchange_rate_day"], "units_per_eur": None, "source": None}
    brief = (
        "outcome",
        "vat_treatment",
        "reason",
        "rule",
        "alternatives",
        "questions",
        "document_date",
        "vat_period",
        "deadline",
        "deadline_effective",
        "exchange_rate",
        "confidence",
        "correction",
        "notes",
        "causale",
    )
    return data if everything else {key: data[key] for key in brief}
