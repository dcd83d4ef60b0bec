"""A command line that was mistyped: one Italian sentence on stderr, exit status 2."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

MISTYPED = 2

_WORDS = (
    (r"the following arguments are required: (.*)", r"manca {0}"),
    (r"unrecognized arguments: (.*)", r"non conosco {0}"),
    (r"argument (\S+): expected one argument", r"{0} vuole un valore"),
    (r"argument (\S+): expected at least one argument", r"{0} vuole almeno un valore"),
    (r"argument (\S+): invalid choice: (\S+?),? \(choose from (.*)\)", r"{0} non ammette {1}: scegli tra {2}"),
    (r"argument (\S+): invalid (?:fromisoformat|date) value: (.*)", r"{0} vuole una data AAAA-MM-GG e non {1}"),
    (r"argument (\S+): invalid \S+ value: (.*)", r"{0} non ammette il valore {1}"),
    (r"argument (\S+): not allowed with argument (.*)", r"{0} e {1} non vanno insieme"),
    (r"argument (\S+): ignored explicit argument (.*)", r"{0} non vuole un valore"),
    (r"ambiguous option: (\S+) could match (.*)", r"{0} può voler dire {1}"),
)
"""What argparse says in English, and the same in Italian."""
_NAMES = {"COMMAND": "il comando", "file": "FILE"}


class Parser(argparse.ArgumentParser):
    """Says in Italian what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Print one sentence and leave with status 2."""
        usage = " ".join(self.format_usage().removeprefix("usage:").split())
        print(f"{self.prog}: {in_italian(message)}. Uso: {usage}", file=sys.stderr)  # noqa: T201
        raise SystemExit(MISTYPED)


def in_italian(message: str) -> str:
    """The sentence of argparse in Italian; one that is not known becomes a general one."""
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, message)
        if found:
            return words.format(*(_NAMES.get(part, part) for part in found.groups()))
    return "argomenti non validi"
