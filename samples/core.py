"""The four samples of the main job, all addressed to the demo client's company."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import Nature, WordingKind
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.catalogue import Sample
from samples.embedded import attach_cii
from samples.layouts import checkout, letter, romance, usage
from samples.locales import DE, EN_IE, EN_US, FR
from samples.parties import CLIENT_COMPANY
from samples.printing import printed, sheet_for
from samples.scan import scanned
from samples.sheet import EMBEDDED_FACE
from samples.suppliers.goods import HALLERSBRUNN, VAUQUELOU
from samples.suppliers.services import LARKSPINDLE, QUARROWIND
from samples.truth import truth_of

_IRISH = Bill(
    supplier=LARKSPINDLE,
    buyer=CLIENT_COMPANY,
    number="LKS-2026-008841",
    date=dt.date(2026, 11, 2),
    due=dt.date(2026, 11, 16),
    language="en",
    currency="EUR",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 11, 2),
    service_to=dt.date(2026, 12, 1),
    lines=(
        Line(
            description="Larkspindle Team – 12 seats",
            quantity=Decimal(12),
            unit_price=Decimal("14.90"),
            period="Nov 2 – Dec 1, 2026",
        ),
        Line(
            description="Advanced reporting add-on",
            quantity=Decimal(1),
            unit_price=Decimal("39.00"),
            period="Nov 2 – Dec 1, 2026",
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="Tax to be paid on reverse charge basis (Article 196 of Council Directive 2006/112/EC).",
        ),
    ),
    notes=(f"Pay by transfer to {LARKSPINDLE.bank}, IBAN {LARKSPINDLE.iban}, quoting the invoice number.",),
    extra={"pay": "Pay online", "buyer_email": "amministrazione@torrefazione-aurora.example"},
)


def _compute(name: str, quantity: str, unit: str, price: str) -> Line:
    return Line(description=name, quantity=Decimal(quantity), unit=unit, unit_price=Decimal(price))


_AMERICAN = Bill(
    supplier=QUARROWIND,
    buyer=CLIENT_COMPANY,
    customer_number="7740-1186-0392",
    number="QWC-1031884",
    date=dt.date(2026, 10, 31),
    due=dt.date(2026, 11, 30),
    language="en",
    currency="USD",
    nature=Nature.SERVICES,
    service_from=dt.date(2026, 10, 1),
    service_to=dt.date(2026, 10, 31),
    lines=(
        _compute("Compute – general purpose, 4 vCPU\nRegion eu-south", "1488", "hours", "0.1184"),
        _compute("Block storage, SSD\nRegion eu-south", "500", "GB-month", "0.105"),
        _compute("Object storage, standard", "1240", "GB-month", "0.0212"),
        _compute("Managed database, small", "744", "hours", "0.0655"),
        _compute("Data transfer out", "318", "GB", "0.0875"),
        _compute("Support plan – Business", "1", "month", "100"),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="No VAT is charged on this invoice. Customers established in the European Union account for VAT "
            "under the reverse charge procedure.",
        ),
    ),
    notes=("All amounts are in US dollars (USD). Charges are based on metered usage in the billing period.",),
    extra={"terms": "Net 30", "account": "ABA routing 099041728 · Account 0041728015"},
)

_GERMAN = Bill(
    supplier=HALLERSBRUNN,
    buyer=CLIENT_COMPANY,
    customer_number="D-40718",
    number="RE-2026-10473",
    date=dt.date(2026, 11, 5),
    delivery=dt.date(2026, 11, 4),
    due=dt.date(2026, 12, 5),
    language="de",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="DE",
    order="TA/2026/311",
    lines=(
        Line(
            article="MS-180-H",
            description="Mahlscheibenpaar 180 mm, gehärtet",
            quantity=Decimal(4),
            unit="Satz",
            unit_price=Decimal("389.50"),
            customs_code="8438 9000",
        ),
        Line(
            article="SB-06",
            description="Siebeinsatz Edelstahl, 0,6 mm",
            quantity=Decimal(6),
            unit="Stk",
            unit_price=Decimal("47.80"),
            customs_code="8438 9000",
        ),
        Line(
            article="VP-DE1",
            description="Verpackung und Versand frei Haus Trieste",
            quantity=Decimal(1),
            unit="Stk",
            unit_price=Decimal("68.00"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INTRA_EU_SUPPLY,
            text="Steuerfreie innergemeinschaftliche Lieferung gemäß § 4 Nr. 1 b i. V. m. § 6a UStG.",
        ),
    ),
    notes=("Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.",),
    extra={"delivery_note": "LS 26-8814", "contact": "Frau Immler"},
)

_FRENCH_PAPER = Bill(
    supplier=VAUQUELOU,
    buyer=CLIENT_COMPANY,
    customer_number="C00417",
    number="2026-1187",
    date=dt.date(2026, 11, 9),
    delivery=dt.date(2026, 11, 6),
    due=dt.date(2026, 12, 9),
    language="fr",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="FR",
    order="Tél. du 26/10",
    lines=(
        Line(
            article="BRL-40",
            description="Brûleur de torréfacteur 40 kW, avec rampe",
            quantity=Decimal(1),
            unit_price=Decimal("1245.00"),
        ),
        Line(
            article="JNT-40",
            description="Jeu de joints haute température",
            quantity=Decimal(2),
            unit_price=Decimal("38.60"),
        ),
        Line(article="PORT", description="Port et emballage", quantity=Decimal(1), unit_price=Decimal("54.00")),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INTRA_EU_SUPPLY,
            text="Exonération de TVA, article 262 ter I du CGI – livraison intracommunautaire.",
        ),
    ),
    notes=(
        "Pas d'escompte pour paiement anticipé. Pénalités de retard : trois fois le taux d'intérêt légal.",
        "Indemnité forfaitaire de recouvrement : 40 €.",
    ),
)


def _make_german() -> bytes:
    sheet = sheet_for(_GERMAN, face=EMBEDDED_FACE, pdf_a3=True)
    letter.draw(sheet, _GERMAN, DE, logos.gear, wordmark="Hallersbrunn")
    attach_cii(sheet, _GERMAN)
    return sheet.to_bytes()


def _make_french_scan() -> bytes:
    sheet = sheet_for(_FRENCH_PAPER, face="times")
    romance.draw(sheet, _FRENCH_PAPER, FR, logos.monogram, romance.FRENCH, wordmark="Ateliers Vauquelou")
    sheet.stamp(24, 236, ["RICEVUTO", "12 NOV 2026"], ink="#334e9b", size=13)
    return scanned(sheet.to_bytes(), seed=20261112, turn=0.9, made_on=dt.date(2026, 11, 12))


SAMPLES = (
    Sample(
        key="core_ie_saas",
        file_name="Larkspindle_LKS-2026-008841.pdf",
        company=CLIENT_COMPANY,
        receipt_date=dt.date(2026, 11, 2),
        handling="clean",
        about="A subscription from Ireland in EUR: a service of an EU supplier.",
        truths=(
            truth_of(
                _IRISH,
                outcomes=(Outcome.TD17,),
                rate=Decimal(22),
                why="A service of an EU supplier not established in Italy, without VAT: integration TD17.",
            ),
        ),
        make=printed(_IRISH, checkout.draw_invoice, EN_IE, logos.spindle),
    ),
    Sample(
        key="core_us_usage",
        file_name="invoice-QWC-1031884.pdf",
        company=CLIENT_COMPANY,
        receipt_date=dt.date(2026, 11, 2),
        handling="clean",
        about="Cloud usage from the United States in USD; the invoice date is a Saturday without an official rate.",
        truths=(
            truth_of(
                _AMERICAN,
                outcomes=(Outcome.TD17,),
                rate=Decimal(22),
                why="A service of a supplier outside the EU: self-invoice TD17, converted at the rate of 31 October.",
            ),
        ),
        make=printed(_AMERICAN, usage.draw, EN_US, logos.waves, paper="Letter"),
    ),
    Sample(
        key="core_de_facturx",
        file_name="RE-2026-10473.pdf",
        company=CLIENT_COMPANY,
        receipt_date=dt.date(2026, 11, 5),
        handling="clean",
        about="Goods from Germany as Factur-X: the embedded XML is exact.",
        truths=(
            truth_of(
                _GERMAN,
                outcomes=(Outcome.TD18,),
                rate=Decimal(22),
                why="Goods shipped from Germany by a German supplier, VAT exempt there; carriage is accessory.",
                embedded_xml=True,
            ),
        ),
        make=_make_german,
    ),
    Sample(
        key="core_fr_scan",
        file_name="scansione_0012.pdf",
        company=CLIENT_COMPANY,
        receipt_date=dt.date(2026, 11, 12),
        handling="first_of_supplier",
        about="A paper invoice from France, scanned: no text at all, its values are typed by a person.",
        truths=(
            truth_of(
                _FRENCH_PAPER,
                outcomes=(Outcome.TD18,),
                rate=Decimal(22),
                why="Goods shipped from France by a French supplier, VAT exempt there.",
                has_text=False,
            ),
        ),
        make=_make_french_scan,
    ),
)
