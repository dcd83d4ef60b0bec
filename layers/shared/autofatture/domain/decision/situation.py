"""The facts as the rules see them: places resolved, ids identified, words understood, VAT charged weighed.

Nothing is decided here. What is not known stays ``None``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.decision.wording import Said, what_is_said
from autofatture.domain.facts import ChargedVat, Facts
from autofatture.domain.fiscal_data import in_force, table
from autofatture.domain.money import EUR
from autofatture.domain.places import Area, Place, country_code, place_of
from autofatture.domain.vat_ids import IdKind, VatIdentity, identify, same_id

CREDIT_NOTES = frozenset({"credit_note", "corrected_invoice", "refund"})
_WORDS_OF_NO_VAT = (Said.REVERSE_CHARGE, Said.INTRA_EU_SUPPLY)
"""The seller leaves the tax to the buyer: no VAT was charged, even when no total says so."""
_ROUNDING = Decimal("0.05")
"""Cents by which totals of several lines may differ."""
_THRESHOLD_REGIMES = frozenset({"forfettario", "minimi", "ente", "agricolo"})


@dataclass(frozen=True)
class Charge:
    """VAT really charged: an entry of zero is not a charge. ``country`` None: the invoice does not tell."""

    country: str | None
    rate: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True)
class Category:
    """A row of ``categories.json``."""

    key: str
    row: dict[str, Any]

    @property
    def italian(self) -> str:
        return str(self.row["italian"])

    @property
    def place(self) -> str:
        return str(self.row["place"])


class Situation:
    """One purchase, ready to be judged."""

    def __init__(self, facts: Facts, *, at: dt.date | None = None, rate: ExchangeRate | None = None) -> None:
        """``at`` is the fiscal day of the question (Europe/Rome); ``rate`` the official rate of the invoice."""
        self.facts = facts
        self.at = at
        self.rate = rate

    # Days -----------------------------------------------------------------------------------------------

    @cached_property
    def day(self) -> dt.date:
        """The day whose law applies: the operation, or what stands nearest to it."""
        document = self.facts.document
        known = (document.operation_date, document.payment_date, document.date, document.receipt_date, self.at)
        return next((day for day in known if day is not None), dt.date(2026, 1, 1))

    @property
    def is_credit_note(self) -> bool:
        """Called so, or an invoice whose total is negative."""
        document = self.facts.document
        negative = any(total is not None and total < 0 for total in (document.total_net, document.total_gross))
        return self.kind in CREDIT_NOTES or (negative and (not self.kind or "invoice" in self.kind))

    @property
    def kind(self) -> str:
        return _word(self.facts.document.kind)

    @property
    def form(self) -> str:
        return _word(self.facts.document.form)

    @property
    def electronic(self) -> bool:
        return self.form in ("sdi_xml", "sdi", "xml") or self.facts.document.sdi_id is not None

    # Supplier -------------------------------------------------------------------------------------------

    @cached_property
    def ids(self) -> tuple[VatIdentity, ...]:
        """The supplier's ids; the buyer's own, read among them, is not one of these."""
        return tuple(identify(text) for text in self._ids_of_others or self.facts.supplier.vat_ids)

    @cached_property
    def _ids_of_others(self) -> tuple[str, ...]:
        return tuple(text for text in self.facts.supplier.vat_ids if not same_id(text, self.facts.customer.vat_id))

    @property
    def ids_known(self) -> bool:
        """Whether the list of printed ids is a fact (an empty list is one too)."""
        return "vat_ids" in self.facts.supplier.model_fields_set

    @property
    def eu_ids(self) -> tuple[VatIdentity, ...]:
        return tuple(one for one in self.ids if one.is_eu)

    @property
    def italian_ids(self) -> tuple[VatIdentity, ...]:
        return tuple(one for one in self.ids if one.is_italian)

    @property
    def northern_ireland_id(self) -> bool:
        return any(one.prefix == "XI" for one in self.ids)

    @property
    def consumer_scheme(self) -> VatIdentity | None:
        """An OSS or import-OSS id: the seller treated the buyer as a consumer."""
        return next((one for one in self.ids if one.kind in (IdKind.OSS, IdKind.IOSS)), None)

    @property
    def directly_identified(self) -> bool:
        return any(one.direct_identification for one in self.ids)

    @cached_property
    def supplier_place(self) -> Place | None:
        """Where the supplier is established, from the facts or else from its one foreign id."""
        supplier = self.facts.supplier
        stated = place_of(supplier.country, territory=supplier.territory, on=self.day)
        return stated or self._place_of_ids()

    @property
    def place_is_derived(self) -> bool:
        supplier = self.facts.supplier
        return place_of(supplier.country, territory=supplier.territory) is None and self.supplier_place is not None

    def _place_of_ids(self) -> Place | None:
        codes = {"XI" if one.prefix == "XI" else one.country for one in self.ids if one.country is not None}
        foreign = codes - {"IT"}
        if len(foreign) == 1:
            return place_of(foreign.pop(), on=self.day)
        if codes == {"IT"} and not self.directly_identified and self.facts.supplier.established_in_italy is not False:
            return place_of("IT")
        return None

    @property
    def supplier_is_italian(self) -> bool:
        """Established in Italy as a whole, not through a branch, and not in Livigno or Campione."""
        place = self.supplier_place
        return place is not None and place.area is Area.ITALY and self.facts.supplier.established_in_italy is not False

    @property
    def supplier_in_eu(self) -> bool:
        return self.supplier_place is not None and self.supplier_place.services_in_eu

    @property
    def supplier_area(self) -> Area | None:
        return self.supplier_place.area if self.supplier_place else None

    @cached_property
    def scheme(self) -> str | None:
        """``small_business``, ``margin`` or ``private``; from the fact, the words or the ``EX`` suffix."""
        supplier = self.facts.supplier
        stated = _word(supplier.vat_scheme)
        if supplier.taxable_person is False or stated in ("private", "private_person", "not_taxable", "none", "person"):
            return "private"
        if stated in ("margin", "margin_scheme", "second_hand"):
            return "margin"
        if stated in ("small_business", "franchise", "exempt_small", "ex"):
            return "small_business"
        if stated == "ordinary":
            return None
        return self._scheme_of_words()

    def _scheme_of_words(self) -> str | None:
        if Said.MARGIN in self.said:
            return "margin"
        if Said.SMALL_BUSINESS in self.said or any(one.kind is IdKind.SMALL_BUSINESS for one in self.ids):
            return "small_business"
        if Said.PRIVATE_SELLER in self.said:
            return "private"
        return None

    @property
    def sells_to_itself(self) -> bool:
        return bool(self.facts.supplier.vat_ids) and not self._ids_of_others

    # Supply ---------------------------------------------------------------------------------------------

    @cached_property
    def said(self) -> dict[Said, str]:
        return what_is_said(self.facts.supply.wording)

    @cached_property
    def category(self) -> Category | None:
        return category_of(self.facts.supply.category)

    @property
    def category_place(self) -> str | None:
        return self.category.place if self.category else None

    @cached_property
    def nature(self) -> str | None:
        """``goods``, ``services``, ``mixed``; accessory charges follow the goods (art. 12 DPR 633/72)."""
        stated = self.facts.supply.nature
        if self.facts.supply.accessory_only is True and stated != "goods":
            return "goods"
        if stated == "mixed" and self.accessory_by_words:
            return "goods"
        return stated or self._nature_of_evidence()

    @property
    def accessory_by_words(self) -> bool:
        """A mixed invoice whose only services are shipping, packing or insurance of the goods."""
        return (
            self.facts.supply.nature == "mixed"
            and self.facts.supply.accessory_only is None
            and Said.ACCESSORY in self.said
            and Said.OTHER_SERVICE not in self.said
        )

    @property
    def services_are_accessory(self) -> bool:
        """Shipping, packing, insurance of the goods: they follow the goods (art. 12 DPR 633/72)."""
        return self.facts.supply.accessory_only is True or self.accessory_by_words

    def _nature_of_evidence(self) -> str | None:
        if self.category is not None:
            return str(self.category.row["nature"])
        supply = self.facts.supply
        moved = (supply.ship_from, supply.goods_location, supply.customs_bill, supply.call_off_stock)
        if any(moved) or supply.installed_in_italy or supply.vat_warehouse or Said.INTRA_EU_SUPPLY in self.said:
            return "goods"
        return "services" if Said.REVERSE_CHARGE_SERVICES in self.said else None

    @property
    def nature_is_derived(self) -> bool:
        return self.facts.supply.nature is None and self.nature is not None

    @cached_property
    def ship(self) -> Place | None:
        """Where the goods left from.

        An ISO code cannot say Heligoland or Büsingen: the mainland's code of a supplier who sits in such a place
        means that place. The Canary Islands and Northern Ireland have codes of their own (``IC``, ``XI``).
        """
        stated = place_of(self.facts.supply.ship_from, on=self.day)
        home = self.supplier_place
        if stated is None or home is None or home.territory in (None, "CANARY", "NORTHERN_IRELAND", "MONACO"):
            return stated
        return home if stated.territory is None and stated.code == home.code else stated

    @property
    def shipped_from_the_mainland(self) -> bool:
        """A Canary Islands seller whose goods left from mainland Spain: a contradiction to clear up."""
        home = self.supplier_place
        return bool(home and home.territory == "CANARY" and self.ship and self.ship == place_of(home.code, on=self.day))

    @property
    def shipped_from_outside(self) -> bool:
        """The goods crossed the border of the EU's VAT territory."""
        return self.ship is not None and not self.ship.goods_in_eu and self.ship.area is not Area.ITALY

    @cached_property
    def goods_at(self) -> Place | None:
        text = self.facts.supply.goods_location
        return place_of(text, on=self.day) or (place_of("IT") if _in_italy_words(text) else None)

    @property
    def goods_in_italy(self) -> bool:
        """They were in Italy when they were handed over, and did not travel for this sale."""
        if self.ship is not None and self.ship.area is Area.ITALY:
            return True
        at_italy = self.goods_at is not None and self.goods_at.area is Area.ITALY
        return at_italy and (self.ship is None or self.facts.supply.call_off_stock is False)

    @property
    def installed(self) -> bool | None:
        stated = self.facts.supply.installed_in_italy
        return stated if stated is not None else (True if Said.INSTALLATION in self.said else None)

    @property
    def used_in_italy(self) -> bool | None:
        return self.facts.supply.used_in_italy

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
        """VAT without a country is the supplier's own, unless it could as well be Italian."""
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
    def charged_label(self) -> str:
        """The VAT charged, in words: ``IVA francese`` is written ``IVA di Francia (FR) al 10 %``."""
        parts = []
        for one in self.charges or ():
            place = place_of(one.country)
            text = f"IVA di {place.label}" if place and one.country != "IT" else "IVA italiana" if place else "IVA"
            parts.append(f"{text} al {one.rate.normalize():f} %" if one.rate else text)
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

    # Customer -------------------------------------------------------------------------------------------

    @property
    def regime(self) -> str:
        return _word(self.facts.customer.regime)

    @property
    def has_goods_threshold(self) -> bool:
        return self.regime in _THRESHOLD_REGIMES

    @property
    def supplier_label(self) -> str:
        return self.facts.supplier.name or "il fornitore"


def italian_rates(day: dt.date) -> tuple[Decimal, ...]:
    """The ordinary rate first, then the reduced ones, in force on ``day``."""
    rows = in_force(table("categories")["italian_rates"], day)
    row = rows[0] if rows else table("categories")["italian_rates"][0]
    return tuple(Decimal(rate) for rate in (row["ordinary"], *row["reduced"]))


def category_of(text: str | None) -> Category | None:
    key = _word(text)
    return _categories().get(key) if key else None


@cache
def _categories() -> dict[str, Category]:
    found: dict[str, Category] = {}
    for key, row in table("categories")["categories"].items():
        category = Category(key, row)
        for alias in (key, *row["aliases"]):
            found[alias] = category
    return found


def _is_zero(one: ChargedVat) -> bool:
    if one.amount is not None:
        return one.amount == 0
    return one.rate is not None and one.rate == 0


def _in_italy_words(text: str | None) -> bool:
    return _word(text) in ("italian_warehouse", "warehouse_it", "fba", "fba_italy", "in_italy", "italy_warehouse")


def _word(text: str | None) -> str:
    return (text or "").strip().lower().replace(" ", "_").replace("-", "_")
