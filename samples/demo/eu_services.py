"""Services of suppliers established in the EU."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import Nature, WordingKind
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.catalogue import Sample
from samples.layouts import checkout, english, northern, services, usage
from samples.locales import EN_EUR, EN_IE, EN_SE, IT, PT
from samples.parties import HOTEL_BELVEDERE, ROSSI_IMPIANTI, VERDI_COMUNICAZIONE
from samples.printing import printed
from samples.sheet import EMBEDDED_FACE
from samples.suppliers.services import CAIS_DO_VENTO, KAMERPOORT, LARKSPINDLE, MOSELLIX, NORRSKYGG, VELOPAGO
from samples.truth import truth_of

_ARTICLE_196 = Sentence(
    kind=WordingKind.REVERSE_CHARGE,
    text="Tax to be paid on reverse charge basis (Article 196 of Council Directive 2006/112/EC).",
)

LARKSPINDLE_OCTOBER = Bill(
    supplier=LARKSPINDLE,
    buyer=VERDI_COMUNICAZIONE,
    number="LKS-2026-008102",
    date=dt.date(2026, 10, 2),
    due=dt.date(2026, 10, 16),
    language="en",
    currency="EUR",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 10, 2),
    service_to=dt.date(2026, 11, 1),
    lines=(
        Line(
            description="Larkspindle Team – 5 seats",
            quantity=Decimal(5),
            unit_price=Decimal("14.90"),
            period="Oct 2 – Nov 1, 2026",
        ),
    ),
    sentences=(_ARTICLE_196,),
    extra={"pay": "Pay online", "buyer_email": "hello@verdi-comunicazione.example"},
)
LARKSPINDLE_NOVEMBER = dataclasses.replace(
    LARKSPINDLE_OCTOBER,
    number="LKS-2026-008907",
    date=dt.date(2026, 11, 2),
    due=dt.date(2026, 11, 16),
    service_from=dt.date(2026, 11, 2),
    service_to=dt.date(2026, 12, 1),
    lines=(
        Line(
            description="Larkspindle Team – 6 seats",
            quantity=Decimal(6),
            unit_price=Decimal("14.90"),
            period="Nov 2 – Dec 1, 2026",
        ),
    ),
)

CAIS_DO_VENTO_BILL = Bill(
    supplier=CAIS_DO_VENTO,
    buyer=VERDI_COMUNICAZIONE,
    number="FT 2026A/214",
    date=dt.date(2026, 11, 12),
    due=dt.date(2026, 12, 12),
    language="pt",
    currency="EUR",
    nature=Nature.SERVICES,
    order="Campanha inverno",
    lines=(
        Line(
            article="SRV01",
            description="Ilustração original para cartaz, formato B1",
            quantity=Decimal(2),
            unit_price=Decimal("620.00"),
        ),
        Line(
            article="SRV07",
            description="Adaptação para redes sociais (6 formatos)",
            quantity=Decimal(1),
            unit_price=Decimal("275.00"),
        ),
    ),
    sentences=(
        Sentence(kind=WordingKind.REVERSE_CHARGE, text="IVA – autoliquidação, artigo 6.º n.º 6 alínea a) do CIVA."),
    ),
    notes=("Cedência de direitos de utilização por 12 meses, conforme proposta.",),
    extra={"atcud": "JX7K90-214", "signature": "hQvT"},
)

NORRSKYGG_BILL = Bill(
    supplier=NORRSKYGG,
    buyer=ROSSI_IMPIANTI,
    number="20260917",
    date=dt.date(2026, 10, 21),
    due=dt.date(2026, 11, 20),
    language="en",
    currency="SEK",
    nature=Nature.SERVICES,
    order="San Donato, lotto 2",
    lines=(
        Line(
            description="Remote commissioning of power-quality monitoring, 2 sites",
            quantity=Decimal(14),
            unit="h",
            unit_price=Decimal("1150.00"),
        ),
        Line(
            description="Monitoring software licence, 12 months\nOct 2026 – Sep 2027",
            quantity=Decimal(2),
            unit="pcs",
            unit_price=Decimal("4275.00"),
        ),
    ),
    printed_gross=Decimal("26450.00"),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="Omvänd betalningsskyldighet / Reverse charge, Article 196 Directive 2006/112/EC.",
        ),
    ),
    notes=("Interest on late payment according to the Swedish Interest Act.",),
    extra={"tax_line": "VAT 0 %", "total_label": "Total SEK", "currency_label": "SEK"},
)


def _metered(node: int) -> tuple[Line, ...]:
    """The lines of one server: machine, disk, backup and traffic, with amounts that differ from node to node."""
    hours = Decimal(744) if node % 4 else Decimal(312 + 17 * node)
    return (
        Line(
            description=f"Virtual machine vx-{2 + node % 3} · node {node:02d}.lux1",
            quantity=hours,
            unit="h",
            unit_price=Decimal("0.0312") * (1 + node % 3),
        ),
        Line(
            description=f"Block volume · node {node:02d}.lux1",
            quantity=Decimal(80 + 20 * (node % 5)),
            unit="GB",
            unit_price=Decimal("0.048"),
        ),
        Line(
            description=f"Daily backup · node {node:02d}.lux1",
            quantity=Decimal(31 if node % 4 else 13),
            unit="copies",
            unit_price=Decimal("0.11"),
        ),
        Line(
            description=f"Traffic beyond allowance · node {node:02d}.lux1",
            quantity=Decimal(12 + 7 * node),
            unit="GB",
            unit_price=Decimal("0.009"),
        ),
    )


MOSELLIX_BILL = Bill(
    supplier=MOSELLIX,
    buyer=ROSSI_IMPIANTI,
    customer_number="MX-60418",
    number="MX2026-10-60418",
    date=dt.date(2026, 10, 31),
    due=dt.date(2026, 11, 14),
    language="en",
    currency="EUR",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 10, 1),
    service_to=dt.date(2026, 10, 31),
    lines=tuple(line for node in range(1, 19) for line in _metered(node)),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="VAT reverse charge: the recipient is liable for the tax (Art. 44 and 196 Directive 2006/112/EC).",
        ),
    ),
    notes=("The amount will be collected by SEPA direct debit on the due date.",),
    extra={"terms": "SEPA direct debit"},
)

KAMERPOORT_BILL = Bill(
    supplier=KAMERPOORT,
    buyer=HOTEL_BELVEDERE,
    customer_number="4417280",
    number="1660417728",
    date=dt.date(2026, 11, 3),
    due=dt.date(2026, 11, 17),
    language="it",
    currency="EUR",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 10, 1),
    service_to=dt.date(2026, 10, 31),
    lines=(
        Line(
            description="Commissioni su prenotazioni, camere",
            quantity=Decimal(1),
            unit_price=Decimal("1254.96"),
            cells=("8.366,40", "15%"),
        ),
        Line(
            description="Programma visibilità, prenotazioni aderenti",
            quantity=Decimal(1),
            unit_price=Decimal("63.12"),
            cells=("2.104,00", "3%"),
        ),
        Line(
            description="Rettifica: soggiorno annullato, prenotazione 904417728",
            quantity=Decimal(1),
            unit_price=Decimal("-43.20"),
            cells=("-288,00", "15%"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="Inversione contabile: l'IVA è dovuta dal destinatario del servizio (articoli 44 e 196 "
            "della direttiva 2006/112/CE).",
        ),
    ),
    notes=("L'importo sarà addebitato sul conto indicato nell'extranet alla data di scadenza.",),
)

VELOPAGO_BILL = Bill(
    supplier=VELOPAGO,
    buyer=HOTEL_BELVEDERE,
    customer_number="VP-8841-0417",
    number="VPE-2026-10-884104",
    date=dt.date(2026, 10, 31),
    language="en",
    currency="EUR",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 10, 1),
    service_to=dt.date(2026, 10, 31),
    lines=(
        Line(
            description="Card payments, European consumer cards",
            quantity=Decimal(1),
            unit_price=Decimal("118.44"),
            cells=("142", "9,870.00"),
        ),
        Line(
            description="Card payments, other cards",
            quantity=Decimal(1),
            unit_price=Decimal("61.05"),
            cells=("31", "2,220.00"),
        ),
        Line(description="Refund processing", quantity=Decimal(1), unit_price=Decimal("1.50"), cells=("3", "415.00")),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.EXEMPTION,
            text="Payment services are exempt from VAT under Article 135(1)(d) of Directive 2006/112/EC.",
        ),
    ),
    notes=("These fees have already been deducted from your balance. No payment is required.",),
)

_EU_SERVICE = "A service of an EU supplier not established in Italy, without VAT: integration TD17."

SAMPLES = (
    Sample(
        key="d01_ie_saas_october",
        file_name="Invoice-LKS-2026-008102.pdf",
        company=VERDI_COMUNICAZIONE,
        receipt_date=dt.date(2026, 10, 2),
        handling="first_of_supplier",
        about="A subscription from Ireland: the first invoice of a supplier that comes every month.",
        truths=(truth_of(LARKSPINDLE_OCTOBER, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_EU_SERVICE),),
        make=printed(LARKSPINDLE_OCTOBER, checkout.draw_invoice, EN_IE, logos.spindle),
    ),
    Sample(
        key="d02_ie_saas_november",
        file_name="Invoice-LKS-2026-008907.pdf",
        company=VERDI_COMUNICAZIONE,
        receipt_date=dt.date(2026, 10, 31),
        handling="clean",
        about="The next month of the same supplier, uploaded with a batch declared as received in October.",
        truths=(truth_of(LARKSPINDLE_NOVEMBER, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_EU_SERVICE),),
        make=printed(LARKSPINDLE_NOVEMBER, checkout.draw_invoice, EN_IE, logos.spindle),
    ),
    Sample(
        key="d20_pt_design",
        file_name="FT2026A-214.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=dt.date(2026, 11, 13),
        handling="first_of_supplier",
        about="Design work from Portugal, uploaded for the wrong company of the studio.",
        truths=(truth_of(CAIS_DO_VENTO_BILL, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_EU_SERVICE),),
        make=printed(
            CAIS_DO_VENTO_BILL,
            northern.draw_portuguese,
            PT,
            logos.peak,
            wordmark="cais do vento",
        ),
    ),
    Sample(
        key="d21_se_monitoring_sek",
        file_name="Faktura_20260917.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=dt.date(2026, 10, 22),
        handling="doubtful",
        about="Services from Sweden in SEK; two digits of the printed total are swapped.",
        truths=(truth_of(NORRSKYGG_BILL, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_EU_SERVICE),),
        make=printed(NORRSKYGG_BILL, english.draw_form, EN_SE, logos.waves, wordmark="Norrskygg"),
    ),
    Sample(
        key="d24_lu_hosting_three_pages",
        file_name="mosellix_MX2026-10-60418.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=dt.date(2026, 11, 2),
        handling="clean",
        about="A hosting invoice of several pages: the total stands on the first, the lines go on to the last.",
        truths=(truth_of(MOSELLIX_BILL, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_EU_SERVICE, pages=3),),
        make=printed(MOSELLIX_BILL, usage.draw, EN_EUR, logos.leaf, face=EMBEDDED_FACE, pages=3),
    ),
    Sample(
        key="d25_nl_commission_in_italian",
        file_name="Fattura_1660417728.pdf",
        company=HOTEL_BELVEDERE,
        receipt_date=dt.date(2026, 11, 3),
        handling="clean",
        about="A booking platform's commission, written in Italian by a Dutch company.",
        truths=(truth_of(KAMERPOORT_BILL, outcomes=(Outcome.TD17,), rate=Decimal(22), why=_EU_SERVICE),),
        make=printed(KAMERPOORT_BILL, services.draw_commission, IT, logos.waves, wordmark="Kamerpoort"),
    ),
    Sample(
        key="d26_lu_payment_fees",
        file_name="VPE-2026-10-884104.pdf",
        company=HOTEL_BELVEDERE,
        receipt_date=dt.date(2026, 11, 2),
        handling="doubtful",
        about="Fees of a payment institution: exempt, so TD17 with natura N4 at any amount.",
        truths=(
            truth_of(
                VELOPAGO_BILL,
                outcomes=(Outcome.TD17,),
                rate=Decimal(0),
                natura="N4",
                why="Financial services of an EU supplier are exempt in Italy (art. 10 DPR 633/72): TD17 with N4.",
            ),
        ),
        make=printed(VELOPAGO_BILL, services.draw_fees, EN_EUR, logos.waves, wordmark="velopago"),
    ),
)
