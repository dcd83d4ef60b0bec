"""The JSON file of ``autofatture advise``, turned into facts or into one Italian line that says what is wrong.

Keys that are not known are ignored. A value of the wrong kind is refused and never guessed at.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from autofatture.domain.facts import Facts
from autofatture.domain.flat_reading import facts_of_flat_reading, looks_flat

FIRST_YEAR, LAST_YEAR = 1970, 2100
"""Days outside are slips of the pen; FatturaPA itself begins in 1970."""
LARGEST = Decimal(10) ** 11
"""``Amount2`` of the FatturaPA schema has eleven digits before the point."""
_WHAT = {
    "string": "ci vuole un testo",
    "bool": "ci vuole true o false",
    "decimal": "ci vuole un numero con il punto decimale",
    "date": "ci vuole una data AAAA-MM-GG",
    "tuple": "ci vuole un elenco",
    "model": "ci vuole un oggetto",
    "dict": "ci vuole un oggetto",
}


class NoFacts(Exception):
    """The file holds no facts; the message is one Italian line."""


def facts_of_file(name: str) -> Facts:
    """The facts in a file, in their nested form or as ``autofatture read --json`` prints them; ``-`` is stdin.

    Raises:
        NoFacts: the file cannot be opened, is not JSON, or holds something else.
    """
    data = _json_of(name)
    if not isinstance(data, dict):
        raise NoFacts(f"{name}: ci vuole un oggetto JSON con i fatti")
    try:
        facts = facts_of_flat_reading(data) if looks_flat(data) else Facts.model_validate(data)
    except ValidationError as error:
        raise NoFacts(f"{name}: fatti non validi ({'; '.join(_wrong(error))})") from error
    strange = next(_out_of_range(facts), None)
    if strange is not None:
        raise NoFacts(f"{name}: fatti non validi ({strange})")
    return facts


def _json_of(name: str) -> Any:
    try:
        raw = sys.stdin.read() if name == "-" else Path(name).read_bytes()
        return json.loads(raw, parse_float=Decimal, parse_int=_whole, parse_constant=_not_a_number)
    except OSError as error:
        raise NoFacts(f"{name}: non si può aprire ({error.__class__.__name__})") from error
    except UnicodeDecodeError as error:
        raise NoFacts(f"{name}: non è un testo in UTF-8") from error
    except json.JSONDecodeError as error:
        raise NoFacts(f"{name}: non è JSON valido (riga {error.lineno}, colonna {error.colno})") from error
    except RecursionError as error:
        raise NoFacts(f"{name}: non è JSON valido (troppi livelli)") from error


def _whole(text: str) -> int | Decimal:
    """Integers of any length: thousands of digits are an amount out of range, not a crash."""
    return int(text) if len(text) < sys.int_info.default_max_str_digits else Decimal(text)


def _not_a_number(text: str) -> str:
    """``NaN`` and ``Infinity`` stay words, which no amount accepts."""
    return f"«{text}»"


def _wrong(error: ValidationError) -> Iterator[str]:
    for one in error.errors():
        place = ".".join(str(part) for part in one["loc"])
        what = next((text for kind, text in _WHAT.items() if kind in one["type"]), "valore non valido")
        yield f"{place}: {what}"


def _out_of_range(model: BaseModel, place: str = "") -> Iterator[str]:
    for name, value in model:
        for index, one in enumerate(value if isinstance(value, tuple) else (value,)):
            here = f"{place}{name}" + (f".{index}" if isinstance(value, tuple) else "")
            if isinstance(one, BaseModel):
                yield from _out_of_range(one, f"{here}.")
            elif isinstance(one, dt.date) and not FIRST_YEAR <= one.year <= LAST_YEAR:
                yield f"{here}: data fuori dagli anni {FIRST_YEAR}-{LAST_YEAR}"
            elif isinstance(one, Decimal) and not abs(one) < LARGEST:
                yield f"{here}: importo fuori misura"
