"""What is not the plain case: schemes without VAT, goods in Italy, foreign VAT."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import Nature, WordingKind
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.catalogue import Sample
from samples.layouts import checkout, english, letter, plain, services
from samples.locales import DE, EN_EUR, EN_IE, FR
from samples.parties import ALPE_MECCANICA, BIANCHI_FERRAMENTA, GIULIA_FERRI, ROSSI_IMPIANTI
from samples.printing import printed
from samples.suppliers.goods import KORTMANNSAU, LAGERHOF, MIRABOSC, TANNRODER
from samples.suppliers.services import INKWADDLE, PASSAGE_VERANE
from samples.truth import truth_of

_KORTMANNSAU_BILL = Bill(
    supplier=KORTMANNSAU,
    buyer=ALPE_MECCANICA,
    customer_number="I-2044",
    number="AR-26-1188",
    date=dt.date(2026, 10, 29),
    due=dt.date(2026, 11, 28),
    service_from=dt.date(2026, 10, 19),
    service_to=dt.date(2026, 10, 28),
    language="de",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="DE",
    order="AM 26/0877",
    lines=(
        Line(
            article="FB-1200",
            description="Rollenförderbahn 12 m, angetrieben, mit Steuerung",
            quantity=Decimal(1),
            unit="Stk",
            unit_price=Decimal("18650.00"),
        ),
        Line(
            article="MONT",
            description="Montage und Inbetriebnahme durch unser Personal im Werk Pavia di Udine",
            quantity=Decimal(1),
            unit="psch",
            unit_price=Decimal("4200.00"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.INSTALLATION,
            text="Montagelieferung: Ort der Lieferung ist Italien, Aufstellung durch den Lieferer.",
        ),
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="Steuerschuldnerschaft des Leistungsempfängers (Art. 194 MwStSystRL).",
        ),
    ),
    extra={"contact": "Frau Vogl", "no_vat_line": "1"},
)

_TANNRODER_BILL = Bill(
    supplier=TANNRODER,
    buyer=BIANCHI_FERRAMENTA,
    number="163/26",
    date=dt.date(2026, 10, 30),
    language="de",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="DE",
    lines=(
        Line(
            description="Säulenbohrmaschine, gebraucht, Bj. 2009",
            quantity=Decimal(1),
            unit_price=Decimal("1450.00"),
        ),
        Line(description="Maschinenschraubstock, gebraucht", quantity=Decimal(2), unit_price=Decimal("85.00")),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.MARGIN_SCHEME,
            text="Gebrauchtgegenstände / Sonderregelung: Differenzbesteuerung nach § 25a UStG. "
            "Die Umsatzsteuer wird nicht gesondert ausgewiesen.",
        ),
    ),
    notes=("Wie besprochen verkaufe ich Ihnen:", "Zahlbar sofort ohne Abzug. Gewährleistung ausgeschlossen."),
)

_MIRABOSC_BILL = Bill(
    supplier=MIRABOSC,
    buyer=BIANCHI_FERRAMENTA,
    number="2026-038",
    date=dt.date(2026, 11, 3),
    language="fr",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="FR",
    lines=(
        Line(
            description="Plaques de porte en céramique émaillée, numéros au choix",
            quantity=Decimal(36),
            unit_price=Decimal("11.50"),
        ),
        Line(description="Emballage et envoi", quantity=Decimal(1), unit_price=Decimal("24.00")),
    ),
    sentences=(Sentence(kind=WordingKind.SMALL_BUSINESS, text="TVA non applicable, art. 293 B du CGI."),),
    notes=("Commande du 12 octobre, expédiée d'Apt :", "Paiement par virement à réception. Merci de votre confiance."),
)

_LAGERHOF_BILL = Bill(
    supplier=LAGERHOF,
    buyer=ROSSI_IMPIANTI,
    number="LH24-IT-8810447",
    date=dt.date(2026, 10, 8),
    due=dt.date(2026, 10, 22),
    language="en",
    currency="EUR",
    nature=Nature.GOODS,
    ship_from="IT",
    order="Basket 7719",
    lines=(
        Line(
            description="Cable drum, 50 m, H07RN-F 3G2.5",
            quantity=Decimal(6),
            unit="pcs",
            unit_price=Decimal("94.10"),
        ),
        Line(
            description="Site distribution box, IP44",
            quantity=Decimal(2),
            unit="pcs",
            unit_price=Decimal("211.40"),
        ),
    ),
    sentences=(
        Sentence(
            kind=WordingKind.REVERSE_CHARGE,
            text="VAT reverse charge – inversione contabile, art. 17 c. 2 DPR 633/72. The seller is not established "
            "in Italy.",
        ),
    ),
    notes=(
        "Dispatched on 7 October 2026 from our warehouse in Castel San Giovanni (PC), Italy.",
        "VAT registrations of the seller: Germany DE995008524, Italy IT71000429994.",
    ),
    extra={"tax_line": "VAT 0 %"},
)

_INKWADDLE_BILL = Bill(
    supplier=INKWADDLE,
    buyer=GIULIA_FERRI,
    buyer_lines=("Giulia Ferri", "Via Pisana 318", "50143 Firenze", "Italy"),
    buyer_vat_id=None,
    buyer_is_person=True,
    number="IW-C41728-0019",
    date=dt.date(2026, 10, 11),
    due=dt.date(2026, 10, 11),
    language="en",
    currency="EUR",
    nature=Nature.SERVICES,
    vat_country="IT",
    service_from=dt.date(2026, 10, 11),
    service_to=dt.date(2026, 11, 10),
    lines=(
        Line(
            description="Inkwaddle Creator, monthly",
            quantity=Decimal(1),
            unit_price=Decimal("15.00"),
            vat_rate=Decimal(22),
            period="Oct 11 – Nov 10, 2026",
        ),
    ),
    extra={"vat_country_name": "Italy", "buyer_email": "ciao@giuliaferri.example"},
)

_VERANE_BILL = Bill(
    supplier=PASSAGE_VERANE,
    buyer=GIULIA_FERRI,
    buyer_vat_id=None,
    number="26-4417",
    date=dt.date(2026, 10, 18),
    language="fr",
    currency="EUR",
    nature=Nature.SERVICES,
    vat_country="FR",
    service_from=dt.date(2026, 10, 16),
    service_to=dt.date(2026, 10, 18),
    lines=tuple(
        Line(description=name, period=day, quantity=Decimal(1), unit_price=Decimal(price), vat_rate=Decimal(rate))
        for day, name, price, rate in (
            ("16/10/2026", "Chambre double, usage simple", "150.00", 10),
            ("16/10/2026", "Taxe de séjour", "8.45", 0),
            ("17/10/2026", "Chambre double, usage simple", "150.00", 10),
            ("17/10/2026", "Petit déjeuner", "15.00", 10),
            ("17/10/2026", "Taxe de séjour", "8.45", 0),
            ("18/10/2026", "Parking", "20.00", 20),
        )
    ),
    paid=dt.date(2026, 10, 18),
    notes=("Nous vous remercions de votre séjour et espérons vous revoir bientôt.",),
    extra={"room": "304", "guest": "Mme Giulia Ferri", "method": "Carte bancaire"},
)

SAMPLES = (
    Sample(
        key="d07_de_installed_in_italy",
        file_name="AR-26-1188_Kortmannsau.pdf",
        company=ALPE_MECCANICA,
        receipt_date=dt.date(2026, 10, 30),
        handling="first_of_supplier",
        about="A conveyor from Germany that the seller's own people assemble in Italy.",
        truths=(
            truth_of(
                _KORTMANNSAU_BILL,
                outcomes=(Outcome.TD19,),
                rate=Decimal(22),
                why="Goods assembled in Italy by the seller are supplied in Italy (art. 7-bis DPR 633/72): TD19.",
            ),
        ),
        make=printed(_KORTMANNSAU_BILL, letter.draw, DE, logos.gear, wordmark="Kortmannsau"),
    ),
    Sample(
        key="d16_de_margin_scheme",
        file_name="Rechnung 163-26 Tannroder.pdf",
        company=BIANCHI_FERRAMENTA,
        receipt_date=dt.date(2026, 11, 2),
        handling="doubtful",
        about="Second-hand machines under the margin scheme: no intra-EU acquisition.",
        truths=(
            truth_of(
                _TANNRODER_BILL,
                outcomes=(Outcome.NONE, Outcome.ASK),
                why="The seller taxes its margin at home: no TD18.",
            ),
        ),
        make=printed(_TANNRODER_BILL, plain.draw, DE, plain.GERMAN, face="times", place="Kranichfeld, "),
    ),
    Sample(
        key="d17_fr_small_business",
        file_name="facture_2026-038.pdf",
        company=BIANCHI_FERRAMENTA,
        receipt_date=dt.date(2026, 11, 5),
        handling="doubtful",
        about="Goods of a French craftswoman under the small-business exemption.",
        truths=(
            truth_of(
                _MIRABOSC_BILL,
                outcomes=(Outcome.NONE, Outcome.ASK),
                why="Goods of an exempt small business are not an intra-EU acquisition (art. 38 c. 5 d DL 331/93).",
            ),
        ),
        make=printed(_MIRABOSC_BILL, plain.draw, FR, plain.FRENCH, face="courier"),
    ),
    Sample(
        key="d19_de_italian_vat_id",
        file_name="LH24-IT-8810447.pdf",
        company=ROSSI_IMPIANTI,
        receipt_date=dt.date(2026, 10, 9),
        handling="doubtful",
        about="A German seller with an Italian VAT id, goods from a warehouse in Italy.",
        truths=(
            truth_of(
                _LAGERHOF_BILL,
                outcomes=(Outcome.TD19,),
                rate=Decimal(22),
                why="The seller is identified but not established in Italy and the goods are already here: TD19.",
            ),
        ),
        make=printed(_LAGERHOF_BILL, english.draw_form, EN_EUR, logos.monogram, wordmark="Lagerhof 24"),
    ),
    Sample(
        key="d28_us_oss_consumer",
        file_name="Invoice-IW-C41728-0019.pdf",
        company=GIULIA_FERRI,
        receipt_date=dt.date(2026, 10, 11),
        handling="doubtful",
        about="Bought as a private person from a seller in the one-stop shop: Italian VAT was charged.",
        truths=(
            truth_of(
                _INKWADDLE_BILL,
                outcomes=(Outcome.FIX, Outcome.ASK),
                why="Bought without the VAT id, so Italian VAT was charged through the one-stop shop: to be reissued.",
            ),
        ),
        make=printed(_INKWADDLE_BILL, checkout.draw_invoice, EN_IE, logos.spindle),
    ),
    Sample(
        key="d29_fr_hotel_foreign_vat",
        file_name="facture_hotel_26-4417.pdf",
        company=GIULIA_FERRI,
        receipt_date=dt.date(2026, 10, 19),
        handling="doubtful",
        about="A hotel in Paris with French VAT: nothing to issue, but a cost with foreign VAT.",
        truths=(
            truth_of(
                _VERANE_BILL,
                outcomes=(Outcome.NONE, Outcome.ASK),
                why="A hotel abroad is taxed abroad and below 5,000 EUR: no document, the French VAT is a cost.",
            ),
        ),
        make=printed(_VERANE_BILL, services.draw_folio, FR, logos.bands, face="times", wordmark="Passage Vérane"),
    ),
)
