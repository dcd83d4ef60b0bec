"""What the catalogue promises: the sets, the companies, the planted errors, the files that the command writes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from autofatture.domain.advice import Outcome
from samples import Sample, Truth, catalogue, planted_errors
from samples.__main__ import main
from samples.parties import CLIENT_COMPANY, COMPANIES, STUDIO_COMPANIES

ROOT = Path(__file__).resolve().parents[3]


def test_the_core_set_is_the_four_samples_of_the_main_job() -> None:
    core = catalogue("core")

    outcomes = [sample.truth.expected.outcomes[0] for sample in core]
    assert outcomes == [Outcome.TD17, Outcome.TD17, Outcome.TD18, Outcome.TD18]
    assert {sample.company for sample in core} == {CLIENT_COMPANY}
    assert [sample.truth.has_text for sample in core] == [True, True, True, False]
    assert [sample.truth.embedded_xml for sample in core] == [False, False, True, False]


def test_the_demo_set_is_thirty_files_for_six_companies() -> None:
    demo = catalogue("demo")

    assert len(demo) == 30
    assert {sample.company for sample in demo} == set(STUDIO_COMPANIES)
    assert {sample.handling for sample in demo} == {"clean", "doubtful", "first_of_supplier"}


def test_the_demo_set_covers_what_a_studio_meets() -> None:
    truths = [truth for sample in catalogue("demo") for truth in sample.truths]

    assert {"EUR", "USD", "GBP", "CHF", "PLN", "SEK", "CAD"} == {truth.currency for truth in truths}
    assert {"en", "de", "fr", "es", "nl", "pl", "pt", "it"} == {truth.language for truth in truths}
    kinds = {truth.document_kind.value for truth in truths}
    assert kinds == {"invoice", "credit_note", "receipt", "proforma", "reminder"}
    outcomes = {truth.expected.outcomes[0] for truth in truths}
    assert outcomes == {Outcome.TD17, Outcome.TD18, Outcome.TD19, Outcome.NONE, Outcome.FIX}


def test_keys_and_file_names_are_unique() -> None:
    everything = catalogue()

    assert len({sample.key for sample in everything}) == len(everything) == 34
    assert len({sample.file_name.lower() for sample in everything}) == len(everything)


def test_six_errors_are_planted_one_of_each_kind() -> None:
    keys = {sample.key for sample in catalogue("demo")}

    kinds = Counter(error.kind for error in planted_errors())
    assert kinds == {"digit": 1, "currency": 1, "buyer": 1, "type": 1, "receipt_month": 1, "duplicate": 1}
    assert len({error.sample for error in planted_errors()}) == 6
    assert {error.sample for error in planted_errors()} <= keys


def _planted(kind: str) -> Sample:
    by_key = {sample.key: sample for sample in catalogue("demo")}
    return next(by_key[error.sample] for error in planted_errors() if error.kind == kind)


def test_the_planted_digit_breaks_the_sum_of_that_document_alone() -> None:
    wrong = [
        sample.key
        for sample in catalogue()
        for truth in sample.truths
        if truth.total_net + truth.total_vat != truth.total_gross
    ]

    assert wrong == [_planted("digit").key]


def test_the_planted_buyer_is_another_company_of_the_studio() -> None:
    others = {
        sample.key: sample.truth.customer_vat_id
        for sample in catalogue()
        if sample.truth.customer_vat_id not in {None, sample.company.printed_vat_id}
    }

    assert list(others) == [_planted("buyer").key]
    assert others[_planted("buyer").key] in {company.printed_vat_id for company in STUDIO_COMPANIES}


def test_the_planted_receipt_lies_before_the_invoice_in_another_month() -> None:
    early = [
        sample.key
        for sample in catalogue()
        if sample.receipt_date is not None and sample.receipt_date < sample.truth.invoice_date
    ]

    assert early == [_planted("receipt_month").key]
    sample = _planted("receipt_month")
    assert sample.receipt_date is not None
    assert sample.receipt_date.month != sample.truth.invoice_date.month


def test_the_planted_duplicate_is_the_same_document_in_another_file(files: dict[str, bytes]) -> None:
    duplicate = _planted("duplicate")
    twins = [
        sample
        for sample in catalogue("demo")
        if sample.key != duplicate.key and sample.truth == duplicate.truth and sample.company == duplicate.company
    ]

    assert len(twins) == 1
    assert files[twins[0].key] != files[duplicate.key]


def test_the_planted_currency_names_two_currencies(texts: dict[str, list[str]]) -> None:
    text = texts[_planted("currency").key][0]

    assert "US dollar" in text
    assert "CAD" in text


def test_the_planted_type_calls_goods_services(texts: dict[str, list[str]]) -> None:
    sample = _planted("type")

    assert "prestation de services" in texts[sample.key][0]
    assert sample.truth.nature == "goods"


def test_the_receipt_names_the_invoice_it_belongs_to() -> None:
    by_key = {sample.key: sample for sample in catalogue("demo")}

    invoice, receipt = by_key["d04_us_subscription"].truth, by_key["d05_us_receipt_twin"].truth
    assert receipt.related_number == invoice.invoice_number
    assert receipt.total_gross == invoice.total_gross


def test_the_same_bytes_every_time(files: dict[str, bytes]) -> None:
    script = (
        "import hashlib, json; from samples import catalogue; "
        "print(json.dumps({s.key: hashlib.sha256(s.make()).hexdigest() for s in catalogue()}))"
    )
    # Another process, another order of hashing, another time zone.
    environment = os.environ | {"PYTHONHASHSEED": "4417", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-W", "error", "-c", script]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)

    assert json.loads(run.stdout) == {key: hashlib.sha256(content).hexdigest() for key, content in files.items()}


def test_the_command_writes_files_and_truths(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert main([str(tmp_path), "--set", "core"]) == 0

    for sample in catalogue("core"):
        assert (tmp_path / sample.file_name).read_bytes() == files[sample.key]
        truth = json.loads((tmp_path / f"{sample.key}.truth.json").read_text(encoding="utf-8"))
        assert truth["company_id"] == CLIENT_COMPANY.company_id
        assert tuple(Truth.model_validate(one) for one in truth["invoices"]) == sample.truths
    assert len(list(tmp_path.iterdir())) == 8


def test_every_receipt_date_lies_in_the_past_of_the_story() -> None:
    assert all(sample.receipt_date is None or sample.receipt_date.year == 2026 for sample in catalogue())
    assert len(COMPANIES) == 7
