"""Goods for a hardware shop and a hotel: Spain, France, the Netherlands, San Marino."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import Nature, WordingKind
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.catalogue import Sample
from samples.layouts import northern, romance
from samples.locales import ES, FR, IT, NL
from samples.parties import BIANCHI_FERRAMENTA, HOTEL_BELVEDERE
from samples.printing import printed
from samples.suppliers.goods import (
    FONTEBIANCA,
    MONTESBLANCO,
    OOSTERZEEL,
    VAUBRESSAC,
)
from samples.truth import Truth, truth_of

_MONTESBLANCO_BILL = Bill(
    supplier=MONTESBLANCO,
    buyer=BIANCHI_FERRAMENTA,
    customer_number="430-0188",
    number="F26/10432",
    date=dt.date(2026, 10, 27),
    delivery=dt.date(2026, 10, 26),
    due=dt.date(2026, 11, 26),
    language="es",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="ES",
    order="Bianchi 118",
    lines=(
        Line(
            article="BIS-3412",
            description="Bisagra inoxidable 100 × 75, par",
            quantity=Decimal(150),
            unit_price=Decimal("6.42"),
        ),
        Line(
            article="MAN-0871",
            description="Manilla con roseta, negro mate",
            quantity=Decimal(60),
            unit_price=Decimal("14.90"),
        ),
        Line(
            article="CER-5501",
            description="Cerradura de embutir, entrada 50 mm",
            quantity=Decimal(40),
            unit_price=Decimal("21.75"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INTRA_EU_SUPPLY,
            text="Entrega intracomunitaria exenta de IVA, artículo 25 de la Ley 37/1992.",
        ),
    ),
    notes=("Mercancía expedida desde Zaragoza. Portes pagados.",),
)

_VAUBRESSAC_BILL = Bill(
    supplier=VAUBRESSAC,
    buyer=BIANCHI_FERRAMENTA,
    customer_number="I0447",
    number="FA-26-08817",
    date=dt.date(2026, 11, 4),
    delivery=dt.date(2026, 11, 3),
    due=dt.date(2026, 12, 4),
    language="fr",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="FR",
    order="BF 26-301",
    lines=(
        Line(
            article="VIS-4016",
            description="Vis à bois inox 4 × 16, boîte de 500",
            quantity=Decimal(48),
            unit_price=Decimal("17.30"),
        ),
        Line(
            article="CHV-0810",
            description="Chevilles nylon 8 mm, sachet de 100",
            quantity=Decimal(90),
            unit_price=Decimal("5.15"),
        ),
        Line(
            article="EQR-120",
            description="Équerre renforcée 120 × 120",
            quantity=Decimal(200),
            unit_price=Decimal("2.08"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="Autoliquidation par le preneur – prestation de services, article 283-2 du CGI.",
        ),
    ),
    notes=(
        "Bon de livraison BL-26-11204, enlèvement Lyon 9e, livraison DAP Torino (Incoterms 2020).",
        "Pénalités de retard : trois fois le taux d'intérêt légal. Indemnité forfaitaire de recouvrement : 40 €.",
    ),
)

_OOSTERZEEL_BILL = Bill(
    supplier=OOSTERZEEL,
    buyer=BIANCHI_FERRAMENTA,
    number="2026-4471",
    date=dt.date(2026, 10, 13),
    delivery=dt.date(2026, 10, 12),
    due=dt.date(2026, 11, 12),
    language="nl",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="NL",
    order="BF 26-288",
    lines=(
        Line(
            article="8841-M8",
            description="Draadstang M8 x 1000, verzinkt",
            quantity=Decimal(250),
            unit="st",
            unit_price=Decimal("1.68"),
        ),
        Line(
            article="9904-HB",
            description="Houtbouwschroef 8 x 120, doos 50",
            quantity=Decimal(36),
            unit="ds",
            unit_price=Decimal("23.45"),
        ),
        Line(
            article="1172-RK",
            description="Ringkabelschoen assortiment",
            quantity=Decimal(12),
            unit="st",
            unit_price=Decimal("31.90"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INTRA_EU_SUPPLY,
            text="Intracommunautaire levering, 0% btw, artikel 138 richtlijn 2006/112/EG.",
        ),
    ),
    notes=("Levering franco huis Torino. Betaling binnen 30 dagen onder vermelding van het factuurnummer.",),
    extra={"delivery_note": "PB 118204"},
)

_FONTEBIANCA_BILL = Bill(
    supplier=FONTEBIANCA,
    buyer=HOTEL_BELVEDERE,
    customer_number="1187",
    number="2214/2026",
    date=dt.date(2026, 10, 23),
    delivery=dt.date(2026, 10, 23),
    due=dt.date(2026, 11, 30),
    language="it",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="SM",
    lines=(
        Line(
            article="LEN-180",
            description="Lenzuolo matrimoniale percalle, bianco",
            quantity=Decimal(80),
            unit_price=Decimal("18.60"),
        ),
        Line(
            article="ASC-600",
            description="Asciugamano viso spugna 600 g",
            quantity=Decimal(120),
            unit_price=Decimal("4.35"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="Cessione senza addebito d'imposta: l'IVA è assolta dal cessionario (art. 17, c. 2, DPR 633/72).",
        ),
    ),
    notes=("Documento cartaceo accompagnato da D.d.t. 2214 del 23/10/2026.",),
)

_EU_GOODS = "Goods shipped from another EU state by a supplier identified there, VAT exempt there: TD18."


def _td18(bill: Bill, why: str = _EU_GOODS) -> tuple[Truth, ...]:
    return (truth_of(bill, outcomes=(Outcome.TD18,), rate=Decimal(22), rate_day=bill.delivery, why=why),)


_DUTCH_TRUTHS = _td18(_OOSTERZEEL_BILL)

SAMPLES = (
    Sample(
        key="d12_es_hardware",
        file_name="F26-10432.pdf",
        company=BIANCHI_FERRAMENTA,
        receipt_date=dt.date(2026, 10, 28),
        handling="clean",
        about="Goods from Spain, in Spanish.",
        truths=_td18(_MONTESBLANCO_BILL),
        make=printed(
            _MONTESBLANCO_BILL, romance.draw, ES, logos.monogram, romance.SPANISH, wordmark="Herrajes Montesblanco"
        ),
    ),
    Sample(
        key="d13_fr_goods_called_services",
        file_name="Facture_FA-26-08817.pdf",
        company=BIANCHI_FERRAMENTA,
        receipt_date=dt.date(2026, 11, 6),
        handling="doubtful",
        about="Goods from France on an invoice that cites the rule for services.",
        truths=_td18(
            _VAUBRESSAC_BILL,
            "Screws and brackets delivered from Lyon are goods, whatever rule the invoice cites: TD18, not TD17.",
        ),
        make=printed(_VAUBRESSAC_BILL, romance.draw, FR, logos.bands, romance.FRENCH, wordmark="Vaubressac"),
    ),
    Sample(
        key="d14_nl_fixings",
        file_name="Factuur 2026-4471.pdf",
        company=BIANCHI_FERRAMENTA,
        receipt_date=dt.date(2026, 10, 14),
        handling="clean",
        about="Goods from the Netherlands, in Dutch.",
        truths=_DUTCH_TRUTHS,
        make=printed(_OOSTERZEEL_BILL, northern.draw_dutch, NL, logos.gear, wordmark="Oosterzeel"),
    ),
    Sample(
        key="d15_nl_fixings_again",
        file_name="kopie_factuur_bianchi.pdf",
        company=BIANCHI_FERRAMENTA,
        receipt_date=dt.date(2026, 10, 30),
        handling="doubtful",
        about="The same Dutch invoice once more, printed as a copy: another file, the same document.",
        truths=_DUTCH_TRUTHS,
        make=printed(
            _OOSTERZEEL_BILL, northern.draw_dutch, NL, logos.gear, face="times", wordmark="Oosterzeel", copy=True
        ),
    ),
    Sample(
        key="d27_sm_linen",
        file_name="FT_2214_2026_Fontebianca.pdf",
        company=HOTEL_BELVEDERE,
        receipt_date=dt.date(2026, 10, 26),
        handling="first_of_supplier",
        about="Goods from San Marino without VAT, in Italian.",
        truths=(
            truth_of(
                _FONTEBIANCA_BILL,
                outcomes=(Outcome.TD19,),
                rate=Decimal(22),
                why="Goods from San Marino without VAT on the invoice: TD19, dated at receipt.",
            ),
        ),
        make=printed(
            _FONTEBIANCA_BILL,
            romance.draw,
            IT,
            logos.bands,
            romance.ITALIAN,
            face="times",
            wordmark="Fontebianca",
            vat_row=False,
        ),
    ),
)
