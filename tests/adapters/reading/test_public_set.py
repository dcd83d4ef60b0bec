"""The public invoices, where they are on this machine: the bars of issue-level quality, and no sure and wrong value."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from autofatture.adapters.reading.local import read_locally
from autofatture.adapters.reading.offline.engine import read_offline
from autofatture.adapters.reading.pdf.document import opened, read_pages
from benchmarks.reading.grounding import grounded
from benchmarks.reading.scoring import Tally

pytestmark = pytest.mark.shared
BARS = {
    "invoice_number": 95, "invoice_date": 95, "currency": 95, "total_gross": 95, "total_net": 92, "total_vat": 92,
    "supplier_vat_id": 92, "supplier_name": 88, "supplier_country": 88, "customer_vat_id": 92, "vat_charged": 92,
    "is_credit_note": 92,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(shared_dir: Path) -> Path:
    return shared_dir / "invoices" / "public"


@pytest.fixture(scope="module")
def truths(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


def same_value(got: str, want: str) -> bool:
    """Amounts by value: 300 is 300.00."""
    return got == want or (got.replace(".", "").isdigit() and Decimal(got) == Decimal(want))


def test_the_page_alone_reaches_the_bars(folder, truths):
    tally = Tally()
    for truth in truths:
        if truth["has_text_layer"]:
            source = (folder / truth["file"]).read_bytes()
            with opened(source) as document:
                result = read_offline(read_pages(document))
            tally.add(truth["file"], result, truth)
            good, found = grounded(source, result)
            tally.grounded, tally.found = tally.grounded + good, tally.found + found
    reached = {field: tally.percent(field) for field in BARS}
    assert {field: value for field, value in reached.items() if value is None or value < BARS[field]} == {}
    assert tally.sure_and_wrong == []
    assert tally.grounded / tally.found >= 0.9


def test_every_file_without_usable_text_says_so(folder, truths):
    for truth in truths:
        if not truth["has_text_layer"]:
            reading = read_locally((folder / truth["file"]).read_bytes())["reading"]
            assert reading["engine"] == "none", truth["file"]
            assert {warning["code"] for warning in reading["warnings"]} & {"scansione", "testo_illeggibile"}


def test_embedded_invoices_are_exact(folder, truths):
    seen = 0
    for truth in truths:
        if truth["embedded_xml"] == "none":
            continue
        report = read_locally((folder / truth["file"]).read_bytes())
        exact = report["embedded_reading"]
        wanted = {**truth, **truth.get("xml_values", {})}
        if truth.get("xml_conflict"):
            assert "xml_e_pagina_diversi" in {warning["code"] for warning in report["reading"]["warnings"]}
        for field in ("invoice_number", "total_gross", "supplier_vat_id", "supplier_name"):
            if wanted[field] is not None and (not truth.get("xml_conflict") or field in truth["xml_values"]):
                assert same_value(exact[field]["value"], wanted[field]), (truth["file"], field)
        for line, want in zip(exact["vat_lines"], truth["vat_lines"] or (), strict=False):
            assert isinstance(line["amount"], str) or want["amount"] is None
        seen += 1
    assert seen == 21


def test_values_are_never_computed_over_what_is_printed(folder, truths):
    """Defect: a document whose sums do not agree keeps them as they are."""
    truth = next(item for item in truths if item["file"] == "es_tecnativa.pdf")
    reading = read_locally((folder / truth["file"]).read_bytes())["reading"]
    assert Decimal(reading["total_gross"]["value"]) == Decimal(truth["total_gross"])
    assert "currency" not in reading
