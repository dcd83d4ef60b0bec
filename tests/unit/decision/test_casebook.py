"""The casebook, put to ``autofatture advise`` as it answers on the terminal."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

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
