"""Whose VAT an invoice charges: the seller's country's, or that of the customer (OSS, local registrations)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_RATES = {
    "AT": "20 19 13 10 5 4.9",
    "BE": "21 12 6",
    "BG": "20 9",
    "CH": "8.1 7.7 3.8 2.6",
    "CY": "19 9 5 3",
    "CZ": "21 15 12 10",
    "DE": "19 16 7 5",
    "DK": "25",
    "EE": "24 22 20 13 9",
    "ES": "21 10 5 4",
    "FI": "25.5 24 14 13.5 10",
    "FR": "20 10 8.5 5.5 2.1",
    "GB": "20 5",
    "GR": "24 17 13 6",
    "HR": "25 13 5",
    "HU": "27 18 5",
    "IE": "23 21 13.5 9 4.8",
    "IT": "22 10 5 4",
    "LT": "21 12 9 5",
    "LU": "17 16 14 13 8 7 3",
    "LV": "21 12 5",
    "MT": "18 12 7 5",
    "NL": "21 9",
    "NO": "25 15 12",
    "PL": "23 8 5",
    "PT": "23 22 16 13 12 9 6 5 4",
    "RO": "21 19 11 9 5",
    "SE": "25 12 6",
    "SI": "22 9.5 5",
    "SK": "23 20 19 10 5",
}
"""VAT rates in percent in force since 2020, by country, from the tables the Commission and the States publish."""
_SAME = {"EL": "GR", "XI": "GB", "IM": "GB", "MC": "FR"}


def vat_country(
    rates: Iterable[Decimal | None], *, seller_id: str | None, seller: str | None, customer: str | None
) -> str | None:
    """The country whose VAT is charged at ``rates``; None when nothing tells.

    Args:
        rates: the rates with an amount, in percent.
        seller_id: the seller's VAT id with its prefix (``EU`` for the OSS scheme).
        seller: the country the seller is established in.
        customer: the country of the customer's address or VAT id.
    """
    known = {rate.normalize() for rate in rates if rate is not None}
    prefix = (seller_id or "")[:2]
    own = None if prefix == "EU" else _SAME.get(prefix, prefix) or None
    for country in (own, customer, None if own or prefix == "EU" else seller):
        if country and known and known <= _rates(country):
            return country
    if own:
        return own
    return customer if prefix == "EU" else seller


def _rates(country: str) -> set[Decimal]:
    return {Decimal(rate).normalize() for rate in _RATES.get(country, "").split()}
