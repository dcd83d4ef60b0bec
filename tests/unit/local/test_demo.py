"""The demo's plan: which invoices are taken further, and in which order they are read."""

from __future__ import annotations

from local import demo_documents
from samples import catalogue, planted_errors


def test_the_plan_names_samples_of_the_demo_once() -> None:
    planned = [*demo_documents.FURTHER, *demo_documents.AFTER_OTHERS, *demo_documents.NOTHING_DUE]
    assert len(planned) == len(set(planned))
    assert set(planned) <= {sample.key for sample in catalogue("demo")}


def test_no_planted_error_is_taken_past_the_review() -> None:
    taken = {*demo_documents.FURTHER, *demo_documents.NOTHING_DUE}
    assert taken.isdisjoint(error.sample for error in planted_errors())


def test_a_planted_duplicate_is_read_after_its_original() -> None:
    # Given the sample that repeats another one
    key = next(error.sample for error in planted_errors() if error.kind == "duplicate")
    by_key = {sample.key: sample for sample in catalogue("demo")}
    original = next(
        other.key
        for other in by_key.values()
        if other.key != key and other.truth.invoice_number == by_key[key].truth.invoice_number
    )
    # Then the plan has the original before it
    assert key in demo_documents.AFTER_OTHERS
    assert original not in demo_documents.AFTER_OTHERS
