"""``autofatture advise FILE.json``: the decision from the facts, as JSON."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from autofatture.domain.advice import Advice
from autofatture.domain.deadlines import rome_date
from autofatture.domain.decision import advise
from autofatture.domain.facts import Facts
from autofatture.domain.flat_reading import facts_of_flat_reading, looks_flat

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
        facts = _facts(args.file)
    except (OSError, UnicodeDecodeError) as error:
        return _refuse(f"{args.file}: non si può aprire ({error.__class__.__name__})")
    except json.JSONDecodeError as error:
        return _refuse(f"{args.file}: non è JSON valido (riga {error.lineno}, colonna {error.colno})")
    except ValidationError as error:
        places = "; ".join(
            f"{'.'.join(str(part) for part in one['loc']) or 'oggetto'}: {one['msg']}" for one in error.errors()
        )
        return _refuse(f"{args.file}: fatti non validi ({places})")
    advice = advise(facts, at=args.at or rome_date(dt.datetime.now(dt.UTC)))
    print(json.dumps(_output(advice, everything=args.all), ensure_ascii=False, indent=2))  # noqa: T201  (its output)
    return 0


def _facts(name: str) -> Facts:
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    data = json.loads(text, parse_float=Decimal)
    if isinstance(data, dict) and looks_flat(data):
        return facts_of_flat_reading(data)
    return Facts.model_validate(data)


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


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)  # noqa: T201  (a command speaks to its terminal)
    return UNREADABLE
