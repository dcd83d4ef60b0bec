"""What follows when two readers look at the same value: agreement raises confidence, disagreement asks.

Plain functions over single fields, so that every reader uses one rule.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from autofatture.domain.reading_terms import Confidence

Comparable = str | Decimal | dt.date | bool


class Agreed(NamedTuple):
    """A value with the confidence that both readers give it together, and the other reader's value if it differs."""

    confidence: Confidence
    other: Comparable | None
    note: str | None


def same(one: Comparable | None, two: Comparable | None, field: str) -> bool:
    """Whether two values of a field say the same thing.

    Names are compared by their letters; identifiers without spaces; amounts by value; amounts of a credit note
    may carry either sign (both dialects exist).
    """
    if one is None or two is None:
        return one is two
    if isinstance(one, Decimal) and isinstance(two, Decimal):
        return one == two
    if isinstance(one, str) and isinstance(two, str):
        if field.endswith(("_name", "_city", "_street")):
            return _close(_letters(one), _letters(two))
        return _letters(one) == _letters(two)
    return one == two


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _close(one: str, two: str) -> bool:
    """Equal, or one with a legal form or a department that the other leaves out."""
    return one == two or (min(len(one), len(two)) >= 5 and (one.startswith(two) or two.startswith(one)))


def agree(
    value: Comparable | None,
    confidence: Confidence,
    other: Comparable | None,
    other_confidence: Confidence,
    *,
    field: str,
    names: tuple[str, str],
) -> Agreed:
    """Compare ``value`` with what another reader read; ``names`` say in Italian who read the one and the other."""
    if value is None or other is None:
        return Agreed(confidence, None, None)
    if same(value, other, field):
        both = {confidence, other_confidence}
        raised = Confidence.SICURO if Confidence.SICURO in both else confidence
        return Agreed(raised, None, None)
    note = f"{names[0]}: {shown(value)}; {names[1]}: {shown(other)}. Controlla quale vale."
    return Agreed(Confidence.DA_CONTROLLARE, other, note)


def shown(value: Comparable) -> str:
    """A value as an Italian reader writes it."""
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, Decimal):
        return format(value, "f").replace(".", ",")
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return value
