"""``autofatture advise``: the facts or a reading's output in, the decision out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autofatture.entrypoints.cli import UNREAD, main

NESTED = {
    "supplier": {"name": "Google Ireland", "country": "IE", "vat_ids": ["IE6388047V"], "established_in_italy": None},
    "customer": {"vat_id": "IT01234560157", "regime": "ordinario"},
    "supply": {"nature": "services", "category": "advertising"},
    "vat_charged": [],
    "document": {
        "kind": "invoice",
        "date": "2026-10-31",
        "receipt_date": "2026-11-03",
        "currency": "EUR",
        "total_net": 100.1,
    },
}
FLAT: dict[str, Any] = {
    "engine": "offline",
    "document_kind": "invoice",
    "supplier_name": "OpenAI, L.L.C.",
    "supplier_vat_id": "EU372041333",
    "supplier_country": "US",
    "customer_name": "Rossi",
    "customer_vat_id": None,
    "invoice_number": "A-1",
    "invoice_date": "2026-10-31",
    "currency": "USD",
    "total_net": "20.00",
    "total_vat": "4.40",
    "total_gross": "24.40",
    "vat_lines": [{"rate": "22", "base": "20.00", "amount": "4.40"}],
    "is_credit_note": False,
    "nature": "services",
    "warnings": [],
    "confidence": {},
    "boxes": {},
}


def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], facts: Any, *options: str) -> dict[str, Any]:
    file = tmp_path / "facts.json"
    file.write_text(facts if isinstance(facts, str) else json.dumps(facts), encoding="utf-8")
    assert main(["advise", str(file), *options]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_nested_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = run(tmp_path, capsys, NESTED)

    assert answer["outcome"] == "TD17"
    assert answer["vat_treatment"]["rate"] == "22"
    assert answer["vat_treatment"]["base"] == "100.1"
    assert (answer["document_date"], answer["vat_period"]) == ("2026-11-03", "2026-11")
    assert (answer["deadline"], answer["deadline_effective"]) == ("2026-12-15", "2026-12-15")
    assert answer["exchange_rate"] is None
    assert set(answer) >= {"outcome", "vat_treatment", "reason", "rule", "alternatives", "questions"}


def test_output_of_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = run(tmp_path, capsys, FLAT)

    assert answer["outcome"] == "FIX"
    assert "OSS" in answer["reason"]
    assert set(answer["correction"]["letters"]) == {"en", "de", "fr", "es"}
    assert answer["exchange_rate"] == {
        "currency": "USD",
        "day": "2026-10-31",
        "reason": "cambio del 31/10/2026, data della fattura",
        "units_per_eur": None,
        "source": None,
    }


def test_a_reading_without_vat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = run(tmp_path, capsys, FLAT | {"vat_lines": [], "total_vat": "0.00", "total_gross": "20.00"})

    assert answer["outcome"] == "TD17"


def test_a_reading_that_knows_nothing_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = run(tmp_path, capsys, dict.fromkeys(FLAT) | {"engine": "none", "vat_lines": [], "warnings": []})

    assert answer["outcome"] == "ASK"


@pytest.mark.parametrize("facts", ["{}", '{"supplier": null, "vat_charged": null}'])
def test_nothing_known_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str], facts: str) -> None:
    assert run(tmp_path, capsys, facts)["outcome"] == "ASK"


def test_a_byte_order_mark_is_ignored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, capsys, "\ufeff" + json.dumps(NESTED))["outcome"] == "TD17"


def test_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = run(tmp_path, capsys, NESTED, "--all", "--at", "2026-12-20")

    assert answer["lateness"]["days"] == 5
    assert answer["law"]


def test_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(NESTED)))

    assert main(["advise", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "TD17"


@pytest.mark.parametrize(
    "text", ["not json", "[1]", '{"document": {"date": "31/10/2026"}}', '{"supplier": {"vat_ids": 5}}']
)
def test_what_holds_no_facts_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file = tmp_path / "facts.json"
    file.write_text(text, encoding="utf-8")

    assert main(["advise", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_absent_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", "/nowhere.json"]) == 2
    assert "FileNotFoundError" in capsys.readouterr().err


def test_a_command_loads_only_what_it_needs() -> None:
    code = (
        "import sys, autofatture.entrypoints.cli.advise\n"
        "print([m for m in ('boto3', 'lxml', 'anthropic', 'httpx', 'pypdf', 'aws_lambda_powertools') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """Defect: ``autofatture advise FILE | head`` ended with a traceback."""
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(NESTED), encoding="utf-8")
    command = [sys.executable, "-c", "from autofatture.entrypoints.cli import main; raise SystemExit(main())"]
    with subprocess.Popen(
        [*command, "advise", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        complaint = process.stderr.read()

    assert complaint == ""
    assert process.returncode == UNREAD
