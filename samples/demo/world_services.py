"""Services of suppliers outside the EU: foreign currencies, receipts, a QR slip, two invoices in one file."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import DocumentKind, Nature, WordingKind
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.catalogue import Sample
from samples.layouts import checkout, english, plain, swiss
from samples.locales import DE_CH, EN_GB, EN_US, EN_US_NUMERIC
from samples.parties import ALPE_MECCANICA, GIULIA_FERRI, ROSSI_IMPIANTI, VERDI_COMUNICAZIONE
from samples.printing import printed, sheet_for
from samples.suppliers.services import EBNATSEE, FERNHOLLOW, HARROWFEN, MAPLETHORN, PAPERGROVE
from samples.truth import truth_of

_FONTS_OCTOBER = Bill(
    supplier=FERNHOLLOW,
    buyer=VERDI_COMUNICAZIONE,
    buyer_vat_id=None,
    number="2291",
    date=dt.date(2026, 10, 7),
    due=dt.date(2026, 10, 21),
    language="en",
    currency="USD",
    nature=Nature.SERVICES,
    lines=(
        Line(
            description="Desktop licence, Saddlery Grotesk family, 5 users",
            quantity=Decimal(1),
            unit_price=Decimal("310.00"),
        ),
        Line(
            description="Web licence, 50,000 page views a month",
            quantity=Decimal(1),
            unit_price=Decimal("145.00"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.OUTSIDE_SCOPE,
            text="Electronically supplied service to a customer outside the United States: no sales tax charged.",
        ),
    ),
    notes=("For type licences as per your order form.", "Due 10/21/2026. All prices in USD. Thank you!"),
    extra={"account": "ABA 099052839, account 0020871144"},
)
_FONTS_NOVEMBER = dataclasses.replace(
    _FONTS_OCTOBER,
    number="2318",
    date=dt.date(2026, 11, 5),
    due=dt.date(2026, 11, 19),
    lines=(
        Line(
            description="App licence, Saddlery Grotesk Regular and Bold, 1 title",
            quantity=Decimal(2),
            unit_price=Decimal("189.50"),
        ),
    ),
    notes=("For type licences as per your order form.", "Due 11/19/2026. All prices in USD. Thank you!"),
)

_PAPERGROVE_INVOICE = Bill(
    supplier=PAPERGROVE,
    buyer=VERDI_COMUNICAZIONE,
    buyer_vat_id=None,
    number="7F31C0DE-0007",
    date=dt.date(2026, 10, 20),
    due=dt.date(2026, 10, 20),
    language="en",
    currency="USD",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 10, 20),
    service_to=dt.date(2027, 10, 19),
    lines=(
        Line(
            description="Papergrove Studio, yearly",
            quantity=Decimal(3),
            unit_price=Decimal("396.00"),
            period="Oct 20, 2026 – Oct 19, 2027",
        ),
    ),
    extra={"buyer_email": "hello@verdi-comunicazione.example", "pay": "Pay online"},
)
_PAPERGROVE_RECEIPT = dataclasses.replace(
    _PAPERGROVE_INVOICE,
    kind=DocumentKind.RECEIPT,
    number="2271-9904",
    related_number="7F31C0DE-0007",
    due=None,
    paid=dt.date(2026, 10, 20),
    extra={"buyer_email": "hello@verdi-comunicazione.example", "method": "Card ending 4417"},
)

_EBNATSEE_BILL = Bill(
    supplier=EBNATSEE,
    buyer=ALPE_MECCANICA,
    customer_number="10482",
    number="R-26-20417",
    date=dt.date(2026, 11, 6),
    delivery=dt.date(2026, 11, 3),
    due=dt.date(2026, 12, 6),
    language="de",
    currency="CHF",
    nature=Nature.SERVICES,
    order="AM 26/1180",
    lines=(
        Line(
            article="KAL-MS",
            description="Kalibrierung Messschieber, mit Zertifikat",
            quantity=Decimal(12),
            unit="Stk",
            unit_price=Decimal("68.50"),
        ),
        Line(
            article="KAL-EM",
            description="Kalibrierung Endmasssatz 112-teilig",
            quantity=Decimal(1),
            unit="Satz",
            unit_price=Decimal("540.00"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.OUTSIDE_SCOPE,
            text="Leistungsort im Ausland (Art. 8 Abs. 1 MWSTG): keine Schweizer MWST.",
        ),
    ),
)

_HARROWFEN_BILL = Bill(
    supplier=HARROWFEN,
    buyer=ROSSI_IMPIANTI,
    customer_number="HCE/4417/RI",
    number="INV/26/0388",
    date=dt.date(2026, 10, 5),
    due=dt.date(2026, 11, 4),
    language="en",
    currency="GBP",
    nature=Nature.SERVICES,
    order="RI-2026-77",
    lines=(
        Line(
            description="Partner: review of protection settings and report",
            quantity=Decimal("9.5"),
            unit_price=Decimal("148.00"),
        ),
        Line(
            description="Senior engineer: network model and studies",
            quantity=Decimal(22),
            unit_price=Decimal("96.00"),
        ),
        Line(description="Disbursements: standards and printing", quantity=Decimal(1), unit_price=Decimal("84.40")),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.OUTSIDE_SCOPE,
            text="Outside the scope of UK VAT. The customer is to account for VAT where applicable (reverse charge).",
        ),
    ),
    notes=(
        "To our professional services in September 2026, San Donato switchboard project, as per our appointment:",
        "We reserve the right to claim statutory interest on overdue accounts.",
    ),
)

_MAPLETHORN_BILL = Bill(
    supplier=MAPLETHORN,
    buyer=GIULIA_FERRI,
    buyer_vat_id="IT71000050485",
    number="MA-10931",
    date=dt.date(2026, 11, 9),
    due=dt.date(2026, 12, 9),
    language="en",
    currency="CAD",
    nature=Nature.SERVICES,
    order="Survey panel",
    lines=(
        Line(
            description="Survey panel, 400 completes, Canada\nFieldwork 26 October – 6 November 2026",
            quantity=Decimal(400),
            unit_price=Decimal("1.45"),
        ),
        Line(description="Questionnaire set-up", quantity=Decimal(1), unit_price=Decimal("60.00")),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.OUTSIDE_SCOPE,
            text="GST/HST: zero-rated supply to a non-resident (Schedule VI, Part V).",
        ),
    ),
    notes=("Prices are quoted and payable in Canadian dollars.",),
    extra={
        "currency_label": "US dollar",
        "total_label": "Total due (CAD)",
        "tax_line": "GST/HST 0 %",
        "account": "Transit 09904 · Account 0417280",
    },
)


def _make_two_in_one() -> bytes:
    sheet = sheet_for(_FONTS_OCTOBER, face="times", paper="Letter")
    for bill in (_FONTS_OCTOBER, _FONTS_NOVEMBER):
        plain.draw(sheet, bill, EN_US_NUMERIC, plain.ENGLISH)
    return sheet.to_bytes()


_OUTSIDE = "A service of a supplier outside the EU: self-invoice TD17."

SAMPLES = (
    Sample(
        key="d03_us_two_in_one_file",
        file_name="fernhollow_invoices.pdf",
        company=VERDI_COMUNICAZIONE,
        receipt_date=None,
        handling="doubtful",
        about="Two invoices of an American supplier in one file, with dates that could be read both ways.",
        truths=tuple(
            truth_of(bill, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_OUTSIDE, pages=2)
            for bill in (_FONTS_OCTOBER, _FONTS_NOVEMBER)
        ),
        make=_make_two_in_one,
    ),
    Sample(
        key="d04_us_subscription",
        file_name="Invoice-7F31C0DE-0007.pdf",
        company=VERDI_COMUNICAZIONE,
        receipt_date=dt.date(2026, 10, 20),
        handling="first_of_supplier",
        about="A yearly subscription from the United States in USD; its receipt is the next sample.",
        truths=(truth_of(_PAPERGROVE_INVOICE, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_OUTSIDE),),
        make=printed(_PAPERGROVE_INVOICE, checkout.draw_invoice, EN_US, logos.leaf, paper="Letter"),
    ),
    Sample(
        key="d05_us_receipt_twin",
        file_name="Receipt-2271-9904.pdf",
        company=VERDI_COMUNICAZIONE,
        receipt_date=dt.date(2026, 10, 20),
        handling="doubtful",
        about="The receipt of the purchase before: another number, the same operation.",
        truths=(
            truth_of(
                _PAPERGROVE_RECEIPT,
                outcomes=(Outcome.NONE,),
                why="The receipt of an invoice that is already here: a second self-invoice would double the tax.",
            ),
        ),
        make=printed(_PAPERGROVE_RECEIPT, checkout.draw_receipt, EN_US, logos.leaf, paper="Letter"),
    ),
    Sample(
        key="d10_ch_calibration_qr_slip",
        file_name="Rechnung_R-26-20417.pdf",
        company=ALPE_MECCANICA,
        receipt_date=dt.date(2026, 11, 9),
        handling="first_of_supplier",
        about="Calibration in Switzerland, in CHF, with a QR payment slip.",
        truths=(
            truth_of(
                _EBNATSEE_BILL,
                outcomes=(Outcome.TD17,),
                rate=Decimal(22),
                rate_day=dt.date(2026, 11, 3),
                why="A Swiss supplier's service on goods, taxed where the customer is: TD17 at the operation's rate.",
            ),
        ),
        make=printed(_EBNATSEE_BILL, swiss.draw, DE_CH, logos.peak, wordmark="Ebnatsee", reference="RF602620417"),
    ),
    Sample(
        key="d18_gb_engineers",
        file_name="INV-26-0388.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=dt.date(2026, 10, 6),
        handling="doubtful",
        about="A fee note from England in GBP; the full name stands in small print, the date could be May or October.",
        truths=(truth_of(_HARROWFEN_BILL, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_OUTSIDE),),
        make=printed(_HARROWFEN_BILL, english.draw_professional, EN_GB, face="times"),
    ),
    Sample(
        key="d30_ca_survey_two_dollars",
        file_name="Maplethorn_MA-10931.pdf",
        company=GIULIA_FERRI,
        receipt_date=dt.date(2026, 11, 10),
        handling="doubtful",
        about="Services from Canada: US dollars in the head of the page, Canadian dollars at the total.",
        truths=(truth_of(_MAPLETHORN_BILL, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_OUTSIDE),),
        make=printed(
            _MAPLETHORN_BILL, english.draw_form, EN_US, logos.monogram, wordmark="Maplethorn Analytics", paper="Letter"
        ),
    ),
)
