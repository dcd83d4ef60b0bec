"""VAT ids: cleaning, country, form and check digit (python-stdnum), without any network.

Prefixes that mislead: ``EL`` is Greece, ``XI`` Northern Ireland (goods only), ``CHE`` Switzerland, ``EU`` the
OSS scheme of a seller outside the EU (no member state), ``IM`` followed by digits the import OSS scheme.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from stdnum import exceptions, get_cc_module, luhn
from stdnum.it import codicefiscale

from autofatture.domain.places import is_eu_member

_SEPARATORS = re.compile(r"[\s.\-/:,·]+")
_OSS = re.compile(r"^EU\d{9}$")
_IOSS = re.compile(r"^IM\d{10}$")
_SWISS = re.compile(r"^CHE\d{9}(MWST|TVA|IVA|VAT|HR)?$")
_NORWEGIAN = re.compile(r"^(NO)?\d{9}MVA$")
_ITALIAN = re.compile(r"^(IT)?\d{11}$")
_ELEVEN_DIGITS = re.compile(r"^(?!0{7})[0-9]{11}$")
_OF_A_PERSON = 16
_PREFIXED = re.compile(r"^[A-Z]{2}[A-Z0-9+*]{2,13}$")
_SMALL_BUSINESS_SUFFIX = re.compile(r"EX$")


class IdKind(StrEnum):
    VAT = "vat"
    OSS = "oss"
    IOSS = "ioss"
    SMALL_BUSINESS = "small_business"
    """The cross-border exemption scheme: the number ends in ``EX``."""
    OTHER = "other"


class VatIdentity(NamedTuple):
    """What an id says about its owner."""

    text: str
    """Cleaned, with its prefix."""
    kind: IdKind
    country: str | None
    """ISO country; GB for ``XI``; None for OSS and for what has no prefix we know."""
    prefix: str | None
    number: str
    """Without the prefix: the preferred ``IdCodice``."""
    valid: bool | None
    """Check digit right, wrong, or None when the country's rule is not known."""

    @property
    def is_eu(self) -> bool:
        """A VAT id of a member state other than Italy, or of Northern Ireland for goods."""
        if self.kind not in (IdKind.VAT, IdKind.SMALL_BUSINESS):
            return False
        return self.prefix == "XI" or (self.country not in (None, "IT") and is_eu_member(self.country or ""))

    @property
    def is_italian(self) -> bool:
        return self.kind is IdKind.VAT and self.country == "IT"

    @property
    def direct_identification(self) -> bool:
        """An Italian id whose office code (digits 8-10) begins with 99: a foreigner without establishment here."""
        return self.is_italian and self.number[7:9] == "99"


def clean(text: str) -> str:
    """Upper case, without spaces, dots, hyphens, slashes."""
    return _SEPARATORS.sub("", text.strip().upper())


def identify(text: str) -> VatIdentity:
    """Read one id; never raises."""
    value = clean(text)
    if _OSS.match(value):
        return VatIdentity(value, IdKind.OSS, None, "EU", value[2:], valid=_valid("eu", "oss", value))
    if _IOSS.match(value):
        return VatIdentity(value, IdKind.IOSS, None, "IM", value[2:], valid=None)
    return _national(value)


def _national(value: str) -> VatIdentity:
    if _SWISS.match(value):
        return VatIdentity(value, IdKind.VAT, "CH", "CHE", value[3:12], valid=_valid("ch", "uid", value[:12]))
    if _NORWEGIAN.match(value):
        digits = value.removeprefix("NO")
        return VatIdentity(value, IdKind.VAT, "NO", "NO", digits, valid=_valid("no", "mva", f"NO{digits}"))
    if _ITALIAN.match(value) and (value.startswith("IT") or is_valid_italian_vat(value)):
        digits = value.removeprefix("IT")
        return VatIdentity(f"IT{digits}", IdKind.VAT, "IT", "IT", digits, valid=is_valid_italian_vat(digits))
    if _SMALL_BUSINESS_SUFFIX.search(value) and _PREFIXED.match(value) and is_eu_member(_iso(value[:2])):
        return VatIdentity(value, IdKind.SMALL_BUSINESS, _iso(value[:2]), value[:2], value[2:], valid=None)
    if _PREFIXED.match(value):
        return _prefixed(value)
    return VatIdentity(value, IdKind.OTHER, None, None, value, valid=None)


def _prefixed(value: str) -> VatIdentity:
    prefix, number = value[:2], value[2:]
    country = _iso(prefix)
    if prefix == "XI":
        return VatIdentity(value, IdKind.VAT, "GB", "XI", number, valid=_valid("gb", "vat", f"GB{number}"))
    known = is_eu_member(country) or country in ("GB", "SM", "NO", "CH", "MC", "LI", "IS", "TR", "RS", "UA")
    if not known:
        return VatIdentity(value, IdKind.OTHER, None, None, value, valid=None)
    if country in ("GB", "NO", "CH") or is_eu_member(country):
        return VatIdentity(value, IdKind.VAT, country, prefix, number, valid=_valid(country.lower(), "vat", value))
    return VatIdentity(value, IdKind.VAT, country, prefix, number, valid=None)


def _iso(prefix: str) -> str:
    return {"EL": "GR", "UK": "GB"}.get(prefix, prefix)


def _valid(country: str, name: str, value: str) -> bool | None:
    module = get_cc_module(country, name)
    if module is None:
        return None
    try:
        module.validate(value)
    except exceptions.ValidationError:
        return False
    return True


def is_valid_italian_vat(digits: str) -> bool:
    """Check digit of a *partita IVA* of eleven digits (with or without ``IT``).

    The digit and nothing else: the office code, digits 8 to 10, has no list that holds for
    every id ever given.
    """
    return is_valid_italian_number(clean(digits).removeprefix("IT"))


def is_valid_italian_number(digits: str) -> bool:
    """As :func:`is_valid_italian_vat`, of the eleven digits alone: what an ``IdCodice`` with country IT must be."""
    return bool(_ELEVEN_DIGITS.match(digits)) and bool(luhn.is_valid(digits))


def is_valid_italian_tax_code(value: str) -> bool:
    """A *codice fiscale*: sixteen characters of a person, or eleven digits of another subject."""
    if len(value) == _OF_A_PERSON:
        return bool(codicefiscale.is_valid(value))
    return is_valid_italian_number(value)


def same_id(one: str | None, other: str | None) -> bool:
    """Whether two ids are the same, ``IT`` prefix or not."""
    if not one or not other:
        return False
    return clean(one).removeprefix("IT") == clean(other).removeprefix("IT")
