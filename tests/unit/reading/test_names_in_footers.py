"""Legal names in the line at a page's foot, under a letterhead that shows the trade name alone."""

from __future__ import annotations

import pytest

from tests.unit.reading.pages import Row, lines, read, totals

MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))
HEAD: list[Row] = [(120, 40, "Invoice number: HX-118"), (120, 45, "Invoice date: 16 November 2026")]
BUYER = lines(20, 60, "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italia")
FEET = [
    (
        "Velotour",
        "Velotour Auvergne SARL au capital de 40 000 € - RCS Clermont-Ferrand 407 711 220 - TVA FR33407711571",
        "Velotour Auvergne SARL",
    ),
    (
        "Velotour",
        "Velotour SAS au capital de 40 000 € - 12 rue Haute 63000 Clermont-Ferrand - SIRET 40771122000012",
        "Velotour SAS",
    ),
    ("Velotour", "SAS Velotour au capital de 40 000 € - 12 rue Haute 63000 Clermont-Ferrand", "SAS Velotour"),
    (
        "Velotour",
        "Velotour Auvergne, SAS au capital de 40 000 euros, 12 rue Haute 63000 Clermont-Ferrand",
        "Velotour Auvergne, SAS",
    ),
    ("Velotour", "VELOTOUR S.A.S. au capital de 1 000 € - RCS 407 711 220 Clermont", "VELOTOUR S.A.S."),
    (
        "Ferrones",
        "Ferrones del Sur, S.L. inscrita en el Registro Mercantil de Sevilla, Tomo 118, Folio 20, Hoja SE-1188",
        "Ferrones del Sur, S.L.",
    ),
    (
        "Ferrones",
        "Ferrones del Sur S.L. Inscrita en el R.M. de Sevilla T. 118 F. 20 - CIF B91118824",
        "Ferrones del Sur S.L.",
    ),
    ("Ferrones", "Ferrones del Sur, S.A.U. - Calle Ancha 8, 41001 Sevilla - NIF A91118824", "Ferrones del Sur, S.A.U."),
    (
        "Brackfeld",
        "Brackfeld Werkzeuge GmbH · Amtsgericht Köln HRB 11882 · Geschäftsführer: Jens Brack · USt-IdNr. DE136695976",
        "Brackfeld Werkzeuge GmbH",
    ),
    (
        "Brackfeld",
        "Brackfeld Werkzeuge GmbH & Co. KG, Sitz Köln, Amtsgericht Köln HRA 1188, USt-IdNr. DE136695976",
        "Brackfeld Werkzeuge GmbH & Co. KG",
    ),
    (
        "Brackfeld",
        "Brackfeld Werkzeuge AG | Industrieweg 8 | 50968 Köln | Vorstand: J. Brack | DE136695976",
        "Brackfeld Werkzeuge AG",
    ),
    (
        "Kadewater",
        "Kadewater Media B.V. - Keizersgracht 18 - 1015 CN Amsterdam - KvK 11882040 - BTW NL001234567B45",
        "Kadewater Media B.V.",
    ),
    (
        "Marisol",
        "Marisol Têxteis, Lda. matriculada na Conservatória do Registo Comercial de Braga sob o n.º 501118820",
        "Marisol Têxteis, Lda.",
    ),
    (
        "Marisol",
        "Marisol Têxteis S.A. - Capital Social 50.000 EUR - NIPC 501118820 - 4700-001 Braga",
        "Marisol Têxteis S.A.",
    ),
    (
        "Wisla",
        "Wisla Meble Sp. z o.o., ul. Dluga 8, 31-147 Krakow, KRS 0000118820, NIP 6762456781",
        "Wisla Meble Sp. z o.o.",
    ),
    (
        "Brackenfold",
        "Brackenfold Tools Ltd. Registered in England and Wales No. 01188204. VAT GB 118 8204 11",
        "Brackenfold Tools Ltd",
    ),
    (
        "Brackenfold",
        "Brackenfold Tools Limited is registered in Ireland no. 118820. Registered office: 8 Quay, Dublin",
        "Brackenfold Tools Limited",
    ),
    (
        "Ridgeline",
        "© 2026 Ridgeline Data, Inc. All rights reserved. 2200 Mission Street, San Francisco, CA 94110",
        "Ridgeline Data, Inc.",
    ),
    ("Pohjola", "Pohjola Tekno Oy, Y-tunnus 1188204-8, ALV rek., Kotipaikka Helsinki", "Pohjola Tekno Oy"),
    ("Alpenform", "Alpenform AG, Bahnhofstrasse 8, 8001 Zürich, CHE-118.820.411 MWST", "Alpenform AG"),
]


@pytest.mark.parametrize(("brand", "foot", "name"), FEET)
def test_the_legal_name_with_its_form(brand: str, foot: str, name: str) -> None:
    """Defect: ``Velotour SARL au capital de`` lost its form, ``Velotour SAS au capital de 40 000`` had too much."""
    reading = read([(20, 20, brand, 18), *BUYER, *HEAD, *MONEY, (15, 285, foot, 7)])
    assert reading.value("supplier_name") == name


def test_a_company_that_calls_itself_by_its_mark_throughout_is_named_so() -> None:
    mark: list[Row] = [
        (20, 20, "Velo", 18),
        (20, 130, "Velo Abonnement"),
        (20, 135, "Velo Option"),
        (20, 140, "Votre facture Velo"),
    ]
    foot: Row = (15, 285, "Velo SAS au capital de 40 000 € - B 407 711 220 RCS Paris - 8 rue Haute 75008 Paris", 7)
    assert read([*mark, *BUYER, *HEAD, *MONEY, foot]).value("supplier_name") == "Velo"
