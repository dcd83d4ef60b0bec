"""The console script ``autofatture``.

A command is a module of this package with ``add_arguments(parser)`` and ``run(args) -> int``.
Only the module of the command that runs is imported, so each command starts as fast as it can.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType

COMMANDS: dict[str, str] = {
    "advise": "which document, with which VAT, by when and why",
    "audit-verify": "was the audit trail of one tenant tampered with?",
    "check": "would SdI refuse this FatturaPA file?",
    "grant-credits": "the operator gives credits, or records that they were paid for",
    "read": "read a foreign invoice",
    "sending-times": "days from created to sent, per company",
}
"""Command name and one line of help; the module has the name of the command, with ``_`` for ``-``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the exit status of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = arguments[0] if arguments and arguments[0] in COMMANDS else None
    parser = argparse.ArgumentParser(prog="autofatture", description="Autofatture from the command line.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command, summary in COMMANDS.items():
        subparser = subparsers.add_parser(command, help=summary, description=summary)
        if command == name:
            module = _module(command)
            module.add_arguments(subparser)
            subparser.set_defaults(run=module.run)
    args = parser.parse_args(arguments)
    return int(args.run(args))


def _module(command: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{command.replace('-', '_')}")
