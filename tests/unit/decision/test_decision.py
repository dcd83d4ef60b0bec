"""Every row, every trap: outcome, one sentence that names the deciding fact, alternatives where they are owed."""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autofatture.domain.advice import Outcome
from autofatture.domain.decision import RULES, advise
from autofatture.domain.facts import Facts
from autofatture.domain.law import cite
from tests.unit.decision.cases import ALL, Case
from tests.unit.decision.purchase import charged, purchase

AT = dt.date(2026, 11, 25)
ISSUED = {"TD16", "TD17", "TD18", "TD19", "TD20", "TD28"}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_outcome_and_deciding_fact(one: Case) -> None:
    advice = advise(one.facts, at=AT)

    assert advice.outcome == one.outcome, advice.reason
    for words in one.says:
        assert words in advice.reason


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_what_every_answer_owes(one: Case) -> None:
    advice = advise(one.facts, at=AT)

    assert re.sub(r"(?<=\d)\.(?=\d)|art\.|n\.|c\.|L\.|L\.L\.C\.", "", advice.reason).count(".") == 1
    assert advice.reason.endswith(".")
    assert advice.rule
    if advice.outcome is Outcome.ASK:
        assert advice.questions
    if advice.outcome is Outcome.FIX:
        assert {one.outcome for one in advice.alternatives} & {Outcome.TD17, Outcome.TD18, Outcome.TD19}
        assert Outcome.TD20 in {one.outcome for one in advice.alternatives}
    if advice.outcome in (Outcome.NONE, Outcome.FIX, Outcome.ASK):
        assert advice.document_date is None
        assert advice.vat_treatment.rate is None
    assert all(question.text.endswith("?") or "." in question.text for question in advice.questions)


def test_every_rule_is_reached_by_a_case() -> None:
    reached = {advise(one.facts, at=AT).rule for one in ALL}

    assert {rule.key for rule in RULES} - reached == set()


def test_every_rule_names_its_source() -> None:
    assert all(rule.source for rule in RULES)
    assert len({rule.key for rule in RULES}) == len(RULES)


def test_cited_keys_exist_before_and_after_2027() -> None:
    for one in ALL:
        assert advise(one.facts, at=AT).law is not None
    assert cite("non_established_seller", dt.date(2026, 12, 31)) == "art. 17, c. 2, DPR 633/1972"
    after = cite("non_established_seller", dt.date(2027, 1, 1))
    assert "DPR 633/1972" in after
    assert "Testo unico IVA" in after


def test_a_clean_irish_service_is_certain() -> None:
    advice = advise(
        purchase(
            country="IE", ids=["IE6388047V"], nature="services", category="digital", vat=[], receipt_date="2026-10-21"
        )
    )

    assert (advice.outcome, advice.confidence) == (Outcome.TD17, "sicuro")
    assert advice.vat_treatment.rate == Decimal(22)
    assert advice.questions == ()


def test_unknown_vat_is_a_question_and_not_a_no() -> None:
    advice = advise(purchase(country="IE", ids=["IE6388047V"], nature="services", vat=None))

    assert advice.outcome is Outcome.TD17
    assert advice.confidence == "da_controllare"
    assert "vat_charged" in {question.fact for question in advice.questions}


def test_equal_totals_say_that_no_vat_was_charged() -> None:
    advice = advise(purchase(country="IE", ids=["IE6388047V"], nature="services", vat=None, total_gross="100.00"))

    assert "senza addebitare IVA" in advice.reason


def test_null_and_absent_are_the_same() -> None:
    nulls = {
        "supplier": {
            "name": None,
            "country": "IE",
            "vat_ids": ["IE6388047V"],
            "established_in_italy": None,
            "territory": None,
        },
        "customer": None,
        "supply": {"nature": "services", "category": None, "wording": None},
        "vat_charged": None,
        "document": {"kind": None, "date": None, "total_net": None},
    }
    bare = {"supplier": {"country": "IE", "vat_ids": ["IE6388047V"]}, "supply": {"nature": "services"}}

    assert advise(Facts.model_validate(nulls)) == advise(Facts.model_validate(bare))


@pytest.mark.parametrize(
    "spelt",
    [
        {"supplier": {"country": "ie", "vat_ids": "IE6388047V"}, "supply": {"nature": "Service"}},
        {"supplier": {"country": "Irlanda", "vat_ids": ["IE 6388047 V"]}, "supply": {"nature": "servizi"}},
    ],
)
def test_facts_may_be_spelt_loosely(spelt: dict[str, Any]) -> None:
    assert advise(Facts.model_validate(spelt)).outcome is Outcome.TD17


def test_an_unknown_word_is_not_known() -> None:
    facts = Facts.model_validate(
        {"supplier": {"country": "IE", "vat_scheme": "unknown"}, "supply": {"nature": "unknown"}}
    )

    assert advise(facts).outcome is Outcome.ASK


def test_a_percent_sign_is_no_fault() -> None:
    facts = Facts.model_validate({"supplier": {"country": "IE"}, "supply": {"nature": "services", "category": "digital"}, "vat_charged": {"country": "IE", "rate": "23 %"}})  # fmt: skip

    assert advise(facts).outcome is Outcome.FIX


class TestTreatment:
    def test_financial_services_are_n4_and_confirmed(self) -> None:
        advice = advise(purchase(name="PayPal", country="LU", nature="services", category="financial", vat=[]))

        assert (advice.vat_treatment.rate, advice.vat_treatment.natura) == (Decimal(0), "N4")
        assert "art. 10" in (advice.vat_treatment.legal_reference or "")
        assert advice.vat_treatment.question
        assert advice.confidence == "da_controllare"

    def test_disputed_fees_are_asked(self) -> None:
        advice = advise(
            purchase(name="Stripe Payments Europe", country="IE", nature="services", category="financial", vat=[])
        )

        assert advice.outcome is Outcome.TD17
        assert advice.vat_treatment.rate is None
        assert advice.vat_treatment.question

    def test_generic_services_are_never_out_of_scope(self) -> None:
        """Regression: "TD17 0 % N2.x not subject under 7-ter", the mistake of a public tool."""
        advice = advise(purchase(country="IE", ids=["IE6388047V"], nature="services", category="digital", vat=[]))

        assert (advice.vat_treatment.rate, advice.vat_treatment.natura) == (Decimal(22), None)

    def test_books_ask_for_the_reduced_rate(self) -> None:
        advice = advise(
            purchase(country="DE", ids=["DE136695976"], nature="goods", category="books", ship_from="DE", vat=[])
        )

        assert advice.vat_treatment.rate == Decimal(22)
        assert "ridotta" in (advice.vat_treatment.question or "")

    def test_out_of_scope_takes_the_gross(self) -> None:
        advice = advise(
            purchase(
                country="FR",
                nature="services",
                category="hotel",
                vat=charged("FR", "10", "600"),
                total_net="6000",
                total_gross="6600",
            )
        )

        assert (advice.vat_treatment.natura, advice.vat_treatment.base) == ("N2.1", Decimal(6600))
        assert advice.vat_treatment.question

    def test_vat_warehouse_is_n36(self) -> None:
        advice = advise(purchase(country="US", nature="goods", goods_location="IT", vat_warehouse=True, vat=[]))

        assert (advice.vat_treatment.rate, advice.vat_treatment.natura) == (Decimal(0), "N3.6")

    def test_plafond_is_never_proposed(self) -> None:
        advice = advise(purchase(country="IE", nature="services", vat=[], regime="esportatore_abituale"))

        assert advice.vat_treatment.rate == Decimal(22)
        assert "plafond" in (advice.vat_treatment.question or "")

    def test_international_transport_is_asked(self) -> None:
        advice = advise(purchase(country="DE", nature="services", category="freight", vat=[]))

        assert (advice.vat_treatment.rate, advice.vat_treatment.natura) == (Decimal(22), None)
        assert "N3" in (advice.vat_treatment.question or "")

    def test_hotel_in_italy_has_its_rate(self) -> None:
        advice = advise(purchase(country="CH", nature="services", category="hotel", used_in_italy=True, vat=[]))

        assert advice.vat_treatment.rate == Decimal(10)
        assert advice.vat_treatment.question


class TestCorrection:
    facts = purchase(country="FR", ids=["FR15437982937"], nature="services", category="digital", vat=charged("FR", "20", "20"), receipt_date="2026-10-22", number="F-77")  # fmt: skip

    def test_letters_in_four_languages(self) -> None:
        correction = advise(self.facts, at=AT).correction

        assert correction is not None
        assert set(correction.letters) == {"en", "de", "fr", "es"}
        assert correction.language == "fr"
        for letter in correction.letters.values():
            assert "F-77" in letter
            assert "IT01234560157" in letter
            assert "{" not in letter

    def test_the_fallback_has_a_day_before_the_term(self) -> None:
        advice = advise(self.facts, at=AT)

        assert advice.correction is not None
        assert advice.correction.fallback_from == dt.date(2026, 11, 6)
        assert advice.deadline == dt.date(2026, 11, 15)

    def test_without_receipt_there_is_no_day(self) -> None:
        facts = purchase(country="FR", nature="services", category="digital", vat=charged("FR", "20", "20"))
        correction = advise(facts).correction

        assert correction is not None
        assert correction.fallback_from is None


class TestLateness:
    def test_late_names_duties_and_ranges(self) -> None:
        facts = purchase(country="IE", ids=["IE6388047V"], nature="services", vat=[], receipt_date="2026-10-21")
        advice = advise(facts, at=dt.date(2026, 11, 17))

        assert advice.lateness is not None
        assert advice.lateness.days == 1
        text = " ".join(advice.lateness.duties)
        assert "500" in text
        assert "400 euro al mese" in text
        assert "ravvedimento" in text
        assert "commercialista" in text

    def test_in_time_says_nothing(self) -> None:
        facts = purchase(country="IE", ids=["IE6388047V"], nature="services", vat=[], receipt_date="2026-10-21")

        assert advise(facts, at=dt.date(2026, 11, 16)).lateness is None


def test_forfettari_get_both_readings_of_the_payment() -> None:
    facts = purchase(country="IE", nature="services", vat=[], regime="forfettario", receipt_date="2026-10-21")
    notes = " ".join(advise(facts).notes)

    assert "secondo mese" in notes
    assert "mese successivo" in notes
    assert "non è detraibile" in notes


@pytest.mark.parametrize(
    ("currency", "gross", "outcome"),
    [("CHF", "500", "NONE"), ("HUF", "200000", "NONE"), ("USD", "20000", "TD17"), ("USD", "5200", "ASK"), (None, "352", "NONE")],
)  # fmt: skip
def test_the_threshold_in_other_currencies(currency: str | None, gross: str, outcome: str) -> None:
    facts = purchase(
        country="CH", nature="services", category="hotel", vat=charged("CH", "8", "10"), currency=currency, total_net=None, total_gross=gross
    )  # fmt: skip

    assert advise(facts).outcome == outcome


_WORDS = st.sampled_from([None, "IE", "DE", "US", "GB", "IT", "SM", "VA", "MC", "CH", "XX", "EL"])


@settings(max_examples=300, deadline=None)
@given(
    country=_WORDS,
    ids=st.lists(
        st.sampled_from(["IE6388047V", "IT08973230967", "EU372041333", "XI123456789", "junk", "CHE107787577"]),
        max_size=2,
    ),
    nature=st.sampled_from([None, "goods", "services", "mixed"]),
    category=st.sampled_from([None, "digital", "hotel", "fuel", "telecom", "electricity", "financial", "whatever"]),
    ship=_WORDS,
    place=_WORDS,
    flags=st.dictionaries(
        st.sampled_from(
            ["customs_bill", "vat_warehouse", "installed_in_italy", "call_off_stock", "accessory_only", "used_in_italy"]
        ),
        st.booleans(),
        max_size=3,
    ),
    vat=st.sampled_from([None, [], charged("DE", "19", "19"), charged("IT", "22", "22"), charged(None, "20", "20")]),
    kind=st.sampled_from([None, "invoice", "credit_note", "receipt", "self_billing"]),
    regime=st.sampled_from([None, "forfettario", "ente", "trimestrale"]),
)
def test_any_facts_get_an_answer_that_can_be_printed(*, flags: dict[str, Any], **facts: Any) -> None:
    """The rules cover the whole space."""
    facts["ship_from"], facts["goods_location"] = facts.pop("ship"), facts.pop("place")

    advice = advise(purchase(**facts, **flags), at=AT)

    json.dumps(advice.model_dump(mode="json"))
    natura = advice.vat_treatment.natura or ""
    assert not natura.startswith("N6")
    assert (advice.outcome in ISSUED) or advice.vat_treatment.rate is None
