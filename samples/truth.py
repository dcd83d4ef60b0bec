"""The true values of a sample: what a perfect reader returns, and what a perfect accountant then does."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict

from autofatture.domain.advice import Outcome
from autofatture.domain.money import Amount, Rate
from autofatture.domain.reading import DocumentKind, InvoiceLine, Nature, VatLine, Wording
from samples.bill import Bill


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(_Model):
    """What the decision has to be. ``outcomes`` lists what is right, the best first."""

    outcomes: tuple[Outcome, ...]
    rate: Rate | None = None
    natura: str | None = None
    base: Amount | None = None
    """What is to be converted to EUR and integrated, in ``currency``; negative for a credit note."""
    currency: str | None = None
    exchange_rate_day: dt.date | None = None
    """The day whose official rate applies; None for invoices in EUR."""
    why: str
    """One English sentence for whoever reads a failing test."""


class Truth(_Model):
    """The fields of :class:`autofatture.domain.reading.Reading`, as they are printed; None: not printed."""

    pages: int
    language: str
    has_text: bool = True
    embedded_xml: bool = False
    document_kind: DocumentKind
    supplier_name: str
    supplier_vat_id: str | None
    supplier_country: str
    supplier_street: str
    supplier_city: str
    supplier_postal_code: str | None
    customer_name: str
    customer_vat_id: str | None
    customer_is_person: bool
    invoice_number: str
    invoice_date: dt.date
    service_from: dt.date | None
    service_to: dt.date | None
    delivery_date: dt.date | None
    due_date: dt.date | None
    paid_date: dt.date | None
    currency: str
    total_net: Amount
    total_vat: Amount
    total_gross: Amount
    is_credit_note: bool
    related_number: str | None
    nature: Nature | None
    ship_from: str | None
    vat_lines: tuple[VatLine, ...]
    lines: tuple[InvoiceLine, ...]
    vat_ids: tuple[str, ...]
    wordings: tuple[Wording, ...]
    expected: Expected


def truth_of(
    bill: Bill,
    *,
    outcomes: tuple[Outcome, ...],
    why: str,
    rate: Rate | None = None,
    natura: str | None = None,
    rate_day: dt.date | None = None,
    pages: int = 1,
    has_text: bool = True,
    embedded_xml: bool = False,
) -> Truth:
    """Derive the truth from the very content that is drawn.

    ``rate`` and ``natura`` are the Italian treatment; ``rate_day`` is given where the exchange rate's day is not the
    invoice date.
    """
    supplier = bill.supplier
    treated = rate is not None
    return Truth(
        pages=pages,
        language=bill.language,
        has_text=has_text,
        embedded_xml=embedded_xml,
        document_kind=bill.kind,
        supplier_name=supplier.name,
        supplier_vat_id=supplier.vat_id,
        supplier_country=supplier.country,
        supplier_street=supplier.street,
        supplier_city=supplier.city,
        supplier_postal_code=supplier.postal_code,
        customer_name=bill.buyer_block[0],
        customer_vat_id=bill.printed_buyer_vat_id,
        customer_is_person=bill.buyer_is_person,
        invoice_number=bill.number,
        invoice_date=bill.date,
        service_from=bill.service_from,
        service_to=bill.service_to,
        delivery_date=bill.delivery,
        due_date=bill.due,
        paid_date=bill.paid,
        currency=bill.currency,
        total_net=bill.net,
        total_vat=bill.vat,
        total_gross=bill.shown_gross,
        is_credit_note=bill.is_credit_note,
        related_number=bill.related_number,
        nature=bill.nature,
        ship_from=bill.ship_from,
        vat_lines=tuple(
            VatLine(rate=line_rate, base=base, amount=bill.vat_amounts[line_rate], country=bill.vat_country)
            for line_rate, base in bill.vat_bases.items()
        ),
        lines=tuple(
            InvoiceLine(
                description=line.description,
                quantity=line.quantity,
                unit_price=line.unit_price,
                net=line.net,
                vat_rate=line.vat_rate,
            )
            for line in bill.lines
        ),
        vat_ids=tuple(
            vat_id
            for vat_id in (supplier.vat_id, *supplier.other_vat_ids, bill.printed_buyer_vat_id)
            if vat_id is not None
        ),
        wordings=tuple(Wording(kind=sentence.kind, text=sentence.text) for sentence in bill.sentences),
        expected=Expected(
            outcomes=outcomes,
            rate=rate,
            natura=natura,
            base=(-bill.net if bill.is_credit_note else bill.net) if treated else None,
            currency=bill.currency if treated else None,
            exchange_rate_day=(rate_day or bill.date) if treated and bill.currency != "EUR" else None,
            why=why,
        ),
    )
