"""Papers that are not invoices: a proforma and a reminder."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import DocumentKind, Nature
from samples import logos
from samples.bill import Bill, Line
from samples.catalogue import Sample
from samples.layouts import letter, services
from samples.locales import DE, EN_EUR
from samples.parties import ROSSI_IMPIANTI
from samples.printing import printed
from samples.suppliers.goods import TAUERNMOOS
from samples.suppliers.services import DUINKERF
from samples.truth import truth_of

_TAUERNMOOS_PROFORMA = Bill(
    supplier=TAUERNMOOS,
    buyer=ROSSI_IMPIANTI,
    customer_number="50318",
    kind=DocumentKind.PROFORMA,
    number="PF-26-0219",
    date=dt.date(2026, 11, 10),
    due=dt.date(2026, 11, 30),
    language="de",
    currency="EUR",
    nature=Nature.GOODS,
    order="Anfrage 3.11.",
    lines=(
        Line(
            article="SA-630",
            description="Niederspannungs-Schaltschrank 630 A nach Angebot 26-877",
            quantity=Decimal(1),
            unit="Stk",
            unit_price=Decimal("7840.00"),
        ),
        Line(
            article="ANZ",
            description="davon Anzahlung 30 % bei Freigabe: 2.352,00 EUR",
            quantity=Decimal(1),
            unit="",
            unit_price=Decimal("0.00"),
        ),
    ),
    notes=("Diese Proforma-Rechnung ist keine Rechnung im Sinne des UStG. Sie berechtigt nicht zum Vorsteuerabzug.",),
)

_DUINKERF_REMINDER = Bill(
    supplier=DUINKERF,
    buyer=ROSSI_IMPIANTI,
    buyer_vat_id=None,
    customer_number="C-20418",
    kind=DocumentKind.REMINDER,
    number="MA-2026-0331",
    date=dt.date(2026, 11, 16),
    language="en",
    currency="EUR",
    nature=None,
    lines=(
        Line(
            description="Open invoice",
            article="2026-0871",
            period="3 September 2026",
            unit="3 October 2026",
            quantity=Decimal(1),
            unit_price=Decimal("240.00"),
        ),
        Line(
            description="Open invoice",
            article="2026-0944",
            period="1 October 2026",
            unit="31 October 2026",
            quantity=Decimal(1),
            unit_price=Decimal("240.00"),
        ),
    ),
    notes=(
        "Dear customer, according to our records the invoices below are still open. Please pay within seven days.",
        "If you have paid in the meantime, please disregard this letter. This is not an invoice.",
    ),
)

SAMPLES = (
    Sample(
        key="d22_at_proforma",
        file_name="Proforma_PF-26-0219.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=None,
        handling="doubtful",
        about="A proforma from Austria: nothing is due on it.",
        truths=(
            truth_of(
                _TAUERNMOOS_PROFORMA,
                outcomes=(Outcome.NONE,),
                why="A proforma is not an invoice: no self-invoice until the invoice or the payment comes.",
            ),
        ),
        make=printed(_TAUERNMOOS_PROFORMA, letter.draw, DE, logos.peak, letter.PROFORMA, wordmark="Tauernmoos"),
    ),
    Sample(
        key="d23_nl_reminder",
        file_name="reminder MA-2026-0331.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=None,
        handling="doubtful",
        about="A payment reminder that lists two invoices: nothing is billed by it.",
        truths=(
            truth_of(
                _DUINKERF_REMINDER,
                outcomes=(Outcome.NONE,),
                why="A reminder bills nothing; the invoices it lists have to be asked for.",
            ),
        ),
        make=printed(_DUINKERF_REMINDER, services.draw_reminder, EN_EUR, logos.spindle, wordmark="duinkerf"),
    ),
)
