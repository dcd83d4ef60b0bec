"""What the words of a foreign invoice say, in English, German, French, Spanish and Italian.

Only words that change the outcome are looked for. A negated sentence ("installation not included", "ohne
Montage") does not count.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from autofatture.domain.fiscal_data import table


class Said(StrEnum):
    SMALL_BUSINESS = "small_business"
    MARGIN = "margin_scheme"
    INSTALLATION = "installation"
    INTRA_EU_SUPPLY = "intra_eu_supply"
    REVERSE_CHARGE_SERVICES = "reverse_charge_services"
    REVERSE_CHARGE = "reverse_charge"
    DOMESTIC_REVERSE_CHARGE = "domestic_reverse_charge"
    ITALIAN_FLAT_SCHEME = "italian_flat_scheme"
    TRIANGULATION = "triangulation"
    CALL_OFF = "call_off_stock"
    EXEMPTION = "exemption"
    EXPORT = "export"
    CUSTOMS = "customs"
    DELIVERED_DUTY_PAID = "delivered_duty_paid"
    RESALE = "resale"
    END_USE = "end_use"
    PRIVATE_SELLER = "private_seller"
    REDUCED_RATE = "reduced_rate"
    ACCESSORY = "accessory"
    OTHER_SERVICE = "other_service"
    INTERNATIONAL_TRANSPORT = "international_transport"
    LOCAL_SERVICE = "local_service"


_AROUND = " \t\r\n/-,;:|"
"""What stands between two phrases and belongs to neither."""


class _Words(NamedTuple):
    patterns: dict[Said, re.Pattern[str]]
    negatable: frozenset[Said]
    """Only these can be negated: "no VAT, § 19 UStG" negates the VAT, not the scheme."""
    before: re.Pattern[str]
    after: re.Pattern[str]


def what_is_said(text: str | None) -> dict[Said, str]:
    """The kinds of sentence found, each with the words that matched."""
    if not text:
        return {}
    found: dict[Said, str] = {}
    words = _words()
    plain = text.replace("_", " ")
    for said, pattern in words.patterns.items():
        matches = (match for match in pattern.finditer(plain) if not _negated(said, plain, match))
        match = next(matches, None)
        if match is not None:
            found[said] = _whole_words(plain, match)
    parts = {part.strip().lower() for part in text.split("|")}
    for said in Said:
        if said.value in parts:
            found.setdefault(said, said.value.replace("_", " "))
    return found


def _whole_words(text: str, match: re.Match[str]) -> str:
    """What matched, to the end of its last word and of its brackets: it is quoted to a person."""
    start, end = match.span()
    rest = re.match(r"\w*", text[end:])
    end += len(rest.group(0)) if rest else 0
    words = text[start:end].strip(_AROUND)
    if words.count("(") <= words.count(")"):
        return words
    closing = re.match(r"[^()]*\)", text[end:])
    return (text[start:end] + closing.group(0)).strip(_AROUND) if closing else words.rpartition("(")[0].rstrip()


def _negated(said: Said, text: str, match: re.Match[str]) -> bool:
    words = _words()
    if said not in words.negatable:
        return False
    before = text[max(0, match.start() - 40) : match.start()].lower()
    after = text[match.end() : match.end() + 60].lower()
    return bool(words.before.search(before) or words.after.search(after))


@cache
def _words() -> _Words:
    data = table("wordings")
    return _Words(
        patterns={Said(key): re.compile("|".join(parts), re.IGNORECASE) for key, parts in data["said"].items()},
        negatable=frozenset(Said(key) for key in data["negatable"]),
        before=re.compile(rf"(?:{'|'.join(data['negated_before'])})[^.|;]{{0,25}}$"),
        after=re.compile(rf"^[^.|;]{{0,25}}(?:{'|'.join(data['negated_after'])})"),
    )
