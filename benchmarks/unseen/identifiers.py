"""Numbers of invented companies whose check digits are right: VAT ids and bank accounts."""

from __future__ import annotations

from functools import cache
from importlib import import_module

_SHAPES = {
    "AT": ("at.uid", "U{:08d}"),
    "BE": ("be.vat", "0{:09d}"),
    "CZ": ("cz.dic", "{:08d}"),
    "DE": ("de.vat", "{:09d}"),
    "DK": ("dk.cvr", "{:08d}"),
    "EE": ("ee.kmkr", "{:09d}"),
    "ES": ("es.nif", "B{:08d}"),
    "FI": ("fi.alv", "{:08d}"),
    "FR": ("fr.tva", "{:011d}"),
    "GB": ("gb.vat", "{:09d}"),
    "HU": ("hu.anum", "{:08d}"),
    "IE": ("ie.vat", "{:07d}{}"),
    "IT": ("it.iva", "{:011d}"),
    "LU": ("lu.tva", "{:08d}"),
    "NL": ("nl.btw", "{:09d}B01"),
    "PL": ("pl.nip", "{:010d}"),
    "PT": ("pt.nif", "{:09d}"),
    "RO": ("ro.cf", "{:08d}"),
    "SE": ("se.vat", "{:010d}01"),
    "SI": ("si.ddv", "{:08d}"),
    "CHE": ("ch.uid", "CHE{:09d}"),
    "NO": ("no.mva", "{:09d}MVA"),
}


@cache
def vat_body(country: str, seed: int) -> str:
    """The first number from ``seed`` on whose check digits are right, without the country's prefix."""
    module_name, shape = _SHAPES[country]
    module = import_module(f"stdnum.{module_name}")
    width = int(shape.partition(":0")[2].partition("d")[0])
    seed *= 10 ** max(0, width - len(str(seed)))
    for value in range(seed, seed + 20000):
        bodies = (
            [shape.format(value, letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVW"]
            if "{}" in shape
            else [shape.format(value)]
        )
        for body in bodies:
            if module.is_valid(body):
                return body
    message = f"no valid number for {country} near {seed}"
    raise ValueError(message)


def vat_id(country: str, seed: int) -> str:
    """A VAT id with its prefix and without spaces (``EL`` never occurs in this set)."""
    return country + vat_body(country, seed)


def swiss_uid(seed: int, suffix: str = " MWST") -> str:
    """A Swiss number as printed: ``CHE-123.456.789 MWST``."""
    digits = vat_body("CHE", seed)[3:]
    return f"CHE-{digits[:3]}.{digits[3:6]}.{digits[6:]}{suffix}"


def iban(country: str, account: str) -> str:
    """An IBAN with right check digits, in groups of four."""
    turned = account + country + "00"
    remainder = int("".join(str(int(character, 36)) for character in turned)) % 97
    whole = f"{country}{98 - remainder:02d}{account}"
    return " ".join(whole[index : index + 4] for index in range(0, len(whole), 4))
