"""Invoice and receipt of one purchase, drawn and read like any other: the receipt leads to the invoice."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.domain.company import CompanyProfile
from autofatture.domain.draft import Draft
from autofatture.domain.drafting import first_draft
from autofatture.domain.reading import DocumentKind
from autofatture.services.twins import invoice_key, keys_of_paid_invoice
from samples import catalogue

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    wanted = {"d04_us_subscription", "d05_us_receipt_twin"}
    reader = IsolatedReader()
    company = CompanyProfile(company_id="1", name="Verdi Comunicazione S.r.l.", vat_id="01234567897")
    found = {}
    for sample in catalogue():
        if sample.key in wanted:
            reading = reader.read(sample.make(), content_type="application/pdf", deadline=9).best
            found[sample.key] = first_draft(reading, company, Draft(), today=TODAY)
    return found


def test_the_receipt_names_the_invoice_that_was_read_before(drafts: dict[str, Draft]) -> None:
    invoice, receipt = drafts["d04_us_subscription"], drafts["d05_us_receipt_twin"]
    assert receipt.document_kind is DocumentKind.RECEIPT
    assert invoice_key(invoice) in keys_of_paid_invoice(receipt)
