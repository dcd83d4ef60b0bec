"""The simple types of the FatturaPA schema: does this text conform?

Each check follows XML Schema 1.0 part 2 as the official schema uses it: white space first, then the lexical
form, then the facets.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

_DATE = re.compile(r"(-?)(\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?", re.ASCII)
_TIME = re.compile(r"(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_BASE64_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_XML_SPACE = re.compile(r"[\t\n\r ]+")
_COLLAPSED = frozenset({"token", "decimal", "integer", "base64Binary"})

Check = Callable[[str], bool]


def compile_type(row: Mapping[str, Any]) -> Check:
    """A predicate for one row of the schema's ``simple`` table."""
    base = str(row["base"])
    pattern = re.compile(row["pattern"]) if "pattern" in row else None
    choices = frozenset(row["enum"]) if "enum" in row else None
    lexical = _LEXICAL.get(base)
    bounds = _bounds(base, row)

    def check(text: str) -> bool:
        value = _white_space(base, text)
        if choices is not None:
            return value in choices
        if lexical is not None and not lexical(value):
            return False
        if pattern is not None and pattern.fullmatch(value) is None:
            return False
        if not row.get("min_length", 0) <= len(value) <= row.get("max_length", len(value)):
            return False
        return bounds is None or bounds(value)

    return check


def _white_space(base: str, text: str) -> str:
    if base in _COLLAPSED:
        return _XML_SPACE.sub(" ", text).strip(" ")
    if base == "normalizedString":
        return text.translate({9: " ", 10: " ", 13: " "})
    return text


def _bounds(base: str, row: Mapping[str, Any]) -> Check | None:
    low, high = row.get("min"), row.get("max")
    if low is None and high is None:
        return None
    if base == "date":
        return lambda value: _date_key(value) >= str(low)

    def within(value: str) -> bool:
        number = Decimal(value)
        return (low is None or number >= Decimal(low)) and (high is None or number <= Decimal(high))

    return within


def _date_key(value: str) -> str:
    """Comparable with a lower bound of four-digit years: older is "", later than 9999 is "9999"."""
    year = value.split("-", 1)[0]
    if year == "":
        return ""
    return value[:10] if len(year) == 4 else "9999"


def is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    return match is not None and _day_exists(match[2], match[3], match[4]) and _zone(match[5])


def is_date_time(value: str) -> bool:
    day, separator, clock = value.partition("T")
    match = _TIME.fullmatch(clock)
    plain = _DATE.fullmatch(day)
    if not separator or match is None or plain is None or plain[5] or not is_date(day):
        return False
    hours, minutes, seconds = int(match[1]), int(match[2]), int(match[3])
    midnight = hours == 24 and minutes == seconds == 0 and not (match[4] or "").strip(".0")
    return (hours < 24 or midnight) and minutes < 60 and seconds < 60 and _zone(match[5])


def _day_exists(year: str, month: str, day: str) -> bool:
    if (len(year) > 4 and year.startswith("0")) or int(year) == 0 or not 1 <= int(month) <= 12:
        return False
    return 1 <= int(day) <= monthrange(int(year) % 400 + 400, int(month))[1]


def _zone(text: str | None) -> bool:
    if text is None or text == "Z":
        return True
    hours, minutes = int(text[1:3]), int(text[4:6])
    return minutes < 60 and (hours < 14 or (hours == 14 and minutes == 0))


def is_base64(value: str) -> bool:
    """Groups of four characters and no bits left over before the padding.

    Characters outside the alphabet are skipped, as the validator that everybody runs the official schema with
    (libxml2) does after RFC 2045; a stricter reading would refuse files that pass there.
    """
    packed = "".join(character for character in value if character in _BASE64_ALPHABET or character == "=")
    if _BASE64.fullmatch(packed) is None:
        return False
    if packed.endswith("=="):
        return _BASE64_ALPHABET.index(packed[-3]) % 16 == 0
    return not packed.endswith("=") or _BASE64_ALPHABET.index(packed[-2]) % 4 == 0


_LEXICAL: dict[str, Check] = {
    "decimal": lambda value: _DECIMAL.fullmatch(value) is not None,
    "integer": lambda value: _INTEGER.fullmatch(value) is not None,
    "date": is_date,
    "dateTime": is_date_time,
    "base64Binary": is_base64,
}
