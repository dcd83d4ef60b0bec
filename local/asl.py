"""The state machine's YAML as JSON: the emulator deploys YAML definitions, and then every execution fails.

Run as ``python -m local.asl FILE…`` it lints definitions, with their placeholders filled in.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

PLACEHOLDER = re.compile(r"\$\{(\w+)\}")

_NUMBER = re.compile(r'"\{% (\$\{\w+\}) %\}"')
"""A parameter that is a number. CloudFormation parses the file before it substitutes, so a bare placeholder would end
as a text where Step Functions demands a number; an expression is one. The emulator takes plain numbers only."""


def to_json(definition: Path) -> str:
    """JSON in which an expression that is nothing but a placeholder is the bare placeholder."""
    text = json.dumps(yaml.safe_load(definition.read_text(encoding="utf-8")), indent=2, ensure_ascii=False)
    return _NUMBER.sub(r"\1", text)


def filled(definition: Path, values: dict[str, str] | None = None) -> dict[str, Any]:
    """The definition as Step Functions gets it: every placeholder replaced, by made-up values unless given."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        made_up = f"arn:aws:lambda:eu-south-1:000000000000:function:{name}" if name.endswith("Arn") else "60"
        return (values or {}).get(name, made_up)

    machine: dict[str, Any] = json.loads(PLACEHOLDER.sub(value, to_json(definition)))
    return machine


def expressions(value: Any) -> list[str]:
    """Every JSONata expression in a definition, without its ``{% %}``."""
    if isinstance(value, dict):
        return [found for item in value.values() for found in expressions(item)]
    if isinstance(value, list):
        return [found for item in value for found in expressions(item)]
    if isinstance(value, str) and value.startswith("{%"):
        return [value.removeprefix("{%").removesuffix("%}").strip()]
    return []


def problems(definition: Path) -> list[str]:
    """What is wrong with the structure (statelint) and with the expressions (a JSONata parser)."""
    # Tools of development: a deployment needs neither.
    from jsonata import Jsonata  # noqa: PLC0415
    from jsonata.jexception import JException  # noqa: PLC0415
    from statelint.config import Config  # noqa: PLC0415
    from statelint.linter import Linter  # noqa: PLC0415
    from statelint.problem import ProblemType  # noqa: PLC0415

    machine = filled(definition)
    # This linter takes two things for mistakes: a BackoffRate that is a whole number, and an expression for a time.
    found = [
        str(problem)
        for problem in Linter.validate(machine, Config({ProblemType.FLOAT}))
        if not re.search(r'Timestamp is "\{%', str(problem))
    ]
    for expression in expressions(machine):
        try:
            Jsonata(expression)
        except JException as error:
            found.append(f"{expression}: {error}")
    return found


def main() -> int:
    found = [f"{name}: {problem}" for name in sys.argv[1:] for problem in problems(Path(name))]
    print("\n".join(found) or "definitions are well formed")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
