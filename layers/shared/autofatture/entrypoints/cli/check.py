"""``autofatture check FILE.xml``: what SdI would refuse, as a JSON array."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a FatturaPA file, .xml or .xml.p7m")


def run(args: argparse.Namespace) -> int:
    raise NotImplementedError(args.file)
