"""Whose file it is: the number on the page names one company, or nobody guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autofatture.domain.buyer_match import Candidate, Match, buyer_among
from autofatture.domain.reading import Engine, FieldReading, Reading, VatId
from autofatture.domain.source import LocalReading, TextState
from tests.fakes.local_reader import page, report

ROSSI = Candidate("100", "ROSSI IMPIANTI SRL", "71000010158", "71000010158")
VERDI = Candidate("200", "Verdi Comunicazione S.r.l.s.", "71000030370")
FERRI = Candidate("300", "FERRI GIULIA", "71000050485", "FRRGLI85E52D612T")
ALL = (ROSSI, VERDI, FERRI)


def found(value: str) -> FieldReading[str]:
    return FieldReading[str](value=value)


@pytest.mark.parametrize(
    "text",
    [
        "Bill to ROSSI IMPIANTI SRL VAT IT71000010158",
        "Bill to ROSSI IMPIANTI SRL 71000010158",
        "P.IVA:IT71000010158",
        "(71000010158)",
        "VAT IT 71000010158 Total 12,00",
        "VAT IT71000 010158",
        "VAT 710 0001 0158 due on 2026-11-25",
        "it71000010158",
    ],
)
def test_the_number_names_the_company_however_it_is_printed(text: str) -> None:
    assert buyer_among(ALL, page(text)) == Match(company_id="100")


@pytest.mark.parametrize(
    "text",
    [
        "IBAN IT60X71000010158000000123456",
        "IBAN IT60 7100 0010 158 0000",
        "order 971000010158",
        "order 71000010158A",
        "OIB HR71000010158",
        "VAT HR 71000010158",
        "71000010159",
        "2026 7100 0010 158",
        "",
    ],
)
def test_what_only_looks_like_the_number_names_nobody(text: str) -> None:
    match = buyer_among(ALL, page(text))

    assert (match.company_id, match.code) == (None, "no_number")
    assert match.reason.endswith("Scegli l'azienda.")


def test_a_tax_code_names_a_sole_trader() -> None:
    assert buyer_among(ALL, page("Giulia Ferri, C.F. FRRGLI85E52D612T")).company_id == "300"


def test_two_companies_on_one_page_wait_with_both_offered() -> None:
    match = buyer_among(ALL, page("to 71000010158 care of IT71000030370"))

    assert (match.company_id, match.code, match.suggested) == (None, "several", ("100", "200"))


def test_one_number_held_by_two_companies_waits() -> None:
    twin = Candidate("101", "Rossi di prova", ROSSI.vat_id)

    assert buyer_among((*ALL, twin), page("IT71000010158")).code == "several"


def test_the_number_of_the_seller_is_not_the_buyers() -> None:
    sold = page("Rossi IT71000010158 to Acme", vat_ids=(VatId(value="IT71000010158", party="supplier"),))

    match = buyer_among(ALL, sold)

    assert (match.company_id, match.code, match.suggested) == (None, "seller", ())


def test_the_seller_and_the_buyer_may_both_be_companies_of_the_studio() -> None:
    between = page(
        "Rossi IT71000010158 to Verdi IT71000030370",
        supplier_vat_id=found("IT71000010158"),
        customer_vat_id=found("71000030370"),
    )

    assert buyer_among(ALL, between).company_id == "200"


def test_a_page_that_names_another_buyer_waits() -> None:
    elsewhere = page("delivered to IT71000010158", customer_vat_id=found("IT12345678903"))

    match = buyer_among(ALL, elsewhere)

    assert (match.company_id, match.code, match.suggested) == (None, "other_buyer", ("100",))


def test_a_buyer_that_is_nobodys_is_told() -> None:
    match = buyer_among(ALL, page("to IT12345678903", customer_vat_id=found("IT12345678903")))

    assert match.code == "unknown_buyer"
    assert "IT12345678903" in match.reason


def test_a_name_is_offered_and_never_decides() -> None:
    match = buyer_among(ALL, page("Verdi Comunicazione", customer_name=found("VERDI COMUNICAZIONE SRLS")))

    assert (match.company_id, match.code, match.suggested) == (None, "no_number", ("200",))


def test_a_company_that_the_uploader_does_not_follow_waits_for_who_does() -> None:
    others = ROSSI._replace(allowed=False)

    match = buyer_among((others, VERDI), page("IT71000010158"))

    assert (match.company_id, match.code) == (None, "not_yours")


def test_a_company_that_the_uploader_does_not_follow_still_makes_two() -> None:
    """A file with the numbers of two clients went to the one that the uploader follows."""
    others = ROSSI._replace(allowed=False)

    assert buyer_among((others, VERDI), page("IT71000010158 IT71000030370")).code == "several"


@pytest.mark.parametrize("state", [TextState.SCAN, TextState.GARBAGE])
def test_a_page_without_text_says_so(state: TextState) -> None:
    empty = Reading(engine=Engine.NONE, pages=1)

    match = buyer_among(ALL, LocalReading(source=report(state), offline=empty, best=empty))

    assert (match.company_id, match.code) == (None, "no_text")


def test_an_electronic_invoice_names_the_company_without_a_page() -> None:
    embedded = Reading(engine=Engine.EMBEDDED, customer_vat_id=found("IT71000010158")).model_copy(
        update={"vat_ids": (VatId(value="IT71000010158", party="customer"),)}
    )
    read = LocalReading(source=report(TextState.STRUCTURED), embedded=embedded, best=embedded)

    assert buyer_among(ALL, read).company_id == "100"


_NUMBERS = st.text(alphabet="0123456789", min_size=11, max_size=11)


@given(st.lists(_NUMBERS, max_size=4), st.lists(_NUMBERS, min_size=1, max_size=4, unique=True))
def test_a_company_is_named_only_by_its_own_number(printed: list[str], numbers: list[str]) -> None:
    companies = [Candidate(str(place), f"Azienda {place}", number) for place, number in enumerate(numbers)]

    match = buyer_among(companies, page(" , ".join(printed)))

    there = [company for company in companies if company.vat_id in printed]
    if match.company_id is None:
        assert len(there) != 1
    else:
        assert [company.company_id for company in there] == [match.company_id]


@given(st.text(max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    assert buyer_among(ALL, page(text)).company_id in {None, *(company.company_id for company in ALL)}
