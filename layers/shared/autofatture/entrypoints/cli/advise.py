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
from autofatture.domain.decision.dates import exchange_day
from autofatture.domain.decision.situation import Situation
from autofatture.domain.facts import Facts
from autofatture.entrypoints.cli.facts_file import NoFacts, facts_of_file

UNREADABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="JSON con i fatti, o ciò che stampa `autofatture read --json`; - per stdin")
    parser.add_argument(
        "--at",
        type=dt.date.fromisoformat,
        metavar="DATA",
        help="il giorno della domanda (senza: oggi in Italia); il ritardo si giudica da qui",
    )
    parser.add_argument("--all", action="store_true", help="stampa anche le norme citate e la regola del termine")


def run(args: argparse.Namespace) -> int:
    """Print the advice. Exit 0; 2 with one line of reason for a file that holds no facts."""
    try:
        facts = facts_of_file(args.file)
    except NoFacts as reason:
        print(reason, file=sys.stderr)  # noqa: T201  (a command speaks to its terminal)
        return UNREADABLE
    advice = advise(facts, at=args.at or rome_date(dt.datetime.now(dt.UTC)))
    answer = json.dumps(_output(facts, advice, everything=args.all), ensure_ascii=False, indent=2)
    # JSON can carry half a character (a lone surrogate), which no terminal can print.
    print(answer.encode("utf-8", "replace").decode())  # noqa: T201  (its output)
    return 0


def _output(facts: Facts, advice: Advice, *, everything: bool) -> dict[str, Any]:
    data = advice.model_dump(mode="json")
    if advice.exchange_rate is None:
        data["exchange_rate"] = _rate_to_be_had(facts)
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
        "lateness",
    )
    return data if everything else {key: data[key] for key in brief}


def _rate_to_be_had(facts: Facts) -> dict[str, Any] | None:
    """Offline the rate itself is not known, and nothing stands in for it: the day that it must have is."""
    situation = Situation(facts)
    day = exchange_day(situation)
    if day is None:
        return None
    known = {"currency": situation.currency, "day": day.day.isoformat(), "reason": day.reason}
    return {**known, "units_per_eur": None, "source": None}
