"""VAT charged and amounts, as the rules see them: what was really charged, by whom, and what is owed without it.

The second part of a :class:`~autofatture.domain.decision.situation.Situation`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from autofatture.domain.decision.seller import SellerSide
from autofatture.domain.decision.wording import Said
from autofatture.domain.facts import ChargedVat
from autofatture.domain.fiscal_data import in_force, table
from autofatture.domain.money import EUR
from autofatture.domain.places import Area, country_code, place_of

_WORDS_OF_NO_VAT = (Said.REVERSE_CHARGE, Said.INTRA_EU_SUPPLY)
"""The seller leaves the tax to the buyer: no VAT was charged, even when no total says so."""
_ROUNDING = Decimal("0.05")
"""Cents by which totals of several lines may differ."""


@dataclass(frozen=True)
class Charge:
    """VAT really charged: an entry of zero is not a charge. ``country`` None: the invoice does not tell."""

    country: str | None
    rate: Decimal | None
    amount: Decimal | None


class AmountsSide(SellerSide):
    """What is known of VAT and totals."""

    # VAT charged ----------------------------------------------------------------------------------------

    @cached_property
    def charges(self) -> tuple[Charge, ...] | None:
        """What was really charged; None when it is not known whether anything was."""
        stated = self.facts.vat_charged
        if stated is not None:
            told = [one for one in stated if one.model_fields_set]
            if stated and not told:
                return None
            return tuple(self._charge(one) for one in told if not _is_zero(one))
        difference = self.difference_of_totals
        if difference is not None:
            return (Charge(self._country_of_unnamed_vat(None), None, difference),) if difference else ()
        return () if any(words in self.said for words in _WORDS_OF_NO_VAT) else None

    @property
    def difference_of_totals(self) -> Decimal | None:
        """Gross less net, when both are printed and the gross is not the smaller one (a deposit, a withholding)."""
        net, gross = self.facts.document.total_net, self.facts.document.total_gross
        if net is None or gross is None or abs(gross) < abs(net):
            return None
        return gross - net

    @property
    def totals_contradict(self) -> bool:
        """The totals printed do not differ by the VAT that is listed."""
        net, gross = self.facts.document.total_net, self.facts.document.total_gross
        listed = [one.amount for one in self.charges or ()]
        if net is None or gross is None or (self.facts.vat_charged is None and self.charges is not None):
            return False
        if any(amount is None for amount in listed):
            return False
        return abs(abs(gross) - abs(net) - abs(sum((one or Decimal(0) for one in listed), Decimal(0)))) > _ROUNDING

    def _charge(self, one: ChargedVat) -> Charge:
        return Charge(country_code(one.country) or self._country_of_unnamed_vat(one.rate), one.rate, one.amount)

    def _country_of_unnamed_vat(self, rate: Decimal | None) -> str | None:
        """VAT without a country is the supplier's own, unless it could as well be Italian or another consumer's."""
        if self.consumer_scheme is not None:
            return "IT" if rate == italian_rates(self.day)[0] else None
        place = self.supplier_place
        could_be_italian = bool(self.italian_ids) and rate in (None, *italian_rates(self.day))
        if place is None or (could_be_italian and place.area is not Area.ITALY):
            return None
        return place.code

    @property
    def nothing_charged(self) -> bool:
        return self.charges == ()

    @property
    def italian_vat(self) -> bool:
        return any(one.country == "IT" for one in self.charges or ())

    @property
    def foreign_vat(self) -> bool:
        """Charged by another country, or by one that the invoice does not name."""
        return any(one.country != "IT" for one in self.charges or ())

    @property
    def vat_of_a_named_country(self) -> bool:
        """Foreign VAT that says whose it is."""
        return any(one.country not in ("IT", None) for one in self.charges or ())

    @property
    def vat_may_be_italian(self) -> bool:
        """VAT without a country, of one who has an Italian id and perhaps an establishment here."""
        return self.branch_possible and any(one.country is None for one in self.charges or ())

    @property
    def charged_label(self) -> str:
        """The VAT charged, in words: ``IVA francese`` is written ``IVA di Francia (FR) al 10 %``."""
        parts = []
        for one in self.charges or ():
            place = place_of(one.country)
            text = f"IVA di {place.label}" if place and one.country != "IT" else "IVA italiana" if place else "IVA"
            parts.append(f"{text} al {one.rate.normalize():f} %".replace(".", ",") if one.rate else text)
        return " e ".join(dict.fromkeys(parts)) or "IVA"

    # Amounts --------------------------------------------------------------------------------------------

    @cached_property
    def gross(self) -> Decimal | None:
        """Total with VAT, stated or derived from net and VAT."""
        document = self.facts.document
        if document.total_gross is not None:
            return document.total_gross
        charged = [one.amount if one.amount is not None else None for one in self.charges or ()]
        if document.total_net is not None and self.charges is not None and None not in charged:
            return document.total_net + sum((amount for amount in charged if amount is not None), Decimal(0))
        parts = [one.amount * (100 + one.rate) / one.rate for one in self.charges or () if one.amount and one.rate]
        return sum(parts, Decimal(0)) if parts and len(parts) == len(self.charges or ()) else None

    @cached_property
    def net(self) -> Decimal | None:
        """Owed to the supplier without VAT."""
        document = self.facts.document
        if document.total_net is not None:
            return document.total_net
        if document.total_gross is not None and self.nothing_charged:
            return document.total_gross
        charged = [one.amount for one in self.charges or ()]
        if document.total_gross is not None and charged and None not in charged:
            return document.total_gross - sum((amount for amount in charged if amount is not None), Decimal(0))
        return None

    @property
    def currency(self) -> str | None:
        """As printed; when it is not known, EUR only for a supplier of the euro area (marked by a doubt)."""
        stated = self.facts.document.currency
        if stated:
            return stated.strip().upper()
        return EUR if self.currency_is_presumed else None

    @property
    def currency_is_presumed(self) -> bool:
        place = self.supplier_place
        in_euro_area = place is not None and place.code in table("places")["euro_area"]
        return not self.facts.document.currency and in_euro_area and place is not None and place.territory is None


def italian_rates(day: dt.date) -> tuple[Decimal, ...]:
    """The ordinary rate first, then the reduced ones, in force on ``day``."""
    rows = in_force(table("categories")["italian_rates"], day)
    row = rows[0] if rows else table("categories")["italian_rates"][0]
    return tuple(Decimal(rate) for rate in (row["ordinary"], *row["reduced"]))


def _is_zero(one: ChargedVat) -> bool:
    if one.amount is not None:
        return one.amount == 0
    return one.rate is not None and one.rate == 0
