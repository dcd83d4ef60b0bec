"""Countries and the places whose VAT status differs from their country's."""

from __future__ import annotations

import datetime as dt
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from autofatture.domain.fiscal_data import table


class Area(StrEnum):
    """Where a place stands for VAT, seen from Italy."""

    ITALY = "italy"
    EU = "eu"
    GOODS_ONLY = "goods_only"
    """Northern Ireland: inside the EU for goods, outside for services."""
    SAN_MARINO = "san_marino"
    VATICAN = "vatican"
    OUTSIDE = "outside"


class Place(NamedTuple):
    """A country or a special territory."""

    code: str
    """ISO 3166-1 alpha-2 of the address."""
    italian: str
    """Name for an Italian sentence."""
    area: Area
    territory: str | None = None
    id_paese: str | None = None
    """``IdPaese`` when it is not ``code``: ``OO`` for Livigno and Campione, ``XI`` for Northern Ireland."""

    @property
    def goods_in_eu(self) -> bool:
        """Goods that leave from here reach Italy as an intra-EU movement."""
        return self.area in (Area.EU, Area.GOODS_ONLY)

    @property
    def services_in_eu(self) -> bool:
        """A supplier from here sends an invoice that is integrated, not replaced by a self-invoice."""
        return self.area is Area.EU

    @property
    def label(self) -> str:
        return f"{self.italian} ({self.id_paese or self.code})"


def place_of(text: str | None, *, territory: str | None = None, on: dt.date | None = None) -> Place | None:
    """The place that an ISO code or a name means; ``territory`` refines it.

    ``on`` is the day for which EU membership is asked (the United Kingdom left on 2020-12-31; default:
    the present rules). None when the text names no country we know.
    """
    special = _territory(territory) or _territory(text)
    if special is not None:
        return _special_place(special, iso=_clean(text))
    code = country_code(text)
    if code is None:
        return None
    return Place(code, _names().get(code, code), _area(code, on or dt.date.max))


def country_code(text: str | None) -> str | None:
    """ISO alpha-2 of a code or of a common name (``EL`` and ``GR`` are GR, ``UK`` is GB); None if unknown."""
    if not text:
        return None
    key = _clean(text)
    code: str = table("places")["aliases"].get(key, key)
    return code if code in _names() else _by_name().get(key)


def is_eu_member(code: str, on: dt.date | None = None) -> bool:
    """Whether this ISO country is (was, on that day) a member state; Italy counts."""
    members = table("places")["eu"]
    if code not in members:
        return False
    until = members[code]
    return until is None or (on or dt.date.max) <= dt.date.fromisoformat(until)


def _area(code: str, on: dt.date) -> Area:
    if code == "IT":
        return Area.ITALY
    if code == "SM":
        return Area.SAN_MARINO
    if code == "VA":
        return Area.VATICAN
    return Area.EU if is_eu_member(code, on) else Area.OUTSIDE


def _special_place(row: dict[str, Any], *, iso: str | None) -> Place:
    area = {"outside": Area.OUTSIDE, "inside": Area.EU, "goods_only": Area.GOODS_ONLY}[row["vat_area"]]
    own_code = iso in row["iso"] and iso in _names() and iso not in ("XI", "IC")
    code = iso if own_code and iso else row["country"]
    id_paese = "XI" if row["key"] == "NORTHERN_IRELAND" else row.get("id_paese")
    return Place(code, _names()[code] if own_code else row["italian"], area, row["key"], id_paese)


def _territory(text: str | None) -> dict[str, Any] | None:
    return _territories().get(_clean(text)) if text else None


def _clean(text: str | None) -> str:
    return " ".join((text or "").replace("_", " ").replace("-", " ").strip().upper().split())


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = table("places")["names"]
    return names


@cache
def _by_name() -> dict[str, str]:
    return {_clean(name): code for code, name in _names().items()}


@cache
def _territories() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in table("places")["territories"]:
        for alias in (row["key"].replace("_", " "), *row["aliases"], *row["iso"]):
            found[_clean(alias)] = row
            plain = unicodedata.normalize("NFKD", alias).encode("ascii", "ignore").decode()
            found.setdefault(_clean(plain), row)
    del found["NI"]  # ISO 3166-1 gives NI to Nicaragua
    return found
