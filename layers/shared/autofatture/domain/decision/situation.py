"""The facts as the rules see them: places resolved, ids identified, words understood, VAT charged weighed.

Nothing is decided here. What is not known stays ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from autofatture.domain.decision.charged import AmountsSide
from autofatture.domain.decision.seller import plain_word
from autofatture.domain.decision.wording import Said
from autofatture.domain.fiscal_data import table
from autofatture.domain.places import Area, Place, place_of

_THRESHOLD_REGIMES = frozenset({"forfettario", "minimi", "ente", "agricolo"})


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


class Situation(AmountsSide):
    """One purchase, ready to be judged: document, seller and amounts, what was bought, and the buyer."""

    # Supply ---------------------------------------------------------------------------------------------

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

    @property
    def nature_contradicts_category(self) -> bool:
        """Goods said to be a hotel night, or a service said to be gas; books and medicine may be either."""
        if self.category is None or self.services_are_accessory:
            return False
        stated, of_category = self.facts.supply.nature, str(self.category.row["nature"])
        either = of_category == "goods" and self.category.place == "goods"
        return stated in ("goods", "services") and stated != of_category and not either

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

    # Customer -------------------------------------------------------------------------------------------

    @property
    def regime(self) -> str:
        return plain_word(self.facts.customer.regime)

    @property
    def buyer_is_known(self) -> bool:
        """Whether it is known whom the invoice is addressed to; the company's own id says nothing about that."""
        return self.facts.document.addressed_to is not None

    @property
    def has_goods_threshold(self) -> bool:
        return self.regime in _THRESHOLD_REGIMES


def category_of(text: str | None) -> Category | None:
    key = plain_word(text)
    return _categories().get(key) if key else None


@cache
def _categories() -> dict[str, Category]:
    found: dict[str, Category] = {}
    for key, row in table("categories")["categories"].items():
        category = Category(key, row)
        for alias in (key, *row["aliases"]):
            found[alias] = category
    return found


def _in_italy_words(text: str | None) -> bool:
    return plain_word(text) in ("italian_warehouse", "warehouse_it", "fba", "fba_italy", "in_italy", "italy_warehouse")
