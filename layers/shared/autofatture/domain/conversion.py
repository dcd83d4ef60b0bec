"""Amounts of a foreign currency in EUR (art. 13 c. 4 DPR 633/72).

The total of each VAT rate is converted once, half-up to the cent; the lines follow, and what their rounding leaves
over goes to the largest of them (art. 13 c. 4 DPR 633/1972). VAT is computed later, from the rounded base.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.money import EUR, to_cents


class Portion(NamedTuple):
    """One line: amount, Italian rate, natura."""

    net: Decimal
    vat_rate: Decimal
    natura: str | None = None


class MissingRate(ValueError):
    """An amount in another currency has no rate of the same currency: it is never taken as 1."""


def to_eur(amount: Decimal, currency: str, rate: ExchangeRate | None) -> Decimal:
    """One amount in cents of EUR.

    Raises:
        MissingRate: there is no rate of that currency, or it is not above zero.
    """
    if currency == EUR:
        return to_cents(amount)
    if rate is None or rate.currency != currency or rate.units_per_eur <= 0:
        raise MissingRate(currency)
    return to_cents(amount / rate.units_per_eur)


def portions_in_eur(portions: Sequence[Portion], currency: str, rate: ExchangeRate | None) -> list[Portion]:
    """The same portions in EUR, in the same order; each VAT rate adds up to its converted total.

    Raises:
        MissingRate: as :func:`to_eur`.
    """
    converted = [to_eur(one.net, currency, rate) for one in portions]
    for key in {(one.vat_rate, one.natura) for one in portions}:
        places = [index for index, one in enumerate(portions) if (one.vat_rate, one.natura) == key]
        total = to_eur(sum((portions[index].net for index in places), Decimal(0)), currency, rate)
        left_over = total - sum((converted[index] for index in places), Decimal(0))
        largest = max(places, key=lambda index: abs(converted[index]))
        converted[largest] += left_over
    return [one._replace(net=net) for one, net in zip(portions, converted, strict=True)]
