"""Lists: pages, fields, the filter language, sorting."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import Fic, Outside

DOCUMENTS = f"/c/{seed.ROSSI}/issued_documents"


def rows(fic: Fic, **params: Any) -> list[dict[str, Any]]:
    answer = fic.get(DOCUMENTS, type="self_supplier_invoice", **params)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["data"]
    return found


def test_the_type_is_mandatory(fic: Fic) -> None:
    assert fic.get(DOCUMENTS).status_code == 422


def test_pages_are_as_they_really_are(fic: Fic) -> None:
    """The document says 5 a page by default; the service gives 50, and refuses fewer than 5."""
    for _ in range(6):
        fic.create()
    whole = fic.get(DOCUMENTS, type="self_supplier_invoice").json()
    assert (whole["per_page"], whole["total"], whole["last_page"], whole["next_page_url"]) == (50, 6, 1, None)
    second = fic.get(DOCUMENTS, type="self_supplier_invoice", per_page=5, page=2).json()
    assert (len(second["data"]), second["from"], second["to"], second["last_page"]) == (1, 6, 6, 2)
    assert second["prev_page_url"].endswith("page=1")
    beyond = fic.get(DOCUMENTS, type="self_supplier_invoice", per_page=5, page=9).json()
    assert (beyond["data"], beyond["from"]) == ([], None)
    for wrong in (4, 101, 0):
        assert fic.get(DOCUMENTS, type="self_supplier_invoice", per_page=wrong).status_code == 422


def test_the_status_is_not_in_the_basic_fieldset(fic: Fic) -> None:
    document = fic.create()["id"]
    assert "ei_status" not in rows(fic)[0]
    assert rows(fic)[0]["items_list"] is None
    assert rows(fic, fieldset="detailed")[0]["ei_status"] == "not_sent"
    assert rows(fic, fields="id,ei_status") == [{"id": document, "ei_status": "not_sent"}]
    assert "ei_status" not in fic.get(f"{DOCUMENTS}/{document}").json()["data"]
    assert fic.get(f"{DOCUMENTS}/{document}", fields="ei_status").json()["data"] == {"ei_status": "not_sent"}


def test_lists_of_lines_alone_break_the_service(fic: Fic) -> None:
    """A known fault: ``fields=items_list`` without ``id`` answers 500."""
    fic.create()
    assert fic.get(DOCUMENTS, type="self_supplier_invoice", fields="items_list").status_code == 500
    assert rows(fic, fields="id,items_list")[0]["items_list"]


@pytest.mark.parametrize(
    ("q", "subjects"),
    [
        ("any_subject contains 'doc-b'", ["doc-b"]),
        ("any_subject contains 'INV-1'", ["doc-a", "doc-b", "doc-c"]),
        ("date >= '2026-09-10' and date <= '2026-09-20'", ["doc-b"]),
        ("date > '2026-09-20' OR any_subject contains 'doc-a'", ["doc-a", "doc-c"]),
        ("(date > '2026-09-20' or any_subject contains 'doc-a') and amount_gross = 122", ["doc-a", "doc-c"]),
        ("entity.name starts with 'Acme' and number > 1", ["doc-b", "doc-c"]),
        ("entity.name like '%Limited'", ["doc-a", "doc-b", "doc-c"]),
        ("entity.vat_number <> 'IE6388047V'", []),
        ("entity.vat_number is not null and any_subject not contains 'doc-a'", ["doc-b", "doc-c"]),
        ("next_due_date is null", ["doc-a", "doc-b", "doc-c"]),
    ],
)
def test_the_filter_language(fic: Fic, q: str, subjects: list[str]) -> None:
    for subject, date in (("doc-a", "2026-09-05"), ("doc-b", "2026-09-15"), ("doc-c", "2026-09-25")):
        fic.create(subject=subject, date=date)
    assert [row["subject"] for row in rows(fic, q=q)] == subjects


@pytest.mark.parametrize(
    "q",
    [
        "ei_status = 'sent'",
        "any_subject contains 'it''s'",
        "date >=",
        "date >= 2026-09-01",
        "nonsense",
        "(date = '2026-09-01'",
    ],
)
def test_a_filter_outside_the_language_is_an_error(fic: Fic, q: str) -> None:
    assert fic.get(DOCUMENTS, type="self_supplier_invoice", q=q).status_code == 422


def test_a_new_document_may_be_missing_from_lists_for_a_while(fic: Fic, outside: Outside) -> None:
    """Whether FiC's search sees a document at once is not known, so both can be tried."""
    outside.control("PUT", "/options", search_lag_seconds=5)
    document = fic.create()["id"]
    assert rows(fic) == []
    assert fic.get(f"{DOCUMENTS}/{document}").status_code == 200
    outside.control("POST", "/clock", advance_seconds=6)
    assert len(rows(fic)) == 1


def test_sorting(fic: Fic) -> None:
    for subject, date in (("doc-a", "2026-09-15"), ("doc-b", "2026-09-05")):
        fic.create(subject=subject, date=date)
    assert [row["subject"] for row in rows(fic, sort="date")] == ["doc-b", "doc-a"]
    assert [row["subject"] for row in rows(fic, sort="-date")] == ["doc-a", "doc-b"]
    assert fic.get(DOCUMENTS, type="self_supplier_invoice", sort="ei_status").status_code == 422


def test_suppliers_can_be_searched(fic: Fic) -> None:
    path = f"/c/{seed.ROSSI}/entities/suppliers"
    for name, vat in (("Acme Cloud Ltd", "IE6388047V"), ("Beta GmbH", "")):
        fic.post(path, {"data": {"name": name, "vat_number": vat, "country": "Irlanda"}})
    found = fic.get(path, q="vat_number contains '6388047V'", fields="id,name").json()["data"]
    assert [row["name"] for row in found] == ["Acme Cloud Ltd"]
    assert fic.get(path, q="bank_iban = 'x'").status_code == 422
