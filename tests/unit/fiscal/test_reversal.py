"""The twin of an issued self-invoice under the real rules: nothing stands in the way of sending it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.advice import DocumentType
from autofatture.domain.draft import Draft, DraftSupplier, ReversedDocument, SupplyAnswers
from autofatture.domain.drafting import with_advice
from autofatture.domain.reading import Nature
from autofatture.domain.reversal import redone_draft, reversed_draft
from tests.unit.fiscal.drafts import COMPANY, TODAY, draft, rules

OWN = ReversedDocument(document_id="d", number="12/AF", date=dt.date(2026, 11, 4))
AMERICAN = DraftSupplier(name="OpenAI, LLC", country="US", street="3180 18th Street", city="San Francisco")
GERMAN = DraftSupplier(name="Lampen GmbH", country="DE", vat_id="DE811569869", street="Weg 1", city="Berlin")
PURCHASES = {
    "EU service": ({}, DocumentType.TD17),
    "US service in dollars": (
        {"supplier": AMERICAN, "currency": "USD", "operation_date": dt.date(2026, 11, 3)},
        DocumentType.TD17,
    ),
    "EU goods": (
        {"supplier": GERMAN, "nature": Nature.GOODS, "supply": SupplyAnswers(ship_from="DE")},
        DocumentType.TD18,
    ),
    "goods in Italy, chosen by a person": ({"nature": Nature.GOODS}, DocumentType.TD19),
}


def issued(values: dict[str, object], document_type: DocumentType) -> Draft:
    base = draft(**values).model_copy(update={"document_type": document_type, "override_reason": "deciso"})
    assessment = rules().assess(base, COMPANY, today=TODAY)
    assert assessment.advice is not None
    return with_advice(base, assessment.advice)


@pytest.mark.parametrize(("values", "document_type"), PURCHASES.values(), ids=PURCHASES)
def test_the_twin_can_be_sent_and_takes_back_the_same_euro(
    values: dict[str, object], document_type: DocumentType
) -> None:
    # Given what was issued
    before = issued(values, document_type)
    was = rules().assess(before, COMPANY, today=TODAY)

    # When it is taken back
    twin = reversed_draft(
        before, OWN, document_type=document_type, rate=was.exchange_rate, reason="Tipo sbagliato", today=TODAY
    )
    now = rules().assess(twin, COMPANY, today=TODAY)

    # Then nothing blocks it, and the sums cancel out
    assert [finding.message for finding in now.blocking] == []
    assert was.totals is not None
    assert now.totals is not None
    assert (now.totals.net + was.totals.net, now.totals.vat + was.totals.vat) == (Decimal(0), Decimal(0))

    # And the document is of the same type, dated today and linked to the self-invoice itself
    invoice = rules().self_invoice(twin, now, COMPANY, reference="r")
    assert (invoice.document_type, invoice.date) == (document_type, TODAY)
    assert [(one.number, one.date) for one in invoice.linked] == [("12/AF", OWN.date)]
    assert invoice.causale[0] == "Storno dell'autofattura n. 12/AF del 04/11/2026"


def test_a_self_invoice_of_december_is_taken_back_in_january() -> None:
    before = issued({}, DocumentType.TD17)
    own = OWN.model_copy(update={"date": dt.date(2026, 12, 31)})
    day = dt.date(2027, 1, 4)

    twin = reversed_draft(before, own, document_type=DocumentType.TD17, rate=None, reason="Doppia", today=day)
    found = rules().assess(twin, COMPANY, today=day)

    assert found.blocking == ()
    assert found.advice is not None
    assert found.advice.vat_period == "2027-01"


def test_the_one_made_anew_is_the_first_without_what_was_confirmed() -> None:
    before = issued({}, DocumentType.TD17).model_copy(update={"confirmed": ("operation_date",)})

    again = redone_draft(before)

    assert (again.lines, again.invoice_number, again.receipt_date) == (
        before.lines,
        before.invoice_number,
        before.receipt_date,
    )
    assert (again.confirmed, again.override_reason) == ((), None)
