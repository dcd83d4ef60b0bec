"""Read without a fault, every sample leads to the decision that its truth expects."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.advice import Advice
from autofatture.domain.decision import advise
from autofatture.domain.facts import Facts
from autofatture.domain.flat_reading import facts_of_flat_reading
from samples import Sample, Truth, catalogue

TODAY = dt.date(2026, 11, 25)
KNOWN_BY_A_PERSON = {
    "d26_lu_payment_fees": {"category": "financial"},
    "d29_fr_hotel_foreign_vat": {"category": "hotel"},
    "d28_us_oss_consumer": {"addressed_to": "company"},
}
"""What the page does not say: the kind of service, and that the sole trader's name is the company's."""


def _facts(sample: Sample, truth: Truth) -> Facts:
    flat = truth.model_dump(mode="json", exclude={"expected"})
    facts = facts_of_flat_reading(flat)
    # The end of a period that was paid for in advance is not the day of the operation.
    ended = truth.service_to if truth.service_to and truth.service_to <= truth.invoice_date else None
    known = KNOWN_BY_A_PERSON.get(sample.key, {})
    document = facts.document.model_copy(
        update={
            "receipt_date": sample.receipt_date,
            "operation_date": truth.delivery_date or ended,
            "addressed_to": known.get("addressed_to", facts.document.addressed_to),
        }
    )
    supply = facts.supply.model_copy(update={"category": known.get("category")})
    customer = facts.customer.model_copy(
        update={
            "vat_id": facts.customer.vat_id or sample.company.printed_vat_id,
            "regime": sample.company.regime,
        }
    )
    return facts.model_copy(update={"document": document, "supply": supply, "customer": customer})


def _advice(key: str) -> Advice:
    sample = next(sample for sample in catalogue() if sample.key == key)
    return advise(_facts(sample, sample.truth), at=TODAY)


def test_the_outcome_is_the_expected_one(sample: Sample) -> None:
    for truth in sample.truths:
        advice = advise(_facts(sample, truth), at=TODAY)

        assert advice.outcome in truth.expected.outcomes, advice.reason


def test_rate_natura_and_day_are_the_expected_ones(sample: Sample) -> None:
    for truth in sample.truths:
        advice = advise(_facts(sample, truth), at=TODAY)

        if truth.expected.rate is None:
            continue
        assert (advice.vat_treatment.rate, advice.vat_treatment.natura) == (
            truth.expected.rate,
            truth.expected.natura,
        )
        assert advice.exchange_rate_day == truth.expected.exchange_rate_day


def test_a_polish_supply_to_another_state_is_no_triangulation() -> None:
    """Defect: *art. 42 ustawy o VAT*, the Polish rule for every supply to another state, read as art. 42 of the
    directive, so that every Polish invoice ended in a question."""
    assert _advice("d09_pl_goods_pln").rule != "trappola.triangolazione"


@pytest.mark.parametrize("key", ["d02_ie_saas_november"])
def test_a_receipt_before_the_invoice_is_asked_about(key: str) -> None:
    assert "receipt_before_invoice" in {question.code for question in _advice(key).questions}
