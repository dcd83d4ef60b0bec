"""Comparing a reading with the truth of a document."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from autofatture.adapters.reading.result import Result, plain
from autofatture.domain.reading_terms import Confidence

FIELDS = (
    "invoice_number",
    "invoice_date",
    "currency",
    "total_net",
    "total_vat",
    "total_gross",
    "supplier_name",
    "supplier_vat_id",
    "supplier_country",
    "customer_name",
    "customer_vat_id",
    "document_kind",
    "is_credit_note",
    "vat_charged",
    "nature",
)


def letters(text: object) -> str:
    """Names and numbers are compared without case, spaces and punctuation."""
    return "".join(character for character in str(text or "").casefold() if character.isalnum())


def value_of(result: Result, field: str) -> Any:
    if field == "vat_charged":
        amounts = [result.value("total_vat"), *(line.amount for line in result.vat_lines)]
        known = [amount for amount in amounts if isinstance(amount, Decimal)]
        return any(known) if known else None
    return result.value(field)


def wanted(truth: dict[str, Any], field: str) -> Any:
    """The true value, None when it is not to be scored."""
    if field == "vat_charged":
        return None if truth.get("total_vat") is None else Decimal(truth["total_vat"]) != 0
    return truth.get(field)


def right(field: str, got: Any, want: Any, *, credit: bool) -> bool:
    """Whether a value is the true one. Amounts of credit notes are written with either sign."""
    if field.startswith("total"):
        if not isinstance(got, Decimal):
            return False
        return abs(got) == abs(Decimal(want)) if credit else got == Decimal(want)
    if field in {"is_credit_note", "vat_charged"}:
        return bool(got) == bool(want)
    if field.endswith(("_name", "_vat_id")):
        return letters(got) == letters(want)
    return plain(got) == str(want)


class Tally:
    """Right and scored by field; documents without a miss; sure and wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.scored: Counter[str] = Counter()
        self.documents = self.clean = self.sure = 0
        self.sure_and_wrong: list[str] = []
        self.grounded = self.found = 0
        self.checked = {Confidence.SICURO: [0, 0], Confidence.DA_CONTROLLARE: [0, 0]}
        """How well each word of confidence is kept: values with it that are right, and all of them."""

    def add(self, name: str, result: Result, truth: dict[str, Any]) -> None:
        self.documents += 1
        misses = 0
        for field in FIELDS:
            want = wanted(truth, field)
            sure = result[field].confidence is Confidence.SICURO and result.value(field) is not None
            self.sure += sure
            if want is None:
                continue
            self.scored[field] += 1
            good = right(field, value_of(result, field), want, credit=bool(truth.get("is_credit_note")))
            word = result[field].confidence
            if word in self.checked and result.value(field) is not None:
                self.checked[word][0] += good
                self.checked[word][1] += 1
            if good:
                self.right[field] += 1
                continue
            misses += 1
            if sure:
                self.sure_and_wrong.append(f"{name}: {field}")
        self.clean += misses == 0

    def percent(self, field: str) -> float | None:
        return round(100 * self.right[field] / self.scored[field], 1) if self.scored[field] else None

    def numbers(self) -> dict[str, float]:
        """What the baseline keeps: percentages by field, and the two that must never fall."""
        found = {field: value for field in FIELDS if (value := self.percent(field)) is not None}
        found["documents_without_a_miss"] = round(100 * self.clean / max(self.documents, 1), 1)
        found["sure_and_right"] = round(100 - 100 * len(self.sure_and_wrong) / max(self.sure, 1), 2)
        if self.found:
            found["grounding"] = round(100 * self.grounded / self.found, 1)
        return found
