"""The document and who sells, as the rules see them: place resolved, ids identified, schemes understood.

The first part of a :class:`~autofatture.domain.decision.situation.Situation`. What is not known stays ``None``.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.decision.wording import Said, what_is_said
from autofatture.domain.facts import Facts
from autofatture.domain.places import Area, Place, place_of
from autofatture.domain.vat_ids import IdKind, VatIdentity, identify, same_id

CREDIT_NOTES = frozenset({"credit_note", "corrected_invoice", "refund"})


class SellerSide:
    """What is known of the document and its supplier."""

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
        return plain_word(self.facts.document.kind)

    @property
    def form(self) -> str:
        return plain_word(self.facts.document.form)

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
    def branch_possible(self) -> bool:
        """Whether an Italian id may belong to an establishment here that is not known of."""
        unknown = self.facts.supplier.established_in_italy is None and not self.directly_identified
        return bool(self.italian_ids) and unknown and not self.in_an_enclave

    @property
    def in_an_enclave(self) -> bool:
        """Livigno or Campione d'Italia: Italian ids, outside the VAT territory, ``IdPaese`` OO."""
        return self.supplier_place is not None and self.supplier_place.id_paese == "OO"

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
        stated = plain_word(supplier.vat_scheme)
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

    @property
    def supplier_label(self) -> str:
        return self.facts.supplier.name or "il fornitore"

    @property
    def of_the_supplier(self) -> str:
        """``di Acme Ltd``, ``del fornitore``."""
        return f"di {self.facts.supplier.name}" if self.facts.supplier.name else "del fornitore"

    @cached_property
    def said(self) -> dict[Said, str]:
        return what_is_said(self.facts.supply.wording)


def plain_word(text: str | None) -> str:
    return (text or "").strip().lower().replace(" ", "_").replace("-", "_")
