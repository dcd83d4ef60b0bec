"""The casebook, put to ``autofatture advise`` as it answers on the terminal."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from autofatture.domain.advice import Outcome
from autofatture.domain.decision import advise
from autofatture.domain.facts import Facts
from autofatture.domain.flat_reading import looks_flat
from autofatture.entrypoints.cli import advise as command
from tests.unit.decision.examination import Case, all_cases, disagreements

CASES = all_cases()
DAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_answer_is_what_the_sources_say(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Given a file with the facts of one purchase
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(case.facts), encoding="utf-8")

    # When the command is asked about it
    status = command.run(argparse.Namespace(file=str(file), at=DAY, all=True))

    # Then it answers what row, item or paragraph of the sources says
    said = capsys.readouterr()
    assert status == 0, said.err
    assert disagreements(json.loads(said.out), case.expect) == [], case.source
    assert_well_formed(json.loads(said.out))


def assert_well_formed(answer: dict[str, Any]) -> None:
    """What every answer must be, whatever the purchase: one sentence, no rate of today, SdI's rules on natura."""
    reason = answer["reason"]
    assert reason.endswith(".")
    assert ". " not in reason.rpartition(": ")[2], "one sentence"
    assert not any(slip in reason for slip in ("  ", " :", " ,", " .", "«»", "()"))
    assert "None" not in json.dumps(answer)
    treatment, issued = answer["vat_treatment"], answer["outcome"] in ("TD17", "TD18", "TD19")
    if issued:
        assert treatment["natura"] is None or treatment["natura"].startswith(("N2", "N3", "N4"))
        assert (treatment["rate"] == "0") == (treatment["natura"] is not None)
    if answer["outcome"] == "ASK":
        assert answer["questions"]
        assert answer["alternatives"]
    if answer["outcome"] == "FIX":
        assert any(one["outcome"] in ("TD17", "TD18", "TD19", "TD20") for one in answer["alternatives"])
    if not issued and answer["outcome"] not in ("TD16", "TD28"):
        assert answer["document_date"] is None
    rate = answer["exchange_rate"]
    assert rate is None or (rate["units_per_eur"] is None and rate["day"] != DAY.isoformat())
    if answer["confidence"] == "sicuro":
        assert not answer["questions"]
        assert not treatment["question"]


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    assert len(CASES) >= 500
    assert len({case.name for case in CASES}) == len(CASES)


_NOT_DECIDING = {"supplier.name", "document.number", "supplier.territory", "supply.used_in_italy"}
"""Names and numbers; a country stands for its mainland, and a hotel's VAT for the place where the hotel is."""


def _one_fact_less(facts: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The facts with one of them not known, for each of them that is known."""
    for section, value in facts.items():
        if not isinstance(value, dict):
            yield section, {**facts, section: None}
            continue
        for key, known in value.items():
            if known is not None and f"{section}.{key}" not in _NOT_DECIDING:
                yield f"{section}.{key}", {**facts, section: {**value, key: None}}


NESTED = [case for case in CASES if not looks_flat(case.facts)]


@pytest.mark.parametrize("case", NESTED, ids=[case.name for case in NESTED])
def test_what_is_not_known_is_never_a_certain_no(case: Case) -> None:
    """Defect: without *installed in Italy*, the scheme or the addressee the answer was another one and *sicuro*."""
    # Given what is answered when everything that the case tells is known
    facts = json.loads(json.dumps(case.facts), parse_float=Decimal)
    full = advise(Facts.model_validate(facts), at=DAY)
    if full.outcome in (Outcome.ASK, Outcome.TD16):
        return  # nothing was certain to begin with; a branch of which nothing is known is not presumed

    for fact, less in _one_fact_less(facts):
        # When one fact is not known
        answer = advise(Facts.model_validate(less), at=DAY)

        # Then the answer is the same, or it does not claim to be certain
        turned = answer.outcome != full.outcome and answer.confidence == "sicuro"
        assert not turned, f"{case.name} without {fact}: {full.outcome} became {answer.outcome}: {answer.reason}"
