"""``autofatture check FILE.xml``: what SdI would refuse, as a JSON array."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path

from autofatture.adapters.fatturapa.check import check_file
from autofatture.adapters.fatturapa.container import NotAFatturaPA
from autofatture.domain.deadlines import rome_date

ACCEPTED, REFUSED, UNREADABLE = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="un file FatturaPA, .xml o .xml.p7m")
    parser.add_argument(
        "--at", type=dt.date.fromisoformat, metavar="DATA", help="il giorno dell'invio (senza: oggi in Italia)"
    )


def run(args: argparse.Namespace) -> int:
    """Print the findings. Exit 0 if SdI would take the file, 1 if it would refuse it, 2 if it cannot be opened."""
    try:
        data = Path(args.file).read_bytes()
        findings = check_file(data, today=args.at or rome_date(dt.datetime.now(dt.UTC)))
    except OSError as error:
        print(f"{args.file}: non si può aprire ({error.__class__.__name__})", file=sys.stderr)  # noqa: T201
        return UNREADABLE
    except NotAFatturaPA as error:
        print(f"{args.file}: {error.message}", file=sys.stderr)  # noqa: T201
        return UNREADABLE
    print(json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=2))  # noqa: T201
    return REFUSED if findings else ACCEPTED
