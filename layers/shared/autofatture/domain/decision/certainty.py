"""How sure an answer is: *sicuro* promises that every deciding fact is known.

A fact that is not known is never taken for a *no*: where it could turn the outcome, the answer stays *da controllare*.
Sources: accountant.md items 5 and 9 (each trap is one fact that may be missing), item 15.
"""

from __future__ import annotations

import re

from autofatture.domain.advice import Outcome
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Verdict
from autofatture.domain.decision.wording import Said
from autofatture.domain.fiscal_data import table
from autofatture.domain.reading_terms import Confidence
from autofatture.domain.vat_ids import IdKind

_NEVER_INSTALLED = ("books", "food", "agricultural", "fuel")
"""Categories of goods that nobody installs or assembles."""


def confidence_of(s: Situation, verdict: Verdict, outcome: Outcome, *, asked: bool) -> Confidence:
    """*Sicuro*: nothing is asked, nothing was derived, and no trap hides behind a fact that is missing."""
    if outcome is Outcome.ASK:
        return Confidence.MANCANTE
    issued = outcome not in (Outcome.NONE, Outcome.FIX)
    unknown = not s.kind or not s.buyer_is_known or (issued and (s.charges is None or s.supplier_place is None))
    misread = bool(s.facts.doubtful) or any(one.valid is False for one in s.ids)
    hidden = _a_trap_may_hide(s, outcome)
    return Confidence.DA_CONTROLLARE if asked or unknown or misread or hidden or not verdict.sure else Confidence.SICURO


def _a_trap_may_hide(s: Situation, outcome: Outcome) -> bool:
    """Whether a fact that is not known could make another document of this one."""
    if s.facts.vat_charged is None and (outcome is not Outcome.NONE or s.supplier_is_italian or s.charges):
        return True  # equal totals and the seller's words only suggest that no VAT was charged
    if outcome is Outcome.FIX:
        return s.nature == "goods" and not s.regime
    if outcome in (Outcome.NONE, Outcome.TD28, Outcome.TD16):
        return False
    derived = s.nature_is_derived and s.category is None
    return derived or Said.DOMESTIC_REVERSE_CHARGE in s.said or _another_type_may_hide(s, outcome)


def _another_type_may_hide(s: Situation, outcome: Outcome) -> bool:
    """Small business, margin and installation behind a TD18; call-off stock behind a TD19; a private seller."""
    if outcome is Outcome.TD18:
        return not (_scheme_is_known(s) and _known_not_to_be_installed(s) and s.regime)
    stock_unknown = s.facts.supply.call_off_stock is None and s.installed is not True
    if outcome is Outcome.TD19 and s.supplier_in_eu and stock_unknown:
        return s.category_place != "local_goods"
    return not _is_a_business(s)


def _scheme_is_known(s: Situation) -> bool:
    """Ordinary scheme stated, or the seller calls the sale an exempt intra-EU supply, which the other schemes bar."""
    return bool(s.facts.supplier.vat_scheme) or Said.INTRA_EU_SUPPLY in s.said


def _known_not_to_be_installed(s: Situation) -> bool:
    named = s.category is not None and s.category.key in _NEVER_INSTALLED
    return s.installed is not None or s.facts.supply.call_off_stock is True or named


def _is_a_business(s: Situation) -> bool:
    """A taxable person: stated, or shown by a VAT id, the words of reverse charge or the legal form of the name."""
    supplier = s.facts.supplier
    if supplier.vat_scheme or supplier.taxable_person is True or any(one.kind is not IdKind.OTHER for one in s.ids):
        return True
    words = re.sub(r"\.", "", (supplier.name or "").lower())
    forms = table("wordings")["legal_forms"]
    return Said.REVERSE_CHARGE in s.said or any(word in forms for word in re.findall(r"\w+", words))
