"""``autofatture advise FILE.json``: the decision from the facts, as JSON."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="JSON with the facts, or the output of `autofatture read --json`; - for stdin")


def run(args: argparse.Namespace) -> int:
    raise NotImplementedError(args.file)
