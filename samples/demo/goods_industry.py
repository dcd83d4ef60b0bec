"""Goods for a machine builder: Germany, Poland, Northern Ireland."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import DocumentKind, Nature, WordingKind
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.catalogue import Sample
from samples.layouts import english, letter, northern
from samples.locales import DE, EN_GB, PL
from samples.parties import ALPE_MECCANICA
from samples.printing import printed
from samples.sheet import EMBEDDED_FACE
from samples.suppliers.goods import (
    BRENNIGHOFF,
    LAGANTOFT,
    WRZOSOWICE,
)
from samples.truth import Truth, truth_of

_INTRA_EU_DE = Sentence(
    kind=WordingKind.INTRA_EU_SUPPLY,
    text="Innergemeinschaftliche Lieferung, steuerfrei nach § 4 Nr. 1b UStG.",
)

_BRENNIGHOFF_BILL = Bill(
    supplier=BRENNIGHOFF,
    buyer=ALPE_MECCANICA,
    customer_number="204418",
    number="4471820",
    date=dt.date(2026, 10, 14),
    delivery=dt.date(2026, 10, 13),
    due=dt.date(2026, 11, 13),
    language="de",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="DE",
    order="AM 26/1042",
    lines=(
        Line(
            article="BK-63-05",
            description="Kegelstirnradgetriebe BK 63, i = 24,6",
            quantity=Decimal(4),
            unit="Stk",
            unit_price=Decimal("1284.00"),
            customs_code="8483 4021",
        ),
        Line(
            article="BM-112",
            description="Drehstrommotor 4 kW, Bauform B5, IE4",
            quantity=Decimal(4),
            unit="Stk",
            unit_price=Decimal("618.50"),
            customs_code="8501 5220",
        ),
        Line(
            article="KU-38",
            description="Elastische Kupplung Größe 38",
            quantity=Decimal(8),
            unit="Stk",
            unit_price=Decimal("71.25"),
            customs_code="8483 6080",
        ),
        Line(
            article="FRACHT",
            description="Frachtkostenanteil",
            quantity=Decimal(1),
            unit="Stk",
            unit_price=Decimal("230.00"),
        ),
    ),
    sentences=(_INTRA_EU_DE,),
    extra={"delivery_note": "80442190", "contact": "Herr Severin"},
)

_BRENNIGHOFF_CREDIT = Bill(
    supplier=BRENNIGHOFF,
    buyer=ALPE_MECCANICA,
    customer_number="204418",
    kind=DocumentKind.CREDIT_NOTE,
    number="4471911",
    date=dt.date(2026, 11, 10),
    delivery=dt.date(2026, 11, 4),
    language="de",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="DE",
    related_number="4471820",
    related_date=dt.date(2026, 10, 14),
    lines=(
        Line(
            article="KU-38",
            description="Elastische Kupplung Größe 38, Rücksendung",
            quantity=Decimal(2),
            unit="Stk",
            unit_price=Decimal("71.25"),
            customs_code="8483 6080",
        ),
    ),
    sentences=(_INTRA_EU_DE,),
    notes=("Der Betrag wird mit der nächsten Zahlung verrechnet.",),
    extra={"contact": "Herr Severin"},
)

_WRZOSOWICE_BILL = Bill(
    supplier=WRZOSOWICE,
    buyer=ALPE_MECCANICA,
    number="FV/1187/10/2026",
    date=dt.date(2026, 10, 22),
    delivery=dt.date(2026, 10, 21),
    due=dt.date(2026, 11, 21),
    language="pl",
    currency="PLN",
    nature=Nature.GOODS,
    ship_from="PL",
    order="AM 26/1066",
    lines=(
        Line(
            description="Wspornik spawany WS-40, ocynkowany",
            quantity=Decimal(40),
            unit="szt.",
            unit_price=Decimal("61.50"),
            customs_code="7326 90 98",
        ),
        Line(
            description="Kołnierz płaski DN80 PN16",
            quantity=Decimal(120),
            unit="szt.",
            unit_price=Decimal("18.35"),
            customs_code="7307 91 00",
        ),
        Line(
            description="Transport do klienta",
            quantity=Decimal(1),
            unit="usł.",
            unit_price=Decimal("320.00"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INTRA_EU_SUPPLY,
            text="Wewnątrzwspólnotowa dostawa towarów – stawka 0%, art. 42 ustawy o VAT.",
        ),
    ),
    notes=("Waluta: PLN. Towar wysłano z magazynu w Czeladzi.",),
)

_LAGANTOFT_BILL = Bill(
    supplier=LAGANTOFT,
    buyer=ALPE_MECCANICA,
    customer_number="ALP001",
    number="0048817",
    date=dt.date(2026, 10, 19),
    delivery=dt.date(2026, 10, 16),
    due=dt.date(2026, 11, 18),
    language="en",
    currency="GBP",
    nature=Nature.GOODS,
    ship_from="XI",
    order="AM26/1071",
    lines=(
        Line(
            article="CB-220-A",
            description="Bearing housing, SG iron, machined",
            quantity=Decimal(16),
            unit_price=Decimal("94.20"),
            customs_code="8483 3080",
        ),
        Line(
            article="CB-220-L",
            description="Cover to suit, unmachined",
            quantity=Decimal(16),
            unit_price=Decimal("12.85"),
            customs_code="8483 9089",
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INTRA_EU_SUPPLY,
            text="Intra-Community supply of goods from Northern Ireland. Zero rated, Art. 138 Directive 2006/112/EC.",
        ),
    ),
    notes=("Goods despatched from Belfast, delivered DAP Pavia di Udine.",),
)

_EU_GOODS = "Goods shipped from another EU state by a supplier identified there, VAT exempt there: TD18."


def _td18(bill: Bill, why: str = _EU_GOODS) -> tuple[Truth, ...]:
    return (truth_of(bill, outcomes=(Outcome.TD18,), rate=Decimal(22), rate_day=bill.delivery, why=why),)


SAMPLES = (
    Sample(
        key="d06_de_gearboxes",
        file_name="Rechnung_4471820.pdf",
        company=ALPE_MECCANICA,
        receipt_date=dt.date(2026, 10, 15),
        handling="clean",
        about="Goods from Germany with a share of freight, which follows the goods.",
        truths=_td18(_BRENNIGHOFF_BILL),
        make=printed(
            _BRENNIGHOFF_BILL,
            letter.draw,
            DE,
            logos.monogram,
            face=EMBEDDED_FACE,
            wordmark="Brennighoff Antriebstechnik",
        ),
    ),
    Sample(
        key="d08_de_credit_note",
        file_name="Gutschrift_4471911.pdf",
        company=ALPE_MECCANICA,
        receipt_date=dt.date(2026, 11, 11),
        handling="doubtful",
        about="A partial credit note to the invoice before: the same type with negative amounts.",
        truths=_td18(
            _BRENNIGHOFF_CREDIT,
            "A credit note follows the document it corrects: the same TD18 with negative amounts, never TD04.",
        ),
        make=printed(
            _BRENNIGHOFF_CREDIT,
            letter.draw,
            DE,
            logos.monogram,
            letter.CREDIT_NOTE,
            face=EMBEDDED_FACE,
            wordmark="Brennighoff Antriebstechnik",
        ),
    ),
    Sample(
        key="d09_pl_goods_pln",
        file_name="FV_1187_10_2026.pdf",
        company=ALPE_MECCANICA,
        receipt_date=dt.date(2026, 10, 26),
        handling="first_of_supplier",
        about="Goods from Poland, in PLN and in Polish.",
        truths=_td18(_WRZOSOWICE_BILL),
        make=printed(
            _WRZOSOWICE_BILL,
            northern.draw_polish,
            PL,
            logos.gear,
            face=EMBEDDED_FACE,
            words_of_total="cztery tysiące dziewięćset osiemdziesiąt dwa złote 00/100",
        ),
    ),
    Sample(
        key="d11_xi_castings_gbp",
        file_name="SINV0048817.pdf",
        company=ALPE_MECCANICA,
        receipt_date=dt.date(2026, 10, 20),
        handling="doubtful",
        about="Goods from Northern Ireland: an XI id, so an intra-EU acquisition, in GBP.",
        truths=_td18(
            _LAGANTOFT_BILL,
            "Goods shipped from Northern Ireland under an XI id are an intra-EU acquisition: TD18.",
        ),
        make=printed(_LAGANTOFT_BILL, english.draw_ledger, EN_GB, face="courier"),
    ),
)
