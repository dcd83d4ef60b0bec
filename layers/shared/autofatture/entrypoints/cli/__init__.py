"""The console script ``autofatture``.

A command is a module of this package with ``add_arguments(parser)`` and ``run(args) -> int``.
Only the module of the command that runs is imported, so each command starts as fast as it can.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType

from autofatture.entrypoints.cli.usage import Parser

COMMANDS: dict[str, str] = {
    "advise": "quale documento, con quale IVA, entro quando e perché",
    "audit-verify": "la traccia di controllo di uno studio o di un'azienda è integra?",
    "check": "SdI scarterebbe questo file FatturaPA?",
    "grant-credits": "il gestore dà crediti, o registra che sono stati pagati",
    "read": "legge una fattura estera",
    "sending-times": "giorni dalla creazione all'invio, per azienda",
}
"""Command name and one line of help; the module has the name of the command, with ``_`` for ``-``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the exit status of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = arguments[0] if arguments and arguments[0] in COMMANDS else None
    parser = Parser(prog="autofatture", description="Autofatture dalla riga di comando.")
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
